use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A calendar day without a time or a zone, between the years 1 and 9999.
///
/// In JSON it is a string such as `"2026-03-01"`; a date with a time is refused.
///
/// ```
/// use dunning::Day;
///
/// let due: Day = "2026-03-01".parse()?;
/// assert_eq!(due.to_string(), "2026-03-01");
/// assert!("2026-03-01T00:00:00Z".parse::<Day>().is_err());
/// assert!("2026-02-30".parse::<Day>().is_err());
/// # Ok::<(), dunning::NotADay>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "node", derive(ts_rs::TS), ts(type = "string"))]
pub struct Day(i32);

/// The text is not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day is a date such as \"2026-03-01\", without a time")]
pub struct NotADay;

/// 0001-01-01 and 9999-12-31 as day numbers.
const FIRST: i32 = 1;
const LAST: i32 = 3_652_059;

impl Day {
    /// The day as a date.
    #[must_use]
    pub fn date(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or_default()
    }

    /// Days since 31 December of the year 0: what the rules calculate with.
    pub(crate) fn number(self) -> i32 {
        self.0
    }

    /// The last day of its month.
    pub(crate) fn month_end(self) -> Self {
        let date = self.date();
        let next = date.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
        next.map_or(self, |next| Self::of(next.num_days_from_ce().saturating_sub(1)))
    }

    /// The year that it lies in.
    pub(crate) fn year(self) -> i32 {
        self.date().year()
    }

    /// The first and the last day of a year, from 1 to 9999.
    pub(crate) fn first_and_last(year: i32) -> Option<(Self, Self)> {
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).map(Self::try_from);
        Some((day(1, 1)?.ok()?, day(12, 31)?.ok()?))
    }

    /// True for the first and the last day there is, and for numbers beyond them.
    pub(crate) fn is_edge(number: i32) -> bool {
        !(FIRST < number && number < LAST)
    }

    /// The day of a number; numbers beyond the range give its first or last day.
    pub(crate) fn of(number: i32) -> Self {
        Self(number.clamp(FIRST, LAST))
    }
}

impl TryFrom<NaiveDate> for Day {
    type Error = NotADay;

    fn try_from(date: NaiveDate) -> Result<Self, NotADay> {
        let number = date.num_days_from_ce();
        (FIRST..=LAST).contains(&number).then_some(Self(number)).ok_or(NotADay)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        // chrono also reads "2026-3-1"; one spelling keeps equal days equal as text.
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Err(NotADay);
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| NotADay).and_then(Self::try_from)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.date(), f)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.date(), f)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::code::text(deserializer, "a day such as \"2026-03-01\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_one_spelling_only() {
        assert_eq!("2024-02-29".parse::<Day>().unwrap().to_string(), "2024-02-29");
        for text in ["", "2026-3-1", "2026-02-30", "20260301", "2026-03-01T10:00", "0000-01-01"] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }

    #[test]
    fn months_end_on_their_last_day() {
        let end = |text: &str| text.parse::<Day>().unwrap().month_end().to_string();
        assert_eq!(end("2026-02-14"), "2026-02-28");
        assert_eq!(end("2024-02-29"), "2024-02-29");
        assert_eq!(end("2026-12-01"), "2026-12-31");
        assert_eq!(end("9999-12-01"), "9999-12-31");
    }

    #[test]
    fn numbers_and_days_agree_at_the_edges() {
        for text in ["0001-01-01", "2000-02-29", "2026-11-21", "9999-12-31"] {
            let day: Day = text.parse().unwrap();
            assert_eq!(Day::of(day.number()), day);
        }
        assert_eq!(Day::of(i32::MAX).to_string(), "9999-12-31");
        assert_eq!(Day::of(i32::MIN).to_string(), "0001-01-01");
    }
}
