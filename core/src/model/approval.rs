//! Proposals, and what a person says to them.

use super::StepKey;
use crate::calendar::Day;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// That an action was laid before a person.
    pub struct Proposal {
        /// The action's delivery.
        pub delivery: Str,
        /// Its steps.
        pub steps: Vec<StepKey>,
        /// Its fingerprint.
        pub fingerprint: Str,
        /// Its items, if other items take the same step by other deliveries or were decided on alone.
        pub items: Vec<Str> = [],
    }
}

record! {
    /// That an action may go out.
    pub struct Approval {
        /// The action's steps.
        pub steps: Vec<StepKey>,
        /// The fingerprint of what was approved.
        pub fingerprint: Str,
        /// Its total, so that a lower one may pass.
        pub total: Amount,
        /// The currency of the total.
        pub currency: Currency,
        /// Free text.
        pub text: Option<Str> = None,
        /// Its items, if other items take the same step by other deliveries or were decided on alone.
        pub items: Vec<Str> = [],
    }
}

record! {
    /// That an action may not go out.
    pub struct Rejection {
        /// The action's steps.
        pub steps: Vec<StepKey>,
        /// Why, by the host's code.
        pub reason: Str,
        /// The last day for which it holds, in the creditor's zone; until the steps are approved
        /// if not given.
        pub until: Option<Day> = None,
        /// Free text.
        pub text: Option<Str> = None,
        /// The items for which it holds, if several items share the step and go out by several
        /// deliveries; all of them if none is named.
        pub items: Vec<Str> = [],
    }
}

words! {
    /// In what way a step waits for a person.
    pub enum ApprovalWhy {
        /// Nobody has decided.
        Undecided,
        /// It is not what was approved.
        Changed,
        /// The approval is too old.
        Expired,
    }
}
