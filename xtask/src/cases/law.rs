//! `cargo xtask cases law`: cases of law, run through the public functions.
//!
//! As for other products, an adapter translates the names of a case and reckons nothing; a key
//! that it does not know fails the case.

use std::cell::RefCell;
use std::fs;
use std::io::{Write, stdout};
use std::path::PathBuf;

use dunning::Policy;
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::{Judged, compare, law_claims, law_costs, law_days, law_interest, place};
use crate::job::Done;

/// Runs the cases of the files, tells what failed, and closes with the counts.
pub(crate) fn law(files: &[PathBuf]) -> Done {
    let mut judged = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).map_err(|why| format!("{}: {why}", file.display()))?;
        let cases = serde_json::from_str(&text);
        let cases: Value = cases.map_err(|why| format!("{}: {why}", file.display()))?;
        judged.extend(judge_all(&cases)?);
    }
    let (text, is_good) = super::report(&judged);
    // If the terminal is gone there is nobody to tell.
    let _ = stdout().write_all(text.as_bytes());
    if is_good { Ok(()) } else { Err(String::new()) }
}

/// Judges every case of a file of the shape of `conformance/law/cases.json`.
pub(crate) fn judge_all(cases: &Value) -> Done<Vec<Judged>> {
    let cases = cases.get("cases").and_then(Value::as_array).ok_or("the file has no `cases`")?;
    Ok(cases.iter().map(judge).collect())
}

pub(super) fn judge(case: &Value) -> Judged {
    super::judged(case, "kind", |kind, given, expected| {
        let read = RefCell::default();
        let facts = Facts::new("given", given, &read);
        let jurisdiction = case.get("jurisdiction").and_then(Value::as_str).unwrap_or_default();
        let answer = answer(kind, jurisdiction, &facts)?;
        if let Some(key) = facts.unread() {
            return unmapped(key);
        }
        compare::asked(expected, &answer, "expected")
    })
}

fn answer(kind: &str, jurisdiction: &str, given: &Facts<'_>) -> Told<Value> {
    match kind {
        "interest" => law_interest::interest(given),
        "day_count" => law_interest::day_count(given),
        "collection_cost" | "fixed_sum" => law_costs::answer(given),
        "imputation" => law_claims::answer(jurisdiction, given),
        "notice_deadline" | "business_day" | "holiday" => law_days::answer(kind, given),
        _ => unmapped(format!("kind {kind}")),
    }
}

/// House rules with something in them.
pub(super) fn policy(more: &Value) -> Told<Policy> {
    let step = json!({
        "id": "reminder", "offset": { "type": "days", "days": 3 },
        "work": { "type": "message", "channels": ["email"] },
    });
    let mut doc = json!({
        "scenarios": [{ "id": "standard", "version": 1, "steps": [step] }],
        "assignment": [{ "scenario": "standard" }],
    });
    let own = more.as_object().into_iter().flatten();
    for (key, value) in own {
        doc[key] = value.clone();
    }
    Policy::from_json(&doc.to_string()).or_else(refused)
}

/// What the library refuses is no answer to a case.
pub(super) fn refused<T>(why: impl std::fmt::Display) -> Told<T> {
    unmapped(format!("refused: {why}"))
}

/// Something of the library, from what a case states.
pub(super) fn read<T: serde::de::DeserializeOwned>(value: &Value) -> Told<T> {
    serde_json::from_value(value.clone()).or_else(refused)
}

/// Something of the library as JSON.
pub(super) fn told(value: &impl serde::Serialize) -> Told<Value> {
    serde_json::to_value(value).or_else(refused)
}

/// The day on which a case happens that names none.
pub(super) fn day_of(given: &Facts<'_>, key: &str) -> Told<String> {
    Ok(given.text_at(key)?.unwrap_or(place::TODAY).to_owned())
}

#[cfg(test)]
mod tests;
