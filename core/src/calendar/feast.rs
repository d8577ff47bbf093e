//! The days of a year on which a law puts its holidays.

use chrono::{Datelike, NaiveDate};

use super::{Day, Weekday, easter};

/// When a holiday is, as `core/data/holidays.csv` writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// `12-25`.
    Fixed { month: u32, day: u32 },
    /// `easter-2`, `easter+39`.
    Easter(i32),
    /// `monday 1 05`: the first Monday of May.
    Nth { weekday: Weekday, nth: i32, month: u32 },
    /// `monday last 05`.
    Last { weekday: Weekday, month: u32 },
    /// `wednesday before 11-23`: never that day itself.
    Before { weekday: Weekday, month: u32, day: u32 },
    /// `2022-09-19`: once.
    Once(Day),
}

impl Rule {
    pub(super) fn read(text: &str) -> Option<Self> {
        if let Some(days) = text.strip_prefix("easter") {
            return days.parse().ok().map(Self::Easter);
        }
        if let Ok(day) = text.parse() {
            return Some(Self::Once(day));
        }
        let mut words = text.split(' ');
        let (first, rest) = (words.next()?, (words.next(), words.next()));
        match rest {
            (None, _) => month_and_day(first).map(|(month, day)| Self::Fixed { month, day }),
            (Some("last"), Some(month)) => {
                Some(Self::Last { weekday: weekday(first)?, month: month.parse().ok()? })
            }
            (Some("before"), Some(at)) => {
                let (month, day) = month_and_day(at)?;
                Some(Self::Before { weekday: weekday(first)?, month, day })
            }
            (Some(nth), Some(month)) => Some(Self::Nth {
                weekday: weekday(first)?,
                nth: nth.parse().ok()?,
                month: month.parse().ok()?,
            }),
            (Some(_), None) => None,
        }
    }

    /// The number of its day in a year, if it has one there.
    pub(super) fn in_year(self, year: i32) -> Option<i32> {
        let number = |month, day| {
            NaiveDate::from_ymd_opt(year, month, day).map(|date| date.num_days_from_ce())
        };
        match self {
            Self::Fixed { month, day } => number(month, day),
            Self::Easter(days) => Some(easter(year).saturating_add(days)),
            Self::Nth { weekday, nth, month } => {
                let weeks = nth.saturating_sub(1).saturating_mul(7);
                Some(on_or_after(number(month, 1)?, weekday).saturating_add(weeks))
            }
            Self::Last { weekday, month } => {
                let end = Day::of(number(month, 1)?).month_end().number();
                Some(on_or_after(end.saturating_sub(6), weekday))
            }
            Self::Before { weekday, month, day } => {
                Some(on_or_after(number(month, day)?.saturating_sub(7), weekday))
            }
            Self::Once(day) => (day.date().year() == year).then_some(day.number()),
        }
    }
}

fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let (month, day) = text.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

/// A day of the week by its small English name.
pub(super) fn weekday(name: &str) -> Option<Weekday> {
    Some(match name {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// The first such day of the week that is not before a day.
fn on_or_after(day: i32, weekday: Weekday) -> i32 {
    // Day 1 was a Monday.
    let at = day.saturating_sub(1).rem_euclid(7);
    day.saturating_add(weekday.number().saturating_sub(at).rem_euclid(7))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(rule: &str, year: i32) -> String {
        Day::of(Rule::read(rule).unwrap().in_year(year).unwrap()).to_string()
    }

    #[test]
    fn every_kind_of_rule_finds_its_day() {
        assert_eq!(day("12-25", 2026), "2026-12-25");
        assert_eq!(day("easter-2", 2026), "2026-04-03");
        assert_eq!(day("easter+0", 2026), "2026-04-05");
        assert_eq!(day("easter+60", 2026), "2026-06-04");
        assert_eq!(day("monday 1 05", 2026), "2026-05-04");
        assert_eq!(day("monday 1 06", 2026), "2026-06-01");
        assert_eq!(day("monday last 05", 2027), "2027-05-31");
        assert_eq!(day("monday last 08", 2026), "2026-08-31");
        assert_eq!(day("wednesday before 11-23", 2022), "2022-11-16");
        assert_eq!(day("wednesday before 11-23", 2026), "2026-11-18");
        assert_eq!(day("2022-09-19", 2022), "2022-09-19");
        assert_eq!(Rule::read("2022-09-19").unwrap().in_year(2023), None);
        assert_eq!(Rule::read("02-29").unwrap().in_year(2023), None);
    }

    #[test]
    fn what_is_no_rule_is_not_read() {
        for text in ["", "easter", "monday", "monday 1", "someday 1 05", "monday first 05", "1225"]
        {
            assert_eq!(Rule::read(text), None, "{text}");
        }
    }
}
