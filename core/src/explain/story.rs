//! The story of one item, in phrases.

use super::phrase::{Phrase, Voice, say};
use super::{Topic, events, holds, reasons, remedies, words};
use crate::calendar::{Day, Moment};
use crate::forecast::forecast;
use crate::model::{
    Account, Action, ActionKind, AssumedCalls, Assumptions, Charge, ChargeKind, ChargeState,
    Decision, DisputeOutcome, DisputedWhy, Hold, Item, ItemKind, NothingOwedWhy, Outcome, Plan,
    Reason, StepWhy,
};
use crate::money::{self, Amount};
use crate::plan::plan;
use crate::policy::Policy;

/// How far the story looks ahead, in days.
const AHEAD: u32 = 180;
/// More steps to come than these are not told one by one.
const MOST_STEPS: usize = 4;

type Part = (Topic, Vec<Phrase>);

/// The parts of the story; nothing if nobody knows the item.
pub(super) fn story(
    voice: &Voice<'_>,
    policy: &Policy,
    item: &str,
    now: Moment,
) -> Option<Vec<Part>> {
    let account = voice.account;
    let past = events::history(voice, item);
    let planned = plan(account, policy, now);
    let decided = planned.decisions.iter().find(|decision| decision.item == *item);
    let known = account.items.iter().find(|known| known.id == *item);
    let (Some(known), Some(decided)) = (known, decided) else {
        let gone = say("standing.gone").text("item", item);
        return (!past.is_empty())
            .then(|| vec![(Topic::Standing, vec![gone]), (Topic::History, past)]);
    };
    let action = action_of(&planned, decided);
    let mut parts = vec![
        (Topic::Standing, [standing(voice, known, now), charges(&planned.charges, known)].concat()),
        (Topic::History, past),
        (Topic::Now, at_present(decided, action, item)),
    ];
    if !matches!(decided.outcome, Outcome::Closed {}) {
        parts.push((Topic::Next, next(account, policy, now, decided)));
        parts.push((Topic::Remedies, what_helps(known, decided)));
    }
    Some(parts)
}

fn action_of<'p>(planned: &'p Plan, decided: &Decision) -> Option<&'p Action> {
    let Outcome::Act { delivery } = &decided.outcome else { return None };
    planned.actions.iter().find(|action| action.delivery == *delivery)
}

/// What, how much, due when.
fn standing(voice: &Voice<'_>, item: &Item, now: Moment) -> Vec<Phrase> {
    let today = Day::of(voice.zone.day_of(now));
    let key = match item.kind {
        ItemKind::CreditNote | ItemKind::UnappliedPayment => "standing.credit",
        _ if item.due < today => "standing.overdue",
        _ => "standing.notYetDue",
    };
    let phrase = say(key)
        .phrase("item", words::item(item))
        .text("debtor", &voice.account.debtor.name)
        .day("due", item.due)
        .amount("open", written(item, item.open));
    let mut told = vec![phrase];
    if let Some(original) = item.original.filter(|original| *original != item.open) {
        let original = written(item, original);
        told.push(say("standing.original").amount("original", original));
    }
    if let Some(issued) = item.issued {
        told.push(say("standing.issued").day("issued", issued));
    }
    told
}

/// What was announced on top, or may be asked for, of the item or of several together.
pub(super) fn charges(known: &[Charge], item: &Item) -> Vec<Phrase> {
    let is_open =
        |charge: &Charge| matches!(charge.state, ChargeState::Announced | ChargeState::Claimable);
    let own = known.iter().filter(|charge| charge.items.contains(&item.id));
    let told = own.filter(|charge| is_open(charge)).map(|charge| {
        let is_alone = charge.items.len() < 2;
        say(match charge.kind {
            ChargeKind::Fee if is_alone => "standing.fee",
            ChargeKind::Fee => "standing.fee.together",
            ChargeKind::Interest if is_alone => "standing.interest",
            ChargeKind::Interest => "standing.interest.together",
        })
        .text("rule", &charge.rule)
        .amount("amount", with_vat(charge))
        .number("count", u32::try_from(charge.items.len()).unwrap_or(u32::MAX))
        .phrase("state", words::charge_state(charge.state))
    });
    told.collect()
}

fn with_vat(charge: &Charge) -> Amount {
    let Some(digits) = charge.currency.minor_units() else { return charge.amount };
    let minor = |amount| money::to_minor(amount, digits).unwrap_or(0);
    money::from_minor(money::add(minor(charge.amount), charge.vat.map_or(0, minor)), digits)
}

/// With the currency's decimals; what is no money of the currency is told as it came.
fn written(item: &Item, amount: Amount) -> Amount {
    let digits = item.currency.minor_units();
    let minor = digits.and_then(|digits| Some((money::to_minor(amount, digits).ok()?, digits)));
    minor.map_or(amount, |(minor, digits)| money::from_minor(minor, digits))
}

/// What is done now, and why.
fn at_present(decided: &Decision, action: Option<&Action>, item: &str) -> Vec<Phrase> {
    let mut told = Vec::new();
    match (&decided.outcome, action) {
        (Outcome::Closed {}, _) => told.push(say("now.closed")),
        (Outcome::Act { .. }, Some(action)) => {
            told.push(goes_out(action, item));
            if action.needs_approval && action.approval.is_none() {
                told.push(say("now.needsApproval"));
            }
        }
        (Outcome::Act { .. } | Outcome::Wait {}, _) => told.push(say("now.wait")),
    }
    told.extend(decided.holds.iter().map(holds::hold));
    told.extend(decided.reasons.iter().map(reasons::reason));
    told.extend(decided.findings.iter().map(reasons::finding));
    told
}

fn goes_out(action: &Action, item: &str) -> Phrase {
    let line = action.lines.iter().find(|line| line.item == *item);
    let left = action.total_with_charges.filter(|_| action.total.decimal().is_zero());
    let asked = left.unwrap_or(line.map_or(action.total, |line| line.dunned));
    let step = line.map_or(&action.step, |line| &line.step);
    let is_alone = action.lines.len() < 2;
    say(match action.kind {
        ActionKind::Call if is_alone => "now.call",
        ActionKind::Call => "now.callTogether",
        ActionKind::Message if is_alone => "now.act",
        ActionKind::Message => "now.actTogether",
    })
    .text("step", step)
    .phrase("by", words::by(action.channel))
    .contact("contact", &action.recipient.contact)
    .amount("asked", asked)
    .amount("total", left.unwrap_or(action.total))
    .end("until", action.expires_at)
}

/// What comes next, if nothing happens.
fn next(account: &Account, policy: &Policy, now: Moment, decided: &Decision) -> Vec<Phrase> {
    let until = now.plus_hours(AHEAD.saturating_mul(24));
    let mut assumed = Assumptions::new();
    assumed.calls = Some(AssumedCalls::Reached);
    let plans = forecast(account, policy, now, until, &assumed);
    let is_out = |action: &Action| matches!(&decided.outcome, Outcome::Act { delivery } if *delivery == action.delivery);
    let to_come = plans.iter().flat_map(|plan| &plan.actions).filter(|action| !is_out(action));
    let steps: Vec<_> = to_come.filter_map(|action| to_come_of(action, decided)).collect();
    let mut told = Vec::new();
    for (number, step) in steps.iter().take(MOST_STEPS).enumerate() {
        told.push(step.told(number == 0));
        if step.action.needs_approval {
            told.push(say("next.needsApproval").text("step", step.step));
        }
    }
    let more = u32::try_from(steps.len().saturating_sub(MOST_STEPS)).unwrap_or(u32::MAX);
    if more > 0 {
        told.push(say("next.more").number("count", more));
    }
    if steps.is_empty() {
        told.push(say("next.nothing").number("days", AHEAD));
    }
    if let Some(at) = decided.review_at {
        told.push(say("next.review").moment("at", at));
    }
    told
}

/// A step that is to come.
struct ToCome<'p> {
    action: &'p Action,
    step: &'p str,
    amount: Amount,
    /// The arrangement, if it is one of its own reminders.
    arrangement: Option<&'p str>,
}

impl ToCome<'_> {
    fn told(&self, is_first: bool) -> Phrase {
        let action = self.action;
        let phrase = match (self.arrangement, action.kind, is_first) {
            (Some(arrangement), _, true) => {
                say("next.first.instalment").text("arrangement", arrangement)
            }
            (Some(arrangement), _, false) => {
                say("next.then.instalment").text("arrangement", arrangement)
            }
            (None, ActionKind::Message, true) => say("next.first"),
            (None, ActionKind::Message, false) => say("next.then"),
            (None, ActionKind::Call, true) => say("next.first.call"),
            (None, ActionKind::Call, false) => say("next.then.call"),
        };
        phrase
            .moment("at", action.not_before)
            .text("step", self.step)
            .phrase("by", words::by(action.channel))
            .contact("contact", &action.recipient.contact)
            .amount("amount", self.amount)
    }
}

/// What an action to come is to the item: a step of its own, or a reminder of the arrangement that
/// covers it.
fn to_come_of<'p>(action: &'p Action, decided: &'p Decision) -> Option<ToCome<'p>> {
    if let Some(line) = action.lines.iter().find(|line| line.item == decided.item) {
        let (step, amount) = (line.step.as_str(), line.dunned);
        return Some(ToCome { action, step, amount, arrangement: None });
    }
    let covered = decided.holds.iter().find_map(|hold| match hold {
        Hold::Arranged { arrangement, .. } => Some(arrangement),
        _ => None,
    })?;
    let own = action.instalments.iter().any(|line| line.arrangement == *covered);
    let (step, amount) = (action.step.as_str(), action.total);
    own.then_some(ToCome { action, step, amount, arrangement: Some(covered.as_str()) })
}

/// What somebody can do to change it.
fn what_helps(item: &Item, decided: &Decision) -> Vec<Phrase> {
    let mut told: Vec<Phrase> = Vec::new();
    for phrase in decided.holds.iter().flat_map(remedies::remedies) {
        if !told.contains(&phrase) {
            told.push(phrase);
        }
    }
    let is_debt = !matches!(item.kind, ItemKind::CreditNote | ItemKind::UnappliedPayment);
    if is_debt
        && !decided.holds.iter().any(needs_no_money)
        && let Some(rest) = to_pay(item, decided)
    {
        told.push(say("remedy.pay").amount("open", rest));
    }
    if is_debt && decided.holds.iter().all(only_waits) {
        told.push(say("remedy.promise"));
    }
    told
}

/// What ends it when it is paid: what is open, less credits that still have to be allocated and
/// what the debtor was found right about. None if that is nothing.
fn to_pay(item: &Item, decided: &Decision) -> Option<Amount> {
    let digits = item.currency.minor_units()?;
    let minor = |amount: Amount| money::to_minor(amount, digits).ok();
    let mut rest = minor(item.open)?;
    for reason in &decided.reasons {
        let less = match reason {
            Reason::NothingOwed { netted } => *netted,
            Reason::Disputed {
                amount,
                outcome: Some(DisputeOutcome::Upheld {} | DisputeOutcome::Partly { .. }),
                ..
            } => *amount,
            _ => continue,
        };
        rest = rest.saturating_sub(minor(less)?);
    }
    (rest > 0).then(|| money::from_minor(rest, digits))
}

/// Nobody expects the debtor to pay, or nobody knows how much.
fn needs_no_money(hold: &Hold) -> bool {
    match hold {
        Hold::NothingOwed { why } => {
            matches!(why, NothingOwedWhy::AwaitingAllocation | NothingOwedWhy::ChargesLeft)
        }
        Hold::Disputed { why, .. } => *why == DisputedWhy::AwaitingCredit,
        Hold::Withdrawn { .. }
        | Hold::Deceased { .. }
        | Hold::Insolvent { .. }
        | Hold::TimeBarred { .. }
        | Hold::Invalid { .. } => true,
        _ => false,
    }
}

/// The ladder would go on: a promise would stop it.
fn only_waits(hold: &Hold) -> bool {
    match hold {
        Hold::Step { why, .. } => matches!(why, StepWhy::NotYetDue | StepWhy::TooFewItems),
        other => matches!(other, Hold::Timing { .. } | Hold::Rescheduled { .. }),
    }
}
