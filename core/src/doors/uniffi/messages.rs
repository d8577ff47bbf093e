//! Messages of templates.

use crate::{
    Account, Action, InputRefused, MessageAnswer, MessageOptions, MessageTemplate, OccasionMessage,
    Policy, TemplateFlaw, ThankYou,
};

/// The message of a planned action.
#[uniffi::export(default(options = None))]
pub(crate) fn render_message(
    account: &Account,
    policy: &Policy,
    action: &Action,
    options: Option<MessageOptions>,
) -> Result<MessageAnswer, InputRefused> {
    let options = options.unwrap_or_else(MessageOptions::new);
    Ok(crate::render_message(account, policy, action, &options))
}

/// A message that is no step: thanks, a promise confirmed or broken, an automatic receipt.
#[uniffi::export(default(options = None))]
pub(crate) fn render_occasion(
    account: &Account,
    about: &OccasionMessage,
    options: Option<MessageOptions>,
) -> Result<MessageAnswer, InputRefused> {
    let options = options.unwrap_or_else(MessageOptions::new);
    Ok(crate::render_occasion(account, about, &options))
}

/// All that is wrong with a template, each with its place.
#[uniffi::export]
pub(crate) fn lint_template(template: &MessageTemplate) -> Result<Vec<TemplateFlaw>, InputRefused> {
    Ok(crate::lint_template(template))
}

/// The templates that come with the library.
#[uniffi::export]
pub(crate) fn message_templates() -> Vec<MessageTemplate> {
    crate::message_templates()
}

/// Whether a debtor is to be thanked for a payment, and for what.
#[uniffi::export]
pub(crate) fn thank_you(
    account: &Account,
    payment: &str,
) -> Result<Option<ThankYou>, InputRefused> {
    Ok(crate::thank_you(account, payment))
}
