//! Calls whose outcome did not come.

use super::Case;
use crate::calendar::Moment;
use crate::model::CalledWhy;
use crate::policy::Ladder;
use crate::rules::case::{Answers, Course, NextRung};
use crate::rules::course::{occurrence, takes};
use crate::standing::{Fact, StepState, attempts, pending_since};

/// The first day on which a call of the step was handed over, if none has reached the debtor.
#[inline]
pub(super) fn handed_over(case: &Case<'_, '_>, ladder: &Ladder, number: usize) -> Option<i32> {
    // Most accounts have no calls.
    let has_calls = case.standing.deliveries.has_calls && case.has(Fact::TAKE);
    if has_calls { first_handed_over(case, ladder, number) } else { None }
}

#[cold]
fn first_handed_over(case: &Case<'_, '_>, ladder: &Ladder, number: usize) -> Option<i32> {
    let standing = case.standing;
    let rung = ladder.rungs.get(number)?;
    let step = (rung.id.as_str(), occurrence(case, ladder, number));
    pending_since(standing, takes(case, ladder, step))
}

/// The day on which a call counts as taken that was handed over and has not reached the debtor;
/// none as long as the ladder stays with it.
///
/// Later steps do not wait for a call, unless the policy says so, and then not for ever: the one
/// after it is taken once it is due and its gap is over. A call that the debtor asked for comes
/// before it.
///
/// `due_after` tells the day of the step after it, if this one counts as taken on a day.
#[inline]
pub(super) fn passed_over(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    number: usize,
    due_after: impl Fn(usize, i32) -> Option<i32>,
    answers: &mut Answers,
) -> Option<i32> {
    let since = handed_over(case, ladder, number)?;
    let standing = case.standing;
    let rung = ladder.rungs.get(number)?;
    let step = (rung.id.as_str(), occurrence(case, ladder, number));
    let after = number.saturating_add(1);
    let due = due_after(after, since)?;
    let waits = rung.call.wait_days.map_or(0, |days| days.saturating_add(1));
    let gap = standing.policy.min_gap_days.max(1);
    let rested = standing.last_contact_day.map_or(i32::MIN, |last| last.saturating_add(gap));
    // What the debtor asked for comes first.
    let asked = attempts(standing, takes(case, ladder, step), rung.call)
        .filter(|again| again.why == CalledWhy::CallBack)
        .map(|again| standing.zone.day_of(Moment::of(again.not_before)).saturating_add(1));
    let from = due.max(since.saturating_add(waits.max(1))).max(rested);
    let from = asked.map_or(from, |asked| asked.max(from));
    if from <= standing.today {
        return Some(since);
    }
    answers.review_on(from);
    None
}

/// True if a delivery of the step has failed, or a call reached nobody: the next one is a further
/// attempt.
pub(super) fn is_retry(case: &Case<'_, '_>, course: &Course, next: &NextRung) -> bool {
    if !case.standing.deliveries.disturbed {
        return false;
    }
    let Some(ladder) = case.standing.policy.ladder_at(course.ladder) else { return false };
    let Some(rung) = ladder.rungs.get(next.rung) else { return false };
    takes(case, ladder, (&rung.id, next.occurrence))
        .any(|(_, one, key)| matches!(one.state(key), StepState::Failed | StepState::Missed))
}
