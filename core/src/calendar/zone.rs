use std::cell::Cell;

use chrono::{DateTime, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;

use super::{Day, Moment};

/// The version of the time zone table; part of every plan, as another table may move an hour.
pub(crate) const ZONE_TABLE_VERSION: &str = chrono_tz::IANA_TZDB_VERSION;

/// A time zone by its IANA name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Zone(Tz);

impl Zone {
    pub(crate) const UTC: Self = Self(Tz::UTC);

    pub(crate) fn named(name: &str) -> Option<Self> {
        name.parse().ok().map(Self)
    }

    /// The local day of an instant, as a day number.
    pub(crate) fn day_of(self, at: Moment) -> i32 {
        let seconds = at.micros().div_euclid(MICROS);
        let local = seconds.saturating_add(self.offset_at(seconds));
        let day = local.div_euclid(86_400).saturating_add(EPOCH);
        Day::of(i32::try_from(day).unwrap_or(i32::MAX)).number()
    }

    /// Seconds to add to UTC at an instant.
    pub(crate) fn offset(self, at: Moment) -> i64 {
        self.offset_at(at.micros().div_euclid(MICROS))
    }

    /// The minute of the local day, counted from midnight on the clock.
    pub(crate) fn minute_of(self, at: Moment) -> i64 {
        let seconds = at.micros().div_euclid(MICROS);
        seconds.saturating_add(self.offset_at(seconds)).rem_euclid(86_400).div_euclid(60)
    }

    /// The instant at which the clock shows a minute of a day, counted from midnight.
    ///
    /// A time that is skipped is as much later as the clock is turned; of a time that comes twice
    /// it is the first.
    pub(crate) fn clock(self, day: i32, minute: u32) -> Moment {
        let local = i64::from(day).saturating_sub(EPOCH).saturating_mul(86_400);
        let local = local.saturating_add(i64::from(minute).saturating_mul(60));
        // No clock is turned twice within two days.
        let before = self.offset_at(local.saturating_sub(86_400));
        let after = self.offset_at(local.saturating_add(86_400));
        let [first, second] = [before, after].map(|offset| local.saturating_sub(offset));
        let is_later = self.offset_at(first) != before && self.offset_at(second) == after;
        Moment::of((if is_later { second } else { first }).saturating_mul(MICROS))
    }

    /// The first instant of a local day.
    ///
    /// Where the clock skips midnight it is the first instant that exists; where midnight comes
    /// twice, the first of the two.
    pub(crate) fn start_of(self, day: i32) -> Moment {
        /// Longer than any clock was ever turned back at once.
        const FOLD: i64 = 3 * 3_600;
        let local = i64::from(day).saturating_sub(EPOCH).saturating_mul(86_400);
        // In a week without a turn of the clock one look-up will do.
        if let Some(offset) = self.remembered(local) {
            let since = local.rem_euclid(WEEK).saturating_sub(offset);
            if (FOLD..WEEK).contains(&since) {
                return Moment::of(local.saturating_sub(offset).saturating_mul(MICROS));
            }
        }
        // Where the clock was not turned at that time, midnight is known at once.
        let offset = self.offset_at(local);
        let midnight = local.saturating_sub(offset);
        let before = self.offset_at(midnight.saturating_sub(FOLD));
        if before == offset && self.offset_at(midnight) == offset {
            return Moment::of(midnight.saturating_mul(MICROS));
        }
        self.start_of_turned(day)
    }

    /// The first instant of a day at whose beginning the clock was turned, or nearly so.
    fn start_of_turned(self, day: i32) -> Moment {
        let midnight = NaiveDateTime::new(Day::of(day).date(), NaiveTime::MIN);
        // The longest skip on record is a whole day (Samoa, 30 December 2011).
        for quarter in 0..=96_i64 {
            let local = TimeDelta::try_minutes(quarter.saturating_mul(15))
                .and_then(|later| midnight.checked_add_signed(later));
            let Some(local) = local else { break };
            if let Some(found) = self.0.from_local_datetime(&local).earliest() {
                return Moment::of(found.timestamp_micros());
            }
        }
        Moment::of(midnight.and_utc().timestamp_micros())
    }

    /// Seconds to add to UTC, at an instant in seconds since 1970.
    fn offset_at(self, seconds: i64) -> i64 {
        if let Some(offset) = self.remembered(seconds) {
            return offset;
        }
        let offset = self.looked_up(seconds);
        let week = seconds.div_euclid(WEEK);
        let first = week.saturating_mul(WEEK);
        let last = first.saturating_add(WEEK - 1);
        if self.looked_up(first) == offset && self.looked_up(last) == offset {
            KNOWN.with(|known| {
                let slot = known.get(usize::try_from(week.rem_euclid(SLOTS)).unwrap_or(0));
                slot.inspect(|slot| slot.set(Some((self.0, week, offset))));
            });
        }
        offset
    }

    /// The offset at an instant, if its week is remembered: it holds for all of the week.
    fn remembered(self, seconds: i64) -> Option<i64> {
        let week = seconds.div_euclid(WEEK);
        let slot = usize::try_from(week.rem_euclid(SLOTS)).unwrap_or(0);
        let known = KNOWN.with(|known| known.get(slot).and_then(Cell::get));
        let (zone, at, offset) = known?;
        (at == week && zone == self.0).then_some(offset)
    }

    fn looked_up(self, seconds: i64) -> i64 {
        let utc = DateTime::from_timestamp(seconds, 0).unwrap_or_default().naive_utc();
        i64::from(self.0.offset_from_utc_datetime(&utc).fix().local_minus_utc())
    }
}

/// Seconds, nearly a week: no clock is turned twice in it. A power of two, to divide fast.
const WEEK: i64 = 1 << 19;
const SLOTS: i64 = 64;

thread_local! {
    /// Weeks without a turn of the clock, looked up once: a run asks for the same few again and
    /// again, and the table is slow.
    static KNOWN: [Cell<Option<(Tz, i64, i64)>>; 64] = const { [const { Cell::new(None) }; 64] };
}

/// The day number of 1 January 1970.
pub(crate) const EPOCH: i64 = 719_163;
const MICROS: i64 = 1_000_000;

/// The first instants of days, each looked up once: many items wait for the same day.
pub(crate) struct DayStarts {
    zone: Zone,
    known: [(i32, Moment); Self::MOST],
    count: usize,
}

impl DayStarts {
    pub(crate) fn new(zone: Zone) -> Self {
        Self { zone, known: [(i32::MIN, Moment::of(0)); Self::MOST], count: 0 }
    }

    /// Searched one by one, so only a few are kept.
    const MOST: usize = 8;

    pub(crate) fn of(&mut self, day: i32) -> Moment {
        let known = self.known.get(..self.count).unwrap_or_default();
        if let Some((_, start)) = known.iter().find(|(known, _)| *known == day) {
            return *start;
        }
        let start = self.zone.start_of(day);
        if let Some(free) = self.known.get_mut(self.count) {
            *free = (day, start);
            self.count = self.count.saturating_add(1);
        }
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    fn day(text: &str) -> i32 {
        text.parse::<Day>().unwrap().number()
    }

    #[test]
    fn the_local_day_follows_the_zone() {
        let amsterdam = Zone::named("Europe/Amsterdam").unwrap();
        assert_eq!(amsterdam.day_of(moment("2026-03-01T22:59:59Z")), day("2026-03-01"));
        assert_eq!(amsterdam.day_of(moment("2026-03-01T23:00:00Z")), day("2026-03-02"));
        assert_eq!(amsterdam.day_of(moment("2026-07-01T22:00:00Z")), day("2026-07-02"));
    }

    #[test]
    fn the_local_time_follows_the_zone() {
        let minute = |zone: &str, at| Zone::named(zone).unwrap().minute_of(moment(at));
        assert_eq!(minute("Europe/Amsterdam", "2026-03-01T22:59:59Z"), 23 * 60 + 59);
        assert_eq!(minute("Europe/Amsterdam", "2026-03-01T23:00:00Z"), 0);
        assert_eq!(minute("Europe/Amsterdam", "2026-07-01T22:05:00Z"), 5);
        assert_eq!(minute("Asia/Kolkata", "1969-12-31T23:00:00Z"), 4 * 60 + 30);
    }

    #[test]
    fn a_day_begins_at_its_first_instant() {
        let start = |zone: &str, text| Zone::named(zone).unwrap().start_of(day(text)).to_string();
        assert_eq!(start("Europe/Amsterdam", "2026-03-29"), "2026-03-28T23:00:00Z");
        assert_eq!(start("Europe/Amsterdam", "2026-03-30"), "2026-03-29T22:00:00Z");
        // Beirut skips midnight, Havana has it twice, Samoa left out a day.
        assert_eq!(start("Asia/Beirut", "2024-03-31"), "2024-03-30T22:00:00Z");
        assert_eq!(start("America/Havana", "2024-11-03"), "2024-11-03T04:00:00Z");
        assert_eq!(start("Pacific/Apia", "2011-12-30"), "2011-12-30T10:00:00Z");
    }

    #[test]
    fn every_day_begins_where_the_day_before_ends() {
        let zones = [
            "Europe/Amsterdam",
            "America/Havana",
            "Asia/Beirut",
            "Africa/Casablanca",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/St_Johns",
            "Asia/Tehran",
            "UTC",
        ];
        for name in zones {
            let zone = Zone::named(name).unwrap();
            for number in day("2010-01-01")..day("2030-01-01") {
                let start = zone.start_of(number);
                assert_eq!(start, zone.start_of_turned(number), "{name} {}", Day::of(number));
                let before = Moment::of(start.micros() - 1);
                assert!(zone.day_of(before) < number, "{name} {}", Day::of(number));
            }
        }
    }

    /// What is remembered of a week holds for all of it, in every zone that there is.
    #[test]
    fn no_clock_is_turned_twice_in_a_week() {
        const QUARTER_DAY: i64 = 21_600;
        let (from, until) = (1_420_070_400 / WEEK, 1_893_456_000 / WEEK);
        for tz in chrono_tz::TZ_VARIANTS {
            let zone = Zone(tz);
            for week in from..until {
                let (first, next) = (week * WEEK, (week + 1) * WEEK);
                let offset = zone.looked_up(first);
                if offset == zone.looked_up(next - 1) {
                    let mut within = (first..next).step_by(usize::try_from(QUARTER_DAY).unwrap());
                    assert!(within.all(|at| zone.looked_up(at) == offset), "{tz} {first}");
                }
            }
        }
    }

    #[test]
    fn the_offset_is_the_same_whatever_was_asked_before() {
        let names = ["Europe/Amsterdam", "Africa/Casablanca", "America/Havana"];
        let zones = names.map(|name| Zone::named(name).unwrap());
        for hour in 0..40_000 {
            for zone in zones {
                let at = 1_700_000_000 + hour * 3_600;
                assert_eq!(zone.offset_at(at), zone.looked_up(at));
            }
        }
    }

    #[test]
    fn unknown_names_are_none() {
        assert_eq!(Zone::named("Europe/Amsterdamned"), None);
        assert_eq!(Zone::named(""), None);
    }
}
