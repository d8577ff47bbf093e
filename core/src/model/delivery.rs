//! What the journal keeps of deliveries.

use super::{AddressRef, Channel, Charge, Cover, InstalmentLine, StepKey};
use crate::calendar::{Day, Moment};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

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
        /// Where else it goes, if its step goes out by several channels.
        pub copies: Vec<SentCopy> = [],
    }
}

record! {
    /// Another channel by which a delivery goes out.
    pub struct SentCopy {
        /// The channel.
        pub channel: Channel,
        /// The contact's id.
        pub contact: Str,
        /// The address.
        pub address: AddressRef,
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
        /// Where else it went, if its step goes out by several channels.
        pub copies: Vec<SentCopy> = [],
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
        /// The channel by which it did not arrive, of a delivery that went out by several; all of
        /// them if not given. The delivery has failed once each of its channels has.
        pub channel: Option<Channel> = None,
        /// What it means for the address, as `error_class` tells of a provider's code. After `Hard`
        /// the address is used no more until it has another id or fingerprint, after `OptedOut`
        /// the contact's channel until a later consent; the rest counts for its own steps only.
        pub meaning: Option<ErrorClass> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

words! {
    /// What an error of a provider means for an address and its channel.
    pub enum ErrorClass {
        /// No error.
        Success,
        /// The address does not exist: use it no more.
        Hard,
        /// It exists and takes nothing just now: try again later.
        Soft,
        /// The provider had trouble of its own: try again later.
        Temporary,
        /// The channel does not reach this recipient, and nobody says why: take the next channel.
        Unreachable,
        /// The recipient wants no such messages.
        OptedOut,
        /// The recipient got too many messages, from anybody: not now. This is no opt-out.
        FrequencyCap,
        /// Too many messages from this sender to this recipient: later.
        PairRate,
        /// Too many messages of the sender in a short time: slower.
        Throttle,
        /// The last message of the recipient is too long ago for free text: use a template.
        OutsideWindow,
        /// The recipient is part of an experiment of the platform: take another channel.
        Experiment,
        /// The platform does not carry this business to this country: take another channel.
        CountryRestricted,
        /// The sender's number or its kind of messages is restricted: pause it.
        SenderRestricted,
        /// The sender's account was stopped: stop the channel.
        AccountStopped,
        /// The sender's account at the platform is not paid.
        AccountUnpaid,
        /// The receiving side refuses the sender, not the address: authentication, policy, blocklist.
        Sender,
        /// The message cannot be sent as it is: its template, its parameters, its size.
        Content,
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
