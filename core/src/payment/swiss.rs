//! The Swiss QR-bill, by the implementation guidelines of SIX.

use super::iban::{Iban, checked};
use super::payload::hex;
use super::reference;
use super::swiss_lines::{self, is_allowed};
use super::{PayloadAnswer, QrCorrection, QrPayload, ReferenceScheme};
use crate::channel::PostalAddress;
use crate::flaw::{Flaw, FlawKind};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// The kind of reference of a Swiss QR-bill.
    pub enum SwissReferenceType {
        /// QR reference: only with a QR-IBAN, and then always.
        Qrr,
        /// Creditor reference, ISO 11649.
        Scor,
        /// None.
        Non,
    }
}

record! {
    /// A bill with a Swiss QR code.
    pub struct SwissBill {
        /// The account in Switzerland or Liechtenstein that is paid to.
        pub iban: Str,
        /// Who is paid. Street and number stand apart: addresses that join them ended on
        /// 21 November 2025.
        pub creditor: PostalAddress,
        /// Swiss francs or euros.
        pub currency: Currency,
        /// The amount, 0.01 to 999999999.99, written with two decimals; the payer fills it in if
        /// there is none.
        pub amount: Option<Amount> = None,
        /// Who pays; the payer fills it in if not given.
        pub debtor: Option<PostalAddress> = None,
        /// The kind of reference; told by the reference if not given.
        pub reference_type: Option<SwissReferenceType> = None,
        /// The reference.
        pub reference: Option<Str> = None,
        /// A message to the payer, with the bill information up to 140 characters.
        pub message: Option<Str> = None,
        /// Structured information for the payer's software, such as that of Swico.
        pub bill_information: Option<Str> = None,
        /// Alternative schemes, at most two of up to 100 characters.
        pub alternatives: Vec<Str> = [],
    }
}

/// More would not fit a code of version 25 with error correction M.
const MOST_BYTES: u32 = 997;

/// The content of the QR code of a Swiss bill (implementation guidelines version 2.3, lines of
/// `SPC`, version `0200`).
///
/// Every limit is checked: characters in each field, the characters that are allowed, the kind of
/// reference that goes with the account, bytes in the whole.
///
/// ```
/// use dunning::{PayloadAnswer, PostalAddress, SwissBill, swiss_payload};
///
/// let mut creditor = PostalAddress::new("Muster AG", "CH".parse::<dunning::Country>()?);
/// creditor.street = Some("Rue du Lac".into());
/// creditor.building = Some("1268".into());
/// creditor.postcode = Some("2501".into());
/// creditor.town = Some("Biel".into());
/// let francs = "CHF".parse::<dunning::Currency>()?;
/// let mut bill = SwissBill::new("CH4431999123000889012", creditor, francs);
/// bill.reference = Some("21 00000 00003 13947 14300 09017".into());
/// assert!(matches!(swiss_payload(&bill), PayloadAnswer::Made { .. }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn swiss_payload(bill: &SwissBill) -> PayloadAnswer {
    made(bill).into()
}

fn made(bill: &SwissBill) -> Result<QrPayload, Vec<Flaw>> {
    let mut flaws = Vec::new();
    let iban = checked("iban", &bill.iban).map_err(|wrong| flaws.extend(wrong)).ok();
    if let Some(iban) = iban.as_ref().filter(|iban| iban.swiss_references.is_empty()) {
        flaws.push(Flaw::told("iban", FlawKind::Unknown, iban.country, "CH, LI"));
    }
    let (kind, reference) = of_reference(bill, iban.as_ref(), &mut flaws);
    flaws.extend(of_money(bill));
    flaws.extend(swiss_lines::of_address("creditor", &bill.creditor));
    if let Some(debtor) = &bill.debtor {
        flaws.extend(swiss_lines::of_address("debtor", debtor));
    }
    flaws.extend(of_texts(bill));
    let text = swiss_lines::lines(bill, kind, &reference);
    let count = u32::try_from(text.len()).unwrap_or(u32::MAX);
    if count > MOST_BYTES {
        flaws.push(Flaw::told("payload", FlawKind::TooLarge, count, MOST_BYTES));
    }
    if !flaws.is_empty() {
        return Err(flaws);
    }
    Ok(QrPayload {
        hex: hex(text.as_bytes()).into(),
        text: text.into(),
        bytes: count,
        most_bytes: MOST_BYTES,
        correction: QrCorrection::M,
        most_version: 25,
        swiss_cross: true,
    })
}

/// The kind of reference and the reference as it is written; what does not fit is told.
fn of_reference(
    bill: &SwissBill,
    iban: Option<&Iban>,
    flaws: &mut Vec<Flaw>,
) -> (SwissReferenceType, String) {
    let given = bill.reference.as_deref().unwrap_or_default().trim();
    let read = match given {
        "" => SwissReferenceType::Non,
        text if text.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("RF")) => {
            SwissReferenceType::Scor
        }
        _ => SwissReferenceType::Qrr,
    };
    let kind = bill.reference_type.unwrap_or(read);
    if let Some(iban) = iban.filter(|iban| !iban.swiss_references.is_empty())
        && !iban.swiss_references.contains(&kind)
    {
        let told =
            |kinds: &[SwissReferenceType]| kinds.iter().map(name).collect::<Vec<_>>().join(", ");
        let allowed = told(&iban.swiss_references);
        flaws.push(Flaw::told("referenceType", FlawKind::Mismatch, name(&kind), allowed));
    }
    let scheme = match kind {
        SwissReferenceType::Qrr => ReferenceScheme::SwissQrr,
        SwissReferenceType::Scor => ReferenceScheme::Iso11649,
        SwissReferenceType::Non => {
            if !given.is_empty() {
                flaws.push(Flaw::told("reference", FlawKind::Unwanted, name(&kind), ""));
            }
            return (kind, String::new());
        }
    };
    if given.is_empty() {
        flaws.push(Flaw::of("reference", FlawKind::Missing));
        return (kind, String::new());
    }
    match reference::checked(scheme, given) {
        Ok(reference) => return (kind, reference.value.into()),
        Err(wrong) => flaws.extend(wrong),
    }
    (kind, String::new())
}

/// The word of the payload.
pub(super) fn name(kind: &SwissReferenceType) -> &'static str {
    match kind {
        SwissReferenceType::Qrr => "QRR",
        SwissReferenceType::Scor => "SCOR",
        SwissReferenceType::Non => "NON",
    }
}

fn of_money(bill: &SwissBill) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if !matches!(bill.currency.as_str(), "CHF" | "EUR") {
        flaws.push(Flaw::told("currency", FlawKind::Unknown, bill.currency, "CHF, EUR"));
    }
    if let Some(amount) = bill.amount
        && swiss_lines::amount(amount).is_none()
    {
        flaws.push(Flaw::told("amount", FlawKind::Amount, amount, "0.01-999999999.99"));
    }
    flaws
}

fn of_texts(bill: &SwissBill) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let texts = [("message", &bill.message), ("billInformation", &bill.bill_information)];
    let mut count = 0_usize;
    for (path, text) in texts {
        let text = text.as_deref().unwrap_or_default();
        count = count.saturating_add(text.chars().count());
        flaws.extend(is_allowed(path, text));
    }
    // The two share their room.
    if count > 140 {
        flaws.push(Flaw::told("message", FlawKind::Length, count, 140));
    }
    if bill.alternatives.len() > 2 {
        flaws.push(Flaw::told("alternatives", FlawKind::Length, bill.alternatives.len(), 2));
    }
    for (number, text) in bill.alternatives.iter().enumerate() {
        let path = format!("alternatives[{number}]");
        flaws.extend(super::digits::length(&path, text, 1, 100));
        flaws.extend(is_allowed(&path, text));
    }
    flaws
}
