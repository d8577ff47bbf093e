//! One delivery, from all that the journal says of it.

use super::calls::Call;
use crate::calendar::Moment;
use crate::model::{
    AddressRef, Channel, Charge, Cover, Deadline, Entry, Queueing, Sending, SentLine, StepKey,
    Undoing,
};
use crate::text::Str;

/// One delivery, from all that the journal says of it. Times are microseconds.
///
/// The events of a delivery may be taken in in any order and any number of times: of each kind
/// the first in time counts, of cancellations the last, and of failures each.
#[derive(Debug)]
pub(crate) struct Delivery<'a> {
    pub(crate) id: &'a Str,
    pub(super) queued: Option<(&'a Entry, &'a Queueing)>,
    pub(super) sent: Option<(&'a Entry, &'a Sending)>,
    /// What speaks against its having arrived; mostly nothing.
    pub(super) against: Vec<Against<'a>>,
    /// What came of it, if it was a call.
    pub(crate) call: Option<Box<Call<'a>>>,
}

/// Something that speaks against a delivery's having arrived, or of what became of it then.
#[derive(Debug)]
pub(super) enum Against<'a> {
    /// It failed at this time, as this entry says: by one of its channels, or by all.
    Failed(i64, &'a Str, Option<Channel>),
    /// It failed too late to count for one of its steps.
    TooLate(&'a StepKey),
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
    /// How the delivery stands for one of its steps.
    #[inline]
    pub(crate) fn state(&self, key: &StepKey) -> StepState {
        // Most deliveries are sent, and nothing more is heard of them.
        if !self.against.is_empty() || self.call.is_some() {
            self.disturbed_state(key)
        } else if self.sent_at().is_some() {
            StepState::Reached
        } else {
            StepState::Queued
        }
    }

    #[cold]
    fn disturbed_state(&self, key: &StepKey) -> StepState {
        let too_late =
            self.against.iter().any(|one| matches!(one, Against::TooLate(step) if *step == key));
        let failed = !too_late && self.failed().is_some();
        if failed || self.is_wrong_number() {
            StepState::Failed
        } else if self.is_cancelled() || self.is_taken_back(key) {
            StepState::Cancelled
        } else if self.call.as_ref().is_some_and(|call| call.missed.contains(&key)) {
            StepState::Missed
        } else if self.sent_at().is_some() {
            StepState::Reached
        } else {
            StepState::Queued
        }
    }

    /// Notes the steps that stay reached, since it failed more than so many hours after sending.
    pub(super) fn judge_failures(&mut self, fallback_hours: impl Fn(&Cover) -> u32) {
        let Some((sent_at, (failed_at, _))) = self.sent_at().zip(self.failed()) else { return };
        for cover in self.covers() {
            let hours = i64::from(fallback_hours(cover));
            if sent_at.saturating_add(hours.saturating_mul(3_600_000_000)) < failed_at {
                self.against.push(Against::TooLate(&cover.key));
            }
        }
    }

    /// When the debtor was, or may have been, contacted by it.
    pub(crate) fn contact_at(&self) -> Option<i64> {
        if self.against.is_empty() && self.call.is_none() {
            return self.sent_at().or(self.queued_at());
        }
        let nobody = self.failed().is_some() || self.is_cancelled() || self.is_wrong_number();
        if nobody { None } else { self.sent_at().or(self.queued_at()) }
    }

    /// From when on a person must find out what became of it: after the policy's hours, and not as
    /// long as it may still be sent.
    pub(crate) fn known_by(&self, timeout_hours: u32) -> Option<i64> {
        let timeout = i64::from(timeout_hours).saturating_mul(3_600_000_000);
        let (entry, queued) = self.queued?;
        let since = entry.occurred_at.micros();
        Some(since.saturating_add(timeout).max(queued.expires_at.micros()))
    }

    /// Nothing but reports of what became of it: who sent it is not known.
    pub(crate) fn is_unmatched(&self) -> bool {
        self.queued_at().is_none() && self.sent_at().is_none()
    }

    /// The entry that reported its failure.
    pub(crate) fn failure(&self) -> Option<&'a Str> {
        let failed = self.failed().map(|(_, entry)| entry);
        failed.or_else(|| self.call.as_ref().map(|call| call.entry))
    }

    fn is_wrong_number(&self) -> bool {
        self.call.as_ref().is_some_and(|call| call.is_wrong_number())
    }

    /// When it had failed by each of its channels, and the entry that says so.
    fn failed(&self) -> Option<(i64, &'a Str)> {
        let mut last = self.failed_by(self.channel())?;
        for copy in self.copies() {
            last = last.max(self.failed_by(Some(copy.channel))?);
        }
        Some(last)
    }

    /// The first failure by a channel. One before the sending was overtaken by it.
    pub(super) fn failed_by(&self, channel: Option<Channel>) -> Option<(i64, &'a Str)> {
        let counts = |at: i64| self.sent_at().is_none_or(|sent_at| at >= sent_at);
        let failures = self.against.iter().filter_map(|one| match *one {
            Against::Failed(at, entry, by) => {
                (counts(at) && (by.is_none() || by == channel)).then_some((at, entry))
            }
            _ => None,
        });
        failures.min()
    }

    /// A cancellation before the sending was overtaken by it.
    fn is_cancelled(&self) -> bool {
        let counts = |at: i64| self.sent_at().is_none_or(|sent_at| at >= sent_at);
        self.against.iter().any(|one| matches!(*one, Against::Cancelled(at) if counts(at)))
    }

    /// True if the step was cancelled by itself, or undone.
    fn is_taken_back(&self, key: &StepKey) -> bool {
        self.against.iter().any(|one| match one {
            Against::CancelledStep(step) => *step == key,
            Against::Undone(undoing) => undoing.steps.is_empty() || undoing.steps.contains(key),
            Against::Failed(..) | Against::TooLate(_) | Against::Cancelled(_) => false,
        })
    }

    pub(super) fn queue(&mut self, entry: &'a Entry, queued: &'a Queueing) {
        if self.queued.is_none_or(|(first, _)| is_before(entry, first)) {
            self.queued = Some((entry, queued));
        }
    }

    pub(super) fn send(&mut self, entry: &'a Entry, sent: &'a Sending) {
        if self.sent.is_none_or(|(first, _)| is_before(entry, first)) {
            self.sent = Some((entry, sent));
        }
    }

    pub(super) fn new(id: &'a Str) -> Self {
        Self { id, queued: None, sent: None, against: Vec::new(), call: None }
    }
}

/// What the entries say. Of what both say, the sending counts: it is what was done.
impl<'a> Delivery<'a> {
    pub(crate) fn queued_at(&self) -> Option<i64> {
        self.queued.map(|(entry, _)| entry.occurred_at.micros())
    }

    pub(crate) fn sent_at(&self) -> Option<i64> {
        self.sent.map(|(entry, _)| entry.occurred_at.micros())
    }

    /// When it was queued, or else sent.
    pub(crate) fn begun_at(&self) -> Option<i64> {
        self.queued_at().or(self.sent_at())
    }

    pub(crate) fn covers(&self) -> &'a [Cover] {
        match (self.sent, self.queued) {
            (Some((_, sent)), _) => &sent.covers,
            (None, Some((_, queued))) => &queued.covers,
            (None, None) => &[],
        }
    }

    /// The entry that says it was sent, and the items that it named.
    pub(crate) fn said(&self) -> Option<(&'a Str, &'a [SentLine])> {
        self.sent.map(|(entry, sent)| (&entry.id, &*sent.lines))
    }

    pub(crate) fn channel(&self) -> Option<Channel> {
        let sent = self.sent.map(|(_, sent)| sent.channel);
        sent.or_else(|| self.queued.map(|(_, queued)| queued.channel))
    }

    pub(crate) fn contact(&self) -> Option<&'a Str> {
        let sent = self.sent.map(|(_, sent)| &sent.contact);
        sent.or_else(|| self.queued.map(|(_, queued)| &queued.contact))
    }

    pub(crate) fn address(&self) -> Option<&'a AddressRef> {
        let sent = self.sent.map(|(_, sent)| &sent.address);
        sent.or_else(|| self.queued.map(|(_, queued)| &queued.address))
    }

    pub(crate) fn attempt(&self) -> u32 {
        let sent = self.sent.map(|(_, sent)| sent.attempt);
        sent.or_else(|| self.queued.map(|(_, queued)| queued.attempt)).unwrap_or(0)
    }

    pub(crate) fn planned_at(&self) -> Option<Moment> {
        let sent = self.sent.map(|(_, sent)| sent.planned_at);
        sent.or_else(|| self.queued.map(|(_, queued)| queued.planned_at))
    }

    /// True if it was sent, and neither failed nor was cancelled or undone as a whole.
    pub(super) fn stands(&self) -> bool {
        let is_back = self.against.iter().any(|one| match one {
            Against::Cancelled(_) => true,
            Against::Undone(undoing) => undoing.steps.is_empty(),
            Against::Failed(..) | Against::CancelledStep(_) | Against::TooLate(_) => false,
        });
        self.sent.is_some() && !is_back && self.failed().is_none()
    }

    /// What was sent, and when.
    pub(super) fn sending(&self) -> Option<(Moment, &'a Sending)> {
        self.sent.map(|(entry, sent)| (entry.occurred_at, sent))
    }

    /// The deadline that it stated.
    pub(crate) fn deadline(&self) -> Option<&'a Deadline> {
        self.sent.and_then(|(_, sent)| sent.deadline.as_ref())
    }

    /// The charges that it named when it was queued.
    pub(super) fn queued_charges(&self) -> &'a [Charge] {
        self.queued.map_or(&[], |(_, queued)| &queued.charges)
    }

    /// The charges that it named when it was sent.
    pub(super) fn sent_charges(&self) -> &'a [Charge] {
        self.sent.map_or(&[], |(_, sent)| &sent.charges)
    }
}

/// The first in time counts; of one instant that with the lesser id.
// Inlined, the ids would be fetched for every entry.
#[cold]
#[inline(never)]
fn is_before(entry: &Entry, other: &Entry) -> bool {
    (entry.occurred_at, &entry.id) < (other.occurred_at, &other.id)
}
