//! What stops an item altogether: one line for each obstacle.

use std::collections::BTreeSet;

use dunning::{BlockScope, Entry, Event, Intent, Item, QuestionEffect, Stop, Stopping, Subject};

use super::deliveries::{Delivery, Fate};
use super::facts::{World, number, plus_hours};

/// A block, and the days on which it holds.
pub(crate) struct Blocked<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) block: &'a dunning::DunningBlock,
    pub(crate) begins: i32,
    pub(crate) until: Option<i32>,
    /// The day on which it was lifted.
    pub(crate) lifted: Option<i32>,
}

impl<'a> World<'a> {
    pub(crate) fn blocks(&self) -> Vec<Blocked<'a>> {
        let set = self.journal.iter().filter_map(|entry| match &entry.event {
            Event::Blocked { block } => {
                let lifted = self.journal.iter().find(|other| {
                    matches!(&other.event, Event::Unblocked { unblock } if unblock.block == entry.id)
                });
                Some(Blocked {
                    entry,
                    block,
                    begins: self.begins(entry, block.begins),
                    until: block.until.map(number),
                    lifted: lifted.map(|lifted| self.day_of(lifted.occurred_at)),
                })
            }
            _ => None,
        });
        set.collect()
    }

    /// Everything that stops the item, whatever its next step is.
    pub(crate) fn gates(&self, item: &Item, deliveries: &[Delivery<'a>]) -> BTreeSet<String> {
        let mut holds = BTreeSet::new();
        if let Some(on) = item.time_barred_on
            && self.today >= number(on)
        {
            holds.insert(format!("timeBarred {on}"));
        }
        self.stopped(item, &mut holds);
        self.questioned(item, &mut holds);
        self.replied(item, &mut holds);
        self.unknown(item, deliveries, &mut holds);
        for block in self.blocks().iter().filter(|block| block.is_in_force(self.today)) {
            let concerns = match &block.block.scope {
                BlockScope::Debtor {} => true,
                BlockScope::Item { item: about } => *about == item.id,
                _ => false,
            };
            if concerns {
                holds.insert(format!("blocked {}", block.entry.id));
            }
        }
        holds
    }

    pub(crate) fn is_stale(&self) -> bool {
        let fresh = self.doc.ledger_fresh_days.unwrap_or(3);
        self.today > self.day_of(self.account.ledger_as_of) + i32::try_from(fresh).unwrap()
    }

    fn stopped(&self, item: &Item, holds: &mut BTreeSet<String>) {
        for entry in &self.journal {
            let Event::Stopped { stopping } = &entry.event else { continue };
            let is_over = self.journal.iter().any(
                |other| matches!(&other.event, Event::StopEnded { ending } if ending.stop == entry.id),
            );
            let name = match &stopping.stop {
                Stop::HandedOver { item: Some(about), .. } if *about != item.id => continue,
                Stop::Withdrawn { item: about, .. } if *about != item.id => continue,
                Stop::HandedOver { .. } => "handedOver",
                Stop::Withdrawn { .. } => "withdrawn",
                Stop::Insolvent { .. } => "insolvent",
                Stop::Deceased {} => "deceased",
                _ => panic!("a choice that the oracle does not know"),
            };
            if !is_over && self.is_within(entry, stopping) {
                holds.insert(format!("{name} {}", entry.id));
            }
        }
    }

    /// The creditor withdrew it, so it is not owed.
    pub(crate) fn is_withdrawn(&self, item: &Item) -> bool {
        let mut holds = BTreeSet::new();
        self.stopped(item, &mut holds);
        holds.iter().any(|hold| hold.starts_with("withdrawn "))
    }

    fn is_within(&self, entry: &Entry, stopping: &Stopping) -> bool {
        let begins = self.begins(entry, stopping.begins);
        let until = stopping.until.map(number);
        begins <= self.today && until.is_none_or(|until| self.today <= until)
    }

    fn questioned(&self, item: &Item, holds: &mut BTreeSet<String>) {
        let effect = self.doc.questions.as_ref().and_then(|rules| rules.effect);
        if effect == Some(QuestionEffect::GoesOn) {
            return;
        }
        for entry in &self.journal {
            let Event::QuestionAsked { question } = &entry.event else { continue };
            let is_answered = self.journal.iter().any(|other| {
                matches!(&other.event,
                    Event::QuestionAnswered { answer } if answer.question == entry.id)
            });
            let until = number(question.until.unwrap());
            if question.item == item.id && !is_answered && self.today <= until {
                holds.insert(format!("questioned {} {until}", entry.id));
            }
        }
    }

    fn replied(&self, item: &Item, holds: &mut BTreeSet<String>) {
        let rules = self.doc.replies.as_ref();
        let days = rules.and_then(|rules| rules.paid_already_days).unwrap_or(3);
        let pauses = rules.is_some_and(|rules| rules.dispute_pauses);
        let mut seen = BTreeSet::new();
        for entry in &self.journal {
            let Event::Inbound { message } = &entry.event else { continue };
            let is_about = message.items.is_empty() || message.items.contains(&item.id);
            if !seen.insert(&message.id) || !is_about {
                continue;
            }
            let on = self.day_of(entry.occurred_at);
            let until = on + i32::try_from(days).unwrap();
            if matches!(message.intent, Intent::PaidAlready { .. }) && self.today <= until {
                holds.insert(format!("replied {} paidAlready", message.id));
            }
            let is_settled = self.journal.iter().any(|other| match &other.event {
                Event::InboundAnswered { answer } => answer.inbound == message.id,
                Event::DisputeOpened { dispute } => {
                    dispute.item == item.id && self.day_of(other.occurred_at) >= on
                }
                _ => false,
            });
            if matches!(message.intent, Intent::Disputes {}) && pauses && !is_settled {
                holds.insert(format!("replied {} disputes", message.id));
            }
        }
    }

    fn unknown(&self, item: &Item, deliveries: &[Delivery<'a>], holds: &mut BTreeSet<String>) {
        let hours = i64::from(self.doc.queue_timeout_hours.unwrap_or(24));
        for delivery in deliveries {
            let Some(queued_at) = delivery.queued_at else { continue };
            let is_out = delivery.covers.iter().any(|cover| {
                let concerns = match &cover.key.subject {
                    Subject::Item { item: about } => *about == item.id,
                    Subject::DebtorCurrency { currency } => *currency == item.currency,
                    Subject::Instalment { .. } => false,
                    _ => true,
                };
                let is_theirs = cover.without.iter().all(|other| *other != item.id);
                concerns && is_theirs && delivery.fate(self, &cover.key) == Fate::Out
            });
            if is_out {
                // What may still be sent is not lost.
                let last = Some(plus_hours(queued_at, hours)).max(delivery.expires_at);
                let late = Some(self.now) >= last;
                let why = if late { "timedOut" } else { "inFlight" };
                holds.insert(format!("outcomeUnknown {} {why}", delivery.id));
            }
        }
    }
}

impl Blocked<'_> {
    pub(crate) fn is_in_force(&self, today: i32) -> bool {
        self.begins <= today
            && self.until.is_none_or(|until| today <= until)
            && self.lifted.is_none()
    }

    /// The days that it blocked, if they are known.
    pub(crate) fn days(&self) -> Option<(i32, i32)> {
        let lifted = self.lifted.map(|lifted| lifted - 1);
        let until = match (self.until, lifted) {
            (Some(until), Some(lifted)) => until.min(lifted),
            (one, other) => one.or(other)?,
        };
        Some((self.begins, until))
    }
}
