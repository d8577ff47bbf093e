//! Credits of the debtor counted against what is owed, virtually: nothing is booked.

use super::ledger::{ItemFacts, Ledger};
use crate::model::{Account, ItemKind};
use crate::money::{self, Currency};
use crate::policy::{Netting, Policy};

/// Spreads credits over items of the same currency: a credit that names an item reduces that
/// item first, all others reduce the oldest due first.
pub(crate) fn net(account: &Account, ledger: &mut Ledger<'_>, policy: &Policy, today: i32) {
    if !ledger.has_credits {
        return;
    }
    let counts = |facts: &ItemFacts| {
        facts.is_credit
            && facts.open < 0
            && match policy.netting {
                Netting::Always => true,
                Netting::WhenDue => facts.due.saturating_add(policy.credit_after) <= today,
                Netting::Linked => true,
                Netting::Never | Netting::TotalOnly => false,
            }
    };
    let credits: Vec<usize> = numbered(&ledger.items, counts);
    if credits.is_empty() {
        return;
    }
    let mut left_over: Vec<(Currency, i64)> = Vec::new();
    for at in credits {
        let left = use_for_named(account, ledger, at);
        let Some(currency) = account.items.get(at).map(|credit| credit.currency) else { continue };
        if policy.netting == Netting::Linked {
            continue;
        }
        match left_over.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, pool)) => *pool = money::add(*pool, left),
            None => left_over.push((currency, left)),
        }
    }
    let mut oldest_first = numbered(&ledger.items, |facts| {
        // What names a withdrawn item stays with it; other money is for what is owed.
        !facts.is_credit && facts.open > 0 && !facts.is_withdrawn
    });
    oldest_first.sort_by_key(|at| {
        (ledger.items.get(*at).map(|facts| facts.due), account.items.get(*at).map(|item| &item.id))
    });
    for at in oldest_first {
        let Some(currency) = account.items.get(at).map(|item| item.currency) else { continue };
        let pool = left_over.iter_mut().find(|(known, _)| *known == currency);
        if let (Some((_, pool)), Some(item)) = (pool, ledger.items.get_mut(at)) {
            let used = open_after_credits(item).min(*pool);
            item.netted = money::add(item.netted, used);
            *pool = pool.saturating_sub(used);
        }
    }
}

/// The next day on which a credit begins to count.
pub(crate) fn next_day(ledger: &Ledger<'_>, policy: &Policy, today: i32) -> Option<i32> {
    if !ledger.has_credits {
        return None;
    }
    let credits = ledger.items.iter().filter(|item| item.is_credit);
    let from = credits.map(|credit| credit.due.saturating_add(policy.credit_after));
    from.filter(|day| *day > today).min()
}

/// Uses a credit for the item that it names; returns what is left of it.
fn use_for_named(account: &Account, ledger: &mut Ledger<'_>, at: usize) -> i64 {
    let (Some(facts), Some(credit)) = (ledger.items.get(at), account.items.get(at)) else {
        return 0;
    };
    let left = facts.open.saturating_neg();
    let named = credit.settles.as_deref().and_then(|id| ledger.find(id));
    let Some(named) = named.and_then(|named| usize::try_from(named).ok()) else { return left };
    if account.items.get(named).is_none_or(|item| item.currency != credit.currency) {
        return left;
    }
    let Some(item) = ledger.items.get_mut(named) else { return left };
    let used = left.min(open_after_credits(item));
    // Money takes nothing off what is disputed: only a credit note does.
    if credit.kind == ItemKind::CreditNote {
        item.credited = money::add(item.credited, used);
    } else {
        item.netted = money::add(item.netted, used);
    }
    left.saturating_sub(used)
}

fn open_after_credits(item: &ItemFacts) -> i64 {
    item.open.saturating_sub(item.credited).saturating_sub(item.netted).max(0)
}

fn numbered(items: &[ItemFacts], wanted: impl Fn(&ItemFacts) -> bool) -> Vec<usize> {
    items.iter().enumerate().filter(|(_, facts)| wanted(facts)).map(|(at, _)| at).collect()
}

/// What credits take off the totals of actions, where the policy counts them there only.
#[derive(Debug, Default)]
pub(crate) struct TotalCredits {
    left: Vec<(Currency, i64)>,
}

impl TotalCredits {
    /// At most so much in all, if other messages share them.
    pub(crate) fn new(standing: &super::Standing<'_>, most: Option<i64>) -> Self {
        let mut credits = Self::default();
        if standing.policy.netting != Netting::TotalOnly {
            return credits;
        }
        for (item, facts) in standing.account.items.iter().zip(&standing.items) {
            let counts_from = facts.due.saturating_add(standing.policy.credit_after);
            if !facts.is_credit || facts.open >= 0 || counts_from > standing.today {
                continue;
            }
            let minor = facts.open.saturating_neg();
            match credits.left.iter_mut().find(|(known, _)| *known == item.currency) {
                Some((_, left)) => *left = money::add(*left, minor),
                None => credits.left.push((item.currency, minor)),
            }
        }
        for (_, left) in &mut credits.left {
            *left = most.map_or(*left, |most| most.min(*left));
        }
        credits
    }

    /// Takes what is left off a total.
    pub(crate) fn off(&mut self, currency: Currency, total: i64) -> i64 {
        let Some((_, left)) = self.left.iter_mut().find(|(known, _)| *known == currency) else {
            return total;
        };
        let used = total.min(*left);
        *left = left.saturating_sub(used);
        total.saturating_sub(used)
    }
}
