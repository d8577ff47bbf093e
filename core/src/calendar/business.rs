use super::Day;
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday,
        /// Tuesday.
        Tuesday,
        /// Wednesday.
        Wednesday,
        /// Thursday.
        Thursday,
        /// Friday.
        Friday,
        /// Saturday.
        Saturday,
        /// Sunday.
        Sunday,
    }
}

record! {
    /// A named calendar of business days, given by the host as data.
    pub struct BusinessCalendar {
        /// The name that offsets refer to.
        pub id: Str,
        /// Where the holidays come from: an article, a decree, a bank's list.
        pub source: Str,
        /// Days that are no business days, besides the weekend.
        pub holidays: Vec<Day> = [],
        /// The days of the week without business; Saturday and Sunday if none is given.
        pub weekend: Vec<Weekday> = [],
        /// The last day for which the holidays are known. A step that counts beyond it carries
        /// the finding `BeyondCalendar`; without it the calendar is taken as complete.
        pub known_until: Option<Day> = None,
    }
}

/// A calendar as the rules use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BusinessDays {
    /// Monday first.
    closed: [bool; 7],
    /// Sorted day numbers.
    holidays: Vec<i32>,
    pub(crate) known_until: i32,
}

impl BusinessDays {
    pub(crate) fn new(calendar: &BusinessCalendar) -> Self {
        let weekend: &[Weekday] = if calendar.weekend.is_empty() {
            &[Weekday::Saturday, Weekday::Sunday]
        } else {
            &calendar.weekend
        };
        let mut holidays: Vec<i32> = calendar.holidays.iter().map(|day| day.number()).collect();
        holidays.sort_unstable();
        Self {
            closed: WEEK.map(|day| weekend.contains(&day)),
            holidays,
            known_until: calendar.known_until.map_or(i32::MAX, Day::number),
        }
    }

    /// False if every day of the week is closed: then no business day would ever come.
    pub(crate) fn has_business_days(&self) -> bool {
        self.closed.contains(&false)
    }

    pub(crate) fn is_open(&self, day: i32) -> bool {
        let weekday = usize::try_from(day.saturating_sub(1).rem_euclid(7)).unwrap_or(0);
        let closed = self.closed.get(weekday).copied().unwrap_or(false);
        !closed && self.holidays.binary_search(&day).is_err()
    }

    /// True for a holiday, whatever day of the week it is.
    pub(crate) fn is_holiday(&self, day: i32) -> bool {
        self.holidays.binary_search(&day).is_ok()
    }

    /// The day `count` business days after (or, if negative, before) `day`; with 0, `day` itself
    /// or the first business day after it.
    pub(crate) fn add(&self, day: i32, count: i32) -> i32 {
        let step = if count < 0 { -1 } else { 1 };
        let mut left = count.unsigned_abs();
        let mut at = day;
        // A run of closed days longer than this is no calendar; the bound keeps the loop finite.
        let mut closed_in_a_row = 0_u32;
        while (left > 0 || !self.is_open(at)) && closed_in_a_row < 3_700 {
            at = at.saturating_add(step);
            if self.is_open(at) {
                left = left.saturating_sub(1);
                closed_in_a_row = 0;
            } else {
                closed_in_a_row = closed_in_a_row.saturating_add(1);
            }
        }
        at
    }
}

const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn christmas() -> BusinessDays {
        let mut calendar = BusinessCalendar::new("NL", "test");
        calendar.holidays = vec![day("2026-12-25"), day("2026-12-26")];
        BusinessDays::new(&calendar)
    }

    fn add(calendar: &BusinessDays, from: &str, count: i32) -> String {
        Day::of(calendar.add(day(from).number(), count)).to_string()
    }

    #[test]
    fn weekends_and_holidays_do_not_count() {
        let calendar = christmas();
        assert_eq!(add(&calendar, "2026-12-24", 1), "2026-12-28");
        assert_eq!(add(&calendar, "2026-12-28", -1), "2026-12-24");
        assert_eq!(add(&calendar, "2026-12-23", 5), "2026-12-31");
    }

    #[test]
    fn no_days_means_the_next_business_day() {
        assert_eq!(add(&christmas(), "2026-12-25", 0), "2026-12-28");
        assert_eq!(add(&christmas(), "2026-12-24", 0), "2026-12-24");
    }

    #[test]
    fn another_weekend_can_be_given() {
        let mut calendar = BusinessCalendar::new("AE", "test");
        calendar.weekend = vec![Weekday::Friday, Weekday::Saturday];
        let days = BusinessDays::new(&calendar);
        assert!(days.is_open(day("2026-11-22").number()), "a Sunday");
        assert!(!days.is_open(day("2026-11-20").number()), "a Friday");
    }
}
