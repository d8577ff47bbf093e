//! Asked immediately before sending.

use crate::calendar::Moment;
use crate::model::{
    Account, Action, Cover, Hold, NothingOwedWhy, OutcomeUnknownWhy, Recheck, StepKey, StepWhy,
    Subject, TimingWhy,
};
use crate::plan::{Asked, Composed, compose, holds_of, instalments, judge_all, move_hour, timed};
use crate::policy::Policy;
use crate::rules::case::{Answers, Verdict};
use crate::rules::notice::approved;
use crate::standing::{Rechecked, Standing, StepState, item_of};
use crate::text::Str;

/// Asks every gate again for a queued action, immediately before it is sent.
///
/// A payment, block or dispute that came in since it was planned changes or withdraws it; so does
/// an address that changed. Outside the hours of contact only the hour moves later, as long as the
/// action may still be sent then. An action that was not queued, or was sent or cancelled already,
/// is withdrawn. It never fails.
///
/// What `Changed` drops is recorded as cancelled by `record` when the changed action is reported
/// as sent.
#[must_use]
pub fn recheck(account: &Account, policy: &Policy, action: &Action, now: Moment) -> Recheck {
    let rechecked = Rechecked {
        delivery: &action.delivery,
        planned_at: action.planned_at,
        not_before: action.not_before,
    };
    let standing = Standing::new(account, policy, now, Some(rechecked));
    let out_of_time = outcome(&standing, action).into_iter().chain(untimely(action, now));
    let holds: Vec<Hold> = out_of_time.collect();
    if !holds.is_empty() {
        return Recheck::Withdrawn { holds };
    }
    if action.covers.iter().any(|cover| matches!(cover.key.subject, Subject::Instalment { .. })) {
        return of_instalments(&standing, action);
    }
    let mut answers = Answers::with_room(account.items.len());
    let verdicts = judge_all(&standing, &mut answers);
    let mut composed = compose(&standing, &verdicts, &Asked::Only(action));
    match composed.actions.pop() {
        Some(fresh) => compared(&standing, fresh, action),
        None => Recheck::Withdrawn {
            holds: withdrawn(&standing, &answers, &verdicts, &composed, action),
        },
    }
}

/// The reminder of an instalment goes on its own, whatever holds the items.
fn of_instalments(standing: &Standing<'_>, action: &Action) -> Recheck {
    let queued = standing.deliveries.find(&action.delivery);
    let wanted = |key: &StepKey| {
        action.covers.iter().any(|cover| cover.key == *key)
            && queued.is_some_and(|queued| queued.state(key) == StepState::Queued)
    };
    let fresh = instalments(standing, wanted, &[]);
    if let Some(fresh) = fresh.actions.into_iter().next() {
        return compared(standing, fresh, action);
    }
    let mut holds: Vec<Hold> = Vec::new();
    for hold in fresh.holds {
        if !holds.contains(&hold) {
            holds.push(hold);
        }
    }
    if holds.is_empty() {
        // It was paid, another reminder is due by now, or the arrangement is over.
        let on = crate::calendar::Day::of(standing.today);
        holds.push(Hold::Step { why: StepWhy::Another, on, step: None });
    }
    Recheck::Withdrawn { holds }
}

/// The action as it should be now, beside the one that was planned.
fn compared(standing: &Standing<'_>, mut fresh: Action, action: &Action) -> Recheck {
    fresh.delivery.clone_from(&action.delivery);
    for cover in &mut fresh.covers {
        // Who takes the step otherwise was settled when it was planned.
        if let Some(planned) = action.covers.iter().find(|planned| planned.key == cover.key) {
            cover.without.clone_from(&planned.without);
        }
    }
    fresh.attempt = action.attempt;
    fresh.planned_at = action.planned_at;
    fresh.not_before = action.not_before;
    fresh.expires_at = action.expires_at;
    let timed = timed(standing, &fresh, standing.now);
    if timed.at > action.expires_at {
        let (step, at, moved_by) = (fresh.step, timed.at, timed.moved_by);
        return Recheck::Withdrawn { holds: vec![Hold::Window { step, at, moved_by }] };
    }
    if timed.at > standing.now {
        move_hour(standing, &mut fresh, timed.at);
    }
    if let Some(fingerprint) = fresh.fingerprint.as_deref()
        && let Err((why, entry)) = approved(standing, &fresh, fingerprint)
    {
        let step = fresh.step.clone();
        return Recheck::Withdrawn { holds: vec![Hold::AwaitingApproval { step, why, entry }] };
    }
    if fresh == *action { Recheck::Go {} } else { Recheck::Changed { action: fresh } }
}

/// What became of the delivery, if it is not waiting to be sent.
fn outcome(standing: &Standing<'_>, action: &Action) -> Option<Hold> {
    let known = standing.deliveries.find(&action.delivery);
    let state = |cover: &Cover| known.map(|known| known.state(&cover.key));
    let why = if known.is_some_and(|known| known.sent_at().is_some()) {
        OutcomeUnknownWhy::AlreadySent
    } else if action.covers.iter().any(|cover| state(cover) == Some(StepState::Queued))
        && known.is_some_and(|known| known.queued_at().is_some())
    {
        return None;
    } else {
        OutcomeUnknownWhy::NotQueued
    };
    let queued_at = known.and_then(|known| known.queued_at()).map_or(action.planned_at, Moment::of);
    Some(Hold::OutcomeUnknown { delivery: action.delivery.clone(), why, queued_at })
}

fn untimely(action: &Action, now: Moment) -> Option<Hold> {
    if now < action.not_before {
        Some(Hold::Timing { why: TimingWhy::TooEarly, until: action.not_before })
    } else if now > action.expires_at {
        Some(Hold::Timing { why: TimingWhy::Expired, until: action.expires_at })
    } else {
        None
    }
}

fn withdrawn(
    standing: &Standing<'_>,
    answers: &Answers,
    verdicts: &[Verdict],
    composed: &Composed,
    action: &Action,
) -> Vec<Hold> {
    let mut holds: Vec<Hold> = Vec::new();
    let items = &standing.account.items;
    // A step that items share is that of each line.
    let of_cover = |cover: &Cover| match item_of(&cover.key) {
        Some(item) => vec![Str::from(item)],
        None => {
            let own = action.lines.iter().filter(|line| line.step == cover.key.step);
            own.map(|line| line.item.clone()).collect()
        }
    };
    for item in action.covers.iter().flat_map(of_cover) {
        let at = items.iter().position(|known| known.id == item);
        let Some((at, verdict)) = at.and_then(|at| Some((at, verdicts.get(at)?))) else {
            // What the ledger does not hold any more is settled or withdrawn.
            holds.push(Hold::NothingOwed { why: NothingOwedWhy::Settled });
            continue;
        };
        let mut own = holds_of(standing, answers, at, verdict);
        own.extend(composed.hold_of(at).cloned());
        if own.is_empty() {
            let on = crate::calendar::Day::of(verdict.next.map_or(standing.today, |next| next.due));
            own.push(Hold::Step { why: StepWhy::Another, on, step: None });
        }
        holds.extend(own);
    }
    let mut told: Vec<Hold> = Vec::with_capacity(holds.len());
    for hold in holds {
        if !told.contains(&hold) {
            told.push(hold);
        }
    }
    told
}
