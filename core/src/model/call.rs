//! Calls that people make, and what came of them.

use super::{Action, Dispute, Intent, Note, PromiseToPay, Question};
use crate::calendar::{Day, Moment};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

record! {
    /// That a planned call was tried, what came of it, and what was said.
    ///
    /// Everything in it is recorded together or not at all: if the promise is refused, the call is
    /// not recorded either.
    pub struct CallReport {
        /// The call, as planned and queued.
        pub action: Action,
        /// What came of it.
        pub outcome: CallOutcome,
        /// What the debtor promised to pay.
        pub promise: Option<PromiseToPay> = None,
        /// What the debtor disputes.
        pub disputes: Vec<Dispute> = [],
        /// What the debtor asks.
        pub questions: Vec<Question> = [],
        /// What else the debtor said: wants instalments, has paid, wants no more calls. It counts
        /// as a message, received by phone.
        pub said: Vec<Intent> = [],
        /// A note on the call.
        pub note: Option<Note> = None,
    }
}

union! {
    /// What came of a call.
    pub enum CallOutcome {
        /// The debtor was spoken to.
        Reached {},
        /// Nobody answered.
        NoAnswer {},
        /// A message was left on a machine.
        Voicemail {},
        /// Somebody else has this number: it is not called again for this step.
        WrongNumber {},
        /// The debtor did not want to speak.
        Refused {},
        /// The debtor asks to be called at this time.
        CallBackAt {
            /// The time; the next attempt is not made before.
            at: Moment,
        },
        /// The debtor asks to be called on this day.
        CallBackOn {
            /// The day, in the creditor's zone; the next attempt is not made before.
            day: Day,
        },
    }
}

words! {
    /// Outcomes of a call after which its step may count as reached.
    pub enum CallAnswer {
        /// The debtor was spoken to.
        Reached,
        /// A message was left on a machine.
        Voicemail,
        /// The debtor did not want to speak.
        Refused,
        /// Nobody answered.
        NoAnswer,
    }
}

record! {
    /// What came of a call, as the journal keeps it. That it took place, and about what, stands in
    /// the `Sent` of the same delivery.
    pub struct CallMade {
        /// The delivery.
        pub delivery: Str,
        /// What came of it.
        pub outcome: CallOutcome,
    }
}

words! {
    /// Why a call waits that was tried before.
    pub enum CalledWhy {
        /// It was tried a short while ago.
        RetryLater,
        /// The debtor asked to be called later.
        CallBack,
        /// It was tried often enough today.
        PerDay,
    }
}
