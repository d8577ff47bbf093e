use crate::calendar::Moment;
use crate::model::CalledWhy;
use crate::policy::{Ladder, Rung};
use crate::rules::case::{Answers, Case, Held, Why};
use crate::rules::course::takes;
use crate::standing::{Fact, attempts};

/// A call that did not reach the debtor is tried again: not before the hours between two attempts
/// are over or the time has come that the debtor asked for, and not too often on one day.
///
/// On the day itself the attempt is planned, not to be made before its time.
pub(crate) fn called(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    rung: &Rung,
    occurrence: u32,
    answers: &mut Answers,
) {
    let standing = case.standing;
    if !standing.deliveries.disturbed || !case.has(Fact::TAKE) {
        return;
    }
    let takes = takes(case, ladder, (&rung.id, occurrence));
    let Some(attempts) = attempts(standing, takes, rung.call) else { return };
    let (delivery, attempts, again) = (attempts.last, attempts.count, attempts);
    let day = standing.zone.day_of(Moment::of(again.not_before));
    let is_full = again.today >= rung.call.max_per_day;
    let tomorrow = standing.today.saturating_add(1);
    let (why, until) = if day > standing.today {
        (again.why, day)
    } else if is_full {
        (CalledWhy::PerDay, tomorrow)
    } else {
        return answers.why(Why::Called { delivery, attempts });
    };
    answers.hold(Held::Called { why, delivery, attempts, until });
    answers.review_on(until);
}
