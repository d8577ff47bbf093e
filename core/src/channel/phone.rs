//! Phone numbers in international form, ITU-T E.164.

use crate::flaw::{Flaw, FlawKind};
use crate::text::Str;
use crate::vocabulary::union;

/// The codes of countries and services that the ITU has assigned.
const CALLING_CODES: &str = include_str!("../../data/calling-codes.csv");

union! {
    /// An address of a channel in the form that its provider takes, or all that is wrong with it.
    pub enum AddressAnswer {
        /// Its form is right. Whether it reaches somebody only a message shows.
        Valid {
            /// The address.
            value: Str,
            /// True if it has letters beyond ASCII: an e-mail provider must support RFC 6531.
            international: bool,
        },
        /// Its form is wrong.
        Flawed {
            /// What is wrong with it.
            flaws: Vec<Flaw>,
        },
    }
}

/// Checks a phone number in international form and writes it as E.164: `+` and up to 15 digits.
///
/// Spaces, brackets, hyphens, dots and slashes between the digits do not count, nor does a `(0)`
/// after the country code. `00` stands for `+`. A number without a country code is refused: where
/// it belongs is not guessed. Whether its country has numbers of this length is not known here.
///
/// ```
/// use dunning::{AddressAnswer, check_phone};
///
/// let AddressAnswer::Valid { value, .. } = check_phone("+31 (0)6 1234-5678") else { panic!() };
/// assert_eq!(value, "+31612345678");
/// assert!(matches!(check_phone("06 12345678"), AddressAnswer::Flawed { .. }));
/// ```
#[must_use]
pub fn check_phone(text: &str) -> AddressAnswer {
    match phone_number("phone", text) {
        Ok(value) => AddressAnswer::Valid { value: value.into(), international: false },
        Err(flaws) => AddressAnswer::Flawed { flaws },
    }
}

/// The number as `+` and digits.
pub(crate) fn phone_number(path: &str, text: &str) -> Result<String, Vec<Flaw>> {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return Err(vec![Flaw::of(path, FlawKind::Missing)]);
    }
    let international = trimmed.strip_prefix('+').or_else(|| trimmed.strip_prefix("00"));
    let Some(rest) = international else {
        return Err(vec![Flaw::told(path, FlawKind::Form, "", "+ and a country code")]);
    };
    // The trunk prefix is dialled within the country only.
    let rest = rest.replacen("(0)", " ", 1);
    let is_mark = |letter: &char| " -./()\u{A0}".contains(*letter);
    let digits: String = rest.chars().filter(|letter| !is_mark(letter)).collect();
    let mut flaws = Vec::new();
    if let Some(other) = digits.chars().find(|letter| !letter.is_ascii_digit()) {
        flaws.push(Flaw::told(path, FlawKind::Character, other.escape_default(), "0-9"));
    }
    let count = digits.chars().count();
    if !(7..=15).contains(&count) {
        flaws.push(Flaw::told(path, FlawKind::Length, count, "7-15"));
    }
    let is_known = |code: &str| !code.is_empty() && digits.starts_with(code);
    if flaws.is_empty() && !CALLING_CODES.lines().skip(1).any(is_known) {
        let start: String = digits.chars().take(3).collect();
        flaws.push(Flaw::told(path, FlawKind::Unknown, start, "a country code"));
    }
    if flaws.is_empty() { Ok(format!("+{digits}")) } else { Err(flaws) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_between_the_digits_do_not_count() {
        for text in ["+31612345678", "+31 (0)6-12.34/56 78", "0031 6 12345678", " +31612345678 "] {
            assert_eq!(phone_number("phone", text).as_deref(), Ok("+31612345678"), "{text}");
        }
        assert_eq!(phone_number("phone", "+1 (212) 555-0100").as_deref(), Ok("+12125550100"));
        assert_eq!(phone_number("phone", "+683 4000").as_deref(), Ok("+6834000"));
    }

    #[test]
    fn what_is_wrong_is_told() {
        let kinds = |text| -> Vec<FlawKind> {
            phone_number("phone", text).unwrap_err().iter().map(|flaw| flaw.kind).collect()
        };
        assert_eq!(kinds(""), [FlawKind::Missing]);
        assert_eq!(kinds("0612345678"), [FlawKind::Form]);
        assert_eq!(kinds("31612345678"), [FlawKind::Form]);
        assert_eq!(kinds("+3161234567890123"), [FlawKind::Length]);
        assert_eq!(kinds("+31 6 CALL ME"), [FlawKind::Character,]);
        assert_eq!(kinds("+999 12345678"), [FlawKind::Unknown]);
        assert_eq!(kinds("+0612345678"), [FlawKind::Unknown]);
    }

    #[test]
    fn no_code_is_the_beginning_of_another() {
        let codes: Vec<&str> = CALLING_CODES.lines().skip(1).collect();
        assert!(codes.len() > 200);
        for one in &codes {
            assert!(
                (1..=3).contains(&one.len()) && one.chars().all(|digit| digit.is_ascii_digit())
            );
            let longer = codes.iter().filter(|other| *other != one && other.starts_with(one));
            assert_eq!(longer.count(), 0, "{one}");
        }
    }
}
