//! The ledger facts as numbers, and everything in them that contradicts itself.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Troubled;
use crate::calendar::{Day, Zone};
use crate::model::{Account, Item, ItemKind, Payment, Trouble};
use crate::money::{self, Amount, Currency, NotMoney};
use crate::policy::Policy;
use crate::text::Str;

/// Clocks differ a little, in microseconds; what lies a day ahead is no difference of clocks.
pub(crate) const CLOCKS_DIFFER: i64 = 86_400_000_000;

/// What the rules need of one item, as numbers.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ItemFacts {
    pub(crate) due: i32,
    pub(crate) open: i64,
    pub(crate) original: Option<i64>,
    /// Decimals of the currency.
    pub(crate) digits: u8,
    pub(crate) is_credit: bool,
    /// What is open cannot be told: the trouble says why.
    pub(crate) is_unclear: bool,
    /// Allocated by payments that were not reversed.
    pub(crate) allocated: i64,
    /// Allocated by all payments, and the last day on which one of them was reversed.
    pub(crate) allocated_once: i64,
    pub(crate) reversed_on: i32,
    /// Covered by credits of the debtor: those that name the item, and others.
    pub(crate) credited: i64,
    pub(crate) netted: i64,
}

pub(crate) struct Ledger<'a> {
    pub(crate) items: Vec<ItemFacts>,
    pub(crate) by_id: FxHashMap<&'a str, u32>,
    pub(crate) troubles: Vec<Troubled>,
    /// The currency met last, with its decimals: an account rarely has two.
    last_currency: Option<(Currency, Option<u8>)>,
}

impl<'a> Ledger<'a> {
    pub(crate) fn read(account: &'a Account, policy: &Policy, now: i64, today: i32) -> Self {
        let mut ledger = Self {
            items: Vec::with_capacity(account.items.len()),
            by_id: FxHashMap::with_capacity_and_hasher(account.items.len(), Default::default()),
            troubles: Vec::new(),
            last_currency: None,
        };
        ledger.read_account(account, policy, now);
        for (at, item) in account.items.iter().enumerate() {
            ledger.read_item(account, policy, at, item);
        }
        ledger.read_payments(account, today);
        ledger
    }

    fn trouble(
        &mut self,
        item: Option<usize>,
        path: String,
        value: impl Into<Str>,
        problem: Trouble,
    ) {
        let item = item.and_then(|at| u32::try_from(at).ok());
        self.troubles.push(Troubled { item, path: path.into(), value: value.into(), problem });
    }

    fn read_account(&mut self, account: &Account, policy: &Policy, now: i64) {
        let mut zone = |path: String, name: &str| {
            if Zone::named(name).is_none() {
                self.trouble(None, path, name.to_owned(), Trouble::UnknownZone);
            }
        };
        zone("creditor.zone".to_owned(), &account.creditor.zone);
        for (at, name) in account.debtor.zones.iter().enumerate() {
            zone(format!("debtor.zones[{at}]"), name);
        }
        for (path, as_of) in
            [("ledgerAsOf", account.ledger_as_of), ("paymentsAsOf", account.payments_as_of)]
        {
            if as_of.micros() > now.saturating_add(CLOCKS_DIFFER) {
                self.trouble(None, path.to_owned(), as_of.to_string(), Trouble::InFuture);
            }
        }
        if let Some(scenario) = &account.debtor.scenario
            && policy.ladder(scenario, None).is_none()
        {
            let path = "debtor.scenario".to_owned();
            self.trouble(None, path, scenario.clone(), Trouble::UnknownScenario);
        }
    }

    fn read_item(&mut self, account: &'a Account, policy: &Policy, at: usize, item: &'a Item) {
        let is_credit = matches!(item.kind, ItemKind::CreditNote | ItemKind::UnappliedPayment);
        let path = |field: &str| format!("items[{at}].{field}");
        let digits = self.minor_units(item.currency);
        if digits.is_none() {
            let problem = Trouble::UnknownCurrency;
            self.trouble(Some(at), path("currency"), item.currency.to_string(), problem);
        }
        let digits = digits.unwrap_or(2);
        let troubles = self.troubles.len();
        let open = self.amount(Some(at), "open", item.open, digits);
        let original =
            item.original.map(|amount| self.amount(Some(at), "original", amount, digits));
        if (is_credit && open > 0) || (!is_credit && open < 0) {
            self.trouble(Some(at), path("open"), item.open.to_string(), Trouble::WrongSign);
        }
        let is_unclear = self.troubles.len() > troubles;
        if item.id.is_empty() {
            self.trouble(Some(at), path("id"), String::new(), Trouble::Empty);
        }
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        if let Some(first) = self.by_id.get(item.id.as_str()).copied() {
            // Nobody knows which of the two is meant: both wait.
            for at in [usize::try_from(first).unwrap_or(at), at] {
                let path = format!("items[{at}].id");
                self.trouble(Some(at), path, item.id.clone(), Trouble::DuplicateId);
            }
        } else {
            self.by_id.insert(&item.id, number);
        }
        if item.issued.is_some_and(|issued| item.due < issued) {
            let problem = Trouble::DueBeforeIssue;
            self.trouble(Some(at), path("due"), item.due.to_string(), problem);
        }
        if let Some(scenario) = &item.scenario
            && policy.ladder(scenario, None).is_none()
        {
            let problem = Trouble::UnknownScenario;
            self.trouble(Some(at), path("scenario"), scenario.clone(), problem);
        }
        self.party(account, at, item);
        let due = item.due.number();
        let facts = ItemFacts {
            due,
            open,
            original,
            digits,
            is_credit,
            is_unclear,
            allocated: 0,
            allocated_once: 0,
            reversed_on: i32::MIN,
            credited: 0,
            netted: 0,
        };
        self.items.push(facts);
    }

    fn minor_units(&mut self, currency: Currency) -> Option<u8> {
        match self.last_currency {
            Some((last, digits)) if last == currency => digits,
            _ => {
                let digits = currency.minor_units();
                self.last_currency = Some((currency, digits));
                digits
            }
        }
    }

    fn party(&mut self, account: &Account, at: usize, item: &Item) {
        let Some(id) = &item.party else { return };
        let found = account.parties.iter().enumerate().find(|(_, party)| party.id == *id);
        match found {
            None => {
                let path = format!("items[{at}].party");
                self.trouble(Some(at), path, id.clone(), Trouble::UnknownParty);
            }
            Some((number, party)) => {
                if let Some(zone) = &party.zone
                    && Zone::named(zone).is_none()
                {
                    let path = format!("parties[{number}].zone");
                    self.trouble(Some(at), path, zone.clone(), Trouble::UnknownZone);
                }
            }
        }
    }

    fn amount(&mut self, at: Option<usize>, field: &str, amount: Amount, digits: u8) -> i64 {
        money::to_minor(amount, digits).unwrap_or_else(|refused| {
            let path = format!("items[{}].{field}", at.unwrap_or(0));
            self.trouble(at, path, amount.to_string(), trouble_of(refused));
            0
        })
    }

    fn read_payments(&mut self, account: &'a Account, today: i32) {
        let mut seen = FxHashSet::default();
        for (at, payment) in account.payments.iter().enumerate() {
            if let Err((field, value, problem)) = self.read_payment(account, at, &mut seen, today) {
                // A payment that is wrong makes the items wrong that it pays; one that pays none
                // of the items here concerns the account.
                let parts = payment.allocations.iter();
                let items: Vec<u32> =
                    parts.filter_map(|part| self.by_id.get(part.item.as_str()).copied()).collect();
                let path = format!("payments[{at}].{field}");
                if items.is_empty() {
                    self.trouble(None, path.clone(), value.clone(), problem);
                }
                for item in items {
                    let item = usize::try_from(item).ok();
                    self.trouble(item, path.clone(), value.clone(), problem);
                }
            }
        }
    }

    fn read_payment(
        &mut self,
        account: &'a Account,
        at: usize,
        seen: &mut FxHashSet<&'a str>,
        today: i32,
    ) -> Result<(), (&'static str, String, Trouble)> {
        let Some(payment) = account.payments.get(at) else { return Ok(()) };
        if !seen.insert(&payment.id) {
            return Err(("id", payment.id.to_string(), Trouble::DuplicateId));
        }
        let digits = payment
            .currency
            .minor_units()
            .ok_or_else(|| ("currency", payment.currency.to_string(), Trouble::UnknownCurrency))?;
        let wrong = |problem| ("amount", payment.amount.to_string(), problem);
        let amount = money::to_minor(payment.amount, digits).map_err(|no| wrong(trouble_of(no)))?;
        if amount < 0 {
            return Err(wrong(Trouble::WrongSign));
        }
        let gone = payment.reversed.as_ref().is_some_and(|back| back.on.number() <= today);
        let mut matched = 0_i64;
        for (number, part) in payment.allocations.iter().enumerate() {
            let item = self.by_id.get(part.item.as_str());
            let item = item.and_then(|item| usize::try_from(*item).ok());
            let minor = match money::to_minor(part.amount, digits).map_err(trouble_of) {
                Ok(minor) if minor >= 0 => minor,
                refused => {
                    let path = format!("payments[{at}].allocations[{number}].amount");
                    let problem = refused.err().unwrap_or(Trouble::WrongSign);
                    self.trouble(item, path, part.amount.to_string(), problem);
                    continue;
                }
            };
            matched = money::add(matched, minor);
            if let Some(item) = item {
                self.allocate(account, at, item, if gone { 0 } else { minor });
                self.note_reversal(payment, item, minor, gone);
            }
        }
        if matched > amount { Err(wrong(Trouble::BeyondPayment)) } else { Ok(()) }
    }

    fn note_reversal(&mut self, payment: &Payment, item: usize, minor: i64, gone: bool) {
        let Some(facts) = self.items.get_mut(item) else { return };
        facts.allocated_once = money::add(facts.allocated_once, minor);
        if let Some(back) = payment.reversed.as_ref().filter(|_| gone) {
            facts.reversed_on = facts.reversed_on.max(back.on.number());
        }
    }

    /// Adds a part of a payment to its item.
    fn allocate(&mut self, account: &Account, payment: usize, at: usize, minor: i64) {
        let (Some(item), Some(paid)) = (account.items.get(at), account.payments.get(payment))
        else {
            return;
        };
        if item.currency != paid.currency {
            let path = format!("payments[{payment}].currency");
            let problem = Trouble::CurrencyMismatch;
            return self.trouble(Some(at), path, paid.currency.to_string(), problem);
        }
        let Some(facts) = self.items.get_mut(at) else { return };
        facts.allocated = money::add(facts.allocated, minor);
        let (allocated, original) = (facts.allocated, facts.original);
        if original.is_some_and(|original| minor > 0 && allocated > original) {
            let path = format!("payments[{payment}].allocations");
            let total = money::from_minor(allocated, facts.digits).to_string();
            self.trouble(Some(at), path, total, Trouble::BeyondItem);
        }
    }
}

fn trouble_of(refused: NotMoney) -> Trouble {
    match refused {
        NotMoney::TooManyDecimals => Trouble::TooManyDecimals,
        NotMoney::OutOfRange => Trouble::OutOfRange,
    }
}

/// The last day on which the ledger counts as fresh.
pub(crate) fn fresh_until(as_of: i32, policy: &Policy) -> i32 {
    Day::of(as_of.saturating_add(policy.ledger_fresh_days)).number()
}
