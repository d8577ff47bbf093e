//! Swiss QR reference: 26 digits and a check digit by modulus 10, recursive.

use super::digits::{as_digit, bare, checksum, grouped, only_digits, split, split_last, values};
use super::{PaymentReference, ReferenceScheme};
use crate::flaw::Flaw;

type Told = Result<PaymentReference, Vec<Flaw>>;

/// The row of the table for a carry of 0; the row of a carry begins as many places later.
const TABLE: [u32; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

pub(super) fn make(payload: &str) -> Told {
    let payload = bare(payload, &[]);
    let flaws = only_digits("payload", &payload, 26, 26);
    if flaws.is_empty() { Ok(reference(&payload)) } else { Err(flaws) }
}

pub(super) fn check(text: &str) -> Told {
    let value = bare(text, &[]);
    let flaws = only_digits("reference", &value, 27, 27);
    if !flaws.is_empty() {
        return Err(flaws);
    }
    let (payload, found) = split_last(&value);
    let right = digit(payload);
    if found == right { Ok(reference(payload)) } else { Err(checksum(found, &right)) }
}

fn digit(payload: &str) -> String {
    let carry = values(payload).fold(0_u32, |carry, digit| {
        let place = carry.saturating_add(digit).rem_euclid(10);
        usize::try_from(place).ok().and_then(|place| TABLE.get(place)).copied().unwrap_or(0)
    });
    as_digit(10_u32.saturating_sub(carry).rem_euclid(10))
}

fn reference(payload: &str) -> PaymentReference {
    let check = digit(payload);
    let value = format!("{payload}{check}");
    let (first, rest) = split(&value, 2);
    let printed = format!("{first} {}", grouped(rest, 5));
    PaymentReference::of(ReferenceScheme::SwissQrr, value, printed, payload, &check)
}
