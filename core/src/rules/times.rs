//! How often a step was taken.

use super::cycle::{is_of, shared_currency};
use crate::model::{Item, LevelImport};
use crate::policy::Ladder;
use crate::standing::{Fact, Standing, StepState};

/// How often a step was taken before, by the item or by what shares its level, here and in another
/// system.
pub(crate) fn times_taken(
    standing: &Standing<'_>,
    ladder: &Ladder,
    (item, step): (&Item, &str),
    facts: impl Iterator<Item = Fact>,
) -> u32 {
    let times = facts.filter_map(|fact| {
        let Fact::Take { delivery, cover } = fact else { return None };
        let (delivery, key) = standing.take(delivery, cover)?;
        let is_ours = ladder.is_about(&key.subject, &item.id, item.currency)
            && (!ladder.is_shared() || key.scenario == ladder.id);
        let reached = key.step == *step && delivery.state(key) == StepState::Reached;
        (reached && is_ours).then_some(key.occurrence)
    });
    let elsewhere = standing.times_imported(i32::MAX, |level| {
        level.step == *step && takes(standing, ladder, item, level)
    });
    times.max().unwrap_or(0).max(elsewhere)
}

/// True if a level that was taken over is one of the item, or one that it shares.
fn takes(standing: &Standing<'_>, ladder: &Ladder, item: &Item, level: &LevelImport) -> bool {
    if !ladder.is_shared() {
        return level.item == item.id;
    }
    let currency = shared_currency(ladder, item);
    level.scenario == ladder.id && is_of(standing, currency, &level.item)
}
