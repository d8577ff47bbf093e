use std::path::PathBuf;

use clap::Parser;
use dunning::Day;

/// Plans a day for an administration: what goes out, what waits and why, what needs a person.
#[derive(Parser)]
#[command(name = "today")]
pub(crate) struct Args {
    /// Your own files: a directory that holds them, or single files that take the place of those
    /// of the same name; the sample administration if none is given. Names and columns are told in
    /// examples/data/README.md
    pub(crate) paths: Vec<PathBuf>,

    /// The day to plan, at 08:00 UTC; the day in export.json if not given
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<Day>,

    /// Take ledger and payments as read at the planned moment, whatever export.json says
    #[arg(long)]
    pub(crate) fresh: bool,

    /// Tell the story of one debtor instead
    #[arg(long, value_name = "ID")]
    pub(crate) debtor: Option<String>,

    /// The journal, in place of journal.jsonl
    #[arg(long, value_name = "PATH")]
    pub(crate) journal: Option<PathBuf>,

    /// Pretend to send everything, and append what happened to the journal
    #[arg(long, requires = "journal", conflicts_with = "debtor")]
    pub(crate) record: bool,
}
