use crate::calendar::Day;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// Money received from the debtor: a fact of the ledger, stated once.
    pub struct Payment {
        /// The host's id.
        pub id: Str,
        /// The day from which the money counts as paid.
        pub value_date: Day,
        /// The amount received, positive, in its currency.
        pub amount: Amount,
        /// The currency of all amounts of the payment.
        pub currency: Currency,
        /// The day it was booked.
        pub booked_on: Option<Day> = None,
        /// What it was matched with; the rest is unapplied.
        pub allocations: Vec<Allocation> = [],
        /// The arrangement that the debtor meant it for: it counts towards that one and no other,
        /// whatever it is matched with.
        pub arrangement: Option<Str> = None,
        /// Set if the money went back: a returned direct debit, a chargeback.
        pub reversed: Option<Reversal> = None,
        /// The items that the payer named, in order, for what is not matched yet: `claim` goes by
        /// them before it goes by the law.
        pub chosen: Vec<Str> = [],
    }
}

record! {
    /// A part of a payment that was matched with an item.
    pub struct Allocation {
        /// The item.
        pub item: Str,
        /// The part, positive, in the payment's currency.
        pub amount: Amount,
    }
}

record! {
    /// That a payment went back.
    pub struct Reversal {
        /// The day from which the money is gone.
        pub on: Day,
        /// Why, as the bank or the host says.
        pub reason: Str,
    }
}
