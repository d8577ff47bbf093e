use super::{Contact, Creditor, Debtor, Entry, Item, Party, Payment, PaymentHistory};
use crate::calendar::Moment;
use crate::vocabulary::{record, words};

record! {
    /// One creditor and one paying party: everything that a decision is made from.
    ///
    /// The ledger facts (creditor, debtor, contacts, items, payments) are stated anew by the host
    /// at each call; the journal is what dunning did and agreed so far.
    pub struct Account {
        /// Who is owed.
        pub creditor: Creditor,
        /// Who owes.
        pub debtor: Debtor,
        /// When the items were read from the ledger.
        pub ledger_as_of: Moment,
        /// Up to when payments are known: the last bank statement that is booked. A promise is
        /// judged only once this has passed its last day.
        pub payments_as_of: Moment,
        /// Branches and departments of the debtor.
        pub parties: Vec<Party> = [],
        /// Whom to write to or call.
        pub contacts: Vec<Contact> = [],
        /// Invoices, credits and what else is open.
        pub items: Vec<Item> = [],
        /// Payments, each once.
        pub payments: Vec<Payment> = [],
        /// What dunning did and agreed: the entries that `record` returned, in any order.
        pub journal: Vec<Entry> = [],
        /// How the debtor paid before, if settled items are not supplied.
        pub history: Option<PaymentHistory> = None,
        /// Whether settled items are among the items; `OpenItemsOnly` if not given.
        pub completeness: Option<Completeness> = None,
    }
}

words! {
    /// Which items the host supplies.
    pub enum Completeness {
        /// Only what is open: an item that the journal names and the ledger lacks is settled or
        /// withdrawn.
        OpenItemsOnly,
        /// Settled items too.
        WithSettled,
    }
}
