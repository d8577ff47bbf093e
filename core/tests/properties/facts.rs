//! What an account says, read slowly and without the engine.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;
use dunning::{
    Account, Action, BlockScope, CallOutcome, Cover, DisputeMade, DisputeOutcome, DunningBlock,
    Entry, Event, Intent, Item, ItemKind, Moment, Netting, PolicyDoc, PromiseMade, PromiseRest,
    StepKey, Subject,
};
use rust_decimal::Decimal;

use crate::generate::Scene;

pub(crate) struct Facts<'a> {
    pub(crate) account: &'a Account,
    pub(crate) doc: &'a PolicyDoc,
    pub(crate) now: Moment,
    /// The creditor's day.
    pub(crate) today: NaiveDate,
    /// The journal in the order in which things happened, each entry once.
    pub(crate) journal: Vec<&'a Entry>,
}

impl<'a> Facts<'a> {
    pub(crate) fn of(scene: &'a Scene) -> Self {
        Self::new(&scene.account, scene.policy.doc(), scene.now)
    }

    pub(crate) fn new(account: &'a Account, doc: &'a PolicyDoc, now: Moment) -> Self {
        let mut journal: Vec<&Entry> = account.journal.iter().collect();
        journal.sort_by_key(|entry| {
            let (command, number) = entry.id.rsplit_once('/').unwrap();
            let number: u64 = number.parse().unwrap();
            (entry.occurred_at, entry.recorded_at, command.to_owned(), number)
        });
        let mut seen = Vec::new();
        journal.retain(|entry| {
            let is_new = !seen.contains(&&entry.id);
            seen.push(&entry.id);
            is_new
        });
        Self { account, doc, now, today: local_day(account, now), journal }
    }

    /// Every plain fact that forbids to ask for an item now.
    pub(crate) fn silences(&self, item: &Item) -> Vec<&'static str> {
        let checks: [(&'static str, bool); 12] = [
            ("settled or a credit", is_credit(item) || item.open.decimal() <= Decimal::ZERO),
            ("stale", self.is_stale()),
            ("invalid", self.is_invalid(item)),
            ("time-barred", item.time_barred_on.is_some_and(|on| on.date() <= self.today)),
            ("blocked", self.is_blocked(item)),
            ("wholly disputed", self.disputed_parts(item).iter().any(|part| *part >= open(item))),
            ("promised", self.promised_part(item).is_some_and(|part| part >= open(item))),
            ("stopped", self.rests_altogether(Some(item))),
            ("questioned", self.is_questioned(item)),
            ("arranged", self.arranged_part(item).is_some_and(|part| part >= open(item))),
            ("held by a newer entry", self.is_newer(item)),
            ("below tolerance", open(item) <= self.tolerance(item)),
        ];
        checks.into_iter().filter(|(_, holds)| *holds).map(|(name, _)| name).collect()
    }

    /// The most that may be asked for: open, less what is disputed or promised.
    pub(crate) fn most(&self, item: &Item) -> Decimal {
        let disputed = self.disputed_parts(item).into_iter().max().unwrap_or_default();
        let promised = self.promised_part(item).unwrap_or_default();
        let arranged = self.arranged_part(item).unwrap_or_default();
        open(item) - disputed.max(promised).max(arranged)
    }

    fn tolerance(&self, item: &Item) -> Decimal {
        let known = self.doc.tolerances.iter().find(|known| known.currency == item.currency);
        known.map_or(Decimal::ZERO, |known| known.amount.decimal())
    }

    /// In each currency: what is open less the credits that count, however they are spread.
    pub(crate) fn most_of(&self, currency: dunning::Currency) -> Decimal {
        let mut sum = Decimal::ZERO;
        for item in self.account.items.iter().filter(|item| item.currency == currency) {
            let counts = match self.doc.netting.unwrap_or(Netting::WhenDue) {
                Netting::Always => true,
                Netting::WhenDue => item.due.date() <= self.today,
                _ => false,
            };
            if !is_credit(item) || counts {
                sum += open(item);
            }
        }
        sum
    }

    pub(crate) fn is_stale(&self) -> bool {
        let fresh = i64::from(self.doc.ledger_fresh_days.unwrap_or(3));
        let read_on = local_day(self.account, self.account.ledger_as_of);
        (self.today - read_on).num_days() > fresh
    }

    /// The contradictions that the generator makes.
    pub(crate) fn is_invalid(&self, item: &Item) -> bool {
        let account = self.account;
        let day_ahead = self.now.utc() + TimeDelta::days(1);
        let same = account.items.iter().filter(|other| other.id == item.id).count();
        let known = |name: &str| self.doc.scenarios.iter().any(|scenario| scenario.id == *name);
        let party = |name: &str| account.parties.iter().any(|party| party.id == *name);
        let currency = item.currency.to_string();
        account.creditor.zone.parse::<Tz>().is_err()
            || account.ledger_as_of.utc() > day_ahead
            || same > 1
            || !["EUR", "JPY", "KWD"].contains(&currency.as_str())
            || open(item).normalize().scale() > digits(&currency)
            || (is_credit(item) && open(item) > Decimal::ZERO)
            || item.issued.is_some_and(|issued| item.due < issued)
            || item.scenario.as_ref().is_some_and(|name| !known(name))
            || item.party.as_ref().is_some_and(|name| !party(name))
            || open(item) > Decimal::from(i64::MAX / 1_000)
    }

    fn is_blocked(&self, item: &Item) -> bool {
        self.journal.iter().any(|entry| {
            let Event::Blocked { block } = &entry.event else { return false };
            let concerns = match &block.scope {
                BlockScope::Debtor {} => true,
                BlockScope::Item { item: only } => *only == item.id,
                _ => false,
            };
            concerns && self.is_in_force(entry, block)
        })
    }

    /// True if a step of an item is blocked today.
    pub(crate) fn is_step_blocked(&self, item: &str, name: &str) -> bool {
        self.journal.iter().any(|entry| {
            let Event::Blocked { block } = &entry.event else { return false };
            let BlockScope::Step { step, item: only } = &block.scope else { return false };
            let concerns = only.as_ref().is_none_or(|only| *only == *item);
            *step == *name && concerns && self.is_in_force(entry, block)
        })
    }

    pub(crate) fn is_in_force(&self, set: &Entry, block: &DunningBlock) -> bool {
        let begins = block.begins.map_or(local_day(self.account, set.occurred_at), |on| on.date());
        let ended = block.until.is_some_and(|until| until.date() < self.today);
        let lifted = self.journal.iter().any(
            |entry| matches!(&entry.event, Event::Unblocked { unblock } if unblock.block == set.id),
        );
        begins <= self.today && !ended && !lifted
    }

    /// What is disputed and undecided, or decided for the debtor with nothing changed since.
    fn disputed_parts(&self, item: &Item) -> Vec<Decimal> {
        let mut parts = Vec::new();
        for entry in &self.journal {
            let Event::DisputeOpened { dispute } = &entry.event else { continue };
            if dispute.item != item.id {
                continue;
            }
            let closed = self.journal.iter().rev().find_map(|later| match &later.event {
                Event::DisputeClosed { closing } if closing.dispute == entry.id => {
                    Some(&closing.outcome)
                }
                _ => None,
            });
            let whole = dispute.amount.map_or(open(item), |part| part.decimal());
            match closed {
                None => parts.push(whole.min(open(item))),
                Some(DisputeOutcome::Upheld {}) if self.is_untouched(dispute, item) => {
                    parts.push(whole.min(open(item)));
                }
                _ => {}
            }
        }
        parts
    }

    fn is_untouched(&self, dispute: &DisputeMade, item: &Item) -> bool {
        dispute.open == item.open && self.account.payments.is_empty()
    }

    /// What the newest promise of an item covers, if nothing was paid and it is not over.
    fn promised_part(&self, item: &Item) -> Option<Decimal> {
        let newest = self.journal.iter().rev().find_map(|entry| match &entry.event {
            Event::Promised { promise } if covers(promise, item) => Some(promise),
            _ => None,
        })?;
        let until = newest.date.date() + TimeDelta::days(newest.grace_days.into());
        let known_until = local_day(self.account, self.account.payments_as_of);
        let runs = self.today <= until || known_until <= until;
        let unpaid = self.account.payments.is_empty()
            && newest.items.iter().all(|part| {
                let now = self.account.items.iter().find(|item| item.id == part.item);
                now.is_some_and(|now| now.open >= part.open)
            });
        let rest = self.doc.promises.as_ref().and_then(|rules| rules.rest);
        let part = newest.items.iter().find(|part| part.item == item.id)?;
        let holds_all = rest.unwrap_or(PromiseRest::HoldsToo) == PromiseRest::HoldsToo;
        let part = if holds_all { open(item) } else { part.amount.decimal() };
        (runs && unpaid).then_some(part)
    }

    /// True if the recipient, or somebody unknown, stopped the channel of an action; consents of
    /// the generator are older than any stop.
    pub(crate) fn is_stopped(&self, action: &Action) -> bool {
        let mut seen = Vec::new();
        self.journal.iter().any(|entry| {
            let Event::Inbound { message } = &entry.event else { return false };
            let is_new = !seen.contains(&&message.id);
            seen.push(&message.id);
            let mut who = message.contact.iter();
            is_new
                && matches!(message.intent, Intent::Stop {})
                && message.channel == action.channel
                && who.all(|contact| *contact == action.recipient.contact)
        })
    }

    fn is_newer(&self, item: &Item) -> bool {
        self.journal.iter().any(|entry| {
            let is_newer = entry.unknown.is_some()
                || matches!(entry.event, Event::Newer { .. })
                || matches!(entry.subject, Subject::Newer { .. });
            let other_item =
                matches!(&entry.subject, Subject::Item { item: only } if *only != item.id);
            is_newer && !other_item
        })
    }

    /// The deliveries that certainly stand for a step: queued or sent, and neither failed in
    /// time nor cancelled.
    pub(crate) fn standing_deliveries(&self, key: &StepKey) -> Vec<String> {
        self.standing_for(key, |_| true)
    }

    /// Those of them that carry out the step for one of these items, or for all that share it.
    pub(crate) fn standing_for_items(&self, key: &StepKey, items: &[&str]) -> Vec<String> {
        let takes = |item: &&str, cover: &Cover| cover.without.iter().all(|other| other != *item);
        self.standing_for(key, |cover| items.iter().any(|item| takes(item, cover)))
    }

    fn standing_for(&self, key: &StepKey, wanted: impl Fn(&Cover) -> bool) -> Vec<String> {
        let mut standing = Vec::new();
        for entry in &self.journal {
            let (delivery, covers) = match &entry.event {
                Event::Queued { queued } => (&queued.delivery, &queued.covers),
                Event::Sent { sent } => (&sent.delivery, &sent.covers),
                _ => continue,
            };
            let covers_it = covers.iter().any(|cover| cover.key == *key && wanted(cover));
            let delivery = delivery.to_string();
            if covers_it && !standing.contains(&delivery) && self.stands(&delivery, key) {
                standing.push(delivery);
            }
        }
        standing
    }

    fn stands(&self, delivery: &str, key: &StepKey) -> bool {
        let sent_at = self.journal.iter().find_map(|entry| match &entry.event {
            Event::Sent { sent } if sent.delivery == *delivery => Some(entry.occurred_at.utc()),
            _ => None,
        });
        let fallback = TimeDelta::hours(self.fallback_hours(key));
        !self.journal.iter().any(|entry| match &entry.event {
            Event::Failed { failed } if failed.delivery == *delivery => sent_at
                .is_none_or(|sent| (sent..=sent + fallback).contains(&entry.occurred_at.utc())),
            Event::Called { called } if called.delivery == *delivery => {
                !matches!(called.outcome, CallOutcome::Reached {})
            }
            Event::Cancelled { cancelled } if cancelled.delivery == *delivery => {
                cancelled.steps.is_empty() || cancelled.steps.contains(key)
            }
            Event::Undone { undone } if undone.delivery == *delivery => {
                undone.steps.is_empty() || undone.steps.contains(key)
            }
            _ => false,
        })
    }

    fn fallback_hours(&self, key: &StepKey) -> i64 {
        let mut steps = self.doc.scenarios.iter().filter(|known| known.id == key.scenario);
        let step = steps.find_map(|known| known.steps.iter().find(|step| step.id == key.step));
        step.and_then(|step| step.fallback_hours).unwrap_or(48).into()
    }
}

pub(crate) fn local_day(account: &Account, at: Moment) -> NaiveDate {
    let zone: Tz = account.creditor.zone.parse().unwrap_or(Tz::UTC);
    at.utc().with_timezone(&zone).date_naive()
}

pub(crate) fn open(item: &Item) -> Decimal {
    item.open.decimal()
}

pub(crate) fn is_credit(item: &Item) -> bool {
    matches!(item.kind, ItemKind::CreditNote | ItemKind::UnappliedPayment)
}

pub(crate) fn digits(currency: &str) -> u32 {
    match currency {
        "JPY" => 0,
        "KWD" => 3,
        _ => 2,
    }
}

fn covers(promise: &PromiseMade, item: &Item) -> bool {
    promise.items.iter().any(|part| part.item == item.id)
}
