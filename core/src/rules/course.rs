//! Where an item stands on its ladder: the ground that several rules stand on.

use super::case::{Case, Level, Reached};
use super::times::times_taken;
use crate::model::{
    Anchor, BlockScope, Deadline, LevelImport, OnRelease, PromiseOutcome, ScenarioWhy, StepKey,
    Subject,
};
use crate::policy::{Ladder, OnReversal, Rung};
use crate::standing::{
    Delivery, Fact, Promise, PromiseState, RulingFacts, Standing, StepState, Taken,
};

/// Where an item stands on its ladder: the highest step that was sent, or taken over from
/// another system, since somebody last set its level by hand; or else that level.
///
/// A level that items share begins anew as the scenario says.
pub(crate) fn level(case: &Case<'_, '_>, number: usize) -> Result<Option<Level>, ScenarioWhy> {
    let Some(ladder) = case.standing.policy.ladder_at(number) else { return Ok(None) };
    if ladder.is_shared() {
        return case.survey.level(case, number);
    }
    let mut highest: Option<Level> = None;
    let set = case.has(Fact::LEVEL).then(|| case.standing.level_set(case.at)).flatten();
    // What was sent before somebody set the level is no part of it.
    let since = set.map_or(i64::MIN, |set| set.at);
    if let Some(level) = set.map(|set| set.level)
        && let Some(step) = &level.step
    {
        let rung = ladder.rung(step).ok_or(ScenarioWhy::StepMissing)?;
        let reached = Reached::On(level.reached_on.number());
        highest = Some(Level { rung, reached, occurrence: 0, delivery: None });
    }
    if case.has(Fact::TAKE | Fact::IMPORT) {
        for fact in case.own {
            let found = match *fact {
                Fact::Take { delivery, cover } => taken(case, ladder, (delivery, cover), since)?,
                Fact::Import(import) => imported(case, ladder, import, since)?,
                _ => continue,
            };
            highest = match highest {
                None => found,
                known => higher(case.standing, known, found),
            };
        }
    }
    Ok(highest)
}

fn taken(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    (delivery_number, cover): (u32, u32),
    since: i64,
) -> Result<Option<Level>, ScenarioWhy> {
    let Some((delivery, key)) = case.standing.take(delivery_number, cover) else { return Ok(None) };
    // What an item has of its own is filed under it.
    if !matches!(key.subject, Subject::Item { .. }) {
        return Ok(None);
    }
    let rung = ladder.rung(&key.step);
    let state = delivery.state(key);
    let (StepState::Reached, Some(sent_at)) = (state, delivery.sent_at()) else { return Ok(None) };
    if sent_at <= since || !counts(case, ladder, delivery) {
        return Ok(None);
    }
    Ok(Some(Level {
        rung: rung.ok_or(ScenarioWhy::StepMissing)?,
        reached: Reached::At(sent_at),
        occurrence: key.occurrence,
        delivery: Some(delivery_number),
    }))
}

/// True if a step is one of this item's ladder: of the item itself, or of what it shares.
pub(crate) fn is_about(case: &Case<'_, '_>, ladder: &Ladder, key: &StepKey) -> bool {
    let Some(item) = case.source else { return false };
    ladder.is_about(&key.subject, &item.id, item.currency)
        && (!ladder.is_shared() || key.scenario == ladder.id)
}

/// The deliveries of one step of this item's ladder, for this item.
pub(crate) fn takes<'s, 'a>(
    case: &Case<'s, 'a>,
    ladder: &'s Ladder,
    (step, occurrence): (&'s str, u32),
) -> impl Iterator<Item = Taken<'s, 'a>> {
    case.facts().filter_map(move |fact| {
        let Fact::Take { delivery: number, cover } = fact else { return None };
        let (delivery, key) = case.take(number, cover)?;
        let is_it = key.step == step && key.occurrence == occurrence;
        (is_it && is_about(case, ladder, key)).then_some((number, delivery, key))
    })
}

/// False for a sending before the item was settled, where it starts over after a reversal.
fn counts(case: &Case<'_, '_>, ladder: &Ladder, sent: &Delivery<'_>) -> bool {
    if ladder.on_reversal == OnReversal::ResumeLevel || case.item.reopened_on == i32::MIN {
        return true;
    }
    let at = sent.sent_at().map(crate::calendar::Moment::of);
    at.is_some_and(|at| case.standing.zone.day_of(at) >= case.item.reopened_on)
}

fn imported(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    number: u32,
    since: i64,
) -> Result<Option<Level>, ScenarioWhy> {
    let import = usize::try_from(number).ok().and_then(|at| case.standing.imports.get(at));
    let later = import.filter(|import| import.entry.occurred_at.micros() > since);
    let Some(level) = later.map(|import| import.level) else { return Ok(None) };
    let on = level.reached_on.number();
    let is_it = |one: &LevelImport| one.item == level.item && one.step == level.step;
    Ok(Some(Level {
        rung: ladder.rung(&level.step).ok_or(ScenarioWhy::StepMissing)?,
        reached: Reached::On(on),
        occurrence: case.standing.times_imported(on, is_it),
        delivery: None,
    }))
}

/// The higher rung; of one rung the later occurrence; of one occurrence the first sending.
pub(super) fn higher(
    standing: &Standing<'_>,
    known: Option<Level>,
    found: Option<Level>,
) -> Option<Level> {
    let (Some(one), Some(other)) = (known, found) else { return known.or(found) };
    let rank = |level: &Level| (level.rung, level.occurrence);
    let is_earlier = match (one.reached, other.reached) {
        (Reached::At(one), Reached::At(other)) => other < one,
        // Of one day it is the one that is known best.
        (Reached::On(one), Reached::At(_)) => other.reached.day(standing) <= one,
        (_, Reached::On(other)) => other < one.reached.day(standing),
    };
    let takes_over = rank(&other) > rank(&one) || (rank(&other) == rank(&one) && is_earlier);
    Some(if takes_over { other } else { one })
}

/// How often a step will have been taken with the next time: more than once only if it repeats,
/// or if the level was set back, fell or began anew.
pub(crate) fn occurrence(case: &Case<'_, '_>, ladder: &Ladder, number: usize) -> u32 {
    if ladder.may_repeat || case.has(Fact::LEVEL) { next_time(case, ladder, number) } else { 1 }
}

#[inline(never)]
fn next_time(case: &Case<'_, '_>, ladder: &Ladder, number: usize) -> u32 {
    let taken = case.source.zip(ladder.rungs.get(number)).map_or(0, |(item, rung)| {
        times_taken(case.standing, ladder, (item, &rung.id), case.facts())
    });
    taken.saturating_add(1)
}

/// The day that a step counted from the one before it begins with: when that was sent, or the
/// last day for payment that it gave.
pub(crate) fn previous_day(case: &Case<'_, '_>, rung: &Rung, level: &Level) -> i32 {
    let sent_on = level.reached.day(case.standing);
    if rung.anchor != Anchor::PreviousDeadline {
        return sent_on;
    }
    let delivery = level.delivery.and_then(|number| usize::try_from(number).ok());
    let delivery = delivery.and_then(|at| case.standing.deliveries.all().get(at));
    match delivery.and_then(|delivery| delivery.deadline()) {
        Some(Deadline::On { date }) => date.number(),
        Some(Deadline::RelativeToReceipt { days }) => {
            let ends = delivery.and_then(|delivery| case.standing.notice_ends(delivery));
            ends.unwrap_or(sent_on.saturating_add(i32::try_from(*days).unwrap_or(i32::MAX)))
        }
        None => sent_on,
    }
}

/// What was said last of one of these steps of this item.
pub(crate) fn latest_ruling<'s, 'a>(
    case: &Case<'s, 'a>,
    ladder: &Ladder,
    wanted: impl Fn(&StepKey) -> bool,
) -> Option<(u32, &'s RulingFacts<'a>)> {
    let standing = case.standing;
    let rulings = case.facts().filter_map(|fact| {
        let Fact::Ruling(number) = fact else { return None };
        let ruling = standing.acts.rulings.get(usize::try_from(number).ok()?)?;
        let is_own = case.source.is_some_and(|item| ruling.is_about(&item.id));
        let concerns = ruling
            .steps()
            .iter()
            .any(|key| wanted(key) && key.scenario == ladder.id && is_about(case, ladder, key));
        (is_own && concerns).then_some((number, ruling))
    });
    rulings.last()
}

/// The version that a level which items share was set under last by hand, or else first sent or
/// taken over under.
pub(crate) fn bound_version(case: &Case<'_, '_>, number: usize) -> Option<usize> {
    let standing = case.standing;
    let ladder = standing.policy.ladder_at(number)?;
    if !ladder.is_shared() {
        return None;
    }
    let mut by_hand = standing.acts.levels.iter().rev();
    if let Some(set) = by_hand.find(|set| !set.moved && set.level.scenario == ladder.id) {
        return standing.policy.ladder(&ladder.id, Some(set.level.scenario_version));
    }
    let imports = standing.imports.iter().filter(|one| one.level.scenario == ladder.id);
    let imports = imports.map(|one| (one.entry.occurred_at.micros(), one.level.scenario_version));
    let takes = standing.shared.iter().filter_map(|fact| {
        let Fact::Take { delivery, cover } = *fact else { return None };
        let (delivery, key) = standing.take(delivery, cover)?;
        let version = delivery.covers().iter().find(|cover| cover.key == *key)?.scenario_version;
        let at = delivery.begun_at()?;
        (is_about(case, ladder, key)).then_some((at, version))
    });
    standing.policy.ladder(&ladder.id, Some(takes.chain(imports).min()?.1))
}

impl<'s, 'a> Case<'s, 'a> {
    /// A step that a delivery carries out for this item, by the numbers of a fact.
    pub(crate) fn take(
        &self,
        delivery: u32,
        cover: u32,
    ) -> Option<(&'s Delivery<'a>, &'a StepKey)> {
        match self.source {
            Some(item) => self.standing.take_of(&item.id, (delivery, cover)),
            None => self.standing.take(delivery, cover),
        }
    }

    /// The promise about the item that counts, with its number and that of the item's part.
    pub(crate) fn newest_promise(&self) -> Option<(u32, u32, &'s Promise<'a>)> {
        if !self.has(Fact::PROMISE) {
            return None;
        }
        let all = self.facts().filter_map(|fact| match fact {
            Fact::Promise { promise, part } => Some((promise, part)),
            _ => None,
        });
        let (number, part) = all.last()?;
        let promise = self.standing.promises.get(usize::try_from(number).ok()?)?;
        Some((number, part, promise))
    }

    /// Days after an anchor that were blocked, by blocks that move the steps to come. A block
    /// counts from its first day, with all its days if its end is known.
    pub(crate) fn blocked_days(&self, anchor: i32) -> i32 {
        if self.has(Fact::BLOCK) { self.days_of_blocks(anchor) } else { 0 }
    }

    #[inline(never)]
    fn days_of_blocks(&self, anchor: i32) -> i32 {
        let (mut days, mut counted) = (0_i32, anchor);
        // Blocks may overlap: each day counts once, so the earliest is taken next.
        loop {
            let later = self.facts().filter_map(|fact| self.moving_block(fact, counted));
            let Some((first, last)) = later.min() else { return days };
            days = days.saturating_add(last.saturating_sub(first)).saturating_add(1);
            counted = last;
        }
    }

    /// The days of a block after a day, if it moves the steps to come.
    fn moving_block(&self, fact: Fact, after: i32) -> Option<(i32, i32)> {
        let Fact::Block(number) = fact else { return None };
        let block = self.standing.blocks.get(usize::try_from(number).ok()?)?;
        let moves = block.block.on_release == Some(OnRelease::ShiftByBlockedDays)
            && matches!(block.block.scope, BlockScope::Debtor {} | BlockScope::Item { .. });
        let first = block.begins.max(after.saturating_add(1));
        let is_known = block.begins <= self.standing.today && block.ended < i32::MAX;
        (moves && is_known && first <= block.ended).then_some((first, block.ended))
    }

    /// The step that is due at once because the newest promise was broken, and since when.
    pub(crate) fn broken_step(&self) -> Option<(&'s str, i32)> {
        let step = self.standing.policy.promise_broken_step.as_deref()?;
        let (_, _, promise) = self.newest_promise()?;
        let is_broken = promise.state == PromiseState::Over(PromiseOutcome::Broken);
        is_broken.then_some((step, promise.until.saturating_add(1)))
    }
}
