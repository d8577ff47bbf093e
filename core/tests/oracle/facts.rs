//! What everybody needs: days, moments and amounts as numbers, and the journal in order.

use std::cell::OnceCell;
use std::collections::HashSet;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use dunning::{Account, Amount, Currency, Day, Entry, Event, Item, Moment, PolicyDoc};
use rust_decimal::Decimal;

use super::deliveries::Delivery;
use super::proposals::Shown;

pub(crate) fn day(number: i32) -> Day {
    Day::try_from(NaiveDate::from_num_days_from_ce_opt(number).unwrap()).unwrap()
}

pub(crate) fn number(day: Day) -> i32 {
    day.date().num_days_from_ce()
}

pub(crate) fn currency(code: &str) -> Currency {
    code.parse().unwrap()
}

pub(crate) fn amount(minor: i64, digits: u32) -> Amount {
    Amount::from(Decimal::new(minor, digits))
}

pub(crate) fn plus_hours(at: Moment, hours: i64) -> Moment {
    Moment::try_from(at.utc() + TimeDelta::hours(hours)).unwrap()
}

/// An account at a moment under a policy, as the oracle sees it.
pub(crate) struct World<'a> {
    pub(crate) account: &'a Account,
    pub(crate) doc: &'a PolicyDoc,
    pub(crate) shown: &'a Shown,
    pub(crate) now: Moment,
    pub(crate) zone: Tz,
    pub(crate) today: i32,
    /// Each entry once, the earliest first.
    pub(crate) journal: Vec<&'a Entry>,
    /// Put together once it is asked for.
    pub(crate) deliveries: OnceCell<Vec<Delivery<'a>>>,
}

impl<'a> World<'a> {
    pub(crate) fn new(
        account: &'a Account,
        doc: &'a PolicyDoc,
        shown: &'a Shown,
        now: Moment,
    ) -> Self {
        let zone: Tz = account.creditor.zone.parse().unwrap();
        let journal = in_order(&account.journal);
        let mut world =
            Self { account, doc, shown, now, zone, today: 0, journal, deliveries: OnceCell::new() };
        world.today = world.day_of(now);
        world
    }

    /// The creditor's day.
    pub(crate) fn day_of(&self, at: Moment) -> i32 {
        at.utc().with_timezone(&self.zone).date_naive().num_days_from_ce()
    }

    /// The first instant of a day. Some days begin later than at midnight.
    pub(crate) fn start_of(&self, number: i32) -> Moment {
        let mut at = day(number).date().and_time(NaiveTime::MIN);
        loop {
            if let Some(found) = self.zone.from_local_datetime(&at).earliest() {
                return Moment::try_from(found.with_timezone(&Utc)).unwrap();
            }
            at += TimeDelta::minutes(15);
        }
    }

    /// What is open by the books, in the smallest unit.
    pub(crate) fn open(&self, item: &Item) -> i64 {
        minor(item.open, item.currency)
    }

    /// In the smallest unit of an item's currency.
    pub(crate) fn minor_of(&self, item: &str, amount: Amount) -> i64 {
        minor(amount, self.item(item).unwrap().currency)
    }

    pub(crate) fn item(&self, id: &str) -> Option<&'a Item> {
        self.account.items.iter().find(|item| item.id == id)
    }

    /// A date given in the journal, or the day of its entry.
    pub(crate) fn begins(&self, entry: &Entry, given: Option<Day>) -> i32 {
        given.map_or_else(|| self.day_of(entry.occurred_at), number)
    }
}

/// In the smallest unit of the currency.
pub(crate) fn minor(amount: Amount, currency: Currency) -> i64 {
    let digits = u32::from(currency.minor_units().unwrap());
    let mut value = amount.decimal();
    value.rescale(digits);
    i64::try_from(value.mantissa()).unwrap()
}

/// As the design tells: by the time it happened, then by the time it was recorded, then by
/// command and number; what answers or ends something comes after what happened at one instant.
fn in_order(journal: &[Entry]) -> Vec<&Entry> {
    let mut seen = HashSet::new();
    let mut sorted: Vec<&Entry> = journal.iter().filter(|entry| seen.insert(&entry.id)).collect();
    sorted.sort_by_key(|entry| {
        let (command, place) = entry.id.rsplit_once('/').unwrap();
        let place: u32 = place.parse().unwrap();
        let ends = ends_something(&entry.event);
        (entry.occurred_at, ends, entry.recorded_at, command.to_owned(), place)
    });
    sorted
}

fn ends_something(event: &Event) -> bool {
    matches!(
        event,
        Event::Unblocked { .. }
            | Event::DisputeClosed { .. }
            | Event::StopEnded { .. }
            | Event::QuestionAnswered { .. }
            | Event::InboundAnswered { .. }
            | Event::ArrangementAccepted { .. }
            | Event::Approved { .. }
            | Event::Rejected { .. }
            | Event::ArrangementEnded { .. }
            | Event::Undone { .. }
            | Event::Cancelled { .. }
            | Event::Failed { .. }
            | Event::Called { .. }
    )
}
