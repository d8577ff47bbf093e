//! What puts right what went wrong, and what comes over from elsewhere.

use super::{LevelImport, StepKey};
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// That a delivery that was sent does not count: its steps are not reached.
    pub struct Undoing {
        /// The delivery.
        pub delivery: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// The steps that do not count; all of the delivery's if none is named.
        pub steps: Vec<StepKey> = [],
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// What another system sent in the past.
    pub struct HistoryImport {
        /// The sendings, each with its item, step and day.
        pub levels: Vec<LevelImport>,
    }
}

record! {
    /// That another debtor became part of this one.
    pub struct DebtorMerge {
        /// The other debtor's id.
        pub debtor: Str,
        /// The last entry of its journal, whose entries the host appends to this one: until it is
        /// there, nothing goes out. None if it had no journal.
        pub last_entry: Option<Str> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}
