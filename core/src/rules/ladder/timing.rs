use crate::model::TimingWhy;
use crate::rules::case::{Answers, Case, Course, Held, Reached};

/// An item takes at most one step a day, and a debtor is left alone for the policy's gap after
/// each contact.
///
/// A further attempt of a step that did not arrive waits for no gap.
pub(crate) fn timing(case: &Case<'_, '_>, course: &Course, is_retry: bool, answers: &mut Answers) {
    let standing = case.standing;
    // A sending of the future, by a clock that is ahead, counts as one of today.
    let reached_today = course.level.is_some_and(|level| match level.reached {
        Reached::At(micros) => micros >= standing.today_began,
        Reached::On(day) => day >= standing.today,
    });
    if reached_today {
        let until = standing.today.saturating_add(1);
        answers.hold(Held::Timing { why: TimingWhy::OneStepPerDay, until });
        answers.review_on(until);
    }
    if let Some(last) = standing.last_contact_day
        && !is_retry
    {
        // At least one day, so that a second run of the same day plans nothing more.
        let until = last.saturating_add(standing.policy.min_gap_days.max(1));
        if standing.today < until {
            answers.hold(Held::Timing { why: TimingWhy::Gap, until });
            answers.review_on(until);
        }
    }
}
