//! What a forecast takes the debtor to pay, and when.

use rustc_hash::FxHashMap;

use crate::calendar::{Day, Moment, Zone};
use crate::model::{Account, Allocation, AssumedKeeping, AssumedPayments, Assumptions, Payment};
use crate::money;
use crate::policy::Policy;
use crate::standing::{Arrangement, ArrangementState, PromiseState, Standing};
use crate::text::Str;

/// Money that comes in by assumption.
struct Expected {
    id: Str,
    day: i32,
    /// All of it, in minor units.
    amount: i64,
    /// The items by their number, with the most that is to be paid of each.
    parts: Vec<(usize, i64)>,
    /// The arrangement that it is for.
    arrangement: Option<Str>,
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
    let mut expected = agreed(account, policy, now, assumptions);
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

/// What is promised or arranged, as far as it is kept.
fn agreed(
    account: &Account,
    policy: &Policy,
    now: Moment,
    assumptions: &Assumptions,
) -> Vec<Expected> {
    let promises = keeps(assumptions.promises, assumptions);
    let arrangements = keeps(assumptions.arrangements, assumptions);
    if !promises && !arrangements {
        return Vec::new();
    }
    let standing = Standing::new(account, policy, now, None);
    let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
    for (number, item) in account.items.iter().enumerate() {
        numbers.entry(&item.id).or_insert(number);
    }
    let mut expected = Vec::new();
    if promises {
        expected.extend(promised(&standing, &numbers));
    }
    if arrangements {
        for arrangement in &standing.acts.arrangements {
            expected.extend(instalments(&standing, arrangement, &numbers));
        }
    }
    expected
}

/// Every open promise, on its day.
fn promised(standing: &Standing<'_>, numbers: &FxHashMap<&str, usize>) -> Vec<Expected> {
    let open = standing.promises.iter().filter(|one| matches!(one.state, PromiseState::Open(_)));
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
            amount: money::to_minor(made.amount, digits).unwrap_or(0),
            parts: parts.collect(),
            arrangement: None,
            currency: made.currency,
        })
    });
    expected.collect()
}

/// What is unpaid of an arrangement that runs, up to the next instalment to come; matched with
/// the covered items, the oldest due first.
fn instalments(
    standing: &Standing<'_>,
    arrangement: &Arrangement<'_>,
    numbers: &FxHashMap<&str, usize>,
) -> Vec<Expected> {
    let mut expected = Vec::new();
    if !matches!(arrangement.state, ArrangementState::Open(_)) {
        return expected;
    }
    let made = arrangement.made;
    for (at, instalment) in made.instalments.iter().enumerate() {
        let amount = arrangement.unpaid(at);
        if amount == 0 {
            continue;
        }
        let covered = made.items.iter().filter_map(|item| numbers.get(item.item.as_str()));
        expected.push(Expected {
            id: format!("forecast-{}-{}", arrangement.entry.id, at.saturating_add(1)).into(),
            day: instalment.date.number().max(standing.today),
            amount,
            parts: covered.map(|number| (*number, i64::MAX)).collect(),
            arrangement: Some(arrangement.entry.id.clone()),
            currency: made.currency,
        });
        if instalment.date.number() > standing.today {
            break;
        }
    }
    expected
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
            amount: open,
            parts: vec![(number, open)],
            arrangement: None,
            currency: item.currency,
        })
    });
    expected.collect()
}

/// Books a payment: never more on an item than is open. Money for an arrangement comes in all the
/// same, since it may also pay what was agreed on top; other money only as far as it is needed.
fn book(account: &mut Account, expected: Expected) {
    let Some(digits) = expected.currency.minor_units() else { return };
    let mut left = expected.amount;
    let mut allocations = Vec::new();
    for (number, most) in expected.parts {
        let Some(item) = account.items.get_mut(number) else { continue };
        let open = money::to_minor(item.open, digits).unwrap_or(0).max(0);
        let paid = most.min(open).min(left);
        if paid > 0 && item.currency == expected.currency {
            item.open = money::from_minor(open.saturating_sub(paid), digits);
            left = left.saturating_sub(paid);
            allocations.push(Allocation::new(item.id.clone(), money::from_minor(paid, digits)));
        }
    }
    let paid = match expected.arrangement {
        Some(_) => expected.amount,
        None => expected.amount.saturating_sub(left),
    };
    if paid > 0 {
        let (amount, day) = (money::from_minor(paid, digits), Day::of(expected.day));
        let mut payment = Payment::new(expected.id, day, amount, expected.currency);
        payment.arrangement = expected.arrangement;
        payment.allocations = allocations;
        account.payments.push(payment);
    }
}
