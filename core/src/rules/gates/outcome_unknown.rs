use crate::model::{Channel, Cover, OutcomeUnknownWhy, StepKey, Subject};
use crate::rules::case::{Answers, Case, Held, NextRung};
use crate::standing::{Delivery, Fact, StepState};

/// A step that was handed over is not planned again until its outcome is known; after a while a
/// person has to find out.
///
/// A call that the ladder has passed over holds nothing any more. `counts` tells which steps are
/// asked about.
#[inline]
pub(crate) fn outcome_unknown(
    case: &Case<'_, '_>,
    ladder: Option<usize>,
    next: Option<NextRung>,
    counts: impl Fn(&Cover) -> bool,
    answers: &mut Answers,
) {
    if case.has(Fact::UNSENT) {
        by_deliveries(case, ladder, next, counts, answers);
    }
}

#[inline(never)]
fn by_deliveries(
    case: &Case<'_, '_>,
    ladder: Option<usize>,
    next: Option<NextRung>,
    counts: impl Fn(&Cover) -> bool,
    answers: &mut Answers,
) {
    let standing = case.standing;
    for fact in case.facts() {
        let Fact::Take { delivery: number, cover } = fact else { continue };
        let Some((delivery, key)) = case.take(number, cover) else { continue };
        if standing.cover(number, cover).is_some_and(|(_, cover)| !counts(cover)) {
            continue;
        }
        // Without a sending the fallback hours play no part.
        // A level of one currency says nothing about what is open in another.
        let currency = case.source.map(|item| item.currency);
        if matches!(&key.subject, Subject::DebtorCurrency { currency: about } if currency != Some(*about))
        {
            continue;
        }
        // What was planned together goes out together.
        let is_own = || {
            standing.rechecked.is_some_and(|own| {
                own.delivery == delivery.id || delivery.planned_at() == Some(own.planned_at)
            })
        };
        if delivery.state(key) != StepState::Queued
            || is_own()
            || is_passed_over(case, delivery, key, ladder, next)
        {
            continue;
        }
        let timeout = standing.policy.queue_timeout_hours;
        let Some(known_by) = delivery.known_by(timeout) else { continue };
        let why = if standing.now.micros() < known_by {
            answers.review_at(known_by);
            OutcomeUnknownWhy::InFlight
        } else {
            OutcomeUnknownWhy::TimedOut
        };
        answers.hold(Held::OutcomeUnknown { delivery: number, why });
    }
}

fn is_passed_over(
    case: &Case<'_, '_>,
    delivery: &Delivery<'_>,
    key: &StepKey,
    ladder: Option<usize>,
    next: Option<NextRung>,
) -> bool {
    if delivery.channel() != Some(Channel::Call) {
        return false;
    }
    let ladder = ladder.and_then(|at| case.standing.policy.ladder_at(at));
    let rung = ladder.and_then(|ladder| ladder.rung(&key.step));
    rung.is_some_and(|rung| next.is_none_or(|next| rung < next.rung))
}
