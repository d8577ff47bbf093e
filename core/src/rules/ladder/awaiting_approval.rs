use crate::model::ApprovalWhy;
use crate::rules::case::{Answers, Case, Course, Held, NextRung};
use crate::rules::course::latest_ruling;
use crate::standing::{Fact, Ruling};

/// A step that was proposed waits until somebody decides, where the policy says so; else it is
/// proposed afresh at each run.
pub(crate) fn awaiting_approval(
    case: &Case<'_, '_>,
    course: &Course,
    next: &NextRung,
    answers: &mut Answers,
) {
    if !case.has(Fact::RULING) {
        return;
    }
    let Some(ladder) = case.standing.policy.ladder_at(course.ladder) else { return };
    let Some((number, latest)) = latest_ruling(case, course, next) else { return };
    let freezes = |step: &str| {
        let rung = ladder.rung(step).and_then(|at| ladder.rungs.get(at));
        rung.is_some_and(|rung| rung.needs_approval && rung.freezes)
    };
    let waits = latest.steps().iter().any(|key| freezes(&key.step));
    if waits && matches!(latest.ruling, Ruling::Proposed(_)) {
        answers.hold(Held::AwaitingApproval { ruling: number, why: ApprovalWhy::Undecided });
    }
}
