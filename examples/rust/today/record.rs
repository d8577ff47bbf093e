//! The day is sent, as far as the journal knows.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;

use dunning::plan;

use crate::load::Administration;
use crate::sending::{Tally, journal_line, send};

/// Queue, recheck, send, report: for every action of the day, each account by itself.
pub(crate) fn record_sending(day: &mut Administration, journal: &Path) -> Result<String, String> {
    let mut lines = String::new();
    let mut entries = 0_usize;
    let mut tally = Tally::default();
    let mut refused = String::new();
    let mut refusals = 0_usize;
    for account in &mut day.accounts {
        for action in plan(account, &day.policy, day.now).actions {
            let before = account.journal.len();
            if let Err(refusal) = send(account, &day.policy, &action, day.now, &mut tally) {
                refused.push_str(&format!("  {}  {refusal}\n", action.delivery));
                refusals = refusals.saturating_add(1);
            }
            for entry in account.journal.iter().skip(before) {
                lines.push_str(&journal_line(&account.debtor.id, entry));
                entries = entries.saturating_add(1);
            }
        }
    }
    append(journal, &lines).map_err(|error| format!("{}: {error}\n", journal.display()))?;
    Ok(format!(
        "RECORDED: {entries} entries; {} sent, {} of them changed by recheck; {} withdrawn; {refusals} refused\n{refused}",
        tally.sent, tally.changed, tally.withdrawn,
    ))
}

fn append(path: &Path, lines: &str) -> std::io::Result<()> {
    OpenOptions::new().append(true).create(true).open(path)?.write_all(lines.as_bytes())
}
