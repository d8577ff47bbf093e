//! Messages from the debtor, and what follows from them.

use super::{AddressRef, Channel, CreditAdvice, Subject};
use crate::calendar::{Day, Moment};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

record! {
    /// A message from the debtor. When it was received is the time of its entry; what it says
    /// stays with the host, only a reference to it is kept.
    pub struct InboundMessage {
        /// The host's id; a message that is reported twice counts once.
        pub id: Str,
        /// The channel.
        pub channel: Channel,
        /// What the debtor wants, as the host understood it.
        pub intent: Intent,
        /// Who wrote; if not given, the contact of the delivery that it answers.
        pub contact: Option<Str> = None,
        /// The address it came from; `record` fills in the contact's on this channel.
        pub address: Option<AddressRef> = None,
        /// The items it is about; all if none is named.
        pub items: Vec<Str> = [],
        /// The delivery that it answers.
        pub delivery: Option<Str> = None,
        /// Where the host keeps the message: an id, never the words.
        pub body: Option<Str> = None,
    }
}

union! {
    /// What a debtor wants.
    pub enum Intent {
        /// Says that it is paid.
        PaidAlready {
            /// The day of the payment, if it was named.
            on: Option<Day> = None,
        },
        /// Will pay.
        WillPay {
            /// The day, if it was named.
            on: Option<Day> = None,
        },
        /// Wants to pay in parts.
        WantsInstalments {},
        /// Contests what is asked for.
        Disputes {},
        /// Did not get the invoice.
        InvoiceMissing {},
        /// Is not the debtor, or not the one to write to.
        WrongPerson {},
        /// Wants no more messages on this channel.
        Stop {},
        /// Asks something.
        Question {},
        /// Anything else.
        Other {},
    }
}

record! {
    /// That a person answered a message.
    pub struct InboundAnswer {
        /// The message.
        pub inbound: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// An automatic receipt for a message that came outside the service hours. Record
    /// `SendReceipt` with it before it is sent.
    pub struct AutomaticReceipt {
        /// The message: the first of this contact in the closed period.
        pub inbound: Str,
        /// The channel to answer on.
        pub channel: Channel,
        /// When the service opens again: the end of the closed period.
        pub opens_at: Moment,
        /// When a person will have answered.
        pub answer_by: Moment,
        /// Whom to answer, if known.
        pub contact: Option<Str> = None,
    }
}

words! {
    /// In what way a message of the debtor matters.
    pub enum RepliedWhy {
        /// The debtor says that it is paid: the bank statement must have had time to come.
        PaidAlready,
        /// The debtor contests it; nobody has recorded the dispute or answered yet.
        Disputes,
        /// No person answered in time.
        AnswerOverdue,
    }
}

record! {
    /// Something that a person may do. It is never done by itself.
    pub struct Suggestion {
        /// The same for the same matter in every run.
        pub key: Str,
        /// What it is about.
        pub subject: Subject,
        /// What to do.
        pub advice: Advice,
    }
}

union! {
    /// What a person may do, and for which reason.
    pub enum Advice {
        /// The debtor says that it is paid: ask for a proof of payment.
        AskProofOfPayment {
            /// The message.
            inbound: Str,
            /// The items.
            items: Vec<Str>,
        },
        /// The debtor will pay: record a promise.
        RecordPromise {
            /// The message.
            inbound: Str,
            /// What is open on the items.
            amount: Amount,
            /// Its currency.
            currency: Currency,
            /// The items.
            items: Vec<Str>,
            /// The day, if it was named.
            date: Option<Day> = None,
        },
        /// The debtor wants to pay in parts: propose an arrangement.
        ProposeArrangement {
            /// The message.
            inbound: Str,
            /// The items.
            items: Vec<Str>,
        },
        /// The debtor wants to pay in parts: offer a discount for paying at once.
        OfferIncentive {
            /// The message.
            inbound: Str,
            /// The items.
            items: Vec<Str>,
            /// The most that the policy allows, in percent.
            most_percent: u32,
        },
        /// The debtor contests it: record a dispute.
        RecordDispute {
            /// The message.
            inbound: Str,
            /// The items.
            items: Vec<Str>,
        },
        /// The debtor asks something: record the question.
        RecordQuestion {
            /// The message.
            inbound: Str,
            /// The items.
            items: Vec<Str>,
        },
        /// The debtor did not get the invoice: send it again.
        SendInvoiceAgain {
            /// The message.
            inbound: Str,
            /// The items.
            items: Vec<Str>,
        },
        /// The debtor is a chronic non-payer: take note, and be careful with new orders.
        LimitCredit {
            /// The advice on new orders.
            credit: CreditAdvice,
            /// The share of invoices paid late, in percent.
            late_percent: u32,
            /// The days late of those, on average.
            average_days_late: u32,
        },
        /// It was the wrong person: correct the contact.
        CorrectContact {
            /// The message.
            inbound: Str,
            /// The channel.
            channel: Channel,
            /// The contact, if known.
            contact: Option<Str> = None,
        },
    }
}
