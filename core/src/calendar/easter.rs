//! The day of Easter, on which half of the holidays hang.

use chrono::{Datelike, NaiveDate};

/// The number of Western Easter Sunday in a year of the Gregorian calendar (Meeus, Jones and
/// Butcher).
pub(crate) fn easter(year: i32) -> i32 {
    let century = year.div_euclid(100);
    let of_century = year.rem_euclid(100);
    let golden = year.rem_euclid(19);
    let skipped = century.saturating_sub(century.saturating_add(8).div_euclid(25));
    let moon_shift = skipped.saturating_add(1).div_euclid(3);
    // Days from 21 March to the paschal full moon, before the correction of the month.
    let full_moon = golden
        .saturating_mul(19)
        .saturating_add(century)
        .saturating_sub(century.div_euclid(4))
        .saturating_sub(moon_shift)
        .saturating_add(15)
        .rem_euclid(30);
    let to_sunday = century
        .rem_euclid(4)
        .saturating_add(of_century.div_euclid(4))
        .saturating_mul(2)
        .saturating_add(32)
        .saturating_sub(full_moon)
        .saturating_sub(of_century.rem_euclid(4))
        .rem_euclid(7);
    let late = golden
        .saturating_add(full_moon.saturating_mul(11))
        .saturating_add(to_sunday.saturating_mul(22))
        .div_euclid(451);
    let since_march_22 = full_moon.saturating_add(to_sunday).saturating_sub(late.saturating_mul(7));
    let march_22 = NaiveDate::from_ymd_opt(year, 3, 22).unwrap_or_default();
    march_22.num_days_from_ce().saturating_add(since_march_22)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Day;

    #[test]
    fn easter_is_where_the_tables_have_it() {
        let tables = [
            (1961, "1961-04-02"),
            (1981, "1981-04-19"),
            (2000, "2000-04-23"),
            (2008, "2008-03-23"),
            (2011, "2011-04-24"),
            (2019, "2019-04-21"),
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2030, "2030-04-21"),
            (2038, "2038-04-25"),
            (2076, "2076-04-19"),
            (2100, "2100-03-28"),
        ];
        for (year, day) in tables {
            assert_eq!(Day::of(easter(year)).to_string(), day);
        }
    }

    #[test]
    fn easter_is_a_sunday_between_its_limits() {
        for year in 1900..2200 {
            let day = Day::of(easter(year)).date();
            assert_eq!(day.weekday(), chrono::Weekday::Sun, "{year}");
            assert!((22..=56).contains(&(day.ordinal() - if day.leap_year() { 60 } else { 59 })));
        }
    }
}
