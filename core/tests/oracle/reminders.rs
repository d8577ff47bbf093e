//! An arrangement's own reminders, which go on while its items rest.

use std::collections::BTreeSet;

use dunning::{
    BlockScope, Cover, Event, InstalmentLine, InstalmentStep, Sending, StepKey, Stop, Subject,
};

use super::answer::word;
use super::arranged::Agreed;
use super::channel::Chosen;
use super::deliveries::{Delivery, Fate};
use super::facts::{World, amount};

/// A reminder of an instalment that is due.
struct Due<'a> {
    step: &'a InstalmentStep,
    place: usize,
    key: StepKey,
    line: InstalmentLine,
    unpaid: i64,
}

impl<'a> World<'a> {
    /// The reminders that go out, and what the journal will keep of them.
    pub(crate) fn reminders(&self) -> (BTreeSet<String>, Vec<Sending>) {
        let mut texts = BTreeSet::new();
        let mut sendings = Vec::new();
        if self.is_stale() || self.rests_altogether() {
            return (texts, sendings);
        }
        for agreed in self.agreed().iter().filter(|one| one.state(self).is_some()) {
            let due = self.due_reminders(agreed);
            if let Some((text, sending)) = self.remind(agreed, &due) {
                texts.insert(text);
                sendings.push(sending);
            }
        }
        (texts, sendings)
    }

    /// What concerns the whole account stops them as well.
    fn rests_altogether(&self) -> bool {
        let blocks = self.blocks();
        let mut own = blocks.iter().filter(|one| one.is_in_force(self.today));
        let is_blocked = own.any(|one| matches!(one.block.scope, BlockScope::Debtor {}));
        let mut stops = self.journal.iter().filter_map(|entry| match &entry.event {
            Event::Stopped { stopping } => Some((entry, stopping)),
            _ => None,
        });
        let is_stopped = stops.any(|(entry, stopping)| {
            let concerns_all = matches!(
                stopping.stop,
                Stop::HandedOver { item: None, .. } | Stop::Insolvent { .. } | Stop::Deceased {}
            );
            concerns_all && self.is_in_force(entry, stopping)
        });
        is_blocked || is_stopped
    }

    fn due_reminders(&self, agreed: &Agreed<'a>) -> Vec<Due<'a>> {
        let rules = self.doc.arrangements.as_ref();
        let Some(rules) = rules else { return Vec::new() };
        let scenario = rules.id.clone().unwrap_or_else(|| "arrangements".into());
        let mut found = Vec::new();
        let mut before = 0;
        let paid = agreed.kept(self, self.today + 1);
        for (at, (date, sum)) in agreed.sums(self).into_iter().enumerate() {
            let unpaid = (sum - paid.max(before)).max(0);
            before = sum;
            if paid + self.tolerance(agreed.made) >= sum {
                continue;
            }
            let arrangement = agreed.entry.id.clone();
            let subject =
                Subject::Instalment { arrangement, number: u32::try_from(at + 1).unwrap() };
            let key = |step: &InstalmentStep| {
                StepKey::new(subject.clone(), scenario.clone(), step.id.clone(), 1_u32)
            };
            let is_taken = |step: &InstalmentStep| {
                let mut own = self.deliveries().iter().filter(|one| one.covers(&key(step)));
                own.any(|one| matches!(one.fate(self, &key(step)), Fate::Taken(_)))
            };
            // One below the highest that was sent does not come any more.
            let from = rules.reminders.iter().rposition(is_taken).map_or(0, |highest| highest + 1);
            let mut to_come = rules.reminders.iter().enumerate().skip(from);
            let next = to_come.find(|(_, step)| step.offset_days >= 0 || self.today <= date);
            let Some((place, step)) = next else { continue };
            let key = key(step);
            let is_known = step.offset_days < 0 || self.bank_day() >= date;
            if self.today < date + step.offset_days || !is_known || self.waits(&subject, &key) {
                continue;
            }
            let line = self.instalment_line(agreed, at, step, unpaid);
            found.push(Due { step, place, key, line, unpaid });
        }
        found
    }

    /// It is out, blocked, or the last reminder of this instalment was too short ago.
    fn waits(&self, subject: &Subject, key: &StepKey) -> bool {
        let gap = i32::try_from(self.doc.min_gap_days.unwrap_or(3)).unwrap().max(1);
        let mut is_further = false;
        let mut last = None;
        for delivery in self.deliveries() {
            for cover in delivery.covers.iter().filter(|cover| cover.key.subject == *subject) {
                match delivery.fate(self, &cover.key) {
                    Fate::Out if cover.key == *key => return true,
                    // It may have arrived; the later one comes all the same.
                    Fate::Out => last = last.max(delivery.queued_at.map(|at| self.day_of(at))),
                    Fate::Taken(at) => last = last.max(Some(self.day_of(at))),
                    Fate::Missed => {}
                    Fate::Failed => is_further |= cover.key == *key,
                    Fate::Dropped => {}
                }
            }
        }
        let blocks = self.blocks();
        let mut own = blocks.iter().filter(|one| one.is_in_force(self.today));
        let is_blocked = own.any(|one| {
            matches!(&one.block.scope, BlockScope::Step { step, item: None } if *step == key.step)
        });
        is_blocked || (!is_further && last.is_some_and(|last| self.today < last + gap))
    }

    fn instalment_line(
        &self,
        agreed: &Agreed<'a>,
        at: usize,
        step: &InstalmentStep,
        unpaid: i64,
    ) -> InstalmentLine {
        let digits = u32::from(agreed.made.currency.minor_units().unwrap());
        let one = &agreed.made.instalments[at];
        let number = u32::try_from(at + 1).unwrap();
        let id = agreed.entry.id.clone();
        InstalmentLine::new(
            id,
            number,
            step.id.clone(),
            one.date,
            one.amount,
            amount(unpaid, digits),
        )
    }

    /// One message for all that is due of an arrangement; the highest step leads.
    fn remind(&self, agreed: &Agreed<'a>, due: &[Due<'a>]) -> Option<(String, Sending)> {
        let leading = due.iter().max_by_key(|one| one.place)?.step;
        let own = |delivery: &&Delivery<'a>| due.iter().any(|one| delivery.covers(&one.key));
        let earlier = self.deliveries().iter().filter(own);
        let attempt = 1 + earlier.map(|one| one.attempt).max().unwrap_or(0);
        let failed =
            |chosen: &Chosen<'_>| due.iter().any(|one| self.has_failed_for(chosen, &one.key));
        let chosen = self.choose_for(&leading.channels, None, &failed).ok()?;
        let total: i64 = due.iter().map(|one| one.unpaid).sum();
        let currency = agreed.made.currency;
        let mut text = format!(
            "{} to {} {}: as {}",
            word(chosen.channel),
            chosen.contact.id,
            chosen.address.id,
            leading.id
        );
        for one in due {
            let (id, number) = (&agreed.entry.id, one.line.number);
            text.push_str(&format!(" {id}#{number}/{} {}", one.step.id, one.unpaid));
        }
        text.push_str(&format!(" = {total} {currency} (attempt {attempt})"));
        let version = self.doc.arrangements.as_ref().and_then(|rules| rules.version);
        let covers = due.iter().map(|one| Cover::new(one.key.clone(), version.unwrap_or(1)));
        let mut address = dunning::AddressRef::new(chosen.address.id.clone());
        address.fingerprint = chosen.address.fingerprint.clone();
        let mut sending = Sending::new(
            format!("{}-{}", agreed.entry.id.replace('/', "-"), self.now),
            covers.collect::<Vec<Cover>>(),
            chosen.channel,
            chosen.contact.id.clone(),
            address,
            attempt,
            self.now,
            currency,
            amount(total, u32::from(currency.minor_units().unwrap())),
            Vec::new(),
        );
        sending.instalments = due.iter().map(|one| one.line.clone()).collect();
        Some((text, sending))
    }
}
