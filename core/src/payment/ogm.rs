//! Belgian structured communication (OGM/VCS): ten digits, and their rest divided by 97.

use super::digits::{bare, checksum, mod_97, only_digits, split};
use super::{PaymentReference, ReferenceScheme};
use crate::flaw::Flaw;

type Told = Result<PaymentReference, Vec<Flaw>>;

const MARKS: [char; 3] = ['+', '*', '/'];

pub(super) fn make(payload: &str) -> Told {
    let payload = bare(payload, &[]);
    let flaws = only_digits("payload", &payload, 10, 10);
    if flaws.is_empty() { Ok(reference(&payload)) } else { Err(flaws) }
}

pub(super) fn check(text: &str) -> Told {
    let value = bare(text, &MARKS);
    let flaws = only_digits("reference", &value, 12, 12);
    if !flaws.is_empty() {
        return Err(flaws);
    }
    let (payload, found) = split(&value, 10);
    let right = digits(payload);
    if found == right { Ok(reference(payload)) } else { Err(checksum(found, &right)) }
}

/// The rest of a division by 97; where there is none, 97.
fn digits(payload: &str) -> String {
    let rest = mod_97(payload).filter(|rest| *rest > 0).unwrap_or(97);
    format!("{rest:02}")
}

fn reference(payload: &str) -> PaymentReference {
    let check = digits(payload);
    let value = format!("{payload}{check}");
    let (first, rest) = split(&value, 3);
    let (second, third) = split(rest, 4);
    let printed = format!("+++{first}/{second}/{third}+++");
    PaymentReference::of(ReferenceScheme::BelgianOgm, value, printed, payload, &check)
}
