//! Writes the TypeScript types: to the file that is named, or to the terminal.
//!
//! `cargo run -p dunning-node --features types --example types -- bindings/node/types.d.ts`

use std::collections::BTreeMap;
use std::io::Write;

use ts_rs::{Config, TS, TypeVisitor};

fn main() -> std::io::Result<()> {
    let types = types();
    match std::env::args_os().nth(1) {
        Some(path) => std::fs::File::create(path)?.write_all(types.as_bytes()),
        None => std::io::stdout().write_all(types.as_bytes()),
    }
}

/// Every type that a root type leads to, in the order of their names.
fn types() -> String {
    let mut found = Found { cfg: Config::new(), types: BTreeMap::new() };
    found.visit::<dunning::Account>();
    found.visit::<dunning::PolicyDoc>();
    found.visit::<dunning::Plan>();
    found.visit::<dunning::PlannedLine>();
    found.visit::<dunning::Recheck>();
    found.visit::<dunning::Command>();
    found.visit::<dunning::Entry>();
    found.visit::<dunning::Assumptions>();
    found.visit::<dunning::Refusal>();
    found.visit::<dunning::Comparison>();
    found.visit::<dunning::Explanation>();
    found.visit::<dunning::Said>();
    found.visit::<dunning::Problem>();
    found.visit::<dunning::InterestStatement>();
    found.visit::<dunning::Claim>();
    found.visit::<dunning::CostFacts>();
    found.visit::<dunning::CostStatement>();
    found.visit::<dunning::CostSchedule>();
    found.visit::<dunning::ImputedPayment>();
    found.visit::<dunning::OpenClaim>();
    found.visit::<dunning::Imputation>();
    found.visit::<dunning::YearFraction>();
    found.visit::<dunning::RateSeries>();
    found.visit::<dunning::Preset>();
    found.visit::<dunning::StopWord>();
    found.visit::<dunning::Term>();
    found.visit::<dunning::TermDays>();
    found.visit::<dunning::CalendarInfo>();
    found.visit::<dunning::HolidayYear>();
    found.visit::<dunning::Adjustment>();
    found.visit::<dunning::MessageAnswer>();
    found.visit::<dunning::MessageOptions>();
    found.visit::<dunning::OccasionMessage>();
    found.visit::<dunning::ThankYou>();
    reaching(&mut found);
    let head = "// Generated from the Rust types; `cargo xtask generate` writes it anew.\n";
    found.types.values().fold(head.to_owned(), |text, found| text + "\n" + found)
}

/// Of the functions about ways to pay, addresses and channels.
fn reaching(found: &mut Found) {
    found.visit::<dunning::AddressAnswer>();
    found.visit::<dunning::Limits>();
    found.visit::<dunning::Capacity>();
    found.visit::<dunning::EpcAnswer>();
    found.visit::<dunning::FoundReference>();
    found.visit::<dunning::IbanAnswer>();
    found.visit::<dunning::LinkAnswer>();
    found.visit::<dunning::PayloadAnswer>();
    found.visit::<dunning::PaymentLinks>();
    found.visit::<dunning::PictureAnswer>();
    found.visit::<dunning::PostalAnswer>();
    found.visit::<dunning::QrPayload>();
    found.visit::<dunning::ReferenceAnswer>();
    found.visit::<dunning::SmsPlan>();
    found.visit::<dunning::ContactCheck>();
    found.visit::<dunning::ContactRule>();
    found.visit::<dunning::ContactSetting>();
    found.visit::<dunning::ContactSpan>();
    found.visit::<dunning::DeliveryState>();
    found.visit::<dunning::ErrorClass>();
    found.visit::<dunning::ErrorCode>();
    found.visit::<dunning::Keyword>();
    found.visit::<dunning::NextContact>();
    found.visit::<dunning::StatusWord>();
    found.visit::<dunning::CallFrequency>();
    found.visit::<dunning::CountedCall>();
    found.visit::<dunning::WhatsAppAsk>();
    found.visit::<dunning::WhatsAppCheck>();
    found.visit::<dunning::SwissBill>();
}

struct Found {
    cfg: Config,
    types: BTreeMap<String, String>,
}

impl TypeVisitor for Found {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // Lists and plain strings are no types of ours, nor is what TypeScript sees as one.
        let name = T::name(&self.cfg);
        let ours = T::output_path().is_some() && name != T::inline(&self.cfg);
        if ours && !self.types.contains_key(&name) {
            let docs = T::docs().unwrap_or_default();
            let text = laid_out(&format!("{docs}export {}", T::decl(&self.cfg)));
            self.types.insert(name, text);
            T::visit_dependencies(self);
        }
    }
}

/// One field a line, indented; the examples in the docs are Rust and stay out.
fn laid_out(text: &str) -> String {
    let mut out = Lines::default();
    let mut in_example = false;
    for line in text.lines() {
        let doc = ["/**", " *"].iter().any(|start| line.starts_with(start));
        if doc && line.contains("```") {
            in_example = !in_example;
        } else if doc && !in_example {
            out.doc(line);
        } else if !doc {
            let code = line.replace("{ ", "{\n").replace(", }", ",\n}");
            code.lines().filter(|line| !line.trim().is_empty()).for_each(|line| out.code(line));
        }
    }
    out.0.join("\n") + "\n"
}

#[derive(Default)]
struct Lines(Vec<String>);

impl Lines {
    /// Within braces if the line before opened some or stands within.
    fn indent(&self) -> &'static str {
        let before = self.0.last().map_or("", String::as_str);
        if before.starts_with("  ") || before.ends_with('{') { "  " } else { "" }
    }

    fn doc(&mut self, line: &str) {
        // What is left of an example's surroundings.
        while line == " */" && self.0.last().is_some_and(|before| before.trim() == "*") {
            self.0.pop();
        }
        self.0.push(format!("{}{line}", self.indent()));
    }

    fn code(&mut self, line: &str) {
        let line = line.trim_end();
        let indent = if line.starts_with('}') { "" } else { self.indent() };
        self.0.push(format!("{indent}{line}"));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_types_are_those_of_the_core() {
        let committed = include_str!("../types.d.ts");
        assert!(committed == super::types(), "run `cargo xtask generate` and commit the result");
    }
}
