//! What a claim grows by: fees and interest, as arithmetic on numbers.

mod contract;
mod cost_facts;
mod costs;
mod course;
mod day_count;
mod fee;
mod imputation;
mod interest;
mod schedule;

pub(crate) use contract::{ContractAge, contract_age, too_old};
pub use cost_facts::{CostClaim, CostFacts, CostStatement};
pub use costs::costs;
pub(crate) use course::{Course, Piece};
pub use day_count::year_fraction;
pub(crate) use fee::{fee, vat};
pub use imputation::{Imputation, ImputedPart, ImputedPayment, OpenClaim, impute};
pub(crate) use imputation::{Parts, Rank, spread};
pub(crate) use interest::{Accrued, Span, accrued};
pub(crate) use schedule::Table;

use crate::calendar::Day;
use crate::error::Refusal;
use crate::model::{Finding, InterestSegment, InterestStatement, Item, Trouble};
use crate::money::{self, Amount, NotMoney};
use crate::policy::Policy;
use crate::text::Str;

/// The interest on what is open of one item, from the day after its due day up to and including
/// a day, by a rule of the policy.
///
/// It asks no gate and no journal: neither whether the item is dunned nor what was charged before.
/// Credits and settled items bear none. The policy's minimum is not applied. With compounding, the
/// first year begins on the first interest-bearing day.
///
/// # Errors
///
/// [`Refusal::UnknownRule`] if the policy has no such rule on interest, [`Refusal::Invalid`] if
/// the item's open amount is not money of its currency.
///
/// ```
/// use dunning::{Item, ItemKind, Policy, interest};
///
/// let policy = Policy::from_json(r#"{
///     "scenarios": [{ "id": "standard", "version": 1, "steps": [
///         { "id": "reminder", "offset": { "type": "days", "days": 3 }, "interest": "late",
///           "work": { "type": "message", "channels": ["email"] } }
///     ]}],
///     "assignment": [{ "scenario": "standard" }],
///     "interest": [{ "id": "late", "rates": [
///         { "begins": "2025-01-01", "percent": "7.5" },
///         { "begins": "2026-03-11", "percent": "10" }
///     ]}]
/// }"#)?;
/// let due: dunning::Day = "2026-03-01".parse()?;
/// let amount: dunning::Amount = "1000.00".parse()?;
/// let currency: dunning::Currency = "EUR".parse()?;
/// let item = Item::new("2026-17", ItemKind::Invoice, due, amount, currency);
///
/// let statement = interest(&item, &policy, "late", "2026-03-20".parse()?)?;
/// // 9 days at 7.5 % and 10 days at 10 %, over 365.
/// assert_eq!(statement.total, "4.59".parse()?);
/// assert_eq!(statement.segments.len(), 2);
/// assert_eq!(statement.segments[0].days, 9);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn interest(
    item: &Item,
    policy: &Policy,
    rule: &str,
    until: Day,
) -> Result<InterestStatement, Refusal> {
    let unknown = || Refusal::UnknownRule { rule: rule.into() };
    let terms = policy.interest_named(rule).ok_or_else(unknown)?;
    let no_currency = || wrong("item.currency", &item.currency, Trouble::UnknownCurrency);
    let digits = item.currency.minor_units().ok_or_else(no_currency)?;
    let open = minor("item.open", item.open, digits)?;
    let first = item.due.number().saturating_add(1);
    let accrued = accrued(open.max(0), first, until.number(), terms);
    Ok(InterestStatement {
        item: item.id.clone(),
        rule: terms.id.clone(),
        currency: item.currency,
        principal: money::from_minor(open.max(0), digits),
        segments: segments(&accrued, digits),
        total: money::from_minor(accrued.total, digits),
        with_principal: money::from_minor(money::add(open.max(0), accrued.total), digits),
        no_rate_until: accrued.no_rate_until.map(Day::of),
        rate_unknown_since: accrued.unknown_since.map(Day::of),
    })
}

fn wrong(path: &str, value: &impl ToString, problem: Trouble) -> Refusal {
    Refusal::Invalid { path: path.into(), value: value.to_string().into(), problem }
}

/// An amount in minor units, or why it is none.
fn minor(path: &str, given: Amount, digits: u8) -> Result<i64, Refusal> {
    money::to_minor(given, digits).map_err(|refused| {
        let problem = match refused {
            NotMoney::TooManyDecimals => Trouble::TooManyDecimals,
            NotMoney::OutOfRange => Trouble::OutOfRange,
        };
        wrong(path, &given, problem)
    })
}

/// The same, of an amount that is not below zero.
fn from_zero(path: &str, given: Amount, digits: u8) -> Result<i64, Refusal> {
    let minor = minor(path, given, digits)?;
    if minor < 0 { Err(wrong(path, &given, Trouble::WrongSign)) } else { Ok(minor) }
}

/// The spans as they are told.
pub(crate) fn segments(accrued: &Accrued, digits: u8) -> Vec<InterestSegment> {
    let first = accrued.spans.first().map_or(0, |span| span.base);
    let told = |span: &Span| InterestSegment {
        begins: Day::of(span.begins),
        until: Day::of(span.until),
        days: u32::try_from(span.days).unwrap_or(0),
        percent: span.percent,
        interest: money::from_minor(span.interest, digits),
        principal: (span.base != first).then(|| money::from_minor(span.base, digits)),
        source: span.source.clone(),
        assumed: span.assumed,
    };
    accrued.spans.iter().map(told).collect()
}

/// What is odd about the rates.
pub(crate) fn odd(rule: &Str, accrued: &Accrued) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(until) = accrued.no_rate_until {
        found.push(Finding::NoRate { rule: rule.clone(), until: Day::of(until) });
    }
    if let Some(since) = accrued.unknown_since {
        found.push(Finding::RateUnknown { rule: rule.clone(), since: Day::of(since) });
    }
    if let Some(span) = accrued.spans.iter().find(|span| span.assumed) {
        let since = Day::of(span.begins);
        let percent = span.percent;
        found.push(Finding::RateAssumed { rule: rule.clone(), since, percent });
    }
    found
}

/// The interest on what is open of one item, as [`interest`] reckons it, without its segments.
///
/// # Errors
///
/// As [`interest`].
///
/// ```
/// # use dunning::{Item, ItemKind, Policy, interest_total};
/// # let policy = Policy::from_json(r#"{ "scenarios": [{ "id": "s", "version": 1, "steps": [
/// #     { "id": "r", "offset": { "type": "days", "days": 3 }, "interest": "late",
/// #       "work": { "type": "message", "channels": ["email"] } }] }],
/// #     "assignment": [{ "scenario": "s" }],
/// #     "interest": [{ "id": "late", "rates": [{ "begins": "2025-01-01", "percent": "7.5" }] }] }"#)?;
/// # let due: dunning::Day = "2026-03-01".parse()?;
/// # let amount: dunning::Amount = "1000.00".parse()?;
/// # let item = Item::new("1", ItemKind::Invoice, due, amount, "EUR".parse::<dunning::Currency>()?);
/// let interest = interest_total(&item, &policy, "late", "2026-03-20".parse()?)?;
/// assert_eq!(interest, "3.90".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn interest_total(
    item: &Item,
    policy: &Policy,
    rule: &str,
    until: Day,
) -> Result<Amount, Refusal> {
    let unknown = || Refusal::UnknownRule { rule: rule.into() };
    let terms = policy.interest_named(rule).ok_or_else(unknown)?;
    let no_currency = || wrong("item.currency", &item.currency, Trouble::UnknownCurrency);
    let digits = item.currency.minor_units().ok_or_else(no_currency)?;
    let open = minor("item.open", item.open, digits)?;
    let first = item.due.number().saturating_add(1);
    let interest = interest::total(open.max(0), first, until.number(), terms);
    Ok(money::from_minor(interest, digits))
}
