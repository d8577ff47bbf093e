//! How a charge of a delivery stands.

use super::charges::{ChargeFacts, minor_units};
use super::deliveries::Deliveries;
use super::delivery::{Delivery, StepState};
use super::notices::Times;
use crate::model::{Charge, ChargeClaim, ChargePer, ChargeState, Cover, Deadline};

/// A charge of a delivery.
pub(super) fn facts<'a>(
    charge: &'a Charge,
    is_dropped: bool,
    delivery: &Delivery<'a>,
    deliveries: &Deliveries<'a>,
    times: Times<'a>,
) -> ChargeFacts<'a> {
    let today = times.today;
    let (base, amount, vat) = minor_units(charge);
    let mut facts = ChargeFacts {
        charge,
        delivery: delivery.id,
        state: ChargeState::Released,
        is_sent: delivery.sent_at().is_some(),
        at: delivery.sent_at().or(delivery.queued_at()).unwrap_or(i64::MAX),
        base,
        amount,
        vat,
        home: None,
        claimable_on: None,
        over_on: None,
        by_notice: false,
    };
    if is_dropped {
        return facts;
    }
    let mut states = covers_of(charge, delivery).map(|cover| delivery.state(&cover.key));
    facts.state = match states.find(|one| matches!(one, StepState::Queued | StepState::Reached)) {
        Some(StepState::Queued) => ChargeState::Announced,
        Some(StepState::Reached) => {
            let notice = times.last_day_of(delivery);
            let date = match (notice, delivery.deadline()) {
                (Some(last), _) => last,
                (None, Some(Deadline::On { date })) => Some(date.number()),
                _ => None,
            };
            let waits = charge.claim.unwrap_or(ChargeClaim::WithMessage);
            facts.by_notice = notice.is_some() && waits != ChargeClaim::WithMessage;
            let over_on = notice.flatten().map(|last| last.saturating_add(1));
            facts.over_on = over_on.filter(|_| facts.by_notice);
            match (waits, date) {
                (ChargeClaim::WithMessage, _) => ChargeState::Claimable,
                (ChargeClaim::AfterDeadline, Some(date)) if date < today => ChargeState::Claimable,
                (ChargeClaim::AfterDeadline, Some(date)) => {
                    facts.claimable_on = Some(date.saturating_add(1));
                    ChargeState::Announced
                }
                // A notice whose end is not known has no end.
                _ if notice.is_none() && went_on(charge, delivery, deliveries) => {
                    ChargeState::Claimable
                }
                _ => ChargeState::Announced,
            }
        }
        _ => ChargeState::Released,
    };
    facts
}

/// The steps that carry a charge: its own, or all of the message.
fn covers_of<'a>(charge: &'a Charge, delivery: &Delivery<'a>) -> impl Iterator<Item = &'a Cover> {
    let whole = charge.per == ChargePer::Message;
    delivery.covers().iter().filter(move |cover| whole || cover.key == charge.step)
}

/// True if a later step of what the charge is about was sent.
fn went_on(charge: &Charge, delivery: &Delivery<'_>, deliveries: &Deliveries<'_>) -> bool {
    let is_own = |cover: &Cover| covers_of(charge, delivery).any(|own| own.key == cover.key);
    let is_about =
        |cover: &Cover| covers_of(charge, delivery).any(|own| own.key.subject == cover.key.subject);
    deliveries.all().iter().filter(|later| later.sent_at() > delivery.sent_at()).any(|later| {
        later.covers().iter().any(|cover| {
            is_about(cover) && !is_own(cover) && later.state(&cover.key) == StepState::Reached
        })
    })
}
