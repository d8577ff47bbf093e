//! Reports: what happened, happened. They are never refused.

use super::inbound;
use crate::model::{
    Action, Cancellation, ChargePer, Command, Event, Sending, SentCopy, SentLine, SentReport,
    StepKey, Subject,
};
use crate::money::{self, Amount};
use crate::standing::{Standing, StepState, item_of, subject_of};

pub(super) fn events(standing: &Standing<'_>, command: &Command) -> Vec<(Subject, Event)> {
    match command {
        Command::Sent { report } => sent(standing, report),
        Command::Failed { failed } => {
            let subject = subject_of_delivery(standing, &failed.delivery);
            vec![(subject, Event::Failed { failed: failed.clone() })]
        }
        Command::Delivered { delivered } => {
            let subject = subject_of_delivery(standing, &delivered.delivery);
            vec![(subject, Event::Delivered { delivered: delivered.clone() })]
        }
        Command::Inbound { message } => vec![inbound::received(standing, message)],
        Command::Read { read } => {
            let subject = subject_of_delivery(standing, &read.delivery);
            vec![(subject, Event::Read { read: read.clone() })]
        }
        _ => Vec::new(),
    }
}

pub(super) fn sent(standing: &Standing<'_>, report: &SentReport) -> Vec<(Subject, Event)> {
    let action = &report.action;
    let subject = subject_of(&action.covers);
    let mut events = vec![(subject, Event::Sent { sent: sending(report) })];
    let dropped = dropped(standing, action);
    if !dropped.is_empty() {
        let mut cancelled = Cancellation::new(action.delivery.as_str(), "changed before sending");
        cancelled.steps = dropped;
        let subject = subject_of_delivery(standing, &action.delivery);
        events.push((subject, Event::Cancelled { cancelled }));
    }
    events
}

/// The steps that were queued with the delivery and are not part of what was sent.
fn dropped(standing: &Standing<'_>, action: &Action) -> Vec<StepKey> {
    let Some(queued) = standing.deliveries.find(&action.delivery) else { return Vec::new() };
    let is_sent = |key: &StepKey| action.covers.iter().any(|cover| cover.key == *key);
    queued
        .covers()
        .iter()
        .filter(|cover| queued.state(&cover.key) == StepState::Queued && !is_sent(&cover.key))
        .map(|cover| cover.key.clone())
        .collect()
}

fn sending(report: &SentReport) -> Sending {
    let action = &report.action;
    // A step of the debtor is that of each line.
    let version = |item: &str| {
        let of_item = action.covers.iter().find(|cover| item_of(&cover.key) == Some(item));
        let shared = action.covers.iter().find(|cover| item_of(&cover.key).is_none());
        of_item.or(shared).map_or(0, |cover| cover.scenario_version)
    };
    let lines = action.lines.iter().map(|line| SentLine {
        item: line.item.clone(),
        step: line.step.clone(),
        scenario_version: version(&line.item),
        document_number: line.document_number.clone(),
        due: line.due,
        open: line.open,
        disputed: line.disputed,
        charges_announced: named_for(action, &line.item),
    });
    Sending {
        delivery: action.delivery.clone(),
        covers: action.covers.clone(),
        channel: action.channel,
        contact: action.recipient.contact.clone(),
        address: action.recipient.address.clone(),
        attempt: action.attempt,
        planned_at: action.planned_at,
        currency: action.currency,
        total: action.total,
        lines: lines.collect(),
        instalments: action.instalments.clone(),
        language: action.recipient.language.clone(),
        template: report.template.clone(),
        provider_reference: report.provider_reference.clone(),
        deadline: report.deadline.clone().or_else(|| action.deadline.clone()),
        legal_kind: report.legal_kind.clone().or_else(|| action.legal_kind.clone()),
        consequence: report.consequence.clone(),
        charges: action.charges.clone(),
        total_with_charges: action.total_with_charges,
        sender: action.sender.as_ref().map(|sender| sender.id.clone()),
        copies: sent_copies(action),
    }
}

/// Where else an action goes, as the journal keeps it.
pub(super) fn sent_copies(action: &Action) -> Vec<SentCopy> {
    let copies = action.copies.iter().map(|copy| SentCopy {
        channel: copy.channel,
        contact: copy.recipient.contact.clone(),
        address: copy.recipient.address.clone(),
    });
    copies.collect()
}

/// The charges of one item in an action, with VAT.
fn named_for(action: &Action, item: &str) -> Option<Amount> {
    let digits = action.currency.minor_units()?;
    let own = action.charges.iter().filter(|charge| {
        charge.per == ChargePer::Item && charge.items.iter().any(|own| own == item)
    });
    let minor = |amount| money::to_minor(amount, digits).unwrap_or(0);
    let sum = own.fold(0, |sum, charge| {
        money::add(sum, money::add(minor(charge.amount), charge.vat.map_or(0, minor)))
    });
    (sum > 0).then(|| money::from_minor(sum, digits))
}

fn subject_of_delivery(standing: &Standing<'_>, delivery: &str) -> Subject {
    standing
        .deliveries
        .find(delivery)
        .map_or(Subject::Debtor {}, |known| subject_of(known.covers()))
}
