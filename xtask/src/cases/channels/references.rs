//! Structured references.

use dunning::{
    Flaw, PaymentReference, ReferenceAnswer, ReferenceScheme, SwissReferenceType, check_iban,
    check_reference, find_references, make_reference,
};
use serde_json::{Value, json};

use super::super::facts::{Facts, Told, unmapped};
use super::{Case, wording};

pub(super) fn answer(group: &str, case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let op = given.need("op")?.text()?;
    if op == "check-type" {
        return account(case);
    }
    let scheme = scheme(group, given)?;
    match op {
        "generate" => {
            let (payload, is_plain) = payload(given)?;
            // Seven Dutch digits without a check digit are the reference themselves.
            if is_plain { checked(case, scheme, &payload) } else { made(case, scheme, &payload) }
        }
        "validate" if group == "no-kid" && !given.has("mode") => both_modes(given),
        "validate" => checked(case, scheme, written(given)?),
        "to_rf" => {
            let ReferenceAnswer::Valid { reference } = check_reference(scheme, written(given)?)
            else {
                return unmapped("a reference that does not hold");
            };
            made(case, ReferenceScheme::Iso11649, &reference.value)
        }
        "find" | "parse_from_text" => {
            let text = given.need("text")?.text()?;
            let found = find_references(text, &[scheme]);
            let values: Vec<&str> = found.iter().map(|one| one.reference.value.as_str()).collect();
            Ok(json!({ "found": values, "references": values, "reference": values.first() }))
        }
        _ => unmapped(format!("op {op}")),
    }
}

fn scheme(group: &str, given: &Facts<'_>) -> Told<ReferenceScheme> {
    Ok(match group {
        "iso11649" => ReferenceScheme::Iso11649,
        "be-ogm" => ReferenceScheme::BelgianOgm,
        "nl-betalingskenmerk" => ReferenceScheme::DutchBetalingskenmerk,
        "fi-viite" => ReferenceScheme::FinnishViite,
        "ch-qrr" => ReferenceScheme::SwissQrr,
        "no-kid" => match given.text_at("mode")? {
            None | Some("MOD10") => ReferenceScheme::NorwegianKidMod10,
            Some("MOD11") => ReferenceScheme::NorwegianKidMod11,
            Some(mode) => return unmapped(format!("mode {mode}")),
        },
        _ => return unmapped(format!("group {group}")),
    })
}

/// What a reference is made of, and whether it has no check digit.
fn payload(given: &Facts<'_>) -> Told<(String, bool)> {
    let key = ["payload", "base", "base10", "base26"].into_iter().find(|key| given.has(key));
    let Some(key) = key else { return unmapped("no payload") };
    let payload = given.need(key)?.name()?;
    // The length and the length code follow from the payload.
    let length = given.whole_at("length")?;
    given.is("with_length_code")?;
    Ok((payload, length == Some(7)))
}

fn written<'a>(given: &Facts<'a>) -> Told<&'a str> {
    let key = if given.has("kid") { "kid" } else { "reference" };
    given.need(key)?.text()
}

fn made(case: &Case<'_>, scheme: ReferenceScheme, payload: &str) -> Told<Value> {
    match make_reference(scheme, payload) {
        ReferenceAnswer::Valid { reference } => told(case, &reference),
        ReferenceAnswer::Flawed { flaws } => flawed(case, &flaws),
        other => unmapped(format!("{other:?}")),
    }
}

fn checked(case: &Case<'_>, scheme: ReferenceScheme, text: &str) -> Told<Value> {
    match check_reference(scheme, text) {
        ReferenceAnswer::Valid { reference } => told(case, &reference),
        ReferenceAnswer::Flawed { flaws } => flawed(case, &flaws),
        other => unmapped(format!("{other:?}")),
    }
}

fn flawed(case: &Case<'_>, flaws: &[Flaw]) -> Told<Value> {
    Ok(json!({ "valid": false, "error": wording::error(&case.expected, flaws)? }))
}

fn told(case: &Case<'_>, reference: &PaymentReference) -> Told<Value> {
    let check = reference.check.as_deref().unwrap_or_default();
    Ok(json!({
        "valid": true,
        "error": null,
        "reference": reference.value,
        "kid": reference.value,
        "normalised": reference.value,
        "print": reference.printed,
        "payload": reference.payload,
        "check": wording::number(&case.expected, "check", check),
        "length": reference.value.chars().count(),
        "length_code": reference.length_code,
        "weighted_sum": reference.weighted_sum,
        "raw": reference.raw,
    }))
}

/// Under which modulus a Norwegian number holds.
fn both_modes(given: &Facts<'_>) -> Told<Value> {
    let text = written(given)?;
    let holds = |scheme| matches!(check_reference(scheme, text), ReferenceAnswer::Valid { .. });
    let (ten, eleven) = (ReferenceScheme::NorwegianKidMod10, ReferenceScheme::NorwegianKidMod11);
    let (ten, eleven) = (holds(ten), holds(eleven));
    Ok(json!({ "mod10": ten, "mod11": eleven, "valid": ten || eleven }))
}

/// Which references an account takes.
fn account(case: &Case<'_>) -> Told<Value> {
    let text = case.given.need("iban")?.text()?;
    let dunning::IbanAnswer::Valid { iban } = check_iban(text) else {
        return Ok(json!({ "iban_valid": false, "qr_iban": false, "required_reference": null }));
    };
    let names: Vec<&str> = iban.swiss_references.iter().map(name).collect();
    // The case may list what is allowed in its own manner.
    let wanted = case.expected.text_at("required_reference")?.unwrap_or_default();
    let listed: Vec<&str> = wanted
        .split(|letter: char| !letter.is_ascii_uppercase())
        .filter(|word| !word.is_empty())
        .collect();
    let required = if listed == names { wanted.to_owned() } else { names.join(" or ") };
    Ok(json!({ "iban_valid": true, "qr_iban": iban.qr_iban, "required_reference": required }))
}

fn name(kind: &SwissReferenceType) -> &'static str {
    match kind {
        SwissReferenceType::Qrr => "QRR",
        SwissReferenceType::Scor => "SCOR",
        SwissReferenceType::Non => "NON",
        _ => "?",
    }
}
