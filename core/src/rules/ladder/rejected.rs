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
    let Some((number, latest)) = latest_ruling(case, course, next) else { return };
    let Ruling::Rejected(rejection) = latest.ruling else { return };
    let until = rejection.until.map_or(i32::MAX, crate::calendar::Day::number);
    if until < case.standing.today {
        return;
    }
    answers.hold(Held::Rejected { ruling: number });
    if until < i32::MAX {
        answers.review_on(until.saturating_add(1));
    }
}
