//! One delivery, from all that the journal says of it.

use super::calls::Call;
use crate::model::{
    AddressRef, Channel, Charge, Cover, Deadline, Queueing, Sending, SentLine, StepKey, Undoing,
};
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
    /// What speaks against its having arrived; mostly nothing.
    pub(super) against: Vec<Against<'a>>,
    /// What came of it, if it was a call.
    pub(crate) call: Option<Box<Call<'a>>>,
}

/// Something that speaks against a delivery's having arrived, or of what became of it then.
#[derive(Debug)]
pub(super) enum Against<'a> {
    /// It failed at this time, as this entry says.
    Failed(i64, &'a Str),
    /// It was cancelled as a whole at this time.
    Cancelled(i64),
    /// One of its steps was cancelled.
    CancelledStep(&'a StepKey),
    /// It was undone after it was sent, as a whole or some of its steps.
    Undone(&'a Undoing),
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
    #[inline]
    pub(crate) fn state(&self, key: &StepKey, fallback_hours: u32) -> StepState {
        // Most deliveries are sent, and nothing more is heard of them.
        if !self.against.is_empty() || self.call.is_some() {
            self.disturbed_state(key, fallback_hours)
        } else if self.sent_at.is_some() {
            StepState::Reached
        } else {
            StepState::Queued
        }
    }

    #[cold]
    fn disturbed_state(&self, key: &StepKey, fallback_hours: u32) -> StepState {
        let fallback = i64::from(fallback_hours).saturating_mul(3_600_000_000);
        let until = self.sent_at.map_or(i64::MAX, |sent_at| sent_at.saturating_add(fallback));
        let failed = self.counted_failures().any(|(failed_at, _)| failed_at <= until);
        if failed || self.is_wrong_number() {
            StepState::Failed
        } else if self.is_cancelled() || self.is_taken_back(key) {
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
        if self.against.is_empty() && self.call.is_none() {
            return self.sent_at.or(self.queued_at);
        }
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
        self.call.as_ref().is_some_and(|call| call.is_wrong_number())
    }

    /// A failure before the sending was overtaken by it.
    fn counted_failures(&self) -> impl Iterator<Item = (i64, &'a Str)> {
        let counts = |at: i64| self.sent_at.is_none_or(|sent_at| at >= sent_at);
        self.against.iter().filter_map(move |one| match *one {
            Against::Failed(at, entry) if counts(at) => Some((at, entry)),
            _ => None,
        })
    }

    /// A cancellation before the sending was overtaken by it.
    fn is_cancelled(&self) -> bool {
        let counts = |at: i64| self.sent_at.is_none_or(|sent_at| at >= sent_at);
        self.against.iter().any(|one| matches!(*one, Against::Cancelled(at) if counts(at)))
    }

    /// True if the step was cancelled by itself, or undone.
    fn is_taken_back(&self, key: &StepKey) -> bool {
        self.against.iter().any(|one| match one {
            Against::CancelledStep(step) => *step == key,
            Against::Undone(undoing) => undoing.steps.is_empty() || undoing.steps.contains(key),
            Against::Failed(..) | Against::Cancelled(_) => false,
        })
    }

    pub(super) fn queue(&mut self, at: i64, entry: &'a Str, queued: &'a Queueing) {
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

    pub(super) fn send(&mut self, at: i64, entry: &'a Str, sent: &'a Sending) {
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

    pub(super) fn new(id: &'a Str) -> Self {
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
            against: Vec::new(),
            call: None,
        }
    }
}
