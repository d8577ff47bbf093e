use crate::model::StepKey;
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
    // Where too little is due, a lower step may be taken instead: a person may have seen that one.
    let concerns = |key: &StepKey| {
        let rung = ladder.rung(&key.step);
        let is_lower = rung.is_some_and(|rung| (next.lowest..next.rung).contains(&rung));
        is_lower || (rung == Some(next.rung) && key.occurrence == next.occurrence)
    };
    let Some((number, latest)) = latest_ruling(case, ladder, concerns) else { return };
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
