//! Only the border can fail: input that cannot be read, a policy that cannot hold, a command
//! that makes no sense.

use std::fmt;

use crate::calendar::Day;
use crate::model::{ChargeState, Trouble};
use crate::money::Amount;
use crate::text::Str;
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
            command_id: Str,
        },
        /// The item is neither in the ledger nor in the journal.
        #[error("item `{item}` is neither in the ledger nor in the journal")]
        UnknownItem {
            /// The item.
            item: Str,
        },
        /// The journal has no such entry, or none of the kind that is meant.
        #[error("the journal has no {expected} with the id `{entry}`")]
        UnknownEntry {
            /// The entry's id.
            entry: Str,
            /// What it should be: a block, a dispute, a note, a queued delivery.
            expected: Str,
        },
        /// The policy has no such step.
        #[error("the policy has no step `{step}`")]
        UnknownStep {
            /// The step.
            step: Str,
            /// The scenario, if the command names one.
            scenario: Option<Str> = None,
        },
        /// The policy has no such rule on fees or interest.
        #[error("the policy has no rule `{rule}`")]
        UnknownRule {
            /// The rule's id.
            rule: Str,
        },
        /// Neither the policy nor a law has a calendar of this name.
        #[error("there is no calendar `{calendar}`")]
        UnknownCalendar {
            /// The name.
            calendar: Str,
        },
        /// The calendar does not know the holidays of a day that is asked for.
        #[error("calendar `{calendar}` does not know the holidays of {day}")]
        BeyondCalendar {
            /// The calendar.
            calendar: Str,
            /// The day.
            day: Day,
            /// The first day that it knows.
            known_since: Day,
            /// The last day that it knows.
            known_until: Day,
        },
        /// A delivery of the step stands: it would be sent twice.
        #[error("step `{step}` is out already with delivery `{delivery}`")]
        AlreadyOut {
            /// The step.
            step: Str,
            /// The delivery that stands.
            delivery: Str,
        },
        /// A higher step of the same subject stands: the highest is undone first.
        #[error("step `{higher}` stands above step `{step}` with delivery `{delivery}`")]
        HigherStands {
            /// The step.
            step: Str,
            /// The higher step.
            higher: Str,
            /// The delivery that carried it out.
            delivery: Str,
        },
        /// A person has to approve the action first.
        #[error("step `{step}` of delivery `{delivery}` is not approved as it stands")]
        NotApproved {
            /// The step.
            step: Str,
            /// The action's delivery.
            delivery: Str,
        },
        /// What was shown is not what is planned now.
        #[error("delivery `{delivery}` is planned otherwise by now")]
        PlannedOtherwise {
            /// The action's delivery.
            delivery: Str,
            /// The fingerprint of what was shown.
            shown: Option<Str> = None,
            /// The fingerprint of what is planned; none if nothing is, or if it needs no approval.
            planned: Option<Str> = None,
        },
        /// Whoever proposed may not approve.
        #[error("`{actor}` proposed it, so somebody else must approve it")]
        SamePerson {
            /// The person.
            actor: Str,
        },
        /// It is over: the block is lifted, the dispute decided, the delivery sent.
        #[error("{what} `{entry}` has ended already")]
        Ended {
            /// What it is.
            what: Str,
            /// Its id.
            entry: Str,
        },
        /// The policy does not allow so much.
        #[error("{limit} is {allowed} by the policy, not {asked}")]
        BeyondLimit {
            /// Which limit, by its path in the policy.
            limit: Str,
            /// What the policy allows.
            allowed: Str,
            /// What was asked for.
            asked: Str,
        },
        /// The charge cannot be booked as it stands.
        #[error("charge `{charge}` cannot be booked: it is {}", state.words())]
        NotClaimable {
            /// The charge's id.
            charge: Str,
            /// How it stands.
            state: ChargeState,
        },
        /// The parts do not add up to the whole.
        #[error("{path}: adds up to {found} and not to {expected}: the difference is {difference}")]
        DoesNotAddUp {
            /// Where in the command.
            path: Str,
            /// What it should add up to.
            expected: Amount,
            /// What it adds up to.
            found: Amount,
            /// By how much it is more; negative if it is less.
            difference: Amount,
        },
        /// The item is paid in instalments already.
        #[error("item `{item}` is part of arrangement `{arrangement}` already")]
        AlreadyArranged {
            /// The item.
            item: Str,
            /// The arrangement that runs.
            arrangement: Str,
        },
        /// A value makes no sense.
        #[error("{path}: {} (found {value:?})", problem.words())]
        Invalid {
            /// Where in the command.
            path: Str,
            /// What stands there.
            value: Str,
            /// What is wrong with it.
            problem: Trouble,
        },
    }
}

impl ChargeState {
    /// How it stands, at the end of a sentence.
    fn words(self) -> &'static str {
        match self {
            Self::Announced => "only announced so far",
            Self::Claimable => "claimable",
            Self::Charged => "booked already",
            Self::Released => "released",
            Self::Waived => "waived",
        }
    }
}

impl Trouble {
    /// What is wrong, in the middle of a sentence.
    fn words(self) -> &'static str {
        match self {
            Self::TooManyDecimals => "more decimals than the currency has",
            Self::OutOfRange => "larger than any amount of money should be",
            Self::UnknownCurrency => "ISO 4217 knows no such currency in use",
            Self::CurrencyMismatch => "the currency is not that of the item",
            Self::WrongSign => "the sign does not suit",
            Self::DuplicateId => "the id is in use already",
            Self::BeyondItem => "more than the item is for",
            Self::BeyondPayment => "more than was paid",
            Self::BeyondCharge => "more than was announced",
            Self::DueBeforeIssue => "due before it was issued",
            Self::UnknownScenario => "the policy has no such scenario",
            Self::UnknownZone => "no such time zone",
            Self::UnknownItem => "no such item",
            Self::UnknownParty => "no such branch",
            Self::UnknownContact => "no such contact",
            Self::InFuture => "too far in the future",
            Self::InPast => "too far in the past",
            Self::Empty => "something that is required is missing",
            Self::NobodyReached => "the call reached nobody who could have said so",
            Self::SumMismatch => "the parts do not add up to the whole",
            Self::TooLong => "longer than any term is",
            Self::TooShort => "shorter than the law demands",
            Self::UnsuitableChannel => "this channel does not suit",
            Self::NoTerm => "the law sets no such term here",
            Self::MissingEntry => "the journal lacks this entry",
            Self::Required => "the law demands the step",
            Self::UnknownLaw => "the law of this country on it is not known here",
        }
    }
}
