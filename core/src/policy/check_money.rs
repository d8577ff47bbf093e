//! Amounts and gaps by currency and channel: each once, and money of its currency.

use std::collections::HashSet;

use super::check::MOST_DAYS;
use super::compiled::problem;
use super::{Minimum, Minimums, PolicyDoc, Tolerance, Unlisted};
use crate::error::Problem;
use crate::money::{self, Amount, Currency};

pub(super) fn tolerances(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    listed(&doc.tolerances, "tolerances", "tolerance", problems);
    for (at, rule) in doc.assignment.iter().enumerate() {
        let path = format!("assignment[{at}].atLeast");
        listed(&rule.at_least, &path, "least amount", problems);
    }
}

fn listed(list: &[Tolerance], path: &str, what: &str, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, most) in list.iter().enumerate() {
        let path = format!("{path}[{at}]");
        once(most.currency, &path, what, &mut seen, problems);
        amount(most.currency, Some(most.amount), &path, problems);
    }
}

fn once(
    currency: Currency,
    path: &str,
    what: &str,
    seen: &mut HashSet<Currency>,
    problems: &mut Vec<Problem>,
) {
    if !seen.insert(currency) {
        let what = format!("the currency has a {what} already");
        problems.push(problem(format!("{path}.currency"), &currency, &what));
    }
}

fn amount(currency: Currency, given: Option<Amount>, path: &str, problems: &mut Vec<Problem>) {
    let Some(digits) = currency.minor_units() else {
        let path = format!("{path}.currency");
        problems.push(problem(path, &currency, "ISO 4217 knows no such currency in use"));
        return;
    };
    if given.is_some_and(|given| !money::to_minor(given, digits).is_ok_and(|minor| minor >= 0)) {
        let what = "not an amount of this currency from zero upwards";
        problems.push(problem(format!("{path}.amount"), &given, what));
    }
}

pub(super) fn minimums(rules: &Minimums, path: &str, problems: &mut Vec<Problem>) {
    least(&rules.amounts, &format!("{path}.amounts"), problems);
    if rules.amounts.is_empty() && rules.unlisted != Some(Unlisted::NeverDun) {
        let what = "no amount is given: leave the minimums out";
        problems.push(problem(format!("{path}.amounts"), &rules.amounts, what));
    }
}

pub(super) fn least(list: &[Minimum], path: &str, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, minimum) in list.iter().enumerate() {
        let path = format!("{path}[{at}]");
        once(minimum.currency, &path, "minimum", &mut seen, problems);
        amount(minimum.currency, minimum.amount, &path, problems);
        if minimum.percent.is_some_and(|percent| percent > 100) {
            let path = format!("{path}.percent");
            problems.push(problem(path, &minimum.percent, "at most 100 percent"));
        }
        if minimum.amount.is_none() && minimum.percent.is_none() {
            problems.push(problem(path, minimum, "neither an amount nor a percentage is given"));
        }
    }
}

pub(super) fn gaps(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, gap) in doc.channel_gaps.iter().enumerate() {
        let path = format!("channelGaps[{at}]");
        if !seen.insert(gap.channel) {
            let path = format!("{path}.channel");
            problems.push(problem(path, &gap.channel, "the channel has a gap already"));
        }
        if gap.days > MOST_DAYS.unsigned_abs() {
            problems.push(problem(format!("{path}.days"), &gap.days, "at most ten years"));
        }
    }
}
