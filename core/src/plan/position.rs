//! Where an item stands on its ladder, for whoever records something about it.

use super::run::Asked;
use super::{compose, instalment_day, judge, judge_all, same_steps, survey};
use crate::calendar::{Day, Moment};
use crate::model::{Account, Action, Item, NextStep, StepKey, Subject};
use crate::policy::{Ladder, Policy};
use crate::rules::case::{Answers, Case, Course, Verdict};
use crate::rules::ladder;
use crate::standing::{Fact, Standing, item_of};
use crate::text::Str;

/// The day on which a step is due as things stand: of an item's next step, or of a later one that
/// is counted from the due day. A step of a shared level has the same day for each item.
pub(crate) fn due_day(standing: &Standing<'_>, key: &StepKey) -> Option<i32> {
    if let Subject::Instalment { .. } = &key.subject {
        return instalment_day(standing, key);
    }
    let survey = survey(standing);
    let cases = (0..standing.items.len()).filter_map(|at| Case::new(standing, &survey, at));
    cases.filter_map(|case| due_day_of(&case, key)).next()
}

fn due_day_of(case: &Case<'_, '_>, key: &StepKey) -> Option<i32> {
    let standing = case.standing;
    let item = case.source?;
    if item_of(key).is_some_and(|wanted| item.id != *wanted) {
        return None;
    }
    let mut answers = Answers::default();
    let verdict = judge(case, &mut answers);
    let course = Course { ladder: verdict.ladder?, level: None };
    let ladder = standing.policy.ladder_at(course.ladder)?;
    if ladder.id != key.scenario || !ladder.is_about(&key.subject, &item.id, item.currency) {
        return None;
    }
    let number = ladder.rung(&key.step)?;
    if let Some(next) = verdict.next.filter(|next| next.rung == number) {
        return Some(next.due);
    }
    ladder.rungs.get(number).filter(|rung| !rung.follows())?;
    let shift = ladder::shift(case, ladder, number);
    Some(ladder::step(case, &course, number, None, shift).ok()?.day)
}

/// The ladder that an item follows as things stand.
pub(crate) fn ladder_of(standing: &Standing<'_>, at: usize) -> Option<usize> {
    let survey = survey(standing);
    let case = Case::new(standing, &survey, at)?;
    Some(ladder::scenario(&case, &mut Answers::default())?.ladder)
}

/// The step that an item has reached, and when.
///
/// # Errors
///
/// The policy does not hold what the item follows, so nobody can tell.
pub(crate) fn reached_step(
    standing: &Standing<'_>,
    at: usize,
) -> Result<Option<(Str, i32)>, StepUnknown> {
    let survey = survey(standing);
    let Some(case) = Case::new(standing, &survey, at) else { return Ok(None) };
    let Some(course) = ladder::scenario(&case, &mut Answers::default()) else {
        let has_begun = case.has(Fact::TAKE | Fact::IMPORT | Fact::LEVEL);
        return if has_begun { Err(StepUnknown) } else { Ok(None) };
    };
    let rungs = standing.policy.ladder_at(course.ladder).map(|ladder| &ladder.rungs);
    let reached = course.level.and_then(|level| Some((rungs?.get(level.rung)?, level)));
    Ok(reached.map(|(rung, level)| (rung.id.clone(), level.reached.day(standing))))
}

/// The policy does not hold the step that an item has reached.
#[derive(Debug)]
pub(crate) struct StepUnknown;

/// The action that would be planned now for the same steps.
///
/// A proposal that the item waits for stands in nobody's way here.
pub(crate) fn planned_like(standing: &Standing<'_>, action: &Action) -> Option<Action> {
    let mut answers = Answers::with_room(standing.items.len());
    let verdicts = judge_all(standing, &mut answers);
    let composed = compose(standing, &verdicts, &Asked::Like(action));
    let is_same = |planned: &Action| {
        let steps: Vec<_> = planned.covers.iter().map(|cover| cover.key.clone()).collect();
        same_steps(&steps, action) && is_same_part(planned, action)
    };
    composed.actions.into_iter().chain(composed.proposed).find(is_same)
}

/// What was laid before a person and waits for the answer, as it would go out.
pub(crate) fn proposed(account: &Account, policy: &Policy, now: Moment) -> Vec<Action> {
    let standing = Standing::new(account, policy, now, None);
    let mut answers = Answers::with_room(account.items.len());
    let verdicts = judge_all(&standing, &mut answers);
    compose(&standing, &verdicts, &Asked::All).proposed
}

/// Several actions may carry out one step that items share: each has its own.
fn is_same_part(planned: &Action, action: &Action) -> bool {
    let is_part = planned.covers.iter().any(|cover| !cover.without.is_empty());
    let has = |item: &Str| action.lines.iter().any(|line| line.item == *item);
    !is_part || planned.lines.iter().any(|line| has(&line.item))
}

/// The step that comes next, and its day.
pub(super) fn next_step(ladder: &Ladder, item: &Item, verdict: &Verdict) -> Option<NextStep> {
    let next = verdict.next?;
    let key = StepKey {
        subject: ladder.subject(&item.id, item.currency),
        scenario: ladder.id.clone(),
        step: ladder.rungs.get(next.rung)?.id.clone(),
        occurrence: next.occurrence,
    };
    Some(NextStep { key, due_on: Day::of(next.due) })
}

/// The step reached.
pub(super) fn level(ladder: &Ladder, verdict: &Verdict) -> Option<Str> {
    ladder.rungs.get(verdict.level?).map(|rung| rung.id.clone())
}
