//! Contents of QR codes.

use dunning::{
    Amount, EpcAnswer, EpcTransfer, EpcVersion, FlawKind, PayloadAnswer, PostalAddress, QrPayload,
    SwissBill, SwissReferenceType, epc_payload, read_epc_payload, swiss_payload,
};
use serde_json::{Value, json};

use super::super::facts::{Facts, Told, unmapped};
use super::{Case, wording};

/// What a case that names no party is about.
const NAME: &str = "Voorbeeld B.V.";
const IBAN: &str = "NL91ABNA0417164300";
const SWISS_IBAN: &str = "CH9300762011623852957";
const QR_IBAN: &str = "CH4431999123000889012";

pub(super) fn epc(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    match given.need("op")?.text()? {
        "build" => {
            let transfer = match transfer(given)? {
                Ok(transfer) => transfer,
                Err(told) => return Ok(json!({ "error": told })),
            };
            answer(case, epc_payload(&transfer))
        }
        "amount" => amount(given),
        "encode" => encoded(given),
        "qr-parameters" => {
            let payload = plain()?;
            Ok(json!({
                "error_correction": format!("{:?}", payload.correction),
                "max_version": payload.most_version,
                "max_bytes": payload.most_bytes,
            }))
        }
        "parse" | "read" => parsed(case),
        op => unmapped(format!("op {op}")),
    }
}

/// The transfer of a case; or that its amount cannot be read.
fn transfer(given: &Facts<'_>) -> Told<Result<EpcTransfer, &'static str>> {
    let name = given.text_at("name")?.unwrap_or(NAME);
    let mut transfer = EpcTransfer::new(name, given.text_at("iban")?.unwrap_or(IBAN));
    transfer.version = match given.text_at("version")? {
        Some("001") => Some(EpcVersion::V001),
        Some("002") => Some(EpcVersion::V002),
        None => None,
        Some(version) => return unmapped(format!("version {version}")),
    };
    if let Some(charset) = given.text_at("charset")? {
        transfer.charset = charset_of(charset)?;
    }
    let field = given.text_at("amount_field")?.map(|field| field.strip_prefix("EUR"));
    let amount = given.text_at("amount")?.map(Some);
    if let Some(amount) = field.or(amount) {
        let Some(Ok(amount)) = amount.map(str::parse) else { return Ok(Err("amount")) };
        transfer.amount = Some(amount);
    }
    let text =
        |key: &str| -> Told<Option<dunning::Str>> { Ok(given.text_at(key)?.map(Into::into)) };
    transfer.bic = text("bic")?;
    transfer.purpose = text("purpose")?;
    transfer.reference = text("reference")?;
    transfer.remittance = text("text")?;
    transfer.information = text("information")?;
    Ok(Ok(transfer))
}

/// The character set of a number in the payload, as our reader of payloads has it.
fn charset_of(number: &str) -> Told<Option<dunning::EpcCharset>> {
    let sample = format!("BCD\n002\n{number}\nSCT\n\nA\n{IBAN}");
    match read_epc_payload(&sample) {
        EpcAnswer::Read { transfer } => Ok(transfer.charset),
        _ => unmapped(format!("charset {number}")),
    }
}

fn plain() -> Told<QrPayload> {
    match epc_payload(&EpcTransfer::new(NAME, IBAN)) {
        PayloadAnswer::Made { payload } => Ok(payload),
        other => unmapped(format!("{other:?}")),
    }
}

fn answer(case: &Case<'_>, made: PayloadAnswer) -> Told<Value> {
    Ok(match made {
        PayloadAnswer::Made { payload } => json!({
            "ok": true,
            "valid": true,
            "error": null,
            "payload": payload.text,
            "bytes": payload.bytes,
            "bytes_utf8": payload.text.len(),
            "lines": payload.text.split('\n').count(),
        }),
        PayloadAnswer::Flawed { flaws } => {
            let large = flaws.iter().find(|flaw| flaw.kind == FlawKind::TooLarge);
            let bytes = large.and_then(|flaw| flaw.found.as_deref()?.parse::<u64>().ok());
            let error = wording::error(&case.expected, &flaws)?;
            json!({ "ok": false, "valid": false, "error": error, "bytes_utf8": bytes })
        }
        other => return unmapped(format!("{other:?}")),
    })
}

/// An amount by itself: the field that it becomes.
fn amount(given: &Facts<'_>) -> Told<Value> {
    let refused = json!({ "ok": false, "field": null });
    // A transfer is in euros by its type.
    if given.text_at("currency")?.is_some_and(|currency| currency != "EUR") {
        given.get("amount");
        return Ok(refused);
    }
    let mut transfer = EpcTransfer::new(NAME, IBAN);
    let Ok(amount) = given.need("amount")?.name()?.parse::<Amount>() else { return Ok(refused) };
    transfer.amount = Some(amount);
    Ok(match epc_payload(&transfer) {
        PayloadAnswer::Made { payload } => {
            json!({ "ok": true, "field": payload.text.split('\n').nth(7) })
        }
        _ => refused,
    })
}

/// The bytes of a text, as they stand in a payload.
fn encoded(given: &Facts<'_>) -> Told<Value> {
    let text = given.need("text")?.text()?;
    let mut transfer = EpcTransfer::new(text, IBAN);
    transfer.charset = charset_of(given.need("charset_line")?.text()?)?;
    let PayloadAnswer::Made { payload } = epc_payload(&transfer) else {
        return unmapped("a text that the character set does not have");
    };
    let digits: Vec<char> = payload.hex.chars().collect();
    let bytes: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
    let name = bytes.split(|byte| byte == "0a").nth(5).unwrap_or_default();
    Ok(json!({ "bytes_hex": name.concat() }))
}

fn parsed(case: &Case<'_>) -> Told<Value> {
    match read_epc_payload(case.given.need("payload")?.text()?) {
        EpcAnswer::Read { transfer } => Ok(json!({
            "ok": true,
            "valid": true,
            "name": transfer.name,
            "iban": transfer.iban,
            "bic": transfer.bic,
            "amount": transfer.amount,
            "purpose": transfer.purpose,
            "reference": transfer.reference,
            "text": transfer.remittance,
            "information": transfer.information,
        })),
        EpcAnswer::Flawed { flaws } => {
            let error = wording::error(&case.expected, &flaws)?;
            Ok(json!({ "ok": false, "valid": false, "error": error }))
        }
        other => unmapped(format!("{other:?}")),
    }
}

pub(super) fn swiss(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let op = given.need("op")?.text()?;
    if !matches!(op, "build" | "validate") {
        return unmapped(format!("op {op}"));
    }
    let kind = match given.text_at("reference_type")? {
        Some("QRR") => Some(SwissReferenceType::Qrr),
        Some("SCOR") => Some(SwissReferenceType::Scor),
        Some("NON") => Some(SwissReferenceType::Non),
        None => None,
        Some(kind) => return unmapped(format!("reference type {kind}")),
    };
    // An account that goes with the reference, if the case is not about the account.
    let fits = if kind == Some(SwissReferenceType::Qrr) { QR_IBAN } else { SWISS_IBAN };
    let creditor = given.some("creditor").map(|facts| address(&facts)).transpose()?;
    let currency = given.some("currency").map(|facts| wording::parsed(&facts)).transpose()?;
    let francs = || "CHF".parse::<dunning::Currency>().or_else(|why| unmapped(why.to_string()));
    let mut bill = SwissBill::new(
        given.text_at("iban")?.unwrap_or(fits),
        creditor.map_or_else(somebody, Ok)?,
        currency.map_or_else(francs, Ok)?,
    );
    bill.reference_type = kind;
    bill.amount = given.some("amount").map(|facts| wording::parsed(&facts)).transpose()?;
    bill.debtor = given.some("debtor").map(|facts| address(&facts)).transpose()?;
    bill.reference = given.text_at("reference")?.map(Into::into);
    bill.message = given.text_at("message")?.map(Into::into);
    bill.bill_information = given.text_at("bill_information")?.map(Into::into);
    for scheme in given.list_at("alternative_schemes")? {
        bill.alternatives.push(scheme.text()?.into());
    }
    answer(case, swiss_payload(&bill))
}

fn somebody() -> Told<PostalAddress> {
    let country = "CH".parse::<dunning::Country>();
    let mut address = PostalAddress::new("Muster AG", country.or_else(|_| unmapped("CH"))?);
    (address.postcode, address.town) = (Some("2501".into()), Some("Biel".into()));
    Ok(address)
}

fn address(facts: &Facts<'_>) -> Told<PostalAddress> {
    let country: dunning::Country = wording::parsed(&facts.need("country")?)?;
    let mut address = PostalAddress::new(facts.text_at("name")?.unwrap_or_default(), country);
    if let Some(kind) = facts.text_at("type")?.filter(|kind| *kind != "S") {
        return unmapped(format!("an address of type {kind}"));
    }
    address.street = facts.text_at("street")?.map(Into::into);
    address.building = facts.text_at("building")?.map(Into::into);
    address.postcode = facts.text_at("postcode")?.map(Into::into);
    address.town = facts.text_at("town")?.map(Into::into);
    Ok(address)
}
