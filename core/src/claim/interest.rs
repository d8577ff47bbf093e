use super::course::{Course, Piece};
use crate::money::{Amount, PERCENT, rounded};
use crate::policy::{DayCount, InterestTerms};
use crate::text::Str;

/// What a principal bore over a span of days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Accrued {
    pub(crate) spans: Vec<Span>,
    /// In minor units, rounded where the rule says.
    pub(crate) total: i64,
    /// The last day before the first rate, if days of the span come before it.
    pub(crate) no_rate_until: Option<i32>,
    /// The first day after the first rate whose rate is not known.
    pub(crate) unknown_since: Option<i32>,
}

/// Days with one rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) begins: i32,
    pub(crate) until: i32,
    pub(crate) days: i32,
    pub(crate) percent: Amount,
    /// What bears it, in minor units, rounded.
    pub(crate) base: i64,
    /// Rounded so that the spans add up to the total.
    pub(crate) interest: i64,
    pub(crate) assumed: bool,
    pub(crate) source: Option<Str>,
}

/// Interest on a principal in minor units, from its first interest-bearing day up to and
/// including the last.
///
/// Every day bears the rate in force on it, or that of the first day if the rule says so. The
/// exact sum is rounded where the rule says; a span shows by how much it moves the rounded sum.
pub(crate) fn accrued(principal: i64, first: i32, last: i32, terms: &InterestTerms) -> Accrued {
    let mut accrued = Accrued::default();
    if principal <= 0 || last < first {
        return accrued;
    }
    if terms.day_count == DayCount::Flat {
        return flat(principal, first, last, terms);
    }
    let mut course = Course::new(principal, first, terms);
    course.ends_before = last.saturating_add(1);
    let mut shown = 0_i64;
    course.run(last, &mut |course: &Course<'_>, piece: &Piece<'_>| {
        let interest = course.total().saturating_sub(shown);
        shown = shown.saturating_add(interest);
        accrued.spans.push(Span {
            begins: piece.begins,
            until: piece.until,
            days: piece.days,
            percent: piece.rate.told,
            base: piece.base,
            interest,
            assumed: piece.assumed,
            source: piece.rate.source.clone(),
        });
    });
    accrued.total = course.total();
    let rest = accrued.total.saturating_sub(shown);
    if let Some(last) = accrued.spans.last_mut() {
        last.interest = last.interest.saturating_add(rest);
    }
    accrued.no_rate_until = course.no_rate_until;
    accrued.unknown_since = course.unknown_since;
    accrued
}

/// The interest alone, without its spans.
pub(crate) fn total(principal: i64, first: i32, last: i32, terms: &InterestTerms) -> i64 {
    if principal <= 0 || last < first {
        return 0;
    }
    if terms.day_count == DayCount::Flat {
        return flat(principal, first, last, terms).total;
    }
    let mut course = Course::new(principal, first, terms);
    course.ends_before = last.saturating_add(1);
    course.run(last, &mut |_: &Course<'_>, _: &Piece<'_>| {});
    course.total()
}

/// A percentage once, however many days: that of the last day.
fn flat(principal: i64, first: i32, last: i32, terms: &InterestTerms) -> Accrued {
    let Some(rate) = terms.rates.iter().rev().find(|rate| rate.begins <= last) else {
        return Accrued { no_rate_until: Some(last), ..Accrued::default() };
    };
    let (mode, unit) = terms.rounding;
    let exact = i128::from(principal).saturating_mul(i128::from(rate.percent));
    let total = rounded(exact, PERCENT, mode, unit);
    let span = Span {
        begins: first,
        until: last,
        days: last.saturating_sub(first).saturating_add(1),
        percent: rate.told,
        base: principal,
        interest: total,
        assumed: false,
        source: rate.source.clone(),
    };
    Accrued { spans: vec![span], total, no_rate_until: None, unknown_since: None }
}

#[cfg(test)]
mod tests;
