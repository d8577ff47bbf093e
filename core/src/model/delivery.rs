//! What the journal keeps of deliveries.

use super::{AddressRef, Channel, Charge, Cover, InstalmentLine, StepKey};
use crate::calendar::{Day, Moment};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, union};

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
        /// The charges that it announces.
        pub charges: Vec<Charge> = [],
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
        /// The instalments that were named.
        pub instalments: Vec<InstalmentLine> = [],
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
        /// The charges that it named, those it announced and earlier ones.
        pub charges: Vec<Charge> = [],
        /// The sum that was asked for with those charges, if there were any.
        pub total_with_charges: Option<Amount> = None,
        /// The sender it came from, by its id, if its step named one.
        pub sender: Option<Str> = None,
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
        /// Charges that the message named for it, with VAT, whether already to be paid or not.
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
