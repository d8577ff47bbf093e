//! How many days a span counts, in the ways of interest.

use chrono::{Datelike, NaiveDate};

use super::Day;

/// The days from one to another, both counted, that lie in leap years.
pub(crate) fn leap_days(from: i32, until: i32) -> i32 {
    let year = |day: i32| Day::of(day).date().year();
    let mut days = 0_i32;
    for year in year(from)..=year(until) {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        if !first.leap_year() {
            continue;
        }
        let first = first.num_days_from_ce();
        let last = first.saturating_add(365);
        let within = until.min(last).saturating_sub(from.max(first)).saturating_add(1);
        days = days.saturating_add(within.max(0));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> i32 {
        text.parse::<Day>().unwrap().number()
    }

    #[test]
    fn days_of_leap_years_are_told_apart() {
        let of = |from, until| leap_days(day(from), day(until));
        assert_eq!(of("2003-11-01", "2004-04-30"), 121);
        assert_eq!(of("2023-12-31", "2023-12-31"), 0);
        assert_eq!(of("2023-12-31", "2024-01-01"), 1);
        assert_eq!(of("2024-01-01", "2024-12-31"), 366);
        assert_eq!(of("2019-06-01", "2029-06-01"), 3 * 366);
        assert_eq!(of("1900-01-01", "1900-12-31"), 0);
        assert_eq!(of("2024-03-02", "2024-03-01"), 0);
    }
}
