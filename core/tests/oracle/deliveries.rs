//! What became of each delivery, read from the whole journal.

use std::collections::BTreeSet;

use dunning::{
    AddressRef, CallOutcome, Channel, Charge, Cover, Deadline, Event, Moment, Offset, Scenario,
    Step, StepKey, Str, Subject, Work,
};

use super::facts::{World, number, plus_hours};

pub(crate) struct Delivery<'a> {
    pub(crate) id: &'a Str,
    pub(crate) covers: &'a [Cover],
    pub(crate) channel: Channel,
    pub(crate) contact: &'a Str,
    pub(crate) address: &'a AddressRef,
    pub(crate) attempt: u32,
    pub(crate) queued_at: Option<Moment>,
    /// The last instant at which it may be sent, if it was queued.
    pub(crate) expires_at: Option<Moment>,
    pub(crate) sent_at: Option<Moment>,
    pub(crate) deadline: Option<&'a Deadline>,
    /// The items that it named.
    pub(crate) named: BTreeSet<&'a str>,
    /// What came of it, if it was a call, and when.
    pub(crate) call: Option<(Moment, &'a CallOutcome)>,
    /// The fees that it was queued with, and those that it was sent with.
    pub(crate) queued_charges: &'a [Charge],
    pub(crate) sent_charges: &'a [Charge],
    failures: Vec<Moment>,
    cancelled: Vec<&'a [StepKey]>,
    undone: Vec<&'a [StepKey]>,
}

/// What a delivery means for one of its steps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The step was taken at this moment.
    Taken(Moment),
    /// Nothing was heard yet.
    Out,
    /// It did not arrive.
    Failed,
    /// A call that did not reach the debtor: it is made again.
    Missed,
    /// It was not sent, or does not count.
    Dropped,
}

impl<'a> World<'a> {
    pub(crate) fn deliveries(&self) -> &[Delivery<'a>] {
        self.deliveries.get_or_init(|| self.read_deliveries())
    }

    fn read_deliveries(&self) -> Vec<Delivery<'a>> {
        let mut all: Vec<Delivery<'a>> = Vec::new();
        for entry in &self.journal {
            match &entry.event {
                Event::Queued { queued } => {
                    let found = known(
                        &mut all,
                        &queued.delivery,
                        (&queued.covers, queued.channel, &queued.contact, &queued.address),
                        queued.attempt,
                    );
                    found.queued_at = found.queued_at.or(Some(entry.occurred_at));
                    found.expires_at = found.expires_at.or(Some(queued.expires_at));
                    found.queued_charges = &queued.charges;
                }
                Event::Sent { sent } => {
                    let found = known(
                        &mut all,
                        &sent.delivery,
                        (&sent.covers, sent.channel, &sent.contact, &sent.address),
                        sent.attempt,
                    );
                    found.sent_at = found.sent_at.or(Some(entry.occurred_at));
                    found.deadline = sent.deadline.as_ref();
                    found.sent_charges = &sent.charges;
                    found.named = sent.lines.iter().map(|line| line.item.as_str()).collect();
                }
                _ => {}
            }
        }
        for entry in &self.journal {
            let (id, at) = match &entry.event {
                Event::Failed { failed } => (&failed.delivery, entry.occurred_at),
                Event::Cancelled { cancelled } => (&cancelled.delivery, entry.occurred_at),
                Event::Undone { undone } => (&undone.delivery, entry.occurred_at),
                Event::Called { called } => (&called.delivery, entry.occurred_at),
                _ => continue,
            };
            let Some(found) = all.iter_mut().find(|delivery| delivery.id == id) else { continue };
            match &entry.event {
                Event::Failed { .. } => found.failures.push(at),
                Event::Cancelled { cancelled } => found.cancelled.push(&cancelled.steps),
                Event::Undone { undone } => found.undone.push(&undone.steps),
                Event::Called { called } => found.call = Some((at, &called.outcome)),
                _ => {}
            }
        }
        all
    }

    pub(crate) fn scenario(&self, id: &str, version: u32) -> Option<&'a Scenario> {
        self.doc.scenarios.iter().find(|one| one.id == id && one.version == version)
    }
}

type Content<'a> = (&'a [Cover], Channel, &'a Str, &'a AddressRef);

fn known<'l, 'a>(
    all: &'l mut Vec<Delivery<'a>>,
    id: &'a Str,
    (covers, channel, contact, address): Content<'a>,
    attempt: u32,
) -> &'l mut Delivery<'a> {
    let at = all.iter().position(|delivery| delivery.id == id).unwrap_or_else(|| {
        all.push(Delivery {
            id,
            covers,
            channel,
            contact,
            address,
            attempt,
            queued_at: None,
            expires_at: None,
            sent_at: None,
            deadline: None,
            named: BTreeSet::new(),
            call: None,
            queued_charges: &[],
            sent_charges: &[],
            failures: Vec::new(),
            cancelled: Vec::new(),
            undone: Vec::new(),
        });
        all.len() - 1
    });
    &mut all[at]
}

fn names(lists: &[&[StepKey]], key: &StepKey) -> bool {
    lists.iter().any(|list| list.is_empty() || list.contains(key))
}

impl Delivery<'_> {
    /// True if the same step was meant, be it of another scenario that the item was moved from.
    pub(crate) fn covers(&self, key: &StepKey) -> bool {
        self.cover(key).is_some()
    }

    /// True if it carries out the step, and not without this item.
    pub(crate) fn takes(&self, key: &StepKey, item: &str) -> bool {
        self.cover(key).is_some_and(|cover| cover.without.iter().all(|other| *other != *item))
    }

    pub(crate) fn cover(&self, key: &StepKey) -> Option<&Cover> {
        let step = |key: &StepKey| {
            let is_own = matches!(key.subject, Subject::Item { .. });
            let scenario = (!is_own).then(|| key.scenario.clone());
            (key.subject.clone(), scenario, key.step.clone(), key.occurrence)
        };
        self.covers.iter().find(|cover| step(&cover.key) == step(key))
    }

    pub(crate) fn fate(&self, world: &World<'_>, key: &StepKey) -> Fate {
        let Some(sent_at) = self.sent_at else {
            return if !self.failures.is_empty() {
                Fate::Failed
            } else if names(&self.cancelled, key) {
                Fate::Dropped
            } else {
                Fate::Out
            };
        };
        let until = plus_hours(sent_at, self.fallback_hours(world, key));
        let in_time = |at: &Moment| sent_at <= *at && *at <= until;
        if self.is_wrong_number() || self.failures.iter().any(in_time) {
            Fate::Failed
        } else if names(&self.undone, key) {
            Fate::Dropped
        } else if self.missed(world, key) {
            Fate::Missed
        } else {
            Fate::Taken(sent_at)
        }
    }

    fn fallback_hours(&self, world: &World<'_>, key: &StepKey) -> i64 {
        let cover = self.cover(key).unwrap();
        if let Subject::Instalment { .. } = &key.subject {
            let rules = world.doc.arrangements.as_ref().map(|rules| rules.reminders.as_slice());
            let step = rules.and_then(|steps| steps.iter().find(|step| step.id == key.step));
            return i64::from(step.and_then(|step| step.fallback_hours).unwrap_or(48));
        }
        let scenario = world.scenario(&cover.key.scenario, cover.scenario_version);
        let step = scenario.and_then(|scenario| scenario.steps.iter().find(|s| s.id == key.step));
        i64::from(step.and_then(|step| step.fallback_hours).unwrap_or(48))
    }

    /// The day on which the debtor was contacted, if it was.
    pub(crate) fn contact_day(&self, world: &World<'_>) -> Option<i32> {
        match (self.sent_at, self.queued_at) {
            (Some(sent_at), _) => {
                let failed = self.failures.iter().any(|at| sent_at <= *at);
                let failed = failed || self.is_wrong_number();
                (!failed).then(|| world.day_of(sent_at))
            }
            (None, Some(queued_at)) => {
                let gone = !self.failures.is_empty()
                    || self.covers.iter().all(|cover| names(&self.cancelled, &cover.key));
                (!gone).then(|| world.day_of(queued_at))
            }
            (None, None) => None,
        }
    }

    /// Likewise, if the message stated a day.
    pub(crate) fn stated_day(&self) -> Option<i32> {
        match self.deadline? {
            Deadline::On { date } => Some(number(*date)),
            _ => None,
        }
    }

    /// The last day for payment that the message gave.
    pub(crate) fn deadline_day(&self, world: &World<'_>) -> Option<i32> {
        match self.deadline? {
            Deadline::On { date } => Some(number(*date)),
            Deadline::RelativeToReceipt { days } => {
                let sent = world.day_of(self.sent_at?);
                Some(sent + i32::try_from(*days).unwrap())
            }
            _ => panic!("a choice that the oracle does not know"),
        }
    }
}

/// What a step says, as simple values.
pub(crate) fn days_of(offset: &Offset) -> i32 {
    match offset {
        Offset::Days { days } | Offset::EndOfMonth { days } | Offset::BusinessDays { days, .. } => {
            *days
        }
        _ => panic!("a choice that the oracle does not know"),
    }
}

pub(crate) fn channels_of(step: &Step) -> Vec<Channel> {
    match &step.work {
        Work::Message { channels, .. } => channels.clone(),
        Work::Call { .. } => vec![Channel::Call],
        _ => panic!("a choice that the oracle does not know"),
    }
}
