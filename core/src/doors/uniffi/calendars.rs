//! Calendars and terms.

use super::CommandRefused;
use crate::{Adjustment, CalendarInfo, Day, HolidayYear, Policy, Refusal, Term, TermDays};

fn refused(refusal: Refusal) -> CommandRefused {
    CommandRefused::Refused { refusal }
}

/// The days of a term by law or agreement: when it begins, its last day, and from which day on
/// what it held off is possible. A policy gives its calendars.
#[uniffi::export(default(policy = None))]
pub(crate) fn term_days(
    term: &Term,
    policy: Option<std::sync::Arc<Policy>>,
) -> Result<TermDays, CommandRefused> {
    crate::term_days(term, policy.as_deref()).map_err(refused)
}

/// The built-in calendars, with the law of each and the days that it knows.
#[uniffi::export]
pub(crate) fn calendars() -> Vec<CalendarInfo> {
    crate::calendars()
}

/// Western Easter Sunday of a year, from 1583 to 9999; none for other years.
#[uniffi::export]
pub(crate) fn easter_sunday(year: u32) -> Option<Day> {
    crate::easter_sunday(year)
}

/// The holidays of a calendar in a year: the policy's calendar of that name, or a built-in one.
#[uniffi::export(default(policy = None))]
pub(crate) fn holidays(
    calendar: &str,
    year: u32,
    policy: Option<std::sync::Arc<Policy>>,
) -> Result<HolidayYear, CommandRefused> {
    crate::holidays(calendar, year, policy.as_deref()).map_err(refused)
}

/// True if a day is neither on the weekend of a calendar nor one of its holidays.
#[uniffi::export(default(policy = None))]
pub(crate) fn is_business_day(
    day: Day,
    calendar: &str,
    policy: Option<std::sync::Arc<Policy>>,
) -> Result<bool, CommandRefused> {
    crate::is_business_day(day, calendar, policy.as_deref()).map_err(refused)
}

/// The day so many business days later, or earlier if the count is negative; with 0 the day itself
/// or the first business day after it.
#[uniffi::export(default(policy = None))]
pub(crate) fn add_business_days(
    day: Day,
    days: i32,
    calendar: &str,
    policy: Option<std::sync::Arc<Policy>>,
) -> Result<Day, CommandRefused> {
    crate::add_business_days(day, days, calendar, policy.as_deref()).map_err(refused)
}

/// Where a day goes that is no business day.
#[uniffi::export(default(policy = None))]
pub(crate) fn adjust_day(
    day: Day,
    adjustment: Adjustment,
    calendar: &str,
    policy: Option<std::sync::Arc<Policy>>,
) -> Result<Day, CommandRefused> {
    crate::adjust_day(day, adjustment, calendar, policy.as_deref()).map_err(refused)
}
