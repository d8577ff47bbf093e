//! What dunning did with an item so far: four entries.

use dunning::{
    AddressRef, BlockScope, Channel, Cover, CoveredItem, DisputeMade, DunningBlock, Entry, Event,
    Item, Moment, Note, PromiseMade, Queueing, Receipt, Rescheduling, Sending, SentLine, StepKey,
    Subject,
};

use crate::{Fate, Ledger, Lot};

impl Ledger {
    /// The first reminder (queued, sent, delivered), and what came then.
    pub(crate) fn entries(&self, item: &Item, lot: &Lot, journal: &mut Vec<Entry>) {
        let id = &item.id;
        let delivery = format!("reminder-{id}");
        let sent_on = self.noon(lot.due, 4);
        let first = [
            ("queued", self.queued(item, "reminder", &delivery, sent_on)),
            ("sent", self.sent(item, &delivery, sent_on)),
            ("delivered", Event::Delivered { delivered: Receipt::new(delivery.as_str()) }),
        ];
        for (name, event) in first {
            journal.push(entry(format!("{name}-{id}/1"), sent_on, item_of(id), event));
        }
        let then = self.noon(lot.due, 8);
        journal.push(entry(format!("then-{id}/1"), then, item_of(id), self.then(item, lot, then)));
    }

    pub(crate) fn debtor_block(&self) -> Entry {
        let block = DunningBlock::new(BlockScope::Debtor {}, "management");
        entry("all/1".to_owned(), self.noon(30, 0), Subject::Debtor {}, Event::Blocked { block })
    }

    fn then(&self, item: &Item, lot: &Lot, at: Moment) -> Event {
        let id = &item.id;
        match lot.fate {
            Fate::Promised => Event::Promised { promise: self.promise(item, lot) },
            Fate::Disputed => {
                let number = number_of(item);
                let mut dispute = DisputeMade::new(
                    id.as_str(),
                    "goods",
                    self.currency,
                    lot.open,
                    number,
                    item.due,
                );
                dispute.text = Some("two boxes are missing".into());
                Event::DisputeOpened { dispute }
            }
            Fate::Blocked => {
                let scope = BlockScope::Item { item: id.clone() };
                Event::Blocked { block: DunningBlock::new(scope, "query") }
            }
            Fate::Queued => self.queued(item, "second", &format!("second-{id}"), at),
            Fate::Rescheduled => {
                let reschedule = Rescheduling::new(key(id, "second"), self.later, "holiday");
                Event::Rescheduled { reschedule }
            }
            Fate::Settled | Fate::Acts => Event::NoteWritten { note: Note::new("spoke to her") },
            Fate::Waits => Event::Read { read: Receipt::new(format!("reminder-{id}")) },
        }
    }

    fn promise(&self, item: &Item, lot: &Lot) -> PromiseMade {
        let number = number_of(item);
        let promised = CoveredItem::new(item.id.as_str(), lot.open, lot.open, number, item.due);
        PromiseMade::new(lot.open, self.currency, self.later, 2u32, [promised])
    }

    fn queued(&self, item: &Item, step: &str, delivery: &str, at: Moment) -> Event {
        let covers = [Cover::new(key(&item.id, step), 1u32)];
        Event::Queued {
            queued: Queueing::new(
                delivery,
                covers,
                Channel::Email,
                "accounts-payable",
                AddressRef::new("mail"),
                1u32,
                at,
                at,
            ),
        }
    }

    fn sent(&self, item: &Item, delivery: &str, at: Moment) -> Event {
        let original = item.original.unwrap_or(item.open);
        let number = number_of(item);
        let line = SentLine::new(item.id.as_str(), "reminder", 1u32, number, item.due, original);
        Event::Sent {
            sent: Sending::new(
                delivery,
                [Cover::new(key(&item.id, "reminder"), 1u32)],
                Channel::Email,
                "accounts-payable",
                AddressRef::new("mail"),
                1u32,
                at,
                self.currency,
                original,
                [line],
            ),
        }
    }
}

fn entry(id: String, at: Moment, subject: Subject, event: Event) -> Entry {
    Entry::new(id, at, at, "night-run", subject, event, "0000")
}

fn item_of(id: &str) -> Subject {
    Subject::Item { item: id.into() }
}

fn key(item: &str, step: &str) -> StepKey {
    StepKey::new(item_of(item), "standard", step, 1u32)
}

fn number_of(item: &Item) -> &str {
    item.document_number.as_deref().unwrap_or(&item.id)
}
