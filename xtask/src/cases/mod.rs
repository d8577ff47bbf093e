//! `cargo xtask cases peers` (and `law`, in a file of its name): cases taken from other products, run through the public API under
//! the preset of their profile.
//!
//! An adapter translates the names of a case into an account, a policy and commands, and the
//! answer back into the names of the case. It reckons nothing: no levels, no money, no order of
//! days. Stated counts of days are placed on a fixed calendar (`place`).
#![expect(
    clippy::indexing_slicing,
    reason = "accounts and policies are JSON tables that are built here: what is not there is null"
)]

mod axelor;
mod bc;
mod bc_fees;
mod bc_runs;
mod bc_undo;
mod calls;
pub(crate) mod channels;
mod compare;
mod dolibarr;
mod erpnext;
mod facts;
mod fees;
mod invoice_ninja;
mod items;
mod killbill;
mod killbill_events;
mod lab;
mod lago;
mod lago_runs;
pub(crate) mod law;
mod law_claims;
mod law_costs;
mod law_days;
mod law_interest;
mod metasfresh;
mod metasfresh_documents;
mod oca;
mod oca_fees;
mod oca_reminder;
mod past;
mod place;
mod reading;
mod sap;
mod tryton;
mod world;

#[cfg(test)]
mod mutations;

use std::cell::RefCell;
use std::fs;
use std::io::{Write, stdout};
use std::path::PathBuf;

use serde_json::Value;

use crate::job::Done;
use facts::{Facts, Stop, Told};
use lab::Lab;

/// What became of a case.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Verdict {
    Passed,
    Failed { expected: String, actual: String },
    Skipped(&'static str),
}

/// A case and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Judged {
    pub(crate) id: String,
    pub(crate) profile: String,
    pub(crate) verdict: Verdict,
}

/// Runs the cases of the files, tells what failed and what was skipped, and closes with the
/// counts. An error without words: everything is told already.
pub(crate) fn peers(files: &[PathBuf]) -> Done {
    let mut judged = Vec::new();
    for file in files {
        let text = fs::read_to_string(file).map_err(|why| format!("{}: {why}", file.display()))?;
        let cases = serde_json::from_str(&text);
        let cases: Value = cases.map_err(|why| format!("{}: {why}", file.display()))?;
        judged.extend(judge_all(&cases, &Lab::default())?);
    }
    let (text, is_good) = report(&judged);
    // If the terminal is gone there is nobody to tell.
    let _ = stdout().write_all(text.as_bytes());
    if is_good { Ok(()) } else { Err(String::new()) }
}

/// Judges every case of a file of the shape of `conformance/peers/cases.json`.
pub(crate) fn judge_all(cases: &Value, lab: &Lab) -> Done<Vec<Judged>> {
    let cases = cases.get("cases").and_then(Value::as_array).ok_or("the file has no `cases`")?;
    Ok(cases.iter().map(|case| judge(case, lab)).collect())
}

fn judge(case: &Value, lab: &Lab) -> Judged {
    judged(case, "profile", |profile, given, expected| found(profile, given, expected, lab))
}

/// A case that is found by the word at a key, with what it states and what it expects.
fn judged(
    case: &Value,
    key: &str,
    find: impl FnOnce(&str, &Value, &Value) -> Told<Value>,
) -> Judged {
    let word = |key: &str| case.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let profile = word(key);
    let nothing = Value::Null;
    let expected = case.get("expected").unwrap_or(&nothing);
    let given = case.get("given").unwrap_or(&nothing);
    let verdict = match find(&profile, given, expected) {
        Ok(actual) if compare::same(expected, &actual) => Verdict::Passed,
        Ok(actual) => {
            Verdict::Failed { expected: expected.to_string(), actual: actual.to_string() }
        }
        Err(Stop::Unmapped(what)) => {
            Verdict::Failed { expected: expected.to_string(), actual: format!("unmapped: {what}") }
        }
        Err(Stop::Skipped(why)) => Verdict::Skipped(why),
    };
    Judged { id: word("id"), profile, verdict }
}

/// The answer to a case, as far as it is asked for.
fn found(profile: &str, given: &Value, expected: &Value, lab: &Lab) -> Told<Value> {
    let read = RefCell::default();
    let case = Case {
        given: Facts::new("given", given, &read),
        expected: Facts::new("expected", expected, &read),
        lab,
    };
    let answer = answer(profile, &case)?;
    if let Some(key) = case.given.unread() {
        return facts::unmapped(key);
    }
    compare::asked(expected, &answer, "expected")
}

/// What a case states, what it expects, and under which rules it is tried.
pub(crate) struct Case<'a> {
    given: Facts<'a>,
    /// Only to know what is asked for: a number of repetitions, a day.
    expected: Facts<'a>,
    lab: &'a Lab,
}

fn answer(profile: &str, case: &Case<'_>) -> Told<Value> {
    match profile {
        "axelor" => axelor::answer(case),
        "bc" => bc::answer(case),
        "dolibarr" => dolibarr::answer(case),
        "erpnext" => erpnext::answer(case),
        "idempiere" | "metasfresh" => metasfresh::answer(case, profile),
        "invoice_ninja" => invoice_ninja::answer(case),
        "killbill" => killbill::answer(case),
        "lago" => lago::answer(case),
        "oca" => oca::answer(case),
        "oca_reminder" | "oca_warn" => oca_reminder::answer(case, profile),
        "sap" => sap::answer(case),
        "tryton" => tryton::answer(case),
        _ => facts::unmapped(format!("profile {profile}")),
    }
}

/// The lines about what did not pass, and last the counts.
fn report(judged: &[Judged]) -> (String, bool) {
    let mut text = String::new();
    let (mut passed, mut failed, mut skipped) = (0_usize, 0_usize, 0_usize);
    for Judged { id, profile, verdict } in judged {
        let (count, line) = match verdict {
            Verdict::Passed => (&mut passed, String::new()),
            Verdict::Failed { expected, actual } => (
                &mut failed,
                format!("FAILED {id} ({profile})\n  expected {expected}\n  actual   {actual}\n"),
            ),
            Verdict::Skipped(why) => (&mut skipped, format!("skipped {id} ({profile}): {why}\n")),
        };
        *count = count.saturating_add(1);
        text.push_str(&line);
    }
    text.push_str(&format!("{passed} passed, {failed} failed, {skipped} skipped\n"));
    (text, failed == 0)
}

#[cfg(test)]
mod tests;
