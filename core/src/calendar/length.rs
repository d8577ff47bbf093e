//! How long a period is, and on which day it ends.

use chrono::{Datelike, Months};

use super::{BusinessDays, Day};
use crate::vocabulary::{union, words};

union! {
    /// How long a period is.
    pub enum Length {
        /// Calendar days.
        Days {
            /// How many.
            days: u32,
        },
        /// Weeks: the period ends on the same day of the week.
        Weeks {
            /// How many.
            weeks: u32,
        },
        /// Months: the period ends on the same day of the month, or on the last one of a month
        /// that is too short.
        Months {
            /// How many.
            months: u32,
        },
        /// Years: as so many times twelve months.
        Years {
            /// How many.
            years: u32,
        },
        /// Business days of the calendar that goes with it.
        BusinessDays {
            /// How many.
            days: u32,
        },
    }
}

words! {
    /// What the ends of months have to do with an agreed period.
    pub enum MonthEnd {
        /// The period runs, and then to the end of that month: "30 days, end of month".
        After,
        /// First to the end of the month, from there the period runs: "end of month, 30 days".
        Before,
        /// If it starts on the last day of a month it ends on the last day of one.
        Kept,
    }
}

/// Longer than any period of which a law or a contract speaks, in each unit; it keeps sums in range.
pub(crate) const MOST_DAYS: u32 = 36_600;

impl Length {
    /// False if nothing is that long: more than a hundred years.
    pub(crate) fn is_in_range(&self) -> bool {
        match self {
            Self::Days { days } | Self::BusinessDays { days } => *days <= MOST_DAYS,
            Self::Weeks { weeks } => *weeks <= 5_200,
            Self::Months { months } => *months <= 1_200,
            Self::Years { years } => *years <= 100,
        }
    }

    /// The last day of a period whose first day is the one after the event, such as that of
    /// § 187(1) and § 188 BGB.
    pub(crate) fn after(&self, event: i32, calendar: &BusinessDays) -> i32 {
        match self {
            Self::Days { days } => event.saturating_add(number(*days)),
            Self::Weeks { weeks } => event.saturating_add(number(*weeks).saturating_mul(7)),
            Self::Months { months } => plus_months(event, *months),
            Self::Years { years } => plus_months(event, years.saturating_mul(12)),
            Self::BusinessDays { days: 0 } => event,
            Self::BusinessDays { days } => calendar.add(event, number(*days)),
        }
    }

    /// The last day of a period that begins with its first day, such as that of § 187(2) and
    /// § 188 BGB, or "beginning with" in an act of the United Kingdom.
    pub(crate) fn beginning_with(&self, first: i32, calendar: &BusinessDays) -> i32 {
        let months = match self {
            Self::Months { months } => *months,
            Self::Years { years } => years.saturating_mul(12),
            _ => return self.after(first.saturating_sub(1), calendar),
        };
        let end = plus_months(first, months);
        let is_short = Day::of(end).date().day() < Day::of(first).date().day();
        // In a month without such a day the period has its last day, whole.
        if is_short { end } else { end.saturating_sub(1) }
    }
}

fn number(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

/// The same day of a later month, or its last.
fn plus_months(day: i32, months: u32) -> i32 {
    let date = Day::of(day).date();
    let later = date.checked_add_months(Months::new(months));
    later.map_or(i32::MAX, |date| date.num_days_from_ce())
}

impl MonthEnd {
    /// The last day of an agreed period.
    pub(crate) fn end(self, length: &Length, start: i32, calendar: &BusinessDays) -> i32 {
        let to_end = |day: i32| Day::of(day).month_end().number();
        match self {
            Self::After => to_end(length.after(start, calendar)),
            Self::Before => length.after(to_end(start), calendar),
            Self::Kept => {
                let end = length.after(start, calendar);
                let is_monthly = matches!(length, Length::Months { .. } | Length::Years { .. });
                if is_monthly && to_end(start) == start { to_end(end) } else { end }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::built_in;

    fn day(text: &str) -> i32 {
        text.parse::<Day>().unwrap().number()
    }

    fn after(event: &str, length: &Length) -> String {
        Day::of(length.after(day(event), built_in("BE").unwrap().days())).to_string()
    }

    fn beginning(first: &str, length: &Length) -> String {
        Day::of(length.beginning_with(day(first), built_in("BE").unwrap().days())).to_string()
    }

    #[test]
    fn the_day_of_the_event_does_not_count() {
        assert_eq!(after("2026-03-02", &Length::Days { days: 30 }), "2026-04-01");
        assert_eq!(after("2026-03-02", &Length::Weeks { weeks: 2 }), "2026-03-16");
        assert_eq!(after("2026-03-02", &Length::Months { months: 1 }), "2026-04-02");
        assert_eq!(after("2024-02-29", &Length::Years { years: 1 }), "2025-02-28");
        assert_eq!(after("2026-04-30", &Length::BusinessDays { days: 2 }), "2026-05-05");
        assert_eq!(after("2026-03-02", &Length::Days { days: 0 }), "2026-03-02");
    }

    #[test]
    fn months_may_be_too_short() {
        assert_eq!(after("2026-01-31", &Length::Months { months: 1 }), "2026-02-28");
        assert_eq!(after("2023-12-31", &Length::Months { months: 2 }), "2024-02-29");
        assert_eq!(after("2026-02-28", &Length::Months { months: 1 }), "2026-03-28");
    }

    #[test]
    fn a_period_may_begin_with_its_first_day() {
        assert_eq!(beginning("2026-03-02", &Length::Days { days: 30 }), "2026-03-31");
        assert_eq!(beginning("2026-03-02", &Length::Weeks { weeks: 1 }), "2026-03-08");
        assert_eq!(beginning("2026-01-01", &Length::Months { months: 1 }), "2026-01-31");
        assert_eq!(beginning("2026-01-15", &Length::Years { years: 1 }), "2027-01-14");
        for first in ["2026-01-29", "2026-01-30", "2026-01-31"] {
            assert_eq!(beginning(first, &Length::Months { months: 1 }), "2026-02-28", "{first}");
        }
    }

    #[test]
    fn month_ends_have_three_meanings() {
        let end = |how: MonthEnd, start: &str, length: &Length| {
            Day::of(how.end(length, day(start), built_in("BE").unwrap().days())).to_string()
        };
        let days = Length::Days { days: 45 };
        assert_eq!(end(MonthEnd::After, "2026-03-10", &days), "2026-04-30");
        assert_eq!(end(MonthEnd::Before, "2026-03-10", &days), "2026-05-15");
        assert_eq!(end(MonthEnd::Kept, "2026-03-10", &days), "2026-04-24");
        let month = Length::Months { months: 1 };
        assert_eq!(end(MonthEnd::Kept, "2026-02-28", &month), "2026-03-31");
        assert_eq!(end(MonthEnd::Kept, "2026-02-27", &month), "2026-03-27");
    }
}
