//! The ledger as it was on an earlier day, as far as the export tells.

use dunning::{Account, Amount, Day, Moment, PolicyDoc};

/// Without what was not there yet, and with what was not paid yet.
pub(crate) fn at(account: &Account, day: Day, morning: Moment) -> Account {
    let mut then = account.clone();
    then.ledger_as_of = morning;
    then.payments_as_of = morning;
    then.items.retain(|item| item.issued.is_none_or(|issued| issued <= day));
    for payment in account.payments.iter().filter(|payment| payment.value_date > day) {
        for part in &payment.allocations {
            for item in then.items.iter_mut().filter(|item| item.id == part.item) {
                let open = item.open.decimal().saturating_add(part.amount.decimal());
                item.open = Amount::from(open);
            }
        }
    }
    then.payments.retain(|payment| payment.value_date <= day);
    for payment in &mut then.payments {
        if payment.reversed.as_ref().is_some_and(|reversed| reversed.on > day) {
            payment.reversed = None;
        }
    }
    then
}

/// Nothing is sent at the weekend: nobody is there to answer.
pub(crate) fn is_business_day(day: Day, policy: &PolicyDoc) -> bool {
    use chrono::{Datelike as _, Weekday};
    let weekend = matches!(day.date().weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && !policy.calendars.iter().any(|calendar| calendar.holidays.contains(&day))
}
