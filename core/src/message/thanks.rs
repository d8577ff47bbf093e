//! After a payment: whether to thank, and for what.

use rust_decimal::Decimal;

use crate::calendar::Day;
use crate::model::{Account, Event, Payment};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// What a debtor is thanked for.
    pub enum ThanksFor {
        /// All of what it was matched with is paid.
        Full,
        /// A part is paid: something is left.
        Part,
        /// The last instalment: the arrangement is fulfilled.
        LastInstalment,
    }
}

record! {
    /// That a debtor is to be thanked for a payment, once.
    pub struct ThankYou {
        /// The payment.
        pub payment: Str,
        /// For what.
        pub why: ThanksFor,
        /// The day from which the money counts as paid.
        pub paid_on: Day,
        /// The amount received.
        pub amount: Amount,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The items that it was matched with.
        pub items: Vec<Str>,
        /// What is still open of them, or of the arrangement's items; nothing if it is none.
        pub left: Option<Amount> = None,
        /// The arrangement that it was paid towards.
        pub arrangement: Option<Str> = None,
    }
}

/// Whether a debtor is to be thanked for a payment, and for what.
///
/// Only for money that was asked for: an item that a message named, or that was promised or
/// arranged. Not for what was not matched with an item, or went back. The host thanks once for each
/// payment.
///
/// ```
/// use dunning::{Account, ThanksFor, thank_you};
///
/// let account = Account::from_json(r#"{
///     "creditor": { "id": "C", "name": "Bakker BV", "country": "NL", "zone": "Europe/Amsterdam" },
///     "debtor": { "id": "D", "name": "De Groot BV", "kind": "business", "country": "NL" },
///     "items": [{ "id": "1", "kind": "invoice", "due": "2026-03-01", "open": "21.00",
///         "currency": "EUR" }],
///     "payments": [{ "id": "P", "valueDate": "2026-03-09", "amount": "100.00", "currency": "EUR",
///         "allocations": [{ "item": "1", "amount": "100.00" }] }],
///     "journal": [{ "id": "p/1", "occurredAt": "2026-03-05T09:00:00Z",
///         "recordedAt": "2026-03-05T09:00:00Z", "actor": "eva", "fingerprint": "0",
///         "subject": { "type": "debtor" }, "event": { "type": "promised", "promise": {
///             "amount": "121.00", "currency": "EUR", "date": "2026-03-09", "graceDays": 2,
///             "items": [{ "item": "1", "amount": "121.00", "open": "121.00",
///                 "documentNumber": "1", "due": "2026-03-01" }] } } }],
///     "ledgerAsOf": "2026-03-10T06:00:00Z", "paymentsAsOf": "2026-03-10T06:00:00Z"
/// }"#)?;
/// let thanks = thank_you(&account, "P").ok_or("no thanks")?;
/// assert_eq!(thanks.why, ThanksFor::Part);
/// assert_eq!(thanks.left, Some("21.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn thank_you(account: &Account, payment: &str) -> Option<ThankYou> {
    let paid = account.payments.iter().find(|paid| paid.id == payment)?;
    if paid.reversed.is_some() || (paid.allocations.is_empty() && paid.arrangement.is_none()) {
        return None;
    }
    let items: Vec<Str> = paid.allocations.iter().map(|part| part.item.clone()).collect();
    let arrangement = arrangement(account, paid, &items);
    if arrangement.is_none() && !items.iter().any(|item| was_asked_for(account, item)) {
        return None;
    }
    let covered = arrangement.as_ref().map_or(&items, |(_, covered)| covered);
    let left = left(account, paid.currency, covered);
    let why = match (&arrangement, left) {
        (_, Some(_)) => ThanksFor::Part,
        (Some(_), None) => ThanksFor::LastInstalment,
        (None, None) => ThanksFor::Full,
    };
    Some(ThankYou {
        payment: paid.id.clone(),
        why,
        paid_on: paid.value_date,
        amount: paid.amount,
        currency: paid.currency,
        items,
        left,
        arrangement: arrangement.map(|(id, _)| id),
    })
}

/// The latest accepted arrangement that the payment was for, and what it covers.
fn arrangement(account: &Account, paid: &Payment, items: &[Str]) -> Option<(Str, Vec<Str>)> {
    let accepted = |id: &str| {
        account.journal.iter().any(|entry| match &entry.event {
            Event::ArrangementAccepted { acceptance } => acceptance.arrangement == *id,
            _ => false,
        })
    };
    let made = account.journal.iter().filter_map(|entry| match &entry.event {
        Event::ArrangementProposed { arrangement } => Some((entry, arrangement)),
        _ => None,
    });
    let meant = made.filter(|(entry, made)| {
        let covers = || made.items.iter().any(|one| items.contains(&one.item));
        let id = &entry.id;
        paid.arrangement.as_ref().map_or_else(covers, |meant| meant == id) && accepted(id)
    });
    // Entries come in any order.
    let (entry, made) = meant.max_by_key(|(entry, _)| (entry.occurred_at, entry.id.clone()))?;
    Some((entry.id.clone(), made.items.iter().map(|one| one.item.clone()).collect()))
}

/// A message named it, or it was promised.
fn was_asked_for(account: &Account, item: &Str) -> bool {
    account.journal.iter().any(|entry| match &entry.event {
        Event::Sent { sent } => sent.lines.iter().any(|line| line.item == *item),
        Event::Promised { promise } => promise.items.iter().any(|one| one.item == *item),
        _ => false,
    })
}

/// What is open of items; none if it is nothing. An item that the ledger does not hold any more
/// is settled.
fn left(account: &Account, currency: Currency, items: &[Str]) -> Option<Amount> {
    let is_one = |id: &Str| items.contains(id);
    let open = account
        .items
        .iter()
        .filter(|item| item.currency == currency && is_one(&item.id))
        .map(|item| item.open.decimal())
        .filter(|open| *open > Decimal::ZERO);
    let sum = open.fold(Decimal::ZERO, |sum, open| sum.saturating_add(open));
    (!sum.is_zero()).then(|| sum.into())
}
