//! Only the border can fail: input that cannot be read, a policy that cannot hold, a command
//! that makes no sense.

use std::fmt;

use crate::model::Trouble;
use crate::vocabulary::{record, union};

record! {
    /// One thing that is wrong with an input.
    pub struct Problem {
        /// Where, as in `scenarios[0].steps[2].offset`.
        pub path: String,
        /// What stands there, as JSON.
        pub value: String,
        /// What is wrong with it.
        pub problem: String,
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} (found {})", self.path, self.problem, self.value)
    }
}

/// The input could not be read. All problems are told at once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Error))]
pub enum InputRefused {
    /// What is wrong, and where.
    #[error("{}", listed("the input cannot be read", problems))]
    Invalid {
        /// Each with its path and value.
        problems: Vec<Problem>,
    },
}

/// The policy cannot hold. All problems are told at once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[cfg_attr(feature = "uniffi", derive(uniffi::Error))]
pub enum PolicyRefused {
    /// What is wrong, and where.
    #[error("{}", listed("the policy cannot hold", problems))]
    Invalid {
        /// Each with its path and value.
        problems: Vec<Problem>,
    },
}

fn listed(title: &str, problems: &[Problem]) -> String {
    let mut text = title.to_owned();
    for problem in problems {
        text.push_str("\n  ");
        text.push_str(&problem.to_string());
    }
    text
}

union! {
    /// Why `record` did not take a command. Nothing was changed.
    #[derive(thiserror::Error)]
    #[cfg_attr(feature = "uniffi", uniffi::export(Display))]
    pub enum Refusal {
        /// The command id stands in the journal with other content.
        #[error("command `{command_id}` was recorded before with other content")]
        IdReused {
            /// The command id.
            command_id: String,
        },
        /// The item is neither in the ledger nor in the journal.
        #[error("item `{item}` is neither in the ledger nor in the journal")]
        UnknownItem {
            /// The item.
            item: String,
        },
        /// The journal has no such entry, or none of the kind that is meant.
        #[error("the journal has no {expected} with the id `{entry}`")]
        UnknownEntry {
            /// The entry's id.
            entry: String,
            /// What it should be: a block, a dispute, a note, a queued delivery.
            expected: String,
        },
        /// The policy has no such step.
        #[error("the policy has no step `{step}`")]
        UnknownStep {
            /// The step.
            step: String,
            /// The scenario, if the command names one.
            scenario: Option<String> = None,
        },
        /// A delivery of the step stands: it would be sent twice.
        #[error("step `{step}` is out already with delivery `{delivery}`")]
        AlreadyOut {
            /// The step.
            step: String,
            /// The delivery that stands.
            delivery: String,
        },
        /// It is over: the block is lifted, the dispute decided, the delivery sent.
        #[error("{what} `{entry}` has ended already")]
        Ended {
            /// What it is.
            what: String,
            /// Its id.
            entry: String,
        },
        /// The policy does not allow so much.
        #[error("{limit} is {allowed} by the policy, not {asked}")]
        BeyondLimit {
            /// Which limit, by its path in the policy.
            limit: String,
            /// What the policy allows.
            allowed: String,
            /// What was asked for.
            asked: String,
        },
        /// A value makes no sense.
        #[error("{path}: {problem:?} (found {value})")]
        Invalid {
            /// Where in the command.
            path: String,
            /// What stands there.
            value: String,
            /// What is wrong with it.
            problem: Trouble,
        },
    }
}
