//! Deliveries: what was queued, sent, failed or cancelled, each event in any order.

use super::bounces::Bounce;
use std::cell::OnceCell;

use super::calls::{self, Call};
use super::contacts::ContactMade;
use super::delivery::{Against, Delivery};
use super::ids::{Ids, nth};
use crate::model::{Channel, Cover, Entry, Event, StepKey, Subject};
use crate::policy::Policy;
use crate::text::Str;

/// All deliveries of a journal.
#[derive(Debug, Default)]
pub(crate) struct Deliveries<'a> {
    all: Vec<Delivery<'a>>,
    by_id: Ids,
    /// What providers reported of addresses; mostly nothing.
    pub(super) bounces: Vec<Bounce<'a>>,
    /// True if something speaks against the arrival of one, or one was a call with an outcome.
    pub(crate) disturbed: bool,
    /// True if one was a call.
    pub(crate) has_calls: bool,
    /// True if one named a charge.
    pub(super) has_charges: bool,
    /// The contacts that were made, once a step asks for them.
    pub(super) contacts: OnceCell<Vec<ContactMade>>,
}

impl<'a> Deliveries<'a> {
    pub(crate) fn with_room(entries: usize) -> Self {
        // Mostly one is queued, sent, and then heard of.
        let room = entries.div_ceil(3);
        Self { all: Vec::with_capacity(room), by_id: Ids::with_room(room), ..Self::default() }
    }

    pub(crate) fn all(&self) -> &[Delivery<'a>] {
        &self.all
    }

    /// Tells which calls and failures count, as the policy says.
    pub(super) fn judge(&mut self, policy: &Policy) {
        calls::judge(&mut self.all, policy);
        for delivery in &mut self.all {
            delivery.judge_failures(|cover| fallback_hours(policy, cover));
        }
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Delivery<'a>> {
        nth(&self.all, self.by_id.find(id, |number| has_id(&self.all, number, id))?)
    }

    /// Takes in an entry; false if it is not about a delivery.
    pub(crate) fn fold(&mut self, entry: &'a Entry) -> bool {
        let at = entry.occurred_at.micros();
        match &entry.event {
            Event::Queued { queued } => {
                self.has_calls |= queued.channel == Channel::Call;
                self.has_charges |= !queued.charges.is_empty();
                self.kept(&queued.delivery).queue(entry, queued);
            }
            Event::Sent { sent } => {
                self.has_calls |= sent.channel == Channel::Call;
                self.has_charges |= !sent.charges.is_empty();
                self.named(&sent.delivery).send(entry, sent);
            }
            Event::Called { called } => {
                let call = Call::new(at, &entry.id, &called.outcome);
                let known = &mut self.disturb(&called.delivery).call;
                // Two words about one call: the later wins.
                if known.as_ref().is_none_or(|known| known.comes_before(&call)) {
                    *known = Some(Box::new(call));
                }
            }
            Event::Failed { failed } => {
                self.bounces.extend(Bounce::of(entry, failed));
                self.disturb(&failed.delivery).against.push(Against::Failed(
                    at,
                    &entry.id,
                    failed.channel,
                ));
            }
            Event::Cancelled { cancelled } => {
                let delivery = self.disturb(&cancelled.delivery);
                if cancelled.steps.is_empty() {
                    delivery.against.push(Against::Cancelled(at));
                }
                delivery.against.extend(cancelled.steps.iter().map(Against::CancelledStep));
            }
            Event::Undone { undone } => {
                self.disturb(&undone.delivery).against.push(Against::Undone(undone));
            }
            // Evidence; it decides nothing yet.
            Event::Delivered { .. } | Event::Read { .. } => {}
            _ => return false,
        }
        true
    }

    #[cold]
    fn disturb(&mut self, id: &'a Str) -> &mut Delivery<'a> {
        self.disturbed = true;
        self.named(id)
    }

    #[expect(clippy::indexing_slicing, reason = "it is there")]
    fn named(&mut self, id: &'a Str) -> &mut Delivery<'a> {
        let last = self.all.len().wrapping_sub(1);
        // Entries of one delivery often follow one another.
        if self.all.last().is_some_and(|last| last.id == id) {
            return &mut self.all[last];
        }
        self.kept(id)
    }

    #[expect(clippy::indexing_slicing, reason = "the index was just made or comes from the map")]
    fn kept(&mut self, id: &'a Str) -> &mut Delivery<'a> {
        let next = self.all.len();
        let number = u32::try_from(next).unwrap_or(u32::MAX);
        let kept = self.by_id.find_or_keep(id, number, |number| has_id(&self.all, number, id));
        let at = usize::try_from(kept).unwrap_or(next);
        if at == next {
            self.all.push(Delivery::new(id));
        }
        &mut self.all[at]
    }
}

fn has_id(all: &[Delivery<'_>], number: u32, id: &str) -> bool {
    nth(all, number).is_some_and(|delivery| *delivery.id == *id)
}

/// The hours of the step as it was when it went out.
fn fallback_hours(policy: &Policy, cover: &Cover) -> u32 {
    let key = &cover.key;
    if let Subject::Instalment { .. } = &key.subject {
        let mut reminders = policy.arranging.reminders.iter();
        let step = reminders.find(|step| step.id == key.step);
        return step.and_then(|step| step.fallback_hours).unwrap_or(48);
    }
    let ladder = policy.ladder(&key.scenario, Some(cover.scenario_version));
    let ladder = ladder.and_then(|at| policy.ladder_at(at));
    let rung = ladder.and_then(|ladder| ladder.rungs.get(ladder.rung(&key.step)?));
    rung.map_or(48, |rung| rung.fallback_hours)
}

/// The item that a step is about, if it is about one.
pub(crate) fn item_of(key: &StepKey) -> Option<&str> {
    match &key.subject {
        Subject::Item { item } => Some(item),
        _ => None,
    }
}

/// True if the item takes the step by another delivery than the one that has this cover.
#[inline]
pub(crate) fn is_without(cover: &Cover, item: &str) -> bool {
    // Mostly a step is carried out for all that share it.
    !cover.without.is_empty() && cover.without.iter().any(|other| other == item)
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
