//! Hours of the week during which people answer.

use super::{BusinessDays, Day, Moment, Zone};

/// Opening hours in a zone: minutes from midnight on the clock, Monday first.
pub(crate) struct Service<'a> {
    zone: Zone,
    /// Weekday, first minute, the minute after the last; sorted.
    hours: Vec<(i32, u32, u32)>,
    holidays: Option<&'a BusinessDays>,
}

/// Longer than any row of closed days; it keeps the search finite.
const MOST_DAYS: i32 = 800;

impl<'a> Service<'a> {
    /// None if it is never open.
    pub(crate) fn new(
        zone: Zone,
        mut hours: Vec<(i32, u32, u32)>,
        holidays: Option<&'a BusinessDays>,
    ) -> Option<Self> {
        hours.retain(|(_, from, until)| from < until);
        hours.sort_unstable();
        (!hours.is_empty()).then_some(Self { zone, hours, holidays })
    }

    /// The open hours of a day, in microseconds; those that overlap are one.
    fn of_day(&self, day: i32) -> Vec<(i64, i64)> {
        let mut open: Vec<(i64, i64)> = Vec::new();
        if self.holidays.is_some_and(|known| known.is_holiday(day)) {
            return open;
        }
        let weekday = day.saturating_sub(1).rem_euclid(7);
        for (_, from, until) in self.hours.iter().filter(|(on, _, _)| *on == weekday) {
            let at = |minute: u32| self.zone.clock(day, minute).micros();
            let (from, until) = (at(*from), at(*until));
            match open.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(until),
                _ => open.push((from, until)),
            }
        }
        open
    }

    /// The open hours that end after an instant, in order.
    fn after(&self, at: Moment) -> impl Iterator<Item = (i64, i64)> {
        let first = self.zone.day_of(at).saturating_sub(1);
        let days = first..first.saturating_add(MOST_DAYS);
        let hours = days.flat_map(|day| self.of_day(Day::of(day).number()));
        hours.filter(move |(_, until)| *until > at.micros())
    }

    /// When it opens next, if it is closed at this instant.
    pub(crate) fn opens_after(&self, at: Moment) -> Option<Moment> {
        let (from, _) = self.after(at).next()?;
        (from > at.micros()).then(|| Moment::of(from))
    }

    /// The instant at which so many hours have passed while it was open.
    pub(crate) fn add_hours(&self, at: Moment, hours: u32) -> Option<Moment> {
        let mut left = i64::from(hours).saturating_mul(3_600_000_000);
        for (from, until) in self.after(at) {
            let from = from.max(at.micros());
            let open = until.saturating_sub(from);
            if left <= open {
                return Some(Moment::of(from.saturating_add(left)));
            }
            left = left.saturating_sub(open);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::BusinessCalendar;

    fn moment(text: &str) -> Moment {
        text.parse().unwrap()
    }

    /// Monday to Friday from nine to five, with an hour of overlap told twice.
    fn office(holidays: Option<&BusinessDays>) -> Service<'_> {
        let zone = Zone::named("Europe/Amsterdam").unwrap();
        let hours = (0..5).flat_map(|day| [(day, 540, 780), (day, 720, 1_020)]).collect();
        Service::new(zone, hours, holidays).unwrap()
    }

    #[test]
    fn hours_count_only_while_it_is_open() {
        let office = office(None);
        let due = |at| office.add_hours(moment(at), 8).unwrap().to_string();
        // Monday ten o'clock: seven hours are left, one of Tuesday.
        assert_eq!(due("2026-03-16T09:00:00Z"), "2026-03-17T09:00:00Z");
        assert_eq!(due("2026-03-16T08:00:00Z"), "2026-03-16T16:00:00Z");
        // Friday evening, over a weekend in which the clock is turned.
        assert_eq!(due("2026-03-27T18:00:00Z"), "2026-03-30T15:00:00Z");
    }

    #[test]
    fn it_opens_at_the_next_first_minute() {
        let office = office(None);
        let opens = |at| office.opens_after(moment(at)).map(|at| at.to_string());
        assert_eq!(opens("2026-03-16T07:59:59Z").unwrap(), "2026-03-16T08:00:00Z");
        assert_eq!(opens("2026-03-16T08:00:00Z"), None);
        assert_eq!(opens("2026-03-16T15:59:59Z"), None);
        assert_eq!(opens("2026-03-16T16:00:00Z").unwrap(), "2026-03-17T08:00:00Z");
        assert_eq!(opens("2026-03-27T16:00:00Z").unwrap(), "2026-03-30T07:00:00Z");
    }

    #[test]
    fn holidays_are_closed_and_a_weekend_with_hours_is_not() {
        let mut calendar = BusinessCalendar::new("NL", "test");
        calendar.holidays = vec!["2026-04-06".parse().unwrap()];
        let holidays = BusinessDays::new(&calendar);
        let zone = Zone::named("Europe/Amsterdam").unwrap();
        let hours = vec![(0, 540, 1_020), (5, 540, 720)];
        let shop = Service::new(zone, hours, Some(&holidays)).unwrap();
        let opens = |at| shop.opens_after(moment(at)).unwrap().to_string();
        assert_eq!(opens("2026-04-03T12:00:00Z"), "2026-04-04T07:00:00Z");
        assert_eq!(opens("2026-04-04T12:00:00Z"), "2026-04-11T07:00:00Z");
    }

    #[test]
    fn without_hours_there_is_no_service() {
        let zone = Zone::UTC;
        assert!(Service::new(zone, Vec::new(), None).is_none());
        assert!(Service::new(zone, vec![(0, 600, 600)], None).is_none());
    }

    #[test]
    fn the_clock_is_read_where_it_is_turned() {
        let zone = Zone::named("Europe/Amsterdam").unwrap();
        let day = |text: &str| text.parse::<Day>().unwrap().number();
        let clock = |text, minute| zone.clock(day(text), minute).to_string();
        assert_eq!(clock("2026-03-29", 90), "2026-03-29T00:30:00Z");
        // Half past two does not exist: an hour later does.
        assert_eq!(clock("2026-03-29", 150), "2026-03-29T01:30:00Z");
        assert_eq!(clock("2026-03-29", 180), "2026-03-29T01:00:00Z");
        // Half past two comes twice: the first of the two.
        assert_eq!(clock("2026-10-25", 150), "2026-10-25T00:30:00Z");
        assert_eq!(clock("2026-10-25", 1_440), "2026-10-25T23:00:00Z");
    }
}
