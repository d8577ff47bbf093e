//! The project's jobs.

mod bench;
mod cases;
mod examples;
mod files;
mod fuzz;
mod generate;
mod job;
mod kotlin;
mod node;
mod python;
mod rust;
mod sizes;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use job::{Done, job, say};
use test::Language;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's jobs", disable_help_subcommand = true)]
struct Cli {
    #[command(subcommand)]
    job: Job,
}

#[derive(Subcommand)]
enum Job {
    /// Format the code.
    Fmt {
        /// Only tell what is not formatted.
        #[arg(long)]
        check: bool,
    },
    /// Clippy on everything and on the core with each feature; warnings are errors.
    Lint,
    /// The tests of every language.
    Test {
        /// Only these languages.
        #[arg(long, value_delimiter = ',')]
        only: Vec<Language>,
    },
    /// The documentation of the core; warnings are errors.
    Doc,
    /// The core compiles with no feature, each alone, and all.
    Features,
    /// Write the generated sources of the bindings anew.
    Generate {
        /// Only tell which committed files differ.
        #[arg(long)]
        check: bool,
    },
    /// Write the expected results of the conformance cases anew, by the Rust core.
    Bless,
    /// The tests of the Python binding.
    Python,
    /// The tests of the Node binding.
    Node,
    /// The tests of the Kotlin binding.
    Kotlin,
    /// Run the examples of every language and compare what they print.
    Examples,
    /// Measure `plan`: times, and the instruction counts that are a gate.
    Bench {
        /// Only the instruction counts.
        #[arg(long)]
        gate: bool,
    },
    /// Fuzz each target.
    Fuzz {
        /// Seconds for each target.
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Run cases that other products would pass, and tell which fail.
    Cases {
        #[command(subcommand)]
        of: Of,
    },
    /// Lines of code, by crate and language.
    Sizes,
    /// Everything that a change must pass.
    Ci,
}

/// Whose cases.
#[derive(Subcommand)]
enum Of {
    /// Of other dunning products, each under the preset of its profile.
    Peers {
        /// Files of the shape of `conformance/peers/cases.json`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Of references, payloads, channels and hours.
    Channels {
        /// Files of the shape of `conformance/channels/cases.json`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Of the law: interest, costs, deadlines, calendars.
    Law {
        /// Files of the shape of `conformance/law/cases.json`.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

fn main() -> ExitCode {
    match Cli::parse().job.run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            // Cases tell by themselves what failed.
            if !why.is_empty() {
                say(&format!("error: {why}"));
            }
            ExitCode::FAILURE
        }
    }
}

impl Job {
    fn run(self) -> Done {
        match self {
            Self::Fmt { check } => job("fmt", || rust::fmt(check)),
            Self::Lint => job("lint", rust::lint),
            Self::Test { only } => job("test", || test::test(&only)),
            Self::Doc => job("doc", rust::doc),
            Self::Features => job("features", rust::features),
            Self::Generate { check } => job("generate", || generate::generate(check)),
            Self::Bless => job("bless", rust::bless),
            Self::Python => job("python", || test::test(&[Language::Python])),
            Self::Node => job("node", || test::test(&[Language::Node])),
            Self::Kotlin => job("kotlin", || test::test(&[Language::Kotlin])),
            Self::Examples => job("examples", examples::examples),
            Self::Bench { gate: true } => job("bench", bench::gate),
            Self::Bench { gate: false } => job("bench", bench::bench),
            Self::Fuzz { seconds } => job("fuzz", || fuzz::fuzz(seconds)),
            Self::Cases { of: Of::Peers { files } } => cases::peers(&files),
            Self::Cases { of: Of::Channels { files } } => cases::channels::channels(&files),
            Self::Cases { of: Of::Law { files } } => cases::law::law(&files),
            Self::Sizes => job("sizes", sizes::sizes),
            Self::Ci => job("ci", ci),
        }
    }
}

/// In the order in which a fault is found soonest.
fn ci() -> Done {
    let jobs = [
        Job::Fmt { check: true },
        Job::Lint,
        Job::Doc,
        Job::Generate { check: true },
        Job::Test { only: Vec::new() },
        Job::Examples,
        Job::Bench { gate: true },
    ];
    jobs.into_iter().try_for_each(Job::run)
}
