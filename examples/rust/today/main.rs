//! Plans a day for a whole administration read from CSV files, and tells what to do and why.
//!
//! `examples/README.md` tells what it prints; the same program exists in other languages.
#![expect(
    clippy::disallowed_methods,
    reason = "a program reads and writes files; the core does not"
)]

mod args;
mod columns;
mod draft;
mod export;
mod files;
mod load;
mod record;
mod report;
mod sending;
mod show;
mod story;
mod sums;
mod table;
mod wrong;

use std::io::Write as _;
use std::process::ExitCode;

use args::Args;
use clap::Parser as _;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(&args) {
        Ok(text) => {
            // A reader that has seen enough (`| head`) is no failure.
            let _ = std::io::stdout().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        Err(text) => {
            let _ = std::io::stderr().write_all(text.as_bytes());
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args) -> Result<String, String> {
    let files = files::Files::named(&args.paths, args.journal.as_deref(), args.record)?;
    let mut day = load::load(&files, args.on, args.fresh).map_err(|wrong| wrong::listed(&wrong))?;
    if let Some(debtor) = &args.debtor {
        return story::story(&day, debtor);
    }
    let mut text = report::report(&day);
    if args.record {
        let path = files.path("journal.jsonl").ok_or("--record needs --journal\n")?;
        text.push('\n');
        text.push_str(&record::record_sending(&mut day, path)?);
    }
    Ok(text)
}
