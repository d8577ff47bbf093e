//! Calendars and terms. A policy that is not given leaves the built-in calendars.

use dunning::{Adjustment, Day, Refusal, Term};
use napi_derive::napi;
use serde::Serialize;
use serde_json::json;

use crate::Policy;
use crate::refused::{self, Refused, argument, input};

fn told(result: Result<impl Serialize, Refusal>) -> Result<String, Refused> {
    result.map(|told| json!(told).to_string()).map_err(|refusal| refused::command(&refusal))
}

fn rules(policy: Option<&Policy>) -> Option<&dunning::Policy> {
    policy.map(|policy| &*policy.0)
}

/// `dunning::term_days`.
///
/// # Errors
///
/// If the term cannot be read, a fact is missing, or there is no such calendar.
#[napi]
pub fn term_days(term: String, policy: Option<&Policy>) -> Result<String, Refused> {
    let term = Term::from_json(&term).map_err(input)?;
    told(dunning::term_days(&term, rules(policy)))
}

/// `dunning::calendars`.
#[napi]
pub fn calendars() -> String {
    json!(dunning::calendars()).to_string()
}

/// `dunning::easter_sunday`; a day or null.
///
/// # Errors
///
/// If the argument cannot be read.
#[napi]
pub fn easter_sunday(year: String) -> Result<String, Refused> {
    let year: u32 = argument("year", &year)?;
    Ok(json!(dunning::easter_sunday(year)).to_string())
}

/// `dunning::holidays`.
///
/// # Errors
///
/// If an argument cannot be read, or there is no such calendar.
#[napi]
pub fn holidays(
    calendar: String,
    year: String,
    policy: Option<&Policy>,
) -> Result<String, Refused> {
    let calendar: String = argument("calendar", &calendar)?;
    let year: u32 = argument("year", &year)?;
    told(dunning::holidays(&calendar, year, rules(policy)))
}

/// `dunning::is_business_day`; true or false.
///
/// # Errors
///
/// If an argument cannot be read, there is no such calendar, or it does not know the day.
#[napi]
pub fn is_business_day(
    day: String,
    calendar: String,
    policy: Option<&Policy>,
) -> Result<String, Refused> {
    let day: Day = argument("day", &day)?;
    let calendar: String = argument("calendar", &calendar)?;
    told(dunning::is_business_day(day, &calendar, rules(policy)))
}

/// `dunning::add_business_days`; a day.
///
/// # Errors
///
/// If an argument cannot be read, there is no such calendar, or it does not know the days.
#[napi]
pub fn add_business_days(
    day: String,
    days: String,
    calendar: String,
    policy: Option<&Policy>,
) -> Result<String, Refused> {
    let day: Day = argument("day", &day)?;
    let days: i32 = argument("days", &days)?;
    let calendar: String = argument("calendar", &calendar)?;
    told(dunning::add_business_days(day, days, &calendar, rules(policy)))
}

/// `dunning::adjust_day`; a day.
///
/// # Errors
///
/// If an argument cannot be read, there is no such calendar, or it does not know the days.
#[napi]
pub fn adjust_day(
    day: String,
    adjustment: String,
    calendar: String,
    policy: Option<&Policy>,
) -> Result<String, Refused> {
    let day: Day = argument("day", &day)?;
    let adjustment: Adjustment = argument("adjustment", &adjustment)?;
    let calendar: String = argument("calendar", &calendar)?;
    told(dunning::adjust_day(day, adjustment, &calendar, rules(policy)))
}
