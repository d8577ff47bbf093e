use super::{
    ArrangementOutcome, ChannelChoice, ContactStop, DisputeOutcome, ExcludedChannel, ExpectedCost,
    PayerClass, PromiseOutcome, Purpose, RankedChannel, ScenarioBy, SkippedWhy,
};
use crate::calendar::{Day, Moment};
use crate::money::Amount;
use crate::text::Str;
use crate::vocabulary::{union, words};

union! {
    /// Why a decision is as it is. Amounts are in the item's currency, days in the creditor's
    /// zone; dates, never counts of days that change by themselves.
    pub enum Reason {
        /// Which scenario the item follows, and why.
        Scenario {
            /// Its id.
            scenario: Str,
            /// Its version.
            version: u32,
            /// What chose it.
            by: ScenarioBy,
            /// The assignment rule, counted from 0, if one chose it.
            rule: Option<u32> = None,
        },
        /// Which step is due, and since when.
        Step {
            /// Its id.
            step: Str,
            /// What its day is counted from.
            anchor: Anchor,
            /// The day of that.
            anchor_day: Day,
            /// The day from which it is due.
            due_on: Day,
        },
        /// A step was passed over.
        Skipped {
            /// Its id.
            step: Str,
            /// By hand, or because its time had passed.
            why: SkippedWhy,
            /// The entry that skipped it, if one did.
            entry: Option<Str> = None,
        },
        /// A call of the step was tried and did not reach the debtor: this is a further attempt.
        Called {
            /// The entry of the last attempt.
            entry: Str,
            /// How many calls of the step did not reach the debtor.
            attempts: u32,
        },
        /// The step was moved to this day by hand.
        Rescheduled {
            /// The entry that moved it.
            entry: Str,
            /// The step.
            step: Str,
            /// The day it was moved to.
            to: Day,
        },
        /// A promise was made, and this came of it.
        Promised {
            /// The entry of the promise.
            promise: Str,
            /// What came of it.
            outcome: PromiseOutcome,
            /// What was promised.
            amount: Amount,
            /// What was paid towards it in time.
            paid: Amount,
        },
        /// A part is promised; the rest is asked for.
        PartPromised {
            /// The entry of the promise.
            promise: Str,
            /// The part that is not asked for.
            amount: Amount,
        },
        /// A part is paid in instalments and the rest is asked for; or the arrangement is over.
        Arranged {
            /// The entry that proposed it.
            arrangement: Str,
            /// The part that is not asked for; nothing if it is over.
            amount: Amount,
            /// What came of it, if it is over.
            outcome: Option<ArrangementOutcome> = None,
        },
        /// A part is disputed; the rest is asked for.
        Disputed {
            /// The entry that opened the dispute.
            dispute: Str,
            /// The part that is not asked for.
            amount: Amount,
            /// How it ended, if it did.
            outcome: Option<DisputeOutcome> = None,
        },
        /// Credits of the same currency are counted against the item.
        NothingOwed {
            /// The part covered by credits.
            netted: Amount,
        },
        /// The step is not due yet; it goes along as another item's is.
        Joined {
            /// The item whose step is due.
            item: Str,
        },
        /// A person approved the step.
        Approved {
            /// The entry that says so.
            entry: Str,
        },
        /// A punctual payer is called before any reminder goes out.
        PersonalCall {
            /// The class of the payer.
            payer_class: PayerClass,
            /// Why nobody can be called: then the message goes out as planned. Empty for a call.
            excluded: Vec<ExcludedChannel>,
        },
        /// The item goes out together with others; the action lists them.
        Bundle {
            /// How many items the action is about.
            items: u32,
            /// The step that decides on channel and template.
            leading_step: Str,
        },
        /// Why this contact.
        Recipient {
            /// The contact.
            contact: Str,
            /// The purpose that made it the choice.
            purpose: Purpose,
        },
        /// The step turns to others than usual, or comes from another sender.
        Escalated {
            /// The purposes of the contacts to whom it goes, in order; none if as usual.
            recipients: Vec<Purpose>,
            /// The sender from whom it comes; none if as usual.
            sender: Option<Str> = None,
        },
        /// In which order the channels of the step were tried.
        Adaptive {
            /// Contacts in a row without a reaction after which another channel has its turn.
            after: u32,
            /// All channels of the step, the first to be tried first.
            ranked: Vec<RankedChannel>,
            /// The version of the figures on segments and all, if the policy has any.
            statistics: Option<Str> = None,
        },
        /// Why this channel.
        Channel {
            /// The channel, and those before it with the reason against each.
            choice: ChannelChoice,
        },
        /// What the message is expected to cost the creditor.
        MessageCost {
            /// The cost, and the limit if there is one.
            cost: ExpectedCost,
        },
        /// Why not before this hour.
        Window {
            /// The first instant that all rules on contact allow.
            at: Moment,
            /// The rules that moved it, each reason once.
            moved_by: Vec<ContactStop>,
        },
        /// Why this fee.
        Fee {
            /// The charge's id.
            charge: Str,
            /// The rule of the policy, by its id.
            rule: Str,
            /// What it was worked out on.
            base: Amount,
            /// The fee without VAT.
            amount: Amount,
        },
        /// Why these costs, which a law gives.
        Costs {
            /// The charge's id.
            charge: Str,
            /// The rule of the policy, by its id.
            rule: Str,
            /// The article of the law.
            article: Str,
            /// The principals they were worked out on.
            base: Amount,
            /// The costs without VAT.
            amount: Amount,
        },
        /// Why this interest.
        Interest {
            /// The charge's id.
            charge: Str,
            /// The rule of the policy, by its id.
            rule: Str,
            /// What bears it.
            principal: Amount,
            /// The interest.
            amount: Amount,
        },
    }
}

words! {
    /// What a step is counted from.
    pub enum Anchor {
        /// The item's due day.
        DueDate,
        /// The day on the item's document.
        IssueDate,
        /// The day on which the step before it was reached.
        PreviousStep,
        /// The last day for payment that the step before it gave; the day on which it was sent,
        /// if it gave none.
        PreviousDeadline,
        /// The due day, or the day on which the step before was reached if that is later.
        LaterOfDueAndPrevious,
        /// The last day of grace of a promise that was not kept. Without one the step is passed
        /// over.
        Promise,
    }
}
