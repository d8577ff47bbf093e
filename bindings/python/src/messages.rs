//! Messages of templates.

use dunning::{
    Account, Action, MessageAnswer, MessageOptions, MessageTemplate, OccasionMessage, Policy,
    TemplateFlaw, ThankYou,
};
use pyo3::prelude::*;

/// The message of a planned action: an e-mail or letter with its HTML, a short form for WhatsApp or
/// a text message, or what a person says on the phone.
#[pyfunction]
#[pyo3(signature = (account, policy, action, options=None))]
pub(crate) fn render_message(
    py: Python<'_>,
    account: &Account,
    policy: &Policy,
    action: &Action,
    options: Option<MessageOptions>,
) -> MessageAnswer {
    let options = options.unwrap_or_else(MessageOptions::new);
    py.detach(|| dunning::render_message(account, policy, action, &options))
}

/// A message that is no step: thanks, a promise confirmed or broken, an automatic receipt.
#[pyfunction]
#[pyo3(signature = (account, about, options=None))]
pub(crate) fn render_occasion(
    py: Python<'_>,
    account: &Account,
    about: &OccasionMessage,
    options: Option<MessageOptions>,
) -> MessageAnswer {
    let options = options.unwrap_or_else(MessageOptions::new);
    py.detach(|| dunning::render_occasion(account, about, &options))
}

/// All that is wrong with a template, each with its place.
#[pyfunction]
pub(crate) fn lint_template(py: Python<'_>, template: &MessageTemplate) -> Vec<TemplateFlaw> {
    py.detach(|| dunning::lint_template(template))
}

/// The templates that come with the library.
#[pyfunction]
pub(crate) fn message_templates() -> Vec<MessageTemplate> {
    dunning::message_templates()
}

/// Whether a debtor is to be thanked for a payment, and for what.
#[pyfunction]
pub(crate) fn thank_you(account: &Account, payment: &str) -> Option<ThankYou> {
    dunning::thank_you(account, payment)
}
