//! What stands against the step that comes next, once everything else is free.

use super::calls;
use crate::rules::case::{Answers, Case, Course, Held, NextRung};
use crate::rules::ladder;
use crate::rules::notice::still_proposed;

/// What stands against a step that is due.
#[inline(never)]
pub(super) fn due(
    case: &Case<'_, '_>,
    course: &Course,
    next: &NextRung,
    held_from: usize,
    answers: &mut Answers,
) {
    ladder::legal_data(case, course, next, answers);
    ladder::rejected(case, course, next, answers);
    let is_retry = calls::is_retry(case, course, next);
    ladder::timing(case, course, (is_retry, next.is_behind), answers);
    called(case, course, next, answers);
    if answers.held.len() > held_from
        && let Some(ruling) = still_proposed(case, course, next)
    {
        answers.hold(Held::AwaitingApproval { ruling });
    }
}

/// The first day on which the item may go along with others although its own step is not due: never
/// while anything would stand against that step.
pub(super) fn may_join_on(
    case: &Case<'_, '_>,
    course: &Course,
    next: &NextRung,
    answers: &mut Answers,
) -> i32 {
    let (held, whys) = (answers.held.len(), answers.whys.len());
    ladder::legal_data(case, course, next, answers);
    ladder::rejected(case, course, next, answers);
    called(case, course, next, answers);
    let is_held = answers.held.len() > held;
    // Only the day that is to come is told of it.
    answers.held.truncate(held);
    answers.whys.truncate(whys);
    if is_held {
        return i32::MAX;
    }
    ladder::rested_on(case, course, calls::is_retry(case, course, next))
}

#[inline]
fn called(case: &Case<'_, '_>, course: &Course, next: &NextRung, answers: &mut Answers) {
    // Mostly no call was in vain.
    if !case.standing.deliveries.disturbed {
        return;
    }
    if let Some(ladder) = case.standing.policy.ladder_at(course.ladder)
        && let Some(rung) = ladder.rungs.get(next.rung)
    {
        ladder::called(case, ladder, rung, next.occurrence, answers);
    }
}
