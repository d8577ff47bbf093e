//! RF Creditor Reference, ISO 11649: check digits by ISO 7064 MOD 97-10.

use super::digits::{bare, checksum, grouped, length, mod_97, split};
use super::{PaymentReference, ReferenceScheme};
use crate::flaw::{Flaw, FlawKind};

type Told = Result<PaymentReference, Vec<Flaw>>;

pub(super) fn make(payload: &str) -> Told {
    let payload = bare(payload, &[]).to_ascii_uppercase();
    let mut flaws = letters("payload", &payload);
    flaws.extend(length("payload", &payload, 1, 21));
    let Some(check) = digits(&payload).filter(|_| flaws.is_empty()) else { return Err(flaws) };
    Ok(reference(&payload, &check))
}

pub(super) fn check(text: &str) -> Told {
    let value = bare(text, &[]).to_ascii_uppercase();
    let mut flaws = letters("reference", &value);
    flaws.extend(length("reference", &value, 5, 25));
    let (start, payload) = split(&value, 4);
    let (prefix, found) = split(start, 2);
    if prefix != "RF" || !found.chars().all(|letter| letter.is_ascii_digit()) {
        flaws.push(Flaw::told("reference", FlawKind::Form, "", "RF and two digits"));
    }
    let Some(right) = digits(payload).filter(|_| flaws.is_empty()) else { return Err(flaws) };
    if found == right { Ok(reference(payload, found)) } else { Err(checksum(found, &right)) }
}

/// The check digits of a payload: 98 less the rest, from 02 to 98.
fn digits(payload: &str) -> Option<String> {
    let rest = mod_97(&format!("{payload}RF00"))?;
    Some(format!("{:02}", 98_u32.saturating_sub(rest)))
}

fn reference(payload: &str, check: &str) -> PaymentReference {
    let value = format!("RF{check}{payload}");
    let printed = grouped(&value, 4);
    PaymentReference::of(ReferenceScheme::Iso11649, value, printed, payload, check)
}

fn letters(path: &str, value: &str) -> Vec<Flaw> {
    let other = value.chars().find(|letter| !letter.is_ascii_alphanumeric());
    other.map(|other| Flaw::told(path, FlawKind::Character, other, "0-9 A-Z")).into_iter().collect()
}
