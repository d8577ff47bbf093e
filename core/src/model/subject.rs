use crate::money::Currency;
use crate::text::Str;
use crate::vocabulary::{record, union};

union! {
    /// What a step, an entry or a notice is about.
    pub enum Subject {
        /// One item.
        Item {
            /// Its id.
            item: Str,
        },
        /// The debtor: everything in the account.
        Debtor {},
        /// Everything in one currency.
        DebtorCurrency {
            /// The currency.
            currency: Currency,
        },
        /// An instalment of an arrangement.
        Instalment {
            /// The arrangement's entry id.
            arrangement: Str,
            /// The number of the instalment, from 1.
            number: u32,
        },
        /// A payment.
        Payment {
            /// Its id.
            payment: Str,
        },
        /// A message from the debtor.
        InboundMessage {
            /// Its id.
            id: Str,
        },
        /// Something that a later version of this library knows; it counts as the whole account.
        #[cfg_attr(feature = "node", ts(skip))]
        Newer {
            /// The subject as it was written, as JSON text.
            json: Str,
        },
    }
}

record! {
    /// What is sent once and never twice: one step of one subject.
    pub struct StepKey {
        /// What the step is about.
        pub subject: Subject,
        /// The scenario's id.
        pub scenario: Str,
        /// The step's id, stable across versions of the scenario.
        pub step: Str,
        /// 1, and 1 more for each time this subject reached the step before.
        pub occurrence: u32,
    }
}

record! {
    /// A step that a delivery carries out.
    pub struct Cover {
        /// The step.
        pub key: StepKey,
        /// The version of the scenario that it was planned by.
        pub scenario_version: u32,
        /// The items for which it does not carry out the step, which several items share: they
        /// take it by other deliveries, since currencies, branches and recipients do not mix.
        pub without: Vec<Str> = [],
    }
}
