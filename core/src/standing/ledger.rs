//! The ledger facts as numbers, and everything in them that contradicts itself.

use super::Troubled;
use super::ids::{Ids, nth};
use super::per_item::Own;
use crate::calendar::{Day, Zone};
use crate::model::{Account, Item, ItemKind, Trouble};
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
    /// The largest amount of the currency that is not asked for.
    pub(crate) tolerance: i64,
    pub(crate) is_credit: bool,
    /// What is open cannot be told: the trouble says why.
    pub(crate) is_unclear: bool,
    /// Allocated by payments that were not reversed.
    pub(crate) allocated: i64,
    /// The last day on which money went back after payments had settled the item.
    pub(crate) reopened_on: i32,
    /// Covered by credits of the debtor: those that name the item, and others.
    pub(crate) credited: i64,
    pub(crate) netted: i64,
    /// Withdrawn by the creditor: what is open of it is not owed.
    pub(crate) is_withdrawn: bool,
    /// What else is known of it.
    pub(crate) own: Own,
}

pub(crate) struct Ledger<'a> {
    account: &'a Account,
    pub(crate) items: Vec<ItemFacts>,
    by_id: Ids,
    pub(crate) troubles: Vec<Troubled>,
    pub(super) has_credits: bool,
    /// The currency met last, with its decimals and what is not asked for in it: an account rarely
    /// has two.
    last_currency: Option<(Currency, Option<u8>, i64)>,
}

impl<'a> Ledger<'a> {
    pub(crate) fn read(
        account: &'a Account,
        policy: &Policy,
        zone: Option<Zone>,
        now: i64,
        today: i32,
    ) -> Self {
        let mut ledger = Self {
            account,
            items: Vec::with_capacity(account.items.len()),
            by_id: Ids::with_room(account.items.len()),
            troubles: Vec::new(),
            has_credits: false,
            last_currency: None,
        };
        ledger.read_account(account, policy, zone, now);
        for (at, item) in account.items.iter().enumerate() {
            ledger.read_item(account, policy, at, item);
        }
        ledger.read_payments(account, today);
        ledger
    }

    /// The number of the item that has this id.
    pub(crate) fn find(&self, id: &str) -> Option<u32> {
        self.by_id.find(id, |number| has_id(&self.account.items, number, id))
    }

    /// The item that has this id, with its number.
    pub(super) fn found(&mut self, id: &str) -> Option<(u32, &mut ItemFacts)> {
        let at = self.find(id)?;
        Some((at, self.items.get_mut(usize::try_from(at).ok()?)?))
    }

    pub(super) fn trouble(
        &mut self,
        item: Option<usize>,
        path: String,
        value: impl Into<Str>,
        problem: Trouble,
    ) {
        let item = item.and_then(|at| u32::try_from(at).ok());
        self.troubles.push(Troubled { item, path: path.into(), value: value.into(), problem });
    }

    fn read_account(&mut self, account: &Account, policy: &Policy, zone: Option<Zone>, now: i64) {
        let mut unknown = |path: String, name: &Str| {
            self.trouble(None, path, name.clone(), Trouble::UnknownZone);
        };
        if zone.is_none() {
            unknown("creditor.zone".to_owned(), &account.creditor.zone);
        }
        for (at, name) in account.debtor.zones.iter().enumerate() {
            if Zone::named(name).is_none() {
                unknown(format!("debtor.zones[{at}]"), name);
            }
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
        self.has_credits |= is_credit;
        let (digits, tolerance) = self.money_of(item.currency, policy);
        if digits.is_none() {
            let problem = Trouble::UnknownCurrency;
            self.trouble(Some(at), path("currency"), item.currency.to_string(), problem);
        }
        let digits = digits.unwrap_or(2);
        let troubles = self.troubles.len();
        let open = self.amount(at, "open", item.open, digits);
        let original = item.original.map(|amount| self.amount(at, "original", amount, digits));
        if (is_credit && open > 0) || (!is_credit && open < 0) {
            self.trouble(Some(at), path("open"), item.open.to_string(), Trouble::WrongSign);
        }
        let is_unclear = self.troubles.len() > troubles;
        if item.id.is_empty() {
            self.trouble(Some(at), path("id"), String::new(), Trouble::Empty);
        }
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        let first =
            self.by_id.find_or_keep(&item.id, number, |at| has_id(&account.items, at, &item.id));
        if first != number {
            // Nobody knows which of the two is meant: both wait.
            for at in [usize::try_from(first).unwrap_or(at), at] {
                let path = format!("items[{at}].id");
                self.trouble(Some(at), path, item.id.clone(), Trouble::DuplicateId);
            }
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
        if let Some(party) = &item.party {
            self.party(account, at, party);
        }
        self.items.push(ItemFacts {
            due: item.due.number(),
            open,
            original,
            digits,
            tolerance,
            is_credit,
            is_unclear,
            allocated: 0,
            reopened_on: i32::MIN,
            credited: 0,
            netted: 0,
            is_withdrawn: false,
            own: Own::default(),
        });
    }

    /// The decimals of a currency, and the largest amount that is not asked for.
    fn money_of(&mut self, currency: Currency, policy: &Policy) -> (Option<u8>, i64) {
        if let Some((last, digits, tolerance)) = self.last_currency
            && last == currency
        {
            return (digits, tolerance);
        }
        let (digits, tolerance) = (currency.minor_units(), policy.tolerance(currency));
        self.last_currency = Some((currency, digits, tolerance));
        (digits, tolerance)
    }

    fn party(&mut self, account: &Account, at: usize, id: &Str) {
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

    #[inline]
    fn amount(&mut self, at: usize, field: &str, amount: Amount, digits: u8) -> i64 {
        let minor = money::to_minor(amount, digits);
        minor.unwrap_or_else(|refused| self.refuse(at, field, amount, refused))
    }

    #[cold]
    fn refuse(&mut self, at: usize, field: &str, amount: Amount, refused: NotMoney) -> i64 {
        let path = format!("items[{at}].{field}");
        self.trouble(Some(at), path, amount.to_string(), trouble_of(refused));
        0
    }
}

pub(super) fn trouble_of(refused: NotMoney) -> Trouble {
    match refused {
        NotMoney::TooManyDecimals => Trouble::TooManyDecimals,
        NotMoney::OutOfRange => Trouble::OutOfRange,
    }
}

fn has_id(items: &[Item], number: u32, id: &str) -> bool {
    nth(items, number).is_some_and(|item| item.id == *id)
}

/// The last day on which the ledger counts as fresh.
pub(crate) fn fresh_until(as_of: i32, policy: &Policy) -> i32 {
    Day::of(as_of.saturating_add(policy.ledger_fresh_days)).number()
}
