//! The fees that the journal knows of, and how they stand.

use std::collections::BTreeSet;

use dunning::{Charge, ChargeClaim, ChargePer, ChargeState, Event, Item, StepKey};

use super::deliveries::{Delivery, Fate};
use super::facts::{World, minor};
use super::owed::is_credit;

/// What makes a fee the same fee at every attempt: the steps that it is for.
pub(crate) type Identity = BTreeSet<String>;

/// A fee of the journal.
#[derive(Clone)]
pub(crate) struct Fee<'a> {
    pub(crate) charge: &'a Charge,
    pub(crate) identity: Identity,
    pub(crate) state: ChargeState,
    /// True if it waits for a deadline that has not passed.
    pub(crate) waits: bool,
    pub(crate) is_sent: bool,
    pub(crate) base: i64,
    pub(crate) amount: i64,
    pub(crate) vat: i64,
}

pub(crate) fn of_step(key: &StepKey, item: &str) -> String {
    format!("{item} {} {} {}", key.scenario, key.step, key.occurrence)
}

impl<'a> World<'a> {
    /// All fees that were announced, each once.
    pub(crate) fn fees(&self) -> Vec<Fee<'a>> {
        let mut all: Vec<Fee<'a>> = Vec::new();
        for delivery in self.deliveries() {
            for charge in delivery.announced() {
                let one = self.announced(delivery, charge);
                // Named again by a further attempt of some of its items, it has its old id.
                let is_it = |known: &&mut Fee<'a>| {
                    known.identity == one.identity || known.charge.id == one.charge.id
                };
                match all.iter_mut().find(is_it) {
                    Some(known) => *known = stands(known, one),
                    None => all.push(one),
                }
            }
        }
        // A later message may have asked for less of what was announced ahead.
        for charge in self.deliveries().iter().flat_map(|one| one.sent_charges) {
            let identity = self.identity_of(charge);
            let known = all.iter_mut().find(|known| known.identity == identity);
            let (base, net, vat) = amounts(charge);
            if let Some(known) = known.filter(|known| net < known.amount) {
                (known.base, known.amount, known.vat) = (base, net, vat);
            }
        }
        for one in &mut all {
            let id = &one.charge.id;
            for entry in &self.journal {
                match &entry.event {
                    Event::Charged { booking } if booking.charge == *id => {
                        one.state = ChargeState::Charged;
                    }
                    Event::Waived { waiver } if waiver.charge == *id => {
                        one.state = ChargeState::Waived;
                    }
                    _ => {}
                }
            }
        }
        all
    }

    /// The steps that a fee is for: those of the delivery that announced it.
    fn identity_of(&self, charge: &Charge) -> Identity {
        let mut deliveries = self.deliveries().iter();
        let own = deliveries.find(|one| one.announced().iter().any(|own| own.id == charge.id));
        own.map(|own| own.identity(charge)).unwrap_or_default()
    }

    fn announced(&self, delivery: &Delivery<'a>, charge: &'a Charge) -> Fee<'a> {
        let whole = charge.per == ChargePer::Message;
        let own = || delivery.covers.iter().filter(|cover| whole || cover.key == charge.step);
        let fates: Vec<Fate> = own().map(|cover| delivery.fate(self, &cover.key)).collect();
        let is_taken = |fate: &Fate| matches!(fate, Fate::Taken(_));
        let (base, net, vat) = amounts(charge);
        let date = delivery.stated_day();
        let claim = charge.claim.unwrap_or(ChargeClaim::WithMessage);
        let mut waits = false;
        let first = fates.iter().find(|fate| is_taken(fate) || **fate == Fate::Out);
        let state = match first {
            Some(Fate::Out) => ChargeState::Announced,
            Some(_) => match (claim, date) {
                (ChargeClaim::WithMessage, _) => ChargeState::Claimable,
                (ChargeClaim::AfterDeadline, Some(date)) => {
                    waits = self.today <= date;
                    if waits { ChargeState::Announced } else { ChargeState::Claimable }
                }
                _ if self.went_on(delivery, charge) => ChargeState::Claimable,
                _ => ChargeState::Announced,
            },
            None => ChargeState::Released,
        };
        let state = if delivery.keeps(charge) { state } else { ChargeState::Released };
        let (identity, is_sent) = (delivery.identity(charge), delivery.sent_at.is_some());
        Fee { charge, identity, state, waits, is_sent, base, amount: net, vat }
    }

    /// True if a later step of what the fee is about was sent.
    fn went_on(&self, delivery: &Delivery<'a>, charge: &Charge) -> bool {
        let whole = charge.per == ChargePer::Message;
        let own = || delivery.covers.iter().filter(|cover| whole || cover.key == charge.step);
        self.deliveries().iter().filter(|later| later.sent_at > delivery.sent_at).any(|later| {
            later.covers.iter().any(|cover| {
                own().any(|one| one.key.subject == cover.key.subject)
                    && own().all(|one| one.key != cover.key)
                    && matches!(later.fate(self, &cover.key), Fate::Taken(_))
            })
        })
    }

    /// True if fees may be asked for that are told by this item.
    pub(crate) fn has_fees_left(&self, item: &Item) -> bool {
        self.fees().iter().any(|one| {
            let home = self.home(one.charge);
            one.state == ChargeState::Claimable && home.is_some_and(|home| home.id == item.id)
        })
    }

    /// The item by whose message a fee is told: the first that is still open, or else the first.
    pub(crate) fn home(&self, charge: &Charge) -> Option<&'a Item> {
        let items = charge.items.iter().filter_map(|id| self.item(id));
        let own: Vec<&Item> = items.filter(|item| !is_credit(item)).collect();
        own.iter().find(|item| self.open(item) > 0).or(own.first()).copied()
    }
}

/// Of several attempts the one that stands counts, with the lowest that was announced.
fn stands<'a>(known: &Fee<'a>, new: Fee<'a>) -> Fee<'a> {
    let rank = |one: &Fee<'_>| match one.state {
        ChargeState::Released => (0, one.is_sent),
        ChargeState::Announced => (1, one.is_sent),
        _ => (2, one.is_sent),
    };
    let lowest = if known.amount < new.amount { known.clone() } else { new.clone() };
    let one = if rank(&new) >= rank(known) { new } else { known.clone() };
    let identity = known.identity.clone();
    Fee { identity, base: lowest.base, amount: lowest.amount, vat: lowest.vat, ..one }
}

pub(crate) fn amounts(charge: &Charge) -> (i64, i64, i64) {
    let of = |amount| minor(amount, charge.currency);
    (of(charge.base), of(charge.amount), charge.vat.map_or(0, of))
}

impl<'a> Delivery<'a> {
    /// The fees that it announces for its own steps, be it that they were queued only.
    fn announced(&self) -> Vec<&'a Charge> {
        let sent = self.sent_charges.iter();
        let is_own = |one: &&Charge| self.covers.iter().any(|cover| cover.key == one.step);
        let mut all: Vec<&Charge> = sent.filter(is_own).collect();
        let queued = self.queued_charges.iter();
        all.extend(queued.filter(|one| self.sent_charges.iter().all(|other| other.id != one.id)));
        all
    }

    /// False if it was queued with the fee, and sent without.
    fn keeps(&self, charge: &Charge) -> bool {
        self.sent_at.is_none() || self.sent_charges.iter().any(|one| one.id == charge.id)
    }

    /// The steps that a fee is for.
    fn identity(&self, charge: &Charge) -> Identity {
        match charge.per {
            ChargePer::Message => {
                let own = self.covers.iter().map(|cover| match &cover.key.subject {
                    dunning::Subject::Item { item } => of_step(&cover.key, item),
                    _ => panic!("a level that items share has no fee of a message here"),
                });
                own.collect()
            }
            _ => charge.items.iter().map(|item| of_step(&charge.step, item)).collect(),
        }
    }
}
