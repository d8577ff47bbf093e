//! What a forecast takes the debtor to pay, and when.

use rustc_hash::FxHashMap;

use crate::calendar::{Day, Moment, Zone};
use crate::model::{Account, Allocation, AssumedKeeping, AssumedPayments, Assumptions, Payment};
use crate::money;
use crate::policy::Policy;
use crate::standing::{PromiseState, Standing};
use crate::text::Str;

/// Money that comes in by assumption.
struct Expected {
    id: Str,
    day: i32,
    /// The items by their number, with what is to be paid of each in minor units.
    parts: Vec<(usize, i64)>,
    currency: crate::money::Currency,
}

/// Pays what falls due by what is assumed; returns when to pay next.
pub(super) fn pay(
    account: &mut Account,
    policy: &Policy,
    from: Moment,
    now: Moment,
    assumptions: &Assumptions,
) -> Option<Moment> {
    let zone = Zone::named(&account.creditor.zone).unwrap_or(Zone::UTC);
    let today = zone.day_of(now);
    let mut expected = Vec::new();
    if keeps(assumptions.promises, assumptions) {
        expected.extend(promised(account, policy, now));
    }
    if assumptions.payments == Some(AssumedPayments::AsUsual) {
        expected.extend(usual(account, zone.day_of(from)));
    }
    let mut next: Option<i32> = None;
    for one in expected {
        if one.day > today {
            next = Some(next.map_or(one.day, |next| next.min(one.day)));
        } else {
            book(account, one);
        }
    }
    next.map(|day| zone.start_of(day))
}

/// Whether what was agreed is kept: as it is said, else as payments are.
fn keeps(said: Option<AssumedKeeping>, assumptions: &Assumptions) -> bool {
    match said {
        Some(said) => said == AssumedKeeping::Kept,
        None => assumptions.payments == Some(AssumedPayments::AsPromised),
    }
}

/// Every open promise, on its day.
fn promised(account: &Account, policy: &Policy, now: Moment) -> Vec<Expected> {
    let standing = Standing::new(account, policy, now, None);
    let mut open = standing
        .promises
        .iter()
        .filter(|one| matches!(one.state, PromiseState::Open(_)))
        .peekable();
    if open.peek().is_none() {
        return Vec::new();
    }
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    for (number, item) in account.items.iter().enumerate() {
        numbers.entry(&item.id).or_insert(number);
    }
    let expected = open.filter_map(|promise| {
        let made = promise.made;
        let digits = made.currency.minor_units()?;
        let date = made.date.number();
        // A promise for the day on which it is made is paid on the next.
        let day =
            if date > standing.today { date } else { date.max(promise.made_on.saturating_add(1)) };
        let parts = made.items.iter().filter_map(|part| {
            let number = numbers.get(part.item.as_str())?;
            Some((*number, money::to_minor(part.amount, digits).unwrap_or(0)))
        });
        Some(Expected {
            id: ["forecast-", promise.entry].concat().into(),
            day,
            parts: parts.collect(),
            currency: made.currency,
        })
    });
    expected.collect()
}

/// Every item as many days after its due day as this debtor usually needs. If that has passed
/// already when the forecast begins, after as many days as the debtor ever needed; if that has
/// passed too, nobody knows, and it is not paid.
fn usual(account: &Account, from: i32) -> Vec<Expected> {
    let Some(history) = account.history.as_ref().filter(|history| history.paid_count > 0) else {
        return Vec::new();
    };
    let days = |days: u32| i32::try_from(days).unwrap_or(i32::MAX);
    let average = days(history.days_late_total.div_ceil(history.paid_count));
    let longest = days(history.days_late_longest).max(average);
    let expected = account.items.iter().enumerate().filter_map(|(number, item)| {
        let due = item.due.number();
        let days = [due.saturating_add(average), due.saturating_add(longest)];
        let day = days.into_iter().find(|day| *day >= from)?;
        let open = money::to_minor(item.open, item.currency.minor_units()?).ok()?;
        (open > 0).then(|| Expected {
            id: ["forecast-usual-", &item.id].concat().into(),
            day,
            parts: vec![(number, open)],
            currency: item.currency,
        })
    });
    expected.collect()
}

/// Books a payment: never more on an item than is open.
fn book(account: &mut Account, expected: Expected) {
    let Some(digits) = expected.currency.minor_units() else { return };
    let mut total = 0_i64;
    let mut allocations = Vec::new();
    for (number, amount) in expected.parts {
        let Some(item) =
            account.items.get_mut(number).filter(|item| item.currency == expected.currency)
        else {
            continue;
        };
        let open = money::to_minor(item.open, digits).unwrap_or(0).max(0);
        let paid = amount.min(open);
        if paid > 0 {
            item.open = money::from_minor(open.saturating_sub(paid), digits);
            total = total.saturating_add(paid);
            allocations.push(Allocation::new(item.id.clone(), money::from_minor(paid, digits)));
        }
    }
    if total > 0 {
        let amount = money::from_minor(total, digits);
        let day = Day::of(expected.day);
        let mut payment = Payment::new(expected.id, day, amount, expected.currency);
        payment.allocations = allocations;
        account.payments.push(payment);
    }
}
