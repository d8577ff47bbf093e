//! What a person says to a proposal.

use super::intentions::{Events, needed, one};
use super::invalid;
use crate::error::Refusal;
use crate::model::{Action, Approval, Event, Proposal, Rejection, StepKey, Subject, Trouble};
use crate::plan::{planned_like, same_steps};
use crate::standing::{Rechecked, Ruling, Standing, subject_of};
use crate::text::Str;

pub(super) fn proposed(standing: &Standing<'_>, action: &Action) -> Events {
    let fingerprint = as_planned(standing, action)?;
    let proposal = Proposal {
        delivery: action.delivery.clone(),
        steps: steps(action),
        fingerprint,
        items: part(standing, action),
    };
    one(subject_of(&action.covers), Event::Proposed { proposal })
}

/// Approves what a person saw; refused if it is planned otherwise by now, or if whoever proposed
/// it approves it where that takes somebody else.
pub(super) fn approved(
    standing: &Standing<'_>,
    action: &Action,
    text: Option<&Str>,
    actor: &str,
) -> Events {
    let fingerprint = as_planned(standing, action)?;
    let proposal = standing.acts.rulings.iter().rfind(|ruling| {
        matches!(ruling.ruling, Ruling::Proposed(_))
            && same_steps(ruling.steps(), action)
            && ruling.is_about_part(action)
    });
    if standing.policy.approval_other_person
        && proposal.is_some_and(|proposal| proposal.entry.actor == actor)
    {
        return Err(Refusal::SamePerson { actor: actor.into() });
    }
    let approval = Approval {
        steps: steps(action),
        fingerprint,
        total: action.total,
        currency: action.currency,
        text: text.cloned(),
        items: part(standing, action),
    };
    one(subject_of(&action.covers), Event::Approved { approval })
}

pub(super) fn rejected(standing: &Standing<'_>, rejection: &Rejection) -> Events {
    needed("rejection.reason", &rejection.reason)?;
    let first = rejection.steps.first();
    let first = first.ok_or_else(|| invalid("rejection.steps", "[]", Trouble::Empty))?;
    for key in &rejection.steps {
        super::known::known_step(standing, key)?;
    }
    for item in &rejection.items {
        super::known::known_item(standing, item)?;
    }
    if let Some(until) = rejection.until.filter(|until| until.number() < standing.today) {
        return Err(invalid("rejection.until", &until.to_string(), Trouble::InPast));
    }
    let is_one = rejection.steps.iter().all(|key| key.subject == first.subject);
    let subject = if is_one { first.subject.clone() } else { Subject::Debtor {} };
    one(subject, Event::Rejected { rejection: rejection.clone() })
}

/// An action that a person has to approve first is approved as it stands.
pub(super) fn is_approved(standing: &Standing<'_>, action: &Action) -> Result<(), Refusal> {
    if !standing.policy.has_proposals && !action.needs_approval {
        return Ok(());
    }
    let planned = planned_in_run(standing, action);
    let needs_approval = planned.as_ref().map_or(action.needs_approval, |one| one.needs_approval);
    if !needs_approval || planned.is_some_and(|planned| planned.approval.is_some()) {
        return Ok(());
    }
    let step = action.step.clone();
    Err(Refusal::NotApproved { step, delivery: action.delivery.clone() })
}

/// The action as it would be planned now. What else went out in its run does not stand in its way:
/// all of that is one contact.
fn planned_in_run(standing: &Standing<'_>, action: &Action) -> Option<Action> {
    let run = Rechecked {
        delivery: &action.delivery,
        planned_at: action.planned_at,
        not_before: action.not_before,
    };
    let (account, policy, now) = (standing.account, standing.policy, standing.now);
    planned_like(&Standing::new(account, policy, now, Some(run)), action)
}

/// The fingerprint of the action, if it is planned just so now.
fn as_planned(standing: &Standing<'_>, action: &Action) -> Result<Str, Refusal> {
    let planned = planned_in_run(standing, action);
    let now = planned.and_then(|planned| planned.fingerprint);
    match (now, &action.fingerprint) {
        (Some(now), Some(shown)) if now == *shown => Ok(now),
        (planned, shown) => Err(Refusal::PlannedOtherwise {
            delivery: action.delivery.clone(),
            shown: shown.clone(),
            planned,
        }),
    }
}

/// The items of an action, if other items take its steps by other deliveries, or if somebody decided
/// on some items alone: nothing is said of the others then.
fn part(standing: &Standing<'_>, action: &Action) -> Vec<Str> {
    let takes = |key: &StepKey| action.covers.iter().any(|cover| cover.key == *key);
    let mut rulings = standing.acts.rulings.iter();
    let is_part = action.covers.iter().any(|cover| !cover.without.is_empty())
        || rulings.any(|ruling| !ruling.items().is_empty() && ruling.steps().iter().any(takes));
    let lines = action.lines.iter().filter(|_| is_part);
    lines.map(|line| line.item.clone()).collect()
}

fn steps(action: &Action) -> Vec<StepKey> {
    action.covers.iter().map(|cover| cover.key.clone()).collect()
}
