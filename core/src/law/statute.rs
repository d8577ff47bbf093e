use crate::calendar::Day;
use crate::model::DebtorKind;
use crate::money::Percent;

/// Interest by law on a claim that is paid late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Statute {
    country: &'static str,
    kinds: &'static [DebtorKind],
    pub(crate) series: &'static str,
    /// Points above the series, in millionths of a percent.
    pub(crate) margin: Percent,
    /// One rate for the whole delay.
    pub(crate) at_start: bool,
    /// Interest bears interest from year to year.
    pub(crate) yearly: bool,
    /// Each day over the days of its calendar year, by the practice of the country; else over 365.
    pub(crate) by_calendar_year: bool,
    /// What older contracts bear instead.
    pub(crate) old: Option<OldContracts>,
    /// Only after a notice to the debtor.
    pub(crate) needs_notice: bool,
    pub(crate) article: &'static str,
}

/// Contracts from before a law changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OldContracts {
    /// The first day of new contracts.
    pub(crate) new_since: &'static str,
    /// The contract's day is asked for only if interest begins on or before this day.
    pub(crate) asked_until: &'static str,
    /// Takes the place of the series on the days that it knows.
    pub(crate) series: Option<&'static str>,
    pub(crate) margin: Percent,
}

impl OldContracts {
    pub(crate) fn new_since(&self) -> Option<Day> {
        self.new_since.parse().ok()
    }

    pub(crate) fn asked_until(&self) -> Option<Day> {
        self.asked_until.parse().ok()
    }
}

const CONSUMER: &[DebtorKind] = &[DebtorKind::Consumer];
const TRADE: &[DebtorKind] = &[DebtorKind::Business, DebtorKind::PublicBody];
const ALL: &[DebtorKind] = &[DebtorKind::Consumer, DebtorKind::Business, DebtorKind::PublicBody];

const fn points(hundredths: Percent) -> Percent {
    hundredths.saturating_mul(10_000)
}

/// Variable, simple, over 365, for all contracts.
const fn plain(
    country: &'static str,
    kinds: &'static [DebtorKind],
    series: &'static str,
    margin: Percent,
    article: &'static str,
) -> Statute {
    Statute {
        country,
        kinds,
        series,
        margin,
        at_start: false,
        yearly: false,
        by_calendar_year: false,
        old: None,
        needs_notice: false,
        article,
    }
}

const DUTCH: Statute =
    Statute { yearly: true, ..plain("NL", CONSUMER, "NL/statutory_consumer", 0, "art. 6:119 BW") };

const GERMAN: Statute = Statute {
    by_calendar_year: true,
    ..plain("DE", CONSUMER, "DE/base_rate", points(500), "s. 288(1) BGB")
};

/// Sources stand in `core/data/README.md`.
static STATUTES: &[Statute] = &[
    DUTCH,
    Statute {
        kinds: TRADE,
        series: "NL/statutory_commercial",
        article: "art. 6:119a and 6:119b BW",
        ..DUTCH
    },
    Statute {
        old: Some(OldContracts {
            new_since: "2013-03-16",
            asked_until: "2015-06-30",
            series: Some("BE/commercial_contracts_before_2013_03_16"),
            margin: 0,
        }),
        ..plain("BE", TRADE, "BE/commercial", 0, "Act of 2 August 2002, art. 5")
    },
    GERMAN,
    Statute {
        kinds: TRADE,
        margin: points(900),
        old: Some(OldContracts {
            new_since: "2014-07-29",
            asked_until: "2016-06-30",
            series: None,
            margin: points(800),
        }),
        article: "s. 288(2) BGB",
        ..GERMAN
    },
    plain("FR", TRADE, "FR/penalty_default", 0, "art. L441-10 C. com."),
    Statute {
        needs_notice: true,
        ..plain("FR", CONSUMER, "FR/legal_interest_other_creditor", 0, "art. 1231-6 C. civ.")
    },
    Statute {
        at_start: true,
        ..plain(
            "GB",
            TRADE,
            "GB/boe_reference",
            points(800),
            "Late Payment of Commercial Debts (Interest) Act 1998; SI 2002/1675",
        )
    },
    plain("AT", TRADE, "AT/base_rate_first_day", points(920), "s. 456 UGB"),
    plain("AT", CONSUMER, "AT/statutory_consumer", 0, "s. 1000 ABGB"),
    plain("ES", TRADE, "ES/commercial", 0, "Ley 3/2004 art. 7"),
    Statute { at_start: true, ..plain("IE", TRADE, "IE/commercial", 0, "S.I. 580/2012") },
    plain("SE", ALL, "SE/reference_rate", points(800), "s. 6 räntelagen"),
    plain("DK", ALL, "DK/default_rate", 0, "s. 5 renteloven"),
    plain("NO", ALL, "NO/default_rate", 0, "s. 3 forsinkelsesrenteloven"),
    plain("CH", ALL, "CH/statutory", 0, "art. 104 OR"),
];

/// The interest by law of a country for a kind of debtor.
pub(crate) fn statute(country: &str, kind: DebtorKind) -> Option<&'static Statute> {
    STATUTES.iter().find(|one| one.country == country && one.kinds.contains(&kind))
}

/// True if the library has something of the country's law on being paid late.
pub(crate) fn is_known(country: &str) -> bool {
    STATUTES.iter().any(|one| one.country == country) || !claimed(country).is_empty()
}

/// The schedules of costs and fixed sums that a country's law lets a creditor claim.
pub(crate) fn claimed(country: &str) -> &'static [&'static str] {
    match country {
        "NL" => &["NL/collection_costs"],
        "BE" => &["BE/fixed_sum", "BE/damages"],
        "DE" => &["DE/fixed_sum"],
        "FR" => &["FR/fixed_sum"],
        "GB" => &["GB/fixed_sum"],
        "IE" => &["IE/compensation"],
        "AT" => &["AT/fixed_sum"],
        "ES" => &["ES/fixed_sum"],
        "PL" => &["PL/compensation"],
        "SE" => &["SE/delay_fee"],
        "DK" => &["DK/compensation"],
        "FI" => &["FI/fixed_sum"],
        "NO" => &["NO/compensation"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_statute_names_series_and_days_that_are_there() {
        for one in STATUTES {
            assert!(super::super::series(one.series).is_some(), "{}", one.series);
            let Some(old) = one.old else { continue };
            assert!(old.new_since() < old.asked_until() && old.new_since().is_some());
            assert!(old.series.is_none_or(|old| super::super::series(old).is_some()));
        }
        let known = |country: &str, kind| statute(country, kind).map(|one| one.margin);
        assert_eq!(known("DE", DebtorKind::Consumer), Some(5_000_000));
        assert_eq!(known("DE", DebtorKind::PublicBody), Some(9_000_000));
        assert_eq!(known("GB", DebtorKind::Consumer), None);
        assert!(is_known("PL") && !is_known("US"));
    }

    #[test]
    fn every_claimed_schedule_is_there() {
        let all = super::super::built_in_schedules();
        for country in
            ["NL", "BE", "DE", "FR", "GB", "IE", "AT", "ES", "PL", "SE", "DK", "FI", "NO"]
        {
            for id in claimed(country) {
                assert!(all.iter().any(|one| one.id == *id), "{id}");
            }
        }
    }
}
