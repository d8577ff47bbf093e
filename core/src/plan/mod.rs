//! The pipeline: the only place that knows the order of the rules.

mod action;
mod acts;
mod adaptive;
mod behind;
mod calls;
mod channels;
mod charges;
mod compose;
mod copies;
mod costing;
mod delivery;
mod due;
mod escalated;
mod findings;
mod hours;
mod inbound;
mod instalments;
mod limits;
mod lowest;
mod notices;
mod outgoing;
mod parted;
mod passed;
mod personal;
mod position;
mod reminders;
mod repeat;
mod run;
mod shared;
mod tell;
mod walk;
mod whatsapp;

use crate::rules::notice::joined;
pub(crate) use compose::compose;
pub(crate) use delivery::same_steps;
use due::{due, may_join_on};
pub use hours::next_allowed;
pub(crate) use hours::{move_hour, timed};
pub(crate) use instalments::{instalment_day, instalments};
pub(crate) use outgoing::Composed;
use outgoing::Outgoing;
pub(crate) use position::{StepUnknown, due_day, ladder_of, planned_like, proposed, reached_step};
use position::{level, next_step};
pub(crate) use run::Asked;
use shared::survey;
pub(crate) use tell::holds_of;

use crate::calendar::{DayStarts, Moment, ZONE_TABLE_VERSION};
use crate::model::{Account, Decision, Item, NothingOwedWhy, Outcome, Plan};
use crate::policy::Policy;
use crate::rules::case::{Answers, Case, Course, Held, NextRung, Owed, Verdict};
use crate::rules::{gates, ladder};
use crate::standing::{Fact, Standing};

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
    let composed = compose(&standing, &verdicts, &Asked::All);
    let mut starts = DayStarts::new(standing.zone);
    let mut outgoing = composed.outgoing.into_iter();
    let items = account.items.iter().zip(&verdicts).enumerate();
    let decisions = items.map(|(at, (item, verdict))| {
        let is_next = outgoing.as_slice().first().is_some_and(|(item, _)| *item == at);
        let outgoing = if is_next { outgoing.next().map(|(_, outgoing)| outgoing) } else { None };
        decide(&standing, &answers, (at, item), verdict, outgoing, &mut starts)
    });
    let decisions: Vec<Decision> = decisions.collect();
    let asked = inbound::asked(&standing);
    let (mut notices, next_notice) = notices::notices(&standing, &answers, &verdicts, &decisions);
    notices.extend(asked.notices);
    notices.extend(composed.notices);
    let instalments = instalments(&standing, |_| true, &composed.actions);
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
        findings: findings::of_account(&standing).into_iter().chain(instalments.findings).collect(),
        decisions,
        actions,
        payer: asked.payer,
        receipts: asked.receipts,
        suggestions: asked.suggestions,
        assumed: None,
        charges: charges::of_account(&standing, &verdicts),
    }
}

/// Asks the rules for every item.
pub(crate) fn judge_all(standing: &Standing<'_>, answers: &mut Answers) -> Vec<Verdict> {
    let survey = survey(standing);
    let items = standing.items.iter().enumerate();
    let cases = items.map(|numbered| Case::of(standing, &survey, numbered));
    let mut verdicts: Vec<Verdict> = cases.map(|case| judge(&case, answers)).collect();
    if standing.policy.has_joined {
        joined(standing, answers, &mut verdicts);
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
    let (is_clean, closed) = gates(case, &mut owed, answers);
    let mut next = None;
    let mut rested_on = i32::MIN;
    let course = if closed { None } else { ladder::scenario(case, answers) };
    let course = course.map(|course| walk::fallen(case, course, answers));
    let is_residual = |course| owed.left > 0 && gates::residual(case, course, answers);
    if !closed && !course.as_ref().is_some_and(is_residual) {
        next = course.as_ref().and_then(|course| behind::next(case, course, answers));
        let ladder = course.map(|course| course.ladder);
        gates::outcome_unknown(case, ladder, next, |_| true, answers);
        gates::blocked(case, || step_id(case, course, next), answers);
        if let (Some(course), Some(next)) = (&course, &next) {
            if next.due <= case.standing.today {
                due(case, course, next, held_from, answers);
            } else if case.standing.policy.has_joined {
                rested_on = may_join_on(case, course, next, answers);
            }
        }
    }
    let (review_day, review_at) = answers.review();
    Verdict {
        held: (held_from, answers.held.len()),
        whys: (whys_from, answers.whys.len()),
        closed: is_clean && (closed || is_given_up(answers, held_from)),
        owed,
        digits: case.item.digits,
        ladder: course.map(|course| course.ladder),
        level: course.and_then(|course| course.level).map(|level| level.rung),
        next,
        joins: None,
        rested_on,
        review_day,
        review_at,
    }
}

/// True if all that holds the item is that nothing is left to ask for.
fn is_given_up(answers: &Answers, from: usize) -> bool {
    let settled = Held::NothingOwed { why: NothingOwedWhy::Settled };
    answers.held.get(from..) == Some(&[settled])
}

/// May we write at all? Returns whether the data is clean, and whether nothing more is asked.
fn gates(case: &Case<'_, '_>, owed: &mut Owed, answers: &mut Answers) -> (bool, bool) {
    let held_from = answers.held.len();
    gates::stale(case, answers);
    gates::invalid(case, answers);
    gates::newer_entry(case, answers);
    let is_clean = answers.held.len() == held_from;
    if gates::nothing_owed(case, owed, answers) {
        return (is_clean, true);
    }
    gates::time_barred(case, answers);
    if case.has(Fact::SAID) {
        said(case, owed, answers);
    }
    (is_clean, false)
}

/// The gates that ask what people said: most items have nothing of it.
#[inline(never)]
fn said(case: &Case<'_, '_>, owed: &mut Owed, answers: &mut Answers) {
    gates::withdrawn(case, answers);
    gates::handed_over(case, answers);
    gates::insolvent(case, answers);
    gates::deceased(case, answers);
    gates::disputed(case, owed, answers);
    gates::arranged(case, owed, answers);
    gates::promised(case, owed, answers);
    gates::questioned(case, answers);
    gates::replied(case, answers);
}

fn step_id<'s>(
    case: &Case<'s, '_>,
    course: Option<Course>,
    next: Option<NextRung>,
) -> Option<&'s str> {
    let ladder = case.standing.policy.ladder_at(course?.ladder)?;
    ladder.rungs.get(next?.rung).map(|rung| &*rung.id)
}

fn decide(
    standing: &Standing<'_>,
    answers: &Answers,
    (at, item): (usize, &Item),
    verdict: &Verdict,
    outgoing: Option<Outgoing>,
    starts: &mut DayStarts,
) -> Decision {
    let ladder = verdict.ladder.and_then(|at| standing.policy.ladder_at(at));
    let mut findings = findings::of_item(standing, at, verdict);
    let mut holds = holds_of(standing, answers, at, verdict);
    let mut reasons = tell::reasons_of(standing, answers, verdict);
    let mut review_day = verdict.review_day;
    let mut review_at = None;
    let mut outcome = if verdict.closed { Outcome::Closed {} } else { Outcome::Wait {} };
    if let Some(outgoing) = outgoing {
        let asked =
            outgoing.hold.as_ref().and_then(|hold| tell::still_asked(standing, verdict, hold));
        holds.extend(outgoing.hold);
        holds.extend(asked);
        reasons.extend(outgoing.reasons);
        findings.extend(outgoing.findings);
        review_day = review_day.min(outgoing.review_day);
        review_at = outgoing.review_at;
        if let Some(delivery) = outgoing.delivery {
            outcome = Outcome::Act { delivery };
        }
    }
    let by_day = if review_day < i32::MAX { starts.of(review_day).micros() } else { i64::MAX };
    let at = by_day.min(verdict.review_at).min(review_at.map_or(i64::MAX, Moment::micros));
    Decision {
        item: item.id.clone(),
        outcome,
        holds,
        reasons,
        findings,
        level: ladder.and_then(|ladder| level(ladder, verdict)),
        next: ladder.and_then(|ladder| next_step(ladder, item, verdict)),
        review_at: (at < i64::MAX).then(|| Moment::of(at)),
    }
}

#[cfg(test)]
mod tests;
