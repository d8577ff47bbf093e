//! A level that items share: what it is about, the day it is counted from, and what it has taken.

use std::collections::BTreeSet;

use dunning::{AccountAnchor, Event, Item, LevelOf, Moment, Reset, Scenario, Subject};

use super::deliveries::{Delivery, Fate};
use super::facts::{World, number};
use super::level::Taken;
use super::owed::is_credit;

/// What the free items of a ladder have in common.
#[derive(Clone, Copy)]
pub(crate) struct Group<'a> {
    pub(crate) anchor: i32,
    pub(crate) oldest: &'a Item,
    pub(crate) count: usize,
}

pub(crate) fn is_shared(ladder: &Scenario) -> bool {
    ladder.level_of.is_some_and(|of| of != LevelOf::Item)
}

/// What a step of a ladder is about.
pub(crate) fn subject(item: &Item, ladder: &Scenario) -> Subject {
    match ladder.level_of {
        None | Some(LevelOf::Item) => Subject::Item { item: item.id.clone() },
        Some(LevelOf::Debtor) => Subject::Debtor {},
        Some(LevelOf::DebtorAndCurrency) => Subject::DebtorCurrency { currency: item.currency },
        Some(_) => panic!("a choice that the oracle does not know"),
    }
}

/// True if two items are of one level of this ladder.
fn shares(ladder: &Scenario, one: &Item, other: &Item) -> bool {
    ladder.level_of != Some(LevelOf::DebtorAndCurrency) || one.currency == other.currency
}

impl<'a> World<'a> {
    /// What is free of the ladder that an item follows: `free` tells which items nothing stops.
    pub(crate) fn free_of(
        &self,
        item: &Item,
        ladder: &Scenario,
        free: &[bool],
    ) -> Option<Group<'a>> {
        let account = self.account;
        let items = account.items.iter().zip(free);
        let own = items.filter(|(other, is_free)| {
            **is_free
                && shares(ladder, item, other)
                && self.level_ladder(other).ok().is_some_and(|theirs| {
                    theirs.id == ladder.id && theirs.version == ladder.version
                })
        });
        let days = own.map(|(other, _)| {
            let day = match ladder.account_anchor {
                Some(AccountAnchor::OldestIssue) => other.issued.unwrap_or(other.due),
                _ => other.due,
            };
            (number(day), &other.id, other)
        });
        let all: Vec<_> = days.collect();
        let (anchor, _, oldest) = *all.iter().min_by_key(|(day, id, _)| (*day, *id))?;
        Some(Group { anchor, oldest, count: all.len() })
    }

    /// What is open of all that share the level.
    fn still_open(&self, item: &Item, ladder: &Scenario) -> Vec<&'a Item> {
        let account = self.account;
        let items = account.items.iter();
        let open = items.filter(|other| {
            !is_credit(other)
                && self.open(other) > 0
                && !self.is_withdrawn(other)
                && shares(ladder, item, other)
        });
        open.collect()
    }

    /// True if an item, be it gone from the ledger, shares the level of another.
    pub(crate) fn is_of(&self, id: &str, item: &Item, ladder: &Scenario) -> bool {
        ladder.level_of == Some(LevelOf::Debtor)
            || self.item(id).is_some_and(|other| shares(ladder, item, other))
    }

    /// What was taken in the cycle that runs now.
    pub(crate) fn taken_together(
        &self,
        item: &Item,
        ladder: &Scenario,
        group: Option<Group<'_>>,
        deliveries: &[Delivery<'a>],
    ) -> Vec<Taken> {
        let open = self.still_open(item, ladder);
        let holds = |id: &str| open.iter().any(|one| one.id == *id);
        let since = open.iter().map(|one| number(one.issued.unwrap_or(one.due))).min();
        let was_there = |on: i32| since.is_some_and(|since| since <= on);
        let counts = |named: &BTreeSet<&str>, on: i32| match ladder.reset {
            None | Some(Reset::ItemSettled) => named.iter().any(|id| holds(id)),
            Some(Reset::AccountClear) => named.iter().any(|id| holds(id)) || was_there(on),
            Some(Reset::OldestItemChanges) => {
                group.is_none_or(|group| named.contains(group.oldest.id.as_str()))
            }
            Some(_) => panic!("a choice that the oracle does not know"),
        };
        let is_ours = |id: &str| self.is_of(id, item, ladder);
        let mut taken: Vec<Taken> = Vec::new();
        let mut set_at: Option<Moment> = None;
        for entry in &self.journal {
            match &entry.event {
                Event::LevelSet { level }
                    if level.scenario == ladder.id && is_ours(&level.item) =>
                {
                    set_at = Some(entry.occurred_at);
                    let stands = was_there(self.day_of(entry.occurred_at)) || holds(&level.item);
                    let step = level.step.as_ref().filter(|_| stands);
                    let on = number(level.reached_on);
                    taken = step.iter().map(|step| by_hand(step, on, 0)).collect();
                }
                Event::ScenarioMoved { level }
                    if level.scenario == ladder.id && holds(&level.item) =>
                {
                    let on = number(level.reached_on);
                    taken.extend(level.step.iter().map(|step| by_hand(step, on, 0)));
                }
                Event::LevelImported { level }
                    if level.scenario == ladder.id
                        && is_ours(&level.item)
                        && counts(&[level.item.as_str()].into(), number(level.reached_on)) =>
                {
                    let on = number(level.reached_on);
                    let times = self.times_imported(item, Some(ladder), &level.step, on);
                    taken.push(by_hand(&level.step, on, times));
                }
                Event::Sent { sent } => {
                    let delivery = deliveries.iter().find(|one| *one.id == sent.delivery).unwrap();
                    // One message may take several steps: of items that have passed over some.
                    for cover in delivery.covers {
                        let key = &cover.key;
                        // Others may have taken it by other messages.
                        let mut named = delivery.named.clone();
                        named.extend(cover.without.iter().map(|item| item.as_str()));
                        let is_own =
                            key.scenario == ladder.id && key.subject == subject(item, ladder);
                        if let Fate::Taken(at) = delivery.fate(self, key)
                            && is_own
                            && set_at.is_none_or(|set_at| at > set_at)
                            && counts(&named, self.day_of(at))
                        {
                            taken.push(Taken {
                                step: key.step.to_string(),
                                day: self.day_of(at),
                                deadline: delivery.deadline_day(self),
                                occurrence: key.occurrence,
                                by_message: true,
                            });
                        }
                    }
                }
                _ => {}
            }
        }
        taken
    }

    /// The version under which a shared level was begun, or last set by hand.
    pub(crate) fn begun_under(&self, item: &Item, ladder: &Scenario) -> Option<u32> {
        let mut first = None;
        let mut set = None;
        for entry in &self.journal {
            match &entry.event {
                Event::LevelSet { level } if level.scenario == ladder.id => {
                    set = Some(level.scenario_version);
                }
                Event::LevelImported { level } if level.scenario == ladder.id => {
                    first = first.or(Some(level.scenario_version));
                }
                Event::Queued { .. } | Event::Sent { .. } => {
                    let covers = match &entry.event {
                        Event::Queued { queued } => &queued.covers,
                        Event::Sent { sent } => &sent.covers,
                        _ => continue,
                    };
                    let own = covers.iter().find(|cover| {
                        cover.key.scenario == ladder.id
                            && cover.key.subject == subject(item, ladder)
                    });
                    first = first.or(own.map(|cover| cover.scenario_version));
                }
                _ => {}
            }
        }
        set.or(first)
    }
}

fn by_hand(step: &str, day: i32, occurrence: u32) -> Taken {
    Taken { step: step.to_owned(), day, deadline: None, occurrence, by_message: false }
}
