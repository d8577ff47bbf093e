//! What ends or suspends the reminders of an item or of a debtor altogether.

use crate::calendar::Day;
use crate::text::Str;
use crate::vocabulary::{record, union};

union! {
    /// Why reminders stop altogether.
    pub enum Stop {
        /// Somebody else collects: an agency, a bailiff, a lawyer.
        HandedOver {
            /// Who, by the host's id.
            to: Str,
            /// The item; all items of the debtor if none.
            item: Option<Str> = None,
        },
        /// The debtor is bankrupt, or in another insolvency proceeding.
        Insolvent {
            /// The kind of proceeding, by the host's code.
            proceeding: Option<Str> = None,
        },
        /// The debtor has died.
        Deceased {},
        /// The creditor withdrew the item; a credit note may follow.
        Withdrawn {
            /// The item.
            item: Str,
            /// Why, by the host's code.
            reason: Str,
        },
    }
}

record! {
    /// That reminders stop altogether.
    pub struct Stopping {
        /// Why.
        pub stop: Stop,
        /// The first day, in the creditor's zone; the day it is recorded if not given.
        pub begins: Option<Day> = None,
        /// The last day; it stays until somebody ends it if not given.
        pub until: Option<Day> = None,
        /// The number of the file at the agency, the court or the registry.
        pub reference: Option<Str> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// That a stop is over: the claim came back, the proceeding was lifted, it was a mistake.
    pub struct StopEnding {
        /// The entry that began it.
        pub stop: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}
