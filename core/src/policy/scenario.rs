//! Scenarios: what a ladder of reminders is made of, and every choice that it leaves.

use crate::calendar::Day;
use crate::model::{Anchor, Channel, Purpose};
use crate::money::Amount;
use crate::text::Str;
use crate::vocabulary::{record, union, words};

use super::{CallRules, Choose, Minimum, Minimums, StepMode, Unsent};

record! {
    /// Ordered steps.
    pub struct Scenario {
        /// Its id.
        pub id: Str,
        /// Its version. An item keeps the version that it was first queued under.
        pub version: u32,
        /// The steps, in order.
        pub steps: Vec<Step>,
        /// Whether a step is due on its day or from the day after; `Inclusive` if not given.
        pub boundary: Option<Boundary> = None,
        /// Days after the due day before which the first step is not due; none if not given.
        /// Interest counts from the due day all the same.
        pub grace_days: Option<u32> = None,
        /// Where an item begins that was never reminded; `FirstStep` if not given.
        pub entry: Option<FirstRun> = None,
        /// What happens if more than one step is due; `OneAtATime` if not given.
        pub catch_up: Option<CatchUp> = None,
        /// What comes after the last step; `Stop` if not given.
        pub after_last: Option<AfterLast> = None,
        /// What has a level; `Item` if not given.
        pub level_of: Option<LevelOf> = None,
        /// What the steps are counted from if the level is not that of an item; `OldestDue` if
        /// not given.
        pub account_anchor: Option<AccountAnchor> = None,
        /// True if the level falls when what is open no longer reaches its step.
        pub may_fall: bool = false,
        /// When a level that is not that of an item begins anew; `ItemSettled` if not given.
        pub reset: Option<Reset> = None,
        /// Which items a message lists; `DueSteps` if not given.
        pub select: Option<Select> = None,
        /// What becomes of the level of an item that was settled and is open again;
        /// `ResumeLevel` if not given.
        pub on_reversal: Option<OnReversal> = None,
        /// What becomes of costs and interest that may still be asked for once the item itself is
        /// settled; `AskClerk` if not given.
        pub residual: Option<Residual> = None,
        /// What must be due together for a message to go out; nothing if not given.
        pub minimums: Option<Minimums> = None,
        /// Which channel a step takes that does not say so itself; `FirstUsable` if not given.
        pub choose: Option<Choose> = None,
    }
}

record! {
    /// One step of a scenario.
    pub struct Step {
        /// Its id, the same in all versions.
        pub id: Str,
        /// When it is due, counted from the anchor.
        pub offset: Offset,
        /// What is done.
        pub work: Work,
        /// What the offset is counted from; `DueDate` if not given.
        pub anchor: Option<Anchor> = None,
        /// Hours after sending during which a reported failure makes the next channel be tried;
        /// 48 if not given. A later failure leaves the step reached. A notice by law that failed
        /// did not happen, however late it is reported.
        pub fallback_hours: Option<u32> = None,
        /// Whether a person approves the step first; `Automatic` if not given.
        pub mode: Option<StepMode> = None,
        /// What happens to a proposal that nobody acted on; `ProposeAgain` if not given.
        pub unsent: Option<Unsent> = None,
        /// True if the law demands the step: it is never passed over.
        pub required: bool = false,
        /// The notice by law that the step is: `nl_14_day_letter`, `be_first_reminder`. It goes
        /// out apart from other steps, and gives the term of the law. As long as the library does
        /// not know it, or it does not name the costs that it has to name, the step waits.
        pub legal_notice: Option<Str> = None,
        /// Days for payment that the message gives, counted from the day it is sent; no deadline
        /// if not given. A notice by law counts them as its law does, and gives the fewest that
        /// the law allows if not given.
        pub deadline_days: Option<u32> = None,
        /// The fewest days since the item took the step before it, whatever the step is counted
        /// from; none if not given.
        pub gap_days: Option<u32> = None,
        /// The fewest open items with which the step is due; 1 if not given.
        pub min_items: Option<u32> = None,
        /// The fee that it announces, by the id of the rule.
        pub fee: Option<Str> = None,
        /// The interest that it states, by the id of the rule.
        pub interest: Option<Str> = None,
        /// Which channel is taken; what the scenario says if not given.
        pub choose: Option<Choose> = None,
        /// To whom it goes: the purposes of contacts, in order. As usual if none is named.
        pub recipients: Vec<Purpose> = [],
        /// From whom it comes: ids of the creditor's senders, of which the first counts that
        /// serves the channel. The usual sender if none is named.
        pub senders: Vec<Str> = [],
        /// The most that a message of this step may cost the creditor, in the currency of
        /// `messageCosts`; the limit there if not given.
        pub cost_limit: Option<Amount> = None,
        /// Instead of the scenario's amounts, what must be due together at this step.
        pub minimums: Vec<Minimum> = [],
    }
}

union! {
    /// A distance in days.
    pub enum Offset {
        /// Calendar days.
        Days {
            /// How many; negative before the anchor.
            days: i32,
        },
        /// Business days of a calendar. With 0 it is the anchor day or the first business day
        /// after it.
        BusinessDays {
            /// How many; negative before the anchor.
            days: i32,
            /// The calendar's id: one of `calendars`, or a built-in one such as `NL-ATW`.
            calendar: Str,
        },
        /// The last day of the month in which the anchor and these calendar days end.
        EndOfMonth {
            /// How many; negative before the anchor.
            days: i32,
        },
    }
}

union! {
    /// What is done at a step.
    pub enum Work {
        /// A message is sent by the first channel that can be used.
        Message {
            /// The channels, in order.
            channels: Vec<Channel>,
            /// The host's name of the template.
            template: Option<Str> = None,
        },
        /// A person calls the debtor.
        Call {
            /// The host's name of the call script.
            script: Option<Str> = None,
            /// What counts as reached, and how often it is tried.
            rules: Option<CallRules> = None,
        },
    }
}

words! {
    /// The boundary day of a step.
    pub enum Boundary {
        /// Due on the day that lies its offset after the anchor.
        Inclusive,
        /// Due from the day after that.
        Exclusive,
        /// As `Inclusive`, but never on the day of the anchor: with an offset of 0 due on the next.
        AfterAnchor,
    }
}

words! {
    /// What the steps of a level are counted from that several items share.
    pub enum AccountAnchor {
        /// The earliest due day of what is open and free.
        OldestDue,
        /// The earliest day of issue; the due day of an item that has none.
        OldestIssue,
    }
}

union! {
    /// Where an item begins that was never reminded.
    pub enum FirstRun {
        /// With the first step.
        FirstStep {},
        /// With the latest step that is due by the item's own days.
        MatchingStep {},
        /// With the latest step that would be due had each step been taken on its day.
        MostSevere {},
        /// With the first step; an item that was due before this day counts as due on it.
        Reanchor {
            /// The day, in the creditor's zone: usually that on which dunning begins.
            on: Day,
        },
    }
}

words! {
    /// What happens if more than one step is due.
    pub enum CatchUp {
        /// One after the other, never a burst.
        OneAtATime,
        /// The latest; those before it are passed over.
        NewestOnly,
        /// A step that was not taken on its own day is passed over.
        Skip,
    }
}

union! {
    /// What comes after the last step.
    pub enum AfterLast {
        /// Nothing: a person is told.
        Stop {},
        /// The last step again.
        Repeat {
            /// Days from one to the next.
            every_days: u32,
            /// How often it is taken in all; without end if not given.
            at_most: Option<u32> = None,
        },
        /// A person is told at once to hand the claim over.
        Handover {},
    }
}

words! {
    /// What has a level.
    pub enum LevelOf {
        /// Each item.
        Item,
        /// The debtor.
        Debtor,
        /// The debtor, in each currency.
        DebtorAndCurrency,
    }
}

words! {
    /// When a level that several items share begins anew.
    pub enum Reset {
        /// When nothing is open any more of what the reminders named.
        ItemSettled,
        /// When nothing is open any more at all.
        AccountClear,
        /// When the oldest open item is one that no reminder named.
        OldestItemChanges,
    }
}

words! {
    /// Which items a message lists.
    pub enum Select {
        /// Those whose step is due.
        DueSteps,
        /// All that are overdue and free, as soon as a step of one is due; each takes its next
        /// step.
        AllOverdueOnceOneTriggers,
    }
}

words! {
    /// What becomes of the level of an item that was settled and is open again.
    pub enum OnReversal {
        /// It goes on from its level.
        ResumeLevel,
        /// It begins anew.
        StartOver,
    }
}

words! {
    /// What becomes of costs and interest of an item that is settled.
    pub enum Residual {
        /// They are given up.
        Waive,
        /// A person decides.
        AskClerk,
        /// The steps to come ask for them.
        Dun,
    }
}
