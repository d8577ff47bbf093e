use super::{Channel, Country};
use crate::calendar::Weekday;
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// The legal entity that is owed.
    pub struct Creditor {
        /// The host's id.
        pub id: Str,
        /// The legal name.
        pub name: Str,
        /// The country of its law.
        pub country: Country,
        /// Its time zone by IANA name, such as `Europe/Amsterdam`. Due days, steps, promises and
        /// blocks are counted in this zone.
        pub zone: Str,
        /// Its number in the commercial register.
        pub registration: Option<Str> = None,
        /// In what role it collects; `FirstParty` if not given.
        pub role: Option<CreditorRole> = None,
        /// Its size, where a law asks for it.
        pub size: Option<CompanySize> = None,
        /// Where debtors pay.
        pub bank_accounts: Vec<BankAccount> = [],
        /// From whom messages come.
        pub senders: Vec<Sender> = [],
        /// When people answer, in the creditor's zone.
        pub service_hours: Vec<ServiceHours> = [],
    }
}

words! {
    /// In what role a creditor collects: law and channel rules differ.
    pub enum CreditorRole {
        /// Its own claims.
        FirstParty,
        /// For somebody else.
        ThirdParty,
        /// Claims it bought.
        Purchased,
    }
}

words! {
    /// The size of a company, as laws on payment terms distinguish it.
    pub enum CompanySize {
        /// A small or medium-sized enterprise.
        SmallOrMedium,
        /// A large company.
        Large,
    }
}

record! {
    /// An account at a bank.
    pub struct BankAccount {
        /// The IBAN, without spaces.
        pub iban: Str,
        /// The bank's identifier.
        pub bic: Option<Str> = None,
        /// The name of the holder; the creditor's name if not given.
        pub holder: Option<Str> = None,
    }
}

record! {
    /// From whom a message comes on one channel.
    pub struct Sender {
        /// The host's id.
        pub id: Str,
        /// The channel.
        pub channel: Channel,
        /// The address, number or name that the debtor sees.
        pub value: Str,
    }
}

record! {
    /// Hours of a weekday during which the creditor answers, in its zone.
    pub struct ServiceHours {
        /// The day of the week.
        pub weekday: Weekday,
        /// The first minute, counted from midnight.
        pub from_minute: u32,
        /// The minute after the last, counted from midnight.
        pub until_minute: u32,
    }
}
