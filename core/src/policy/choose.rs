//! By which of its channels a step goes out, and whom it turns to.

use std::collections::HashSet;

use super::compiled::problem;
use super::{PolicyDoc, Scenario, Step, Work};
use crate::error::Problem;
use crate::model::{Channel, Purpose};
use crate::vocabulary::union;

union! {
    /// Which channel of a step is taken.
    pub enum Choose {
        /// The first that can be used.
        FirstUsable {},
        /// The one that reaches the debtor best, of those that can be used.
        Adaptive {
            /// Contacts in a row without a reaction after which another channel has its turn.
            after: u32,
        },
        /// All that can be used, with one message: the first as always, the others with copies.
        All {},
    }
}

/// Contacts that nobody would wait for.
const MOST_CONTACTS: u32 = 100;

/// Everything that is wrong with how channels, recipients and senders are chosen.
pub(super) fn check(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    for (at, scenario) in doc.scenarios.iter().enumerate() {
        let path = format!("scenarios[{at}]");
        after(scenario.choose.as_ref(), &path, problems);
        for (at, step) in scenario.steps.iter().enumerate() {
            let path = format!("{path}.steps[{at}]");
            after(step.choose.as_ref(), &path, problems);
            let needs_others =
                matches!(step.choose, Some(Choose::Adaptive { .. } | Choose::All {}));
            if needs_others && channels(step).len() < 2 {
                let what = "never applies: the step has no other channel";
                problems.push(problem(format!("{path}.choose"), &step.choose, what));
            }
            let mut seen = HashSet::new();
            if !step.recipients.iter().all(|purpose| seen.insert(purpose)) {
                let what = "a purpose stands here twice";
                problems.push(problem(format!("{path}.recipients"), &step.recipients, what));
            }
            let mut seen = HashSet::new();
            if !step.senders.iter().all(|id| !id.trim().is_empty() && seen.insert(id)) {
                let what = "an id is empty or stands here twice";
                problems.push(problem(format!("{path}.senders"), &step.senders, what));
            }
        }
    }
}

fn after(choose: Option<&Choose>, path: &str, problems: &mut Vec<Problem>) {
    if let Some(Choose::Adaptive { after }) = choose
        && (*after == 0 || *after > MOST_CONTACTS)
    {
        let what = "from one contact to a hundred";
        problems.push(problem(format!("{path}.choose.after"), after, what));
    }
}

fn channels(step: &Step) -> &[Channel] {
    match &step.work {
        Work::Message { channels, .. } => channels,
        Work::Call { .. } => &[Channel::Call],
    }
}

/// The contacts in a row without a reaction after which another channel has its turn; none if the
/// first channel is taken that can be used.
pub(super) fn adaptive(step: &Step, scenario: &Scenario) -> Option<u32> {
    match step.choose.as_ref().or(scenario.choose.as_ref())? {
        Choose::Adaptive { after } if channels(step).len() > 1 => Some(*after),
        Choose::Adaptive { .. } | Choose::FirstUsable {} | Choose::All {} => None,
    }
}

/// True if the step goes out by all of its channels.
pub(super) fn all(step: &Step, scenario: &Scenario) -> bool {
    matches!(step.choose.as_ref().or(scenario.choose.as_ref()), Some(Choose::All {}))
}

/// Recipients that many debtors do not have.
pub(super) fn lint(doc: &PolicyDoc, advice: &mut Vec<Problem>) {
    let usual = [Purpose::Reminder, Purpose::Invoice, Purpose::Main];
    for (at, scenario) in doc.scenarios.iter().enumerate() {
        for (step_at, step) in scenario.steps.iter().enumerate() {
            let own = &step.recipients;
            if !own.is_empty() && !own.iter().any(|purpose| usual.contains(purpose)) {
                let path = format!("scenarios[{at}].steps[{step_at}].recipients");
                let what = "who has no such contact waits for a person: name a usual purpose last";
                advice.push(problem(path, own, what));
            }
        }
    }
}
