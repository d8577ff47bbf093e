//! What else goes out in the run of an action that is asked about again.

use crate::rules::approach::deliveries_about;
use crate::standing::{Delivery, Standing, StepState};

/// A step of an item that another delivery of the run takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Taken {
    pub(crate) at: usize,
    pub(crate) ladder: usize,
    pub(crate) rung: usize,
}

/// What the other deliveries of the run take, queued, sent or called in vain; nothing in a plan.
pub(crate) fn taken_in_run(standing: &Standing<'_>) -> Vec<Taken> {
    let mut taken = Vec::new();
    let Some(own) = standing.rechecked else { return taken };
    let is_beside = |known: &&Delivery<'_>| {
        known.id != own.delivery && known.planned_at() == Some(own.planned_at)
    };
    if !standing.deliveries.all().iter().any(|known| is_beside(&known)) {
        return taken;
    }
    let named = standing.account.items.iter().zip(&standing.items).enumerate();
    for (at, (item, _)) in named.filter(|(_, (_, facts))| !facts.is_credit) {
        for delivery in deliveries_about(standing, at).filter(is_beside) {
            taken.extend(delivery.covers().iter().filter_map(|cover| {
                let key = &cover.key;
                let state = delivery.state(key);
                let stands =
                    matches!(state, StepState::Queued | StepState::Reached | StepState::Missed);
                let ladder = standing.policy.ladder(&key.scenario, Some(cover.scenario_version))?;
                let known = standing.policy.ladder_at(ladder)?;
                let is_its = known.is_about(&key.subject, &item.id, item.currency);
                (stands && is_its).then_some(Taken { at, ladder, rung: known.rung(&key.step)? })
            }));
        }
    }
    taken
}
