use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, SubsecRound, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An instant in time, to the microsecond, between the years 1 and 9999.
///
/// In JSON it is RFC 3339 text with a zone, such as `"2026-03-01T09:00:00+01:00"`; any offset is
/// read, UTC is written. A time without a zone is refused. Digits beyond the microsecond are cut
/// off, so that every language holds the same instant.
///
/// ```
/// use dunning::Moment;
///
/// let now: Moment = "2026-03-01T09:00:00+01:00".parse()?;
/// assert_eq!(now.to_string(), "2026-03-01T08:00:00Z");
/// assert!("2026-03-01T09:00:00".parse::<Moment>().is_err());
/// # Ok::<(), dunning::NotAMoment>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "node", derive(ts_rs::TS), ts(type = "string"))]
pub struct Moment(i64);

/// The text is not an instant with a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a moment is a date and time with a zone, such as \"2026-03-01T09:00:00+01:00\"")]
pub struct NotAMoment;

/// 0001-01-01 and the last second of 9999, as microseconds since 1970.
const FIRST: i64 = -62_135_596_800_000_000;
const LAST: i64 = 253_402_300_799_999_999;

impl Moment {
    /// The instant in UTC.
    #[must_use]
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or(DateTime::UNIX_EPOCH)
    }

    /// Microseconds since 1970: what the rules calculate with.
    pub(crate) fn micros(self) -> i64 {
        self.0
    }

    /// The moment of a number of microseconds since 1970; out of range gives the nearest moment.
    pub(crate) fn of(micros: i64) -> Self {
        Self(micros.clamp(FIRST, LAST))
    }

    pub(crate) fn plus_hours(self, hours: u32) -> Self {
        Self::of(self.0.saturating_add(i64::from(hours).saturating_mul(3_600_000_000)))
    }
}

impl TryFrom<DateTime<Utc>> for Moment {
    type Error = NotAMoment;

    fn try_from(at: DateTime<Utc>) -> Result<Self, NotAMoment> {
        // A leap second counts as the second before it.
        let micros = at.trunc_subsecs(6).timestamp_micros();
        (FIRST..=LAST).contains(&micros).then_some(Self(micros)).ok_or(NotAMoment)
    }
}

impl FromStr for Moment {
    type Err = NotAMoment;

    fn from_str(text: &str) -> Result<Self, NotAMoment> {
        let at = DateTime::parse_from_rfc3339(text).map_err(|_| NotAMoment)?;
        Self::try_from(at.with_timezone(&Utc))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::code::text(deserializer, "a moment such as \"2026-03-01T09:00:00+01:00\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_any_offset_and_writes_utc() {
        let read = |text: &str| text.parse::<Moment>().unwrap().to_string();
        assert_eq!(read("2026-03-29T02:30:00+01:00"), "2026-03-29T01:30:00Z");
        assert_eq!(read("2026-03-01T00:00:00.123456789Z"), "2026-03-01T00:00:00.123456Z");
        assert_eq!(read("2016-12-31T23:59:60Z"), read(&read("2016-12-31T23:59:60Z")));
    }

    #[test]
    fn refuses_a_time_without_a_zone() {
        for text in ["", "2026-03-01", "2026-03-01T09:00:00", "0000-12-31T23:00:00Z"] {
            assert_eq!(text.parse::<Moment>(), Err(NotAMoment), "{text}");
        }
    }

    #[test]
    fn out_of_range_numbers_give_the_edges() {
        assert_eq!(Moment::of(i64::MIN).to_string(), "0001-01-01T00:00:00Z");
        assert_eq!(Moment::of(i64::MAX).to_string(), "9999-12-31T23:59:59.999999Z");
    }
}
