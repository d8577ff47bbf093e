use super::{
    Action, Assumptions, AutomaticReceipt, Charge, Finding, Hold, Payer, Reason, StepKey, Subject,
    Suggestion,
};
use crate::calendar::{Day, Moment};
use crate::text::Str;
use crate::vocabulary::{record, union};

record! {
    /// What is to be done for an account at a moment, and why.
    pub struct Plan {
        /// The creditor's id.
        pub creditor: Str,
        /// The debtor's id.
        pub debtor: Str,
        /// The moment it was asked for.
        pub now: Moment,
        /// The version of the time zone table it was made with.
        pub zone_table: Str,
        /// One for each item, in the order of the items.
        pub decisions: Vec<Decision>,
        /// What to carry out.
        pub actions: Vec<Action>,
        /// What needs a person.
        pub notices: Vec<Notice>,
        /// What is odd about the account as a whole, without stopping it.
        pub findings: Vec<Finding>,
        /// Automatic receipts to send now, each once.
        pub receipts: Vec<AutomaticReceipt> = [],
        /// How the debtor paid so far; told if settled items or a history were supplied, or if the
        /// policy has rules on payers.
        pub payer: Option<Payer> = None,
        /// What a person may do.
        pub suggestions: Vec<Suggestion> = [],
        /// The first instant at which the plan can change without a new fact, so that quiet
        /// accounts can be skipped until then. It takes for granted that ledger and payments
        /// are supplied fresh at each call.
        pub next_review_at: Option<Moment> = None,
        /// What a forecast took for granted to come here.
        pub assumed: Option<Assumptions> = None,
        /// The fees and interest that the journal knows of, as they stand, in the order in which
        /// they were announced.
        pub charges: Vec<Charge> = [],
    }
}

record! {
    /// What happens to one item now, and everything that speaks for and against it.
    pub struct Decision {
        /// The item.
        pub item: Str,
        /// Act, wait or closed.
        pub outcome: Outcome,
        /// All obstacles, not only the first; empty when acting.
        pub holds: Vec<Hold>,
        /// Why this scenario, step, recipient and channel.
        pub reasons: Vec<Reason>,
        /// What is odd about the item, without stopping it.
        pub findings: Vec<Finding>,
        /// The step that it has reached: its level.
        pub level: Option<Str> = None,
        /// The step that is due or comes next.
        pub next: Option<NextStep> = None,
        /// The first instant at which this can change without a new fact; none where only a
        /// new fact can help.
        pub review_at: Option<Moment> = None,
    }
}

union! {
    /// What happens to an item now.
    pub enum Outcome {
        /// It goes out with an action.
        Act {
            /// The action's delivery.
            delivery: Str,
        },
        /// It waits: the holds say why.
        Wait {},
        /// Nothing is owed: there is nothing to do.
        Closed {},
    }
}

record! {
    /// The step that an item takes next.
    pub struct NextStep {
        /// Names the step in `Reschedule` and `Skip`.
        pub key: StepKey,
        /// The day from which it is due, in the creditor's zone.
        pub due_on: Day,
    }
}

record! {
    /// Something that needs a person.
    pub struct Notice {
        /// The same for the same matter in every run, so that a host shows it once.
        pub key: Str,
        /// What it is about.
        pub subject: Subject,
        /// The obstacle that a person can remove.
        pub hold: Hold,
        /// Since when, where known, in the creditor's zone.
        pub since: Option<Day> = None,
    }
}

union! {
    /// What `recheck` says immediately before sending.
    pub enum Recheck {
        /// Send it as it is.
        Go {},
        /// Send this instead: something changed since it was planned.
        Changed {
            /// The action as it should be now, with the same delivery.
            action: Action,
        },
        /// Do not send: record `Cancel`.
        Withdrawn {
            /// Why not.
            holds: Vec<Hold>,
        },
    }
}
