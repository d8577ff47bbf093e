//! What the items of a shared level have in common; asked before the rules of each item.

use super::case::{Case, Level};
use super::cycle::{Cycle, cycles, shared_currency};
use crate::calendar::Day;
use crate::model::{Item, ScenarioWhy};
use crate::money::Currency;
use crate::policy::{AccountAnchor, Ladder};
use crate::standing::Standing;

/// The items of one debtor that share a level, of those that nothing stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Group {
    ladder: usize,
    /// None where the level is that of the debtor in all currencies.
    currency: Option<Currency>,
    anchor_day: i32,
    /// The number of the item that gives the anchor.
    oldest: usize,
    items: u32,
}

/// All groups of an account, and how many items are free at all.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    groups: Vec<Group>,
    free: u32,
    cycles: Vec<Cycle>,
}

impl Survey {
    /// Counts an item that nothing stops, and the ladder that it follows.
    pub(crate) fn add(&mut self, standing: &Standing<'_>, at: usize, number: Option<usize>) {
        self.free = self.free.saturating_add(1);
        let found = number.and_then(|number| standing.policy.ladder_at(number));
        let (Some(number), Some(ladder), Some(item)) = (number, found, standing.item(at)) else {
            return;
        };
        if !ladder.is_shared() {
            return;
        }
        let currency = shared_currency(ladder, item);
        let anchor_day = own_day(ladder, item);
        let known = self.groups.iter_mut();
        let known = known.into_iter().find(|one| one.ladder == number && one.currency == currency);
        match known {
            Some(group) => {
                group.items = group.items.saturating_add(1);
                let first = standing.item(group.oldest).map(|oldest| &oldest.id);
                if (anchor_day, Some(&item.id)) < (group.anchor_day, first) {
                    (group.anchor_day, group.oldest) = (anchor_day, at);
                }
            }
            None => {
                let ladder = number;
                self.groups.push(Group { ladder, currency, anchor_day, oldest: at, items: 1 });
            }
        }
    }

    /// The day that the steps of an item's shared level are counted from.
    pub(crate) fn anchor_day(&self, case: &Case<'_, '_>, number: usize) -> Option<i32> {
        Some(self.group(case, number)?.anchor_day)
    }

    /// How many items a step of this ladder finds open and free.
    pub(crate) fn items(&self, case: &Case<'_, '_>, number: usize) -> u32 {
        self.group(case, number).map_or(self.free, |group| group.items)
    }

    fn group(&self, case: &Case<'_, '_>, number: usize) -> Option<&Group> {
        let ladder = case.standing.policy.ladder_at(number)?;
        let currency = shared_currency(ladder, case.source?);
        self.groups.iter().find(|one| one.ladder == number && one.currency == currency)
    }

    /// Finds the levels that items share, once all items are counted.
    pub(crate) fn find_levels(&mut self, standing: &Standing<'_>) {
        let oldest = |number: usize, currency: Option<Currency>| {
            let mut groups = self.groups.iter();
            groups
                .find(|one| one.ladder == number && one.currency == currency)
                .map(|one| one.oldest)
        };
        self.cycles = cycles(standing, oldest);
    }

    /// The level that an item shares, in the cycle that runs now.
    pub(crate) fn level(
        &self,
        case: &Case<'_, '_>,
        number: usize,
    ) -> Result<Option<Level>, ScenarioWhy> {
        let ladder = case.standing.policy.ladder_at(number);
        let shared = ladder.zip(case.source);
        let Some(currency) = shared.map(|(ladder, item)| shared_currency(ladder, item)) else {
            return Ok(None);
        };
        let mut cycles = self.cycles.iter();
        let own = cycles.find(|one| one.ladder == number && one.currency == currency);
        own.map_or(Ok(None), |one| one.level)
    }
}

/// The day that an item itself would give as an anchor.
fn own_day(ladder: &Ladder, item: &Item) -> i32 {
    let day = match ladder.account_anchor {
        AccountAnchor::OldestDue => item.due,
        AccountAnchor::OldestIssue => item.issued.unwrap_or(item.due),
    };
    Day::number(day)
}
