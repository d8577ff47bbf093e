use super::{AddressRef, Channel, Cover, StepKey};
use crate::calendar::{Day, Moment};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, union};

union! {
    /// What happened. Names and addresses never stand in an event, and free text only in fields
    /// called `text`, which `redact` empties.
    pub enum Event {
        /// A delivery is about to be handed over.
        Queued {
            /// The delivery.
            queued: Queueing,
        },
        /// A delivery was sent, or a call was made.
        Sent {
            /// What was said, and to whom.
            sent: Sending,
        },
        /// A delivery did not arrive.
        Failed {
            /// The failure.
            failed: Failure,
        },
        /// A delivery, or some of its steps, was not carried out after all.
        Cancelled {
            /// The cancellation.
            cancelled: Cancellation,
        },
        /// A delivery arrived.
        Delivered {
            /// The report.
            delivered: Receipt,
        },
        /// A delivery was read.
        Read {
            /// The report.
            read: Receipt,
        },
        /// A block was set; its id is that of the entry.
        Blocked {
            /// The block.
            block: DunningBlock,
        },
        /// A block was lifted before its end.
        Unblocked {
            /// Which.
            unblock: Unblocking,
        },
        /// A step was moved to another day.
        Rescheduled {
            /// Which, and to when.
            reschedule: Rescheduling,
        },
        /// A step is passed over.
        Skipped {
            /// Which.
            skip: Skipping,
        },
        /// The debtor promised to pay; the promise's id is that of the entry.
        Promised {
            /// The promise, and what was open when it was made.
            promise: PromiseMade,
        },
        /// The debtor disputes an item; the dispute's id is that of the entry.
        DisputeOpened {
            /// The dispute, and what was open when it began.
            dispute: DisputeMade,
        },
        /// A dispute was decided.
        DisputeClosed {
            /// Which, and how.
            closing: DisputeClosing,
        },
        /// A note was written; its id is that of the entry.
        NoteWritten {
            /// The note.
            note: Note,
        },
        /// A note was written anew; the earlier text is kept in its entry.
        NoteEdited {
            /// Which, and the new text.
            edit: NoteEdit,
        },
        /// The level that an item had reached in another system.
        LevelImported {
            /// The level.
            level: LevelImport,
        },
        /// Something that a later version of this library knows. It holds its subject.
        #[cfg_attr(feature = "node", ts(skip))]
        Newer {
            /// The name of the event.
            kind: Str,
            /// The event as it was written, as JSON text.
            json: Str,
        },
    }
}

record! {
    /// A delivery that is about to be handed over.
    pub struct Queueing {
        /// The delivery.
        pub delivery: Str,
        /// The steps it carries out.
        pub covers: Vec<Cover>,
        /// The channel.
        pub channel: Channel,
        /// The contact's id.
        pub contact: Str,
        /// The address.
        pub address: AddressRef,
        /// The number of the attempt, from 1.
        pub attempt: u32,
        /// When it was planned.
        pub planned_at: Moment,
        /// The last instant at which it may be sent.
        pub expires_at: Moment,
    }
}

record! {
    /// What was said to the debtor, as evidence.
    pub struct Sending {
        /// The delivery.
        pub delivery: Str,
        /// The steps it carried out.
        pub covers: Vec<Cover>,
        /// The channel.
        pub channel: Channel,
        /// The contact's id.
        pub contact: Str,
        /// The address.
        pub address: AddressRef,
        /// The number of the attempt, from 1.
        pub attempt: u32,
        /// When it was planned.
        pub planned_at: Moment,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The sum that was asked for.
        pub total: Amount,
        /// The items that were named.
        pub lines: Vec<SentLine>,
        /// The language, as BCP 47.
        pub language: Option<Str> = None,
        /// The template it was made from.
        pub template: Option<TemplateRef> = None,
        /// The provider's id of the message.
        pub provider_reference: Option<Str> = None,
        /// The deadline for payment that it stated.
        pub deadline: Option<Deadline> = None,
        /// The legal notice that it was, by the name of the rule.
        pub legal_kind: Option<Str> = None,
        /// The consequence that it announced, by the host's code.
        pub consequence: Option<Str> = None,
    }
}

record! {
    /// One item as it stood in a message.
    pub struct SentLine {
        /// The item.
        pub item: Str,
        /// The step it took.
        pub step: Str,
        /// The version of its scenario.
        pub scenario_version: u32,
        /// The document's number.
        pub document_number: Str,
        /// The last day for payment.
        pub due: Day,
        /// Open by the books.
        pub open: Amount,
        /// The part in dispute.
        pub disputed: Option<Amount> = None,
        /// Charges that the message announced for it.
        pub charges_announced: Option<Amount> = None,
    }
}

record! {
    /// The template that a message was made from.
    pub struct TemplateRef {
        /// Its id.
        pub id: Str,
        /// Its version.
        pub version: Str,
        /// The hash of the message as it went out.
        pub content_hash: Str,
    }
}

union! {
    /// The deadline for payment that a message stated.
    pub enum Deadline {
        /// A number of days from the day after receipt.
        RelativeToReceipt {
            /// The days.
            days: u32,
        },
        /// A day.
        On {
            /// The last day.
            date: Day,
        },
    }
}

record! {
    /// That a delivery did not arrive.
    pub struct Failure {
        /// The delivery.
        pub delivery: Str,
        /// Why, by the provider's or the host's code.
        pub reason: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// That a delivery was not carried out after all.
    pub struct Cancellation {
        /// The delivery.
        pub delivery: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// The steps that are cancelled; all of the delivery's if none is named.
        pub steps: Vec<StepKey> = [],
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// A provider's report on a delivery.
    pub struct Receipt {
        /// The delivery.
        pub delivery: Str,
    }
}

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
        /// Free text: the clerk's note.
        pub text: Option<Str> = None,
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
        pub items: Vec<PromisedItem>,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// An item that a promise covers.
    pub struct PromisedItem {
        /// The item.
        pub item: Str,
        /// The part that is promised.
        pub amount: Amount,
        /// What was open when it was promised.
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
        /// Free text.
        pub text: Option<Str> = None,
    }
}
