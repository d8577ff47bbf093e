//! Rules on interest as the rules use them: days as numbers, rates in millionths of a percent.

use super::charge_terms::rounding;
use super::{Compounding, DayCount, InterestRate, InterestRule, RateFixing, RoundingPoint};
use crate::law::{self, RateSeries};
use crate::model::ChargePer;
use crate::money::{self, Amount, Currency, Percent, RoundingMode};
use crate::text::Str;

/// A rule on interest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct InterestTerms {
    pub(crate) id: Str,
    /// Ascending, without overlaps. Days between them have no known rate.
    pub(crate) rates: Vec<Rate>,
    pub(crate) day_count: DayCount,
    /// What the parts of all rates can be added over: their common denominator.
    pub(crate) common: i128,
    pub(crate) fixing: RateFixing,
    pub(crate) yearly: bool,
    minimums: Vec<(Currency, i64)>,
    pub(crate) minimum_per: ChargePer,
    pub(crate) on_fees: bool,
    pub(crate) rounding: (RoundingMode, i64),
    pub(crate) point: RoundingPoint,
    pub(crate) payment_day_free: bool,
    pub(crate) last_day_free: bool,
}

/// A rate of interest on days that it is in force, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) begins: i32,
    pub(crate) until: i32,
    pub(crate) percent: Percent,
    /// The rate as it is told.
    pub(crate) told: Amount,
    pub(crate) period_days: i128,
    /// The first day on which it is only assumed to go on.
    pub(crate) assumed_from: i32,
    pub(crate) source: Option<Str>,
}

impl InterestTerms {
    pub(crate) fn compile(rule: &InterestRule, own: &[RateSeries]) -> Self {
        let minimum = |least: &super::CurrencyAmount| {
            let digits = least.currency.minor_units()?;
            Some((least.currency, money::to_minor(least.amount, digits).ok()?))
        };
        let day_count = rule.day_count.unwrap_or(DayCount::Actual365);
        let mut rates = match &rule.series {
            Some(series) => of_series(series, rule.margin, own),
            None => agreed(&rule.rates),
        };
        if rule.assume_last_rate
            && let Some(last) = rates.last_mut()
            && last.until < i32::MAX
        {
            last.assumed_from = last.until.saturating_add(1);
            last.until = i32::MAX;
        }
        Self {
            id: rule.id.clone(),
            rates,
            day_count,
            common: match day_count {
                DayCount::PerPeriod => common_period(rule).unwrap_or(1),
                other => common(other),
            },
            fixing: rule.fixing.unwrap_or(RateFixing::Variable),
            yearly: rule.compounding == Some(Compounding::Yearly),
            minimums: rule.minimums.iter().filter_map(minimum).collect(),
            minimum_per: rule.minimum_per.unwrap_or(ChargePer::Item),
            on_fees: rule.on_fees,
            rounding: rounding(rule.rounding.as_ref()),
            point: rule.rounding_point.unwrap_or(RoundingPoint::Total),
            payment_day_free: rule.payment_day_free,
            last_day_free: rule.last_day_free,
        }
    }

    pub(crate) fn minimum(&self, currency: Currency) -> i64 {
        self.minimums.iter().find(|(known, _)| *known == currency).map_or(0, |(_, least)| *least)
    }
}

/// The days of the year over which a day count adds up.
pub(crate) fn common(day_count: DayCount) -> i128 {
    match day_count {
        DayCount::Actual365 => 365,
        DayCount::ActualActual | DayCount::ActualYear => 365 * 366,
        DayCount::PerPeriod | DayCount::Flat => 1,
        _ => 360,
    }
}

/// Each agreed rate goes on until the next one.
fn agreed(given: &[InterestRate]) -> Vec<Rate> {
    let next = given.iter().skip(1).map(|next| next.begins.number().saturating_sub(1));
    let rate = |(rate, until): (&InterestRate, i32)| Rate {
        begins: rate.begins.number(),
        until,
        percent: money::percent(rate.percent).unwrap_or(0),
        told: rate.percent,
        period_days: rate.period_days.map_or(1, i128::from),
        assumed_from: i32::MAX,
        source: None,
    };
    given.iter().zip(next.chain([i32::MAX])).map(rate).collect()
}

/// The rates of a series with the margin on top; equal neighbours are one rate. A sum below zero
/// bears nothing.
fn of_series(id: &str, margin: Option<Amount>, own: &[RateSeries]) -> Vec<Rate> {
    let margin = margin.and_then(|points| money::to_minor(points, 6).ok()).unwrap_or(0);
    let mut rates: Vec<Rate> = Vec::new();
    for (begins, until, percent, source) in rows(id, own) {
        let percent = money::add(percent, margin).max(0);
        match rates.last_mut() {
            Some(last) if last.percent == percent && last.until.saturating_add(1) == begins => {
                last.until = until;
            }
            _ => rates.push(Rate {
                begins,
                until,
                percent,
                told: law::percent(percent),
                period_days: 1,
                assumed_from: i32::MAX,
                source,
            }),
        }
    }
    rates
}

type Row = (i32, i32, Percent, Option<Str>);

/// The rows of a series: the house's own, and around them the built-in ones.
fn rows(id: &str, own: &[RateSeries]) -> Vec<Row> {
    let own: Vec<Row> = own.iter().find(|one| one.id == id).map(own_rows).unwrap_or_default();
    let first = own.first().map_or(i32::MAX, |row| row.0);
    let last = own.last().map_or(i32::MAX, |row| row.1);
    let built_in = law::series(id).unwrap_or_default().iter();
    let built_in = built_in.map(|row| (row.since, row.until, row.percent, Some(row.source)));
    let mut rows: Vec<Row> = Vec::new();
    let mut after: Vec<Row> = Vec::new();
    for (since, until, percent, source) in built_in {
        let source = source.map(Str::from);
        if since < first {
            let until = until.min(first.saturating_sub(1));
            rows.push((since, until, percent, source.clone()));
        }
        if until > last {
            after.push((since.max(last.saturating_add(1)), until, percent, source));
        }
    }
    rows.extend(own);
    rows.extend(after);
    rows
}

fn own_rows(series: &RateSeries) -> Vec<Row> {
    let rates = &series.rates;
    let next = rates.iter().skip(1).map(|next| next.since.number().saturating_sub(1));
    let row = |(rate, before_next): (&law::SeriesRate, i32)| {
        let until = rate.until.map_or(before_next, |until| until.number());
        let percent = money::to_minor(rate.percent, 6).unwrap_or(0);
        (rate.since.number(), until, percent, rate.source.clone())
    };
    rates.iter().zip(next.chain([i32::MAX])).map(row).collect()
}

/// The smallest number of days that all periods divide; none if it is unreasonably large.
pub(super) fn common_period(rule: &InterestRule) -> Option<i128> {
    rule.rates.iter().filter_map(|rate| rate.period_days).try_fold(1_i128, |common, days| {
        let days = i128::from(days);
        let (mut a, mut b) = (common, days);
        while b != 0 {
            (a, b) = (b, a.checked_rem(b)?);
        }
        common.checked_div(a)?.checked_mul(days).filter(|common| *common <= 1_000_000)
    })
}
