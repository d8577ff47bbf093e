//! What people agree, decide and note.

use super::{Channel, StepKey};
use crate::calendar::Day;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

record! {
    /// A block on reminders.
    pub struct DunningBlock {
        /// What it covers.
        pub scope: BlockScope,
        /// Why, by the host's code.
        pub reason: Str,
        /// Its first day, in the creditor's zone; the day it is set if not given.
        pub begins: Option<Day> = None,
        /// Its last day; it stays until it is lifted if not given.
        pub until: Option<Day> = None,
        /// What becomes of the steps to come when it ends; `Resume` if not given.
        pub on_release: Option<OnRelease> = None,
        /// Free text: the clerk's note.
        pub text: Option<Str> = None,
    }
}

words! {
    /// What becomes of the steps to come when a block of the debtor or an item ends.
    pub enum OnRelease {
        /// They keep their days: what fell due meanwhile goes out, one step at a time.
        Resume,
        /// They move by as many days as were blocked.
        ShiftByBlockedDays,
    }
}

union! {
    /// What a block covers.
    pub enum BlockScope {
        /// All items of the debtor.
        Debtor {},
        /// One item.
        Item {
            /// The item.
            item: Str,
        },
        /// One step, of one item or of all.
        Step {
            /// The step's id.
            step: Str,
            /// The item; all items if none.
            item: Option<Str> = None,
        },
        /// One channel: steps use their next channel.
        Channel {
            /// The channel.
            channel: Channel,
        },
    }
}

record! {
    /// That a block is lifted.
    pub struct Unblocking {
        /// The entry that set it.
        pub block: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// That a step moves to another day.
    pub struct Rescheduling {
        /// The step.
        pub step: StepKey,
        /// The new day, in the creditor's zone; earlier than planned is possible too.
        pub to: Day,
        /// Why, by the host's code.
        pub reason: Str,
        /// True if the later steps, where counted from the due day, move by as many days.
        pub shift_rest: bool = false,
        /// The day on which it was due before; `record` fills it in.
        pub was: Option<Day> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// That a step is passed over.
    pub struct Skipping {
        /// The step.
        pub step: StepKey,
        /// Why, by the host's code.
        pub reason: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// A promise to pay, with what it relies on.
    pub struct PromiseMade {
        /// The promised amount.
        pub amount: Amount,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The day by which it will be paid, in the creditor's zone.
        pub date: Day,
        /// Days of grace after that.
        pub grace_days: u32,
        /// The items it covers, each with the part that is promised and what was open.
        pub items: Vec<CoveredItem>,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// An item that a promise or an arrangement covers.
    pub struct CoveredItem {
        /// The item.
        pub item: Str,
        /// The part that is covered.
        pub amount: Amount,
        /// What was open when it was promised or proposed.
        pub open: Amount,
        /// The document's number.
        pub document_number: Str,
        /// The last day for payment.
        pub due: Day,
    }
}

record! {
    /// A dispute, with what it relies on.
    pub struct DisputeMade {
        /// The item.
        pub item: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// The currency of all amounts.
        pub currency: Currency,
        /// What was open when it began.
        pub open: Amount,
        /// The document's number.
        pub document_number: Str,
        /// The last day for payment.
        pub due: Day,
        /// The disputed part; the whole item if none.
        pub amount: Option<Amount> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// How a dispute was decided.
    pub struct DisputeClosing {
        /// The entry that opened it.
        pub dispute: Str,
        /// Who was right.
        pub outcome: DisputeOutcome,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

union! {
    /// Who was right in a dispute.
    pub enum DisputeOutcome {
        /// The creditor: the item is asked for again.
        Rejected {},
        /// The debtor: the disputed part is held until the credit note comes.
        Upheld {},
        /// The debtor in part: that part is held until the credit note comes.
        Partly {
            /// The part in which the debtor is right, in the item's currency.
            amount: Amount,
        },
    }
}

record! {
    /// A note on an item or on the debtor.
    pub struct Note {
        /// What it says.
        pub text: Str,
    }
}

record! {
    /// A new text for a note.
    pub struct NoteEdit {
        /// The entry that wrote the note.
        pub note: Str,
        /// What it says now.
        pub text: Str,
    }
}

record! {
    /// The level that an item had reached in another system.
    pub struct LevelImport {
        /// The item.
        pub item: Str,
        /// The scenario that it follows here.
        pub scenario: Str,
        /// The version of that scenario.
        pub scenario_version: u32,
        /// The step that it has reached.
        pub step: Str,
        /// When that was sent, in the creditor's zone.
        pub reached_on: Day,
        /// How it was sent, if it was: then it counts as a contact of that day.
        pub channel: Option<Channel> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}
