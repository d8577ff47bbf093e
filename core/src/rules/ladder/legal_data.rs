use crate::rules::case::{Answers, Case, Course, Held, NextRung};

/// A step that is a notice by law waits as long as its legal data is missing: the library does not
/// know the notice, or the step does not name the costs that the notice has to name.
pub(crate) fn legal_data(
    case: &Case<'_, '_>,
    course: &Course,
    next: &NextRung,
    answers: &mut Answers,
) {
    let ladder = case.standing.policy.ladder_at(course.ladder);
    let Some(rung) = ladder.and_then(|ladder| ladder.rungs.get(next.rung)) else { return };
    if rung.legal_notice.is_none() {
        return;
    }
    let names_costs = |schedule| rung.notice.is_some_and(|notice| notice.is_about(schedule));
    let is_whole = rung.notice.is_some_and(|notice| {
        !notice.names_costs || rung.schedule.as_deref().is_some_and(names_costs)
    });
    if !is_whole {
        answers.hold(Held::LegalData);
    }
}
