//! The pipeline: the only place that knows the order of the rules.

mod acts;
mod calls;
mod charges;
mod compose;
mod delivery;
mod findings;
mod inbound;
mod instalments;
mod notices;
mod position;
mod reminders;
mod tell;

pub(crate) use compose::{Composed, compose};
pub(crate) use instalments::instalments;
pub(crate) use position::{StepUnknown, due_day, ladder_of, reached_step};
pub(crate) use tell::holds_of;

use crate::calendar::{DayStarts, Moment, ZONE_TABLE_VERSION};
use crate::model::{
    Account, Decision, NextStep, Outcome, Plan, SkippedWhy, StepKey, StepWhy, Subject,
};
use crate::policy::Policy;
use crate::rules::case::{Answers, Case, Course, Held, NextRung, Owed, Verdict, Why};
use crate::rules::{gates, ladder};
use crate::standing::Standing;

/// Decides for every item of an account what is to be done now, and why.
///
/// It never fails and never stops a run: what contradicts itself is held as
/// [`Hold::Invalid`](crate::Hold::Invalid), with its path and value.
///
/// `now` is any instant; days are counted in the creditor's zone.
///
/// ```
/// use dunning::{Account, Outcome, Policy, plan};
///
/// let policy = Policy::from_json(r#"{
///     "scenarios": [{ "id": "standard", "version": 1, "steps": [
///         { "id": "reminder", "offset": { "type": "days", "days": 3 },
///           "work": { "type": "message", "channels": ["email"] } }
///     ]}],
///     "assignment": [{ "scenario": "standard" }]
/// }"#)?;
/// let account = Account::from_json(r#"{
///     "creditor": { "id": "us", "name": "Us B.V.", "country": "NL", "zone": "Europe/Amsterdam" },
///     "debtor": { "id": "d1", "name": "Jansen", "kind": "business", "country": "NL" },
///     "contacts": [{ "id": "c1", "name": "Accounts", "purposes": ["reminder"],
///         "addresses": [{ "id": "a1", "channel": "email", "value": "ap@jansen.example" }] }],
///     "items": [{ "id": "2026-17", "kind": "invoice", "due": "2026-03-01", "open": "120.00",
///         "currency": "EUR" }],
///     "ledgerAsOf": "2026-03-04T06:00:00Z", "paymentsAsOf": "2026-03-04T06:00:00Z"
/// }"#)?;
/// let plan = plan(&account, &policy, "2026-03-04T08:00:00Z".parse()?);
/// assert!(matches!(plan.decisions[0].outcome, Outcome::Act { .. }));
/// assert_eq!(plan.actions[0].total, "120.00".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn plan(account: &Account, policy: &Policy, now: Moment) -> Plan {
    let standing = Standing::new(account, policy, now, None);
    let mut answers = Answers::with_room(account.items.len());
    let verdicts = judge_all(&standing, &mut answers);
    let composed = compose(&standing, &verdicts, |_| true, policy.grouping);
    let mut starts = DayStarts::new(standing.zone);
    let mut decisions: Vec<Decision> = Vec::with_capacity(verdicts.len());
    for (at, verdict) in verdicts.iter().enumerate() {
        decisions.extend(decide(&standing, &answers, at, verdict, &composed, &mut starts));
    }
    let asked = inbound::asked(&standing);
    let (mut notices, next_notice) = notices::notices(&standing, &answers, &verdicts, &decisions);
    notices.extend(asked.notices);
    let instalments = instalments(&standing, |_| true);
    notices.extend(instalments.notices);
    let mut actions = composed.actions;
    actions.extend(instalments.actions);
    let by_day = instalments.review_day.map(|day| starts.of(day));
    let next_instalment = by_day.into_iter().chain(instalments.review_at.map(Moment::of));
    let reviews = decisions.iter().filter_map(|decision| decision.review_at);
    let claimable = charges::next_claimable(&standing).map(|day| starts.of(day));
    Plan {
        creditor: account.creditor.id.clone(),
        debtor: account.debtor.id.clone(),
        now,
        zone_table: ZONE_TABLE_VERSION.into(),
        next_review_at: reviews
            .chain(next_notice)
            .chain(claimable)
            .chain(next_instalment)
            .chain(asked.next)
            .min(),
        notices,
        findings: findings::of_account(&standing),
        decisions,
        actions,
        receipts: asked.receipts,
        suggestions: asked.suggestions,
        assumed: None,
        charges: charges::of_account(&standing),
    }
}

/// Asks the rules for every item.
pub(crate) fn judge_all(standing: &Standing<'_>, answers: &mut Answers) -> Vec<Verdict> {
    let mut verdicts = Vec::with_capacity(standing.items.len());
    for at in 0..standing.items.len() {
        if let Some(case) = Case::new(standing, at) {
            verdicts.push(judge(&case, answers));
        }
    }
    verdicts
}

/// Asks the rules for one item. Allocates nothing beyond the lists of the answers.
fn judge(case: &Case<'_, '_>, answers: &mut Answers) -> Verdict {
    let (held_from, whys_from) = answers.begin();
    let mut owed = Owed::default();
    if let Some(day) = case.standing.next_reversal_day {
        answers.review_on(day);
    }
    gates::stale(case, answers);
    gates::invalid(case, answers);
    gates::newer_entry(case, answers);
    let is_clean = answers.held.len() == held_from;
    let closed = gates::nothing_owed(case, &mut owed, answers);
    let mut ladder_number = None;
    let mut next = None;
    if !closed {
        gates::time_barred(case, answers);
        gates::withdrawn(case, answers);
        gates::handed_over(case, answers);
        gates::insolvent(case, answers);
        gates::deceased(case, answers);
        gates::disputed(case, &mut owed, answers);
        gates::arranged(case, &mut owed, answers);
        gates::promised(case, &mut owed, answers);
        gates::questioned(case, answers);
        gates::replied(case, answers);
        let course = ladder::scenario(case, answers);
        ladder_number = course.map(|course| course.ladder);
        next = course.and_then(|course| next_rung(case, &course, answers));
        gates::outcome_unknown(case, ladder_number, next, answers);
        gates::blocked(case, step_id(case, ladder_number, next), answers);
        if let (Some(course), Some(next)) = (course, next)
            && next.due <= case.standing.today
        {
            ladder::timing(case, &course, calls::is_retry(case, &course, next), answers);
            if let Some(rung) = calls::rung_of(case, ladder_number, next.rung) {
                ladder::called(case, rung, next.occurrence, answers);
            }
        }
    }
    let (review_day, review_at) = answers.review();
    Verdict {
        held: (held_from, answers.held.len()),
        whys: (whys_from, answers.whys.len()),
        closed: closed && is_clean,
        owed,
        digits: case.item.digits,
        ladder: ladder_number,
        next,
        review_day,
        review_at,
    }
}

/// The first step after the one reached that is not passed over, and whether it is due.
fn next_rung(case: &Case<'_, '_>, course: &Course, answers: &mut Answers) -> Option<NextRung> {
    let ladder = case.standing.policy.ladder_at(course.ladder)?;
    let today = case.standing.today;
    // The day is looked up only if a step is counted from it.
    let mut previous = None;
    let reached = || course.reached.map(|reached| reached.day(case.standing));
    for (number, rung) in ladder.rungs.iter().enumerate().skip(course.next) {
        if rung.from_previous && previous.is_none() {
            previous = reached();
        }
        let planned = ladder::step(case, rung, previous);
        let moved = ladder::rescheduled(case, ladder, number);
        let shift = if rung.from_previous { 0 } else { ladder::shift(case, ladder, number) };
        let due = moved.map_or(planned.day.saturating_add(shift), |(_, day)| day);
        let rung_number = u32::try_from(number).unwrap_or(u32::MAX);
        if let Some((why, skip, reached_on)) =
            ladder::skipped(case, ladder, rung, due, moved.is_some())
        {
            answers.why(Why::Skipped { rung: rung_number, why, skip });
            previous = Some(reached_on);
            continue;
        }
        if let Some(since) = calls::passed_over(case, ladder, number, answers) {
            let why = SkippedWhy::NoOutcome;
            answers.why(Why::Skipped { rung: rung_number, why, skip: None });
            previous = Some(since);
            continue;
        }
        if due > today {
            answers.hold(match moved {
                Some((moved, _)) => Held::Rescheduled { moved },
                None => Held::Step { why: StepWhy::NotYetDue, due },
            });
            answers.review_on(due);
        } else {
            let anchor_day = planned.anchor_day;
            answers.why(Why::Step { rung: rung_number, anchor_day, due });
            if let Some((moved, _)) = moved {
                answers.why(Why::Rescheduled { moved });
            }
        }
        let before_due = !rung.from_previous && rung.distance.days < 0 && moved.is_none();
        // From the next day on the step is passed over, or goes out with what is overdue.
        if before_due || due <= today {
            let overdue_from = case.item.due.saturating_add(1);
            if overdue_from > today {
                answers.review_on(overdue_from);
            }
        }
        let occurrence = ladder::occurrence(case, ladder, rung);
        let beyond_calendar = planned.beyond_calendar;
        return Some(NextRung { rung: number, due, occurrence, beyond_calendar });
    }
    answers.hold(Held::Step {
        why: StepWhy::LadderEnded,
        due: previous.or_else(reached).unwrap_or(case.item.due),
    });
    None
}

fn step_id<'s>(
    case: &Case<'s, '_>,
    ladder: Option<usize>,
    next: Option<NextRung>,
) -> Option<&'s str> {
    let ladder = case.standing.policy.ladder_at(ladder?)?;
    ladder.rungs.get(next?.rung).map(|rung| &*rung.id)
}

fn decide(
    standing: &Standing<'_>,
    answers: &Answers,
    at: usize,
    verdict: &Verdict,
    composed: &Composed,
    starts: &mut DayStarts,
) -> Option<Decision> {
    let item = standing.item(at)?;
    let outgoing = composed.of_item(at);
    let mut findings = findings::of_item(standing, at, verdict);
    let mut holds = holds_of(standing, answers, at, verdict);
    let mut reasons = tell::reasons_of(standing, answers, verdict);
    let mut review_day = verdict.review_day;
    if let Some(outgoing) = outgoing {
        holds.extend(outgoing.hold.clone());
        reasons.extend(outgoing.reasons.iter().cloned());
        findings.extend(outgoing.findings.iter().cloned());
        review_day = review_day.min(outgoing.review_day);
    }
    let outcome = match outgoing.and_then(|outgoing| outgoing.delivery.clone()) {
        Some(delivery) => Outcome::Act { delivery },
        None if verdict.closed => Outcome::Closed {},
        None => Outcome::Wait {},
    };
    let by_day = (review_day < i32::MAX).then(|| starts.of(review_day));
    let by_instant = (verdict.review_at < i64::MAX).then(|| Moment::of(verdict.review_at));
    Some(Decision {
        item: item.id.clone(),
        outcome,
        holds,
        reasons,
        findings,
        next: next_step(standing, at, verdict),
        review_at: by_day.into_iter().chain(by_instant).min(),
    })
}

fn next_step(standing: &Standing<'_>, at: usize, verdict: &Verdict) -> Option<NextStep> {
    let next = verdict.next?;
    let ladder = standing.policy.ladder_at(verdict.ladder?)?;
    let key = StepKey {
        subject: Subject::Item { item: standing.item(at)?.id.clone() },
        scenario: ladder.id.clone(),
        step: ladder.rungs.get(next.rung)?.id.clone(),
        occurrence: next.occurrence,
    };
    Some(NextStep { key, due_on: crate::calendar::Day::of(next.due) })
}

#[cfg(test)]
mod tests;
