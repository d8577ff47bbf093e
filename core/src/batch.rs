//! Many accounts as JSON lines.

use crate::calendar::Moment;
use crate::error::Problem;
use crate::json;
use crate::model::{Account, Plan};
use crate::plan::plan;
use crate::policy::Policy;
use crate::vocabulary::union;

union! {
    /// What became of one line of many accounts.
    pub enum PlannedLine {
        /// The account was planned.
        Planned {
            /// Its plan.
            plan: Plan,
        },
        /// The line cannot be read. It touches no other.
        Refused {
            /// The line, counted from 1.
            line: u32,
            /// What is wrong with it, each with its path and value.
            problems: Vec<Problem>,
        },
    }
}

/// Plans many accounts: one account a line in, one result a line out, in the same order.
///
/// A result is a [`PlannedLine`]: `{"type":"planned","plan":…}` or, for a line that cannot be
/// read, `{"type":"refused","line":n,"problems":[…]}` with the line counted from 1. Blank lines
/// give no result.
#[must_use]
pub fn plan_many(accounts: &str, policy: &Policy, now: Moment) -> String {
    let mut results = String::new();
    for (line, text) in (1_u32..).zip(accounts.lines()) {
        if text.trim().is_empty() {
            continue;
        }
        let result = match json::read::<Account>(text) {
            Ok(account) => PlannedLine::Planned { plan: plan(&account, policy, now) },
            Err(problems) => PlannedLine::Refused { line, problems },
        };
        results.push_str(&result.to_json());
        results.push('\n');
    }
    results
}
