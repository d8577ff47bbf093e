use super::{Channel, CostRefusal, Country, MessageCategory};
use crate::calendar::{Day, Moment};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{union, words};

union! {
    /// Something odd that stops nothing.
    pub enum Finding {
        /// The payments do not explain the open amount; the open amount stands.
        OpenUnexplained {
            /// Original less allocated payments.
            explained: Amount,
            /// What the ledger says is open.
            open: Amount,
        },
        /// A settled item is open again.
        Reopened {
            /// The entry that last said what was open.
            entry: Str,
            /// What was open then.
            was: Amount,
            /// What is open now.
            open: Amount,
        },
        /// The step counts business days beyond the last day that the calendar knows.
        BeyondCalendar {
            /// The calendar.
            calendar: Str,
            /// The last day it knows.
            known_until: Day,
        },
        /// The calendar does not know the holidays so long ago.
        BeforeCalendar {
            /// The calendar.
            calendar: Str,
            /// The first day it knows.
            known_since: Day,
        },
        /// A rule on contact does not know which days are holidays at this time: ask whether the
        /// day is one.
        ClosedDaysUnknown {
            /// The rule.
            rule: Str,
            /// When the action goes out.
            at: Moment,
        },
        /// No law presumes when a message by this channel is received: so many days were allowed.
        NoPresumption {
            /// The channel.
            channel: Channel,
            /// The days from sending to the day on which it was taken as received.
            days: u32,
        },
        /// The agreed term is longer than the law lets pass without an express agreement that is
        /// not grossly unfair.
        LongTerm {
            /// The last day that was agreed.
            agreed_until: Day,
            /// The days after which a term is long.
            most_days: u32,
        },
        /// A question of the debtor is open that does not pause the item, or no longer.
        Unanswered {
            /// The entry of the question.
            question: Str,
            /// The day it was asked.
            asked_on: Day,
        },
        /// The step names a fee that has no entry for the item's currency: there is none.
        NoFee {
            /// The rule of the policy, by its id.
            rule: Str,
            /// The currency.
            currency: Currency,
        },
        /// The law forbids to charge the debtor what the step names: it is not charged.
        ChargeForbidden {
            /// The rule of the policy, by its id.
            rule: Str,
            /// Why.
            why: CostRefusal,
            /// The article of the law.
            article: Str,
            /// The day from which on it may be charged, if that is known.
            possible_on: Option<Day> = None,
        },
        /// No law presumes when a notice by this channel is received, and the policy allows no days
        /// for it: without evidence of its receipt its term has no end.
        ReceiptUnknown {
            /// The channel.
            channel: Channel,
        },
        /// The policy has no price for the message that goes out: what it costs is not known, and
        /// no limit holds it back.
        CostUnknown {
            /// The channel.
            channel: Channel,
            /// The country of the recipient.
            country: Country,
            /// The category by which the platform charges it, where that is known.
            category: Option<MessageCategory> = None,
        },
        /// The creditor has none of the senders that the step names for this channel: the message
        /// comes from the usual one.
        SenderUnknown {
            /// The senders, by their ids.
            senders: Vec<Str>,
            /// The channel.
            channel: Channel,
        },
        /// Overdue days before the first rate of interest bear none.
        NoRate {
            /// The rule of the policy, by its id.
            rule: Str,
            /// The last day without a rate.
            until: Day,
        },
        /// A promise was replaced by a newer one before its last day.
        Renegotiated {
            /// The entry of the promise.
            promise: Str,
            /// The entry of the newer one.
            by: Str,
        },
        /// Overdue days after the last known rate of a series bear no interest.
        RateUnknown {
            /// The rule, by its id.
            rule: Str,
            /// The first day without a rate.
            since: Day,
        },
        /// Overdue days after the last known rate of a series bear that rate.
        RateAssumed {
            /// The rule, by its id.
            rule: Str,
            /// The first day on which it is only assumed.
            since: Day,
            /// The rate, in percent.
            percent: Amount,
        },
        /// An entry speaks of something that is nowhere to be found; it is kept.
        Unmatched {
            /// The entry.
            entry: Str,
        },
    }
}

words! {
    /// What is too old.
    pub enum StaleWhy {
        /// The items.
        Ledger,
    }
}

words! {
    /// In what way nothing is owed.
    pub enum NothingOwedWhy {
        /// It is paid.
        Settled,
        /// It is a credit.
        Credit,
        /// What is open is not worth a reminder.
        BelowTolerance,
        /// Credits or unmatched payments of the debtor cover it.
        AwaitingAllocation,
        /// It is paid, and costs or interest that may be asked for are left: a person decides.
        ChargesLeft,
    }
}

words! {
    /// How a dispute stands.
    pub enum DisputedWhy {
        /// It is not decided.
        Open,
        /// The debtor is right; the credit note has not come yet.
        AwaitingCredit,
    }
}

words! {
    /// How a promise stands while it holds an item.
    pub enum PromisedWhy {
        /// Its last day has not passed.
        Running,
        /// Its last day has passed, and payments are not known up to then.
        AwaitingBankData,
    }
}

words! {
    /// What came of a promise.
    pub enum PromiseOutcome {
        /// Everything promised was paid in time.
        Kept,
        /// A part of it was paid in time.
        PartlyKept,
        /// Nothing was paid in time.
        Broken,
        /// A newer promise took its place before its last day.
        Renegotiated,
    }
}

words! {
    /// How a delivery stands that was queued.
    pub enum OutcomeUnknownWhy {
        /// It was handed over a short while ago.
        InFlight,
        /// Nothing was heard of it in time: a person must find out.
        TimedOut,
        /// It was sent already.
        AlreadySent,
        /// It was never queued, or cancelled since.
        NotQueued,
    }
}

words! {
    /// In what way no scenario can be followed.
    pub enum ScenarioWhy {
        /// No assignment rule fits.
        NoneAssigned,
        /// The item is bound to a version that the policy does not hold.
        VersionMissing,
        /// The version has no step of the name that the item has reached.
        StepMissing,
    }
}

words! {
    /// What chose a scenario.
    pub enum ScenarioBy {
        /// The journal: the item was queued under it before.
        Bound,
        /// The item names it.
        Item,
        /// The debtor names it.
        Debtor,
        /// An assignment rule.
        Assignment,
    }
}

words! {
    /// In what way no step is due.
    pub enum StepWhy {
        /// The next step comes later.
        NotYetDue,
        /// All steps are done.
        LadderEnded,
        /// All steps are done: the claim should be handed over.
        HandoverDue,
        /// The step is counted from the day of issue, and the item has none.
        NoAnchor,
        /// Too few items are open for the step.
        TooFewItems,
        /// Another step is due than the one that was planned.
        Another,
    }
}

words! {
    /// In what way now is not the time.
    pub enum TimingWhy {
        /// The last contact with the debtor is too short ago.
        Gap,
        /// The item took a step today.
        OneStepPerDay,
        /// The action may not be sent yet.
        TooEarly,
        /// The action was not sent in time.
        Expired,
    }
}

words! {
    /// Why a step was passed over.
    pub enum SkippedWhy {
        /// Somebody skipped it.
        ByHand,
        /// It was to come before the due day, which has passed.
        DuePassed,
        /// A promise was broken, and the policy goes on with a later step.
        PromiseBroken,
        /// It is a call that was not made, or reached nobody, before the next step was due.
        NoOutcome,
        /// A later step is due already.
        Overtaken,
        /// It was not taken on its own day.
        DayPassed,
        /// The item was too old for it when it came in.
        EnteredLater,
        /// It is counted from a promise that was not kept, and there is none.
        NoBrokenPromise,
    }
}
