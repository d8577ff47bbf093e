use crate::model::StepKey;
use crate::policy::Ladder;
use crate::rules::case::{Answers, Case, Course, Held, NextRung};
use crate::rules::course::latest_ruling;
use crate::standing::{Fact, Ruling};

/// A step that a person rejected waits until the last day of the rejection, or until somebody
/// approves it.
pub(crate) fn rejected(
    case: &Case<'_, '_>,
    course: &Course,
    next: &NextRung,
    answers: &mut Answers,
) {
    if !case.has(Fact::RULING) {
        return;
    }
    let Some(ladder) = case.standing.policy.ladder_at(course.ladder) else { return };
    if let Some(number) = rejection(case, ladder, (next.rung, next.occurrence), answers) {
        answers.hold(Held::Rejected { ruling: number });
    }
}

/// The rejection of a step that is in force; the answer can change when it ends.
pub(crate) fn rejection(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    (rung, occurrence): (usize, u32),
    answers: &mut Answers,
) -> Option<u32> {
    let is_it =
        |key: &StepKey| ladder.rung(&key.step) == Some(rung) && key.occurrence == occurrence;
    let (number, latest) = latest_ruling(case, ladder, is_it)?;
    let Ruling::Rejected(rejection) = latest.ruling else { return None };
    let until = rejection.until.map_or(i32::MAX, crate::calendar::Day::number);
    if until < case.standing.today {
        return None;
    }
    if until < i32::MAX {
        answers.review_on(until.saturating_add(1));
    }
    Some(number)
}
