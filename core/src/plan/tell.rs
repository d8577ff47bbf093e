//! What the rules said in numbers, told in the host's words.

use crate::calendar::Day;
use crate::model::{ApprovalWhy, Hold, Reason, ScenarioWhy, StaleWhy, StepWhy};
use crate::money::{self, Amount};
use crate::policy::Rung;
use crate::rules::case::{Answers, Held, Verdict, Why};
use crate::standing::{Promise, PromiseState, Ruling, Standing};
use crate::text::Str;

/// The obstacles of one item, as numbers.
pub(super) fn held_of<'v>(answers: &'v Answers, verdict: &Verdict) -> &'v [Held] {
    answers.held.get(verdict.held.0..verdict.held.1).unwrap_or_default()
}

/// The obstacles of one item.
pub(crate) fn holds_of(
    standing: &Standing<'_>,
    answers: &Answers,
    at: usize,
    verdict: &Verdict,
) -> Vec<Hold> {
    let held = held_of(answers, verdict);
    let mut holds = Vec::with_capacity(held.len());
    for held in held {
        if let Some(hold) = hold(standing, at, verdict, *held) {
            holds.push(hold);
        }
    }
    holds
}

/// The reasons of one item.
pub(crate) fn reasons_of(
    standing: &Standing<'_>,
    answers: &Answers,
    verdict: &Verdict,
) -> Vec<Reason> {
    let whys = answers.whys.get(verdict.whys.0..verdict.whys.1).unwrap_or_default();
    let digits = verdict.digits;
    // Room for those of the notice: together with what, to whom, how.
    let room = if verdict.is_candidate() { whys.len().saturating_add(3) } else { whys.len() };
    let mut reasons = Vec::with_capacity(room);
    for why in whys {
        if let Some(reason) = reason(standing, verdict, digits, *why) {
            reasons.push(reason);
        }
    }
    reasons
}

// Inlined into the loop, each arm would fetch its facts ahead for every item.
#[inline(never)]
fn hold(standing: &Standing<'_>, at: usize, verdict: &Verdict, held: Held) -> Option<Hold> {
    Some(match held {
        Held::Stale => Hold::Stale {
            why: StaleWhy::Ledger,
            as_of: standing.account.ledger_as_of,
            fresh_until: Day::of(standing.fresh_until),
        },
        Held::Invalid { trouble } => {
            let trouble = standing.troubles.get(index(trouble))?;
            Hold::Invalid {
                path: trouble.path.clone(),
                value: trouble.value.clone(),
                problem: trouble.problem,
            }
        }
        Held::NothingOwed { why } => Hold::NothingOwed { why },
        Held::NewerEntry { newer } => {
            Hold::NewerEntry { entry: standing.newer.get(index(newer))?.id.clone() }
        }
        Held::TimeBarred => Hold::TimeBarred { on: standing.item(at)?.time_barred_on? },
        Held::Scenario { why } => scenario_hold(standing, at, why),
        Held::Step { why, due } => step_hold(standing, verdict, why, due),
        Held::LegalData => {
            let rung = rung(standing, verdict, verdict.next?.rung)?;
            Hold::LegalData { step: rung.id.clone(), notice: rung.legal_notice.clone()? }
        }
        Held::Timing { why, until } => Hold::Timing { why, until: standing.zone.start_of(until) },
        Held::Called { why, delivery, attempts, until } => Hold::Called {
            why,
            step: rung(standing, verdict, verdict.next?.rung)?.id.clone(),
            entry: call_entry(standing, delivery)?.clone(),
            attempts,
            until: standing.zone.start_of(until),
        },
        Held::Replied { message, why, until } => {
            let known = standing.inbound.messages.get(index(message))?;
            Hold::Replied {
                inbound: known.message.id.clone(),
                why,
                received_at: known.entry.occurred_at,
                until: (until < i32::MAX).then(|| Day::of(until)),
            }
        }
        Held::Rejected { ruling } => rejected(standing, verdict, ruling)?,
        Held::AwaitingApproval { ruling } => undecided(standing, verdict, ruling)?,
        agreed => return journal_hold(standing, verdict, agreed),
    })
}

/// That a person was asked about the step of an item, and has not decided.
fn undecided(standing: &Standing<'_>, verdict: &Verdict, ruling: u32) -> Option<Hold> {
    let ruling = standing.acts.rulings.get(index(ruling))?;
    let step = rung(standing, verdict, verdict.next?.rung)?.id.clone();
    let (why, entry) = (ApprovalWhy::Undecided, Some(ruling.entry.id.clone()));
    matches!(ruling.ruling, Ruling::Proposed(_)).then_some(Hold::AwaitingApproval {
        step,
        why,
        entry,
    })
}

/// Likewise, beside what holds its message.
pub(super) fn still_asked(standing: &Standing<'_>, verdict: &Verdict, hold: &Hold) -> Option<Hold> {
    let is_told = matches!(hold, Hold::AwaitingApproval { .. });
    undecided(standing, verdict, verdict.next?.frozen.filter(|_| !is_told)?)
}

fn rejected(standing: &Standing<'_>, verdict: &Verdict, ruling: u32) -> Option<Hold> {
    let facts = standing.acts.rulings.get(index(ruling))?;
    let Ruling::Rejected(rejection) = facts.ruling else { return None };
    Some(Hold::Rejected {
        entry: facts.entry.id.clone(),
        step: rung(standing, verdict, verdict.next?.rung)?.id.clone(),
        reason: rejection.reason.clone(),
        actor: facts.entry.actor.clone(),
        until: rejection.until,
    })
}

/// The obstacles that stand in the journal.
fn journal_hold(standing: &Standing<'_>, verdict: &Verdict, held: Held) -> Option<Hold> {
    Some(match held {
        Held::Blocked { block } => {
            let block = standing.blocks.get(index(block))?;
            Hold::Blocked {
                block: block.entry.id.clone(),
                scope: block.block.scope.clone(),
                begins: Day::of(block.begins),
                reason: block.block.reason.clone(),
                actor: block.entry.actor.clone(),
                until: block.block.until,
            }
        }
        Held::Rescheduled { moved } => {
            let moved = standing.moves.get(index(moved))?;
            Hold::Rescheduled {
                entry: moved.entry.id.clone(),
                step: moved.by.step.step.clone(),
                to: moved.by.to,
                reason: moved.by.reason.clone(),
                actor: moved.entry.actor.clone(),
            }
        }
        Held::Disputed { dispute, why, amount } => {
            let dispute = standing.disputes.get(index(dispute))?;
            Hold::Disputed {
                dispute: dispute.entry.clone(),
                why,
                amount: money::from_minor(amount, verdict.digits),
                reason: dispute.made.reason.clone(),
            }
        }
        Held::Promised { promise, why } => {
            let promise = standing.promises.get(index(promise))?;
            Hold::Promised {
                promise: promise.entry.clone(),
                why,
                amount: in_currency(promise),
                date: promise.made.date,
                until: Day::of(promise.until),
            }
        }
        Held::OutcomeUnknown { delivery, why } => {
            let delivery = standing.deliveries.all().get(index(delivery))?;
            let queued_at = crate::calendar::Moment::of(delivery.queued_at()?);
            Hold::OutcomeUnknown { delivery: delivery.id.clone(), why, queued_at }
        }
        other => return super::acts::hold(standing, other),
    })
}

fn call_entry<'s>(standing: &'s Standing<'_>, delivery: u32) -> Option<&'s Str> {
    standing.deliveries.all().get(index(delivery))?.call.as_ref().map(|call| call.entry)
}

fn step_hold(standing: &Standing<'_>, verdict: &Verdict, why: StepWhy, due: i32) -> Hold {
    let last = || standing.policy.ladder_at(verdict.ladder?)?.rungs.last();
    let next = || rung(standing, verdict, verdict.next?.rung);
    let rung =
        if matches!(why, StepWhy::LadderEnded | StepWhy::HandoverDue) { last() } else { next() };
    Hold::Step { why, on: Day::of(due), step: rung.map(|rung| rung.id.clone()) }
}

fn scenario_hold(standing: &Standing<'_>, at: usize, why: ScenarioWhy) -> Hold {
    let bound = standing.bound_to(at);
    Hold::Scenario {
        why,
        scenario: bound.map(|(scenario, _)| scenario.clone()),
        version: bound.map(|(_, version)| version),
    }
}

#[inline(never)]
fn reason(standing: &Standing<'_>, verdict: &Verdict, digits: u8, why: Why) -> Option<Reason> {
    let amount = |minor| money::from_minor(minor, digits);
    Some(match why {
        Why::Scenario { ladder, by, rule } => {
            let ladder = standing.policy.ladder_at(index(ladder))?;
            Reason::Scenario { scenario: ladder.id.clone(), version: ladder.version, by, rule }
        }
        Why::Step { rung: number, anchor, anchor_day, due } => {
            let rung = rung(standing, verdict, index(number))?;
            Reason::Step {
                step: rung.id.clone(),
                anchor,
                anchor_day: Day::of(anchor_day),
                due_on: Day::of(due),
            }
        }
        Why::Skipped { rung: number, why, skip } => Reason::Skipped {
            step: rung(standing, verdict, index(number))?.id.clone(),
            why,
            entry: skip
                .and_then(|skip| standing.skips.get(index(skip)))
                .map(|skip| skip.entry.id.clone()),
        },
        Why::Called { delivery, attempts } => {
            Reason::Called { entry: call_entry(standing, delivery)?.clone(), attempts }
        }
        Why::Rescheduled { moved } => {
            let moved = standing.moves.get(index(moved))?;
            Reason::Rescheduled {
                entry: moved.entry.id.clone(),
                step: moved.by.step.step.clone(),
                to: moved.by.to,
            }
        }
        Why::Promised { promise } => {
            let promise = standing.promises.get(index(promise))?;
            let PromiseState::Over(outcome) = promise.state else { return None };
            Reason::Promised {
                promise: promise.entry.clone(),
                outcome,
                amount: in_currency(promise),
                paid: amount(promise.paid),
            }
        }
        Why::PartPromised { promise, amount: part } => Reason::PartPromised {
            promise: standing.promises.get(index(promise))?.entry.clone(),
            amount: amount(part),
        },
        Why::Arranged { arrangement, amount } => {
            return super::acts::arranged(standing, arrangement, amount);
        }
        Why::Disputed { dispute, amount: part } => {
            let dispute = standing.disputes.get(index(dispute))?;
            Reason::Disputed {
                dispute: dispute.entry.clone(),
                amount: amount(part),
                outcome: dispute.outcome.cloned(),
            }
        }
        Why::NothingOwed { netted } => Reason::NothingOwed { netted: amount(netted) },
    })
}

fn rung<'s>(standing: &'s Standing<'_>, verdict: &Verdict, number: usize) -> Option<&'s Rung> {
    standing.policy.ladder_at(verdict.ladder?)?.rungs.get(number)
}

/// Output always has the decimals of the currency.
fn in_currency(promise: &Promise<'_>) -> Amount {
    let digits = promise.made.currency.minor_units().unwrap_or(2);
    money::to_minor(promise.made.amount, digits)
        .map_or(promise.made.amount, |minor| money::from_minor(minor, digits))
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
