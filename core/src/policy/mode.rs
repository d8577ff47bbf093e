//! Whether a person approves a step first.

use crate::vocabulary::words;

words! {
    /// Whether a person approves a step first.
    pub enum StepMode {
        /// Nobody does.
        Automatic,
        /// It is proposed, and goes out once it is approved.
        Propose,
    }
}

words! {
    /// What happens to a proposal that nobody acted on.
    pub enum Unsent {
        /// It is made afresh at each run.
        ProposeAgain,
        /// The item waits for it.
        Freeze,
    }
}
