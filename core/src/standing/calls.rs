//! What came of calls: which count as reached, and when the next attempt may be made.

use rustc_hash::FxHashMap;

use super::Standing;
use super::deliveries::{is_without, item_of};
use super::delivery::{Delivery, StepState};
use crate::calendar::Moment;
use crate::model::{CallAnswer, CallOutcome, CalledWhy, Channel, Cover, StepKey};
use crate::policy::{CallTerms, Policy};
use crate::text::Str;

/// The outcome of a call.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    pub(crate) at: i64,
    pub(crate) entry: &'a Str,
    outcome: &'a CallOutcome,
    /// The steps that it did not reach.
    pub(super) missed: Vec<&'a StepKey>,
}

impl<'a> Call<'a> {
    pub(super) fn new(at: i64, entry: &'a Str, outcome: &'a CallOutcome) -> Self {
        Self { at, entry, outcome, missed: Vec::new() }
    }

    pub(super) fn comes_before(&self, other: &Self) -> bool {
        (self.at, self.entry) < (other.at, other.entry)
    }

    pub(super) fn is_wrong_number(&self) -> bool {
        matches!(self.outcome, CallOutcome::WrongNumber {})
    }

    pub(crate) fn asks_to_be_called(&self) -> bool {
        matches!(self.outcome, CallOutcome::CallBackAt { .. } | CallOutcome::CallBackOn { .. })
    }

    /// True if the debtor was spoken to.
    pub(crate) fn is_conversation(&self) -> bool {
        self.asks_to_be_called()
            || matches!(self.outcome, CallOutcome::Reached {} | CallOutcome::Refused {})
    }

    /// The outcome as the policy knows it; none for one that never counts as reached.
    fn answer(&self) -> Option<CallAnswer> {
        match self.outcome {
            CallOutcome::Reached {} => Some(CallAnswer::Reached),
            CallOutcome::NoAnswer {} => Some(CallAnswer::NoAnswer),
            CallOutcome::Voicemail {} => Some(CallAnswer::Voicemail),
            CallOutcome::Refused {} => Some(CallAnswer::Refused),
            CallOutcome::WrongNumber {}
            | CallOutcome::CallBackAt { .. }
            | CallOutcome::CallBackOn { .. } => None,
        }
    }
}

/// The step of a call: its item, or else its scenario, with the step and its occurrence.
type Of<'k> = (Option<&'k str>, Option<&'k str>, &'k str, u32);

/// Finds the steps that each call did not reach. The calls of a step are counted in the order in
/// which they were made; the last one that the policy allows counts as reached, unless the debtor
/// asked to be called back.
pub(super) fn judge(all: &mut [Delivery<'_>], policy: &Policy) {
    let mut calls: Vec<&mut Delivery<'_>> =
        all.iter_mut().filter(|delivery| delivery.call.is_some()).collect();
    if calls.is_empty() {
        return;
    }
    calls.sort_by_key(|delivery| (delivery.call.as_ref().map(|call| call.at), delivery.id));
    let mut earlier: FxHashMap<Of<'_>, Vec<&Cover>> = FxHashMap::default();
    for delivery in calls {
        let covers = delivery.covers();
        let lines = delivery.said().map_or(&[][..], |(_, lines)| lines);
        let Some(call) = delivery.call.as_mut().filter(|call| !call.is_wrong_number()) else {
            continue;
        };
        let answer = call.answer();
        for cover in covers {
            let key = &cover.key;
            let terms = terms(policy, cover);
            if answer.is_some_and(|answer| terms.reaches(answer)) {
                continue;
            }
            // An item keeps its attempts when it is moved to another scenario.
            let item = item_of(key);
            let scenario = item.is_none().then_some(&*key.scenario);
            let of_step = (item, scenario, &*key.step, key.occurrence);
            let known = earlier.entry(of_step).or_default();
            // Other items may have taken the step by calls of their own.
            let is_apart = |other: &Cover| {
                other.key.subject != key.subject
                    || (!lines.is_empty() && lines.iter().all(|line| is_without(other, &line.item)))
            };
            let count = known.iter().filter(|other| !is_apart(other)).count();
            let count = u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1);
            known.push(cover);
            if count < terms.max_attempts || answer.is_none() {
                call.missed.push(key);
            }
        }
    }
}

fn terms(policy: &Policy, cover: &Cover) -> CallTerms {
    let key = &cover.key;
    let ladder = policy.ladder(&key.scenario, Some(cover.scenario_version));
    let ladder = ladder.and_then(|at| policy.ladder_at(at));
    let rung = ladder.and_then(|ladder| ladder.rungs.get(ladder.rung(&key.step)?));
    rung.map(|rung| rung.call).unwrap_or_default()
}

/// The calls of a step of an item that did not reach the debtor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attempts {
    /// The number of the last delivery.
    pub(crate) last: u32,
    pub(crate) count: u32,
    /// How many were made today.
    pub(crate) today: u32,
    /// The next attempt is not made before, in microseconds.
    pub(crate) not_before: i64,
    pub(crate) why: CalledWhy,
}

/// A step that a delivery carries out, with the number of the delivery.
pub(crate) type Taken<'s, 'a> = (u32, &'s Delivery<'a>, &'a StepKey);

/// Counts those deliveries of a step that were calls and did not reach the debtor; none if there
/// is none.
pub(crate) fn attempts<'s, 'a: 's>(
    standing: &Standing<'_>,
    takes: impl Iterator<Item = Taken<'s, 'a>>,
    terms: CallTerms,
) -> Option<Attempts> {
    if !standing.deliveries.disturbed {
        return None;
    }
    let mut last: Option<(i64, u32, &Delivery<'_>)> = None;
    let (mut count, mut today) = (0_u32, 0_u32);
    for (number, delivery, key) in takes {
        let missed = delivery.state(key) == StepState::Missed;
        let Some(call) = delivery.call.as_ref().filter(|_| missed) else { continue };
        count = count.saturating_add(1);
        if call.at >= standing.today_began {
            today = today.saturating_add(1);
        }
        if last.is_none_or(|(at, _, known)| (at, known.id) < (call.at, delivery.id)) {
            last = Some((call.at, number, delivery));
        }
    }
    let (at, last, delivery) = last?;
    let (why, not_before) = match delivery.call.as_ref()?.outcome {
        CallOutcome::CallBackAt { at } => (CalledWhy::CallBack, at.micros()),
        CallOutcome::CallBackOn { day } => {
            (CalledWhy::CallBack, standing.zone.start_of(day.number()).micros())
        }
        _ => (CalledWhy::RetryLater, Moment::of(at).plus_hours(terms.retry_after_hours).micros()),
    };
    Some(Attempts { last, count, today, not_before, why })
}

/// The creditor's day on which a call of the step was first handed over that has not reached the
/// debtor; `own` is the delivery that is asked about again and does not count.
pub(crate) fn pending_since<'s, 'a: 's>(
    standing: &Standing<'_>,
    takes: impl Iterator<Item = Taken<'s, 'a>>,
) -> Option<i32> {
    if !standing.deliveries.has_calls {
        return None;
    }
    let own = standing.rechecked.map(|own| own.delivery);
    let since = takes.filter_map(|(_, delivery, key)| {
        let counts = delivery.channel() == Some(Channel::Call)
            && own != Some(delivery.id.as_str())
            && matches!(delivery.state(key), StepState::Queued | StepState::Missed);
        delivery.begun_at().filter(|_| counts)
    });
    since.min().map(|at| standing.zone.day_of(Moment::of(at)))
}
