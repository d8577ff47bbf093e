//! Messages of templates.

use dunning::{Account, Action, MessageOptions, MessageTemplate, OccasionMessage};
use napi_derive::napi;
use serde_json::json;

use crate::Policy;
use crate::refused::{Refused, argument};

/// `dunning::render_message`.
///
/// # Errors
///
/// If an argument cannot be read.
#[napi]
pub fn render_message(
    account: String,
    policy: &Policy,
    action: String,
    options: String,
) -> Result<String, Refused> {
    let account: Account = argument("account", &account)?;
    let action: Action = argument("action", &action)?;
    let options: MessageOptions = argument("options", &options)?;
    Ok(json!(dunning::render_message(&account, &policy.0, &action, &options)).to_string())
}

/// `dunning::render_occasion`.
///
/// # Errors
///
/// If an argument cannot be read.
#[napi]
pub fn render_occasion(account: String, about: String, options: String) -> Result<String, Refused> {
    let account: Account = argument("account", &account)?;
    let about: OccasionMessage = argument("about", &about)?;
    let options: MessageOptions = argument("options", &options)?;
    Ok(json!(dunning::render_occasion(&account, &about, &options)).to_string())
}

/// `dunning::lint_template`.
///
/// # Errors
///
/// If the template cannot be read.
#[napi]
pub fn lint_template(template: String) -> Result<String, Refused> {
    let template: MessageTemplate = argument("template", &template)?;
    Ok(json!(dunning::lint_template(&template)).to_string())
}

/// `dunning::message_templates`.
#[napi]
pub fn message_templates() -> String {
    json!(dunning::message_templates()).to_string()
}

/// `dunning::thank_you`.
///
/// # Errors
///
/// If an argument cannot be read.
#[napi]
pub fn thank_you(account: String, payment: String) -> Result<String, Refused> {
    let account: Account = argument("account", &account)?;
    let payment: String = argument("payment", &payment)?;
    Ok(json!(dunning::thank_you(&account, &payment)).to_string())
}
