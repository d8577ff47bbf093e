//! Two policies side by side.

use super::{Assumptions, Channel, Hold, Outcome};
use crate::calendar::{Day, Moment};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// What two policies, A and B, would do with an account over a span, side by side.
    pub struct Comparison {
        /// The beginning of the span.
        pub begins: Moment,
        /// Its last instant.
        pub until: Moment,
        /// What was taken for granted, for both alike.
        pub assumed: Assumptions,
        /// One for each item, in the order of the items.
        pub items: Vec<ComparedItem>,
        /// The messages and calls by channel; channels that neither uses are left out.
        pub contacts: Vec<ComparedChannel>,
        /// Where the debtor stands at the end under A.
        pub end_a: DebtorEnd,
        /// Where the debtor stands at the end under B.
        pub end_b: DebtorEnd,
        /// The first day, in the creditor's zone, on which they do not do the same; none if they
        /// never differ.
        pub first_difference: Option<Day> = None,
    }
}

record! {
    /// What two policies would do with one item.
    pub struct ComparedItem {
        /// The item.
        pub item: Str,
        /// The currency of all amounts.
        pub currency: Currency,
        /// Each step that one of them takes, by day.
        pub steps: Vec<ComparedStep>,
        /// Where the item stands at the end under A.
        pub end_a: ItemEnd,
        /// Where the item stands at the end under B.
        pub end_b: ItemEnd,
        /// The first day on which they do not do the same.
        pub first_difference: Option<Day> = None,
    }
}

record! {
    /// A step of an item under two policies: the same step, taken for the same time.
    pub struct ComparedStep {
        /// The step's id.
        pub step: Str,
        /// True if both take it on the same day, by the same channel, to the same contact, for
        /// the same amount and charges; the hour may differ.
        pub same: bool = false,
        /// Under A; none if only B takes it.
        pub a: Option<ForeseenStep> = None,
        /// Under B; none if only A takes it.
        pub b: Option<ForeseenStep> = None,
    }
}

record! {
    /// When and how a step would be taken.
    pub struct ForeseenStep {
        /// The day, in the creditor's zone.
        pub on: Day,
        /// The instant.
        pub at: Moment,
        /// The channel.
        pub channel: Channel,
        /// The contact.
        pub contact: Str,
        /// What would be asked for the item, in its currency, without charges.
        pub amount: Amount,
        /// Fees and interest of the item that would be to be paid with it, if any.
        pub charges: Option<Amount> = None,
    }
}

record! {
    /// How many messages or calls go by a channel.
    pub struct ComparedChannel {
        /// The channel.
        pub channel: Channel,
        /// Under A.
        pub a: u32,
        /// Under B.
        pub b: u32,
    }
}

record! {
    /// Where an item stands when the span is over.
    pub struct ItemEnd {
        /// What is open, in the item's currency.
        pub open: Amount,
        /// Act, wait or closed.
        pub outcome: Outcome,
        /// Why it waits.
        pub holds: Vec<Hold>,
        /// The last step taken in the span, if there was one.
        pub last_step: Option<Str> = None,
    }
}

record! {
    /// Where the debtor stands when the span is over.
    pub struct DebtorEnd {
        /// Messages and calls in the span.
        pub contacts: u32,
        /// Items for which nothing is left to do.
        pub closed: u32,
        /// Items that wait, or for which something goes out at the very end.
        pub unsettled: u32,
        /// What is open of them, by currency, in the order of the items.
        pub open: Vec<OpenSum>,
        /// The day of the last message or call, in the creditor's zone.
        pub last_contact: Option<Day> = None,
    }
}

record! {
    /// What is open in a currency.
    pub struct OpenSum {
        /// The currency.
        pub currency: Currency,
        /// The sum.
        pub open: Amount,
    }
}
