//! Which reminder of an instalment is due.

use super::instalments::Instalments;
use crate::calendar::{Day, Moment};
use crate::model::{Hold, Notice, OutcomeUnknownWhy, Rescheduling, StepKey, Subject};
use crate::money;
use crate::policy::InstalmentStep;
use crate::rules::notice::FailedAttempt;
use crate::standing::{Arrangement, Delivery, Standing, StepState, subject_of};

/// A reminder that is due.
pub(super) struct Due<'s, 'a> {
    pub(super) arrangement: &'s Arrangement<'a>,
    /// The instalment's place in the list.
    pub(super) at: usize,
    pub(super) step_number: usize,
    pub(super) step: &'s InstalmentStep,
    pub(super) attempt: u32,
    pub(super) failed: Vec<FailedAttempt<'s>>,
}

/// The next reminder of an instalment, if it is due.
pub(super) fn next_reminder<'s, 'a>(
    standing: &'s Standing<'a>,
    arrangement: &'s Arrangement<'a>,
    at: usize,
    told: &mut Instalments,
) -> Option<Due<'s, 'a>> {
    let (today, rules) = (standing.today, &standing.policy.arranging);
    let date = arrangement.made.instalments.get(at)?.date.number();
    let tolerance = rules.tolerance(arrangement.made.currency);
    if money::add(arrangement.paid, tolerance) >= arrangement.due_with(at) {
        return None;
    }
    let (latest, last_out) = told.earlier(standing, arrangement, at);
    let next = latest.map_or(0, |(number, _)| number.saturating_add(1));
    for (number, step) in rules.reminders.iter().enumerate().skip(next) {
        let by_hand = ByHand::of(standing, arrangement, at, step);
        // It was to come before the day, which has passed; unless somebody moved it.
        let is_early = step.offset_days < 0 && by_hand.moved.is_none();
        if by_hand.skipped || (is_early && today > date) {
            continue;
        }
        let due = reminder_day(standing, arrangement, at, number)?;
        if today < due {
            told.review_on(due);
            return None;
        }
        if is_early {
            told.review_on(date.saturating_add(1));
        }
        // Whoever may have paid is not told that he has not.
        let known = standing.zone.day_of(standing.account.payments_as_of);
        if due > date && known <= date {
            return None;
        }
        let (attempt, failed) = told.attempts(standing, arrangement, at, step)?;
        if let Some(last) = latest.map(|(_, sent_at)| sent_at).max(last_out)
            && failed.is_empty()
        {
            let last = standing.zone.day_of(Moment::of(last));
            let free = last.saturating_add(standing.policy.min_gap_days.max(1));
            if today < free {
                told.review_on(free);
                return None;
            }
        }
        return Some(Due { arrangement, at, step_number: number, step, attempt, failed });
    }
    None
}

/// True for the delivery that is rechecked.
fn is_asked_about(standing: &Standing<'_>, delivery: &Delivery<'_>) -> bool {
    standing.rechecked.is_some_and(|own| own.delivery == delivery.id)
}

/// The day of a reminder: its own, moved by hand, or moved along with an earlier one.
pub(super) fn reminder_day(
    standing: &Standing<'_>,
    arrangement: &Arrangement<'_>,
    at: usize,
    number: usize,
) -> Option<i32> {
    let reminders = &standing.policy.arranging.reminders;
    let (earlier, step) = (reminders.get(..number)?, reminders.get(number)?);
    if let Some(moved) = ByHand::of(standing, arrangement, at, step).moved {
        return Some(moved.to.number());
    }
    let date = arrangement.made.instalments.get(at)?.date.number();
    let along = earlier.iter().filter_map(|step| {
        let moved = ByHand::of(standing, arrangement, at, step).moved?;
        let days = moved.to.number().saturating_sub(moved.was?.number());
        moved.shift_rest.then_some(days)
    });
    Some(along.fold(date.saturating_add(step.offset_days), i32::saturating_add))
}

/// What somebody did with one reminder by hand; of several words the last counts.
struct ByHand<'a> {
    skipped: bool,
    moved: Option<&'a Rescheduling>,
}

impl<'a> ByHand<'a> {
    fn of(
        standing: &Standing<'a>,
        arrangement: &Arrangement<'_>,
        at: usize,
        step: &InstalmentStep,
    ) -> Self {
        let is_it = |key: &StepKey| {
            key.step == step.id
                && key.scenario == standing.policy.arranging.id
                && is_about(&key.subject, arrangement, at)
        };
        let moved = standing.moves.iter().rfind(|moved| is_it(&moved.by.step));
        Self {
            skipped: standing.skips.iter().any(|skip| is_it(skip.step)),
            moved: moved.map(|moved| moved.by),
        }
    }
}

/// The deliveries of a reminder, and how it stands with each.
fn deliveries<'s, 'a>(
    standing: &'s Standing<'a>,
    arrangement: &'s Arrangement<'a>,
    at: usize,
    step: &'s InstalmentStep,
) -> impl Iterator<Item = (&'s Delivery<'a>, StepState)> {
    let scenario = &standing.policy.arranging.id;
    standing.deliveries.all().iter().filter_map(move |delivery| {
        let cover = delivery.covers().iter().find(|cover| {
            cover.key.step == step.id
                && cover.key.scenario == *scenario
                && is_about(&cover.key.subject, arrangement, at)
        })?;
        Some((delivery, delivery.state(&cover.key)))
    })
}

fn is_about(subject: &Subject, wanted: &Arrangement<'_>, at: usize) -> bool {
    let Subject::Instalment { arrangement, number } = subject else { return false };
    *arrangement == wanted.entry.id && usize::try_from(*number) == Ok(at.saturating_add(1))
}

impl Instalments {
    /// The highest reminder of an instalment that was sent, and when; and when the last was queued
    /// of which nothing was heard.
    fn earlier(
        &mut self,
        standing: &Standing<'_>,
        arrangement: &Arrangement<'_>,
        at: usize,
    ) -> (Option<(usize, i64)>, Option<i64>) {
        let mut latest: Option<(usize, i64)> = None;
        // What is out may have arrived.
        let mut last_out: Option<i64> = None;
        for (number, step) in standing.policy.arranging.reminders.iter().enumerate() {
            let mut sent_at: Option<i64> = None;
            for (delivery, state) in deliveries(standing, arrangement, at, step) {
                match (state, delivery.sent_at()) {
                    (StepState::Reached, Some(sent)) => {
                        sent_at = Some(sent_at.map_or(sent, |first| first.min(sent)));
                    }
                    (StepState::Queued, _) if !is_asked_about(standing, delivery) => {
                        last_out = last_out.max(delivery.queued_at());
                        self.on_its_way(standing, delivery);
                    }
                    _ => {}
                }
            }
            latest = sent_at.map(|sent_at| (number, sent_at)).or(latest);
        }
        (latest, last_out)
    }

    /// The number of the coming attempt, and those that did not arrive; none while one is on its
    /// way.
    fn attempts<'s>(
        &mut self,
        standing: &'s Standing<'_>,
        arrangement: &'s Arrangement<'_>,
        at: usize,
        step: &'s InstalmentStep,
    ) -> Option<(u32, Vec<FailedAttempt<'s>>)> {
        let mut latest = 0;
        let mut failed = Vec::new();
        for (delivery, state) in deliveries(standing, arrangement, at, step) {
            latest = latest.max(delivery.attempt());
            if state == StepState::Failed {
                failed.extend(FailedAttempt::of(delivery));
            }
            if state == StepState::Queued && !is_asked_about(standing, delivery) {
                self.on_its_way(standing, delivery);
                return None;
            }
        }
        Some((latest.saturating_add(1), failed))
    }

    /// A person finds out what became of a delivery of which nothing was heard.
    fn on_its_way(&mut self, standing: &Standing<'_>, delivery: &Delivery<'_>) {
        let known_by = delivery.known_by(standing.policy.queue_timeout_hours);
        let Some((queued_at, known_by)) = delivery.queued_at().zip(known_by) else { return };
        let queued_at = Moment::of(queued_at);
        if standing.now.micros() < known_by {
            return self.review_at(known_by);
        }
        let why = OutcomeUnknownWhy::TimedOut;
        let hold = Hold::OutcomeUnknown { delivery: delivery.id.clone(), why, queued_at };
        let mut notice = Notice::new(
            ["outcomeUnknown/", delivery.id].concat(),
            subject_of(delivery.covers()),
            hold,
        );
        notice.since = Some(Day::of(standing.zone.day_of(queued_at)));
        if !self.notices.iter().any(|known| known.key == notice.key) {
            self.notices.push(notice);
        }
    }
}
