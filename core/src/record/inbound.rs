//! What the debtor wrote, and what was answered.

use super::intentions::{Events, one, unknown_entry};
use crate::error::Refusal;
use crate::model::{
    AddressRef, AutomaticReceipt, Command, Event, InboundAnswer, InboundMessage, Subject,
};
use crate::standing::Standing;

/// A message is a report. Who wrote, and from which address, is filled in as far as the delivery
/// that it answers and the contact tell it.
pub(super) fn received(standing: &Standing<'_>, message: &InboundMessage) -> (Subject, Event) {
    let mut message = message.clone();
    let answered = message.delivery.as_ref().and_then(|id| standing.deliveries.find(id));
    if message.contact.is_none() {
        // Of several whom it reached, the one who was written to by that channel.
        let by_channel = answered.and_then(|delivery| {
            delivery.parts().find(|part| part.channel == message.channel).map(|part| part.contact)
        });
        let contact = by_channel.or_else(|| answered.and_then(|delivery| delivery.contact()));
        message.contact = contact.cloned();
    }
    let mut parts = answered.into_iter().flat_map(|delivery| delivery.parts());
    let same = parts.find(|part| {
        part.channel == message.channel && Some(part.contact) == message.contact.as_ref()
    });
    if message.address.is_none() {
        message.address = same.map(|part| part.address.clone());
    }
    if message.address.is_none() {
        let contacts = &standing.account.contacts;
        let contact = contacts.iter().find(|one| Some(&one.id) == message.contact.as_ref());
        let address = contact.and_then(|contact| {
            contact.addresses.iter().find(|address| address.channel == message.channel)
        });
        message.address = address.map(AddressRef::of);
    }
    (Subject::InboundMessage { id: message.id.clone() }, Event::Inbound { message })
}

pub(super) fn events(standing: &Standing<'_>, command: &Command) -> Events {
    match command {
        Command::AnswerInbound { answer } => answered(standing, answer),
        Command::SendReceipt { receipt } => receipt_sent(standing, receipt),
        _ => Ok(Vec::new()),
    }
}

fn answered(standing: &Standing<'_>, answer: &InboundAnswer) -> Events {
    if standing.inbound.find(&answer.inbound).is_none() {
        return Err(unknown_entry(&answer.inbound, "message"));
    }
    if standing.inbound.is_answered(&answer.inbound) {
        let entry = answer.inbound.clone();
        return Err(Refusal::Ended { what: "message".into(), entry });
    }
    let subject = Subject::InboundMessage { id: answer.inbound.clone() };
    one(subject, Event::InboundAnswered { answer: answer.clone() })
}

fn receipt_sent(standing: &Standing<'_>, receipt: &AutomaticReceipt) -> Events {
    if standing.inbound.find(&receipt.inbound).is_none() {
        return Err(unknown_entry(&receipt.inbound, "message"));
    }
    let is_sent = standing
        .inbound
        .receipts
        .iter()
        .any(|known| known.contact == receipt.contact && known.opens_at == receipt.opens_at);
    let is_over = standing.now >= receipt.opens_at;
    if is_sent || is_over || standing.inbound.is_answered(&receipt.inbound) {
        let entry = receipt.inbound.clone();
        return Err(Refusal::Ended { what: "receipt".into(), entry });
    }
    let subject = Subject::InboundMessage { id: receipt.inbound.clone() };
    one(subject, Event::ReceiptSent { receipt: receipt.clone() })
}
