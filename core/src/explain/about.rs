//! What an entry is about, by what the journal says elsewhere.

use rustc_hash::FxHashMap;

use super::phrase::{Phrase, say};
use super::words;
use crate::model::{
    Account, ArrangementMade, Channel, Cover, Entry, Event, InboundMessage, SentLine, StepKey,
    Subject,
};
use crate::money::Currency;

/// What the journal says of the things that an entry names, for the story of one item.
pub(super) struct Named<'a> {
    item: &'a str,
    /// If the ledger holds the item.
    currency: Option<Currency>,
    deliveries: FxHashMap<&'a str, HandedOver<'a>>,
    /// Messages of the debtor, by the host's id.
    pub(super) messages: FxHashMap<&'a str, &'a InboundMessage>,
    /// Entries that others speak of: blocks, disputes.
    pub(super) entries: FxHashMap<&'a str, &'a Entry>,
}

/// A delivery: its steps, its channel, and the items that it named once it was sent.
struct HandedOver<'a> {
    covers: &'a [Cover],
    channel: Channel,
    lines: Option<&'a [SentLine]>,
}

impl<'a> Named<'a> {
    pub(super) fn of(account: &Account, entries: &[&'a Entry], item: &'a str) -> Self {
        let known = account.items.iter().find(|known| known.id == *item);
        let mut named = Self {
            item,
            currency: known.map(|known| known.currency),
            deliveries: FxHashMap::default(),
            messages: FxHashMap::default(),
            entries: FxHashMap::default(),
        };
        for entry in entries {
            named.entries.insert(&entry.id, entry);
            match &entry.event {
                Event::Inbound { message } => {
                    named.messages.insert(&message.id, message);
                }
                Event::Queued { queued } => {
                    let (covers, channel) = (queued.covers.as_slice(), queued.channel);
                    let handed = HandedOver { covers, channel, lines: None };
                    named.deliveries.entry(&queued.delivery).or_insert(handed);
                }
                Event::Sent { sent } => {
                    let (covers, channel) = (sent.covers.as_slice(), sent.channel);
                    let handed = HandedOver { covers, channel, lines: Some(&sent.lines) };
                    named.deliveries.insert(&sent.delivery, handed);
                }
                _ => {}
            }
        }
        named
    }

    /// True if a step is one of the item, of a level that it may share, or of an arrangement that
    /// covers it.
    pub(super) fn is_about(&self, step: &StepKey) -> bool {
        match &step.subject {
            Subject::Item { item } => item == self.item,
            Subject::Debtor {} => true,
            Subject::DebtorCurrency { currency } => {
                self.currency.is_none_or(|own| own == *currency)
            }
            Subject::Instalment { arrangement, .. } => self.is_arranged(arrangement),
            _ => false,
        }
    }

    /// What was said of a step of the item.
    pub(super) fn ruled(&self, key: &'static str, steps: &[StepKey]) -> Option<Phrase> {
        let own = steps.iter().find(|step| self.is_about(step))?;
        Some(say(key).text("step", &own.step))
    }

    /// What a report says of a delivery that is about the item.
    pub(super) fn delivery(&self, key: &'static str, id: &str) -> Option<Phrase> {
        let handed = self.deliveries.get(id)?;
        let cover = handed.covers.iter().find(|cover| self.is_about(&cover.key))?;
        // A message to the debtor names the items that it is about.
        let shared =
            matches!(cover.key.subject, Subject::Debtor {} | Subject::DebtorCurrency { .. });
        let names = |lines: &[SentLine]| lines.iter().any(|line| line.item == *self.item);
        (!shared || handed.lines.is_none_or(names))
            .then(|| say(key).text("step", &cover.key.step).phrase("by", words::by(handed.channel)))
    }

    /// An arrangement that covers the item.
    pub(super) fn is_arranged(&self, id: &str) -> bool {
        let made = self.entries.get(id).and_then(|entry| match &entry.event {
            Event::ArrangementProposed { arrangement } => Some(arrangement),
            _ => None,
        });
        made.is_some_and(|made| self.is_covered(made))
    }

    pub(super) fn is_covered(&self, made: &ArrangementMade) -> bool {
        made.items.iter().any(|covered| covered.item == *self.item)
    }
}
