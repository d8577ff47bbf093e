//! What is owed.

use dunning::{Account, Claim, CostFacts, Day, DayCount, ImputedPayment, OpenClaim, Str};
use napi_derive::napi;
use serde::Serialize;
use serde_json::json;

use crate::Policy;
use crate::refused::{self, Refused, argument};

fn told<T: Serialize>(answer: Result<T, dunning::Refusal>) -> Result<String, Refused> {
    answer.map(|one| json!(one).to_string()).map_err(|refusal| refused::command(&refusal))
}

/// `dunning::claim`.
///
/// # Errors
///
/// If an argument cannot be read, or an item or the law is not known.
#[napi]
pub fn claim(
    account: String,
    policy: &Policy,
    on: String,
    scope: String,
) -> Result<String, Refused> {
    let account: Account = argument("account", &account)?;
    let on: Day = argument("on", &on)?;
    let scope: Vec<Str> = argument("scope", &scope)?;
    told(dunning::claim(&account, &policy.0, &scope, on))
}

/// `dunning::claim_text`.
///
/// # Errors
///
/// If an argument cannot be read, or there are no sentences in the language.
#[napi]
pub fn claim_text(account: String, claim: String, language: String) -> Result<String, Refused> {
    let account: Account = argument("account", &account)?;
    let claim: Claim = argument("claim", &claim)?;
    let language: String = argument("language", &language)?;
    dunning::claim_text(&account, &claim, &language).map_err(refused::input)
}

/// `dunning::costs`.
///
/// # Errors
///
/// If an argument cannot be read, the schedule is not known, or the law asks for more facts.
#[napi]
pub fn costs(facts: String, policy: &Policy) -> Result<String, Refused> {
    let facts: CostFacts = argument("facts", &facts)?;
    told(dunning::costs(&facts, &policy.0))
}

/// `dunning::impute`.
///
/// # Errors
///
/// If an argument cannot be read, or the law is not known.
#[napi]
pub fn impute(payment: String, claims: String) -> Result<String, Refused> {
    let payment: ImputedPayment = argument("payment", &payment)?;
    let claims: Vec<OpenClaim> = argument("claims", &claims)?;
    told(dunning::impute(&payment, &claims))
}

/// `dunning::year_fraction`.
///
/// # Errors
///
/// If an argument cannot be read, or the day count has no part of a year.
#[napi]
pub fn year_fraction(
    count: String,
    begins: String,
    before: String,
    ends: String,
) -> Result<String, Refused> {
    let count: DayCount = argument("count", &count)?;
    let begins: Day = argument("begins", &begins)?;
    let before: Day = argument("before", &before)?;
    let ends: Option<Day> = argument("ends", &ends)?;
    told(dunning::year_fraction(count, begins, before, ends))
}

/// `dunning::rate_series_names`.
#[must_use]
#[napi]
pub fn rate_series_names() -> String {
    json!(dunning::rate_series_names()).to_string()
}

/// `dunning::rate_series`; a series or null.
///
/// # Errors
///
/// If the argument cannot be read.
#[napi]
pub fn rate_series(id: String) -> Result<String, Refused> {
    let id: String = argument("id", &id)?;
    Ok(json!(dunning::rate_series(&id)).to_string())
}

/// `dunning::cost_schedules`.
#[must_use]
#[napi]
pub fn cost_schedules() -> String {
    json!(dunning::cost_schedules()).to_string()
}
