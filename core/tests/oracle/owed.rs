//! What may be asked for of each item: credits, disputes and promises taken off.

use dunning::{
    AmountBasis, Compare, DisputeMade, DisputeOutcome, Entry, Event, Item, ItemKind, Netting,
    PromiseMade, PromiseRest,
};

use super::facts::{World, minor, number};

/// What is left to ask for of an item, and what stands against the rest.
#[derive(Default, Clone)]
pub(crate) struct Owed {
    pub(crate) disputed: i64,
    pub(crate) dunned: i64,
    pub(crate) holds: Vec<String>,
    /// The newest promise, once it is over, and whether it was broken or kept in part: the last
    /// day of its grace.
    pub(crate) failed_promise: Option<i32>,
    pub(crate) is_broken: bool,
}

pub(crate) fn is_credit(item: &Item) -> bool {
    matches!(item.kind, ItemKind::CreditNote | ItemKind::UnappliedPayment)
}

/// A dispute that still takes something out.
struct Contested<'a> {
    entry: &'a Entry,
    why: &'static str,
    part: i64,
}

impl<'a> World<'a> {
    /// Of each item, in their order.
    pub(crate) fn owed(&self) -> Vec<Owed> {
        let netted = self.netted();
        let items = self.account.items.iter().zip(netted);
        items.map(|(item, (netted, linked))| self.owed_of(item, netted, linked)).collect()
    }

    /// What credits take off each item, and how much of that is of credits that name it.
    fn netted(&self) -> Vec<(i64, i64)> {
        let items = &self.account.items;
        let mut left: Vec<i64> = items.iter().map(|item| self.open(item).max(0)).collect();
        let mut linked = vec![0; items.len()];
        let netting = self.doc.netting.unwrap_or(Netting::WhenDue);
        let mut credits: Vec<(&Item, i64)> = items
            .iter()
            .filter(|item| is_credit(item) && self.open(item) < 0 && self.counts(item, netting))
            .map(|item| (item, -self.open(item)))
            .collect();
        if netting == Netting::TotalOnly {
            credits.clear();
        }
        for (credit, amount) in &mut credits {
            let named = items.iter().position(|item| {
                credit.settles.as_ref() == Some(&item.id) && item.currency == credit.currency
            });
            if let Some(at) = named {
                let used = left[at].min(*amount);
                left[at] -= used;
                if credit.kind == ItemKind::CreditNote {
                    linked[at] += used;
                }
                *amount -= used;
            }
        }
        let mut order: Vec<usize> =
            (0..items.len()).filter(|at| !self.is_withdrawn(&items[*at])).collect();
        order.sort_by_key(|at| items[*at].due);
        for (credit, amount) in &mut credits {
            for at in &order {
                if items[*at].currency == credit.currency && netting != Netting::Linked {
                    let used = left[*at].min(*amount);
                    left[*at] -= used;
                    *amount -= used;
                }
            }
        }
        let open = items.iter().map(|item| self.open(item).max(0));
        open.zip(left).zip(linked).map(|((open, left), linked)| (open - left, linked)).collect()
    }

    pub(crate) fn counts(&self, credit: &Item, netting: Netting) -> bool {
        let grace = self.doc.credit_grace_days.map_or(0, |days| i32::try_from(days).unwrap() + 1);
        match netting {
            Netting::Never => false,
            Netting::Always | Netting::Linked => true,
            Netting::WhenDue | Netting::TotalOnly => self.today >= number(credit.due) + grace,
            _ => panic!("a choice that the oracle does not know"),
        }
    }

    fn owed_of(&self, item: &Item, netted: i64, linked: i64) -> Owed {
        let open = self.open(item);
        let mut owed = Owed::default();
        if is_credit(item) || open <= 0 {
            let why = if is_credit(item) { "credit" } else { "settled" };
            owed.holds.push(format!("nothingOwed {why}"));
            return owed;
        }
        // What was paid of it, where the whole document is asked for.
        let paid = match (self.doc.amount, item.original) {
            (Some(AmountBasis::Original), Some(original)) => minor(original, item.currency) - open,
            _ => 0,
        };
        if netted >= open {
            owed.holds.push("nothingOwed awaitingAllocation".to_owned());
        } else if !self.is_worth_it(item, open - netted) {
            owed.holds.push("nothingOwed belowTolerance".to_owned());
        }
        let left = open - netted;
        let contested = self.contested(item, linked, left);
        owed.disputed = contested.iter().map(|one| one.part).sum::<i64>().min(left);
        owed.dunned = left - owed.disputed;
        if owed.dunned <= 0 {
            for one in contested {
                owed.holds.push(format!("disputed {} {}", one.entry.id, one.why));
            }
        }
        if let Some((rests, hold)) = self.arranged(item, owed.dunned) {
            // Something else may be left to ask for.
            owed.dunned = (owed.dunned - rests).max(0);
            if owed.dunned <= 0 {
                owed.holds.push(hold);
            }
        }
        self.promised(item, &mut owed);
        owed.dunned = (owed.dunned + paid.max(0)).max(0);
        owed
    }

    fn is_worth_it(&self, item: &Item, left: i64) -> bool {
        let tolerance = self.doc.tolerances.iter().find(|one| one.currency == item.currency);
        let tolerance = tolerance.map_or(0, |one| minor(one.amount, one.currency));
        match self.doc.tolerance_compare {
            Some(Compare::AtLeast) => left >= tolerance,
            _ => left > tolerance,
        }
    }

    fn contested(&self, item: &Item, linked: i64, left: i64) -> Vec<Contested<'a>> {
        let mut left_of_credits = linked;
        let mut found = Vec::new();
        for entry in &self.journal {
            let Event::DisputeOpened { dispute } = &entry.event else { continue };
            if dispute.item != item.id {
                continue;
            }
            let Some((why, part)) = self.contested_part(item, entry, dispute) else { continue };
            let credited = left_of_credits.min(part);
            left_of_credits -= credited;
            let part = (part - credited).min(left);
            if part > 0 {
                found.push(Contested { entry, why, part });
            }
        }
        found
    }

    fn contested_part(
        &self,
        item: &Item,
        entry: &Entry,
        dispute: &DisputeMade,
    ) -> Option<(&'static str, i64)> {
        let was = minor(dispute.open, dispute.currency);
        let whole = dispute.amount.map(|amount| minor(amount, dispute.currency));
        let closing = self.journal.iter().find_map(|closing| match &closing.event {
            Event::DisputeClosed { closing } if closing.dispute == entry.id => Some(closing),
            _ => None,
        });
        let right = match closing.map(|closing| &closing.outcome) {
            None => return Some(("open", whole.unwrap_or(i64::MAX))),
            Some(DisputeOutcome::Rejected {}) => return None,
            Some(DisputeOutcome::Upheld {}) => whole.unwrap_or(was),
            Some(DisputeOutcome::Partly { amount }) => minor(*amount, dispute.currency),
            Some(_) => panic!("a choice that the oracle does not know"),
        };
        let fallen = (was - self.open(item)).max(0);
        let credited = (fallen - self.paid_since(item, self.day_of(entry.occurred_at))).max(0);
        (right > credited).then_some(("awaitingCredit", right - credited))
    }

    /// What payments took off an item since a day.
    pub(crate) fn paid_since(&self, item: &Item, since: i32) -> i64 {
        let payments = self.account.payments.iter();
        let standing = payments.filter(|payment| {
            let back = payment.reversed.as_ref();
            number(payment.value_date) >= since
                && back.is_none_or(|back| self.today < number(back.on))
        });
        let parts = standing.flat_map(|payment| &payment.allocations);
        let own = parts.filter(|part| part.item == item.id);
        own.map(|part| minor(part.amount, item.currency)).sum()
    }

    fn promised(&self, item: &Item, owed: &mut Owed) {
        let newest = self.journal.iter().rev().find_map(|entry| match &entry.event {
            Event::Promised { promise } => {
                let covered = promise.items.iter().find(|covered| covered.item == item.id)?;
                Some((entry, promise, covered))
            }
            _ => None,
        });
        let Some((entry, promise, covered)) = newest else { return };
        let until = number(promise.date) + i32::try_from(promise.grace_days).unwrap();
        let (needed, paid) = self.kept(entry, promise, until);
        if paid >= needed {
            return;
        }
        let why = if self.today <= until {
            "running"
        } else if self.account.payments_as_of < self.start_of(until + 1) {
            "awaitingBankData"
        } else {
            owed.failed_promise = Some(until);
            owed.is_broken = paid == 0;
            return;
        };
        let fallen = minor(covered.open, promise.currency) - self.open(item);
        let part = (minor(covered.amount, promise.currency) - fallen.max(0)).max(0);
        let rest = self.doc.promises.as_ref().and_then(|rules| rules.rest);
        if rest == Some(PromiseRest::Dunned) && owed.dunned > part {
            owed.dunned -= part;
        } else {
            owed.holds.push(format!("promised {} {why} {until}", entry.id));
        }
    }

    /// What must be paid for a promise to be kept, and what was paid in time.
    fn kept(&self, entry: &Entry, promise: &PromiseMade, until: i32) -> (i64, i64) {
        let made_on = self.day_of(entry.occurred_at);
        let promised = minor(promise.amount, promise.currency);
        let by_payments = !self.account.payments.is_empty();
        let (mut needed, mut kept) = (promised, 0);
        for covered in &promise.items {
            let was = minor(covered.open, promise.currency);
            let item = self.item(&covered.item);
            let fallen = (was - item.map_or(0, |item| self.open(item))).max(0);
            let since = |day| item.map_or(0, |item| self.paid_since(item, day));
            let later = since(made_on + 1);
            // Money of the day of the promise may have come before it: the open amount tells.
            let that_day = (since(made_on) - later).min((fallen - later).max(0));
            kept += if by_payments { later - since(until + 1) + that_day } else { fallen };
            needed -= if by_payments { (fallen - later - that_day).max(0) } else { 0 };
        }
        (needed, kept + self.unmatched(promise, made_on + 1, until))
    }

    /// Money of these days that is matched with nothing.
    fn unmatched(&self, promise: &PromiseMade, from: i32, until: i32) -> i64 {
        let payments = self.account.payments.iter().filter(|payment| {
            let on = number(payment.value_date);
            let gone = payment.reversed.as_ref().is_some_and(|b| self.today >= number(b.on));
            !gone && payment.currency == promise.currency && from <= on && on <= until
        });
        let left = payments.map(|payment| {
            let parts = payment.allocations.iter();
            let matched: i64 = parts.map(|part| minor(part.amount, payment.currency)).sum();
            minor(payment.amount, payment.currency) - matched
        });
        left.sum()
    }
}
