//! Arrangements: how each stands, asked day by day.

use dunning::{
    ArrangementAcceptance, ArrangementEnd, ArrangementMade, Entry, Event, Item, Lapse, Payment,
};

use super::facts::{World, minor, number};

/// An arrangement that was accepted.
pub(crate) struct Agreed<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) made: &'a ArrangementMade,
    /// The day of the acceptance.
    on: i32,
    acceptance: &'a ArrangementAcceptance,
    ended: Option<ArrangementEnd>,
    replaced: bool,
}

impl<'a> World<'a> {
    /// Those that were accepted, in the order in which they were proposed.
    pub(crate) fn agreed(&self) -> Vec<Agreed<'a>> {
        let mut all = Vec::new();
        for entry in &self.journal {
            let Event::ArrangementProposed { arrangement: made } = &entry.event else { continue };
            if let Some((on, acceptance)) = self.accepted(&entry.id) {
                let ended = self.journal.iter().rev().find_map(|other| match &other.event {
                    Event::ArrangementEnded { ending } if ending.arrangement == entry.id => {
                        Some(ending.how)
                    }
                    _ => None,
                });
                let mut later = self.journal.iter();
                let replaced = later.any(|other| match &other.event {
                    Event::ArrangementProposed { arrangement } => {
                        arrangement.replaces.as_ref() == Some(&entry.id)
                            && self.accepted(&other.id).is_some()
                    }
                    _ => false,
                });
                all.push(Agreed { entry, made, on, acceptance, ended, replaced });
            }
        }
        all
    }

    fn accepted(&self, id: &str) -> Option<(i32, &'a ArrangementAcceptance)> {
        self.journal.iter().find_map(|entry| match &entry.event {
            Event::ArrangementAccepted { acceptance } if acceptance.arrangement == *id => {
                Some((self.day_of(entry.occurred_at), acceptance))
            }
            _ => None,
        })
    }

    /// The parts of an item that rest, of what is left of it, and the hold that says so: mostly
    /// one, unless money went back of an arrangement that was over.
    pub(crate) fn arranged(&self, item: &Item, left: i64) -> Vec<(i64, String)> {
        let mut left = left;
        let mut found = Vec::new();
        for agreed in self.agreed() {
            let mut items = agreed.made.items.iter();
            let covered = items.find(|covered| covered.item == item.id);
            let Some((covered, why)) = covered.zip(agreed.state(self)) else { continue };
            let fallen = agreed.fallen(self, &item.id);
            let part = (minor(covered.amount, item.currency) - fallen).max(0).min(self.open(item));
            let days = || agreed.made.instalments.iter().map(|one| number(one.date));
            let next = days().find(|day| *day >= self.today);
            let until = days().max().unwrap_or(0);
            let id = &agreed.entry.id;
            // Beside what is disputed, unless that is all.
            let rests = if left > 0 { part.min(left) } else { part };
            if rests > 0 {
                left -= rests.min(left);
                found.push((rests, format!("arranged {id} {why} {rests} {next:?} {until}")));
            }
        }
        found
    }

    pub(crate) fn tolerance(&self, made: &ArrangementMade) -> i64 {
        let rules = self.doc.arrangements.as_ref();
        let known = rules.and_then(|rules| {
            rules.tolerances.iter().find(|tolerance| tolerance.currency == made.currency)
        });
        known.map_or(0, |tolerance| minor(tolerance.amount, made.currency))
    }

    /// The last day of which every payment is known.
    pub(crate) fn bank_day(&self) -> i32 {
        let mut day = self.today;
        while self.account.payments_as_of < self.start_of(day + 1) {
            day -= 1;
        }
        day
    }
}

impl Agreed<'_> {
    /// By how much an item fell since the acceptance.
    fn fallen(&self, world: &World<'_>, item: &str) -> i64 {
        let mut accepted = self.acceptance.items.iter();
        let was = accepted.find(|open| open.item == *item).map(|open| open.open);
        let mut made = self.made.items.iter();
        let was = was.or_else(|| Some(made.find(|covered| covered.item == *item)?.open));
        // What the ledger does not hold any more is settled.
        let open = world.item(item).map_or(0, |item| world.open(item));
        was.map_or(0, |was| (minor(was, self.made.currency) - open).max(0))
    }

    /// Money that counts for it, by the beginning of a day.
    pub(crate) fn paid(&self, world: &World<'_>, day: i32) -> i64 {
        let counts = |payment: &&Payment| {
            let back = payment.reversed.as_ref();
            number(payment.value_date) < day && back.is_none_or(|back| day <= number(back.on))
        };
        let mut sum = 0;
        for payment in world.account.payments.iter().filter(counts) {
            if let Some(meant) = &payment.arrangement {
                if *meant == self.entry.id && number(payment.value_date) >= self.on {
                    sum += minor(payment.amount, payment.currency);
                }
                continue;
            }
            if number(payment.value_date) > self.on {
                sum += self.matched(payment);
            }
        }
        for covered in &self.made.items {
            sum += self.that_day(world, &covered.item, day);
        }
        sum
    }

    fn matched(&self, payment: &Payment) -> i64 {
        let is_ours = |id: &str| self.made.items.iter().any(|covered| covered.item == *id);
        let parts = payment.allocations.iter().filter(|part| is_ours(&part.item));
        parts.map(|part| minor(part.amount, payment.currency)).sum()
    }

    /// Money of the day of the acceptance, as far as what was open has fallen since.
    fn that_day(&self, world: &World<'_>, id: &str, day: i32) -> i64 {
        if self.on >= day {
            return 0;
        }
        let of = |from: i32, until: i32| -> i64 {
            let payments = world.account.payments.iter().filter(|payment| {
                let on = number(payment.value_date);
                let back = payment.reversed.as_ref();
                payment.arrangement.is_none()
                    && from <= on
                    && on <= until
                    && back.is_none_or(|back| world.today < number(back.on))
            });
            let parts = payments.flat_map(|payment| &payment.allocations);
            let own = parts.filter(|part| part.item == *id);
            own.map(|part| minor(part.amount, self.made.currency)).sum()
        };
        let later = world.paid_of(id, self.made.currency, self.on + 1);
        of(self.on, self.on).min((self.fallen(world, id) - later).max(0))
    }

    /// What need not be paid any more, since it was credited.
    fn credited(&self, world: &World<'_>) -> i64 {
        let mut sum = 0;
        for covered in &self.made.items {
            let paid_since = |day| world.paid_of(&covered.item, self.made.currency, day);
            let later = paid_since(self.on + 1);
            let fallen = self.fallen(world, &covered.item);
            let that_day = paid_since(self.on) - later;
            let paid = later + that_day.min((fallen - later).max(0));
            sum += (fallen - paid).max(0);
        }
        sum
    }

    /// What is still to be paid of each instalment in all, by and including it.
    pub(crate) fn sums(&self, world: &World<'_>) -> Vec<(i32, i64)> {
        let total = minor(self.made.total, self.made.currency) - self.credited_if_known(world);
        let mut sum = 0;
        let instalments = self.made.instalments.iter().map(|one| {
            sum += minor(one.amount, self.made.currency);
            (number(one.date), sum.min(total))
        });
        instalments.collect()
    }

    fn credited_if_known(&self, world: &World<'_>) -> i64 {
        if world.account.payments.is_empty() { 0 } else { self.credited(world) }
    }

    /// What counts as paid: without any payments, what is open tells, and charges count as paid.
    pub(crate) fn kept(&self, world: &World<'_>, day: i32) -> i64 {
        if !world.account.payments.is_empty() {
            return self.paid(world, day);
        }
        let items = self.made.items.iter();
        let fallen = items.map(|covered| self.fallen(world, &covered.item));
        let covered = self.made.items.iter().map(|one| minor(one.amount, self.made.currency));
        let on_top = minor(self.made.total, self.made.currency) - covered.sum::<i64>();
        fallen.sum::<i64>() + on_top
    }

    /// True if too little was paid on a day.
    fn is_behind(&self, world: &World<'_>, day: i32) -> bool {
        let grace = i32::try_from(self.made.grace_days).unwrap();
        let sums = self.sums(world).into_iter();
        let due = sums.filter(|(date, _)| date + grace < day).map(|(_, sum)| sum).max();
        // Money of that day itself still counts.
        due.is_some_and(|due| self.kept(world, day + 1) < due - world.tolerance(self.made))
    }

    /// How it stands while it runs; none once it is over.
    pub(crate) fn state(&self, world: &World<'_>) -> Option<&'static str> {
        if self.ended.is_some() || self.replaced || self.is_completed(world) || self.lapsed(world) {
            return None;
        }
        let known = world.bank_day();
        if self.is_behind(world, known + 1) {
            return Some("behind");
        }
        let grace = i32::try_from(self.made.grace_days).unwrap();
        let mut over = self.sums(world).into_iter().filter(|(date, _)| date + grace < world.today);
        let kept = self.kept(world, world.today + 1);
        // It is short, be it by money that went back: nobody can judge it before the bank is known.
        let is_open = over.any(|(_, sum)| kept < sum - world.tolerance(self.made));
        Some(if is_open { "awaitingBankData" } else { "running" })
    }

    fn is_completed(&self, world: &World<'_>) -> bool {
        let total = self.sums(world).last().map_or(0, |(_, sum)| *sum);
        self.kept(world, world.today + 1) >= total - world.tolerance(self.made)
    }

    /// It was behind for so many days, once.
    fn lapsed(&self, world: &World<'_>) -> bool {
        let lapse = world.doc.arrangements.as_ref().and_then(|rules| rules.lapse.as_ref());
        let Some(Lapse::Automatic { after_days }) = lapse else { return false };
        let after = i32::try_from(*after_days).unwrap();
        let mut behind = 0;
        for day in self.on + 1..=world.bank_day() + 1 {
            if day > world.today {
                break;
            }
            // It was behind for that long: money of today is too late.
            if behind > 0 && behind >= after {
                return true;
            }
            behind = if self.is_behind(world, day) { behind + 1 } else { 0 };
            if behind > after {
                return true;
            }
        }
        false
    }
}
