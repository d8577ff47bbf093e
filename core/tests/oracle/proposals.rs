//! Steps that a person approves first: what was laid before somebody, and what was answered.

use std::collections::BTreeMap;

use dunning::{
    Amount, Approval, Currency, Entry, Event, Item, Step, StepKey, StepMode, Str, Tolerated, Unsent,
};

use super::facts::{World, amount, minor};
use super::notice::Ready;

/// What a person saw of an action, by the fingerprint that the journal keeps of it.
pub(crate) type Shown = BTreeMap<String, String>;

/// What was said of some steps.
pub(crate) struct Said<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) steps: &'a [StepKey],
    items: &'a [Str],
    word: Word<'a>,
}

#[derive(Clone, Copy)]
enum Word<'a> {
    Proposed { fingerprint: &'a Str },
    Approved { approval: &'a Approval },
    Rejected,
}

impl Said<'_> {
    fn is_of(&self, key: &StepKey, item: &str) -> bool {
        self.steps.contains(key) && self.names(item)
    }

    /// What names no items is about all of them.
    fn names(&self, item: &str) -> bool {
        self.items.is_empty() || self.items.iter().any(|one| *one == *item)
    }

    pub(crate) fn is_proposed(&self) -> bool {
        matches!(self.word, Word::Proposed { .. })
    }
}

pub(crate) fn is_proposal(step: &Step) -> bool {
    step.mode == Some(StepMode::Propose)
}

fn freezes(step: &Step) -> bool {
    is_proposal(step) && step.unsent == Some(Unsent::Freeze)
}

impl<'a> World<'a> {
    /// Everything that was said, in order.
    fn said(&self) -> Vec<Said<'a>> {
        let all = self.journal.iter().filter_map(|entry| {
            let (steps, items, word) = match &entry.event {
                Event::Proposed { proposal } => {
                    let word = Word::Proposed { fingerprint: &proposal.fingerprint };
                    (&proposal.steps, &proposal.items, word)
                }
                Event::Approved { approval } => {
                    (&approval.steps, &approval.items, Word::Approved { approval })
                }
                Event::Rejected { rejection } => {
                    (&rejection.steps, &rejection.items, Word::Rejected)
                }
                _ => return None,
            };
            Some(Said { entry, steps, items, word })
        });
        all.collect()
    }

    fn last_word(&self, key: &StepKey, item: &Item) -> Option<Said<'a>> {
        self.said().into_iter().rfind(|said| said.is_of(key, &item.id))
    }

    /// The proposal of a step that waits for its answer, or the approval that it got: no later step
    /// overtakes it, and its day does not pass.
    pub(crate) fn frozen(&self, item: &Item, step: &Step, key: &StepKey) -> Option<Said<'a>> {
        let said = self.last_word(key, item).filter(|_| freezes(step))?;
        (!matches!(said.word, Word::Rejected)).then_some(said)
    }

    /// The hold of what a person has not decided, if something else holds it too.
    pub(crate) fn undecided(&self, item: &Item, step: &Step, key: &StepKey) -> Option<String> {
        let said = self.frozen(item, step, key).filter(Said::is_proposed)?;
        Some(format!("awaitingApproval {} undecided {}", step.id, said.entry.id))
    }

    /// What was proposed in one message with a step that freezes goes out apart from the rest.
    pub(crate) fn laid_apart(&self, one: &Ready<'a>, all: &[Ready<'a>]) -> Option<&'a str> {
        let word = |one: &Ready<'a>| self.last_word(&self.ready_key(one), one.item);
        let own = word(one).filter(|said| !matches!(said.word, Word::Rejected))?;
        let mut frozen = all.iter().filter(|other| freezes(&other.ladder.steps[other.at]));
        let is_frozen = frozen.any(|other| word(other).is_some_and(|o| o.entry.id == own.entry.id));
        is_frozen.then_some(own.entry.id.as_str())
    }

    /// Whether a person has approved a message as it stands, or was asked and has not answered: the
    /// hold.
    pub(crate) fn approval(
        &self,
        group: &[Ready<'a>],
        leading: &Step,
        (shown, total): (&str, i64),
    ) -> Result<bool, String> {
        let keys: Vec<StepKey> = group.iter().map(|one| self.ready_key(one)).collect();
        let said = self.said();
        let of_all = |said: &&Said<'_>| {
            let is_part = group.iter().any(|one| said.names(&one.item.id));
            is_part && keys.iter().all(|key| said.steps.contains(key))
        };
        let just =
            |said: &&Said<'_>| of_all(said) && said.steps.iter().all(|step| keys.contains(step));
        if group.iter().any(|one| freezes(&one.ladder.steps[one.at]))
            && let Some(last) = said.iter().rfind(just)
            && let Word::Proposed { fingerprint } = last.word
            && self.shown_as(fingerprint) == shown
        {
            return Err(format!("awaitingApproval {} undecided {}", leading.id, last.entry.id));
        }
        let mut answers = said.iter().filter(of_all).filter(|said| !said.is_proposed());
        let Some(last) = answers.next_back() else { return Ok(false) };
        let Word::Approved { approval } = last.word else { return Ok(false) };
        let rules = self.doc.approvals.as_ref();
        let days = rules.and_then(|rules| rules.days).unwrap_or(5);
        let is_old =
            self.today > self.day_of(last.entry.occurred_at) + i32::try_from(days).unwrap();
        let was = self.shown_as(&approval.fingerprint);
        let currency = group[0].item.currency;
        let is_lower = rules.and_then(|rules| rules.tolerate) == Some(Tolerated::LowerAmount)
            && frame(was) == frame(shown)
            && approval.currency == currency
            && total <= minor(approval.total, currency);
        Ok(!is_old && (was == shown || is_lower))
    }

    fn shown_as<'t>(&'t self, fingerprint: &'t str) -> &'t str {
        self.shown.get(fingerprint).map_or(fingerprint, String::as_str)
    }

    /// An approval of what the oracle itself shows, in a forecast.
    pub(crate) fn approving(
        &self,
        group: &[Ready<'a>],
        parts: bool,
        (shown, total, currency): (&str, i64, Currency),
    ) -> Approval {
        let mut steps: Vec<StepKey> = group.iter().map(|one| self.ready_key(one)).collect();
        steps.dedup();
        let total: Amount = amount(total, u32::from(currency.minor_units().unwrap()));
        let mut approval = Approval::new(steps, shown, total, currency);
        let takes = |said: &Said<'_>| {
            !said.items.is_empty() && said.steps.iter().any(|step| approval.steps.contains(step))
        };
        if parts || self.said().iter().any(takes) {
            approval.items = group.iter().map(|one| one.item.id.clone()).collect();
        }
        approval
    }

    /// What a person rejected waits until somebody approves it, or until its last day.
    pub(crate) fn rejected(&self, key: &StepKey, item: &Item) -> Option<&'a str> {
        let last = self
            .said()
            .into_iter()
            .rfind(|said| !said.is_proposed() && said.is_of(key, &item.id))?;
        let Event::Rejected { rejection } = &last.entry.event else { return None };
        let holds = rejection.until.is_none_or(|until| self.today <= super::facts::number(until));
        holds.then_some(last.entry.id.as_str())
    }
}

/// Who is written to and how, without the amounts.
fn frame(shown: &str) -> &str {
    shown.split_once(": ").map_or(shown, |(frame, _)| frame)
}
