//! A template of a message, and what comes of it.

use crate::calendar::Moment;
use crate::model::{AutomaticReceipt, BankAccount, Channel, TemplateRef};
use crate::payment::{EpcTransfer, PaymentLink};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

use super::ThankYou;

record! {
    /// A message with fields, in one language.
    ///
    /// The text is that of Jinja: `{{ field }}`, `{% if … %}`, `{% for … in … %}`, and
    /// `{% include "part" %}` for the parts that come with the library.
    pub struct MessageTemplate {
        /// Its name: that of a step's `template` or `script`.
        pub id: Str,
        /// The language, as BCP 47, such as `nl`.
        pub language: Str,
        /// Its version, by the host; it stands in the journal with each message.
        pub version: Str,
        /// The text. An empty line ends a paragraph.
        pub text: Str,
        /// The channels it is for; all if none is named.
        pub channels: Vec<Channel> = [],
        /// The subject of an e-mail, a letter or a message in the portal.
        pub subject: Option<Str> = None,
        /// What it is for; `Demand` if not given.
        pub purpose: Option<MessagePurpose> = None,
        /// The notice by law that it is, such as `nl_14_day_letter`.
        pub legal_notice: Option<Str> = None,
        /// What goes with it.
        pub attachments: Vec<AttachmentKind> = [],
    }
}

words! {
    /// What a message is for.
    pub enum MessagePurpose {
        /// Asks for payment: who and how much, how to pay, and a question.
        Demand,
        /// Tells what was agreed, or that it was not kept.
        Agreement,
        /// Thanks for a payment.
        Thanks,
        /// Tells that a message arrived.
        Receipt,
        /// What a person says on the phone.
        Script,
    }
}

words! {
    /// How the debtor is addressed.
    pub enum Formality {
        /// `u`, `Sie`, `vous`.
        Formal,
        /// `je`, `du`, `tu`.
        Informal,
    }
}

words! {
    /// What goes with a message.
    pub enum AttachmentKind {
        /// The document of each item that it names.
        Invoice,
        /// A statement of all that is open.
        Statement,
        /// A receipt for the payment that it is about.
        PaymentReceipt,
    }
}

record! {
    /// Something to attach, by reference: the host has the file.
    pub struct Attachment {
        /// What it is.
        pub kind: AttachmentKind,
        /// The item whose document it is.
        pub item: Option<Str> = None,
        /// The ledger's id of that document.
        pub document_id: Option<Str> = None,
        /// The payment that the receipt is for.
        pub payment: Option<Str> = None,
    }
}

record! {
    /// What a host adds to a message, and chooses about it.
    pub struct MessageOptions {
        /// The language, whatever the contact's and the debtor's is.
        pub language: Option<Str> = None,
        /// The language for those whose own has no template, or who have none.
        pub fallback_language: Option<Str> = None,
        /// How the debtor is addressed; `Formal` if not given.
        pub formality: Option<Formality> = None,
        /// Pages on which the debtor can pay; the first that works is named.
        pub links: Vec<PaymentLink> = [],
        /// What a payment should carry; that of the item, or the numbers of the documents, if not
        /// given.
        pub reference: Option<Str> = None,
        /// Where to pay; the creditor's first account if not given.
        pub bank_account: Option<BankAccount> = None,
        /// Who signs, above the creditor's name.
        pub signatory: Option<Str> = None,
        /// A number on which the creditor is called back.
        pub phone: Option<Str> = None,
        /// The host's templates: one with the name, language and channel of a built-in one takes
        /// its place.
        pub templates: Vec<MessageTemplate> = [],
    }
}

union! {
    /// What a message is about that is no step.
    pub enum Occasion {
        /// A payment came, see `thank_you`.
        Thanks {
            /// What it paid.
            thanks: ThankYou,
        },
        /// A promise was made.
        PromiseConfirmation {
            /// The promise: the id of its entry.
            promise: Str,
        },
        /// A promise was not kept.
        PromiseBroken {
            /// The promise: the id of its entry.
            promise: Str,
        },
        /// A message came outside the service hours.
        Receipt {
            /// The receipt, as it was planned.
            receipt: AutomaticReceipt,
        },
    }
}

record! {
    /// A message that is no step: about what, to whom, how and when.
    pub struct OccasionMessage {
        /// What it is about.
        pub occasion: Occasion,
        /// To whom.
        pub contact: Str,
        /// By which channel.
        pub channel: Channel,
        /// When it is written.
        pub at: Moment,
    }
}

record! {
    /// A message as it goes out.
    pub struct RenderedMessage {
        /// The template, its version, and the hash of subject and text: for the report that it was
        /// sent.
        pub template: TemplateRef,
        /// The language: `nl`, `en`, `de`, `fr` or that of the host's template.
        pub language: Str,
        /// The channel.
        pub channel: Channel,
        /// The text.
        pub text: Str,
        /// The subject of an e-mail, a letter or a message in the portal.
        pub subject: Option<Str> = None,
        /// The same text as HTML, for an e-mail, a letter or the portal.
        pub html: Option<Str> = None,
        /// What goes with it.
        pub attachments: Vec<Attachment> = [],
        /// The transfer that it asks for, if it is one in euros: for a QR code.
        pub transfer: Option<EpcTransfer> = None,
        /// The notice by law that it is.
        pub legal_notice: Option<Str> = None,
        /// What it announces in case nothing comes, for the report that it was sent: `reminder`,
        /// `lastReminder`, `legalNotice`, `call`, `handover`, `person`.
        pub consequence: Option<Str> = None,
    }
}

union! {
    /// A message, or all that keeps it from being made.
    pub enum MessageAnswer {
        /// It is made.
        Rendered {
            /// The message.
            message: RenderedMessage,
        },
        /// It cannot be made.
        Refused {
            /// What is wrong.
            flaws: Vec<TemplateFlaw>,
        },
    }
}

record! {
    /// Something that is wrong with a template, or keeps a message from being made of it.
    pub struct TemplateFlaw {
        /// What is wrong.
        pub kind: TemplateFlawKind,
        /// How bad it is.
        pub severity: Severity,
        /// The template's name, or that of the part in which it stands.
        pub template: Str,
        /// The line, from 1; none if it concerns the whole.
        pub line: Option<u32> = None,
        /// The character in the line, from 1.
        pub column: Option<u32> = None,
        /// True if it stands in the subject.
        pub in_subject: bool = false,
        /// What was found: a field, a word, a count.
        pub found: Option<Str> = None,
        /// What is allowed, or what is missing; several that would do are parted by `|`.
        pub expected: Option<Str> = None,
        /// Where the rule stands, if it is one of a list.
        pub source: Option<Str> = None,
    }
}

words! {
    /// How bad a flaw is.
    pub enum Severity {
        /// The message must not go out so.
        Error,
        /// It should be written better.
        Warning,
    }
}

words! {
    /// What is wrong with a template.
    pub enum TemplateFlawKind {
        /// There is no template of this name, in this language, for this channel.
        UnknownTemplate,
        /// There is no text in this language.
        UnknownLanguage,
        /// No field has this name.
        UnknownField,
        /// The field is empty here, and the text puts it in.
        EmptyField,
        /// It cannot be read.
        Syntax,
        /// It does not come to an end.
        Endless,
        /// The account has no such contact, payment or promise.
        NotFound,
        /// It does not say who writes.
        NoSender,
        /// It does not say how much is asked for.
        NoAmount,
        /// It does not say how to pay.
        NoWayToPay,
        /// It does not ask for a confirmation or a day.
        NoQuestion,
        /// The law demands something that is not in it.
        LegalContent,
        /// The law does not allow these words in this notice.
        LegalWording,
        /// A threat.
        Threat,
        /// An offer, which makes the platform count the message as marketing.
        Offer,
        /// It is longer than the channel takes, or than a debtor reads.
        TooLong,
        /// A sentence is too long.
        LongSentence,
        /// A letter that makes a text message dearer.
        DearLetter,
    }
}
