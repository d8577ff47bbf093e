use crate::model::OutcomeUnknownWhy;
use crate::rules::case::{Answers, Case, Held};
use crate::standing::{Fact, StepState};

/// A step that was handed over is not planned again until its outcome is known; after a while a
/// person has to find out.
pub(crate) fn outcome_unknown(case: &Case<'_, '_>, answers: &mut Answers) {
    if !case.has(Fact::TAKE) {
        return;
    }
    let standing = case.standing;
    for fact in case.facts() {
        let Fact::Take { delivery: number, cover } = fact else { continue };
        let Some(delivery) =
            usize::try_from(number).ok().and_then(|at| standing.deliveries.all().get(at))
        else {
            continue;
        };
        let own = standing.rechecked.is_some_and(|own| own.delivery == delivery.id);
        let cover = usize::try_from(cover).ok().and_then(|at| delivery.covers.get(at));
        // Without a sending the fallback hours play no part.
        let queued = cover.is_some_and(|cover| delivery.state(&cover.key, 0) == StepState::Queued);
        let (false, true, Some(queued_at)) = (own, queued, delivery.queued_at) else { continue };
        let timeout = i64::from(standing.policy.queue_timeout_hours).saturating_mul(3_600_000_000);
        let known_by = queued_at.saturating_add(timeout);
        let why = if standing.now.micros() < known_by {
            answers.review_at(known_by);
            OutcomeUnknownWhy::InFlight
        } else {
            OutcomeUnknownWhy::TimedOut
        };
        answers.hold(Held::OutcomeUnknown { delivery: number, why });
    }
}
