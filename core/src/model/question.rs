//! What a debtor asks about an item.

use crate::calendar::Day;
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// A debtor's question about an item. It is no dispute: nothing is contested.
    pub struct Question {
        /// The item.
        pub item: Str,
        /// What it is about, by the host's code.
        pub reason: Str,
        /// The last day on which it pauses the item, in the creditor's zone, if the policy lets
        /// questions pause; `record` fills it in by the policy if not given.
        pub until: Option<Day> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// That a question was answered.
    pub struct QuestionAnswer {
        /// The entry that asked it.
        pub question: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}
