//! The EPC QR code of a SEPA credit transfer, EPC069-12.

use super::digits::{bare, length};
use super::payload::hex;
use super::{EpcAnswer, PayloadAnswer, QrCorrection, QrPayload, ReferenceScheme, iban, reference};
use crate::flaw::{Flaw, FlawKind};
use crate::money::Amount;
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// The version of an EPC QR code.
    pub enum EpcVersion {
        /// 001: the BIC is needed.
        V001,
        /// 002: the BIC is needed only outside the European Economic Area.
        V002,
    }
}

words! {
    /// The character set of an EPC QR code.
    pub enum EpcCharset {
        /// 1: UTF-8.
        Utf8,
        /// 2: ISO 8859-1.
        Latin1,
        /// 3: ISO 8859-2.
        Latin2,
        /// 4: ISO 8859-4.
        Latin4,
        /// 5: ISO 8859-5.
        Cyrillic,
        /// 6: ISO 8859-7.
        Greek,
        /// 7: ISO 8859-10.
        Latin6,
        /// 8: ISO 8859-15.
        Latin9,
    }
}

record! {
    /// A transfer in euros that a QR code asks for.
    pub struct EpcTransfer {
        /// The name of who is paid, 1 to 70 characters.
        pub name: Str,
        /// The account that is paid to; spaces do not count.
        pub iban: Str,
        /// The amount in euros, 0.01 to 999999999.99, written with the decimals that it is given
        /// with; the payer fills it in if there is none.
        pub amount: Option<Amount> = None,
        /// A structured reference, up to 35 characters. One that begins with `RF` must be right.
        pub reference: Option<Str> = None,
        /// Free remittance text instead of a reference, up to 140 characters.
        pub remittance: Option<Str> = None,
        /// The bank's identifier, 8 or 11 characters.
        pub bic: Option<Str> = None,
        /// A purpose code, up to 4 letters or digits.
        pub purpose: Option<Str> = None,
        /// What the payer is told, up to 70 characters.
        pub information: Option<Str> = None,
        /// The version; 002 if not given.
        pub version: Option<EpcVersion> = None,
        /// The character set; UTF-8 if not given.
        pub charset: Option<EpcCharset> = None,
    }
}

/// More would not fit a code of version 13 with error correction M.
const MOST_BYTES: u32 = 331;

/// The content of the EPC QR code of a transfer (EPC069-12 version 2.1).
///
/// Every limit is checked: characters in each field, bytes in the whole. The limits of the fields
/// allow more than the whole may have.
///
/// ```
/// use dunning::{EpcTransfer, PayloadAnswer, epc_payload};
///
/// let mut transfer = EpcTransfer::new("Voorbeeld B.V.", "NL91ABNA0417164300");
/// transfer.amount = Some("1250.00".parse()?);
/// transfer.reference = Some("RF18539007547034".into());
/// let made = epc_payload(&transfer);
/// let PayloadAnswer::Made { payload } = made else { panic!("{made:?}") };
/// assert!(payload.text.starts_with("BCD\n002\n1\nSCT\n\nVoorbeeld B.V.\n"));
/// # Ok::<(), dunning::NotAnAmount>(())
/// ```
#[must_use]
pub fn epc_payload(transfer: &EpcTransfer) -> PayloadAnswer {
    made(transfer).into()
}

fn made(transfer: &EpcTransfer) -> Result<QrPayload, Vec<Flaw>> {
    let charset = transfer.charset.unwrap_or(EpcCharset::Utf8);
    let mut flaws = of_account(transfer);
    flaws.extend(of_texts(transfer));
    flaws.extend(transfer.amount.and_then(of_amount));
    let text = lines(transfer, charset);
    match charset.encode(&text) {
        Err(other) => {
            flaws.push(Flaw::told("charset", FlawKind::Character, other, charset.number()));
        }
        Ok(bytes) => {
            let count = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
            if count > MOST_BYTES {
                flaws.push(Flaw::told("payload", FlawKind::TooLarge, count, MOST_BYTES));
            }
            if flaws.is_empty() {
                return Ok(QrPayload {
                    text: text.into(),
                    hex: hex(&bytes).into(),
                    bytes: count,
                    most_bytes: MOST_BYTES,
                    correction: QrCorrection::M,
                    most_version: 13,
                    swiss_cross: false,
                });
            }
        }
    }
    Err(flaws)
}

/// The account, and the BIC where it is needed.
fn of_account(transfer: &EpcTransfer) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let is_outside = match iban::checked("iban", &transfer.iban) {
        Ok(iban) => !iban.eea,
        Err(wrong) => {
            flaws.extend(wrong);
            false
        }
    };
    match transfer.bic.as_deref().unwrap_or_default() {
        "" if is_outside || transfer.version == Some(EpcVersion::V001) => {
            flaws.push(Flaw::of("bic", FlawKind::Missing));
        }
        "" => {}
        bic => {
            let of_letters =
                bic.chars().all(|one| one.is_ascii_uppercase() || one.is_ascii_digit());
            if !of_letters || !matches!(bic.len(), 8 | 11) {
                flaws.push(Flaw::told("bic", FlawKind::Form, "", "8 or 11 of 0-9 A-Z"));
            }
        }
    }
    flaws
}

fn of_texts(transfer: &EpcTransfer) -> Vec<Flaw> {
    let texts = [
        ("name", Some(&transfer.name), 1, 70),
        ("purpose", transfer.purpose.as_ref(), 0, 4),
        ("reference", transfer.reference.as_ref(), 0, 35),
        ("remittance", transfer.remittance.as_ref(), 0, 140),
        ("information", transfer.information.as_ref(), 0, 70),
    ];
    let mut flaws = Vec::new();
    for (path, text, least, most) in texts {
        let text = text.map_or("", Str::as_str);
        if least > 0 && text.trim().is_empty() {
            flaws.push(Flaw::of(path, FlawKind::Missing));
        } else {
            flaws.extend(length(path, text, 0, most));
        }
        // A line that ends within a field would begin the next field.
        if let Some(control) = text.chars().find(|letter| letter.is_control()) {
            flaws.push(Flaw::told(path, FlawKind::Character, control.escape_default(), ""));
        }
    }
    let purpose = transfer.purpose.as_deref().unwrap_or_default();
    if let Some(other) = purpose.chars().find(|letter| !letter.is_ascii_alphanumeric()) {
        flaws.push(Flaw::told("purpose", FlawKind::Character, other, "0-9 A-Z"));
    }
    let given = |text: &Option<Str>| text.as_ref().is_some_and(|text| !text.is_empty());
    if given(&transfer.reference) && given(&transfer.remittance) {
        flaws.push(Flaw::told("remittance", FlawKind::Exclusive, "", "reference or remittance"));
    }
    // As it will stand in the payload: without spaces.
    let reference = transfer.reference.as_deref().map(|text| bare(text, &[])).unwrap_or_default();
    if reference.starts_with("RF") {
        let checked = reference::checked(ReferenceScheme::Iso11649, &reference);
        flaws.extend(checked.err().unwrap_or_default());
    }
    flaws
}

fn of_amount(amount: Amount) -> Option<Flaw> {
    let (decimal, most) = (amount.decimal(), rust_decimal::Decimal::new(99_999_999_999, 2));
    let least = rust_decimal::Decimal::new(1, 2);
    let is_wrong = decimal < least || decimal > most || decimal.scale() > 2;
    is_wrong.then(|| Flaw::told("amount", FlawKind::Amount, amount, "0.01-999999999.99"))
}

/// One field a line; nothing after the last that is used.
fn lines(transfer: &EpcTransfer, charset: EpcCharset) -> String {
    let version = if transfer.version == Some(EpcVersion::V001) { "001" } else { "002" };
    let text = |field: &Option<Str>| field.as_deref().unwrap_or_default().to_owned();
    let mut lines = vec![
        "BCD".to_owned(),
        version.to_owned(),
        charset.number().to_string(),
        "SCT".to_owned(),
        text(&transfer.bic),
        transfer.name.to_string(),
        bare(&transfer.iban, &[]).to_ascii_uppercase(),
        transfer.amount.map(|amount| format!("EUR{amount}")).unwrap_or_default(),
        text(&transfer.purpose),
        bare(&text(&transfer.reference), &[]),
        text(&transfer.remittance),
        text(&transfer.information),
    ];
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines.join("\n")
}

/// Reads the content of an EPC QR code, with line feeds or with carriage returns before them, and
/// checks it as [`epc_payload`] does.
///
/// ```
/// use dunning::{EpcAnswer, read_epc_payload};
///
/// let read = read_epc_payload("BCD\n002\n1\nSCT\n\nA\nNL91ABNA0417164300\nEUR20");
/// let EpcAnswer::Read { transfer } = read else { panic!("{read:?}") };
/// assert_eq!(transfer.amount, Some("20.00".parse()?));
/// # Ok::<(), dunning::NotAnAmount>(())
/// ```
#[must_use]
pub fn read_epc_payload(text: &str) -> EpcAnswer {
    match read(text) {
        Ok(transfer) => EpcAnswer::Read { transfer },
        Err(flaws) => EpcAnswer::Flawed { flaws },
    }
}

fn read(text: &str) -> Result<EpcTransfer, Vec<Flaw>> {
    let mut flaws = Vec::new();
    let lines: Vec<&str> =
        text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    let line = |at: usize| lines.get(at).copied().unwrap_or_default();
    let some = |at: usize| Some(line(at)).filter(|text| !text.is_empty()).map(Str::from);
    for (at, constant) in [(0, "BCD"), (3, "SCT")] {
        if line(at) != constant {
            flaws.push(Flaw::told("payload", FlawKind::Form, "", constant));
        }
    }
    let mut transfer = EpcTransfer::new(line(5), line(6));
    transfer.version = match line(1) {
        "001" => Some(EpcVersion::V001),
        "002" => Some(EpcVersion::V002),
        _ => {
            flaws.push(Flaw::told("version", FlawKind::Unknown, line(1), "001, 002"));
            None
        }
    };
    transfer.charset = EpcCharset::of_number(line(2));
    if transfer.charset.is_none() {
        flaws.push(Flaw::told("charset", FlawKind::Unknown, line(2), "1-8"));
    }
    if !line(7).is_empty() {
        transfer.amount = line(7).strip_prefix("EUR").and_then(|amount| amount.parse().ok());
        if transfer.amount.is_none() {
            flaws.push(Flaw::told("amount", FlawKind::Form, "", "EUR and an amount"));
        }
    }
    (transfer.bic, transfer.purpose, transfer.reference) = (some(4), some(8), some(9));
    (transfer.remittance, transfer.information) = (some(10), some(11));
    if lines.len() > 12 {
        flaws.push(Flaw::told("payload", FlawKind::Length, lines.len(), 12));
    }
    flaws.extend(made(&transfer).err().unwrap_or_default());
    if flaws.is_empty() { Ok(transfer) } else { Err(flaws) }
}
