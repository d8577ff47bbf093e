use crate::model::TimingWhy;
use crate::rules::case::{Answers, Case, Course, Held, Reached};

/// An item takes at most one step a day, and a debtor is left alone for the policy's gap after
/// each contact.
///
/// A further attempt of a step that did not arrive waits for no gap. Whoever takes a step that
/// others have taken before takes no second one.
pub(crate) fn timing(
    case: &Case<'_, '_>,
    course: &Course,
    (is_retry, is_behind): (bool, bool),
    answers: &mut Answers,
) {
    for (why, until) in rests(case, course, is_retry).into_iter().flatten() {
        if is_behind && why == TimingWhy::OneStepPerDay {
            continue;
        }
        answers.hold(Held::Timing { why, until });
        answers.review_on(until);
    }
}

/// The first day on which the item may take a step again, whatever takes it along.
pub(crate) fn rested_on(case: &Case<'_, '_>, course: &Course, is_retry: bool) -> i32 {
    let rests = rests(case, course, is_retry).into_iter().flatten();
    rests.map(|(_, until)| until).max().unwrap_or(i32::MIN)
}

fn rests(case: &Case<'_, '_>, course: &Course, is_retry: bool) -> [Option<(TimingWhy, i32)>; 2] {
    let standing = case.standing;
    // A sending of the future, by a clock that is ahead, counts as one of today.
    let reached_today = course.level.is_some_and(|level| match level.reached {
        Reached::At(micros) => micros >= standing.today_began,
        Reached::On(day) => day >= standing.today,
    });
    let tomorrow = standing.today.saturating_add(1);
    // At least one day, so that a second run of the same day plans nothing more.
    let gap = standing.policy.min_gap_days.max(1);
    let left_alone = standing.last_contact_day.map(|last| last.saturating_add(gap));
    let left_alone = left_alone.filter(|until| standing.today < *until && !is_retry);
    [
        reached_today.then_some((TimingWhy::OneStepPerDay, tomorrow)),
        left_alone.map(|until| (TimingWhy::Gap, until)),
    ]
}
