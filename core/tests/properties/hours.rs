//! Contact only within the hours: compared with looking at every minute.

use chrono::{Datelike, NaiveDate, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;
use dunning::{
    Channel, ClosedDay, ContactHours, ContactRule, ContactSetting, Day, Moment, NextContact,
    Weekday, contact_check, contact_spans, next_contact,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::config;

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// What the rules say, said again: by the clock on the wall, without any cleverness.
pub(crate) fn is_allowed(rules: &[ContactRule], zones: &[&str], at: Moment) -> bool {
    rules.iter().all(|rule| {
        let own = rule.zone.as_ref().map(|zone| vec![zone.as_str()]);
        own.as_deref().unwrap_or(zones).iter().all(|zone| {
            let zone: Tz = zone.parse().unwrap();
            let local = zone.from_utc_datetime(&at.utc().naive_utc());
            let weekday = WEEK[usize::try_from(local.weekday().num_days_from_monday()).unwrap()];
            let day = Day::try_from(local.date_naive()).unwrap();
            if rule.begins.is_some_and(|begins| day < begins) {
                return true;
            }
            let closed = rule.closed_weekdays.contains(&weekday)
                || rule.closed_days.iter().any(|closed| closed.day == day);
            let nanos = u64::from(local.num_seconds_from_midnight()) * 1_000_000_000
                + u64::from(local.nanosecond());
            let within = rule.windows.iter().any(|window| {
                let minute = |minutes: u32| u64::from(minutes) * 60_000_000_000;
                let days = window.weekdays.is_empty() || window.weekdays.contains(&weekday);
                let ends = minute(window.until_minute);
                let has_begun = nanos >= minute(window.from_minute);
                days && has_begun && (nanos < ends || (rule.until_included && nanos == ends))
            });
            !closed && (within || rule.windows.is_empty())
        })
    })
}

/// Zones whose clocks are turned by an hour, by half an hour, at midnight, and not at all.
pub(crate) fn zones() -> impl Strategy<Value = Vec<&'static str>> {
    let zone = select(vec![
        "Europe/Amsterdam",
        "America/New_York",
        "America/Phoenix",
        "Australia/Lord_Howe",
        "America/Havana",
        "Asia/Beirut",
        "Africa/Casablanca",
        "Asia/Kathmandu",
        "Pacific/Apia",
    ]);
    prop::collection::vec(zone, 1..3)
}

pub(crate) fn rule() -> impl Strategy<Value = ContactRule> {
    let window = (0_u32..1_380, 60_u32..900, prop::collection::vec(select(WEEK.to_vec()), 0..5));
    let window = window.prop_filter("it lasts", |(from, long, _)| from + long > *from);
    let windows = prop::collection::vec(window, 0..3);
    let closed = prop::collection::vec(0_u32..2_500, 0..4);
    let weekdays = prop::collection::vec(select(WEEK.to_vec()), 0..2);
    let own = prop::option::of(select(vec!["Europe/Amsterdam", "Asia/Tokyo"]));
    (windows, closed, weekdays, any::<bool>(), own).prop_map(
        |(windows, closed, weekdays, included, own)| {
            let mut rule = ContactRule::new("r", "made up");
            rule.until_included = included;
            rule.closed_weekdays = weekdays;
            rule.zone = own.map(Into::into);
            for (from, long, days) in windows {
                let mut window = ContactHours::new(from, (from + long).min(1_440));
                window.weekdays = days;
                rule.windows.push(window);
            }
            for number in closed {
                let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap()
                    + TimeDelta::days(i64::from(number));
                rule.closed_days.push(ClosedDay::new(Day::try_from(day).unwrap(), "closed"));
            }
            rule
        },
    )
}

/// Any second of 2024 to 2030, and often one near a change of the clock.
pub(crate) fn moment() -> impl Strategy<Value = Moment> {
    let seconds = prop_oneof![
        3 => 1_704_067_200_i64..1_924_905_600,
        // About the changes of March and October 2026 in Europe, and of November in America.
        1 => 1_774_656_000_i64..1_774_828_800,
        1 => 1_792_800_000_i64..1_793_600_000
    ];
    seconds.prop_map(moment_of)
}

pub(crate) fn moment_of(seconds: i64) -> Moment {
    Moment::try_from(Utc.timestamp_opt(seconds, 0).unwrap()).unwrap()
}

fn setting(zones: &[&str]) -> ContactSetting {
    let zones: Vec<dunning::Str> = zones.iter().map(|zone| (*zone).into()).collect();
    let country: dunning::Country = "NL".parse().unwrap();
    ContactSetting::new(Channel::Email, zones, country, true, true)
}

/// How many minutes are looked at, one by one: six days.
pub(crate) const MINUTES: i64 = 6 * 1_440;

proptest! {
    #![proptest_config(config())]

    /// An instant is allowed exactly if the clock on the wall says so, in every zone.
    #[test]
    fn contact_is_within_the_intersection(
        rules in prop::collection::vec(rule(), 1..4),
        zones in zones(),
        at in moment(),
    ) {
        let setting = setting(&zones);
        for minute in (0..MINUTES).step_by(97) {
            let at = moment_of(at.utc().timestamp() + minute * 60);
            let check = contact_check(&rules, &setting, at);
            prop_assert_eq!(check.allowed, is_allowed(&rules, &zones, at), "{}", at);
            prop_assert_eq!(check.allowed, check.stops.is_empty());
        }
    }

    /// The next contact is the first allowed instant: no second at it, nor minute before it.
    #[test]
    fn the_next_contact_is_the_first(
        rules in prop::collection::vec(rule(), 1..4),
        zones in zones(),
        at in moment(),
    ) {
        let start = at.utc().timestamp();
        // Hours begin on whole minutes, in every zone of these years.
        let whole = (start + 59).div_euclid(60) * 60;
        let minutes = (0..MINUTES).map(|minute| whole + minute * 60);
        let expected = std::iter::once(start)
            .chain(minutes)
            .map(moment_of)
            .find(|at| is_allowed(&rules, &zones, *at));
        match (next_contact(&rules, &setting(&zones), at), expected) {
            (NextContact::At { at: found, moved_by, .. }, Some(expected)) => {
                prop_assert_eq!(found, expected);
                prop_assert_eq!(moved_by.is_empty(), found == at);
            }
            (NextContact::At { at: found, .. }, None) => {
                prop_assert!(found.utc().timestamp() >= whole + MINUTES * 60, "{}", found);
                prop_assert!(is_allowed(&rules, &zones, found));
            }
            (NextContact::Never { moved_by }, None) => prop_assert!(!moved_by.is_empty()),
            (other, expected) => prop_assert!(false, "{other:?} {expected:?}"),
        }
    }

    /// The spans are what is allowed, and nothing else.
    #[test]
    fn spans_are_all_that_is_allowed(
        rules in prop::collection::vec(rule(), 1..3),
        zones in zones(),
        at in moment(),
    ) {
        let start = at.utc().timestamp();
        let until = moment_of(start + 3 * 86_400);
        let spans = contact_spans(&rules, &setting(&zones), at, until);
        for pair in spans.windows(2) {
            prop_assert!(pair[0].until < pair[1].since, "{:?}", spans);
        }
        for minute in 0..3 * 1_440 {
            let at = moment_of(start + minute * 60);
            let within = spans.iter().any(|span| span.since <= at && at < span.until);
            prop_assert_eq!(within, is_allowed(&rules, &zones, at), "{} {:?}", at, spans);
        }
    }
}
