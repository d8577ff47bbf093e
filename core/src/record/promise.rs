//! A promise to pay: what it covers, and whether the policy allows it.

use super::intentions::{Events, one};
use super::invalid;
use super::known::known_item;
use crate::calendar::Day;
use crate::error::Refusal;
use crate::model::{CoveredItem, Event, ItemAmount, PromiseMade, PromiseToPay, Subject, Trouble};
use crate::money::{self, Currency};
use crate::standing::{PromiseState, Standing};

/// An item that a promise covers: its number, and the part that was named.
pub(super) type Covered = (usize, Option<i64>);

pub(super) fn promise(standing: &Standing<'_>, promise: &PromiseToPay) -> Events {
    let currency = promise.currency.to_string();
    let digits = promise
        .currency
        .minor_units()
        .ok_or_else(|| invalid("promise.currency", &currency, Trouble::UnknownCurrency))?;
    let amount = promise.amount.to_string();
    let wrong_amount = |problem| invalid("promise.amount", &amount, problem);
    let whole = money::to_minor(promise.amount, digits)
        .map_err(|_| wrong_amount(Trouble::TooManyDecimals))?;
    if whole <= 0 {
        return Err(wrong_amount(Trouble::WrongSign));
    }
    let mut covered = if promise.items.is_empty() {
        as_it_stands(standing, promise.currency)
    } else {
        named(standing, &promise.items, promise.currency, "promise.items")?
    };
    if covered.is_empty() {
        return Err(invalid("promise.items", "[]", Trouble::Empty));
    }
    covered.sort_by_key(|(at, _)| {
        (standing.items.get(*at).map(|facts| facts.due), standing.item(*at).map(|item| &item.id))
    });
    let parts = parts(standing, &covered, whole).map_err(wrong_amount)?;
    limits(standing, promise, &covered)?;
    let items = covered.iter().zip(parts).filter_map(|((at, _), part)| {
        let (item, facts) = (standing.item(*at)?, standing.items.get(*at)?);
        Some(CoveredItem {
            item: item.id.clone(),
            amount: money::from_minor(part, digits),
            open: money::from_minor(facts.open, digits),
            document_number: item.document_number.as_ref().unwrap_or(&item.id).clone(),
            due: item.due,
        })
    });
    let items: Vec<CoveredItem> = items.collect();
    let subject = match items.as_slice() {
        [single] => Subject::Item { item: single.item.clone() },
        _ => Subject::DebtorCurrency { currency: promise.currency },
    };
    let made = PromiseMade {
        amount: money::from_minor(whole, digits),
        currency: promise.currency,
        date: promise.date,
        grace_days: promise.grace_days.unwrap_or(standing.policy.promise_grace_days),
        items,
        text: promise.text.clone(),
    };
    one(subject, Event::Promised { promise: made })
}

/// Everything that is open in the currency: a later invoice is not covered.
pub(super) fn as_it_stands(standing: &Standing<'_>, currency: Currency) -> Vec<Covered> {
    let items = standing.account.items.iter().enumerate();
    let open = items.filter(|(at, item)| {
        item.currency == currency
            && standing
                .items
                .get(*at)
                .is_some_and(|facts| !facts.is_credit && facts.open > 0 && !facts.is_withdrawn)
    });
    open.map(|(at, _)| (at, None)).collect()
}

/// The items that a command names, each open and in the currency; `list` is where they stand.
pub(super) fn named(
    standing: &Standing<'_>,
    items: &[ItemAmount],
    currency: Currency,
    list: &str,
) -> Result<Vec<Covered>, Refusal> {
    let mut covered: Vec<Covered> = Vec::with_capacity(items.len());
    for (number, part) in items.iter().enumerate() {
        let path = format!("{list}[{number}]");
        known_item(standing, &part.item)?;
        let at = standing.account.items.iter().position(|item| item.id == part.item);
        let found = at.and_then(|at| Some((at, standing.item(at)?, standing.items.get(at)?)));
        let Some((at, item, facts)) = found.filter(|(_, _, facts)| facts.open > 0) else {
            let entry = part.item.clone();
            return Err(Refusal::Ended { what: "item".into(), entry });
        };
        if item.currency != currency {
            let path = format!("{path}.item");
            return Err(invalid(&path, &part.item, Trouble::CurrencyMismatch));
        }
        if covered.iter().any(|(known, _)| *known == at) {
            return Err(invalid(&format!("{path}.item"), &part.item, Trouble::DuplicateId));
        }
        let minor = match part.amount {
            None => None,
            Some(amount) => {
                let minor = money::to_minor(amount, facts.digits).unwrap_or(0);
                if minor <= 0 || minor > facts.open {
                    let path = format!("{path}.amount");
                    return Err(invalid(&path, &amount.to_string(), Trouble::BeyondItem));
                }
                Some(minor)
            }
        };
        covered.push((at, minor));
    }
    Ok(covered)
}

/// The part of each item: what was named, and of the rest the oldest due first.
fn parts(standing: &Standing<'_>, covered: &[Covered], whole: i64) -> Result<Vec<i64>, Trouble> {
    let named = covered.iter().filter_map(|(_, part)| *part).fold(0, money::add);
    let all_named = covered.iter().all(|(_, part)| part.is_some());
    if named > whole || (all_named && named != whole) {
        return Err(Trouble::SumMismatch);
    }
    let mut left = whole.saturating_sub(named);
    let parts: Vec<i64> = covered
        .iter()
        .map(|(at, part)| {
            part.unwrap_or_else(|| {
                let open = standing.items.get(*at).map_or(0, |facts| facts.open);
                let part = open.min(left);
                left = left.saturating_sub(part);
                part
            })
        })
        .collect();
    // More than is open is a slip of the pen, or a payment for something else.
    if left > 0 { Err(Trouble::BeyondItem) } else { Ok(parts) }
}

fn limits(
    standing: &Standing<'_>,
    promise: &PromiseToPay,
    covered: &[Covered],
) -> Result<(), Refusal> {
    let policy = standing.policy;
    let ahead = promise.date.number().saturating_sub(standing.today);
    if ahead < 0 {
        return Err(invalid("promise.date", &promise.date.to_string(), Trouble::InPast));
    }
    let farthest = i32::try_from(policy.promise_max_days_ahead).unwrap_or(i32::MAX);
    if ahead > farthest {
        let last = Day::of(standing.today.saturating_add(farthest));
        return Err(Refusal::BeyondLimit {
            limit: "promises.maxDaysAhead".into(),
            allowed: last.to_string().into(),
            asked: promise.date.to_string().into(),
        });
    }
    let ids: Vec<&str> =
        covered.iter().filter_map(|(at, _)| standing.item(*at)).map(|item| &*item.id).collect();
    // A promise for the same items is made anew, not added.
    let others = standing.promises.iter().filter(|other| {
        matches!(other.state, PromiseState::Open(_))
            && !other.made.items.iter().any(|part| ids.contains(&part.item.as_str()))
    });
    let open = others.count();
    if open >= usize::try_from(policy.promise_max_open).unwrap_or(usize::MAX) {
        return Err(Refusal::BeyondLimit {
            limit: "promises.maxOpen".into(),
            allowed: policy.promise_max_open.to_string().into(),
            asked: open.saturating_add(1).to_string().into(),
        });
    }
    Ok(())
}
