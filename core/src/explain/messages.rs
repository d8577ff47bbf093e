//! What the debtor wrote, and what was answered.

use rustc_hash::FxHashMap;

use super::phrase::{Phrase, say};
use super::words;
use crate::model::{Event, InboundMessage};

/// What an entry about a message means for the item; nothing if the message is about others.
pub(super) fn happened(
    known: &FxHashMap<&str, &InboundMessage>,
    event: &Event,
    item: &str,
) -> Option<Phrase> {
    let (id, key) = match event {
        Event::Inbound { message } => {
            return about(message, item).then(|| {
                say("event.inbound")
                    .phrase("by", words::by(message.channel))
                    .phrase("intent", words::intent(&message.intent))
            });
        }
        Event::InboundAnswered { answer } => (&answer.inbound, "event.inboundAnswered"),
        Event::ReceiptSent { receipt } => (&receipt.inbound, "event.receiptSent"),
        _ => return None,
    };
    let message = known.get(id.as_str())?;
    about(message, item).then(|| say(key).text("inbound", id))
}

/// A message that names no item is about all.
fn about(message: &InboundMessage, item: &str) -> bool {
    message.items.is_empty() || message.items.iter().any(|named| named == item)
}
