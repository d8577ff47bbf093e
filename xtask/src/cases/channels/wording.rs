//! The words of the cases for what is wrong, and ours: an answer is told in the words of the case
//! if they mean the same, else in ours.

use dunning::{Flaw, FlawKind};
use serde_json::{Value, json};

use super::super::facts::{Facts, Told, unmapped};

/// What a phrase about an error speaks of: the kind of the flaw, and the beginning of its path if
/// that matters.
const PHRASES: &[(&str, &[FlawKind], &str)] = &[
    ("exclusive", &[FlawKind::Exclusive], ""),
    ("bytes", &[FlawKind::TooLarge], "payload"),
    ("takes no reference", &[FlawKind::Unwanted], "reference"),
    ("bic", &[FlawKind::Missing, FlawKind::Form], "bic"),
    ("iban", &[FlawKind::Checksum, FlawKind::Mismatch, FlawKind::Unknown], ""),
    ("qrr", &[FlawKind::Mismatch], "referenceType"),
    ("scor", &[FlawKind::Mismatch], "referenceType"),
    ("amount", &[FlawKind::Amount], "amount"),
    ("currency", &[FlawKind::Unknown], "currency"),
    ("name", &[FlawKind::Length, FlawKind::Missing], "name"),
    ("message", &[FlawKind::Length], "message"),
    ("remittance", &[FlawKind::Length], "remittance"),
    ("purpose", &[FlawKind::Length, FlawKind::Character], "purpose"),
    ("length", &[FlawKind::Length, FlawKind::Missing], ""),
    ("checksum", &[FlawKind::Checksum], ""),
    ("check digit", &[FlawKind::Checksum], ""),
    ("length_code", &[FlawKind::Form], "reference"),
    ("format", &[FlawKind::Character, FlawKind::Form], ""),
    ("character", &[FlawKind::Character], ""),
    ("charset", &[FlawKind::Character, FlawKind::Unknown], ""),
    ("digits", &[FlawKind::Character], ""),
    ("country code", &[FlawKind::Form, FlawKind::Unknown], "phone"),
    ("international", &[FlawKind::Form], "phone"),
];

/// The flaws in the words of the case, if the case speaks of one of them; else in ours.
pub(super) fn error(case: &Facts<'_>, flaws: &[Flaw]) -> Told<Value> {
    let told = case.text_at("error")?.unwrap_or_default();
    let is_meant = |flaw: &Flaw| {
        let phrase = PHRASES.iter().find(|(phrase, ..)| told.to_lowercase().contains(phrase));
        phrase.is_some_and(|(_, kinds, path)| {
            kinds.contains(&flaw.kind) && flaw.path.starts_with(path)
        })
    };
    if flaws.iter().any(is_meant) {
        return Ok(json!(told));
    }
    Ok(flaws.first().map_or(Value::Null, |flaw| json!(format!("{} {:?}", flaw.path, flaw.kind))))
}

/// A word of the case, if it is among those that mean our answer; else our own.
pub(super) fn word(case: &Facts<'_>, key: &str, ours: &str, same: &[&str]) -> Told<Value> {
    let told = case.text_at(key)?.unwrap_or(ours);
    Ok(json!(if same.contains(&told) { told } else { ours }))
}

/// A number as the case writes it: as a number, or as digits.
pub(super) fn number(case: &Facts<'_>, key: &str, digits: &str) -> Value {
    let as_text = case.get(key).is_some_and(|told| told.is_text());
    digits.parse::<u64>().ok().filter(|_| !as_text).map_or_else(|| json!(digits), |one| json!(one))
}

/// What is no text here is read by our own reader of the noun.
pub(super) fn parsed<T: std::str::FromStr>(facts: &Facts<'_>) -> Told<T> {
    let text = facts.text()?;
    text.parse().or_else(|_| unmapped(format!("{text:?} cannot be read")))
}
