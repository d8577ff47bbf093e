//! What a claim grows by: fees and interest, as arithmetic on numbers.

mod fee;
mod interest;

pub(crate) use fee::{fee, vat};
pub(crate) use interest::{Accrued, Span, accrued};

use crate::calendar::Day;
use crate::error::Refusal;
use crate::model::{InterestSegment, InterestStatement, Item, Trouble};
use crate::money::{self, NotMoney};
use crate::policy::Policy;

/// The interest on what is open of one item, from the day after its due day up to and including
/// a day, by a rule of the policy.
///
/// It asks no gate and no journal: neither whether the item is dunned nor what was charged before.
/// Credits and settled items bear none. The policy's minimum is not applied.
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
    let wrong = |path: &str, value: String, problem| Refusal::Invalid {
        path: path.into(),
        value: value.into(),
        problem,
    };
    let digits = item.currency.minor_units().ok_or_else(|| {
        wrong("item.currency", item.currency.to_string(), Trouble::UnknownCurrency)
    })?;
    let open = money::to_minor(item.open, digits).map_err(|refused| {
        let problem = match refused {
            NotMoney::TooManyDecimals => Trouble::TooManyDecimals,
            NotMoney::OutOfRange => Trouble::OutOfRange,
        };
        wrong("item.open", item.open.to_string(), problem)
    })?;
    let first = item.due.number().saturating_add(1);
    let accrued = accrued(open.max(0), first, until.number(), terms);
    Ok(InterestStatement {
        item: item.id.clone(),
        rule: terms.id.clone(),
        currency: item.currency,
        principal: money::from_minor(open.max(0), digits),
        segments: segments(&accrued, digits),
        total: money::from_minor(accrued.total, digits),
        no_rate_until: accrued.no_rate_until.map(Day::of),
    })
}

/// The spans as they are told.
pub(crate) fn segments(accrued: &Accrued, digits: u8) -> Vec<InterestSegment> {
    let told = |span: &Span| InterestSegment {
        begins: Day::of(span.begins),
        until: Day::of(span.until),
        days: u32::try_from(span.days).unwrap_or(0),
        percent: span.percent,
        interest: money::from_minor(span.interest, digits),
    };
    accrued.spans.iter().map(told).collect()
}
