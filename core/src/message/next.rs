//! Where a step stands on its ladder: what really follows if nothing comes, and which template suits.

use super::fields::Next;
use crate::model::{Action, ActionKind, ChargeClaim, ChargeState};
use crate::policy::{AfterLast, Offset, Policy, Scenario, Step, Work};

/// What follows, and its name for the journal.
pub(super) fn next(policy: &Policy, action: &Action) -> (Next, Option<&'static str>) {
    let mut next = Next::default();
    let Some((scenario, at)) = place(policy, action) else { return (next, None) };
    let later = scenario.steps.get(at.saturating_add(1)..).unwrap_or_default();
    let claimed_later =
        |claim| matches!(claim, Some(ChargeClaim::AfterDeadline | ChargeClaim::WithNextStep));
    next.costs = action
        .charges
        .iter()
        .any(|one| one.state == ChargeState::Announced && claimed_later(one.claim));
    let consequence = match later.split_first() {
        Some((step, rest)) => {
            next.costs |= step.fee.is_some() || step.interest.is_some();
            of_step(step, rest, &mut next)
        }
        None => match scenario.after_last {
            Some(AfterLast::Repeat { .. }) => {
                next.reminder = true;
                "reminder"
            }
            Some(AfterLast::Handover {}) => {
                next.handover = true;
                "handover"
            }
            _ => {
                next.person = true;
                "person"
            }
        },
    };
    (next, Some(consequence))
}

fn of_step(step: &Step, rest: &[Step], next: &mut Next) -> &'static str {
    let is_message = |step: &&Step| matches!(step.work, Work::Message { .. });
    if let Work::Call { .. } = step.work {
        next.call = true;
        "call"
    } else if step.legal_notice.is_some() {
        next.legal_notice = true;
        "legalNotice"
    } else if rest.iter().find(is_message).is_some() {
        next.reminder = true;
        "reminder"
    } else {
        next.last_reminder = true;
        "lastReminder"
    }
}

/// The scenario of the action's highest step, and that step's place in it.
fn place<'p>(policy: &'p Policy, action: &Action) -> Option<(&'p Scenario, usize)> {
    let cover = action.covers.iter().find(|cover| cover.key.step == action.step)?;
    let is_it =
        |one: &&Scenario| one.id == cover.key.scenario && one.version == cover.scenario_version;
    let scenario = policy.doc().scenarios.iter().find(is_it)?;
    let at = scenario.steps.iter().position(|step| step.id == action.step)?;
    Some((scenario, at))
}

/// The template of a step that names none.
pub(super) fn by_place(policy: &Policy, action: &Action) -> &'static str {
    if !action.instalments.is_empty() {
        return "instalment-reminder";
    }
    if action.kind == ActionKind::Call {
        return "call-script";
    }
    let Some((scenario, at)) = place(policy, action) else { return "friendly-reminder" };
    let step = scenario.steps.get(at);
    match step.and_then(|step| step.legal_notice.as_deref()) {
        Some("nl_14_day_letter") => return "fourteen-day-letter",
        Some("be_first_reminder") => return "first-reminder-free",
        _ => {}
    }
    let is_early = |offset: &Offset| match offset {
        Offset::Days { days } | Offset::BusinessDays { days, .. } => *days < 0,
        Offset::EndOfMonth { .. } => false,
    };
    if step.is_some_and(|step| step.anchor.is_none() && is_early(&step.offset)) {
        return "due-soon";
    }
    let messages: Vec<usize> = scenario
        .steps
        .iter()
        .enumerate()
        .filter(|(_, step)| {
            let is_message = matches!(step.work, Work::Message { .. });
            is_message && !(step.anchor.is_none() && is_early(&step.offset))
        })
        .map(|(number, _)| number)
        .collect();
    if messages.first() == Some(&at) {
        "friendly-reminder"
    } else if messages.last() == Some(&at) {
        "final-demand"
    } else {
        "second-reminder"
    }
}
