//! A rule on contact on the clock of one zone: whether it allows an instant, and when that changes.

use crate::calendar::{BusinessDays, Day, Moment, Weekday, Zone, feast_name};
use crate::model::{ContactRule, ContactWhy};

/// A rule on the clock of a zone.
pub(super) struct Clock<'a> {
    rule: &'a ContactRule,
    zone: Zone,
    holidays: Option<Holidays<'a>>,
}

/// The holidays of a calendar.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Holidays<'a> {
    /// The calendar's name.
    pub(crate) id: &'a str,
    pub(crate) days: &'a BusinessDays,
}

/// A day, and the microseconds since its midnight on the clock.
#[derive(Clone, Copy)]
struct Local {
    day: i32,
    since_midnight: i64,
}

const MINUTE: i64 = 60_000_000;
const DAY: i64 = 1_440 * MINUTE;

impl<'a> Clock<'a> {
    pub(super) fn new(rule: &'a ContactRule, zone: Zone, holidays: Option<Holidays<'a>>) -> Self {
        Self { rule, zone, holidays }
    }

    /// Why the rule does not allow an instant; none if it does.
    pub(super) fn stops(&self, at: Moment) -> Option<ContactWhy> {
        self.why(local(at.micros().saturating_add(self.offset(at.micros()))))
    }

    /// True if the closed days of the rule are not known for the local day of an instant.
    pub(super) fn is_beyond(&self, at: Moment) -> bool {
        let day = local(at.micros().saturating_add(self.offset(at.micros()))).day;
        let by_rule = self.rule.known_until.is_some_and(|last| day > last.number());
        let is_known =
            |known: &Holidays<'_>| (known.days.known_since..=known.days.known_until).contains(&day);
        self.rule.holds_on(day) && (by_rule || self.holidays.is_some_and(|known| !is_known(&known)))
    }

    /// The first instant from here on that the rule allows, or does not allow; none before `end`.
    pub(super) fn next(&self, at: Moment, allowed: bool, end: Moment) -> Option<Moment> {
        let mut from = at.micros();
        while from < end.micros() {
            let offset = self.offset(from);
            let here = local(from.saturating_add(offset));
            // A piece of a day in which the clock is not turned.
            let rest = DAY.saturating_sub(here.since_midnight);
            let until = self.turn(from, from.saturating_add(rest), offset);
            let fits = |point: &i64| {
                self.why(Local { since_midnight: *point, ..here }).is_none() == allowed
            };
            let mut points = self.edges(here);
            points.push(here.since_midnight);
            points.sort_unstable();
            if let Some(point) = points.into_iter().find(fits) {
                let later = point.saturating_sub(here.since_midnight);
                let found = from.saturating_add(later);
                if found < until {
                    return (found < end.micros()).then(|| Moment::of(found));
                }
            }
            from = until;
        }
        None
    }

    /// The offset of the zone, in microseconds.
    fn offset(&self, micros: i64) -> i64 {
        self.zone.offset(Moment::of(micros)).saturating_mul(1_000_000)
    }

    /// The first instant of a span at which the offset is another; its end if there is none. No
    /// clock is turned twice within a day.
    fn turn(&self, from: i64, until: i64, offset: i64) -> i64 {
        if self.offset(until.saturating_sub(1)) == offset {
            return until;
        }
        let (mut same, mut other) = (from, until.saturating_sub(1));
        while other.saturating_sub(same) > 1 {
            let middle = same.saturating_add(other.saturating_sub(same).div_euclid(2));
            if self.offset(middle) == offset {
                same = middle;
            } else {
                other = middle;
            }
        }
        other
    }

    /// Where on a day the answer may change, from here on.
    fn edges(&self, here: Local) -> Vec<i64> {
        let ends = self.rule.windows.iter().flat_map(|window| {
            [i64::from(window.from_minute).saturating_mul(MINUTE), self.end(window.until_minute)]
        });
        ends.filter(|point| *point > here.since_midnight && *point < DAY).collect()
    }

    /// The instant after the last of a window.
    fn end(&self, until_minute: u32) -> i64 {
        let included = i64::from(self.rule.until_included);
        i64::from(until_minute).saturating_mul(MINUTE).saturating_add(included)
    }

    fn why(&self, here: Local) -> Option<ContactWhy> {
        if !self.rule.holds_on(here.day) {
            return None;
        }
        let day = Day::of(here.day);
        let closed = self.rule.closed_days.iter().find(|closed| closed.day == day);
        if let Some(closed) = closed {
            return Some(ContactWhy::ClosedDay { day, name: closed.name.clone() });
        }
        if let Some(known) = self.holidays.filter(|known| known.days.is_holiday(here.day)) {
            let name = feast_name(known.id, here.day).unwrap_or(known.id).into();
            return Some(ContactWhy::ClosedDay { day, name });
        }
        let weekday = Weekday::of(here.day);
        if self.rule.closed_weekdays.contains(&weekday) {
            return Some(ContactWhy::ClosedWeekday { weekday });
        }
        if self.rule.windows.is_empty() {
            return None;
        }
        let of_day = |days: &[Weekday]| days.is_empty() || days.contains(&weekday);
        let hours: Vec<(i64, i64, u32, u32)> = self
            .rule
            .windows
            .iter()
            .filter(|window| of_day(&window.weekdays) && window.from_minute < window.until_minute)
            .map(|window| {
                let from = i64::from(window.from_minute).saturating_mul(MINUTE);
                (from, self.end(window.until_minute), window.from_minute, window.until_minute)
            })
            .collect();
        let now = here.since_midnight;
        if hours.iter().any(|(from, until, ..)| (*from..*until).contains(&now)) {
            return None;
        }
        let next = hours.iter().filter(|(from, ..)| *from > now).map(|hours| hours.2).min();
        let last = hours.iter().map(|hours| hours.3).max();
        Some(match (next, last) {
            (Some(from_minute), _) => ContactWhy::BeforeHours { from_minute },
            (None, Some(until_minute)) => ContactWhy::AfterHours { until_minute },
            (None, None) => ContactWhy::ClosedWeekday { weekday },
        })
    }
}

/// Microseconds on the clock since 1970 as a day and a time.
fn local(micros: i64) -> Local {
    let days = micros.div_euclid(DAY).saturating_add(crate::calendar::EPOCH);
    Local {
        day: Day::of(i32::try_from(days).unwrap_or(i32::MAX)).number(),
        since_midnight: micros.rem_euclid(DAY),
    }
}
