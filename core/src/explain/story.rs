//! The story of one item, in phrases.

use super::phrase::{Phrase, Voice, say};
use super::{Topic, events, holds, reasons, remedies, words};
use crate::calendar::{Day, Moment};
use crate::forecast::forecast;
use crate::model::{
    Account, Action, ActionKind, AssumedCalls, Assumptions, Decision, Hold, Item, ItemKind,
    NothingOwedWhy, Outcome, Plan,
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
        (Topic::Standing, standing(voice, known, now)),
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
    let asked = line.map_or(action.total, |line| line.dunned);
    let step = line.map_or(&action.step, |line| &line.step);
    let key = match action.kind {
        ActionKind::Call => "now.call",
        ActionKind::Message if action.lines.len() > 1 => "now.actTogether",
        ActionKind::Message => "now.act",
    };
    say(key)
        .text("step", step)
        .phrase("by", words::by(action.channel))
        .contact("contact", &action.recipient.contact)
        .amount("asked", asked)
        .amount("total", action.total)
        .moment("until", action.expires_at)
}

/// What comes next, if nothing happens.
fn next(account: &Account, policy: &Policy, now: Moment, decided: &Decision) -> Vec<Phrase> {
    let until = now.plus_hours(AHEAD.saturating_mul(24));
    let mut assumed = Assumptions::new();
    assumed.calls = Some(AssumedCalls::Reached);
    let plans = forecast(account, policy, now, until, &assumed);
    let is_out = |action: &Action| matches!(&decided.outcome, Outcome::Act { delivery } if *delivery == action.delivery);
    let mut steps = Vec::new();
    for action in plans.iter().flat_map(|plan| &plan.actions).filter(|action| !is_out(action)) {
        let line = action.lines.iter().find(|line| line.item == decided.item);
        if let Some(line) = line {
            steps.push((action, line));
        }
    }
    let mut told = Vec::new();
    for (number, (action, line)) in steps.iter().take(MOST_STEPS).enumerate() {
        let key = if number == 0 { "next.first" } else { "next.then" };
        told.push(
            say(key)
                .moment("at", action.not_before)
                .text("step", &line.step)
                .phrase("by", words::by(action.channel))
                .contact("contact", &action.recipient.contact)
                .amount("amount", line.dunned),
        );
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

/// What somebody can do to change it.
fn what_helps(item: &Item, decided: &Decision) -> Vec<Phrase> {
    let mut told: Vec<Phrase> = Vec::new();
    for phrase in decided.holds.iter().flat_map(remedies::remedies) {
        if !told.contains(&phrase) {
            told.push(phrase);
        }
    }
    let is_debt = !matches!(item.kind, ItemKind::CreditNote | ItemKind::UnappliedPayment);
    if is_debt && !decided.holds.iter().any(needs_no_money) {
        told.push(say("remedy.pay").amount("open", written(item, item.open)));
    }
    if is_debt && decided.holds.iter().all(only_waits) {
        told.push(say("remedy.promise"));
    }
    told
}

/// Nobody expects the debtor to pay.
fn needs_no_money(hold: &Hold) -> bool {
    let is_covered = Hold::NothingOwed { why: NothingOwedWhy::AwaitingAllocation };
    *hold == is_covered || matches!(hold, Hold::Withdrawn { .. })
}

/// The ladder would go on: a promise would stop it.
fn only_waits(hold: &Hold) -> bool {
    matches!(hold, Hold::Step { .. } | Hold::Timing { .. } | Hold::Rescheduled { .. })
}
