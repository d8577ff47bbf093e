use super::{
    Action, ArrangementAnswer, ArrangementCounter, ArrangementProposal, ArrangementRefusal,
    AutomaticReceipt, CallReport, Cancellation, ChargeBooking, ChargeWaiver, Deadline, DebtorMerge,
    DisputeClosing, DunningBlock, Failure, HistoryImport, InboundAnswer, InboundMessage,
    LevelImport, LevelSetting, Note, NoteEdit, Question, QuestionAnswer, Receipt, Rejection,
    Rescheduling, ScenarioMove, Skipping, StopEnding, Stopping, Subject, TemplateRef, Unblocking,
    Undoing,
};
use crate::calendar::Day;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, union};

union! {
    /// What people and webhooks report; `record` turns it into entries.
    ///
    /// Reports (`Sent`, `Failed`, `Delivered`, `Read`, `Inbound`) are never refused: they happened.
    /// All others are intentions and are checked.
    pub enum Command {
        /// The action was laid before a person.
        Propose {
            /// The action, as planned.
            action: Action,
        },
        /// A person approves the action.
        Approve {
            /// The action as it was shown. Refused if it is planned otherwise by now.
            action: Action,
            /// Free text.
            text: Option<Str> = None,
        },
        /// A person rejects an action.
        Reject {
            /// Which, and why.
            rejection: Rejection,
        },
        /// The action is about to be handed over. Refused if one of its steps is out already, or
        /// if it is not approved.
        Queue {
            /// The action, as planned.
            action: Action,
        },
        /// The action was carried out.
        Sent {
            /// The report.
            report: SentReport,
        },
        /// A planned call was tried. Refused if the call was not queued, or if anything that is
        /// reported with it is refused.
        Called {
            /// The report.
            report: CallReport,
        },
        /// The delivery did not arrive.
        Failed {
            /// The failure.
            failed: Failure,
        },
        /// The queued delivery is not sent after all.
        Cancel {
            /// The cancellation.
            cancel: Cancellation,
        },
        /// The delivery arrived.
        Delivered {
            /// The report.
            delivered: Receipt,
        },
        /// The delivery was read.
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
        AnswerInbound {
            /// Which.
            answer: InboundAnswer,
        },
        /// An automatic receipt is about to be sent. Refused if one was sent in this closed
        /// period already.
        SendReceipt {
            /// The receipt, as planned.
            receipt: AutomaticReceipt,
        },
        /// Stop reminders of a debtor, item, step or channel.
        Block {
            /// The block.
            block: DunningBlock,
        },
        /// Lift a block.
        Unblock {
            /// Which.
            unblock: Unblocking,
        },
        /// Move a step to another day.
        Reschedule {
            /// Which, and to when.
            reschedule: Rescheduling,
        },
        /// Pass over a step.
        Skip {
            /// Which.
            skip: Skipping,
        },
        /// The debtor promises to pay.
        Promise {
            /// The promise.
            promise: PromiseToPay,
        },
        /// The debtor disputes an item or a part of it.
        OpenDispute {
            /// The dispute.
            dispute: Dispute,
        },
        /// A dispute is decided.
        CloseDispute {
            /// Which, and how.
            closing: DisputeClosing,
        },
        /// Write a note.
        WriteNote {
            /// What it is about.
            about: Subject,
            /// The note.
            note: Note,
        },
        /// Give a note a new text; the old one is kept.
        EditNote {
            /// Which, and the new text.
            edit: NoteEdit,
        },
        /// Take over the level that an item had reached in another system.
        ImportLevel {
            /// The level.
            level: LevelImport,
        },
        /// Propose to pay in instalments.
        ProposeArrangement {
            /// The terms.
            proposal: ArrangementProposal,
        },
        /// Propose other terms in place of a proposal, or of an arrangement that runs.
        CounterArrangement {
            /// Which, and the terms.
            counter: ArrangementCounter,
        },
        /// Accept a proposal: what it covers rests.
        AcceptArrangement {
            /// Which.
            answer: ArrangementAnswer,
        },
        /// Turn a proposal down.
        RefuseArrangement {
            /// Which, and why.
            refusal: ArrangementRefusal,
        },
        /// Call off a proposal or an arrangement that runs.
        CancelArrangement {
            /// Which, and why.
            refusal: ArrangementRefusal,
        },
        /// End an arrangement that is not kept.
        LapseArrangement {
            /// Which, and why.
            refusal: ArrangementRefusal,
        },
        /// Undo a delivery that was sent: its steps are not reached. The highest step first.
        Undo {
            /// Which, and why.
            undo: Undoing,
        },
        /// Take over what another system sent in the past.
        ImportHistory {
            /// The sendings.
            history: HistoryImport,
        },
        /// Make another debtor part of this one. The host appends that debtor's journal to this
        /// one; the ids of all entries differ.
        MergeDebtor {
            /// Which.
            merge: DebtorMerge,
        },
        /// Stop reminders altogether: handed over, insolvent, deceased, withdrawn.
        Stop {
            /// Why, and from when.
            stopping: Stopping,
        },
        /// End a stop.
        EndStop {
            /// Which.
            ending: StopEnding,
        },
        /// The debtor asks about an item.
        AskQuestion {
            /// The question.
            question: Question,
        },
        /// A question is answered.
        AnswerQuestion {
            /// Which.
            answer: QuestionAnswer,
        },
        /// Set the level of an item by hand, up or down.
        SetLevel {
            /// The new level.
            setting: LevelSetting,
        },
        /// Move an item to another scenario or version.
        MoveItem {
            /// Where to.
            moving: ScenarioMove,
        },
        /// The host booked a charge.
        Charged {
            /// Which, and how much of it.
            booking: ChargeBooking,
        },
        /// Give up a charge.
        Waive {
            /// Which, and why.
            waiver: ChargeWaiver,
        },
    }
}

record! {
    /// That an action was carried out.
    pub struct SentReport {
        /// The action as it was sent: the planned one, or what `recheck` made of it.
        pub action: Action,
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
    /// A promise to pay.
    pub struct PromiseToPay {
        /// The promised amount.
        pub amount: Amount,
        /// Its currency.
        pub currency: Currency,
        /// The day by which it will be paid, in the creditor's zone.
        pub date: Day,
        /// The items it covers; all that are open in the currency if none is named. A later
        /// invoice is never covered.
        pub items: Vec<ItemAmount> = [],
        /// Days of grace after the date; the policy's if not given.
        pub grace_days: Option<u32> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// An item, or a part of it.
    pub struct ItemAmount {
        /// The item.
        pub item: Str,
        /// The part, in the item's currency; all that is open if none.
        pub amount: Option<Amount> = None,
    }
}

record! {
    /// That the debtor disputes an item.
    pub struct Dispute {
        /// The item.
        pub item: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// The disputed part, in the item's currency; the whole item if none.
        pub amount: Option<Amount> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}
