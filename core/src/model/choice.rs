//! Which channel was chosen, and why not the others.

use super::{Channel, ExpectedCost};
use crate::calendar::Day;
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// A channel that was chosen, and what was passed over for it.
    pub struct ChannelChoice {
        /// The channel chosen.
        pub channel: Channel,
        /// The channels before it in the step's order, each with the reason against it.
        pub excluded: Vec<ExcludedChannel>,
    }
}

record! {
    /// A channel that cannot be used, and why.
    pub struct ExcludedChannel {
        /// The channel.
        pub channel: Channel,
        /// Why not.
        pub why: ExcludedWhy,
        /// The contact it was tried for, if there was one.
        pub contact: Option<Str> = None,
        /// The entry that stands against it: a block or a failure.
        pub entry: Option<Str> = None,
        /// The last day of the obstacle, if it ends by itself.
        pub until: Option<Day> = None,
        /// The rule on contact that stands against it.
        pub rule: Option<Str> = None,
        /// Where that rule comes from.
        pub source: Option<Str> = None,
        /// What a message on it would cost, if that stands against it.
        pub cost: Option<ExpectedCost> = None,
    }
}

words! {
    /// Why a channel cannot be used.
    pub enum ExcludedWhy {
        /// No contact for this purpose has an address on it.
        NoAddress,
        /// The contact has not consented.
        NoConsent,
        /// Somebody blocked the channel.
        Blocked,
        /// The last contact by it is too short ago.
        Gap,
        /// It was tried for this step and failed.
        AttemptFailed,
        /// The contact wants no more messages on it.
        OptedOut,
        /// Somebody who is not the contact answered from this address.
        WrongPerson,
        /// The rules on contact allow no hour at all.
        NoHours,
        /// The contact has not written within 24 hours, and no approved template is named.
        NoTemplate,
        /// The platform forbids to collect for others on it.
        CollectsForOthers,
        /// The platform delivers no such template to this number.
        TemplateBlocked,
        /// A message on it would cost more than it may.
        AboveCostLimit,
        /// What a message on it costs is not known, and the policy wants it known.
        CostUnknown,
    }
}
