//! Sendings undone, history taken over, debtors merged: what people want, checked.

use super::intentions::{Events, level_imported, needed, one, unknown_entry};
use super::invalid;
use crate::error::Refusal;
use crate::model::{
    Command, Cover, DebtorMerge, Event, HistoryImport, StepKey, Subject, Trouble, Undoing,
};
use crate::standing::{Standing, StepState, subject_of};

pub(super) fn events(standing: &Standing<'_>, command: &Command) -> Events {
    match command {
        Command::Undo { undo } => undone(standing, undo),
        Command::ImportHistory { history } => history_imported(standing, history),
        Command::MergeDebtor { merge } => merged(standing, merge),
        other => super::acts::events(standing, other),
    }
}

fn undone(standing: &Standing<'_>, undo: &Undoing) -> Events {
    needed("undo.reason", &undo.reason)?;
    let known = standing.deliveries.find(&undo.delivery);
    let sent = known.filter(|known| known.sent_at().is_some());
    let delivery = sent.ok_or_else(|| unknown_entry(&undo.delivery, "sent delivery"))?;
    let over = || Refusal::Ended { what: "delivery".into(), entry: undo.delivery.clone() };
    let mut any = false;
    for cover in delivery.covers() {
        let is_wanted = undo.steps.is_empty() || undo.steps.contains(&cover.key);
        let stands = delivery.state(&cover.key) == StepState::Reached;
        if !is_wanted || (!stands && undo.steps.is_empty()) {
            continue;
        }
        if !stands {
            return Err(over());
        }
        highest_first(standing, cover)?;
        any = true;
    }
    let is_covered = |step: &StepKey| delivery.covers().iter().any(|cover| cover.key == *step);
    if !any || !undo.steps.iter().all(is_covered) {
        return Err(over());
    }
    one(subject_of(delivery.covers()), Event::Undone { undone: undo.clone() })
}

/// A step is undone only when no higher one of the same subject stands.
fn highest_first(standing: &Standing<'_>, undone: &Cover) -> Result<(), Refusal> {
    let own = (undone.key.occurrence, place(standing, &undone.key));
    for delivery in standing.deliveries.all() {
        for cover in delivery.covers() {
            let same = cover.key.subject == undone.key.subject
                && cover.key.scenario == undone.key.scenario;
            let is_higher = (cover.key.occurrence, place(standing, &cover.key)) > own;
            let state = delivery.state(&cover.key);
            if same && is_higher && matches!(state, StepState::Queued | StepState::Reached) {
                return Err(Refusal::HigherStands {
                    step: undone.key.step.clone(),
                    higher: cover.key.step.clone(),
                    delivery: delivery.id.clone(),
                });
            }
        }
    }
    Ok(())
}

/// How high a step stands in its scenario.
fn place(standing: &Standing<'_>, key: &StepKey) -> Option<usize> {
    if let Subject::Instalment { .. } = &key.subject {
        return standing.policy.arranging.reminders.iter().position(|step| step.id == key.step);
    }
    let ladder = standing.policy.ladder(&key.scenario, None);
    ladder.and_then(|at| standing.policy.ladder_at(at))?.rung(&key.step)
}

fn history_imported(standing: &Standing<'_>, history: &HistoryImport) -> Events {
    if history.levels.is_empty() {
        return Err(invalid("history.levels", "[]", Trouble::Empty));
    }
    let mut events = Vec::with_capacity(history.levels.len());
    for (number, level) in history.levels.iter().enumerate() {
        let path = format!("history.levels[{number}]");
        events.extend(level_imported(standing, level, &path)?);
    }
    Ok(events)
}

fn merged(standing: &Standing<'_>, merge: &DebtorMerge) -> Events {
    needed("merge.debtor", &merge.debtor)?;
    if merge.debtor == standing.account.debtor.id {
        return Err(invalid("merge.debtor", &merge.debtor, Trouble::DuplicateId));
    }
    if merge.last_entry.as_ref().is_some_and(|entry| entry.is_empty()) {
        return Err(invalid("merge.lastEntry", "", Trouble::Empty));
    }
    one(Subject::Debtor {}, Event::DebtorMerged { merge: merge.clone() })
}
