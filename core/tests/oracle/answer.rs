//! What is compared, as text: the oracle's answer, and the same read out of a plan.

use std::collections::BTreeSet;
use std::fmt;

use dunning::{Action, Deadline, Decision, Hold, Outcome, Plan, Reason};
use serde_json::Value;

use super::facts::{World, minor, number};
use super::named::{Named, bases, fees_told};

#[derive(Default, PartialEq, Eq, Debug, Clone)]
pub(crate) struct ItemAnswer {
    pub(crate) item: String,
    pub(crate) outcome: &'static str,
    pub(crate) holds: BTreeSet<String>,
    pub(crate) passed: Vec<String>,
    /// The next step, its occurrence and its day.
    pub(crate) next: Option<String>,
    pub(crate) level: Option<String>,
}

#[derive(Default, PartialEq, Eq, Debug)]
pub(crate) struct Answer {
    pub(crate) items: Vec<ItemAnswer>,
    pub(crate) actions: BTreeSet<String>,
    /// The fees of the journal, as they stand.
    pub(crate) fees: BTreeSet<String>,
}

/// A word of the public vocabulary, as it stands in JSON.
pub(crate) fn word(value: impl serde::Serialize) -> String {
    match serde_json::to_value(value).unwrap() {
        Value::String(word) => word,
        other => other.to_string(),
    }
}

impl Answer {
    /// What the library said.
    pub(crate) fn of(world: &World<'_>, plan: &Plan) -> Self {
        let items = plan.decisions.iter().map(|decision| ItemAnswer::of(world, decision));
        let actions = plan.actions.iter().map(|one| action(world, one));
        let fees = plan.charges.iter().map(|one| Named::of(one).stands());
        Self { items: items.collect(), actions: actions.collect(), fees: fees.collect() }
    }
}

/// What a person sees who approves it.
pub(crate) fn shown(world: &World<'_>, action: &Action) -> String {
    let recipient = &action.recipient;
    let (contact, address) = (&recipient.contact, &recipient.address.id);
    let mut text = format!("{} to {contact} {address}", word(action.channel));
    if let Some(Deadline::On { date }) = &action.deadline {
        let days = number(*date) - world.day_of(action.not_before);
        text.push_str(&format!(" within {days}"));
    }
    text.push_str(&format!(": as {}", action.step));
    for line in &action.lines {
        let dunned = minor(line.dunned, action.currency);
        text.push_str(&format!(" {}/{} {dunned}", line.item, line.step));
    }
    for line in &action.instalments {
        let unpaid = minor(line.unpaid, action.currency);
        text.push_str(&format!(" {}#{}/{} {unpaid}", line.arrangement, line.number, line.step));
    }
    let total = minor(action.total, action.currency);
    text.push_str(&format!(" = {total} {}", action.currency));
    let named: Vec<Named> = action.charges.iter().map(Named::of).collect();
    let sum = action.total_with_charges.map(|sum| minor(sum, action.currency));
    text + &fees_told(&named, sum)
}

fn action(world: &World<'_>, action: &Action) -> String {
    let mut text = shown(world, action);
    let named: Vec<Named> = action.charges.iter().map(Named::of).collect();
    text.push_str(&format!(" (attempt {}){}", action.attempt, bases(&named)));
    if action.not_before != action.planned_at {
        text.push_str(&format!(" at {}", action.not_before));
    }
    let without = action.covers.iter().flat_map(|cover| &cover.without);
    let without: BTreeSet<&str> = without.map(|item| item.as_str()).collect();
    if !without.is_empty() {
        text.push_str(&format!(" without {without:?}"));
    }
    if action.needs_approval {
        text.push_str(said(action.approval.is_some()));
    }
    text
}

pub(crate) fn said(is_approved: bool) -> &'static str {
    if is_approved { " approved" } else { " to be approved" }
}

impl ItemAnswer {
    fn of(world: &World<'_>, decision: &Decision) -> Self {
        let passed = decision.reasons.iter().filter_map(|reason| match reason {
            Reason::Skipped { step, why, .. } => Some(format!("{step} {}", word(why))),
            _ => None,
        });
        let next = decision.next.as_ref();
        Self {
            item: decision.item.to_string(),
            outcome: match decision.outcome {
                Outcome::Act { .. } => "act",
                Outcome::Wait {} => "wait",
                Outcome::Closed {} => "closed",
                _ => panic!("a choice that the oracle does not know"),
            },
            holds: decision.holds.iter().map(|hold| told(world, &decision.item, hold)).collect(),
            passed: passed.collect(),
            next: next.map(|next| {
                let key = &next.key;
                format!("{} {} {} {}", key.scenario, key.step, key.occurrence, number(next.due_on))
            }),
            level: decision.level.as_ref().map(ToString::to_string),
        }
    }
}

/// A hold in the oracle's words.
fn told(world: &World<'_>, item: &str, hold: &Hold) -> String {
    match hold {
        Hold::Stale { .. } => "stale".to_owned(),
        Hold::NothingOwed { why } => format!("nothingOwed {}", word(why)),
        Hold::Blocked { block, .. } => format!("blocked {block}"),
        Hold::Rescheduled { entry, step, to, .. } => {
            format!("rescheduled {entry} {step} {}", number(*to))
        }
        Hold::Disputed { dispute, why, .. } => format!("disputed {dispute} {}", word(why)),
        Hold::Promised { promise, why, until, .. } => {
            format!("promised {promise} {} {}", word(why), number(*until))
        }
        Hold::OutcomeUnknown { delivery, why, .. } => {
            format!("outcomeUnknown {delivery} {}", word(why))
        }
        Hold::Arranged { arrangement, why, amount, until, next } => {
            let rests = world.minor_of(item, *amount);
            let (next, until) = (next.map(number), number(*until));
            format!("arranged {arrangement} {} {rests} {next:?} {until}", word(why))
        }
        Hold::TimeBarred { on } => format!("timeBarred {on}"),
        Hold::HandedOver { stop, .. } => format!("handedOver {stop}"),
        Hold::Insolvent { stop, .. } => format!("insolvent {stop}"),
        Hold::Deceased { stop, .. } => format!("deceased {stop}"),
        Hold::Withdrawn { stop, .. } => format!("withdrawn {stop}"),
        Hold::Questioned { question, until, .. } => {
            format!("questioned {question} {}", number(*until))
        }
        Hold::Scenario { why, .. } => format!("scenario {}", word(why)),
        Hold::Step { why, on, step } => {
            let step = step.as_ref().map(ToString::to_string).unwrap_or_default();
            match word(why).as_str() {
                "noAnchor" => "step noAnchor".to_owned(),
                why => format!("step {why} {step} {}", number(*on)),
            }
        }
        Hold::Rejected { entry, .. } => format!("rejected {entry}"),
        Hold::BelowMinimum { step, .. } => format!("belowMinimum {step}"),
        Hold::LegalData { step, .. } => format!("legalData {step}"),
        Hold::Called { step, why, until, .. } => {
            format!("called {step} {} {}", word(why), world.day_of(*until))
        }
        Hold::Timing { why, until } => format!("timing {} {}", word(why), world.day_of(*until)),
        Hold::Replied { inbound, why, .. } => format!("replied {inbound} {}", word(why)),
        Hold::Unreachable { step, excluded } => {
            let why =
                excluded.iter().map(|one| format!(" {} {}", word(one.channel), word(one.why)));
            format!("unreachable {step}{}", why.collect::<String>())
        }
        Hold::AwaitingApproval { step, why, entry } => {
            format!("awaitingApproval {step} {} {}", word(why), entry.as_deref().unwrap_or(""))
        }
        other => format!("{other:?}"),
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for item in &self.items {
            writeln!(
                f,
                "{} {}: level {:?}, next {:?}",
                item.item, item.outcome, item.level, item.next
            )?;
            for hold in &item.holds {
                writeln!(f, "    hold {hold}")?;
            }
            for passed in &item.passed {
                writeln!(f, "    passed {passed}")?;
            }
        }
        self.actions.iter().try_for_each(|action| writeln!(f, "  action {action}"))?;
        self.fees.iter().try_for_each(|fee| writeln!(f, "  fee {fee}"))
    }
}
