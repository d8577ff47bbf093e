//! What is asked beside the daily run.

use dunning::{Creditor, Day, Item, Moment};
use napi_derive::napi;
use serde_json::json;

use crate::Policy;
use crate::refused::{self, Refused, argument};

/// `dunning::interest`.
///
/// # Errors
///
/// If an argument cannot be read, or the policy has no such rule.
#[napi]
pub fn interest(
    item: String,
    policy: &Policy,
    rule: String,
    until: String,
) -> Result<String, Refused> {
    let item: Item = argument("item", &item)?;
    let rule: String = argument("rule", &rule)?;
    let until: Day = argument("until", &until)?;
    dunning::interest(&item, &policy.0, &rule, until)
        .map(|statement| json!(statement).to_string())
        .map_err(|refusal| refused::command(&refusal))
}

/// `dunning::reply_due`; a moment or null.
///
/// # Errors
///
/// If an argument cannot be read.
#[napi]
pub fn reply_due(
    creditor: String,
    policy: &Policy,
    received_at: String,
) -> Result<String, Refused> {
    let creditor: Creditor = argument("creditor", &creditor)?;
    let received_at: Moment = argument("receivedAt", &received_at)?;
    Ok(json!(dunning::reply_due(&creditor, &policy.0, received_at)).to_string())
}

/// `dunning::stop_word`; a word or null.
///
/// # Errors
///
/// If the argument cannot be read.
#[napi]
pub fn stop_word(text: String) -> Result<String, Refused> {
    let text: String = argument("text", &text)?;
    Ok(json!(dunning::stop_word(&text)).to_string())
}
