//! Periods that are agreed, or counted by a law on periods.

use super::*;
use crate::calendar::{Adjustment, MonthEnd};

#[test]
fn dutch_terms_move_off_holidays() {
    let atw = |event_on, length| last_day(PeriodLaw::DutchGeneralTerms, event_on, length, None);
    let of = |days| Length::Days { days };
    assert_eq!(atw("2026-04-20", of(7)), "2026-04-28", "King's Day");
    assert_eq!(atw("2026-04-21", of(14)), "2026-05-06", "5 May");
    // Ascension Day is followed by an equated day and the weekend.
    assert_eq!(atw("2026-05-07", of(7)), "2026-05-18");
    // Three days from a Friday would hold one working day; two may hold one.
    assert_eq!(atw("2026-06-04", of(3)), "2026-06-08");
    assert_eq!(atw("2026-06-05", of(3)), "2026-06-09");
    assert_eq!(atw("2026-06-05", of(2)), "2026-06-08");
    assert_eq!(atw("2026-06-02", of(3)), "2026-06-05");
    // Long terms end where they end: on a Sunday.
    assert_eq!(atw("2026-01-04", of(91)), "2026-04-05");
    assert_eq!(atw("2026-01-05", of(90)), "2026-04-07");
    assert_eq!(atw("2025-12-31", Length::Months { months: 3 }), "2026-03-31");
    assert_eq!(atw("2026-01-05", Length::Months { months: 3 }), "2026-04-07");
    assert_eq!(atw("2025-12-05", Length::Months { months: 4 }), "2026-04-05");
    assert_eq!(atw("2025-04-05", Length::Years { years: 1 }), "2026-04-05");
}

#[test]
fn european_terms_hold_two_working_days() {
    let eu = |event_on, length| last_day(PeriodLaw::EuropeanUnion, event_on, length, Some("BE"));
    let of = |days| Length::Days { days };
    assert_eq!(eu("2026-06-04", of(2)), "2026-06-08");
    assert_eq!(eu("2026-06-05", of(2)), "2026-06-09", "only Monday would be one");
    assert_eq!(eu("2026-06-05", of(1)), "2026-06-08");
    assert_eq!(eu("2026-06-01", of(2)), "2026-06-03");
    assert_eq!(eu("2026-01-31", Length::Months { months: 1 }), "2026-03-02");
    assert_eq!(eu("2026-03-04", Length::Weeks { weeks: 3 }), "2026-03-25");
    let nameless = by_law(PeriodLaw::EuropeanUnion, "2026-06-04", of(2), None);
    assert_eq!(problem(&nameless), ("calendar".to_owned(), Trouble::Empty));
}

#[test]
fn german_terms_move_off_holidays_and_may_begin_with_a_day() {
    let de = |event_on, includes_event, length| {
        let (event_on, calendar) = (day(event_on), Some("DE-NW".into()));
        let law = PeriodLaw::GermanCivilCode;
        let term = Term::ByLaw { law, event_on, length, includes_event, calendar };
        told(&term).last_day.to_string()
    };
    assert_eq!(de("2026-03-05", false, Length::Days { days: 30 }), "2026-04-07");
    assert_eq!(de("2026-01-01", true, Length::Months { months: 1 }), "2026-02-02");
    assert_eq!(de("2026-01-01", true, Length::Months { months: 3 }), "2026-03-31");
    // Corpus Christi is a holiday in North Rhine-Westphalia.
    assert_eq!(de("2026-05-28", false, Length::Weeks { weeks: 1 }), "2026-06-05");
}

#[test]
fn agreed_periods_end_as_agreed() {
    let agreed = |length, month_end, adjustment, calendar: Option<&str>| Term::Agreed {
        starts: day("2026-03-31"),
        length,
        month_end,
        adjustment,
        calendar: calendar.map(Str::from),
    };
    let of = |days| Length::Days { days };
    assert_eq!(days(&agreed(of(30), None, None, None))[2], "2026-04-30");
    let ends = agreed(of(30), Some(MonthEnd::After), None, None);
    assert_eq!(days(&ends)[2], "2026-04-30");
    let following = agreed(of(3), None, Some(Adjustment::Following), Some("T2"));
    assert_eq!(told(&following).unmoved_last_day, day("2026-04-03"));
    assert_eq!(days(&following), ["", "2026-04-01", "2026-04-07", "2026-04-08"]);
    let working = agreed(Length::BusinessDays { days: 3 }, None, None, Some("T2"));
    assert_eq!(days(&working)[2], "2026-04-07");
    let nameless = agreed(of(3), None, Some(Adjustment::Following), None);
    assert_eq!(problem(&nameless), ("calendar".to_owned(), Trouble::Empty));
    let endless = agreed(Length::Years { years: 101 }, None, None, None);
    assert_eq!(problem(&endless), ("length".to_owned(), Trouble::TooLong));
}
