use std::sync::LazyLock;

use serde::Deserialize;

use crate::calendar::Day;
use crate::model::DebtorKind;
use crate::money::{Amount, Percent, to_minor};
use crate::text::Str;

/// What the statutes say; sources and how sure each row is stand in the file.
#[derive(Debug, Default, Deserialize)]
struct Statutes {
    interest: Vec<Statute>,
    limits: Vec<Limit>,
    charges: Vec<Scheduled>,
    costs: Vec<Costs>,
    imputation: Vec<Imputation>,
}

/// Interest by law on a claim that is paid late.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Statute {
    country: Str,
    kinds: Vec<DebtorKind>,
    pub(crate) series: Str,
    #[serde(default)]
    margin: Amount,
    /// One rate for the whole delay.
    #[serde(default)]
    pub(crate) at_start: bool,
    /// Interest bears interest from year to year.
    #[serde(default)]
    pub(crate) yearly: bool,
    /// Each day over the days of its calendar year, by the practice of the country; else over 365.
    #[serde(default)]
    pub(crate) by_calendar_year: bool,
    /// What older contracts bear instead.
    pub(crate) old: Option<OldContracts>,
    /// Only after a notice to the debtor.
    #[serde(default)]
    pub(crate) needs_notice: bool,
    pub(crate) article: Str,
}

/// Contracts from before a law changed.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OldContracts {
    /// The first day of new contracts.
    pub(crate) new_since: Day,
    /// The contract's day is asked for only if interest begins on or before this day.
    pub(crate) asked_until: Day,
    /// Takes the place of the series on the days that it knows.
    pub(crate) series: Option<Str>,
    margin: Option<Amount>,
}

/// A debtor of these kinds bears no more than the rates of a series, whatever was agreed.
#[derive(Debug, Deserialize)]
pub(crate) struct Limit {
    country: Str,
    kinds: Vec<DebtorKind>,
    pub(crate) series: Str,
    pub(crate) article: Str,
}

/// Debtors of these kinds bear no fee but those that the schedules of the law give.
#[derive(Debug, Deserialize)]
struct Scheduled {
    country: Str,
    kinds: Vec<DebtorKind>,
    article: Str,
}

/// The schedules of costs and fixed sums that a law lets a creditor claim.
#[derive(Debug, Deserialize)]
struct Costs {
    country: Str,
    schedules: Vec<Str>,
}

/// The law by which a payment pays costs, then interest, then the principal.
#[derive(Debug, Deserialize)]
struct Imputation {
    country: Str,
    article: Str,
}

static ALL: LazyLock<Statutes> = LazyLock::new(|| {
    // A test proves that the file can be read.
    serde_json::from_str(include_str!("../../data/statutes.json")).unwrap_or_default()
});

impl Statute {
    /// Points above the series, in millionths of a percent; those of older contracts if asked for.
    pub(crate) fn margin(&self, is_old: bool) -> Percent {
        let old = self.old.as_ref().filter(|_| is_old).and_then(|old| old.margin);
        to_minor(old.unwrap_or(self.margin), 6).unwrap_or(0)
    }
}

/// The interest by law of a country for a kind of debtor.
pub(crate) fn statute(country: &str, kind: DebtorKind) -> Option<&'static Statute> {
    ALL.interest.iter().find(|one| one.country == country && one.kinds.contains(&kind))
}

/// What a law lets a kind of debtor bear at most of agreed interest.
pub(crate) fn limit(country: &str, kind: DebtorKind) -> Option<&'static Limit> {
    ALL.limits.iter().find(|one| one.country == country && one.kinds.contains(&kind))
}

/// The article that lets a kind of debtor bear no fee of the creditor's own making.
pub(crate) fn no_own_fee(country: &str, kind: DebtorKind) -> Option<&'static Str> {
    let found = ALL.charges.iter().find(|one| one.country == country && one.kinds.contains(&kind));
    found.map(|one| &one.article)
}

/// True if the library has something of the country's law on being paid late.
pub(crate) fn is_known(country: &str) -> bool {
    ALL.interest.iter().any(|one| one.country == country) || !claimed(country).is_empty()
}

/// The schedules of costs and fixed sums that a country's law lets a creditor claim.
pub(crate) fn claimed(country: &str) -> &'static [Str] {
    let found = ALL.costs.iter().find(|one| one.country == country);
    found.map_or(&[], |one| &one.schedules)
}

/// The article on what a payment pays in a country; none if it is not known here.
pub(crate) fn imputation(country: &str) -> Option<&'static str> {
    ALL.imputation.iter().find(|one| one.country == country).map(|one| one.article.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::{built_in_schedules, series};
    use super::*;

    #[test]
    fn every_row_names_series_and_schedules_that_are_there() {
        for one in &ALL.interest {
            assert!(series(&one.series).is_some(), "{}", one.series);
            let Some(old) = &one.old else { continue };
            assert!(old.new_since < old.asked_until);
            assert!(old.series.as_ref().is_none_or(|old| series(old).is_some()));
        }
        assert!(ALL.limits.iter().all(|one| series(&one.series).is_some()));
        for id in ALL.costs.iter().flat_map(|one| &one.schedules) {
            assert!(built_in_schedules().iter().any(|one| one.id == *id), "{id}");
        }
    }

    #[test]
    fn every_row_has_a_source() {
        let file: serde_json::Value =
            serde_json::from_str(include_str!("../../data/statutes.json")).unwrap();
        for part in ["interest", "limits", "charges", "imputation"] {
            let rows = file[part].as_array().unwrap();
            assert!(!rows.is_empty());
            for row in rows {
                assert!(!row["source"].as_str().unwrap().is_empty(), "{row}");
                assert!(matches!(row["confidence"].as_str(), Some("high" | "medium")), "{row}");
            }
        }
    }

    #[test]
    fn margins_are_those_of_the_law() {
        let known = |country: &str, kind| statute(country, kind).map(|one| one.margin(false));
        assert_eq!(known("DE", DebtorKind::Consumer), Some(5_000_000));
        assert_eq!(known("DE", DebtorKind::PublicBody), Some(9_000_000));
        assert_eq!(known("AT", DebtorKind::Business), Some(9_200_000));
        assert_eq!(known("GB", DebtorKind::Consumer), None);
        assert_eq!(
            statute("DE", DebtorKind::Business).map(|one| one.margin(true)),
            Some(8_000_000)
        );
        assert!(is_known("PL") && !is_known("US"));
    }
}
