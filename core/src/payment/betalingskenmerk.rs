//! Dutch betalingskenmerk, by the specification of the Betaalvereniging Nederland.

use super::digits::{as_digit, bare, checksum, grouped, only_digits, split, weighted};
use super::{PaymentReference, ReferenceScheme};
use crate::flaw::{Flaw, FlawKind};

type Told = Result<PaymentReference, Vec<Flaw>>;

/// From right to left, again and again.
const WEIGHTS: [u32; 10] = [2, 4, 8, 5, 10, 9, 7, 3, 6, 1];

const MARKS: [char; 2] = ['.', '-'];

pub(super) fn make(payload: &str) -> Told {
    let payload = bare(payload, &MARKS);
    let count = payload.chars().count();
    if count == 15 {
        let flaws = only_digits("payload", &payload, 15, 15);
        return if flaws.is_empty() { Ok(reference(None, &payload)) } else { Err(flaws) };
    }
    let mut flaws = only_digits("payload", &payload, 0, count);
    if !(7..=12).contains(&count) {
        flaws.push(Flaw::told("payload", FlawKind::Length, count, "7-12, 15"));
    }
    if flaws.is_empty() { Ok(reference(Some(code(count)), &payload)) } else { Err(flaws) }
}

pub(super) fn check(text: &str) -> Told {
    let value = bare(text, &MARKS);
    let count = value.chars().count();
    let mut flaws = only_digits("reference", &value, 0, count);
    if !matches!(count, 7 | 9..=14 | 16) {
        flaws.push(Flaw::told("reference", FlawKind::Length, count, "7, 9-14, 16"));
    }
    if !flaws.is_empty() {
        return Err(flaws);
    }
    if count == 7 {
        return Ok(unchecked(&value));
    }
    let (found, rest) = split(&value, 1);
    let (length_code, payload) = if count == 16 { ("", rest) } else { split(rest, 1) };
    let coded = (count < 16).then(|| code(count.saturating_sub(2)));
    if coded.is_some_and(|coded| as_digit(coded) != length_code) {
        let expected = coded.map(as_digit).unwrap_or_default();
        flaws.push(Flaw::told("reference", FlawKind::Form, length_code, expected));
    }
    let reference = reference(coded, payload);
    let right = split(&reference.value, 1).0;
    if flaws.is_empty() && found != right {
        return Err(checksum(found, right));
    }
    if flaws.is_empty() { Ok(reference) } else { Err(flaws) }
}

/// How many digits follow, as one digit: 10 is 0, 11 is 1, 12 is 2.
fn code(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(0).rem_euclid(10)
}

/// Seven digits have no check digit.
fn unchecked(value: &str) -> PaymentReference {
    let scheme = ReferenceScheme::DutchBetalingskenmerk;
    PaymentReference::of(scheme, value.to_owned(), grouped(value, 4), value, "")
}

fn reference(length_code: Option<u32>, payload: &str) -> PaymentReference {
    let coded = format!("{}{payload}", length_code.map(as_digit).unwrap_or_default());
    let sum = weighted(&coded, &WEIGHTS);
    let raw = 11_u32.saturating_sub(sum.rem_euclid(11));
    let check = as_digit(match raw {
        10 => 1,
        11 => 0,
        digit => digit,
    });
    let value = format!("{check}{coded}");
    let printed = grouped(&value, 4);
    let scheme = ReferenceScheme::DutchBetalingskenmerk;
    let mut reference = PaymentReference::of(scheme, value, printed, payload, &check);
    reference.length_code = length_code;
    reference.weighted_sum = Some(sum);
    reference.raw = Some(raw);
    reference
}
