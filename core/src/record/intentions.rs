//! Intentions: what people want. They are checked.

use super::charges;
use super::known::{known_item, known_step, known_subject, known_to_policy};
use super::promise::promise;
use super::reports::sent_copies;
use super::{approval, invalid};
use crate::calendar::Day;
use crate::error::Refusal;
use crate::model::{
    Action, BlockScope, Cancellation, Command, Cover, Dispute, DisputeClosing, DisputeMade,
    DisputeOutcome, DunningBlock, Event, LevelImport, NoteEdit, Queueing, Rescheduling, Skipping,
    StepKey, Subject, Trouble, Unblocking,
};
use crate::money;
use crate::plan::{due_day, ladder_of};
use crate::standing::{Standing, StepState, is_without, item_of, subject_of};

pub(super) type Events = Result<Vec<(Subject, Event)>, Refusal>;

pub(super) fn events(standing: &Standing<'_>, command: &Command, actor: &str) -> Events {
    match command {
        Command::Propose { action } => approval::proposed(standing, action),
        Command::Approve { action, text } => {
            approval::approved(standing, action, text.as_ref(), actor)
        }
        Command::Reject { rejection } => approval::rejected(standing, rejection),
        Command::Queue { action } => queue(standing, action),
        Command::Cancel { cancel } => cancelled(standing, cancel),
        Command::Block { block } => blocked(standing, block),
        Command::Unblock { unblock } => unblocked(standing, unblock),
        Command::Reschedule { reschedule } => rescheduled(standing, reschedule),
        Command::Skip { skip } => skipped(standing, skip),
        Command::Promise { promise: made } => promise(standing, made),
        Command::OpenDispute { dispute } => dispute_opened(standing, dispute),
        Command::CloseDispute { closing } => dispute_closed(standing, closing),
        Command::WriteNote { about, note } => {
            if let Subject::Item { item } = about {
                known_item(standing, item)?;
            }
            needed("note.text", &note.text)?;
            one(about.clone(), Event::NoteWritten { note: note.clone() })
        }
        Command::EditNote { edit } => note_edited(standing, edit),
        Command::ImportLevel { level } => level_imported(standing, level, "level"),
        Command::Charged { booking } => charges::booked(standing, booking),
        Command::Waive { waiver } => {
            needed("waiver.reason", &waiver.reason)?;
            charges::waived(standing, waiver)
        }
        other => super::repair::events(standing, other),
    }
}

pub(super) fn one(subject: Subject, event: Event) -> Events {
    Ok(vec![(subject, event)])
}

fn queue(standing: &Standing<'_>, action: &Action) -> Events {
    if action.covers.is_empty() {
        return Err(invalid("action.covers", "[]", Trouble::Empty));
    }
    if standing.deliveries.find(&action.delivery).is_some() {
        let entry = action.delivery.clone();
        return Err(Refusal::Ended { what: "delivery".into(), entry });
    }
    for cover in &action.covers {
        let key = &cover.key;
        known_subject(standing, key)?;
        known_to_policy(standing, key, Some(cover.scenario_version))?;
        let standing_delivery = standing.deliveries.all().iter().find(|delivery| {
            let mut known = delivery.covers().iter().filter(|known| known.key == *key);
            known.any(|known| !is_apart(known, action))
                && matches!(delivery.state(key), StepState::Queued | StepState::Reached)
        });
        if let Some(delivery) = standing_delivery {
            let (step, delivery) = (key.step.clone(), delivery.id.clone());
            return Err(Refusal::AlreadyOut { step, delivery });
        }
    }
    approval::is_approved(standing, action)?;
    let queued = Queueing {
        delivery: action.delivery.clone(),
        covers: action.covers.clone(),
        channel: action.channel,
        contact: action.recipient.contact.clone(),
        address: action.recipient.address.clone(),
        attempt: action.attempt,
        planned_at: action.planned_at,
        expires_at: action.expires_at,
        charges: charges::announced(action),
        copies: sent_copies(action),
    };
    one(subject_of(&action.covers), Event::Queued { queued })
}

/// True if a delivery that stands carries out a step without any of the action's items: several
/// deliveries carry it out together.
fn is_apart(known: &Cover, action: &Action) -> bool {
    let mut items = action.lines.iter().filter(|line| line.step == known.key.step).peekable();
    items.peek().is_some() && items.all(|line| is_without(known, &line.item))
}

fn cancelled(standing: &Standing<'_>, cancel: &Cancellation) -> Events {
    needed("cancel.reason", &cancel.reason)?;
    let unknown = || Refusal::UnknownEntry {
        entry: cancel.delivery.clone(),
        expected: "queued delivery".into(),
    };
    let delivery = standing.deliveries.find(&cancel.delivery).ok_or_else(unknown)?;
    delivery.queued_at().ok_or_else(unknown)?;
    let waiting = |key: &StepKey| delivery.state(key) == StepState::Queued;
    let all_wait = if cancel.steps.is_empty() {
        delivery.covers().iter().any(|cover| waiting(&cover.key))
    } else {
        let is_covered = |key: &&StepKey| delivery.covers().iter().any(|cover| cover.key == **key);
        cancel.steps.iter().all(|key| is_covered(&key) && waiting(key))
    };
    if delivery.sent_at().is_some() || !all_wait {
        let entry = cancel.delivery.clone();
        return Err(Refusal::Ended { what: "delivery".into(), entry });
    }
    one(subject_of(delivery.covers()), Event::Cancelled { cancelled: cancel.clone() })
}

fn blocked(standing: &Standing<'_>, block: &DunningBlock) -> Events {
    needed("block.reason", &block.reason)?;
    if standing.policy.block_note_required {
        needed("block.text", block.text.as_deref().unwrap_or_default())?;
    }
    let subject = match &block.scope {
        BlockScope::Item { item } | BlockScope::Step { item: Some(item), .. } => {
            known_item(standing, item)?;
            Subject::Item { item: item.clone() }
        }
        _ => Subject::Debtor {},
    };
    if let BlockScope::Step { step, item } = &block.scope {
        let scenarios = &standing.policy.doc().scenarios;
        // A reminder of instalments is one of no item.
        let reminds = item.is_none() && standing.policy.arranging.reminder(step).is_some();
        let is_known = scenarios.iter().any(|known| known.steps.iter().any(|one| one.id == *step));
        if !is_known && !reminds {
            return Err(Refusal::UnknownStep { step: step.clone(), scenario: None });
        }
    }
    let begins = block.begins.unwrap_or_else(|| Day::of(standing.today));
    if let Some(until) = block.until.filter(|until| *until < begins) {
        return Err(invalid("block.until", &until.to_string(), Trouble::InPast));
    }
    one(subject, Event::Blocked { block: block.clone() })
}

fn unblocked(standing: &Standing<'_>, unblock: &Unblocking) -> Events {
    let known = standing.blocks.iter().find(|known| known.entry.id == unblock.block);
    let block = known.ok_or_else(|| unknown_entry(&unblock.block, "block"))?;
    if block.lifted || block.until < standing.today {
        let entry = unblock.block.clone();
        return Err(Refusal::Ended { what: "block".into(), entry });
    }
    one(block.entry.subject.clone(), Event::Unblocked { unblock: unblock.clone() })
}

fn rescheduled(standing: &Standing<'_>, reschedule: &Rescheduling) -> Events {
    needed("reschedule.reason", &reschedule.reason)?;
    step_ahead(standing, &reschedule.step)?;
    if reschedule.to.number() < standing.today {
        return Err(invalid("reschedule.to", &reschedule.to.to_string(), Trouble::InPast));
    }
    let mut reschedule = reschedule.clone();
    reschedule.was = due_day(standing, &reschedule.step).map(Day::of);
    one(reschedule.step.subject.clone(), Event::Rescheduled { reschedule })
}

fn skipped(standing: &Standing<'_>, skip: &Skipping) -> Events {
    step_ahead(standing, &skip.step)?;
    needed("skip.reason", &skip.reason)?;
    if is_required(standing, &skip.step) {
        return Err(invalid("skip.step", &skip.step.step, Trouble::Required));
    }
    one(skip.step.subject.clone(), Event::Skipped { skip: skip.clone() })
}

/// True if the law demands the step: on the ladder that the item follows, else on the newest.
fn is_required(standing: &Standing<'_>, key: &StepKey) -> bool {
    let items = &standing.account.items;
    let at = items.iter().position(|item| item_of(key) == Some(item.id.as_str()));
    let followed = at.and_then(|at| ladder_of(standing, at));
    let ladder = followed.or_else(|| standing.policy.ladder(&key.scenario, None));
    let ladder = ladder.and_then(|at| standing.policy.ladder_at(at));
    let ladder = ladder.filter(|ladder| ladder.id == key.scenario);
    let rung = ladder.and_then(|ladder| ladder.rungs.get(ladder.rung(&key.step)?));
    rung.is_some_and(|rung| rung.required)
}

/// A step that the policy has, of something that is known and has not reached it.
fn step_ahead(standing: &Standing<'_>, key: &StepKey) -> Result<(), Refusal> {
    known_step(standing, key)?;
    let reached = standing.deliveries.all().iter().find(|delivery| {
        delivery.covers().iter().any(|known| known.key == *key)
            && delivery.state(key) == StepState::Reached
    });
    if let Some(delivery) = reached {
        let (step, delivery) = (key.step.clone(), delivery.id.clone());
        return Err(Refusal::AlreadyOut { step, delivery });
    }
    Ok(())
}

pub(super) fn dispute_opened(standing: &Standing<'_>, dispute: &Dispute) -> Events {
    needed("dispute.reason", &dispute.reason)?;
    known_item(standing, &dispute.item)?;
    let at = standing.account.items.iter().position(|known| known.id == dispute.item);
    let found = at.and_then(|at| Some((standing.item(at)?, standing.items.get(at)?)));
    let Some((item, facts)) = found.filter(|(_, facts)| facts.open > 0) else {
        let entry = dispute.item.clone();
        return Err(Refusal::Ended { what: "item".into(), entry });
    };
    if let Some(amount) = dispute.amount {
        let minor = money::to_minor(amount, facts.digits).unwrap_or(0);
        if minor <= 0 || minor > facts.open {
            return Err(invalid("dispute.amount", &amount.to_string(), Trouble::BeyondItem));
        }
    }
    let made = DisputeMade {
        item: dispute.item.clone(),
        reason: dispute.reason.clone(),
        currency: item.currency,
        open: money::from_minor(facts.open, facts.digits),
        document_number: item.document_number.as_ref().unwrap_or(&item.id).clone(),
        due: item.due,
        amount: dispute.amount,
        text: dispute.text.clone(),
    };
    let subject = Subject::Item { item: dispute.item.clone() };
    one(subject, Event::DisputeOpened { dispute: made })
}

fn dispute_closed(standing: &Standing<'_>, closing: &DisputeClosing) -> Events {
    let known = standing.disputes.iter().find(|known| *known.entry == closing.dispute);
    let dispute = known.ok_or_else(|| unknown_entry(&closing.dispute, "dispute"))?;
    if dispute.outcome.is_some() {
        let entry = closing.dispute.clone();
        return Err(Refusal::Ended { what: "dispute".into(), entry });
    }
    if let DisputeOutcome::Partly { amount } = &closing.outcome {
        let digits = dispute.made.currency.minor_units().unwrap_or(2);
        let minor = |amount| money::to_minor(amount, digits).unwrap_or(0);
        let most = minor(dispute.made.amount.unwrap_or(dispute.made.open));
        if minor(*amount) <= 0 || minor(*amount) > most {
            let path = "closing.outcome.amount";
            return Err(invalid(path, &amount.to_string(), Trouble::BeyondItem));
        }
    }
    let subject = Subject::Item { item: dispute.made.item.clone() };
    one(subject, Event::DisputeClosed { closing: closing.clone() })
}

fn note_edited(standing: &Standing<'_>, edit: &NoteEdit) -> Events {
    needed("edit.text", &edit.text)?;
    let written =
        standing.account.journal.iter().find(|entry| {
            entry.id == edit.note && matches!(entry.event, Event::NoteWritten { .. })
        });
    let note = written.ok_or_else(|| unknown_entry(&edit.note, "note"))?;
    one(note.subject.clone(), Event::NoteEdited { edit: edit.clone() })
}

pub(super) fn level_imported(standing: &Standing<'_>, level: &LevelImport, path: &str) -> Events {
    known_item(standing, &level.item)?;
    if level.reached_on.number() > standing.today {
        let path = format!("{path}.reachedOn");
        return Err(invalid(&path, &level.reached_on.to_string(), Trouble::InFuture));
    }
    let found = standing.policy.ladder(&level.scenario, Some(level.scenario_version));
    let ladder = found.and_then(|at| standing.policy.ladder_at(at));
    if ladder.and_then(|ladder| ladder.rung(&level.step)).is_none() {
        let (scenario, step) = (Some(level.scenario.clone()), level.step.clone());
        return Err(Refusal::UnknownStep { scenario, step });
    }
    let subject = Subject::Item { item: level.item.clone() };
    one(subject, Event::LevelImported { level: level.clone() })
}

pub(super) fn unknown_entry(entry: &str, expected: &str) -> Refusal {
    Refusal::UnknownEntry { entry: entry.into(), expected: expected.into() }
}

pub(super) fn needed(path: &str, text: &str) -> Result<(), Refusal> {
    if text.is_empty() { Err(invalid(path, "", Trouble::Empty)) } else { Ok(()) }
}
