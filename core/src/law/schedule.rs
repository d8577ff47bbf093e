use std::sync::OnceLock;

use super::Confidence;
use crate::calendar::Day;
use crate::model::DebtorKind;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// What a law lets a creditor charge for being paid late, from a day on.
    pub struct CostSchedule {
        /// Its name, such as `NL/collection_costs`. Several may have the same, each for its days.
        pub id: Str,
        /// What it is for.
        pub what: CostKind,
        /// The currency of the claims that it is for.
        pub currency: Currency,
        /// Whether claims are added up first.
        pub per: CostPer,
        /// Rows by amount, ascending.
        pub tiers: Vec<CostTier>,
        /// The article of the law.
        pub article: Str,
        /// Where it was read.
        pub source: Str,
        /// How sure it is.
        pub confidence: Confidence,
        /// The debtors that it is for; everybody if none is named.
        pub kinds: Vec<DebtorKind> = [],
        /// Its first day; not known if not given.
        pub since: Option<Day> = None,
        /// Its last day; until further notice if not given.
        pub until: Option<Day> = None,
        /// The currency of what is charged, if it is another than that of the claims.
        pub paid_in: Option<Currency> = None,
        /// True if each row takes its own part of the amount and they are added up; else the
        /// highest row that is reached counts alone.
        pub accumulated: bool = false,
        /// No less than this, if anything is owed.
        pub minimum: Option<Amount> = None,
        /// No more than this.
        pub maximum: Option<Amount> = None,
        /// True if a creditor who cannot deduct VAT may add it, having declared so.
        pub vat: bool = false,
        /// True if it is owed only where the contract says so; then it is the most that may be
        /// agreed.
        pub agreed: bool = false,
        /// True if it is owed without any reminder.
        pub without_notice: bool = false,
        /// True if it counts against further costs that are owed as damages.
        pub credited: bool = false,
        /// True if it is no charge, but the most that all charges together may be.
        pub ceiling: bool = false,
        /// How many of a claim are free of charge.
        pub free_first: Option<u32> = None,
        /// How many of a claim may be charged.
        pub at_most: Option<u32> = None,
        /// The fewest days from one that is charged to the next.
        pub gap_days: Option<u32> = None,
        /// Days after the due day before which it may not be charged.
        pub after_days: Option<u32> = None,
        /// What less it is for claims of one contract that follow one another.
        pub following: Option<FollowingClaims> = None,
    }
}

record! {
    /// From an amount on.
    pub struct CostTier {
        /// The amount from which the row counts.
        pub threshold: Amount,
        /// True if the amount has to be above the threshold; else it suffices to reach it.
        pub above: bool = false,
        /// A fixed amount.
        pub fixed: Option<Amount> = None,
        /// A percentage of the part above the threshold.
        pub percent: Option<Amount> = None,
    }
}

record! {
    /// Small claims of one contract that are reminded of one by one: the first bears all, those
    /// that fall due within some months of it less.
    pub struct FollowingClaims {
        /// The months from the due day of the first.
        pub months: u32,
        /// What those that follow bear, in percent of the charge.
        pub percent: Amount,
        /// No more than this.
        pub maximum: Amount,
        /// The largest claim that it is for.
        pub up_to: Amount,
        /// How sure it is.
        pub confidence: Confidence,
    }
}

words! {
    /// What is charged for.
    pub enum CostKind {
        /// What it costs to collect out of court.
        CollectionCosts,
        /// A sum that is owed for being late, whatever it cost.
        FixedSum,
        /// A reminder.
        Reminder,
        /// A formal demand for payment.
        Demand,
        /// Damages by a clause of the contract.
        Damages,
    }
}

words! {
    /// Whether claims are added up before a schedule is asked.
    pub enum CostPer {
        /// Each by itself.
        Item,
        /// Those that are reminded of together are added up.
        Together,
    }
}

/// The limit that a country sets to all costs of one claim, if it has one.
pub(crate) fn ceiling_of<'d>(
    id: &str,
    kind: DebtorKind,
    own: &'d [CostSchedule],
) -> Option<&'d CostSchedule> {
    let (country, _) = id.split_once('/')?;
    let is_it = |one: &&CostSchedule| {
        let same = one.id.split_once('/').is_some_and(|(other, _)| other == country);
        one.ceiling && same && one.is_for(kind)
    };
    own.iter().find(is_it).or_else(|| built_in_schedules().iter().find(is_it))
}

/// The schedules that come with this version, sorted by name and first day.
///
/// ```
/// let schedules = dunning::cost_schedules();
/// let dutch = schedules.iter().find(|one| one.id == "NL/collection_costs").unwrap();
/// assert_eq!(dutch.minimum, Some("40.00".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn cost_schedules() -> Vec<CostSchedule> {
    built_in_schedules().to_vec()
}

/// The same, read once.
pub(crate) fn built_in_schedules() -> &'static [CostSchedule] {
    static ALL: OnceLock<Vec<CostSchedule>> = OnceLock::new();
    ALL.get_or_init(|| {
        // A test proves that the file can be read.
        let mut all: Vec<CostSchedule> =
            serde_json::from_str(include_str!("../../data/schedules.json")).unwrap_or_default();
        all.sort_by(|a, b| (&a.id, a.since).cmp(&(&b.id, b.since)));
        all
    })
}

/// Where a name is looked up: a host's own schedules take the place of those built in.
pub(crate) fn schedules<'a>(id: &str, own: &'a [CostSchedule]) -> &'a [CostSchedule] {
    if own.iter().any(|one| one.id == id) { own } else { built_in_schedules() }
}

/// The first schedule of a name, whenever it is in force.
pub(crate) fn schedule_named<'a>(id: &str, own: &'a [CostSchedule]) -> Option<&'a CostSchedule> {
    schedules(id, own).iter().find(|one| one.id == id)
}

impl CostSchedule {
    /// True if it is in force on a day.
    pub(crate) fn holds_on(&self, day: Day) -> bool {
        self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| until >= day)
    }

    /// True if claims in a currency are charged in the same.
    pub(crate) fn is_in(&self, currency: Currency) -> bool {
        self.currency == currency && self.paid_in.is_none_or(|paid_in| paid_in == currency)
    }

    pub(crate) fn is_for(&self, kind: DebtorKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_and_whole() {
        let all = cost_schedules();
        assert!(all.len() >= 25);
        for one in &all {
            assert!(one.currency.minor_units().is_some(), "{}", one.id);
            assert!(!one.tiers.is_empty() && !one.article.is_empty() && !one.source.is_empty());
            assert!(one.tiers.windows(2).all(|pair| pair[0].threshold < pair[1].threshold));
        }
        for pair in all.windows(2).filter(|pair| pair[0].id == pair[1].id) {
            let (until, since) = (pair[0].until.unwrap(), pair[1].since.unwrap());
            assert_eq!(until.number().saturating_add(1), since.number(), "{}", pair[0].id);
        }
    }
}
