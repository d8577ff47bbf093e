//! Stops, questions, levels set by hand, and rulings on proposals.

use super::arrangements::Arrangement;
use super::by_hand::{Ruling, RulingFacts};
use super::fact::Fact;
use super::facts::{Folded, number};
use super::ledger::Ledger;
use crate::calendar::{Day, Zone};
use crate::model::{DebtorMerge, Entry, Event, LevelMade, Question, Stop, Stopping};
use crate::text::Str;

/// What was set and asked.
#[derive(Debug, Default)]
pub(crate) struct Acts<'a> {
    pub(crate) stops: Vec<StopFacts<'a>>,
    pub(crate) questions: Vec<QuestionFacts<'a>>,
    pub(crate) levels: Vec<LevelFacts<'a>>,
    pub(crate) arrangements: Vec<Arrangement<'a>>,
    pub(crate) merges: Vec<&'a DebtorMerge>,
    pub(crate) rulings: Vec<RulingFacts<'a>>,
}

/// A stop in force or to come.
#[derive(Debug)]
pub(crate) struct StopFacts<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) stopping: &'a Stopping,
    pub(crate) begins: i32,
    /// The last day; `i32::MAX` if it is open.
    pub(crate) until: i32,
    pub(crate) ended: bool,
}

impl StopFacts<'_> {
    pub(crate) fn item(&self) -> Option<&str> {
        match &self.stopping.stop {
            Stop::HandedOver { item, .. } => item.as_deref(),
            Stop::Withdrawn { item, .. } => Some(item),
            Stop::Insolvent { .. } | Stop::Deceased {} => None,
        }
    }
}

impl Acts<'_> {
    /// Marks the items that are withdrawn.
    pub(super) fn withdraw(&self, ledger: &mut Ledger<'_>, today: i32) {
        for stop in &self.stops {
            let Stop::Withdrawn { item, .. } = &stop.stopping.stop else { continue };
            let is_in_force = !stop.ended && stop.begins <= today && today <= stop.until;
            let at = ledger.find(item).and_then(|at| usize::try_from(at).ok());
            if let Some(facts) = at.and_then(|at| ledger.items.get_mut(at))
                && is_in_force
            {
                facts.is_withdrawn = true;
            }
        }
    }

    /// The days to come from which an item is withdrawn, or is so no longer.
    pub(super) fn withdrawals(&self, today: i32) -> impl Iterator<Item = i32> {
        let stops = self
            .stops
            .iter()
            .filter(|one| !one.ended && matches!(one.stopping.stop, Stop::Withdrawn { .. }));
        let days = stops.flat_map(|one| [one.begins, one.until.saturating_add(1)]);
        days.filter(move |day| today < *day && *day < i32::MAX)
    }
}

/// A question of the debtor.
#[derive(Debug)]
pub(crate) struct QuestionFacts<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) question: &'a Question,
    pub(crate) asked_on: i32,
    /// The last day on which it may pause the item.
    pub(crate) until: i32,
    pub(crate) answered: bool,
}

/// A level set by hand, from an instant on, in microseconds.
#[derive(Debug)]
pub(crate) struct LevelFacts<'a> {
    pub(crate) level: &'a LevelMade,
    pub(crate) at: i64,
    /// It came with a move to another scenario or version.
    pub(crate) moved: bool,
}

impl<'a> Folded<'a> {
    /// Takes in an entry, if it is about one of these.
    pub(super) fn fold_act(&mut self, entry: &'a Entry, ledger: &Ledger<'a>, zone: Zone) {
        let day = || zone.day_of(entry.occurred_at);
        match &entry.event {
            Event::Stopped { stopping } => {
                let fact = Fact::Stop(number(self.acts.stops.len()));
                let stop = StopFacts {
                    entry,
                    stopping,
                    begins: stopping.begins.map_or_else(day, Day::number),
                    until: stopping.until.map_or(i32::MAX, Day::number),
                    ended: false,
                };
                match stop.item() {
                    Some(item) => self.about(Some(item), ledger, entry, fact),
                    None => self.shared.push(fact),
                }
                self.acts.stops.push(stop);
            }
            Event::StopEnded { ending } => {
                match self.acts.stops.iter_mut().find(|known| known.entry.id == ending.stop) {
                    Some(stop) => stop.ended = true,
                    None => self.unmatched.push(&entry.id),
                }
            }
            Event::QuestionAsked { question } => {
                let fact = Fact::Question(number(self.acts.questions.len()));
                self.about(Some(&question.item), ledger, entry, fact);
                let asked_on = day();
                self.acts.questions.push(QuestionFacts {
                    entry,
                    question,
                    asked_on,
                    until: question.until.map_or(asked_on, Day::number),
                    answered: false,
                });
            }
            Event::QuestionAnswered { answer } => {
                let mut questions = self.acts.questions.iter_mut();
                match questions.find(|known| known.entry.id == answer.question) {
                    Some(question) => question.answered = true,
                    None => self.unmatched.push(&entry.id),
                }
            }
            Event::LevelSet { level } | Event::ScenarioMoved { level } => {
                let fact = Fact::Level(number(self.acts.levels.len()));
                self.about(Some(&level.item), ledger, entry, fact);
                let moved = matches!(entry.event, Event::ScenarioMoved { .. });
                self.acts.levels.push(LevelFacts { level, at: entry.occurred_at.micros(), moved });
            }
            Event::DebtorMerged { merge } => self.acts.merges.push(merge),
            Event::Proposed { proposal } => {
                self.rule(entry, day(), Ruling::Proposed(proposal), ledger);
            }
            Event::Approved { approval } => {
                self.rule(entry, day(), Ruling::Approved(approval), ledger);
            }
            Event::Rejected { rejection } => {
                self.rule(entry, day(), Ruling::Rejected(rejection), ledger);
            }
            _ => self.fold_arrangement(entry, ledger, zone),
        }
    }

    fn fold_arrangement(&mut self, entry: &'a Entry, ledger: &Ledger<'a>, zone: Zone) {
        match &entry.event {
            Event::ArrangementProposed { arrangement } => {
                let this = number(self.acts.arrangements.len());
                for (part, covered) in arrangement.items.iter().enumerate() {
                    let fact = Fact::Arranged { arrangement: this, part: number(part) };
                    self.about(Some(&covered.item), ledger, entry, fact);
                }
                // A proposal gives way at once; one that runs, when the new one is accepted.
                self.replace(arrangement.replaces.as_ref(), false);
                self.acts.arrangements.push(Arrangement::new(entry, arrangement));
            }
            Event::ArrangementAccepted { acceptance } => {
                let Some(known) = self.arrangement(&acceptance.arrangement) else {
                    return self.unmatched.push(&entry.id);
                };
                known.accepted =
                    known.accepted.or(Some((zone.day_of(entry.occurred_at), acceptance)));
                // Whoever refused it before thought better of it.
                known.ended = None;
                let replaces = known.made.replaces.as_ref();
                self.replace(replaces, true);
            }
            Event::ArrangementEnded { ending } => match self.arrangement(&ending.arrangement) {
                Some(known) => known.ended = Some(ending.how),
                None => self.unmatched.push(&entry.id),
            },
            _ => {}
        }
    }

    fn replace(&mut self, replaced: Option<&Str>, runs_too: bool) {
        let known = replaced.and_then(|id| self.arrangement(id));
        if let Some(known) = known.filter(|known| runs_too || known.accepted.is_none()) {
            known.replaced = true;
        }
    }

    fn arrangement(&mut self, id: &str) -> Option<&mut Arrangement<'a>> {
        self.acts.arrangements.iter_mut().find(|known| known.entry.id == *id)
    }

    fn rule(&mut self, entry: &'a Entry, on: i32, ruling: Ruling<'a>, ledger: &Ledger<'a>) {
        let fact = Fact::Ruling(number(self.acts.rulings.len()));
        let facts = RulingFacts { entry, on, ruling };
        for step in facts.steps() {
            self.file(&step.subject, ledger, entry, fact);
        }
        self.acts.rulings.push(facts);
    }
}
