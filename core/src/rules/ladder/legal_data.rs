use crate::rules::case::{Answers, Case, Course, Held, NextRung};

/// A step that is a notice by law waits as long as the legal data for it is missing: what it must
/// say, the term it gives, what may be claimed.
pub(crate) fn legal_data(
    case: &Case<'_, '_>,
    course: &Course,
    next: &NextRung,
    answers: &mut Answers,
) {
    let ladder = case.standing.policy.ladder_at(course.ladder);
    let rung = ladder.and_then(|ladder| ladder.rungs.get(next.rung));
    // No notice has its data yet.
    if rung.is_some_and(|rung| rung.legal_notice.is_some()) {
        answers.hold(Held::LegalData);
    }
}
