//! How days become a part of the year.

use chrono::{Datelike, NaiveDate};

use super::wrong;
use crate::calendar::{Day, leap_days};
use crate::error::Refusal;
use crate::model::{Trouble, YearFraction};
use crate::policy::DayCount;

/// The year that a day lies in, counted from the first interest-bearing day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RunningYear {
    origin: i32,
    number: i32,
    pub(crate) begins: i32,
    pub(crate) last: i32,
}

impl RunningYear {
    /// The year that begins on a day.
    pub(crate) fn first(origin: i32) -> Self {
        let next = anniversary(origin, 1);
        Self { origin, number: 1, begins: origin, last: next.saturating_sub(1) }
    }

    /// One that never ends, where no rule asks for years.
    pub(crate) fn endless(origin: i32) -> Self {
        Self { origin, number: 1, begins: origin, last: i32::MAX }
    }

    pub(crate) fn next(self) -> Self {
        let number = self.number.saturating_add(1);
        let begins = self.last.saturating_add(1);
        let last = anniversary(self.origin, number).saturating_sub(1);
        // At the end of the calendar nothing follows.
        Self { number, begins, last: last.max(begins), ..self }
    }

    fn days(self) -> i32 {
        self.last.saturating_sub(self.begins).saturating_add(1)
    }
}

/// The day so many years later; 1 March for 29 February where there is none.
fn anniversary(origin: i32, years: i32) -> i32 {
    let date = Day::of(origin).date();
    let year = date.year().saturating_add(years);
    let same = NaiveDate::from_ymd_opt(year, date.month(), date.day());
    let found = same.or_else(|| NaiveDate::from_ymd_opt(year, 3, 1));
    found.map_or(i32::MAX, |found| found.num_days_from_ce())
}

/// A span of days, both included, and what its part of the year depends on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Stretch {
    pub(crate) begins: i32,
    pub(crate) until: i32,
    pub(crate) year: RunningYear,
    /// The day after the last of the whole.
    pub(crate) ends_before: i32,
    /// The days of a period, with `PerPeriod`.
    pub(crate) period_days: i128,
}

/// The days that are counted, and their part over the common denominator of the day count.
pub(crate) fn part(count: DayCount, common: i128, stretch: &Stretch) -> (i32, i128) {
    let (begins, until) = (stretch.begins, stretch.until);
    let calendar_days = until.saturating_sub(begins).saturating_add(1);
    let of_common = |days: i32, over: i128| {
        i128::from(days).saturating_mul(common.checked_div(over).unwrap_or(0))
    };
    match count {
        DayCount::Actual365 | DayCount::Actual360 | DayCount::Flat => {
            (calendar_days, i128::from(calendar_days))
        }
        DayCount::ActualActual => {
            let leap = leap_days(begins, until);
            let common = of_common(calendar_days.saturating_sub(leap), 365);
            (calendar_days, common.saturating_add(of_common(leap, 366)))
        }
        DayCount::ActualYear => {
            let over = if stretch.year.days() == 366 { 366 } else { 365 };
            (calendar_days, of_common(calendar_days, over))
        }
        DayCount::PerPeriod => (calendar_days, of_common(calendar_days, stretch.period_days)),
        DayCount::Thirty360
        | DayCount::Thirty360Bond
        | DayCount::Thirty360Us
        | DayCount::ThirtyE360Isda
        | DayCount::ThirtyEPlus360 => {
            let days = thirty(count, begins, until.saturating_add(1), stretch.ends_before);
            (days, i128::from(days))
        }
    }
}

/// The days from one until before another with months of 30 days.
fn thirty(count: DayCount, begins: i32, before: i32, ends_before: i32) -> i32 {
    let (one, two) = (Day::of(begins).date(), Day::of(before).date());
    let day = |date: NaiveDate| date.day().cast_signed();
    let is_last = |date: NaiveDate| date.succ_opt().is_none_or(|next| next.day() == 1);
    let is_last_of_february = |date: NaiveDate| date.month() == 2 && is_last(date);
    let (mut first, mut second) = (day(one), day(two));
    match count {
        DayCount::Thirty360Bond => {
            first = first.min(30);
            if first == 30 {
                second = second.min(30);
            }
        }
        DayCount::Thirty360Us => {
            if is_last_of_february(one) {
                first = 30;
                if is_last_of_february(two) {
                    second = 30;
                }
            }
            if first >= 30 {
                second = second.min(30);
            }
            first = first.min(30);
        }
        DayCount::ThirtyE360Isda => {
            if is_last(one) {
                first = 30;
            }
            let is_end_in_february = before == ends_before && two.month() == 2;
            if is_last(two) && !is_end_in_february {
                second = 30;
            }
        }
        DayCount::ThirtyEPlus360 => {
            first = first.min(30);
            if second == 31 {
                // The first of the next month: a month further, 30 days less.
                second = 1_i32.saturating_add(30);
            }
        }
        _ => {
            first = first.min(30);
            second = second.min(30);
        }
    }
    let months = |date: NaiveDate| {
        date.year().saturating_mul(12).saturating_add(date.month0().cast_signed())
    };
    let months = months(two).saturating_sub(months(one));
    months.saturating_mul(30).saturating_add(second).saturating_sub(first)
}

/// The part of the year from one day until before another, exactly.
///
/// `ends` is the day before which the whole ends; only 30E/360-ISDA asks for it, and `before` is
/// taken if it is not given.
///
/// # Errors
///
/// [`Refusal::Invalid`] if `before` lies before `begins`, or if the day count has no part of a
/// year: `PerPeriod` and `Flat`.
///
/// ```
/// use dunning::{Day, DayCount, year_fraction};
///
/// let (begins, before): (Day, Day) = ("2003-11-01".parse()?, "2004-05-01".parse()?);
/// let part = year_fraction(DayCount::ActualActual, begins, before, None)?;
/// assert_eq!((part.days, part.numerator, part.denominator), (182, 66_491, 133_590));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn year_fraction(
    count: DayCount,
    begins: Day,
    before: Day,
    ends: Option<Day>,
) -> Result<YearFraction, Refusal> {
    if before < begins {
        return Err(wrong("before", &before, Trouble::InPast));
    }
    let common = match count {
        DayCount::PerPeriod | DayCount::Flat => {
            return Err(wrong("dayCount", &format!("{count:?}"), Trouble::Empty));
        }
        other => crate::policy::common(other),
    };
    let last = before.number().saturating_sub(1);
    let ends_before = ends.unwrap_or(before).number();
    let (mut days, mut sum) = (0_i32, 0_i128);
    let mut year = RunningYear::first(begins.number());
    let mut begins = begins.number();
    while begins <= last {
        let until = if count == DayCount::ActualYear { last.min(year.last) } else { last };
        let stretch = Stretch { begins, until, year, ends_before, period_days: 1 };
        let (counted, part) = part(count, common, &stretch);
        days = days.saturating_add(counted);
        sum = sum.saturating_add(part);
        begins = until.saturating_add(1);
        year = year.next();
    }
    Ok(reduced(days, sum, common))
}

fn reduced(days: i32, numerator: i128, denominator: i128) -> YearFraction {
    let (mut a, mut b) = (numerator, denominator);
    while b != 0 {
        (a, b) = (b, a.checked_rem(b).unwrap_or(0));
    }
    let over = |number: i128| {
        number.checked_div(a.max(1)).and_then(|one| u32::try_from(one).ok()).unwrap_or(0)
    };
    YearFraction {
        days: u32::try_from(days).unwrap_or(0),
        numerator: over(numerator),
        denominator: over(denominator),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(count: DayCount, begins: &str, before: &str) -> (u32, u32, u32) {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let part = year_fraction(count, day(begins), day(before), None).unwrap();
        (part.days, part.numerator, part.denominator)
    }

    /// Published values (QuantLib, Strata).
    #[test]
    fn months_of_thirty_days_differ_at_their_ends() {
        use DayCount::{Thirty360, Thirty360Bond, Thirty360Us, ThirtyE360Isda, ThirtyEPlus360};
        assert_eq!(of(Thirty360Bond, "2006-08-31", "2007-02-28"), (178, 89, 180));
        assert_eq!(of(Thirty360Bond, "2007-02-28", "2007-08-31"), (183, 61, 120));
        assert_eq!(of(Thirty360, "2007-02-28", "2007-08-31"), (182, 91, 180));
        assert_eq!(of(Thirty360Us, "2007-02-28", "2007-08-31"), (180, 1, 2));
        assert_eq!(of(Thirty360Us, "2008-02-29", "2009-02-28"), (360, 1, 1));
        assert_eq!(of(ThirtyEPlus360, "2007-02-28", "2007-08-31"), (183, 61, 120));
        assert_eq!(of(ThirtyEPlus360, "2006-12-15", "2006-12-31"), (16, 2, 45));
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (begins, before) = (day("2006-08-31"), day("2007-02-28"));
        let inside = year_fraction(ThirtyE360Isda, begins, before, Some(day("2012-02-29")));
        assert_eq!(inside.unwrap().days, 180);
        assert_eq!(of(ThirtyE360Isda, "2006-08-31", "2007-02-28").0, 178, "the end itself");
    }

    #[test]
    fn a_whole_year_is_one_by_running_years() {
        assert_eq!(of(DayCount::ActualYear, "2011-12-28", "2012-03-01"), (64, 32, 183));
        assert_eq!(of(DayCount::ActualYear, "2023-06-01", "2025-06-01"), (731, 2, 1));
        assert_eq!(of(DayCount::Actual365, "2024-01-01", "2025-01-01"), (366, 366, 365));
        assert_eq!(of(DayCount::Actual360, "2026-01-01", "2026-01-01"), (0, 0, 1));
    }

    #[test]
    fn after_a_leap_day_the_year_begins_in_march() {
        let day = |text: &str| text.parse::<Day>().unwrap().number();
        let first = RunningYear::first(day("2024-02-29"));
        assert_eq!(first.last, day("2025-02-28"));
        assert_eq!(first.next().begins, day("2025-03-01"));
        assert_eq!(first.next().next().next().last, day("2028-02-28"));
    }

    #[test]
    fn what_has_no_part_of_a_year_is_refused() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (one, two) = (day("2026-01-01"), day("2026-02-01"));
        assert!(year_fraction(DayCount::Flat, one, two, None).is_err());
        assert!(year_fraction(DayCount::Actual365, two, one, None).is_err());
    }
}
