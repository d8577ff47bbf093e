//! `cargo xtask cases channels`: cases of references, payloads, channels and hours, run through
//! the public functions.
//!
//! As for other products, an adapter translates the names of a case and reckons nothing; a key
//! that it does not know fails the case, and so does a group whose rule is not built.

mod cadence;
mod hours;
mod messages;
mod payloads;
mod references;
mod reminder;
mod reports;
mod whatsapp;
mod wording;

use std::cell::RefCell;
use std::fs;
use std::io::{Write, stdout};
use std::path::PathBuf;

use serde_json::Value;

use super::facts::{Facts, Stop, Told, unmapped};
use super::{Judged, Verdict, compare};
use crate::job::Done;

/// Runs the cases of the files, tells what failed, and closes with the counts.
pub(crate) fn channels(files: &[PathBuf]) -> Done {
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

/// Judges every case of a file of the shape of `conformance/channels/cases.json`.
pub(crate) fn judge_all(cases: &Value) -> Done<Vec<Judged>> {
    let cases = cases.get("vectors").and_then(Value::as_array);
    let cases = cases.ok_or("the file has no `vectors`")?;
    Ok(cases.iter().map(judge).collect())
}

fn judge(case: &Value) -> Judged {
    let word = |key: &str| case.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (id, group) = (word("id"), word("group"));
    let nothing = Value::Null;
    let expected = case.get("expected").unwrap_or(&nothing);
    let given = case.get("given").unwrap_or(&nothing);
    let verdict = match found(&group, given, expected) {
        Ok(actual) if compare::same(expected, &actual) => Verdict::Passed,
        Ok(actual) => {
            Verdict::Failed { expected: expected.to_string(), actual: actual.to_string() }
        }
        Err(Stop::Unmapped(what)) => {
            Verdict::Failed { expected: expected.to_string(), actual: format!("unmapped: {what}") }
        }
        Err(Stop::Skipped(why)) => Verdict::Skipped(why),
    };
    Judged { id, profile: group, verdict }
}

fn found(group: &str, given: &Value, expected: &Value) -> Told<Value> {
    let read = RefCell::default();
    let case = Case {
        given: Facts::new("given", given, &read),
        expected: Facts::new("expected", expected, &read),
    };
    let answer = answer(group, &case)?;
    if let Some(key) = case.given.unread() {
        return unmapped(key);
    }
    compare::asked(expected, &answer, "expected")
}

/// What a case states and what it expects: the latter to know in which words it wants the answer.
struct Case<'a> {
    given: Facts<'a>,
    expected: Facts<'a>,
}

fn answer(group: &str, case: &Case<'_>) -> Told<Value> {
    match group {
        "iso11649" | "be-ogm" | "nl-betalingskenmerk" | "fi-viite" | "no-kid" | "ch-qrr" => {
            references::answer(group, case)
        }
        "epc-qr" => payloads::epc(case),
        "swiss-qr-bill" => payloads::swiss(case),
        "sms-segments" => messages::segments(case),
        "sms-keywords" => messages::keywords(case),
        "wa-me" => messages::link(case),
        "whatsapp-window" => whatsapp::answer(case),
        "whatsapp-errors" => reports::errors(case),
        "whatsapp-status" => reports::status(case),
        "email-bounce" => reports::bounce(case),
        "regf-hours" => hours::regulation_f(case),
        "regf-frequency" => hours::frequency(case),
        "nl-contact-hours" => hours::dutch(case),
        "be-first-reminder" => reminder::belgian(case),
        "cadence" => cadence::answer(case),
        _ => unmapped(format!("group {group}")),
    }
}

#[cfg(test)]
mod tests;
