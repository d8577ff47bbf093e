//! Arrangements and what came of them.

use super::ledger::Ledger;
use super::promises::{allocated, open_now};
use crate::calendar::Zone;
use crate::model::{
    Account, ArrangedWhy, ArrangementAcceptance, ArrangementEnd, ArrangementMade,
    ArrangementOutcome, CoveredItem, Entry, Payment,
};
use crate::money;
use crate::policy::Policy;

/// How an arrangement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ArrangementState {
    /// Nobody has accepted it yet.
    Proposed,
    /// It was refused, or another proposal took its place: it never ran.
    Dropped,
    /// Its items rest.
    Open(ArrangedWhy),
    /// It is over.
    Over(ArrangementOutcome),
}

/// An arrangement, with its days as numbers and its amounts in minor units.
#[derive(Debug)]
pub(crate) struct Arrangement<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) made: &'a ArrangementMade,
    pub(crate) accepted: Option<(i32, &'a ArrangementAcceptance)>,
    pub(crate) ended: Option<ArrangementEnd>,
    pub(crate) replaced: bool,
    pub(crate) state: ArrangementState,
    /// Decimals of the currency.
    pub(crate) digits: u8,
    /// What was paid towards it since it was accepted, and what was credited.
    pub(crate) paid: i64,
    pub(crate) credited: i64,
    /// The day since which it is behind, or waits for bank data.
    pub(crate) since: i32,
    /// The first day to come on which it can stand otherwise.
    pub(crate) next_change: i32,
}

/// Money for an arrangement, from the first day on which it is there to the one on which it goes.
struct Paid {
    from: i32,
    gone: i32,
    minor: i64,
}

impl<'a> Arrangement<'a> {
    pub(super) fn new(entry: &'a Entry, made: &'a ArrangementMade) -> Self {
        Self {
            entry,
            made,
            accepted: None,
            ended: None,
            replaced: false,
            state: ArrangementState::Proposed,
            digits: made.currency.minor_units().unwrap_or(2),
            paid: 0,
            credited: 0,
            since: i32::MIN,
            next_change: i32::MAX,
        }
    }

    /// The last day of grace of an instalment.
    pub(crate) fn until(&self, instalment: usize) -> i32 {
        let grace = i32::try_from(self.made.grace_days).unwrap_or(i32::MAX);
        let date = self.made.instalments.get(instalment).map(|one| one.date.number());
        date.map_or(i32::MAX, |date| date.saturating_add(grace))
    }

    /// What is to be paid up to and including an instalment.
    pub(crate) fn due_with(&self, instalment: usize) -> i64 {
        let first = self.made.instalments.iter().take(instalment.saturating_add(1));
        let sum = first.fold(0, |sum, one| {
            money::add(sum, money::to_minor(one.amount, self.digits).unwrap_or(0))
        });
        sum.min(self.needed())
    }

    /// What is not paid of an instalment, if the money is counted for the earliest first.
    pub(crate) fn unpaid(&self, instalment: usize) -> i64 {
        let before = instalment.checked_sub(1).map_or(0, |before| self.due_with(before));
        self.due_with(instalment).saturating_sub(self.paid.max(before)).max(0)
    }

    /// What it comes to as a whole, less what was credited.
    fn needed(&self) -> i64 {
        let total = money::to_minor(self.made.total, self.digits).unwrap_or(0);
        total.saturating_sub(self.credited).max(0)
    }

    /// What was open of a covered item when it was accepted.
    pub(crate) fn open_then(&self, item: &CoveredItem) -> i64 {
        let accepted = self.accepted.and_then(|(_, acceptance)| {
            acceptance.items.iter().find(|known| known.item == item.item)
        });
        money::to_minor(accepted.map_or(item.open, |known| known.open), self.digits).unwrap_or(0)
    }

    /// Judges it by what was paid towards it.
    pub(super) fn judge(
        &mut self,
        account: &Account,
        ledger: &Ledger<'_>,
        policy: &Policy,
        zone: Zone,
        today: i32,
    ) {
        let Some((accepted_on, _)) = self.accepted else {
            let dropped = self.replaced || self.ended.is_some();
            self.state =
                if dropped { ArrangementState::Dropped } else { ArrangementState::Proposed };
            return;
        };
        let paid = self.payments(account, ledger, accepted_on, today);
        self.paid = paid_on(&paid, today);
        // Payments are known through the day before this one.
        let known = zone.day_of(account.payments_as_of).min(today);
        let tolerance = policy.arranging.tolerance(self.made.currency);
        self.state = match self.ended {
            Some(ArrangementEnd::Lapsed) => ArrangementState::Over(ArrangementOutcome::Lapsed),
            Some(_) => ArrangementState::Over(ArrangementOutcome::Cancelled),
            None if self.replaced => ArrangementState::Over(ArrangementOutcome::Replaced),
            None => self.by_payments(&paid, policy.arranging.lapses_after, tolerance, known, today),
        };
    }

    fn by_payments(
        &mut self,
        paid: &[Paid],
        lapses_after: Option<i32>,
        tolerance: i64,
        known: i32,
        today: i32,
    ) -> ArrangementState {
        let ends = (0..self.made.instalments.len()).map(|at| self.until(at).saturating_add(1));
        let mut days: Vec<i32> = ends.collect();
        // The day on which the next instalment becomes another is told.
        days.extend(self.made.instalments.iter().map(|one| one.date.number().saturating_add(1)));
        days.extend(paid.iter().flat_map(|one| [one.from, one.gone]));
        days.sort_unstable();
        days.dedup();
        let lapse = |since: i32| lapses_after.map(|after| since.saturating_add(after));
        let mut behind: Option<i32> = None;
        for day in days.iter().copied().take_while(|day| *day <= known) {
            if behind.and_then(lapse).is_some_and(|lapse| lapse <= day) {
                return ArrangementState::Over(ArrangementOutcome::Lapsed);
            }
            let short = money::add(paid_on(paid, day), tolerance) < self.due_by(day);
            behind = if short { behind.or(Some(day)) } else { None };
        }
        if behind.and_then(lapse).is_some_and(|lapse| lapse <= known) {
            return ArrangementState::Over(ArrangementOutcome::Lapsed);
        }
        let change = days.iter().copied().chain(behind.and_then(lapse)).filter(|day| *day > today);
        self.next_change = change.min().unwrap_or(i32::MAX);
        let enough = money::add(self.paid, tolerance);
        if enough >= self.due_with(self.made.instalments.len()) {
            return ArrangementState::Over(ArrangementOutcome::Completed);
        }
        ArrangementState::Open(if let Some(since) = behind {
            self.since = since;
            ArrangedWhy::Behind
        } else if enough < self.due_by(today) {
            let ended = days.iter().copied().filter(|day| known < *day && *day <= today);
            self.since = ended.min().unwrap_or(today);
            ArrangedWhy::AwaitingBankData
        } else {
            ArrangedWhy::Running
        })
    }

    /// What is to be paid of the instalments whose grace is over.
    fn due_by(&self, day: i32) -> i64 {
        let over = (0..self.made.instalments.len()).rfind(|at| self.until(*at) < day);
        over.map_or(0, |last| self.due_with(last))
    }

    /// What was paid towards it, and what was credited.
    fn payments(
        &mut self,
        account: &Account,
        ledger: &Ledger<'_>,
        accepted_on: i32,
        today: i32,
    ) -> Vec<Paid> {
        let mut paid = Vec::new();
        for item in &self.made.items {
            let fallen = self.open_then(item).saturating_sub(open_now(ledger, &item.item)).max(0);
            if account.payments.is_empty() {
                // Only open amounts are known: what fell was paid.
                paid.push(Paid { from: i32::MIN, gone: i32::MAX, minor: fallen });
                continue;
            }
            let days = |from, to| allocated(account, &item.item, self.digits, today, from..=to);
            let later = days(accepted_on.saturating_add(1), i32::MAX);
            // Money of the day of acceptance counts as far as it was open when accepted.
            let same_day = days(accepted_on, accepted_on).min(fallen.saturating_sub(later).max(0));
            let own = self.on_the_first_day(account, &item.item, accepted_on, today);
            paid.push(Paid { from: accepted_on, gone: i32::MAX, minor: same_day.min(own) });
            // What fell and was not paid was credited: it need not be paid any more.
            let credited = fallen.saturating_sub(money::add(later, same_day)).max(0);
            self.credited = money::add(self.credited, credited);
        }
        if account.payments.is_empty() {
            // Charges on top are in no item: nobody can tell whether they were paid.
            let covered = self.made.items.iter().fold(0, |sum, item| {
                money::add(sum, money::to_minor(item.amount, self.digits).unwrap_or(0))
            });
            let total = money::to_minor(self.made.total, self.digits).unwrap_or(0);
            self.credited = total.saturating_sub(covered);
        }
        for payment in &account.payments {
            let from = payment.value_date.number();
            let gone = payment.reversed.as_ref().map_or(i32::MAX, |back| back.on.number());
            let minor = self.part_of(payment, accepted_on);
            if minor > 0 && from >= accepted_on && gone > from {
                paid.push(Paid { from, gone, minor });
            }
        }
        paid
    }

    /// What was matched with an item on the day of acceptance, by payments that were not meant for
    /// an arrangement.
    fn on_the_first_day(&self, account: &Account, item: &str, day: i32, today: i32) -> i64 {
        let payments = account.payments.iter().filter(|payment| {
            let gone = payment.reversed.as_ref().is_some_and(|back| back.on.number() <= today);
            payment.value_date.number() == day && payment.arrangement.is_none() && !gone
        });
        payments.fold(0, |sum, payment| money::add(sum, self.matched(payment, |one| one == item)))
    }

    /// The part of a payment that is for it: all that was meant for it, else what was matched
    /// with its items after the day of acceptance.
    fn part_of(&self, payment: &Payment, accepted_on: i32) -> i64 {
        if payment.currency != self.made.currency {
            return 0;
        }
        match &payment.arrangement {
            Some(meant) if *meant == self.entry.id => {
                money::to_minor(payment.amount, self.digits).unwrap_or(0)
            }
            None if payment.value_date.number() > accepted_on => {
                let is_covered =
                    |item: &str| self.made.items.iter().any(|known| known.item == *item);
                self.matched(payment, is_covered)
            }
            _ => 0,
        }
    }

    fn matched(&self, payment: &Payment, wanted: impl Fn(&str) -> bool) -> i64 {
        let parts = payment.allocations.iter().filter(|part| wanted(&part.item));
        parts.fold(0, |sum, part| {
            money::add(sum, money::to_minor(part.amount, self.digits).unwrap_or(0))
        })
    }
}

fn paid_on(paid: &[Paid], day: i32) -> i64 {
    let there = paid.iter().filter(|one| one.from <= day && day < one.gone);
    there.fold(0, |sum, one| money::add(sum, one.minor))
}
