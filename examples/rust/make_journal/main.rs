//! Makes the journal of the sample administration: plays the days before it through the engine.
//!
//! On each business day everything that is planned is sent, then what `history.jsonl` says
//! happened is recorded. The journal goes to standard output:
//!
//! ```text
//! cargo run --example make_journal > journal.jsonl && mv journal.jsonl examples/data/
//! ```
#![expect(clippy::disallowed_methods, reason = "a program reads and writes files")]

#[path = "../today/columns.rs"]
mod columns;
#[path = "../today/draft.rs"]
mod draft;
#[path = "../today/export.rs"]
mod export;
#[path = "../today/files.rs"]
mod files;
mod history;
#[expect(dead_code, reason = "only `today` has a moment of its own")]
#[path = "../today/load.rs"]
mod load;
mod past;
#[path = "../today/sending.rs"]
mod sending;
#[path = "../today/table.rs"]
mod table;
#[path = "../today/wrong.rs"]
mod wrong;

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use dunning::{Day, Moment};
use history::History;

/// The day on which the company began to use the engine.
const FIRST_DAY: &str = "2026-03-02";

fn main() -> ExitCode {
    match journal() {
        Ok(lines) => {
            let _ = std::io::stdout().write_all(lines.as_bytes());
            ExitCode::SUCCESS
        }
        Err(text) => {
            let _ = std::io::stderr().write_all(text.as_bytes());
            ExitCode::FAILURE
        }
    }
}

fn journal() -> Result<String, String> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data");
    let history = std::fs::read_to_string(data.join("history.jsonl"));
    let history = History::read(&history.map_err(|error| error.to_string())?)?;
    // Without the journal there may be: this makes it.
    let files = files::Files::named(&[data], Some(Path::new("no journal")), true)?;
    let mut end = load::load(&files, None, false).map_err(|wrong| wrong::listed(&wrong))?;
    let first: Day = FIRST_DAY.parse().map_err(|error: dunning::NotADay| error.to_string())?;
    let mut lines = String::new();
    for day in first.date().iter_days().take_while(|day| *day < end.day.date()) {
        let day = Day::try_from(day).map_err(|error| error.to_string())?;
        let (midnight, morning) = (moment(day, "00:00:00")?, moment(day, "08:00:00")?);
        let evening = moment(day, "23:59:59")?;
        for account in &mut end.accounts {
            let mut then = past::at(account, day, morning);
            let known = then.journal.len();
            history.tell(&mut then, &end.policy, midnight, morning)?;
            if past::is_business_day(day, end.policy.doc()) {
                history.send(&mut then, &end.policy, morning)?;
            }
            history.tell(&mut then, &end.policy, morning, evening)?;
            for entry in then.journal.into_iter().skip(known) {
                lines.push_str(&sending::journal_line(&account.debtor.id, &entry));
                account.journal.push(entry);
            }
        }
    }
    history.all_used()?;
    Ok(lines)
}

fn moment(day: Day, time: &str) -> Result<Moment, String> {
    format!("{day}T{time}Z").parse().map_err(|error: dunning::NotAMoment| error.to_string())
}
