//! Who follows which scenario.

use super::{AssignmentRule, Policy};
use crate::model::{Debtor, Item, PayerClass};
use crate::money;

impl Policy {
    /// The first rule that fits, with the ladder that it names.
    pub(crate) fn assigned(&self, fits: impl Fn(&AssignmentRule) -> bool) -> Option<(usize, u32)> {
        let rules = self.doc().assignment.iter().enumerate();
        let (number, rule) = rules.into_iter().find(|(_, rule)| fits(rule))?;
        Some((self.ladder(&rule.scenario, None)?, u32::try_from(number).ok()?))
    }
}

impl AssignmentRule {
    /// True if the conditions on the debtor hold.
    pub(crate) fn fits_debtor(&self, debtor: &Debtor, class: PayerClass) -> bool {
        // One of whom nothing is known counts as new.
        let class = if class == PayerClass::Unknown { PayerClass::New } else { class };
        let group = debtor.group.as_ref();
        (self.kinds.is_empty() || self.kinds.contains(&debtor.kind))
            && (self.countries.is_empty() || self.countries.contains(&debtor.country))
            && (self.groups.is_empty() || group.is_some_and(|group| self.groups.contains(group)))
            && (self.classes.is_empty() || self.classes.contains(&class))
    }

    /// True if the conditions on the item hold, of which so much is open, in minor units.
    pub(crate) fn fits_item(&self, item: &Item, open: i64) -> bool {
        let least = self.at_least.iter().find(|least| least.currency == item.currency);
        let digits = item.currency.minor_units().unwrap_or(2);
        let minor = least.map(|least| money::to_minor(least.amount, digits).unwrap_or(i64::MAX));
        (self.tags.is_empty() || self.tags.iter().any(|tag| item.tags.contains(tag)))
            && (self.at_least.is_empty() || minor.is_some_and(|minor| open >= minor))
    }

    pub(super) fn is_about_items(&self) -> bool {
        !self.tags.is_empty() || !self.at_least.is_empty()
    }
}
