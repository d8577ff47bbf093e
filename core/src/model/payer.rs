//! How a debtor pays.

use crate::vocabulary::{record, words};

words! {
    /// How a debtor paid so far.
    pub enum PayerClass {
        /// Nothing is known; treated as new.
        Unknown,
        /// Too few invoices to tell.
        New,
        /// Nearly always in time.
        Punctual,
        /// Sometimes late.
        Occasional,
        /// Mostly late, and by much.
        Chronic,
    }
}

words! {
    /// The advice on new orders.
    pub enum CreditAdvice {
        /// Deliver as usual.
        Normal,
        /// Deliver against prepayment.
        Prepay,
        /// Deliver nothing.
        Stop,
    }
}

words! {
    /// Where the figures on a payer come from.
    pub enum PayerSource {
        /// Nothing was supplied.
        Nothing,
        /// The settled items and their payments.
        SettledItems,
        /// The account's history.
        History,
    }
}

record! {
    /// How the debtor paid so far, with the figures that say so.
    pub struct Payer {
        /// The class.
        pub payer_class: PayerClass,
        /// The advice on new orders: by the same figures.
        pub credit: CreditAdvice,
        /// Where the figures come from.
        pub source: PayerSource,
        /// Invoices paid.
        pub paid: u32,
        /// Of these, paid after their due day.
        pub late: u32,
        /// The share paid late, in percent, rounded down.
        pub late_percent: u32,
        /// The days late of those that were late, on average, rounded down.
        pub average_days_late: u32,
    }
}
