use super::DebtorKind;
use crate::calendar::Day;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// One open line of the ledger; every decision is about an item.
    pub struct Item {
        /// The host's id, unique within the account.
        pub id: Str,
        /// What it is.
        pub kind: ItemKind,
        /// The last day for payment. The item is overdue from the next day.
        pub due: Day,
        /// What is open by the books, in the item's currency: positive when the debtor owes,
        /// negative for credits. This is the truth for what may be dunned.
        pub open: Amount,
        /// The currency of all amounts of the item.
        pub currency: Currency,
        /// The ledger's id of the document.
        pub document_id: Option<Str> = None,
        /// The number that the debtor knows; the item's id if not given.
        pub document_number: Option<Str> = None,
        /// The day on the document.
        pub issued: Option<Day> = None,
        /// The day the debtor received it, where known.
        pub received_on: Option<Day> = None,
        /// The amount of the document, in the item's currency.
        pub original: Option<Amount> = None,
        /// The contract it arises from.
        pub contract: Option<Contract> = None,
        /// The branch it belongs to.
        pub party: Option<Str> = None,
        /// The host's own marks.
        pub tags: Vec<Str> = [],
        /// The kind of claim, if it is not that of the debtor: a sole trader's private purchase.
        pub claim_kind: Option<DebtorKind> = None,
        /// No step before this day has passed; interest counts from the due day all the same.
        pub grace_until: Option<Day> = None,
        /// The scenario for this item, before the debtor's and any assignment rule.
        pub scenario: Option<Str> = None,
        /// The item that this credit belongs to; of a charge, the item that it was made for.
        pub settles: Option<Str> = None,
        /// The journal charge that this item of kind `Charge` replaces.
        pub charge: Option<Str> = None,
        /// From this day the claim is time-barred and is not dunned.
        pub time_barred_on: Option<Day> = None,
        /// The structured reference that a payment should carry.
        pub payment_reference: Option<Str> = None,
    }
}

words! {
    /// What an item is.
    pub enum ItemKind {
        /// An invoice.
        Invoice,
        /// A part of a document that is due on a day of its own.
        ScheduledPart,
        /// A credit note; its open amount is negative.
        CreditNote,
        /// Money received and not yet matched; its open amount is negative.
        UnappliedPayment,
        /// A fee or interest that the host booked.
        Charge,
    }
}

record! {
    /// The contract that an item arises from.
    pub struct Contract {
        /// The host's id.
        pub id: Str,
        /// When it was made, where a rule changed between old and new contracts.
        pub date: Option<Day> = None,
        /// True for a contract on the regular supply of goods or services.
        pub regular_supply: bool = false,
    }
}
