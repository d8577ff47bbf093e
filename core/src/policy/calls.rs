//! How calls are made: what counts as reached, how often, and what waits for them.

use super::compiled::problem;
use crate::error::Problem;
use crate::model::CallAnswer;
use crate::vocabulary::{record, union};

record! {
    /// How the calls of a step are made.
    pub struct CallRules {
        /// Outcomes after which the step counts as reached; `Reached` and `Voicemail` if none is
        /// given.
        pub reached_on: Vec<CallAnswer> = [],
        /// Calls that did not reach the debtor after which the step counts as reached all the
        /// same; 3 if not given. A wrong number is not counted, and a call that the debtor asked
        /// for is made in any case.
        pub max_attempts: Option<u32> = None,
        /// Hours from one attempt to the next; 24 if not given.
        pub retry_after_hours: Option<u32> = None,
        /// Attempts on one day, in the creditor's zone; 2 if not given.
        pub max_per_day: Option<u32> = None,
        /// Whether later steps wait for an outcome; `Continue` if not given.
        pub wait: Option<CallWait> = None,
    }
}

union! {
    /// Whether later steps wait for the outcome of a call.
    pub enum CallWait {
        /// They do not: a later step is taken when it is due.
        Continue {},
        /// They do, from the day on which the call was first handed over.
        UntilOutcome {
            /// For how many days at most.
            at_most_days: u32,
        },
    }
}

/// The rules of a call as the rules use them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CallTerms {
    /// By the outcomes reached, voicemail, refused, no answer.
    reached_on: [bool; 4],
    pub(crate) max_attempts: u32,
    pub(crate) retry_after_hours: u32,
    pub(crate) max_per_day: u32,
    /// Days for which later steps wait.
    pub(crate) wait_days: Option<i32>,
}

const ANSWERS: [CallAnswer; 4] =
    [CallAnswer::Reached, CallAnswer::Voicemail, CallAnswer::Refused, CallAnswer::NoAnswer];

impl CallTerms {
    pub(super) fn compile(rules: Option<&CallRules>) -> Self {
        let given = rules.map(|rules| rules.reached_on.as_slice()).unwrap_or_default();
        let usual = [CallAnswer::Reached, CallAnswer::Voicemail];
        let reached_on = if given.is_empty() { &usual } else { given };
        let wait_days = match rules.and_then(|rules| rules.wait.as_ref()) {
            Some(CallWait::UntilOutcome { at_most_days }) => {
                Some(i32::try_from(*at_most_days).unwrap_or(i32::MAX))
            }
            _ => None,
        };
        let number = |given: fn(&CallRules) -> Option<u32>, default| {
            rules.and_then(given).unwrap_or(default)
        };
        Self {
            reached_on: ANSWERS.map(|answer| reached_on.contains(&answer)),
            max_attempts: number(|rules| rules.max_attempts, 3),
            retry_after_hours: number(|rules| rules.retry_after_hours, 24),
            max_per_day: number(|rules| rules.max_per_day, 2),
            wait_days,
        }
    }

    /// True if the step counts as reached after this answer.
    pub(crate) fn reaches(&self, answer: CallAnswer) -> bool {
        ANSWERS.iter().zip(self.reached_on).any(|(known, reaches)| *known == answer && reaches)
    }
}

impl Default for CallTerms {
    fn default() -> Self {
        Self::compile(None)
    }
}

/// Everything that is wrong with the rules of a call.
pub(super) fn check(rules: &CallRules, path: &str, problems: &mut Vec<Problem>) {
    let at_least_one =
        [("maxAttempts", rules.max_attempts, 100), ("maxPerDay", rules.max_per_day, 100)];
    for (field, given, most) in at_least_one {
        if given.is_some_and(|number| number == 0 || number > most) {
            problems.push(problem(format!("{path}.{field}"), &given, "from 1 to 100"));
        }
    }
    if rules.retry_after_hours.is_some_and(|hours| hours > 24 * 366) {
        let path = format!("{path}.retryAfterHours");
        problems.push(problem(path, &rules.retry_after_hours, "at most a year of hours"));
    }
    let mut seen: Vec<CallAnswer> = Vec::new();
    for answer in &rules.reached_on {
        if seen.contains(answer) {
            let path = format!("{path}.reachedOn");
            problems.push(problem(path, &rules.reached_on, "an outcome stands here twice"));
            break;
        }
        seen.push(*answer);
    }
    if let Some(CallWait::UntilOutcome { at_most_days }) = &rules.wait
        && *at_most_days > 3_660
    {
        let path = format!("{path}.wait.atMostDays");
        problems.push(problem(path, at_most_days, "at most ten years"));
    }
}
