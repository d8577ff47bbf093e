//! International bank account numbers, ISO 13616.

use super::digits::{bare, grouped, mod_97, split};
use super::swiss::SwissReferenceType;
use crate::flaw::{Flaw, FlawKind};
use crate::model::Country;
use crate::text::Str;
use crate::vocabulary::{record, union};

/// The table: country, length, whether in the European Economic Area, source, confidence.
const LENGTHS: &str = include_str!("../../data/iban.csv");

record! {
    /// A bank account number whose length and check digits are right.
    pub struct Iban {
        /// Without spaces, as a payment order holds it.
        pub value: Str,
        /// In groups of four, as it is printed.
        pub printed: Str,
        /// The country of the account.
        pub country: Country,
        /// True if the country is in the European Economic Area: no BIC is needed.
        pub eea: bool,
        /// True for a Swiss QR-IBAN: its institute is one of 30000 to 31999.
        pub qr_iban: bool,
        /// Which references a Swiss QR-bill to this account may have; empty elsewhere.
        pub swiss_references: Vec<SwissReferenceType>,
    }
}

union! {
    /// A bank account number, or all that is wrong with it.
    pub enum IbanAnswer {
        /// It holds. Whether the account exists only its bank knows.
        Valid {
            /// The number.
            iban: Iban,
        },
        /// It does not hold.
        Flawed {
            /// What is wrong with it.
            flaws: Vec<Flaw>,
        },
    }
}

/// Checks a bank account number: the length that its country has, and the check digits.
///
/// ```
/// use dunning::{IbanAnswer, check_iban};
///
/// let checked = check_iban("NL91 ABNA 0417 1643 00");
/// let IbanAnswer::Valid { iban } = checked else { panic!("{checked:?}") };
/// assert_eq!(iban.value, "NL91ABNA0417164300");
/// ```
#[must_use]
pub fn check_iban(text: &str) -> IbanAnswer {
    match checked("iban", text) {
        Ok(iban) => IbanAnswer::Valid { iban },
        Err(flaws) => IbanAnswer::Flawed { flaws },
    }
}

pub(super) fn checked(path: &str, text: &str) -> Result<Iban, Vec<Flaw>> {
    let value = bare(text, &[]).to_ascii_uppercase();
    if value.is_empty() {
        return Err(vec![Flaw::of(path, FlawKind::Missing)]);
    }
    if let Some(other) = value.chars().find(|letter| !letter.is_ascii_alphanumeric()) {
        return Err(vec![Flaw::told(path, FlawKind::Character, other, "0-9 A-Z")]);
    }
    let (start, account) = split(&value, 4);
    let (code, check) = split(start, 2);
    let Some((country, length, eea)) = known(code) else {
        return Err(vec![Flaw::told(path, FlawKind::Unknown, code, "a country with IBANs")]);
    };
    let count = value.chars().count();
    if count != length {
        return Err(vec![Flaw::told(path, FlawKind::Length, count, length)]);
    }
    let turned = format!("{account}{start}");
    let is_number = check.chars().all(|letter| letter.is_ascii_digit());
    // 00, 01 and 99 have the rest of 97, 98 and 02, which are the ones that are given.
    if !is_number || mod_97(&turned) != Some(1) || matches!(check, "00" | "01" | "99") {
        return Err(vec![Flaw::told(path, FlawKind::Checksum, check, "")]);
    }
    let is_swiss = matches!(code, "CH" | "LI");
    let institute = split(account, 5).0;
    let qr_iban = is_swiss && ("30000"..="31999").contains(&institute);
    let swiss_references = match (is_swiss, qr_iban) {
        (false, _) => Vec::new(),
        (_, true) => vec![SwissReferenceType::Qrr],
        (_, false) => vec![SwissReferenceType::Scor, SwissReferenceType::Non],
    };
    let printed = grouped(&value, 4);
    Ok(Iban {
        value: value.into(),
        printed: printed.into(),
        country,
        eea,
        qr_iban,
        swiss_references,
    })
}

/// The country of a code, the length of its numbers, and whether it is in the EEA.
fn known(code: &str) -> Option<(Country, usize, bool)> {
    LENGTHS.lines().skip(1).find_map(|row| {
        let mut fields = row.split(',');
        fields.next().filter(|country| *country == code)?;
        let length = fields.next()?.parse().ok()?;
        Some((code.parse().ok()?, length, fields.next() == Some("yes")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_has_a_source() {
        let rows: Vec<&str> = LENGTHS.lines().skip(1).collect();
        assert!(rows.len() > 80);
        for row in rows {
            let fields: Vec<&str> = row.split(',').collect();
            let [code, length, eea, source, confidence] = fields[..] else { panic!("{row}") };
            assert!(known(code).is_some_and(|(_, known, _)| known.to_string() == length), "{row}");
            assert!((15..=34).contains(&length.parse::<usize>().unwrap()), "{row}");
            assert!(matches!(eea, "yes" | "no") && !source.is_empty(), "{row}");
            assert!(matches!(confidence, "sourced" | "unconfirmed"), "{row}");
        }
        let eea = LENGTHS.lines().filter(|row| row.split(',').nth(2) == Some("yes")).count();
        assert_eq!(eea, 30);
    }

    #[test]
    fn the_swiss_accounts_tell_their_references() {
        let qr = checked("iban", "CH44 3199 9123 0008 8901 2").unwrap();
        assert!(qr.qr_iban);
        assert_eq!(qr.swiss_references, [SwissReferenceType::Qrr]);
        let other = checked("iban", "CH9300762011623852957").unwrap();
        assert!(!other.qr_iban);
        assert_eq!(other.swiss_references, [SwissReferenceType::Scor, SwissReferenceType::Non]);
        assert!(checked("iban", "NL91ABNA0417164300").unwrap().swiss_references.is_empty());
    }

    #[test]
    fn what_is_wrong_is_told() {
        let kind = |text| checked("iban", text).unwrap_err()[0].kind;
        assert_eq!(kind(""), FlawKind::Missing);
        assert_eq!(kind("NL91ABNA041716430"), FlawKind::Length);
        assert_eq!(kind("NL91ABNA0417164301"), FlawKind::Checksum);
        assert_eq!(kind("QQ91ABNA0417164300"), FlawKind::Unknown);
        assert_eq!(kind("NL91-ABNA-0417-1643-00"), FlawKind::Character);
    }
}
