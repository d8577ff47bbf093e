//! Payments of the ledger, as far as they are matched with items.

use rustc_hash::FxHashSet;

use super::ledger::{Ledger, trouble_of};
use crate::model::{Account, Payment, Trouble};
use crate::money;

/// Money that came to an item, or went back from it.
struct Move {
    item: usize,
    day: i32,
    is_back: bool,
    minor: i64,
}

impl<'a> Ledger<'a> {
    pub(super) fn read_payments(&mut self, account: &'a Account, today: i32) {
        let mut seen = FxHashSet::default();
        for (at, payment) in account.payments.iter().enumerate() {
            if let Err((field, value, problem)) = self.read_payment(account, at, &mut seen, today) {
                // A payment that is wrong makes the items wrong that it pays; one that pays none
                // of the items here concerns the account.
                let parts = payment.allocations.iter();
                let items: Vec<u32> = parts.filter_map(|part| self.find(&part.item)).collect();
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
        let is_gone = |payment: &Payment| {
            payment.reversed.as_ref().is_some_and(|back| back.on.number() <= today)
        };
        if account.payments.iter().any(is_gone) {
            self.note_reopened(account, today);
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
            let item = self.find(&part.item);
            let item = item.and_then(|item| usize::try_from(item).ok());
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
            }
        }
        if matched > amount { Err(wrong(Trouble::BeyondPayment)) } else { Ok(()) }
    }

    /// Notes the last day on which money went back of an item that payments had settled.
    fn note_reopened(&mut self, account: &Account, today: i32) {
        let mut moves = self.moves(account);
        moves.sort_unstable_by_key(|one| (one.item, one.day, one.is_back));
        for of_item in moves.chunk_by(|one, next| one.item == next.item) {
            let item = of_item.first().and_then(|one| self.items.get_mut(one.item));
            let Some(facts) = item else { continue };
            let whole = facts.original.unwrap_or(facts.open);
            let mut paid = 0_i64;
            for one in of_item.iter().filter(|one| one.day <= today) {
                if one.is_back && paid >= whole {
                    facts.reopened_on = one.day;
                }
                // What goes back on one day had been there together.
                paid = money::add(paid, one.minor);
            }
        }
    }

    /// What came and went, by item.
    fn moves(&self, account: &Account) -> Vec<Move> {
        let mut moves = Vec::new();
        for payment in &account.payments {
            let came = payment.value_date.number();
            let went = payment.reversed.as_ref().map(|back| back.on.number());
            let digits = payment.currency.minor_units().unwrap_or(2);
            for part in &payment.allocations {
                let item = self.find(&part.item).and_then(|item| usize::try_from(item).ok());
                let Some(item) = item else { continue };
                // Money that went before it came was never there.
                let was_there = went.is_none_or(|went| came <= went);
                let minor = money::to_minor(part.amount, digits).unwrap_or(0);
                let minor = if was_there { minor } else { 0 };
                moves.push(Move { item, day: came, is_back: false, minor });
                let back = |day| Move { item, day, is_back: true, minor: minor.saturating_neg() };
                moves.extend(went.map(back));
            }
        }
        moves
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
