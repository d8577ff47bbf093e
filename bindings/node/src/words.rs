//! What a plan says, in words.

use dunning::{Account, Action, Moment, Recheck, Said};
use napi_derive::napi;

use crate::Policy;
use crate::refused::{Refused, argument, input};

/// `dunning::explain`.
///
/// # Errors
///
/// If an argument cannot be read, there are no sentences in the language, or nobody knows the item.
#[napi]
pub fn explain(
    account: String,
    policy: &Policy,
    item: String,
    now: String,
    language: String,
) -> Result<String, Refused> {
    let item: String = argument("item", &item)?;
    let now: Moment = argument("now", &now)?;
    let language: String = argument("language", &language)?;
    let account = Account::from_json(&account).map_err(input)?;
    let story = dunning::explain(&account, &policy.0, &item, now, &language).map_err(input)?;
    Ok(story.to_json())
}

/// `dunning::sentence`; the sentence as it stands.
///
/// # Errors
///
/// If an argument cannot be read, or there are no sentences in the language.
#[napi]
pub fn sentence(
    account: String,
    said: String,
    language: String,
    item: Option<String>,
) -> Result<String, Refused> {
    let item: Option<String> = item.map(|item| argument("item", &item)).transpose()?;
    let language: String = argument("language", &language)?;
    let account = Account::from_json(&account).map_err(input)?;
    let said = Said::from_json(&said).map_err(input)?;
    dunning::sentence(&account, item.as_deref(), &said, &language).map_err(input)
}

/// `dunning::recheck_sentence`; the sentences as they stand.
///
/// # Errors
///
/// If an argument cannot be read, or there are no sentences in the language.
#[napi]
pub fn recheck_sentence(
    account: String,
    action: String,
    answer: String,
    language: String,
) -> Result<String, Refused> {
    let language: String = argument("language", &language)?;
    let account = Account::from_json(&account).map_err(input)?;
    let action = Action::from_json(&action).map_err(input)?;
    let answer = Recheck::from_json(&answer).map_err(input)?;
    dunning::recheck_sentence(&account, &action, &answer, &language).map_err(input)
}
