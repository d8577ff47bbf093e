//! Who follows which scenario.

use super::{AssignmentRule, Policy};
use crate::model::{Country, Debtor, DebtorKind, Item, PayerClass};
use crate::money;
use crate::text::Str;

impl Policy {
    /// The first rule that fits, with the ladder that it names.
    pub(crate) fn assigned(&self, fits: impl Fn(&AssignmentRule) -> bool) -> Option<(usize, u32)> {
        let rules = self.doc().assignment.iter().enumerate();
        let (number, rule) = rules.into_iter().find(|(_, rule)| fits(rule))?;
        Some((self.ladder(&rule.scenario, None)?, u32::try_from(number).ok()?))
    }
}

/// Kinds, countries, groups and classes; an empty list fits everybody.
type Conditions<'a> = (&'a [DebtorKind], &'a [Country], &'a [Str], &'a [PayerClass]);

/// True if the conditions on a debtor hold.
pub(super) fn fits(
    (kinds, countries, groups, classes): Conditions<'_>,
    debtor: &Debtor,
    class: PayerClass,
) -> bool {
    // One of whom nothing is known counts as new.
    let class = if class == PayerClass::Unknown { PayerClass::New } else { class };
    let group = debtor.group.as_ref();
    (kinds.is_empty() || kinds.contains(&debtor.kind))
        && (countries.is_empty() || countries.contains(&debtor.country))
        && (groups.is_empty() || group.is_some_and(|group| groups.contains(group)))
        && (classes.is_empty() || classes.contains(&class))
}

impl AssignmentRule {
    /// True if the conditions on the debtor hold.
    pub(crate) fn fits_debtor(&self, debtor: &Debtor, class: PayerClass) -> bool {
        fits((&self.kinds, &self.countries, &self.groups, &self.classes), debtor, class)
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
