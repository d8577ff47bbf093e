//! Finnish viite, by Finance Finland: weights 7, 3, 1 from the right.

use super::digits::{
    as_digit, bare, checksum, grouped_from_right, only_digits, split_last, weighted,
};
use super::{PaymentReference, ReferenceScheme};
use crate::flaw::Flaw;

type Told = Result<PaymentReference, Vec<Flaw>>;

const WEIGHTS: [u32; 3] = [7, 3, 1];

pub(super) fn make(payload: &str) -> Told {
    let bare = bare(payload, &[]);
    let payload = bare.trim_start_matches('0');
    let flaws = only_digits("payload", payload, 3, 19);
    if flaws.is_empty() { Ok(reference(payload)) } else { Err(flaws) }
}

pub(super) fn check(text: &str) -> Told {
    let bare = bare(text, &[]);
    let value = bare.trim_start_matches('0');
    let flaws = only_digits("reference", value, 4, 20);
    if !flaws.is_empty() {
        return Err(flaws);
    }
    let (payload, found) = split_last(value);
    let right = digit(payload);
    if found == right { Ok(reference(payload)) } else { Err(checksum(found, &right)) }
}

/// What is missing of the sum to the next ten.
fn digit(payload: &str) -> String {
    let rest = weighted(payload, &WEIGHTS).rem_euclid(10);
    as_digit(10_u32.saturating_sub(rest).rem_euclid(10))
}

fn reference(payload: &str) -> PaymentReference {
    let check = digit(payload);
    let value = format!("{payload}{check}");
    let printed = grouped_from_right(&value, 5);
    PaymentReference::of(ReferenceScheme::FinnishViite, value, printed, payload, &check)
}
