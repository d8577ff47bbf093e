//! Deliveries: what was queued, sent, failed or cancelled, each event in any order.

use rustc_hash::FxHashMap;

use crate::model::{Channel, Cover, Entry, Event, SentLine, StepKey, Subject};

/// One delivery, from all that the journal says of it. Times are microseconds.
#[derive(Debug)]
pub(crate) struct Delivery<'a> {
    pub(crate) id: &'a str,
    pub(crate) channel: Channel,
    pub(crate) contact: &'a str,
    pub(crate) address: Option<(&'a str, Option<&'a str>)>,
    pub(crate) attempt: u32,
    pub(crate) planned_at: i64,
    pub(crate) queued_at: Option<i64>,
    pub(crate) sent_at: Option<i64>,
    pub(crate) covers: &'a [Cover],
    /// The entry that says it was sent, and the items that it named.
    pub(crate) said: Option<(&'a str, &'a [SentLine])>,
    /// When it failed, and the entry that says so.
    failed: Option<(i64, &'a str)>,
    /// When it was cancelled as a whole.
    cancelled_at: Option<i64>,
    /// Steps that were cancelled one by one.
    cancelled_steps: Vec<&'a StepKey>,
}

/// How a step stands with one delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepState {
    /// Queued; nothing was heard yet.
    Queued,
    /// Sent, and not known to have failed in time.
    Reached,
    /// It did not arrive: the next channel is tried.
    Failed,
    /// It was not carried out.
    Cancelled,
}

impl<'a> Delivery<'a> {
    /// How the delivery stands for one of its steps. A failure counts up to `fallback_hours`
    /// after sending; later the step stays reached.
    pub(crate) fn state(&self, key: &StepKey, fallback_hours: u32) -> StepState {
        let fallback = i64::from(fallback_hours).saturating_mul(3_600_000_000);
        let failed = self.failed.is_some_and(|(failed_at, _)| match self.sent_at {
            Some(sent_at) => (sent_at..=sent_at.saturating_add(fallback)).contains(&failed_at),
            None => true,
        });
        let cancelled = self.cancelled_steps.contains(&key)
            || self.cancelled_at.is_some_and(|at| self.sent_at.is_none_or(|sent_at| at >= sent_at));
        match (failed, cancelled) {
            (true, _) => StepState::Failed,
            (_, true) => StepState::Cancelled,
            _ if self.sent_at.is_some() => StepState::Reached,
            _ => StepState::Queued,
        }
    }

    /// When the debtor was, or may have been, contacted by it.
    pub(crate) fn contact_at(&self) -> Option<i64> {
        let failed = self.failed.is_some_and(|(at, _)| self.sent_at.is_none_or(|sent| at >= sent));
        let cancelled =
            self.cancelled_at.is_some_and(|at| self.sent_at.is_none_or(|sent| at >= sent));
        if failed || cancelled { None } else { self.sent_at.or(self.queued_at) }
    }

    /// The entry that reported its failure.
    pub(crate) fn failure(&self) -> Option<&'a str> {
        self.failed.map(|(_, entry)| entry)
    }

    fn new(id: &'a str) -> Self {
        Self {
            id,
            channel: Channel::Email,
            contact: "",
            address: None,
            attempt: 0,
            planned_at: i64::MIN,
            queued_at: None,
            sent_at: None,
            covers: &[],
            said: None,
            failed: None,
            cancelled_at: None,
            cancelled_steps: Vec::new(),
        }
    }
}

/// All deliveries of a journal, in the order in which they are first spoken of.
#[derive(Debug, Default)]
pub(crate) struct Deliveries<'a> {
    all: Vec<Delivery<'a>>,
    by_id: FxHashMap<&'a str, usize>,
}

impl<'a> Deliveries<'a> {
    pub(crate) fn all(&self) -> &[Delivery<'a>] {
        &self.all
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Delivery<'a>> {
        self.by_id.get(id).and_then(|at| self.all.get(*at))
    }

    /// Takes in an entry; false if it is not about a delivery.
    pub(crate) fn fold(&mut self, entry: &'a Entry) -> bool {
        let at = entry.occurred_at.micros();
        match &entry.event {
            Event::Queued { queued } => {
                let delivery = self.named(&queued.delivery);
                delivery.queued_at = delivery.queued_at.or(Some(at));
                delivery.planned_at = queued.planned_at.micros();
                delivery.channel = queued.channel;
                delivery.contact = &queued.contact;
                delivery.attempt = queued.attempt;
                delivery.address =
                    Some((&queued.address.id, queued.address.fingerprint.as_deref()));
                if delivery.sent_at.is_none() {
                    delivery.covers = &queued.covers;
                }
            }
            Event::Sent { sent } => {
                let delivery = self.named(&sent.delivery);
                // A step is reached by its first sending.
                delivery.sent_at = delivery.sent_at.or(Some(at));
                delivery.planned_at = sent.planned_at.micros();
                delivery.channel = sent.channel;
                delivery.contact = &sent.contact;
                delivery.attempt = sent.attempt;
                delivery.address = Some((&sent.address.id, sent.address.fingerprint.as_deref()));
                delivery.covers = &sent.covers;
                delivery.said = Some((&entry.id, &sent.lines));
            }
            Event::Failed { failed } => {
                let delivery = self.named(&failed.delivery);
                delivery.failed = delivery.failed.or(Some((at, &entry.id)));
            }
            Event::Cancelled { cancelled } => {
                let delivery = self.named(&cancelled.delivery);
                if cancelled.steps.is_empty() {
                    delivery.cancelled_at = delivery.cancelled_at.or(Some(at));
                }
                delivery.cancelled_steps.extend(&cancelled.steps);
            }
            Event::Delivered { delivered: receipt } | Event::Read { read: receipt } => {
                self.named(&receipt.delivery);
            }
            _ => return false,
        }
        true
    }

    fn named(&mut self, id: &'a str) -> &mut Delivery<'a> {
        let next = self.all.len();
        let at = *self.by_id.entry(id).or_insert(next);
        if at == next {
            self.all.push(Delivery::new(id));
        }
        // The index was just made or found, so the slot exists.
        #[expect(clippy::indexing_slicing, reason = "the index comes from the map above")]
        &mut self.all[at]
    }
}

/// The item that a step is about, if it is about one.
pub(crate) fn item_of(key: &StepKey) -> Option<&str> {
    match &key.subject {
        Subject::Item { item } => Some(item),
        _ => None,
    }
}
