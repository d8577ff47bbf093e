use chrono::Datelike;

use super::noun::WEEK;
use super::{Adjustment, BusinessCalendar, Day, DaySet, Weekday, built_in};

/// Whether a calendar knows the holidays of some days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    All,
    /// Not of those before its first day.
    NotYet,
    /// Not of those after its last day.
    NoMore,
}

impl Weekday {
    /// The day of the week of a day number.
    pub(crate) fn of(day: i32) -> Self {
        let place = usize::try_from(day.saturating_sub(1).rem_euclid(7)).unwrap_or(0);
        WEEK.get(place).copied().unwrap_or(Self::Monday)
    }
}

/// A calendar as the rules use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct BusinessDays {
    /// Monday first.
    closed: [bool; 7],
    holidays: DaySet,
    pub(crate) known_since: i32,
    pub(crate) known_until: i32,
}

/// A run of closed days longer than this is no calendar; the bound keeps every search finite.
const MOST_CLOSED: u32 = 3_700;
/// The numbers of the first and the last day there are.
const ENDS: std::ops::RangeInclusive<i32> = 1..=3_652_059;

impl BusinessDays {
    /// Of a host's calendar; an unknown one that it extends counts as none.
    pub(crate) fn new(calendar: &BusinessCalendar) -> Self {
        let base = calendar.extends.as_ref().and_then(|id| built_in(id));
        let weekend: &[Weekday] = match (&*calendar.weekend, base) {
            ([], Some(base)) => base.closed(),
            ([], None) => &[Weekday::Saturday, Weekday::Sunday],
            (given, _) => given,
        };
        let mut holidays = base.map_or_else(DaySet::new, |base| base.days().holidays.clone());
        for day in &calendar.not_holidays {
            holidays.remove(day.number());
        }
        for day in &calendar.holidays {
            holidays.insert(day.number());
        }
        let inherited = base.map_or((i32::MIN, i32::MAX), |base| {
            let days = base.days();
            (days.known_since, days.known_until)
        });
        let until = calendar.known_until.map_or(inherited.1, Day::number);
        Self::of(weekend, holidays, inherited.0, until)
    }

    pub(super) fn of(weekend: &[Weekday], holidays: DaySet, since: i32, until: i32) -> Self {
        Self {
            closed: WEEK.map(|day| weekend.contains(&day)),
            holidays,
            known_since: since,
            known_until: until,
        }
    }

    /// Every day is a business day.
    pub(crate) fn every_day() -> Self {
        Self::of(&[], DaySet::none(), i32::MIN, i32::MAX)
    }

    /// The same holidays with another weekend.
    pub(crate) fn with_weekend(&self, weekend: &[Weekday]) -> Self {
        Self::of(weekend, self.holidays.clone(), self.known_since, self.known_until)
    }

    /// False if every day of the week is closed: then no business day would ever come.
    pub(crate) fn has_business_days(&self) -> bool {
        self.closed.contains(&false)
    }

    pub(crate) fn is_open(&self, day: i32) -> bool {
        let weekday = usize::try_from(day.saturating_sub(1).rem_euclid(7)).unwrap_or(0);
        let closed = self.closed.get(weekday).copied().unwrap_or(false);
        !closed && !self.holidays.contains(day)
    }

    /// True for a holiday, whatever day of the week it is.
    pub(crate) fn is_holiday(&self, day: i32) -> bool {
        self.holidays.contains(day)
    }

    /// The day `count` business days after (or, if negative, before) `day`; with 0, `day` itself
    /// or the first business day after it.
    pub(crate) fn add(&self, day: i32, count: i32) -> i32 {
        let step = if count < 0 { -1 } else { 1 };
        let mut left = count.unsigned_abs();
        let mut at = day;
        let mut closed_in_a_row = 0_u32;
        while (left > 0 || !self.is_open(at)) && closed_in_a_row < MOST_CLOSED && ENDS.contains(&at)
        {
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

    /// The day itself or the last business day before it.
    fn preceding(&self, day: i32) -> i32 {
        if self.is_open(day) { day } else { self.add(day, -1) }
    }

    /// Where a day goes that is no business day.
    pub(crate) fn adjust(&self, day: i32, adjustment: Adjustment) -> i32 {
        let month = |day| {
            let date = Day::of(day).date();
            (date.year(), date.month())
        };
        let (first, other) = match adjustment {
            Adjustment::Unadjusted => return day,
            Adjustment::Following => return self.add(day, 0),
            Adjustment::Preceding => return self.preceding(day),
            Adjustment::ModifiedFollowing => (self.add(day, 0), self.preceding(day)),
            Adjustment::ModifiedPreceding => (self.preceding(day), self.add(day, 0)),
        };
        if month(first) == month(day) { first } else { other }
    }

    /// Whether the holidays of all days between two are known, whichever is first.
    pub(crate) fn knows(&self, one: i32, other: i32) -> Known {
        if one.max(other) > self.known_until {
            Known::NoMore
        } else if one.min(other) < self.known_since {
            Known::NotYet
        } else {
            Known::All
        }
    }
}

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

    #[test]
    fn days_are_adjusted_by_name() {
        let adjust = |calendar: &str, from: &str, how| {
            let days = built_in(calendar).unwrap().days();
            Day::of(days.adjust(day(from).number(), how)).to_string()
        };
        assert_eq!(adjust("T2", "2026-04-03", Adjustment::Following), "2026-04-07");
        assert_eq!(adjust("GB-ENG", "2026-12-25", Adjustment::Following), "2026-12-29");
        assert_eq!(adjust("T2", "2026-04-05", Adjustment::Preceding), "2026-04-02");
        assert_eq!(adjust("DE-NW", "2026-05-31", Adjustment::ModifiedFollowing), "2026-05-29");
        assert_eq!(adjust("DE-NW", "2026-05-30", Adjustment::Following), "2026-06-01");
        assert_eq!(adjust("DE-NW", "2026-05-24", Adjustment::ModifiedFollowing), "2026-05-26");
        assert_eq!(adjust("DE-NW", "2026-11-01", Adjustment::ModifiedPreceding), "2026-11-02");
        assert_eq!(adjust("DE-NW", "2026-05-31", Adjustment::Unadjusted), "2026-05-31");
    }

    #[test]
    fn a_calendar_of_a_law_can_be_extended() {
        let mut calendar = BusinessCalendar::new("NL-ATW", "our own closing days");
        calendar.extends = Some("NL-ATW".into());
        calendar.holidays = vec![day("2026-04-28")];
        calendar.not_holidays = vec![day("2026-05-05")];
        let own = BusinessDays::new(&calendar);
        assert_eq!(add(&own, "2026-04-24", 1), "2026-04-29");
        assert_eq!(add(&own, "2026-05-04", 1), "2026-05-05");
        assert_eq!(Day::of(own.known_until), day("2028-12-31"));
        calendar.weekend = vec![Weekday::Sunday];
        calendar.known_until = Some(day("2026-12-31"));
        let own = BusinessDays::new(&calendar);
        assert_eq!(add(&own, "2026-04-24", 1), "2026-04-25");
        assert_eq!(Day::of(own.known_until), day("2026-12-31"));
    }

    #[test]
    fn counting_ends_where_the_days_end() {
        let all = BusinessDays::new(&BusinessCalendar::new("none", "test"));
        assert_eq!(add(&all, "9999-12-30", i32::MAX), "9999-12-31");
        assert_eq!(add(&all, "0001-01-04", i32::MIN), "0001-01-01");
    }
}
