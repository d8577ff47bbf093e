//! Charges: what deliveries announced, and what became of it.

use super::Standing;
use super::charge_state::facts;
use super::deliveries::Deliveries;
use super::delivery::Delivery;
use super::facts::Folded;
use super::ledger::Ledger;
use super::notices::Times;
use crate::calendar::Moment;
use crate::model::{Account, Charge, ChargeKind, ChargeState, Entry, Event, ItemKind, StepKey};
use crate::money;
use crate::text::Str;

/// A charge of the journal, as numbers.
#[derive(Debug)]
pub(crate) struct ChargeFacts<'a> {
    pub(crate) charge: &'a Charge,
    pub(crate) delivery: &'a Str,
    pub(crate) state: ChargeState,
    pub(crate) is_sent: bool,
    /// When it was announced: sent, or else queued.
    pub(super) at: i64,
    /// What it was worked out on: as announced, or what it came to when it was lowered.
    pub(crate) base: i64,
    /// The lowest that was announced, without VAT, in minor units.
    pub(crate) amount: i64,
    pub(crate) vat: i64,
    /// The item whose message tells it: the first of its items that is still open, or else the
    /// first.
    pub(crate) home: Option<usize>,
    /// The day on which it may be asked for, if it waits for one.
    pub(crate) claimable_on: Option<i32>,
    /// The first day after the term of the notice by law that announced it.
    pub(crate) over_on: Option<i32>,
    /// True if a notice by law announced it: it waits for the end of its term.
    pub(crate) by_notice: bool,
}

impl ChargeFacts<'_> {
    pub(crate) fn is_fee(&self) -> bool {
        self.charge.kind == ChargeKind::Fee
    }

    /// True if it is settled by a word of the host: booked or given up.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.state, ChargeState::Charged | ChargeState::Waived)
    }

    pub(crate) fn is_claimable(&self) -> bool {
        self.state == ChargeState::Claimable
    }

    /// The last day of interest.
    pub(crate) fn until(&self) -> Option<i32> {
        self.charge.segments.last().map(|segment| segment.until.number())
    }

    /// When it was announced.
    pub(crate) fn announced_at(&self) -> Moment {
        Moment::of(self.at)
    }

    fn announced(&self) -> (i64, &Str, &Str) {
        (self.at, &self.charge.id, self.delivery)
    }

    /// Of two deliveries of one charge the one that stands counts.
    fn rank(&self) -> (u8, bool) {
        let rank = match self.state {
            ChargeState::Released => 0,
            ChargeState::Announced => 1,
            _ => 2,
        };
        (rank, self.is_sent)
    }
}

impl<'a> Delivery<'a> {
    /// The charges that it announces for its own steps; true for one that was queued with it and
    /// not sent.
    fn charges(&self) -> impl Iterator<Item = (&'a Charge, bool)> {
        let (queued, sent) = (self.queued_charges(), self.sent_charges());
        let is_sent = self.sent_at().is_some();
        let dropped = queued
            .iter()
            .filter(move |one| !is_sent || sent.iter().all(|other| other.id != one.id))
            .map(move |one| (one, is_sent));
        let covers = self.covers();
        let is_own = move |step: &StepKey| covers.iter().any(|cover| cover.key == *step);
        let sent = sent.iter().map(|one| (one, false)).filter(move |(one, _)| is_own(&one.step));
        sent.chain(dropped)
    }
}

/// What an entry says of a charge.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark<'a> {
    pub(super) entry: &'a Str,
    pub(super) charge: &'a Str,
    pub(super) state: ChargeState,
}

impl<'a> Mark<'a> {
    pub(super) fn of(entry: &'a Entry) -> Option<Self> {
        let (charge, state) = match &entry.event {
            Event::Charged { booking } => (&booking.charge, ChargeState::Charged),
            Event::Waived { waiver } => (&waiver.charge, ChargeState::Waived),
            _ => return None,
        };
        Some(Self { entry: &entry.id, charge, state })
    }
}

/// All charges of the journal, in the order in which they were announced. What is said of a charge
/// that nobody announced is unmatched.
fn fold<'a>(
    account: &'a Account,
    ledger: &Ledger<'_>,
    (deliveries, marks): (&Deliveries<'a>, &[Mark<'a>]),
    times: Times<'a>,
    unmatched: &mut Vec<&'a Str>,
) -> Vec<ChargeFacts<'a>> {
    if marks.is_empty() && !deliveries.has_charges {
        return Vec::new();
    }
    let mut all = Vec::new();
    for delivery in deliveries.all() {
        for (charge, is_dropped) in delivery.charges() {
            all.push(facts(charge, is_dropped, delivery, deliveries, times));
        }
    }
    all.sort_by(|one, other| one.announced().cmp(&other.announced()));
    let mut charges = merged(all);
    for named in deliveries.all().iter().flat_map(|one| one.sent_charges()) {
        lower(&mut charges, named);
    }
    for mark in marks {
        match charges.iter_mut().find(|known| known.charge.id == *mark.charge) {
            Some(known) => known.state = mark.state,
            None => unmatched.push(mark.entry),
        }
    }
    let booked = account.items.iter().filter(|item| item.kind == ItemKind::Charge);
    for id in booked.filter_map(|item| item.charge.as_ref()) {
        if let Some(known) = charges.iter_mut().find(|known| known.charge.id == *id) {
            known.state = ChargeState::Charged;
        }
    }
    let overtaken: Vec<usize> =
        (0..charges.len()).filter(|at| is_overtaken(&charges, *at)).collect();
    for at in overtaken {
        if let Some(older) = charges.get_mut(at) {
            older.state = ChargeState::Released;
        }
    }
    for known in &mut charges {
        let own = known.charge.items.iter().filter_map(|item| {
            let at = usize::try_from(ledger.find(item)?).ok()?;
            ledger.items.get(at).filter(|facts| !facts.is_credit).map(|facts| (at, facts.open > 0))
        });
        let mut own = own.peekable();
        let settled = own.peek().map(|(at, _)| *at);
        known.home = own.find(|(_, open)| *open).map(|(at, _)| at).or(settled);
    }
    charges
}

impl<'a> Folded<'a> {
    pub(super) fn charges(
        &mut self,
        account: &'a Account,
        ledger: &Ledger<'_>,
        times: Times<'a>,
    ) -> Vec<ChargeFacts<'a>> {
        let journal = (&self.deliveries, self.marks.as_slice());
        fold(account, ledger, journal, times, &mut self.unmatched)
    }
}

impl Standing<'_> {
    /// What may be asked for of an item beside itself and is not booked, with VAT.
    pub(crate) fn charges_left(&self, at: usize) -> i64 {
        let own = self.charges.iter().filter(|known| known.home == Some(at));
        own.filter(|known| known.is_claimable())
            .fold(0, |sum, known| money::add(sum, money::add(known.amount, known.vat)))
    }
}

/// One for each id: the delivery that stands, and the lowest fee that was announced.
fn merged(all: Vec<ChargeFacts<'_>>) -> Vec<ChargeFacts<'_>> {
    let mut charges: Vec<ChargeFacts<'_>> = Vec::with_capacity(all.len());
    for mut one in all {
        let Some(known) = charges.iter_mut().find(|known| known.charge.id == one.charge.id) else {
            charges.push(one);
            continue;
        };
        if one.is_fee() && known.amount < one.amount {
            (one.base, one.amount, one.vat) = (known.base, known.amount, known.vat);
        }
        if one.rank() >= known.rank() {
            *known = one;
        } else if one.is_fee() {
            (known.base, known.amount, known.vat) = (one.base, one.amount, one.vat);
        }
    }
    charges
}

/// A later message may have asked for less of a fee that was announced ahead: that counts.
fn lower(charges: &mut [ChargeFacts<'_>], named: &Charge) {
    let known = charges.iter_mut().find(|known| known.is_fee() && known.charge.id == named.id);
    let Some(known) = known else { return };
    let (base, amount, vat) = minor_units(named);
    if amount < known.amount {
        (known.base, known.amount, known.vat) = (base, amount, vat);
    }
}

/// What a charge was worked out on, the charge and its VAT.
pub(super) fn minor_units(charge: &Charge) -> (i64, i64, i64) {
    let digits = charge.currency.minor_units().unwrap_or(2);
    let minor = |amount| money::to_minor(amount, digits).unwrap_or(0).max(0);
    (minor(charge.base), minor(charge.amount), charge.vat.map_or(0, minor))
}

/// Interest is stated anew from message to message: what was sent later takes the place of what
/// was not booked before it.
fn is_overtaken(charges: &[ChargeFacts<'_>], at: usize) -> bool {
    let Some(older) = charges.get(at).filter(|one| !one.is_fee() && !one.is_over()) else {
        return false;
    };
    charges.iter().any(|newer| {
        !newer.is_fee()
            && (newer.is_sent || newer.is_over())
            && newer.state != ChargeState::Released
            && newer.charge.items == older.charge.items
            && older.announced() < newer.announced()
    })
}
