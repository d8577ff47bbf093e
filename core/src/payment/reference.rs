//! Structured references: made, checked and printed, whatever the scheme.

use super::{betalingskenmerk, kid, ogm, qrr, rf, viite};
use crate::flaw::Flaw;
use crate::text::Str;
use crate::vocabulary::{record, union, words};

words! {
    /// A scheme of structured payment references.
    pub enum ReferenceScheme {
        /// RF Creditor Reference, ISO 11649: `RF` and two check digits before 1 to 21 letters and
        /// digits.
        Iso11649,
        /// Belgian structured communication (OGM/VCS), by Febelfin: ten digits and two check
        /// digits.
        BelgianOgm,
        /// Dutch betalingskenmerk, by the Betaalvereniging: 7, 9 to 14 or 16 digits. Seven have no
        /// check digit. A single wrong digit passes where the reckoning gives 1 as well as 10.
        DutchBetalingskenmerk,
        /// Finnish viite, by Finance Finland: 3 to 19 digits and a check digit.
        FinnishViite,
        /// Norwegian KID with modulus 10 (Luhn). The number does not tell its modulus: it belongs
        /// to the creditor's agreement with its bank.
        NorwegianKidMod10,
        /// Norwegian KID with modulus 11; the check digit may be a `-`.
        NorwegianKidMod11,
        /// Swiss QR reference, by SIX: 26 digits and a check digit.
        SwissQrr,
    }
}

record! {
    /// A structured reference with right check digits.
    pub struct PaymentReference {
        /// The scheme.
        pub scheme: ReferenceScheme,
        /// The reference without spaces or marks, as a payment order holds it.
        pub value: Str,
        /// As it is printed on a letter.
        pub printed: Str,
        /// What it was made of: all but check digits and length code.
        pub payload: Str,
        /// The check digits; none in a Dutch reference of seven digits.
        pub check: Option<Str> = None,
        /// The length code of a Dutch reference of 9 to 14 digits.
        pub length_code: Option<u32> = None,
        /// Working of a Dutch check digit: the sum of the digits times their weights.
        pub weighted_sum: Option<u32> = None,
        /// Working of a Dutch check digit: 11 less the rest of the sum divided by 11; 10 is
        /// written 1, and 11 is written 0.
        pub raw: Option<u32> = None,
    }
}

impl PaymentReference {
    pub(super) fn of(
        scheme: ReferenceScheme,
        value: String,
        printed: String,
        payload: &str,
        check: &str,
    ) -> Self {
        let mut reference = Self::new(scheme, value, printed, payload);
        reference.check = Some(check.into()).filter(|check: &Str| !check.is_empty());
        reference
    }
}

union! {
    /// A reference, or all that is wrong with it.
    pub enum ReferenceAnswer {
        /// It holds.
        Valid {
            /// The reference.
            reference: PaymentReference,
        },
        /// It does not hold.
        Flawed {
            /// What is wrong with it.
            flaws: Vec<Flaw>,
        },
    }
}

impl From<Result<PaymentReference, Vec<Flaw>>> for ReferenceAnswer {
    fn from(found: Result<PaymentReference, Vec<Flaw>>) -> Self {
        match found {
            Ok(reference) => Self::Valid { reference },
            Err(flaws) => Self::Flawed { flaws },
        }
    }
}

/// Makes a structured reference of a payload: adds the check digits, and the length code of a
/// Dutch one.
///
/// Spaces in the payload do not count. The payload is never filled up or cut: a Dutch one has 15
/// digits (16 with the check digit) or 7 to 12, a Belgian 10, a Swiss 26. Leading zeros of a
/// Finnish one do not count.
///
/// ```
/// use dunning::{ReferenceAnswer, ReferenceScheme, make_reference};
///
/// let made = make_reference(ReferenceScheme::Iso11649, "539007547034");
/// let ReferenceAnswer::Valid { reference } = made else { panic!("{made:?}") };
/// assert_eq!(reference.value, "RF18539007547034");
/// assert_eq!(reference.printed, "RF18 5390 0754 7034");
/// ```
#[must_use]
pub fn make_reference(scheme: ReferenceScheme, payload: &str) -> ReferenceAnswer {
    match scheme {
        ReferenceScheme::Iso11649 => rf::make(payload),
        ReferenceScheme::BelgianOgm => ogm::make(payload),
        ReferenceScheme::DutchBetalingskenmerk => betalingskenmerk::make(payload),
        ReferenceScheme::FinnishViite => viite::make(payload),
        ReferenceScheme::NorwegianKidMod10 | ReferenceScheme::NorwegianKidMod11 => {
            kid::make(scheme, payload)
        }
        ReferenceScheme::SwissQrr => qrr::make(payload),
    }
    .into()
}

/// Checks a structured reference as somebody wrote it: with or without spaces and marks.
///
/// ```
/// use dunning::{FlawKind, ReferenceAnswer, ReferenceScheme, check_reference};
///
/// let right = check_reference(ReferenceScheme::BelgianOgm, "+++010/8068/17183+++");
/// assert!(matches!(right, ReferenceAnswer::Valid { .. }));
/// let wrong = check_reference(ReferenceScheme::BelgianOgm, "+++010/8068/17184+++");
/// let ReferenceAnswer::Flawed { flaws } = wrong else { panic!("{wrong:?}") };
/// assert_eq!(flaws[0].kind, FlawKind::Checksum);
/// ```
#[must_use]
pub fn check_reference(scheme: ReferenceScheme, text: &str) -> ReferenceAnswer {
    checked(scheme, text).into()
}

pub(super) fn checked(scheme: ReferenceScheme, text: &str) -> Result<PaymentReference, Vec<Flaw>> {
    match scheme {
        ReferenceScheme::Iso11649 => rf::check(text),
        ReferenceScheme::BelgianOgm => ogm::check(text),
        ReferenceScheme::DutchBetalingskenmerk => betalingskenmerk::check(text),
        ReferenceScheme::FinnishViite => viite::check(text),
        ReferenceScheme::NorwegianKidMod10 | ReferenceScheme::NorwegianKidMod11 => {
            kid::check(scheme, text)
        }
        ReferenceScheme::SwissQrr => qrr::check(text),
    }
}
