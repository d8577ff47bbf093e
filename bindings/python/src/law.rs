//! What is owed, by law and by contract, and the calendars and terms of law.

use dunning::{
    Account, Adjustment, CalendarInfo, Claim, CostFacts, CostSchedule, CostStatement, Day,
    DayCount, HolidayYear, Imputation, ImputedPayment, InterestStatement, Item, OpenClaim, Policy,
    RateSeries, Term, TermDays, YearFraction,
};
use pyo3::prelude::*;

/// The interest on what is open of an item, by a rule of the policy, up to and with a day.
///
/// Raises `CommandRefused` if the policy has no such rule, or the item no currency in use.
#[pyfunction]
pub(crate) fn interest(
    item: &Item,
    policy: &Policy,
    rule: &str,
    until: Day,
) -> PyResult<InterestStatement> {
    Ok(dunning::interest(item, policy, rule, until)?)
}

/// What a debtor owes on a day: of some items, or of all if none is named.
///
/// Raises `CommandRefused` if an item or the law of the country is not known.
#[pyfunction]
#[pyo3(signature = (account, policy, *, on, scope=Vec::new()))]
#[expect(clippy::needless_pass_by_value, reason = "Python hands a list over owned")]
pub(crate) fn claim(
    py: Python<'_>,
    account: &Account,
    policy: &Policy,
    on: Day,
    scope: Vec<dunning::Str>,
) -> PyResult<Claim> {
    Ok(py.detach(|| dunning::claim(account, policy, &scope, on))?)
}

/// A claim as text, in `nl`, `en`, `de` or `fr`.
#[pyfunction]
pub(crate) fn claim_text(account: &Account, claim: &Claim, language: &str) -> PyResult<String> {
    Ok(dunning::claim_text(account, claim, language)?)
}

/// What a law lets a creditor charge for being paid late.
///
/// Raises `CommandRefused` if the schedule is not known, or the law asks for a fact that is
/// not given.
#[pyfunction]
pub(crate) fn costs(facts: &CostFacts, policy: &Policy) -> PyResult<CostStatement> {
    Ok(dunning::costs(facts, policy)?)
}

/// What a payment pays by law.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "Python hands a list over owned")]
pub(crate) fn impute(payment: &ImputedPayment, claims: Vec<OpenClaim>) -> PyResult<Imputation> {
    Ok(dunning::impute(payment, &claims)?)
}

/// The part of the year from one day until before another, exactly.
#[pyfunction]
#[pyo3(signature = (count, begins, before, ends=None))]
pub(crate) fn year_fraction(
    count: DayCount,
    begins: Day,
    before: Day,
    ends: Option<Day>,
) -> PyResult<YearFraction> {
    Ok(dunning::year_fraction(count, begins, before, ends)?)
}

/// The names of the series of rates that come with this version.
#[pyfunction]
pub(crate) fn rate_series_names() -> Vec<dunning::Str> {
    dunning::rate_series_names()
}

/// A series of rates that comes with this version; `None` if there is none of this name.
#[pyfunction]
pub(crate) fn rate_series(id: &str) -> Option<RateSeries> {
    dunning::rate_series(id)
}

/// The schedules of costs and fixed sums that come with this version.
#[pyfunction]
pub(crate) fn cost_schedules() -> Vec<CostSchedule> {
    dunning::cost_schedules()
}

/// The days of a term by law or agreement: when it begins, its last day, and from which day
/// on what it held off is possible. A policy gives its calendars.
///
/// Raises `CommandRefused` if a fact is missing, or there is no such calendar.
#[pyfunction]
#[pyo3(signature = (term, policy=None))]
pub(crate) fn term_days(term: &Term, policy: Option<&Policy>) -> PyResult<TermDays> {
    Ok(dunning::term_days(term, policy)?)
}

/// The built-in calendars, with the law of each and the days that it knows.
#[pyfunction]
pub(crate) fn calendars() -> Vec<CalendarInfo> {
    dunning::calendars()
}

/// Western Easter Sunday of a year, from 1583 to 9999; `None` for other years.
#[pyfunction]
pub(crate) fn easter_sunday(year: u32) -> Option<Day> {
    dunning::easter_sunday(year)
}

/// The holidays of a calendar in a year: the policy's calendar of that name, or a built-in one.
///
/// Raises `CommandRefused` if there is no such calendar.
#[pyfunction]
#[pyo3(signature = (calendar, year, policy=None))]
pub(crate) fn holidays(
    calendar: &str,
    year: u32,
    policy: Option<&Policy>,
) -> PyResult<HolidayYear> {
    Ok(dunning::holidays(calendar, year, policy)?)
}

/// True if a day is neither on the weekend of a calendar nor one of its holidays.
///
/// Raises `CommandRefused` if there is no such calendar, or it does not know the day.
#[pyfunction]
#[pyo3(signature = (day, calendar, policy=None))]
pub(crate) fn is_business_day(day: Day, calendar: &str, policy: Option<&Policy>) -> PyResult<bool> {
    Ok(dunning::is_business_day(day, calendar, policy)?)
}

/// The day so many business days later, or earlier if the count is negative; with 0 the day
/// itself or the first business day after it.
///
/// Raises `CommandRefused` if there is no such calendar, or it does not know all the days.
#[pyfunction]
#[pyo3(signature = (day, days, calendar, policy=None))]
pub(crate) fn add_business_days(
    day: Day,
    days: i32,
    calendar: &str,
    policy: Option<&Policy>,
) -> PyResult<Day> {
    Ok(dunning::add_business_days(day, days, calendar, policy)?)
}

/// Where a day goes that is no business day.
///
/// Raises `CommandRefused` if there is no such calendar, or it does not know all the days.
#[pyfunction]
#[pyo3(signature = (day, adjustment, calendar, policy=None))]
pub(crate) fn adjust_day(
    day: Day,
    adjustment: Adjustment,
    calendar: &str,
    policy: Option<&Policy>,
) -> PyResult<Day> {
    Ok(dunning::adjust_day(day, adjustment, calendar, policy)?)
}
