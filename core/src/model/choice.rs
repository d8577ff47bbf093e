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
        /// True if the order is that in which the channels reach the debtor, not the step's.
        pub by_reach: bool = false,
        /// The other channels by which it goes as well.
        pub also: Vec<Channel> = [],
    }
}

record! {
    /// What is known of how well a channel reaches a debtor.
    pub struct RankedChannel {
        /// The channel.
        pub channel: Channel,
        /// Whose figures say most: those of the debtor, if there was any contact by it.
        pub by: FiguresOf,
        /// Their contacts by the channel. Of the debtor the last ones in vain are not counted, as
        /// long as the channel has its turn.
        pub contacts: u32,
        /// Those of them that led to a reaction.
        pub reactions: u32,
        /// The last contacts with the debtor in a row that led to none.
        pub in_vain: u32,
        /// The share of contacts that is expected to lead to a reaction, in parts of a million:
        /// the debtor's figures weighed against those of the segment, and those against all.
        pub reach: u32,
    }
}

words! {
    /// Whose figures on reach say most.
    pub enum FiguresOf {
        /// The debtor's.
        Debtor,
        /// Those of the debtor's segment.
        Segment,
        /// Those of all debtors.
        All,
        /// Nobody's: nothing is known, which counts as no reach.
        Nobody,
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
        /// A provider reported that the address does not exist.
        AddressDead,
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
        /// The debtor was contacted by it as often as is allowed.
        Capped,
        /// What a message on it costs is not known, and the policy wants it known.
        CostUnknown,
    }
}
