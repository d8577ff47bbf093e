//! Days move where they should, and terms never end before they begin.

use chrono::{Datelike, TimeDelta};
use dunning::{
    Adjustment, Channel, Day, Length, MonthEnd, PeriodLaw, Term, TermDays, add_business_days,
    adjust_day, calendars, holidays, is_business_day, term_days,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::config;

/// A day that every calendar knows, with room on both sides.
fn day() -> impl Strategy<Value = Day> {
    let first = "2023-06-01".parse::<Day>().unwrap().date();
    (0..1_000_i64).prop_map(move |days| (first + TimeDelta::days(days)).try_into().unwrap())
}

fn named(index: Index) -> String {
    let all = calendars();
    index.get(&all).id.to_string()
}

fn calendar() -> impl Strategy<Value = String> {
    any::<Index>().prop_map(named)
}

fn length() -> impl Strategy<Value = Length> {
    prop_oneof![
        4 => (0..120_u32).prop_map(|days| Length::Days { days }),
        2 => (0..20_u32).prop_map(|weeks| Length::Weeks { weeks }),
        2 => (0..14_u32).prop_map(|months| Length::Months { months }),
        1 => (0..2_u32).prop_map(|years| Length::Years { years }),
        2 => (0..60_u32).prop_map(|days| Length::BusinessDays { days }),
    ]
}

/// One more of the same unit.
fn longer(length: &Length) -> Length {
    match length {
        Length::Days { days } => Length::Days { days: days + 1 },
        Length::Weeks { weeks } => Length::Weeks { weeks: weeks + 1 },
        Length::Months { months } => Length::Months { months: months + 1 },
        Length::Years { years } => Length::Years { years: years + 1 },
        Length::BusinessDays { days } => Length::BusinessDays { days: days + 1 },
        other => panic!("{other:?}"),
    }
}

fn law() -> impl Strategy<Value = PeriodLaw> {
    prop_oneof![
        Just(PeriodLaw::GermanCivilCode),
        Just(PeriodLaw::DutchGeneralTerms),
        Just(PeriodLaw::EuropeanUnion),
        Just(PeriodLaw::Unextended),
    ]
}

fn by_law(law: PeriodLaw, event_on: Day, length: Length, first: bool, name: &str) -> TermDays {
    let calendar = Some(name.into());
    term_days(&Term::ByLaw { law, event_on, length, includes_event: first, calendar }, None)
        .unwrap()
}

fn open(day: Day, calendar: &str) -> bool {
    is_business_day(day, calendar, None).unwrap()
}

fn plus(day: Day, days: i64) -> Day {
    (day.date() + TimeDelta::days(days)).try_into().unwrap()
}

/// The business days from one day to another, both counted.
fn open_between(first: Day, last: Day, calendar: &str) -> i32 {
    let mut at = first;
    let mut found = 0;
    while at <= last {
        found += i32::from(open(at, calendar));
        at = plus(at, 1);
    }
    found
}

proptest! {
    #![proptest_config(config())]

    /// Following never moves backward, preceding never forward, and both end on a business day
    /// with none between.
    #[test]
    fn days_move_one_way(day in day(), name in calendar()) {
        let adjust = |how| adjust_day(day, how, &name, None).unwrap();
        let (after, before) = (adjust(Adjustment::Following), adjust(Adjustment::Preceding));
        prop_assert!(before <= day && day <= after);
        prop_assert!(open(before, &name) && open(after, &name));
        prop_assert_eq!(open_between(plus(before, 1), plus(after, -1), &name), 0);
        prop_assert_eq!(adjust(Adjustment::Unadjusted), day);
        prop_assert_eq!(after == day, open(day, &name));
    }

    /// A modified adjustment stays in its month.
    #[test]
    fn modified_days_stay_in_their_month(day in day(), name in calendar()) {
        for how in [Adjustment::ModifiedFollowing, Adjustment::ModifiedPreceding] {
            let found = adjust_day(day, how, &name, None).unwrap();
            prop_assert!(open(found, &name));
            prop_assert_eq!(found.date().month(), day.date().month());
        }
    }

    /// So many business days later lie so many business days, and as many back is where it began.
    #[test]
    fn business_days_are_counted(day in day(), count in 1..40_i32, name in calendar()) {
        let later = add_business_days(day, count, &name, None).unwrap();
        prop_assert_eq!(open_between(plus(day, 1), later, &name), count);
        prop_assert!(open(later, &name));
        let start = adjust_day(day, Adjustment::Preceding, &name, None).unwrap();
        prop_assert_eq!(add_business_days(later, -count, &name, None).unwrap(), start);
    }

    /// What is listed as a holiday is no business day.
    #[test]
    fn holidays_are_closed(day in day(), name in calendar()) {
        let year = u32::try_from(day.date().year()).unwrap();
        let listed = holidays(&name, year, None).unwrap().holidays;
        prop_assert!(listed.windows(2).all(|pair| pair[0].day < pair[1].day));
        if listed.iter().any(|holiday| holiday.day == day) {
            prop_assert!(!open(day, &name));
        }
    }

    /// No period ends before its event, an extension only adds days, and the effect comes the day
    /// after the last.
    #[test]
    fn periods_end_after_they_begin(
        day in day(), length in length(), law in law(), first in any::<bool>(), name in calendar(),
    ) {
        let found = by_law(law, day, length, first, &name);
        prop_assert!(plus(day, -1) <= found.unmoved_last_day);
        prop_assert!(found.unmoved_last_day <= found.last_day);
        prop_assert_eq!(found.effect_from, plus(found.last_day, 1));
        let begins = if first { day } else { plus(day, 1) };
        prop_assert_eq!(found.begins, Some(begins));
    }

    /// One more day, week or month never ends earlier.
    #[test]
    fn longer_periods_do_not_end_earlier(
        day in day(), length in length(), law in law(), name in calendar(),
    ) {
        // A Dutch period that is too long for the act is not moved, and so may end earlier.
        prop_assume!(law != PeriodLaw::DutchGeneralTerms);
        let short = by_law(law, day, length.clone(), false, &name);
        let long = by_law(law, day, longer(&length), false, &name);
        prop_assert!(short.last_day <= long.last_day);
    }

    /// By European law a period of two days or more ends on a working day and holds two.
    #[test]
    fn european_periods_hold_two_working_days(day in day(), days in 2..40_u32, name in calendar()) {
        let found = by_law(PeriodLaw::EuropeanUnion, day, Length::Days { days }, false, &name);
        prop_assert!(open(found.last_day, &name));
        prop_assert!(open_between(plus(day, 1), found.last_day, &name) >= 2);
        // Nor is it longer than that: a day less would do neither.
        if found.last_day > found.unmoved_last_day {
            let before = plus(found.last_day, -1);
            let is_short = open_between(plus(day, 1), before, &name) < 2;
            prop_assert!(is_short || !open(before, &name));
        }
    }

    /// A letter is never presumed to be there on a Sunday, a Monday or a holiday, and gives
    /// fourteen whole days.
    #[test]
    fn letters_give_fourteen_days(day in day(), unextended in any::<bool>()) {
        let letter = Term::DutchFourteenDays {
            sent_on: day,
            channel: Channel::Letter,
            received_on: None,
            presumed_days: None,
            days: None,
            unextended,
        };
        let found = term_days(&letter, None).unwrap();
        let received = found.received_on.unwrap();
        prop_assert!(received >= plus(day, 2) && open(received, "NL-POST"));
        prop_assert_eq!(found.begins, Some(plus(received, 1)));
        prop_assert_eq!(found.unmoved_last_day, plus(received, 14));
        prop_assert!(unextended || open(found.last_day, "NL-ATW"));
    }

    /// Sent later, the free reminder in Belgium never lets costs come earlier, and never before
    /// fifteen days have passed.
    #[test]
    fn belgian_reminders_wait(day in day(), works in any::<bool>(), letter in any::<bool>()) {
        let sent = |sent_on| {
            let channel = if letter { Channel::Letter } else { Channel::Email };
            let term = Term::BelgianFirstReminder {
                sent_on,
                channel,
                days: None,
                saturday_works: works,
                begins_after: false,
                calendar: None,
            };
            term_days(&term, None).unwrap()
        };
        let found = sent(day);
        let least = if letter { 17 } else { 15 };
        prop_assert!(found.effect_from >= plus(day, least));
        prop_assert!(found.effect_from <= sent(plus(day, 1)).effect_from);
    }

    /// A period to the end of a month ends on one.
    #[test]
    fn month_ends_are_month_ends(day in day(), days in 0..120_u32) {
        let term = Term::Agreed {
            starts: day,
            length: Length::Days { days },
            month_end: Some(MonthEnd::After),
            adjustment: None,
            calendar: None,
        };
        let found = term_days(&term, None).unwrap().last_day;
        prop_assert_eq!(plus(found, 1).date().day(), 1);
        prop_assert!(found >= plus(day, i64::from(days)));
    }
}
