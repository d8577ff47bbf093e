//! What can be wrong with fees and interest.

use std::collections::HashSet;

use super::compiled::problem;
use super::{CurrencyAmount, FeeAmount, FeeRule, FeeTier, Offset, PolicyDoc, Rounding, Step};
use crate::error::Problem;
use crate::law::{self, CostSchedule};
use crate::model::{Anchor, ItemKind};
use crate::money::{self, Amount, Currency};

/// More than this many of the smallest unit is no rounding any more.
const LARGEST_UNIT: u32 = 1_000_000;

pub(super) fn check(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let ids = |named: fn(&Step) -> Option<&crate::text::Str>| -> HashSet<&str> {
        let steps = doc.scenarios.iter().flat_map(|scenario| &scenario.steps);
        steps.filter_map(named).map(|id| id.as_str()).collect()
    };
    named_by_steps(doc, problems);
    let named = ids(|step| step.fee.as_ref());
    let mut seen = HashSet::new();
    for (at, rule) in doc.fees.iter().enumerate() {
        let path = format!("fees[{at}]");
        id(&rule.id, &path, seen.insert(&rule.id), named.contains(rule.id.as_str()), problems);
        fee(rule, &doc.cost_schedules, &path, problems);
    }
    super::check_interest::series(doc, problems);
    let mut named = ids(|step| step.interest.as_ref());
    named.extend(super::check_interest::claims(doc, problems));
    let mut seen = HashSet::new();
    for (at, rule) in doc.interest.iter().enumerate() {
        let path = format!("interest[{at}]");
        id(&rule.id, &path, seen.insert(&rule.id), named.contains(rule.id.as_str()), problems);
        super::check_interest::rule(rule, doc, &path, problems);
    }
}

/// What steps name must be there, and a step that comes before the due day can bear none.
fn named_by_steps(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    for (number, scenario) in doc.scenarios.iter().enumerate() {
        for (at, step) in scenario.steps.iter().enumerate() {
            let (Offset::Days { days }
            | Offset::BusinessDays { days, .. }
            | Offset::EndOfMonth { days }) = step.offset;
            let is_before_due = days < 0 && step.anchor.is_none_or(|one| one == Anchor::DueDate);
            let known_fee = |id: &str| doc.fees.iter().any(|rule| rule.id == id);
            let known_interest = |id: &str| doc.interest.iter().any(|rule| rule.id == id);
            let notice = step.legal_notice.as_deref().and_then(law::legal_notice);
            let is_free = notice.is_some_and(|notice| notice.is_free);
            let own_fee =
                |id: &str| doc.fees.iter().any(|rule| rule.id == id && rule.schedule.is_none());
            let own = [step.fee.as_deref().is_some_and(own_fee), step.interest.is_some()];
            for (field, _) in ["fee", "interest"].iter().zip(own).filter(|(_, own)| is_free && *own)
            {
                let path = format!("scenarios[{number}].steps[{at}].{field}");
                let what = "the law demands this notice free of charge";
                problems.push(problem(path, &step.legal_notice, what));
            }
            for (field, named, is_known) in [
                ("fee", &step.fee, step.fee.as_deref().is_some_and(known_fee)),
                ("interest", &step.interest, step.interest.as_deref().is_some_and(known_interest)),
            ] {
                let Some(named) = named else { continue };
                let path = format!("scenarios[{number}].steps[{at}].{field}");
                if !is_known {
                    problems.push(problem(path.clone(), named, "there is no such rule"));
                }
                if is_before_due {
                    let what = "nothing is overdue at a step before the due day";
                    problems.push(problem(path, named, what));
                }
            }
        }
    }
}

fn id(id: &str, path: &str, is_new: bool, is_named: bool, problems: &mut Vec<Problem>) {
    let path = format!("{path}.id");
    if id.is_empty() {
        problems.push(problem(path, &id, "an id is not empty"));
    } else if !is_new {
        problems.push(problem(path, &id, "a rule has this id already"));
    } else if !is_named {
        problems.push(problem(path, &id, "never used: nothing names it"));
    }
}

fn fee(rule: &FeeRule, own: &[CostSchedule], path: &str, problems: &mut Vec<Problem>) {
    let is_credit =
        |kind: &ItemKind| matches!(kind, ItemKind::CreditNote | ItemKind::UnappliedPayment);
    let has_tiers = rule.amounts.iter().any(|amount| !amount.tiers.is_empty());
    let has_base = has_tiers || rule.amounts.iter().any(|amount| amount.percent.is_some());
    let no_base = "never used: there is neither a percentage nor a tier";
    if rule.amounts.is_empty() && rule.schedule.is_none() {
        let path = format!("{path}.amounts");
        problems.push(problem(path, &rule.amounts, "a fee needs an amount"));
    }
    if rule.kinds.iter().any(is_credit) {
        problems.push(problem(format!("{path}.kinds"), &rule.kinds, "a credit bears no fee"));
    }
    if rule.bands.is_some() && !has_tiers && rule.schedule.is_none() {
        let path = format!("{path}.bands");
        problems.push(problem(path, &rule.bands, "never used: there are no tiers"));
    }
    if rule.of.is_some() && !has_base && rule.schedule.is_none() {
        problems.push(problem(format!("{path}.of"), &rule.of, no_base));
    }
    if rule.with_earlier_fees && !has_base && rule.schedule.is_none() {
        let path = format!("{path}.withEarlierFees");
        problems.push(problem(path, &rule.with_earlier_fees, no_base));
    }
    if let Some(id) = &rule.schedule {
        by_law(rule, id, own, path, problems);
    }
    percent(rule.vat_percent, &format!("{path}.vatPercent"), problems);
    rounding(rule.rounding.as_ref(), path, problems);
    let mut seen = HashSet::new();
    for (at, amount) in rule.amounts.iter().enumerate() {
        let path = format!("{path}.amounts[{at}]");
        let is_new = seen.insert(amount.currency);
        if let Some(digits) = currency(amount.currency, is_new, &path, problems) {
            fee_amount(amount, digits, &path, problems);
        }
    }
}

/// A fee that follows a schedule: it has to be there, and says everything else.
fn by_law(rule: &FeeRule, id: &str, own: &[CostSchedule], path: &str, problems: &mut Vec<Problem>) {
    let found = law::schedule_named(id, own);
    let wrong = match found {
        None => Some("there is no such schedule"),
        Some(known) => known.ceiling.then_some("it is a limit and no charge"),
    };
    problems.extend(wrong.map(|what| problem(format!("{path}.schedule"), &id, what)));
    let what = "never used: the schedule says it";
    let at = |field: &str| format!("{path}.{field}");
    let given = [
        (!rule.amounts.is_empty()).then(|| problem(at("amounts"), &rule.amounts, what)),
        rule.per.map(|per| problem(at("per"), &per, what)),
        rule.of.map(|of| problem(at("of"), &of, what)),
        rule.with_earlier_fees.then(|| problem(at("withEarlierFees"), &true, what)),
        rule.bands.map(|bands| problem(at("bands"), &bands, what)),
        rule.rounding.as_ref().map(|rounding| problem(at("rounding"), rounding, what)),
        rule.vat_percent
            .map(|vat| problem(at("vatPercent"), &vat, "never used: claims.vatPercent says it")),
    ];
    problems.extend(given.into_iter().flatten());
}

fn fee_amount(fee: &FeeAmount, digits: u8, path: &str, problems: &mut Vec<Problem>) {
    let is_flat = fee.fixed.is_some() || fee.percent.is_some();
    if is_flat != fee.tiers.is_empty() {
        let what = "either a fixed amount and a percentage, or tiers";
        problems.push(problem(path.to_owned(), fee, what));
    }
    for (field, given) in [("fixed", fee.fixed), ("minimum", fee.minimum), ("maximum", fee.maximum)]
    {
        amount(given, digits, &format!("{path}.{field}"), problems);
    }
    percent(fee.percent, &format!("{path}.percent"), problems);
    bounds(fee.minimum, fee.maximum, path, problems);
    let mut last: Option<Amount> = None;
    for (at, tier) in fee.tiers.iter().enumerate() {
        let path = format!("{path}.tiers[{at}]");
        if last.is_some_and(|last| tier.threshold <= last) {
            let path = format!("{path}.threshold");
            problems.push(problem(path, &tier.threshold, "not above the tier before it"));
        }
        last = Some(tier.threshold);
        fee_tier(tier, digits, &path, problems);
    }
}

fn fee_tier(tier: &FeeTier, digits: u8, path: &str, problems: &mut Vec<Problem>) {
    for (field, given) in [
        ("threshold", Some(tier.threshold)),
        ("fixed", tier.fixed),
        ("minimum", tier.minimum),
        ("maximum", tier.maximum),
    ] {
        amount(given, digits, &format!("{path}.{field}"), problems);
    }
    percent(tier.percent, &format!("{path}.percent"), problems);
    bounds(tier.minimum, tier.maximum, path, problems);
}

/// One amount from zero upwards for each currency.
pub(super) fn amounts(list: &[CurrencyAmount], path: &str, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, one) in list.iter().enumerate() {
        let path = format!("{path}[{at}]");
        let is_new = seen.insert(one.currency);
        if let Some(digits) = currency(one.currency, is_new, &path, problems) {
            amount(Some(one.amount), digits, &format!("{path}.amount"), problems);
        }
    }
}

fn currency(given: Currency, is_new: bool, path: &str, problems: &mut Vec<Problem>) -> Option<u8> {
    let path = format!("{path}.currency");
    let digits = given.minor_units();
    if digits.is_none() {
        problems.push(problem(path, &given, "ISO 4217 knows no such currency in use"));
    } else if !is_new {
        problems.push(problem(path, &given, "the currency stands here twice"));
    }
    digits
}

fn amount(given: Option<Amount>, digits: u8, path: &str, problems: &mut Vec<Problem>) {
    let Some(given) = given else { return };
    if !money::to_minor(given, digits).is_ok_and(|minor| minor >= 0) {
        let what = "not an amount of this currency from zero upwards";
        problems.push(problem(path.to_owned(), &given, what));
    }
}

pub(super) fn percent(given: Option<Amount>, path: &str, problems: &mut Vec<Problem>) {
    let Some(given) = given else { return };
    if money::percent(given).is_none() {
        let what = "not a percentage from 0 to 1000 with at most six decimals";
        problems.push(problem(path.to_owned(), &given, what));
    }
}

fn bounds(least: Option<Amount>, most: Option<Amount>, path: &str, problems: &mut Vec<Problem>) {
    if let (Some(least), Some(most)) = (least, most)
        && most < least
    {
        let path = format!("{path}.maximum");
        problems.push(problem(path, &most, "below the minimum"));
    }
}

pub(super) fn rounding(given: Option<&Rounding>, path: &str, problems: &mut Vec<Problem>) {
    let unit = given.and_then(|rounding| rounding.unit);
    if unit.is_some_and(|unit| unit == 0 || unit > LARGEST_UNIT) {
        let path = format!("{path}.rounding.unit");
        problems.push(problem(path, &unit, "from one to a million of the smallest unit"));
    }
}
