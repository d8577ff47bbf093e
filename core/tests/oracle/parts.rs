//! A step that items share and that goes out in several messages.

use std::collections::BTreeSet;

use dunning::{Item, Scenario, StepKey, Str};

use super::course::Course;
use super::deliveries::{Delivery, Fate};
use super::facts::{World, number};
use super::level::Taken;
use super::notice::Message;
use super::owed::is_credit;
use super::shared::{is_shared, subject};

impl<'a> World<'a> {
    /// The day from which an item is due a step that others have taken without it; none if it has
    /// taken it as well, or is about to.
    pub(crate) fn behind(&self, item: &Item, ladder: &Scenario, last: &Taken) -> Option<i32> {
        if !is_shared(ladder) || !last.by_message {
            return None;
        }
        let (scenario, step) = (ladder.id.clone(), last.step.as_str());
        let key = StepKey::new(subject(item, ladder), scenario, step, last.occurrence);
        let all = || self.deliveries().iter().filter(|one| one.covers(&key));
        let is_taken = |one: &Delivery<'_>| matches!(one.fate(self, &key), Fate::Taken(_));
        let mut others = all().filter(|one| !one.takes(&key, &item.id));
        let mut own = all().filter(|one| one.takes(&key, &item.id));
        let stands = own.any(|one| is_taken(one) || one.fate(self, &key) == Fate::Out);
        if !others.any(is_taken) || stands || self.skip_key(&key).is_some() {
            return None;
        }
        let grace = item.grace_until.map_or(i32::MIN, number);
        Some(last.day.max(number(item.due) + 1).max(grace + 1))
    }

    /// It stays at the step that others have taken, from a day on.
    pub(crate) fn stay(
        &self,
        item: &Item,
        (at, due): (usize, i32),
        ladder: &Scenario,
        course: &mut Course,
    ) {
        let taken_on = course.taken_on;
        *course = Course { taken_on, level: Some(at), lowest: at, ..Course::default() };
        course.is_behind = true;
        course.next = Some((at, due));
        course.is_due = self.today >= due;
        if !course.is_due {
            let step = &ladder.steps[at].id;
            assert!(number(item.due) < due, "it is not due before it is overdue");
            course.holds.insert(format!("step notYetDue {step} {due}"));
        }
    }

    /// Of a level that items share one step goes out on a day, the highest.
    pub(crate) fn hold_lower(&self, messages: &mut [Message<'a>]) {
        let level = |message: &Message<'a>| {
            let ready = message.ready.iter().max_by_key(|one| one.at).unwrap();
            let level = (&ready.ladder.id, subject(ready.item, ready.ladder));
            let goes = message.text.is_ok() && is_shared(ready.ladder);
            goes.then_some((level, ready.at))
        };
        let levels: Vec<_> = messages.iter().map(level).collect();
        let is_lower: Vec<bool> = levels
            .iter()
            .map(|own| {
                levels.iter().any(|other| {
                    other
                        .as_ref()
                        .zip(own.as_ref())
                        .is_some_and(|((other, higher), (own, at))| other == own && higher > at)
                })
            })
            .collect();
        for (message, is_lower) in messages.iter_mut().zip(is_lower) {
            if is_lower {
                message.text = Err(format!("timing oneStepPerDay {}", self.today + 1));
                message.sending = None;
            }
        }
    }

    /// Says of each message which items take its steps by others: by those of this run, and by
    /// those that are out.
    pub(crate) fn parted(
        &self,
        mut messages: Vec<Message<'a>>,
        deliveries: &[Delivery<'a>],
    ) -> Vec<Message<'a>> {
        let mut run: Vec<(usize, StepKey, &'a str)> = Vec::new();
        for (place, message) in messages.iter().enumerate() {
            let goes = message.text.as_ref().err().is_none_or(|why| !why.starts_with("nothing"));
            let shared = message.ready.iter().filter(|one| goes && is_shared(one.ladder));
            run.extend(shared.map(|one| (place, self.ready_key(one), one.item.id.as_str())));
        }
        for (place, message) in messages.iter_mut().enumerate() {
            let own: Vec<&str> = message.ready.iter().map(|one| one.item.id.as_str()).collect();
            let Some(sending) = message.sending.as_mut() else { continue };
            let mut all: BTreeSet<&str> = BTreeSet::new();
            for cover in &mut sending.covers {
                let key = &cover.key;
                let beside = run.iter().filter(|(other, known, _)| *other != place && known == key);
                let mut others: BTreeSet<&str> = beside.map(|(_, _, item)| *item).collect();
                for delivery in deliveries.iter().filter(|one| one.covers(key)) {
                    let is_of_item = matches!(key.subject, dunning::Subject::Item { .. });
                    let stands = matches!(delivery.fate(self, key), Fate::Taken(_) | Fate::Out);
                    if stands && !is_of_item {
                        others.extend(self.taken_by(key, delivery));
                    }
                }
                others.retain(|item| !own.contains(item));
                let items = self.account.items.iter().map(|item| &item.id);
                let items = items.filter(|item| others.contains(item.as_str()));
                cover.without = items.cloned().collect::<Vec<Str>>();
                all.extend(others);
            }
            if let Ok(text) = message.text.as_mut()
                && !all.is_empty()
            {
                text.push_str(&format!(" without {all:?}"));
            }
        }
        messages
    }

    /// The items that take a step by a delivery: those that it named, or might name.
    fn taken_by(&self, key: &StepKey, delivery: &Delivery<'a>) -> Vec<&'a str> {
        let shares = |item: &Item| match &key.subject {
            dunning::Subject::DebtorCurrency { currency } => *currency == item.currency,
            _ => true,
        };
        let all = self.account.items.iter().filter(|item| {
            let is_named = delivery.sent_at.is_none() || delivery.named.contains(item.id.as_str());
            !is_credit(item) && shares(item) && is_named && delivery.takes(key, &item.id)
        });
        all.map(|item| item.id.as_str()).collect()
    }
}
