//! Calendars, asked by themselves.

use crate::calendar::{
    Adjustment, BuiltIn, CALENDAR_DATA, Day, Known, all_built_in, built_in, easter,
};
use crate::error::Refusal;
use crate::model::{CalendarInfo, Holiday, HolidayKind, HolidayYear};
use crate::policy::Policy;
use crate::terms::{Calendars, Named, unknown_days};

/// The built-in calendars, with the law of each and the days that it knows.
///
/// Their data stands in `core/data/calendars.csv` and `holidays.csv`.
///
/// ```
/// let known = dunning::calendars();
/// assert!(known.iter().any(|calendar| calendar.id == "NL-ATW"));
/// ```
#[must_use]
pub fn calendars() -> Vec<CalendarInfo> {
    let told = |one: &BuiltIn| CalendarInfo {
        id: one.id.into(),
        name: one.name.into(),
        source: one.source.into(),
        confidence: one.confidence.into(),
        known_since: one.known_since,
        known_until: Day::of(one.days().known_until),
    };
    all_built_in().map(told).collect()
}

/// Western Easter Sunday of a year, from 1583 to 9999; none for other years.
///
/// ```
/// assert_eq!(dunning::easter_sunday(2026), Some("2026-04-05".parse()?));
/// # Ok::<(), dunning::NotADay>(())
/// ```
#[must_use]
pub fn easter_sunday(year: u32) -> Option<Day> {
    let year = i32::try_from(year).ok().filter(|year| (1583..=9999).contains(year))?;
    Some(Day::of(easter(year)))
}

/// The holidays of a calendar in a year: of the policy's calendar of that name, if it has one,
/// else of the built-in one.
///
/// A year that the calendar does not know as a whole carries the finding
/// [`Finding::BeyondCalendar`](crate::Finding::BeyondCalendar) or
/// [`Finding::BeforeCalendar`](crate::Finding::BeforeCalendar).
///
/// # Errors
///
/// [`Refusal::UnknownCalendar`].
///
/// ```
/// use dunning::holidays;
///
/// let year = holidays("BE", 2026, None)?;
/// assert_eq!(year.holidays.len(), 10);
/// assert_eq!(year.holidays[1].day, "2026-04-06".parse()?);
/// assert_eq!(year.holidays[1].name.as_deref(), Some("Easter Monday"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn holidays(
    calendar: &str,
    year: u32,
    policy: Option<&Policy>,
) -> Result<HolidayYear, Refusal> {
    let Named { id, days } = Calendars { policy }.named(calendar)?;
    let own = policy.and_then(|policy| policy.doc().calendars.iter().find(|one| one.id == id));
    let number = i32::try_from(year).unwrap_or(i32::MAX);
    let base = match own {
        Some(own) => own.extends.as_ref().and_then(|base| built_in(base)),
        None => built_in(id),
    };
    let mut found: Vec<Holiday> = base.map_or_else(Vec::new, |base| of_year(base, number));
    if let Some(own) = own {
        found.retain(|holiday| days.is_holiday(holiday.day.number()));
        for day in own.holidays.iter().filter(|day| day.year() == number) {
            if found.iter().all(|known| known.day != *day) {
                let (name, kind, source) = (None, HolidayKind::Own, own.source.clone());
                found.push(Holiday { day: *day, name, kind, source });
            }
        }
        found.sort_by_key(|holiday| holiday.day);
    }
    let findings = Day::first_and_last(number).and_then(|(first, last)| {
        unknown_days(id.into(), days, days.knows(first.number(), last.number()))
    });
    Ok(HolidayYear {
        calendar: id.into(),
        year,
        holidays: found,
        findings: findings.into_iter().collect(),
        data: CALENDAR_DATA.into(),
    })
}

fn of_year(calendar: &BuiltIn, year: i32) -> Vec<Holiday> {
    let told = calendar.feasts(year).into_iter().map(|feast| Holiday {
        day: Day::of(feast.day),
        name: Some(feast.row.name.into()),
        kind: if feast.row.is_once() {
            HolidayKind::Decreed
        } else if feast.moved {
            HolidayKind::Substitute
        } else {
            HolidayKind::Statutory
        },
        source: feast.row.source.into(),
    });
    told.collect()
}

/// True if a day is neither on the weekend of a calendar nor one of its holidays.
///
/// The calendar is that of the policy, if it has one of the name, else the built-in one.
///
/// # Errors
///
/// [`Refusal::UnknownCalendar`]; [`Refusal::BeyondCalendar`] if the calendar does not know the
/// holidays of the day.
///
/// ```
/// use dunning::is_business_day;
///
/// assert!(!is_business_day("2026-05-05".parse()?, "NL-ATW", None)?);
/// assert!(is_business_day("2026-05-05".parse()?, "BE", None)?);
/// // The holidays of 2031 are not all decreed.
/// assert!(is_business_day("2031-01-02".parse()?, "GB-ENG", None).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn is_business_day(day: Day, calendar: &str, policy: Option<&Policy>) -> Result<bool, Refusal> {
    let calendar = Calendars { policy }.named(calendar)?;
    known(&calendar, day.number(), day.number())?;
    Ok(calendar.days.is_open(day.number()))
}

/// The day so many business days later, or earlier if the count is negative; with 0 the day itself
/// or the first business day after it.
///
/// The calendar is that of the policy, if it has one of the name, else the built-in one.
///
/// # Errors
///
/// [`Refusal::UnknownCalendar`]; [`Refusal::BeyondCalendar`] if the calendar does not know the
/// holidays of all days that are passed.
///
/// ```
/// use dunning::add_business_days;
///
/// // Over King's Day.
/// let day = add_business_days("2026-04-24".parse()?, 3, "NL-ATW", None)?;
/// assert_eq!(day, "2026-04-30".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn add_business_days(
    day: Day,
    days: i32,
    calendar: &str,
    policy: Option<&Policy>,
) -> Result<Day, Refusal> {
    let calendar = Calendars { policy }.named(calendar)?;
    known(&calendar, day.number(), day.number())?;
    let found = calendar.days.add(day.number(), days);
    known(&calendar, day.number(), found)?;
    Ok(Day::of(found))
}

/// Where a day goes that is no business day.
///
/// The calendar is that of the policy, if it has one of the name, else the built-in one.
///
/// # Errors
///
/// [`Refusal::UnknownCalendar`]; [`Refusal::BeyondCalendar`] if the calendar does not know the
/// holidays of all days that are passed.
///
/// ```
/// use dunning::{Adjustment, adjust_day};
///
/// let sunday = "2026-05-31".parse()?;
/// let following = adjust_day(sunday, Adjustment::Following, "DE-NW", None)?;
/// assert_eq!(following, "2026-06-01".parse()?);
/// let modified = adjust_day(sunday, Adjustment::ModifiedFollowing, "DE-NW", None)?;
/// assert_eq!(modified, "2026-05-29".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn adjust_day(
    day: Day,
    adjustment: Adjustment,
    calendar: &str,
    policy: Option<&Policy>,
) -> Result<Day, Refusal> {
    let calendar = Calendars { policy }.named(calendar)?;
    let found = calendar.days.adjust(day.number(), adjustment);
    known(&calendar, day.number(), found)?;
    Ok(Day::of(found))
}

/// Refused if the calendar does not know the holidays between two days, or if counting came to
/// the end of all days.
fn known(calendar: &Named<'_>, one: i32, other: i32) -> Result<(), Refusal> {
    let Named { id, days } = calendar;
    let is_edge = other != one && Day::is_edge(other);
    let unknown = match days.knows(one, other) {
        Known::All if is_edge => other,
        Known::All => return Ok(()),
        Known::NotYet => one.min(other),
        Known::NoMore => one.max(other),
    };
    Err(Refusal::BeyondCalendar {
        calendar: (*id).into(),
        day: Day::of(unknown),
        known_since: Day::of(days.known_since),
        known_until: Day::of(days.known_until),
    })
}
