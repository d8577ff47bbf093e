//! What can be wrong with interest and with series of rates.

use std::collections::HashSet;

use super::check_charges::{amounts, percent, rounding};
use super::compiled::problem;
use super::interest_terms::common_period;
use super::{DayCount, InterestRule, PolicyDoc, RateFixing};
use crate::error::Problem;
use crate::law::{self, RateSeries};
use crate::money::{self, Amount};

/// No period of interest is longer than the longest year.
const LONGEST_PERIOD: u32 = 366;
/// Hundred percent below zero, in millionths.
const LOWEST: i64 = -100_000_000;

pub(super) fn rule(rule: &InterestRule, doc: &PolicyDoc, path: &str, problems: &mut Vec<Problem>) {
    of_series(rule, doc, path, problems);
    let per_period = rule.day_count == Some(DayCount::PerPeriod);
    let mut last = None;
    for (at, rate) in rule.rates.iter().enumerate() {
        let path = format!("{path}.rates[{at}]");
        if last.is_some_and(|last| rate.begins <= last) {
            let path = format!("{path}.begins");
            problems.push(problem(path, &rate.begins, "not after the rate before it"));
        }
        last = Some(rate.begins);
        percent(Some(rate.percent), &format!("{path}.percent"), problems);
        let path = format!("{path}.periodDays");
        match rate.period_days {
            None if per_period => {
                problems.push(problem(path, &rate.period_days, "`perPeriod` needs a period"));
            }
            Some(days) if !per_period => {
                problems.push(problem(path, &days, "a period is for `perPeriod` only"));
            }
            Some(days) if days == 0 || days > LONGEST_PERIOD => {
                problems.push(problem(path, &days, "from one day to a year of days"));
            }
            _ => {}
        }
    }
    if per_period && common_period(rule).is_none() {
        let path = format!("{path}.rates");
        problems.push(problem(path, &rule.rates, "too many different periods to add up exactly"));
    }
    if rule.minimum_per.is_some() && rule.minimums.is_empty() {
        let path = format!("{path}.minimumPer");
        problems.push(problem(path, &rule.minimum_per, "never used: there is no minimum"));
    }
    rounding(rule.rounding.as_ref(), path, problems);
    amounts(&rule.minimums, &format!("{path}.minimums"), problems);
}

/// A rule has rates of its own or follows a series.
fn of_series(rule: &InterestRule, doc: &PolicyDoc, path: &str, problems: &mut Vec<Problem>) {
    let Some(series) = &rule.series else {
        if rule.rates.is_empty() {
            problems.push(problem(format!("{path}.rates"), &rule.rates, "there is no rate"));
        }
        if rule.margin.is_some() {
            let what = "points are added to a series, and there is none";
            problems.push(problem(format!("{path}.margin"), &rule.margin, what));
        }
        if rule.assume_last_rate {
            let what = "never used: the last of the rule's own rates goes on anyway";
            let path = format!("{path}.assumeLastRate");
            problems.push(problem(path, &rule.assume_last_rate, what));
        }
        if rule.fixing == Some(RateFixing::Fixed) && rule.rates.len() > 1 {
            let what = "one rate is agreed for all days";
            problems.push(problem(format!("{path}.rates"), &rule.rates, what));
        }
        return;
    };
    if !rule.rates.is_empty() {
        let what = "either rates or a series";
        problems.push(problem(format!("{path}.rates"), &rule.rates, what));
    }
    let is_own = doc.rate_series.iter().any(|one| one.id == *series);
    if !is_own && law::series(series).is_none() {
        problems.push(problem(format!("{path}.series"), series, "there is no such series"));
    }
    percent(rule.margin, &format!("{path}.margin"), problems);
    if matches!(rule.day_count, Some(DayCount::PerPeriod | DayCount::Flat)) {
        let what = "a series has yearly rates";
        problems.push(problem(format!("{path}.dayCount"), &rule.day_count, what));
    }
}

/// Series of the house: in order, without gaps and overlaps, also where they meet built-in ones.
pub(super) fn series(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, series) in doc.rate_series.iter().enumerate() {
        let path = format!("rateSeries[{at}]");
        if series.id.is_empty() {
            problems.push(problem(format!("{path}.id"), &series.id, "an id is not empty"));
        } else if !seen.insert(&series.id) {
            let what = "a series has this id already";
            problems.push(problem(format!("{path}.id"), &series.id, what));
        }
        if series.rates.is_empty() {
            problems.push(problem(format!("{path}.rates"), &series.rates, "there is no rate"));
        }
        rows(series, &path, problems);
        meets_built_in(series, &path, problems);
    }
}

fn rows(series: &RateSeries, path: &str, problems: &mut Vec<Problem>) {
    let mut next = None;
    let mut is_open = false;
    for (at, rate) in series.rates.iter().enumerate() {
        let path = format!("{path}.rates[{at}]");
        let since = rate.since.number();
        let what = match next {
            Some(next) if since < next => Some("overlaps the rate before it"),
            Some(next) if since > next && !is_open => Some("days without a rate lie before it"),
            _ => None,
        };
        if let Some(what) = what {
            problems.push(problem(format!("{path}.since"), &rate.since, what));
        }
        if rate.until.is_some_and(|until| until < rate.since) {
            let what = "ends before it begins";
            problems.push(problem(format!("{path}.until"), &rate.until, what));
        }
        let is_rate = |given: Amount| {
            money::to_minor(given, 6).is_ok_and(|one| (LOWEST..=-LOWEST).contains(&one))
        };
        if !is_rate(rate.percent) {
            let what = "not a yearly rate from -100 to 100 with at most six decimals";
            problems.push(problem(format!("{path}.percent"), &rate.percent, what));
        }
        is_open = rate.until.is_none();
        let last = rate.until.unwrap_or(rate.since).number();
        next = Some(last.saturating_add(1));
    }
}

/// No days without a rate between a house's series and the built-in one that it goes on from.
fn meets_built_in(series: &RateSeries, path: &str, problems: &mut Vec<Problem>) {
    let known = law::series(&series.id).and_then(|rows| rows.last());
    if let (Some(known), Some(first)) = (known, series.rates.first())
        && first.since.number() > known.until.saturating_add(1)
    {
        let path = format!("{path}.rates[0].since");
        let what = "days without a rate lie between it and the built-in series";
        problems.push(problem(path, &first.since, what));
    }
}

/// What is claimed: the rules on interest that it names.
pub(super) fn claims<'d>(doc: &'d PolicyDoc, problems: &mut Vec<Problem>) -> Vec<&'d str> {
    let Some(rules) = &doc.claims else { return Vec::new() };
    for (at, choice) in rules.interest.iter().enumerate() {
        if !doc.interest.iter().any(|rule| rule.id == choice.rule) {
            let path = format!("claims.interest[{at}].rule");
            problems.push(problem(path, &choice.rule, "there is no such rule"));
        }
    }
    if matches!(rules.day_count, Some(DayCount::PerPeriod | DayCount::Flat)) {
        let what = "laws have yearly rates";
        problems.push(problem("claims.dayCount".to_owned(), &rules.day_count, what));
    }
    percent(rules.vat_percent, "claims.vatPercent", problems);
    rounding(rules.rounding.as_ref(), "claims", problems);
    rules.interest.iter().map(|choice| choice.rule.as_str()).collect()
}
