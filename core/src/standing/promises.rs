//! Promises to pay and what came of them.

use std::ops::RangeInclusive;

use super::ledger::Ledger;
use crate::calendar::Zone;
use crate::model::{Account, Payment, PromiseMade, PromiseOutcome, PromisedWhy};
use crate::money;
use crate::text::Str;

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PromiseState {
    /// It holds its items.
    Open(PromisedWhy),
    /// It is over.
    Over(PromiseOutcome),
}

/// A promise, with its days as numbers and its amounts in minor units.
#[derive(Debug)]
pub(crate) struct Promise<'a> {
    pub(crate) entry: &'a Str,
    pub(crate) made: &'a PromiseMade,
    pub(crate) made_on: i32,
    /// The last day of grace.
    pub(crate) until: i32,
    pub(crate) paid: i64,
    pub(crate) state: PromiseState,
    /// The promise that took its place before its last day.
    pub(crate) replaced_by: Option<&'a Str>,
}

impl<'a> Promise<'a> {
    pub(crate) fn new(entry: &'a Str, made: &'a PromiseMade, made_on: i32) -> Self {
        let grace = i32::try_from(made.grace_days).unwrap_or(i32::MAX);
        Self {
            entry,
            made,
            made_on,
            until: made.date.number().saturating_add(grace),
            paid: 0,
            state: PromiseState::Open(PromisedWhy::Running),
            replaced_by: None,
        }
    }

    /// Judges the promise by what was paid towards it in time.
    pub(crate) fn judge(&mut self, account: &Account, ledger: &Ledger<'_>, zone: Zone, today: i32) {
        let Some(digits) = self.made.currency.minor_units() else { return };
        let mut needed = money::to_minor(self.made.amount, digits).unwrap_or(0);
        self.paid = self.unmatched_in_time(account, digits, today);
        for part in &self.made.items {
            let open_then = money::to_minor(part.open, digits).unwrap_or(0);
            let fallen = open_then.saturating_sub(open_now(ledger, &part.item)).max(0);
            if account.payments.is_empty() {
                // Only open amounts are known: what fell was paid.
                self.paid = money::add(self.paid, fallen);
                continue;
            }
            let allocated = |from, to| allocated(account, &part.item, digits, today, from..=to);
            let later = allocated(self.made_on.saturating_add(1), i32::MAX);
            // Money of the day of the promise counts as far as it was open when promised.
            let same_day =
                allocated(self.made_on, self.made_on).min(fallen.saturating_sub(later).max(0));
            let in_time = allocated(self.made_on.saturating_add(1), self.until);
            self.paid = money::add(self.paid, money::add(in_time, same_day));
            // What fell and was not paid was credited: it need not be paid any more.
            let paid = money::add(later, same_day);
            needed = needed.saturating_sub(fallen.saturating_sub(paid).max(0));
        }
        self.state = if self.paid >= needed {
            PromiseState::Over(PromiseOutcome::Kept)
        } else if self.replaced_by.is_some() {
            PromiseState::Over(PromiseOutcome::Renegotiated)
        } else if today <= self.until {
            PromiseState::Open(PromisedWhy::Running)
        } else if account.payments_as_of < zone.start_of(self.until.saturating_add(1)) {
            PromiseState::Open(PromisedWhy::AwaitingBankData)
        } else if self.paid > 0 {
            PromiseState::Over(PromiseOutcome::PartlyKept)
        } else {
            PromiseState::Over(PromiseOutcome::Broken)
        };
    }

    /// What payments after the day of the promise and up to its last day brought in that is
    /// not matched with anything.
    fn unmatched_in_time(&self, account: &Account, digits: u8, today: i32) -> i64 {
        let mut paid = 0;
        for payment in &account.payments {
            let day = payment.value_date.number();
            let in_time = self.made_on < day && day <= self.until;
            if !in_time || is_gone(payment, today) || payment.currency != self.made.currency {
                continue;
            }
            let parts = payment.allocations.iter();
            let matched = parts.fold(0, |sum, part| {
                money::add(sum, money::to_minor(part.amount, digits).unwrap_or(0))
            });
            let amount = money::to_minor(payment.amount, digits).unwrap_or(0);
            paid = money::add(paid, amount.saturating_sub(matched).max(0));
        }
        paid
    }
}

/// Finds the promises whose items were all promised anew before their last day.
pub(super) fn renegotiate(promises: &mut [Promise<'_>]) {
    for at in 0..promises.len() {
        let (earlier, later) = promises.split_at_mut(at.saturating_add(1));
        let Some(promise) = earlier.last_mut() else { continue };
        let newer = || later.iter().filter(|newer| newer.made_on <= promise.until);
        let of =
            |item: &str| newer().find(|newer| newer.made.items.iter().any(|one| one.item == *item));
        let replaced = promise.made.items.iter().map(|item| of(&item.item).map(|one| one.entry));
        promise.replaced_by =
            replaced.collect::<Option<Vec<_>>>().and_then(|by| by.last().copied());
    }
}

/// What payments of some days paid of an item.
pub(crate) fn allocated(
    account: &Account,
    item: &str,
    digits: u8,
    today: i32,
    days: RangeInclusive<i32>,
) -> i64 {
    let payments = account
        .payments
        .iter()
        .filter(|payment| days.contains(&payment.value_date.number()) && !is_gone(payment, today));
    let parts = payments.flat_map(|payment| &payment.allocations);
    parts
        .filter(|part| part.item == item)
        .map(|part| money::to_minor(part.amount, digits).unwrap_or(0))
        .fold(0, money::add)
}

fn is_gone(payment: &Payment, today: i32) -> bool {
    payment.reversed.as_ref().is_some_and(|back| back.on.number() <= today)
}

/// An item that the ledger does not hold any more is settled or withdrawn.
pub(super) fn open_now(ledger: &Ledger<'_>, item: &str) -> i64 {
    let at = ledger.find(item).and_then(|at| usize::try_from(at).ok());
    at.and_then(|at| ledger.items.get(at)).map_or(0, |facts| facts.open)
}
