//! What the debtor wrote.

use rustc_hash::FxHashSet;

use super::fact::Fact;
use super::facts::{Folded, number};
use super::ledger::Ledger;
use crate::calendar::Zone;
use crate::model::{
    Address, AutomaticReceipt, Channel, Contact, Entry, Event, ExcludedWhy, InboundMessage, Intent,
};
use crate::text::Str;

/// The messages of the debtor, and what was answered.
#[derive(Debug, Default)]
pub(crate) struct Inbound<'a> {
    pub(crate) messages: Vec<MessageFacts<'a>>,
    pub(crate) receipts: Vec<&'a AutomaticReceipt>,
    answered: FxHashSet<&'a str>,
}

/// A message of the debtor.
#[derive(Debug)]
pub(crate) struct MessageFacts<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) message: &'a InboundMessage,
    /// The creditor's day.
    pub(crate) on: i32,
}

impl<'a> Inbound<'a> {
    pub(crate) fn find(&self, id: &str) -> Option<&MessageFacts<'a>> {
        self.messages.iter().find(|known| known.message.id == *id)
    }

    pub(crate) fn is_answered(&self, id: &str) -> bool {
        self.answered.contains(id)
    }

    /// What the debtor said against an address, and the entry that says so. Consent of a later
    /// date, or an address that was edited, begins anew.
    pub(crate) fn objection(
        &self,
        contact: &Contact,
        channel: Channel,
        address: &Address,
    ) -> Option<(ExcludedWhy, &'a Str)> {
        let objections = self.messages.iter().rev().filter_map(|known| {
            let message = known.message;
            let is_it = message.channel == channel
                && message.contact.as_ref().is_none_or(|id| *id == contact.id);
            let why = match &message.intent {
                Intent::Stop {} => ExcludedWhy::OptedOut,
                Intent::WrongPerson {}
                    if message.contact.is_some() || message.address.is_some() =>
                {
                    ExcludedWhy::WrongPerson
                }
                _ => return None,
            };
            let stands = match (why, &message.address) {
                (ExcludedWhy::WrongPerson, Some(tried)) => tried.is(address),
                _ => true,
            };
            let anew = contact.agreed_since(channel, known.entry.occurred_at);
            (is_it && stands && !anew).then_some((why, &known.entry.id))
        });
        // A refusal to be written to weighs more than a slip in the address.
        objections.min_by_key(|(why, _)| *why != ExcludedWhy::OptedOut)
    }
}

impl<'a> Folded<'a> {
    /// Takes in an entry, if it is about a message; entries come in the order of time.
    pub(super) fn fold_inbound(&mut self, entry: &'a Entry, ledger: &Ledger<'a>, zone: Zone) {
        match &entry.event {
            Event::Inbound { message } => {
                if self.inbound.find(&message.id).is_some() {
                    return;
                }
                if matches!(message.intent, Intent::PaidAlready { .. } | Intent::Disputes {}) {
                    let fact = Fact::Inbound(number(self.inbound.messages.len()));
                    for item in &message.items {
                        self.about(Some(item), ledger, entry, fact);
                    }
                    if message.items.is_empty() {
                        self.shared.push(fact);
                    }
                }
                let on = zone.day_of(entry.occurred_at);
                self.inbound.messages.push(MessageFacts { entry, message, on });
            }
            Event::InboundAnswered { answer } => {
                self.inbound.answered.insert(&answer.inbound);
            }
            Event::ReceiptSent { receipt } => self.inbound.receipts.push(receipt),
            _ => {}
        }
    }
}
