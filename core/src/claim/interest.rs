use crate::calendar::{leap_days, thirty_day_months};
use crate::money::{Amount, PERCENT, rounded};
use crate::policy::{DayCount, InterestTerms, Rate};

/// What a principal bore over a span of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Accrued {
    pub(crate) spans: Vec<Span>,
    /// In minor units, rounded once.
    pub(crate) total: i64,
    /// The last day before the first rate, if days of the span come before it.
    pub(crate) no_rate_until: Option<i32>,
}

/// Days with one rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) begins: i32,
    pub(crate) until: i32,
    pub(crate) days: i32,
    pub(crate) percent: Amount,
    /// Rounded so that the spans add up to the total.
    pub(crate) interest: i64,
}

/// Simple interest on a principal in minor units, from its first interest-bearing day up to and
/// including the last.
///
/// Every day bears the rate in force on it. The exact sum is rounded once; a span shows by how
/// much it moves the rounded sum. A rule may have each span rounded by itself instead.
pub(crate) fn accrued(principal: i64, first: i32, last: i32, terms: &InterestTerms) -> Accrued {
    let mut accrued = Accrued::default();
    if principal <= 0 || last < first {
        return accrued;
    }
    let rates_begin = terms.rates.first().map_or(i32::MAX, |rate| rate.begins);
    if first < rates_begin {
        accrued.no_rate_until = Some(last.min(rates_begin.saturating_sub(1)));
    }
    if terms.day_count == DayCount::Flat {
        return flat(principal, first, last, terms);
    }
    let (mode, unit) = terms.rounding;
    let whole = PERCENT.saturating_mul(terms.common);
    let mut exact = 0_i128;
    for (number, rate) in terms.rates.iter().enumerate() {
        let next = terms.rates.get(number.saturating_add(1));
        let begins = rate.begins.max(first);
        let until = next.map_or(last, |next| next.begins.saturating_sub(1).min(last));
        if begins > until {
            continue;
        }
        let (days, part) = part(begins, until, rate, terms);
        let of_span =
            i128::from(principal).saturating_mul(i128::from(rate.percent)).saturating_mul(part);
        let interest = if terms.round_each {
            rounded(of_span, whole, mode, unit)
        } else {
            exact = exact.saturating_add(of_span);
            rounded(exact, whole, mode, unit).saturating_sub(accrued.total)
        };
        let sum = accrued.total.saturating_add(interest);
        accrued.total = sum;
        accrued.spans.push(Span { begins, until, days, percent: rate.told, interest });
    }
    accrued
}

/// The days of a span, and its part of the year or period, over the common denominator.
fn part(begins: i32, until: i32, rate: &Rate, terms: &InterestTerms) -> (i32, i128) {
    let calendar_days = until.saturating_sub(begins).saturating_add(1);
    let of_common = |days: i32, over: i128| {
        i128::from(days).saturating_mul(terms.common.checked_div(over).unwrap_or(0))
    };
    match terms.day_count {
        DayCount::ActualActual => {
            let leap = leap_days(begins, until);
            let common = of_common(calendar_days.saturating_sub(leap), 365);
            (calendar_days, common.saturating_add(of_common(leap, 366)))
        }
        DayCount::Thirty360 => {
            let days = thirty_day_months(begins, until.saturating_add(1));
            (days, of_common(days, 360))
        }
        DayCount::PerPeriod => (calendar_days, of_common(calendar_days, rate.period_days)),
        DayCount::Actual365 | DayCount::Actual360 | DayCount::Flat => {
            (calendar_days, i128::from(calendar_days))
        }
    }
}

/// A percentage once, however many days: that of the last day.
fn flat(principal: i64, first: i32, last: i32, terms: &InterestTerms) -> Accrued {
    let Some(rate) = terms.rates.iter().rev().find(|rate| rate.begins <= last) else {
        return Accrued { no_rate_until: Some(last), ..Accrued::default() };
    };
    let (mode, unit) = terms.rounding;
    let exact = i128::from(principal).saturating_mul(i128::from(rate.percent));
    let total = rounded(exact, PERCENT, mode, unit);
    let days = last.saturating_sub(first).saturating_add(1);
    let span = Span { begins: first, until: last, days, percent: rate.told, interest: total };
    Accrued { spans: vec![span], total, no_rate_until: None }
}

#[cfg(test)]
mod tests;
