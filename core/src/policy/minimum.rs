//! What must be due together for a message to go out.

use crate::money::{Amount, Currency};
use crate::vocabulary::{record, words};

use super::Compare;

record! {
    /// What must be due together for a message to go out.
    pub struct Minimums {
        /// By currency.
        pub amounts: Vec<Minimum>,
        /// How the sum must compare; `AtLeast` if not given.
        pub compare: Option<Compare> = None,
        /// Whether credits count; `Net` if not given.
        pub basis: Option<MinimumBasis> = None,
        /// What holds for a currency that is not listed; `NoMinimum` if not given.
        pub unlisted: Option<Unlisted> = None,
        /// What happens if it is missed; `NoMessage` if not given.
        pub missed: Option<MinimumMissed> = None,
    }
}

record! {
    /// The least to ask for in a currency.
    pub struct Minimum {
        /// The currency.
        pub currency: Currency,
        /// The sum of what is due together; 0 if not given.
        pub amount: Option<Amount> = None,
        /// The share, in percent, of all that is open in the currency; 0 if not given.
        pub percent: Option<u32> = None,
    }
}

words! {
    /// Whether credits count in a minimum.
    pub enum MinimumBasis {
        /// What is asked for, less credits.
        Net,
        /// What is open by the books.
        Gross,
    }
}

words! {
    /// What holds for a currency without a minimum.
    pub enum Unlisted {
        /// There is no minimum.
        NoMinimum,
        /// It is never dunned.
        NeverDun,
    }
}

words! {
    /// What happens if a minimum is missed.
    pub enum MinimumMissed {
        /// No message goes out.
        NoMessage,
        /// The latest earlier step is taken whose minimum is met.
        LowerStep,
        /// As `LowerStep`, and if need be the step that was reached is taken once more.
        LowerStepOrAgain,
    }
}
