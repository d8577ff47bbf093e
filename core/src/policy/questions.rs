use crate::vocabulary::{record, words};

record! {
    /// How a debtor's questions are treated.
    pub struct QuestionRules {
        /// What a question does to its item; `Pauses` if not given.
        pub effect: Option<QuestionEffect> = None,
        /// Days from the question during which it pauses the item; 14 if not given. After them
        /// the item goes on, answered or not.
        pub pause_days: Option<u32> = None,
    }
}

words! {
    /// What a question does to its item.
    pub enum QuestionEffect {
        /// The item waits for the answer.
        Pauses,
        /// The item goes on.
        GoesOn,
    }
}
