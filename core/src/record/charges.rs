//! What the host says of charges.

use super::intentions::{Events, one, unknown_entry};
use super::invalid;
use crate::error::Refusal;
use crate::model::{
    Action, Charge, ChargeBooking, ChargePer, ChargeState, ChargeWaiver, Event, Subject, Trouble,
};
use crate::money::{self, NotMoney};
use crate::standing::{ChargeFacts, Standing};

/// The charges that an action announces for its own steps; earlier ones are only named again.
pub(super) fn announced(action: &Action) -> Vec<Charge> {
    let is_own = |charge: &&Charge| action.covers.iter().any(|cover| cover.key == charge.step);
    action.charges.iter().filter(is_own).cloned().collect()
}

pub(super) fn booked(standing: &Standing<'_>, booking: &ChargeBooking) -> Events {
    let known = find(standing, &booking.charge)?;
    if known.state != ChargeState::Claimable {
        let (charge, state) = (booking.charge.clone(), known.state);
        return Err(Refusal::NotClaimable { charge, state });
    }
    if let Some(amount) = booking.amount {
        let digits = known.charge.currency.minor_units().unwrap_or(2);
        let problem = match money::to_minor(amount, digits) {
            Err(NotMoney::TooManyDecimals) => Some(Trouble::TooManyDecimals),
            Err(NotMoney::OutOfRange) => Some(Trouble::OutOfRange),
            Ok(minor) if minor <= 0 => Some(Trouble::WrongSign),
            Ok(minor) if minor > known.amount => Some(Trouble::BeyondCharge),
            Ok(_) => None,
        };
        if let Some(problem) = problem {
            return Err(invalid("booking.amount", &amount.to_string(), problem));
        }
    }
    one(subject(known), Event::Charged { booking: booking.clone() })
}

pub(super) fn waived(standing: &Standing<'_>, waiver: &ChargeWaiver) -> Events {
    let known = find(standing, &waiver.charge)?;
    if !matches!(known.state, ChargeState::Announced | ChargeState::Claimable) {
        let entry = waiver.charge.clone();
        return Err(Refusal::Ended { what: "charge".into(), entry });
    }
    one(subject(known), Event::Waived { waiver: waiver.clone() })
}

fn find<'s, 'a>(standing: &'s Standing<'a>, id: &str) -> Result<&'s ChargeFacts<'a>, Refusal> {
    let known = standing.charges.iter().find(|known| known.charge.id == id);
    known.ok_or_else(|| unknown_entry(id, "charge"))
}

fn subject(known: &ChargeFacts<'_>) -> Subject {
    match known.charge.items.as_slice() {
        [item] if known.charge.per == ChargePer::Item => Subject::Item { item: item.clone() },
        _ => Subject::Debtor {},
    }
}
