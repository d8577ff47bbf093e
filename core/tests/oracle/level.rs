//! Which ladder an item follows, and what it has taken of it.

use std::collections::BTreeSet;

use dunning::{Event, Item, Moment, OnReversal, Scenario, StepKey, Subject};

use super::deliveries::{Delivery, Fate};
use super::facts::{World, minor, number};
use super::shared::{Group, is_shared, subject};

/// A step that an item has taken.
#[derive(Clone)]
pub(crate) struct Taken {
    pub(crate) step: String,
    pub(crate) day: i32,
    pub(crate) deadline: Option<i32>,
    /// How often it had been taken by then: none if its level was set by hand.
    pub(crate) occurrence: u32,
    /// True if a delivery took it.
    pub(crate) by_message: bool,
}

pub(crate) struct Level<'a> {
    pub(crate) ladder: Result<&'a Scenario, &'static str>,
    /// Since the level was last set by hand, in order.
    pub(crate) taken: Vec<Taken>,
    /// What is free of those that share the level, if it is shared.
    pub(crate) group: Option<Group<'a>>,
}

impl<'a> World<'a> {
    pub(crate) fn key(&self, item: &Item, ladder: &Scenario, step: &str) -> StepKey {
        let mut key = StepKey::new(subject(item, ladder), ladder.id.clone(), step, 1_u32);
        // One more for each time that this step was taken before.
        let taken = self.deliveries().iter().filter_map(|delivery| {
            let cover = delivery.covers.iter().find(|cover| {
                let known = &cover.key;
                let is_it = (&known.subject, &known.step) == (&key.subject, &key.step);
                is_it && (!is_shared(ladder) || known.scenario == ladder.id)
            })?;
            let is_taken = matches!(delivery.fate(self, &cover.key), Fate::Taken(_));
            is_taken.then_some(cover.key.occurrence)
        });
        let before = self.times_imported(item, Some(ladder), step, i32::MAX);
        key.occurrence = taken.max().unwrap_or(0).max(before) + 1;
        key
    }

    /// On how many days another system had taken a step by a day, of the item or what it shares.
    pub(crate) fn times_imported(
        &self,
        item: &Item,
        ladder: Option<&Scenario>,
        step: &str,
        until: i32,
    ) -> u32 {
        let days = self.journal.iter().filter_map(|entry| {
            let Event::LevelImported { level } = &entry.event else { return None };
            let is_ours = match ladder.filter(|ladder| is_shared(ladder)) {
                Some(shared) => {
                    level.scenario == shared.id && self.is_of(&level.item, item, shared)
                }
                None => level.item == item.id,
            };
            (is_ours && level.step == *step).then_some(number(level.reached_on))
        });
        let days: BTreeSet<i32> = days.filter(|day| *day <= until).collect();
        u32::try_from(days.len()).unwrap()
    }

    /// The ladder that an item follows, whatever it has taken of it.
    pub(crate) fn level_ladder(&self, item: &Item) -> Result<&'a Scenario, &'static str> {
        let (bound, _) = self.own(item, self.deliveries());
        self.ladder(item, bound, &[])
    }

    pub(crate) fn level(
        &self,
        item: &Item,
        free: &[bool],
        deliveries: &[Delivery<'a>],
    ) -> Level<'a> {
        let (bound, mut taken) = self.own(item, deliveries);
        let mut group = None;
        if let Ok(ladder) = self.ladder(item, bound.clone(), &[])
            && is_shared(ladder)
        {
            group = self.free_of(item, ladder, free);
            taken = self.taken_together(item, ladder, group, deliveries);
        }
        if let Ok(ladder) = self.ladder(item, bound.clone(), &[])
            && ladder.on_reversal == Some(OnReversal::StartOver)
            && let Some(since) = self.open_again(item)
        {
            // What was sent before does not count.
            taken.retain(|one| !one.by_message || one.day >= since);
        }
        Level { ladder: self.ladder(item, bound, &taken), taken, group }
    }

    /// The last day on which a payment went back of an item that payments had settled.
    fn open_again(&self, item: &Item) -> Option<i32> {
        let payments = self.account.payments.iter();
        let own = payments.filter(|one| one.allocations.iter().any(|part| part.item == item.id));
        let back = own.filter_map(|one| Some(number(one.reversed.as_ref()?.on)));
        let whole = minor(item.original.unwrap_or(item.open), item.currency);
        let was_settled = |day: i32| {
            let payments = self.account.payments.iter().filter(|one| {
                let gone = one.reversed.as_ref().is_some_and(|back| number(back.on) < day);
                number(one.value_date) <= day && !gone
            });
            let parts = payments.flat_map(|one| &one.allocations);
            let own = parts.filter(|part| part.item == item.id);
            let paid: i64 = own.map(|part| minor(part.amount, item.currency)).sum();
            paid >= whole
        };
        back.filter(|day| *day <= self.today && was_settled(*day)).max()
    }

    /// What it was bound to, and what it has taken by itself.
    fn own(&self, item: &Item, deliveries: &[Delivery<'a>]) -> (Option<(String, u32)>, Vec<Taken>) {
        let about = Subject::Item { item: item.id.clone() };
        let mut bound: Option<(String, u32)> = None;
        let mut taken: Vec<Taken> = Vec::new();
        // When somebody last set the level: only what comes later counts.
        let mut set_at: Option<Moment> = None;
        for entry in &self.journal {
            match &entry.event {
                Event::Queued { .. } | Event::Sent { .. } => {
                    let is_sent = matches!(entry.event, Event::Sent { .. });
                    let id = match &entry.event {
                        Event::Queued { queued } => &queued.delivery,
                        Event::Sent { sent } => &sent.delivery,
                        _ => continue,
                    };
                    let delivery = deliveries.iter().find(|one| one.id == id).unwrap();
                    let covers = delivery.covers.iter().filter(|c| c.key.subject == about);
                    for cover in covers {
                        let key = &cover.key;
                        let binding = (key.scenario.to_string(), cover.scenario_version);
                        bound = bound.or(Some(binding));
                        if let (true, Fate::Taken(at)) = (is_sent, delivery.fate(self, key))
                            && set_at.is_none_or(|set_at| at > set_at)
                        {
                            let step = key.step.to_string();
                            let day = self.day_of(at);
                            let deadline = delivery.deadline_day(self);
                            let occurrence = key.occurrence;
                            let by_message = true;
                            taken.push(Taken { step, day, deadline, occurrence, by_message });
                        }
                    }
                }
                Event::LevelImported { level } if level.item == item.id => {
                    let binding = (level.scenario.to_string(), level.scenario_version);
                    bound = bound.or(Some(binding));
                    let (step, day) = (level.step.to_string(), number(level.reached_on));
                    let occurrence = self.times_imported(item, None, &step, day);
                    if set_at.is_some_and(|set_at| entry.occurred_at <= set_at) {
                        continue;
                    }
                    let by_message = false;
                    taken.push(Taken { step, day, deadline: None, occurrence, by_message });
                }
                Event::LevelSet { level } | Event::ScenarioMoved { level }
                    if level.item == item.id =>
                {
                    bound = Some((level.scenario.to_string(), level.scenario_version));
                    let day = number(level.reached_on);
                    set_at = Some(entry.occurred_at);
                    taken = level
                        .step
                        .iter()
                        .map(|step| Taken {
                            step: step.to_string(),
                            day,
                            deadline: None,
                            occurrence: 0,
                            by_message: false,
                        })
                        .collect();
                }
                _ => {}
            }
        }
        (bound, taken)
    }

    fn ladder(
        &self,
        item: &Item,
        bound: Option<(String, u32)>,
        taken: &[Taken],
    ) -> Result<&'a Scenario, &'static str> {
        let known = |ladder: &'a Scenario| {
            let knows = |one: &Taken| ladder.steps.iter().any(|step| step.id == *one.step);
            if taken.iter().all(knows) { Ok(ladder) } else { Err("stepMissing") }
        };
        if let Some((id, version)) = bound {
            return known(self.scenario(&id, version).ok_or("versionMissing")?);
        }
        let named = item.scenario.as_ref().or(self.account.debtor.scenario.as_ref());
        let id = match named {
            Some(id) => id.clone(),
            None => {
                let rules = &self.doc.assignment;
                let fits = rules.iter().find(|rule| {
                    let least = rule.at_least.iter().find(|l| l.currency == item.currency);
                    let is_enough = least
                        .is_some_and(|least| self.open(item) >= minor(least.amount, item.currency));
                    (rule.tags.is_empty() || rule.tags.iter().any(|tag| item.tags.contains(tag)))
                        && (rule.at_least.is_empty() || is_enough)
                });
                fits.ok_or("noneAssigned")?.scenario.clone()
            }
        };
        let versions = self.doc.scenarios.iter().filter(|scenario| scenario.id == id);
        let newest = versions.max_by_key(|scenario| scenario.version).ok_or("unknown")?;
        let begun = self.begun_under(item, newest).filter(|_| is_shared(newest));
        known(begun.and_then(|version| self.scenario(&id, version)).unwrap_or(newest))
    }
}
