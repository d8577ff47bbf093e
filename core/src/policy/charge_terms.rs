//! Fees as the rules use them: in minor units and millionths of a percent.

use super::{FeeAmount, FeeBands, FeeBase, FeeRule, FeeTier, Rounding};
use crate::law::{self, CostPer, CostSchedule};
use crate::model::{ChargeClaim, ChargePer, ItemKind};
use crate::money::{self, Amount, Currency, Percent, RoundingMode};
use crate::text::Str;

/// A fee rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FeeTerms {
    pub(crate) id: Str,
    pub(crate) per: ChargePer,
    kinds: Vec<ItemKind>,
    pub(crate) of: FeeBase,
    pub(crate) with_earlier_fees: bool,
    pub(crate) accumulated: bool,
    pub(crate) claim: ChargeClaim,
    pub(crate) vat: Option<Percent>,
    /// The schedule by law that it follows.
    pub(crate) schedule: Option<Str>,
    pub(crate) rounding: (RoundingMode, i64),
    tables: Vec<(Currency, FeeTable)>,
}

/// A fee in one currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FeeTable {
    /// Ascending by threshold; a fee without tiers is one band from nothing on.
    pub(crate) bands: Vec<Band>,
    pub(crate) minimum: Option<i64>,
    pub(crate) maximum: Option<i64>,
}

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Band {
    pub(crate) threshold: i64,
    pub(crate) fixed: i64,
    pub(crate) percent: Percent,
    pub(crate) minimum: Option<i64>,
    pub(crate) maximum: Option<i64>,
}

impl FeeTerms {
    pub(crate) fn compile(rule: &FeeRule, own: &[CostSchedule]) -> Self {
        let table = |amount: &FeeAmount| {
            Some((amount.currency, FeeTable::compile(amount, amount.currency.minor_units()?)))
        };
        Self {
            id: rule.id.clone(),
            per: rule
                .schedule
                .as_ref()
                .map_or(rule.per, |id| per(id, own))
                .unwrap_or(ChargePer::Item),
            kinds: rule.kinds.clone(),
            of: rule.of.unwrap_or(FeeBase::Residual),
            with_earlier_fees: rule.with_earlier_fees,
            accumulated: rule.bands == Some(FeeBands::Accumulated),
            claim: rule.claim.unwrap_or(ChargeClaim::WithMessage),
            vat: rule.vat_percent.and_then(money::percent),
            rounding: rounding(rule.rounding.as_ref()),
            schedule: rule.schedule.clone(),
            tables: rule.amounts.iter().filter_map(table).collect(),
        }
    }

    pub(crate) fn table(&self, currency: Currency) -> Option<&FeeTable> {
        self.tables.iter().find(|(known, _)| *known == currency).map(|(_, table)| table)
    }

    pub(crate) fn is_borne_by(&self, kind: ItemKind) -> bool {
        if self.kinds.is_empty() {
            matches!(kind, ItemKind::Invoice | ItemKind::ScheduledPart)
        } else {
            self.kinds.contains(&kind)
        }
    }
}

impl FeeTable {
    fn compile(amount: &FeeAmount, digits: u8) -> Self {
        let minor = |given: Option<Amount>| given.and_then(|one| money::to_minor(one, digits).ok());
        let band = |tier: &FeeTier| Band {
            threshold: minor(Some(tier.threshold)).unwrap_or(0),
            fixed: minor(tier.fixed).unwrap_or(0),
            percent: tier.percent.and_then(money::percent).unwrap_or(0),
            minimum: minor(tier.minimum),
            maximum: minor(tier.maximum),
        };
        let from_nothing = || Band {
            threshold: 0,
            fixed: minor(amount.fixed).unwrap_or(0),
            percent: amount.percent.and_then(money::percent).unwrap_or(0),
            minimum: None,
            maximum: None,
        };
        let bands = if amount.tiers.is_empty() {
            vec![from_nothing()]
        } else {
            amount.tiers.iter().map(band).collect()
        };
        Self { bands, minimum: minor(amount.minimum), maximum: minor(amount.maximum) }
    }
}

/// What a schedule is counted by: once for a message if it adds items up.
fn per(id: &str, own: &[CostSchedule]) -> Option<ChargePer> {
    let schedule = law::schedule_named(id, own)?;
    let together = schedule.per == CostPer::Together;
    Some(if together { ChargePer::Message } else { ChargePer::Item })
}

pub(super) fn rounding(given: Option<&Rounding>) -> (RoundingMode, i64) {
    let mode = given.and_then(|rounding| rounding.mode).unwrap_or(RoundingMode::HalfAwayFromZero);
    (mode, given.and_then(|rounding| rounding.unit).map_or(1, i64::from))
}
