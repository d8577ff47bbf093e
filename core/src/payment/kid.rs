//! Norwegian KID: modulus 10 (Luhn) or modulus 11, as agreed with the bank.

use super::digits::{as_digit, bare, checksum, only_digits, split_last, values, weighted};
use super::{PaymentReference, ReferenceScheme};
use crate::flaw::Flaw;

type Told = Result<PaymentReference, Vec<Flaw>>;

/// From right to left, again and again.
const WEIGHTS: [u32; 6] = [2, 3, 4, 5, 6, 7];

pub(super) fn make(scheme: ReferenceScheme, payload: &str) -> Told {
    let payload = bare(payload, &[]);
    let flaws = only_digits("payload", &payload, 1, 24);
    if flaws.is_empty() { Ok(reference(scheme, &payload)) } else { Err(flaws) }
}

pub(super) fn check(scheme: ReferenceScheme, text: &str) -> Told {
    let value = bare(text, &[]);
    let (payload, found) = split_last(&value);
    // Only modulus 11 has a check digit that is no digit.
    let is_dash = found == "-" && scheme == ReferenceScheme::NorwegianKidMod11;
    let digits = if is_dash { format!("{payload}0") } else { value.clone() };
    let flaws = only_digits("reference", &digits, 2, 25);
    if !flaws.is_empty() {
        return Err(flaws);
    }
    let right = digit(scheme, payload);
    if found == right { Ok(reference(scheme, payload)) } else { Err(checksum(found, &right)) }
}

fn digit(scheme: ReferenceScheme, payload: &str) -> String {
    if scheme == ReferenceScheme::NorwegianKidMod10 { luhn(payload) } else { modulus_11(payload) }
}

/// Every second digit from the right counts twice, as the sum of its own digits.
fn luhn(payload: &str) -> String {
    let twice = |digit: u32| {
        let double = digit.saturating_mul(2);
        if double > 9 { double.saturating_sub(9) } else { double }
    };
    let sum = values(payload).rev().enumerate().fold(0_u32, |sum, (at, digit)| {
        let is_second = at.is_multiple_of(2);
        sum.saturating_add(if is_second { twice(digit) } else { digit })
    });
    as_digit(10_u32.saturating_sub(sum.rem_euclid(10)).rem_euclid(10))
}

/// 11 less the rest: 11 is written 0, and 10 is written `-`.
fn modulus_11(payload: &str) -> String {
    match 11_u32.saturating_sub(weighted(payload, &WEIGHTS).rem_euclid(11)) {
        11 => as_digit(0),
        10 => "-".to_owned(),
        digit => as_digit(digit),
    }
}

fn reference(scheme: ReferenceScheme, payload: &str) -> PaymentReference {
    let check = digit(scheme, payload);
    let value = format!("{payload}{check}");
    PaymentReference::of(scheme, value.clone(), value, payload, &check)
}
