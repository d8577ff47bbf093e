use super::{
    Approval, ArrangementAcceptance, ArrangementEnding, ArrangementMade, AutomaticReceipt,
    CallMade, Cancellation, ChargeBooking, ChargeWaiver, DebtorMerge, DisputeClosing, DisputeMade,
    DunningBlock, Failure, InboundAnswer, InboundMessage, LevelImport, LevelMade, Note, NoteEdit,
    PromiseMade, Proposal, Question, QuestionAnswer, Queueing, Receipt, Rejection, Rescheduling,
    Sending, Skipping, StopEnding, Stopping, Unblocking, Undoing,
};
use crate::text::Str;
use crate::vocabulary::union;

union! {
    /// What happened. Names and addresses never stand in an event, and free text only in fields
    /// called `text`, which `redact` empties.
    pub enum Event {
        /// An action was laid before a person.
        Proposed {
            /// Which.
            proposal: Proposal,
        },
        /// A person approved an action.
        Approved {
            /// Which, as it stood.
            approval: Approval,
        },
        /// A person rejected an action.
        Rejected {
            /// Which, and why.
            rejection: Rejection,
        },
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
        /// A call was tried; that it took place stands in its `Sent`.
        Called {
            /// What came of it.
            called: CallMade,
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
        /// The debtor wrote.
        Inbound {
            /// The message.
            message: InboundMessage,
        },
        /// A person answered a message.
        InboundAnswered {
            /// Which.
            answer: InboundAnswer,
        },
        /// An automatic receipt was sent.
        ReceiptSent {
            /// The receipt.
            receipt: AutomaticReceipt,
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
        /// Reminders stop altogether; the stop's id is that of the entry.
        Stopped {
            /// Why, and from when.
            stopping: Stopping,
        },
        /// A stop is over.
        StopEnded {
            /// Which.
            ending: StopEnding,
        },
        /// The debtor asked about an item; the question's id is that of the entry.
        QuestionAsked {
            /// The question.
            question: Question,
        },
        /// A question was answered.
        QuestionAnswered {
            /// Which.
            answer: QuestionAnswer,
        },
        /// The level of an item was set by hand.
        LevelSet {
            /// The new level.
            level: LevelMade,
        },
        /// An item was moved to another scenario or version.
        ScenarioMoved {
            /// Where it stands now.
            level: LevelMade,
        },
        /// A charge was booked by the host.
        Charged {
            /// Which, and how much of it.
            booking: ChargeBooking,
        },
        /// A charge was given up.
        Waived {
            /// Which, and why.
            waiver: ChargeWaiver,
        },
        /// Instalments were proposed; the arrangement's id is that of the entry.
        ArrangementProposed {
            /// The terms, and what was open when they were proposed.
            arrangement: ArrangementMade,
        },
        /// An arrangement was accepted: what it covers rests.
        ArrangementAccepted {
            /// Which, and what was open.
            acceptance: ArrangementAcceptance,
        },
        /// A proposal was refused, or an arrangement ended by hand.
        ArrangementEnded {
            /// Which, and how.
            ending: ArrangementEnding,
        },
        /// A delivery that was sent does not count.
        Undone {
            /// Which, and why.
            undone: Undoing,
        },
        /// Another debtor became part of this one.
        DebtorMerged {
            /// Which.
            merge: DebtorMerge,
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
