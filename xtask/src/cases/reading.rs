//! What a plan says, in the words that cases ask for.

use dunning::{ApprovalWhy, Decision, Hold, NothingOwedWhy, Outcome, Plan, Reason, StepWhy};
use serde_json::{Value, json};

/// The decision on an item.
pub(super) fn decision<'p>(plan: &'p Plan, item: &str) -> Option<&'p Decision> {
    plan.decisions.iter().find(|decision| decision.item == item)
}

/// True if the item goes out with an action.
pub(super) fn acts(plan: &Plan, item: &str) -> bool {
    decision(plan, item).is_some_and(|one| matches!(one.outcome, Outcome::Act { .. }))
}

/// The items of all actions, in their order.
pub(super) fn lines(plan: &Plan) -> Vec<&str> {
    plan.actions.iter().flat_map(|one| &one.lines).map(|line| line.item.as_str()).collect()
}

/// The step that an item takes in this plan.
pub(super) fn step<'p>(plan: &'p Plan, item: &str) -> Option<&'p str> {
    let lines = plan.actions.iter().flat_map(|one| &one.lines);
    lines.filter(|line| line.item == item).map(|line| line.step.as_str()).next()
}

/// A level by the name of its step: a number, or a word.
pub(super) fn level(step: Option<&str>) -> Value {
    step.map_or(Value::Null, |step| {
        step.parse::<u64>().map_or_else(|_| json!(step), |number| json!(number))
    })
}

/// True if nothing is open, or what is open is covered or too little.
pub(super) fn owes_nothing(decision: &Decision) -> bool {
    decision.holds.iter().any(|hold| matches!(hold, Hold::NothingOwed { .. }))
}

/// True if nothing is open by the books: not so of a credit.
pub(super) fn is_settled(decision: &Decision) -> bool {
    let settled = |hold: &Hold| matches!(hold, Hold::NothingOwed { why: NothingOwedWhy::Settled });
    decision.holds.iter().any(settled)
}

/// The step that is due and does not go out, as money that is not matched covers it.
pub(super) fn covered(decision: &Decision) -> Option<&str> {
    let awaits =
        |hold: &Hold| matches!(hold, Hold::NothingOwed { why: NothingOwedWhy::AwaitingAllocation });
    let covered = decision.holds.iter().all(awaits) && !decision.holds.is_empty();
    decision.reasons.iter().filter(|_| covered).find_map(|reason| match reason {
        Reason::Step { step, .. } => Some(step.as_str()),
        _ => None,
    })
}

pub(super) fn is_blocked(decision: &Decision) -> bool {
    decision.holds.iter().any(|hold| matches!(hold, Hold::Blocked { .. }))
}

/// The step that was proposed and waits for a person.
pub(super) fn undecided(decision: &Decision) -> Option<&str> {
    decision.holds.iter().find_map(|hold| match hold {
        Hold::AwaitingApproval { step, why: ApprovalWhy::Undecided, .. } => Some(step.as_str()),
        _ => None,
    })
}

/// True if all steps are done.
pub(super) fn has_ended(decision: &Decision) -> bool {
    let ended = |why: &StepWhy| matches!(why, StepWhy::LadderEnded | StepWhy::HandoverDue);
    decision.holds.iter().any(|hold| matches!(hold, Hold::Step { why, .. } if ended(why)))
}

/// True if its step comes later.
pub(super) fn is_not_due(decision: &Decision) -> bool {
    let later = |hold: &Hold| matches!(hold, Hold::Step { why: StepWhy::NotYetDue, .. });
    decision.holds.iter().any(later)
}
