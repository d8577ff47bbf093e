use super::{CompanySize, ContactRule, Country};
use crate::calendar::Day;
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// The paying party.
    pub struct Debtor {
        /// The host's id.
        pub id: Str,
        /// The name.
        pub name: Str,
        /// Consumer, business or public body: scenarios and laws differ.
        pub kind: DebtorKind,
        /// The country of residence.
        pub country: Country,
        /// True for a human being: a consumer or a sole trader. If not given, a consumer is one
        /// and others are not.
        pub natural_person: Option<bool> = None,
        /// Its size, where a law asks for it.
        pub size: Option<CompanySize> = None,
        /// The part of the country, as ISO 3166-2 without the country: holidays may differ.
        pub region: Option<Str> = None,
        /// Time zones by IANA name, if several are known; hours must suit all of them. If none is
        /// given, hours must suit all zones of the country.
        pub zones: Vec<Str> = [],
        /// The language to write in, as BCP 47, such as `nl`.
        pub language: Option<Str> = None,
        /// The customer group that assignment rules may name.
        pub group: Option<Str> = None,
        /// The scenario for this debtor, before any assignment rule.
        pub scenario: Option<Str> = None,
        /// When and by which channels the debtor wishes to be approached, such as "not on
        /// Tuesdays". They hold beside the hours of the policy, for all contacts.
        pub requests: Vec<ContactRule> = [],
    }
}

words! {
    /// What kind of debtor it is in law.
    pub enum DebtorKind {
        /// A natural person who does not act for a business.
        Consumer,
        /// A company or a sole trader.
        Business,
        /// The state, a municipality or another public body.
        PublicBody,
    }
}

record! {
    /// A branch or department of the debtor that items and contacts may belong to.
    pub struct Party {
        /// The host's id.
        pub id: Str,
        /// The name.
        pub name: Str,
        /// The country, if it is not the debtor's.
        pub country: Option<Country> = None,
        /// The time zone by IANA name, if it is not the debtor's.
        pub zone: Option<Str> = None,
    }
}

record! {
    /// How the debtor paid before, computed by the host from settled items.
    pub struct PaymentHistory {
        /// The day up to which the figures count.
        pub as_of: Day,
        /// Invoices paid.
        pub paid_count: u32,
        /// Of these, paid after their due day.
        pub paid_late_count: u32,
        /// The days late of all of them added up.
        pub days_late_total: u32,
        /// The days late of the latest payer among them.
        pub days_late_longest: u32,
    }
}
