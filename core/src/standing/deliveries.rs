//! Deliveries: what was queued, sent, failed or cancelled, each event in any order.

use rustc_hash::FxHashMap;

use super::calls::{self, Call};
use crate::model::{
    AddressRef, Channel, Charge, Cover, Deadline, Entry, Event, Queueing, Sending, SentLine,
    StepKey, Subject, Undoing,
};
use crate::policy::Policy;
use crate::text::Str;

/// One delivery, from all that the journal says of it. Times are microseconds.
///
/// The events of a delivery may be taken in in any order and any number of times: of each kind
/// the first in time counts, of cancellations the last, and of failures each.
#[derive(Debug)]
pub(crate) struct Delivery<'a> {
    pub(crate) id: &'a Str,
    pub(crate) channel: Channel,
    pub(crate) contact: Option<&'a Str>,
    pub(crate) address: Option<&'a AddressRef>,
    pub(crate) attempt: u32,
    pub(crate) planned_at: i64,
    pub(crate) queued_at: Option<i64>,
    queued_by: Option<&'a Str>,
    pub(crate) sent_at: Option<i64>,
    pub(crate) covers: &'a [Cover],
    /// The entry that says it was sent, and the items that it named.
    pub(crate) said: Option<(&'a Str, &'a [SentLine])>,
    /// The charges that it named when it was queued, and when it was sent.
    pub(super) queued_charges: &'a [Charge],
    pub(super) sent_charges: &'a [Charge],
    /// The deadline that it stated.
    pub(crate) deadline: Option<&'a Deadline>,
    /// When it failed, and the entries that say so.
    failures: Vec<(i64, &'a Str)>,
    /// When it was cancelled as a whole.
    cancelled_at: Option<i64>,
    /// Steps that were cancelled one by one.
    cancelled_steps: Vec<&'a StepKey>,
    /// What was undone of it after it was sent.
    undone: Vec<&'a Undoing>,
    /// What came of it, if it was a call.
    pub(crate) call: Option<Call<'a>>,
}

/// How a step stands with one delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StepState {
    /// Queued; nothing was heard yet.
    Queued,
    /// Sent, and not known to have failed in time.
    Reached,
    /// A call that did not reach the debtor: it is tried again.
    Missed,
    /// It did not arrive: the next channel is tried.
    Failed,
    /// It was not carried out.
    Cancelled,
}

impl<'a> Delivery<'a> {
    /// How the delivery stands for one of its steps. A failure counts up to `fallback_hours`
    /// after sending; later the step stays reached.
    pub(crate) fn state(&self, key: &StepKey, fallback_hours: u32) -> StepState {
        // Most deliveries are sent, and nothing more is heard of them.
        if self.failures.is_empty()
            && self.cancelled_at.is_none()
            && self.cancelled_steps.is_empty()
            && self.call.is_none()
            && self.undone.is_empty()
        {
            let is_sent = self.sent_at.is_some();
            return if is_sent { StepState::Reached } else { StepState::Queued };
        }
        let fallback = i64::from(fallback_hours).saturating_mul(3_600_000_000);
        let until = self.sent_at.map_or(i64::MAX, |sent_at| sent_at.saturating_add(fallback));
        let failed = self.counted_failures().any(|(failed_at, _)| failed_at <= until);
        if failed || self.is_wrong_number() {
            StepState::Failed
        } else if self.is_cancelled() || self.cancelled_steps.contains(&key) || self.is_undone(key)
        {
            StepState::Cancelled
        } else if self.call.as_ref().is_some_and(|call| call.missed.contains(&key)) {
            StepState::Missed
        } else if self.sent_at.is_some() {
            StepState::Reached
        } else {
            StepState::Queued
        }
    }

    /// When the debtor was, or may have been, contacted by it.
    pub(crate) fn contact_at(&self) -> Option<i64> {
        let failed = self.counted_failures().next().is_some();
        let nobody = failed || self.is_cancelled() || self.is_wrong_number();
        if nobody { None } else { self.sent_at.or(self.queued_at) }
    }

    /// Nothing but reports of what became of it: who sent it is not known.
    pub(crate) fn is_unmatched(&self) -> bool {
        self.queued_at.is_none() && self.sent_at.is_none()
    }

    /// The entry that reported its failure.
    pub(crate) fn failure(&self) -> Option<&'a Str> {
        let failed = self.counted_failures().min().map(|(_, entry)| entry);
        failed.or_else(|| self.call.as_ref().map(|call| call.entry))
    }

    fn is_wrong_number(&self) -> bool {
        self.call.as_ref().is_some_and(Call::is_wrong_number)
    }

    /// A failure before the sending was overtaken by it.
    fn counted_failures(&self) -> impl Iterator<Item = (i64, &'a Str)> {
        let counts = |at: i64| self.sent_at.is_none_or(|sent_at| at >= sent_at);
        self.failures.iter().copied().filter(move |(at, _)| counts(*at))
    }

    fn is_undone(&self, key: &StepKey) -> bool {
        self.undone.iter().any(|one| one.steps.is_empty() || one.steps.contains(key))
    }

    /// A cancellation before the sending was overtaken by it.
    fn is_cancelled(&self) -> bool {
        self.cancelled_at.is_some_and(|at| self.sent_at.is_none_or(|sent_at| at >= sent_at))
    }

    fn queue(&mut self, at: i64, entry: &'a Str, queued: &'a Queueing) {
        let first = self.queued_at.zip(self.queued_by);
        if first.is_some_and(|first| first <= (at, entry)) {
            return;
        }
        self.queued_at = Some(at);
        self.queued_by = Some(entry);
        self.queued_charges = &queued.charges;
        if self.sent_at.is_none() {
            self.planned_at = queued.planned_at.micros();
            self.channel = queued.channel;
            self.contact = Some(&queued.contact);
            self.address = Some(&queued.address);
            self.attempt = queued.attempt;
            self.covers = &queued.covers;
        }
    }

    fn send(&mut self, at: i64, entry: &'a Str, sent: &'a Sending) {
        let first = self.sent_at.zip(self.said.map(|(entry, _)| entry));
        if first.is_some_and(|first| first <= (at, entry)) {
            return;
        }
        self.sent_at = Some(at);
        self.said = Some((entry, &sent.lines));
        self.sent_charges = &sent.charges;
        self.deadline = sent.deadline.as_ref();
        self.planned_at = sent.planned_at.micros();
        self.channel = sent.channel;
        self.contact = Some(&sent.contact);
        self.address = Some(&sent.address);
        self.attempt = sent.attempt;
        self.covers = &sent.covers;
    }

    fn new(id: &'a Str) -> Self {
        Self {
            id,
            channel: Channel::Email,
            contact: None,
            address: None,
            attempt: 0,
            planned_at: i64::MIN,
            queued_at: None,
            queued_by: None,
            sent_at: None,
            covers: &[],
            said: None,
            queued_charges: &[],
            sent_charges: &[],
            deadline: None,
            failures: Vec::new(),
            cancelled_at: None,
            cancelled_steps: Vec::new(),
            undone: Vec::new(),
            call: None,
        }
    }
}

/// All deliveries of a journal.
#[derive(Debug, Default)]
pub(crate) struct Deliveries<'a> {
    all: Vec<Delivery<'a>>,
    by_id: FxHashMap<&'a str, u32>,
}

impl<'a> Deliveries<'a> {
    pub(crate) fn with_room(entries: usize) -> Self {
        let room = entries.div_ceil(2);
        Self {
            all: Vec::with_capacity(room),
            by_id: FxHashMap::with_capacity_and_hasher(room, rustc_hash::FxBuildHasher),
        }
    }

    pub(crate) fn all(&self) -> &[Delivery<'a>] {
        &self.all
    }

    /// Tells which calls count as reached, as the policy says.
    pub(super) fn judge_calls(&mut self, policy: &Policy) {
        calls::judge(&mut self.all, policy);
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Delivery<'a>> {
        self.by_id.get(id).and_then(|at| self.all.get(usize::try_from(*at).ok()?))
    }

    /// Takes in an entry; false if it is not about a delivery.
    pub(crate) fn fold(&mut self, entry: &'a Entry) -> bool {
        let at = entry.occurred_at.micros();
        match &entry.event {
            Event::Queued { queued } => self.named(&queued.delivery).queue(at, &entry.id, queued),
            Event::Sent { sent } => self.named(&sent.delivery).send(at, &entry.id, sent),
            Event::Called { called } => {
                let call = Call::new(at, &entry.id, &called.outcome);
                let known = &mut self.named(&called.delivery).call;
                // Two words about one call: the later wins.
                if known.as_ref().is_none_or(|known| known.comes_before(&call)) {
                    *known = Some(call);
                }
            }
            Event::Failed { failed } => {
                self.named(&failed.delivery).failures.push((at, &entry.id));
            }
            Event::Cancelled { cancelled } => {
                let delivery = self.named(&cancelled.delivery);
                if cancelled.steps.is_empty() {
                    delivery.cancelled_at = delivery.cancelled_at.max(Some(at));
                }
                delivery.cancelled_steps.extend(&cancelled.steps);
            }
            Event::Undone { undone } => self.named(&undone.delivery).undone.push(undone),
            // Evidence; it decides nothing yet.
            Event::Delivered { .. } | Event::Read { .. } => {}
            _ => return false,
        }
        true
    }

    #[expect(clippy::indexing_slicing, reason = "the index was just made or comes from the map")]
    fn named(&mut self, id: &'a Str) -> &mut Delivery<'a> {
        let last = self.all.len().wrapping_sub(1);
        // Entries of one delivery often follow one another.
        if self.all.last().is_some_and(|last| last.id == id) {
            return &mut self.all[last];
        }
        let next = self.all.len();
        let number = u32::try_from(next).unwrap_or(u32::MAX);
        let at = usize::try_from(*self.by_id.entry(id).or_insert(number)).unwrap_or(next);
        if at == next {
            self.all.push(Delivery::new(id));
        }
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

/// The one thing that all steps are about, else the debtor.
pub(crate) fn subject_of(covers: &[Cover]) -> Subject {
    match covers.first() {
        Some(first) if covers.iter().all(|cover| cover.key.subject == first.key.subject) => {
            first.key.subject.clone()
        }
        _ => Subject::Debtor {},
    }
}
