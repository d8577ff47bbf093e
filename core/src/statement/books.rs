//! What the ledger says of one currency: items with what was owed at first, and the money that
//! came, in the order of its days.

use crate::error::Refusal;
use crate::model::{Account, Item, ItemKind, Payment, Trouble};
use crate::money::{self, Amount, Currency};
use crate::standing::{ChargeFacts, Standing};
use crate::text::Str;

/// An item that is owed.
pub(super) struct Owed<'a> {
    pub(super) item: &'a Item,
    /// What was owed before any payment that is known.
    pub(super) principal: i64,
    pub(super) open: i64,
    /// Charges that belong to it: the day from which each is owed, and how much.
    pub(super) charges: Vec<(i32, i64)>,
}

/// Money, or a credit.
pub(super) struct Money<'a> {
    pub(super) id: &'a Str,
    pub(super) on: i32,
    pub(super) amount: i64,
    /// The part of it that was matched with an item, by its place.
    pub(super) matched: Vec<(usize, i64)>,
    /// What the payer chose for the rest, by their places.
    pub(super) chosen: Vec<usize>,
    /// A credit note for an item lowers its principal.
    pub(super) lowers: Option<usize>,
}

/// The books of one currency.
pub(super) struct Books<'a> {
    pub(super) digits: u8,
    pub(super) owed: Vec<Owed<'a>>,
    pub(super) money: Vec<Money<'a>>,
}

fn wrong(path: String, value: &impl ToString, problem: Trouble) -> Refusal {
    Refusal::Invalid { path: path.into(), value: value.to_string().into(), problem }
}

fn minor(path: impl Fn() -> String, given: Amount, digits: u8) -> Result<i64, Refusal> {
    money::to_minor(given, digits).map_err(|why| {
        let problem = match why {
            money::NotMoney::TooManyDecimals => Trouble::TooManyDecimals,
            money::NotMoney::OutOfRange => Trouble::OutOfRange,
        };
        wrong(path(), &given, problem)
    })
}

/// What the journal knows of the charge that an item took the place of.
fn booked<'a>(standing: &'a Standing<'a>, item: &Item) -> Option<&'a ChargeFacts<'a>> {
    let id = item.charge.as_ref()?;
    standing.charges.iter().find(|known| known.charge.id == *id)
}

/// The item whose charge a charge is; none if it stands by itself.
fn home<'a>(standing: &'a Standing<'a>, item: &'a Item) -> Option<&'a Str> {
    if item.kind != ItemKind::Charge && item.charge.is_none() {
        return None;
    }
    if super::terms::agreed(standing, item).is_some_and(|terms| terms.on_fees) {
        // It bears interest by itself.
        return None;
    }
    let by_journal = || booked(standing, item).and_then(|known| known.charge.items.first());
    item.settles.as_ref().or_else(by_journal)
}

impl<'a> Books<'a> {
    pub(super) fn read(standing: &'a Standing<'a>, currency: Currency) -> Result<Self, Refusal> {
        let account = standing.account;
        let first = account.items.iter().position(|item| item.currency == currency).unwrap_or(0);
        let digits = currency.minor_units().ok_or_else(|| {
            wrong(format!("items[{first}].currency"), &currency, Trouble::UnknownCurrency)
        })?;
        let mut books = Self { digits, owed: Vec::new(), money: Vec::new() };
        books.items(standing, currency)?;
        books.charges(standing, currency)?;
        books.payments(standing, currency)?;
        books.credits(standing, currency)?;
        books.money.sort_by_key(|money| money.on);
        Ok(books)
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.owed.iter().position(|owed| owed.item.id == id)
    }

    /// The place of an item; of a charge that belongs to one, that of its item.
    fn place_of(&self, standing: &'a Standing<'a>, id: &str) -> Option<usize> {
        self.place(id).or_else(|| {
            let item = standing.account.items.iter().find(|item| item.id == id)?;
            self.place(home(standing, item)?)
        })
    }

    fn items(&mut self, standing: &'a Standing<'a>, currency: Currency) -> Result<(), Refusal> {
        let account = standing.account;
        for (at, item) in account.items.iter().enumerate() {
            let is_credit = matches!(item.kind, ItemKind::CreditNote | ItemKind::UnappliedPayment);
            let has_home = home(standing, item).is_some();
            if item.currency != currency || is_credit || has_home || is_interest(standing, item) {
                continue;
            }
            let open = minor(|| format!("items[{at}].open"), item.open, self.digits)?;
            if open < 0 {
                return Err(wrong(format!("items[{at}].open"), &item.open, Trouble::WrongSign));
            }
            let matched = self.matched(account, item)?;
            let principal = money::add(open, matched);
            self.owed.push(Owed { item, principal, open, charges: Vec::new() });
        }
        Ok(())
    }

    /// What payments that still stand were matched with an item.
    fn matched(&self, account: &Account, item: &Item) -> Result<i64, Refusal> {
        let mut sum = 0_i64;
        for (at, payment) in standing_payments(account, item.currency) {
            for (number, part) in payment.allocations.iter().enumerate() {
                if part.item == item.id {
                    let path = || format!("payments[{at}].allocations[{number}].amount");
                    sum = money::add(sum, minor(path, part.amount, self.digits)?);
                }
            }
        }
        Ok(sum)
    }

    fn charges(&mut self, standing: &'a Standing<'a>, currency: Currency) -> Result<(), Refusal> {
        let account = standing.account;
        for (at, item) in account.items.iter().enumerate() {
            let Some(home) = home(standing, item).filter(|_| item.currency == currency) else {
                continue;
            };
            let open = minor(|| format!("items[{at}].open"), item.open, self.digits)?;
            let amount = money::add(open, self.matched(account, item)?);
            let place = self
                .place(home)
                .ok_or_else(|| wrong(format!("items[{at}].settles"), home, Trouble::UnknownItem))?;
            if let Some(owed) = self.owed.get_mut(place) {
                let on = item.issued.unwrap_or(item.due).number();
                owed.charges.push((on, amount));
            }
        }
        Ok(())
    }

    fn payments(&mut self, standing: &'a Standing<'a>, currency: Currency) -> Result<(), Refusal> {
        let account = standing.account;
        for (at, payment) in standing_payments(account, currency) {
            let amount = minor(|| format!("payments[{at}].amount"), payment.amount, self.digits)?;
            if amount < 0 {
                let path = format!("payments[{at}].amount");
                return Err(wrong(path, &payment.amount, Trouble::WrongSign));
            }
            let mut matched = Vec::new();
            for (number, part) in payment.allocations.iter().enumerate() {
                let path = || format!("payments[{at}].allocations[{number}].amount");
                let part_amount = minor(path, part.amount, self.digits)?;
                if let Some(place) = self.place_of(standing, &part.item) {
                    matched.push((place, part_amount));
                }
            }
            let known = payment.chosen.iter().filter_map(|id| self.place_of(standing, id));
            let chosen = known.collect();
            let on = payment.value_date.number();
            // What was matched with items that are not here any more is not left over.
            let elsewhere = payment
                .allocations
                .iter()
                .filter(|part| self.place_of(standing, &part.item).is_none());
            let mut amount = amount;
            for part in elsewhere {
                let gone = minor(|| "allocations".to_owned(), part.amount, self.digits)?;
                amount = amount.saturating_sub(gone);
            }
            self.money.push(Money { id: &payment.id, on, amount, matched, chosen, lowers: None });
        }
        Ok(())
    }

    /// Credits that are open. Unmatched money counts once: what payments do not tell already.
    fn credits(&mut self, standing: &'a Standing<'a>, currency: Currency) -> Result<(), Refusal> {
        let account = standing.account;
        let rest = |money: &Money<'_>| {
            money.matched.iter().fold(money.amount, |rest, (_, part)| rest.saturating_sub(*part))
        };
        let mut told = self.money.iter().fold(0, |sum, money| money::add(sum, rest(money).max(0)));
        for (at, item) in account.items.iter().enumerate() {
            let is_payment = item.kind == ItemKind::UnappliedPayment;
            if item.currency != currency || !(is_payment || item.kind == ItemKind::CreditNote) {
                continue;
            }
            let open = minor(|| format!("items[{at}].open"), item.open, self.digits)?;
            let mut amount = open.saturating_neg().max(0);
            if is_payment {
                let known = told.min(amount);
                told = told.saturating_sub(known);
                amount = amount.saturating_sub(known);
            }
            if amount == 0 {
                continue;
            }
            let on = item.issued.unwrap_or(item.due).number();
            let lowers = item.settles.as_ref().and_then(|id| self.place_of(standing, id));
            let (matched, chosen) = (Vec::new(), Vec::new());
            self.money.push(Money { id: &item.id, on, amount, matched, chosen, lowers });
        }
        Ok(())
    }
}

/// A charge that booked interest: the claim states interest itself.
fn is_interest(standing: &Standing<'_>, item: &Item) -> bool {
    booked(standing, item).is_some_and(|known| !known.is_fee())
}

/// The payments of a currency that did not go back, with their places.
fn standing_payments(
    account: &Account,
    currency: Currency,
) -> impl Iterator<Item = (usize, &Payment)> {
    let stands =
        move |payment: &&Payment| payment.currency == currency && payment.reversed.is_none();
    account.payments.iter().enumerate().filter(move |(_, payment)| stands(payment))
}
