use super::ContactRule;
use crate::calendar::Moment;
use crate::code::letter_code;
use crate::text::Str;
use crate::vocabulary::{record, words};

letter_code! {
    /// A country by its ISO 3166-1 code, such as `NL` or `GB`.
    pub struct Country(2), refused with
    /// The text is not a country code.
    NotACountry("a country is two capital letters, such as \"NL\"")
}

words! {
    /// How a debtor is reached.
    pub enum Channel {
        /// E-mail.
        Email,
        /// A WhatsApp message; only with consent.
        WhatsApp,
        /// A text message; only with consent.
        Sms,
        /// A letter by post.
        Letter,
        /// A message in the creditor's portal.
        Portal,
        /// A phone call by a person.
        Call,
    }
}

record! {
    /// A person, department or branch of the debtor.
    pub struct Contact {
        /// The host's id.
        pub id: Str,
        /// The name, as a message addresses it.
        pub name: Str,
        /// What the contact is for. Reminders go to `Reminder`, else `Invoice`, else `Main`.
        pub purposes: Vec<Purpose>,
        /// What kind of contact it is; `Person` if not given.
        pub kind: Option<ContactKind> = None,
        /// The branch it belongs to; none is the debtor as a whole.
        pub party: Option<Str> = None,
        /// The language to write in, as BCP 47; the debtor's if not given.
        pub language: Option<Str> = None,
        /// Where it is reached.
        pub addresses: Vec<Address> = [],
        /// Consents and refusals that the host knows of, each with its date; the latest counts.
        pub consents: Vec<Consent> = [],
        /// When and by which channels the contact wishes to be approached.
        pub requests: Vec<ContactRule> = [],
    }
}

impl Contact {
    /// True if the contact agreed to a channel after an instant.
    pub(crate) fn agreed_since(&self, channel: Channel, since: Moment) -> bool {
        let own = self.consents.iter().filter(|consent| consent.channel == channel);
        own.filter(|consent| consent.given).any(|consent| consent.at > since)
    }
}

words! {
    /// What a contact is for.
    pub enum Purpose {
        /// Receives reminders.
        Reminder,
        /// Receives invoices.
        Invoice,
        /// Is phoned.
        Call,
        /// Handles disputes.
        Dispute,
        /// Receives legal notices.
        Legal,
        /// The general contact, when no other fits.
        Main,
    }
}

words! {
    /// What kind of contact it is.
    pub enum ContactKind {
        /// A human being.
        Person,
        /// A department.
        Department,
        /// A branch.
        Branch,
        /// A guardian or administrator.
        Guardian,
    }
}

record! {
    /// Where a contact is reached on one channel.
    pub struct Address {
        /// The host's id: journal entries hold this and never the address itself.
        pub id: Str,
        /// The channel it serves.
        pub channel: Channel,
        /// The address as the host's sender takes it: an e-mail address, a number in E.164 form,
        /// the lines of a postal address, a portal account.
        pub value: Str,
        /// An opaque version of the address: another value is another address, whose failures
        /// begin anew.
        pub fingerprint: Option<Str> = None,
    }
}

record! {
    /// That a contact agreed, or did not agree, to a channel.
    pub struct Consent {
        /// The channel.
        pub channel: Channel,
        /// Agreed or not.
        pub given: bool,
        /// How the creditor knows: a form, a call, a message.
        pub source: Str,
        /// When.
        pub at: Moment,
    }
}
