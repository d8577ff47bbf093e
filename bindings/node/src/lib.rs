//! The Node door: text in, text out. The types that a programmer holds are those of `types.d.ts`,
//! and `index.js` turns objects into text and back; no rule stands in either.
#![expect(clippy::needless_pass_by_value, reason = "Node hands over text by value")]

mod asked;
mod calendars;
mod claims;
mod many;
mod messages;
mod reaching;
mod read;
mod refused;
mod words;

use std::sync::Arc;

use dunning::{Account, Action, Assumptions, Command, Entry, Moment};
use napi_derive::napi;
use serde_json::json;

use refused::{argument, input};

pub use asked::{interest, reply_due, stop_word};
pub use calendars::{
    add_business_days, adjust_day, calendars, easter_sunday, holidays, is_business_day, term_days,
};
pub use claims::{
    claim, claim_text, cost_schedules, costs, impute, rate_series, rate_series_names, year_fraction,
};
pub use many::{Planning, plan_many};
pub use messages::{lint_template, message_templates, render_message, render_occasion, thank_you};
pub use reaching::{
    by_channel, call_frequency, capacity, check_email, check_iban, check_phone, check_postal,
    check_reference, contact_check, contact_rules, contact_spans, delivery_state, epc_payload,
    error_class, find_references, make_reference, message_keyword, next_allowed, next_contact,
    payment_links, qr_svg, read_epc_payload, sms_plan, swiss_payload, whatsapp_check,
    whatsapp_link,
};
pub use read::read;
pub use refused::{Code, Refused};
pub use words::{explain, recheck_sentence, sentence};

/// House rules that have been checked.
#[napi(js_name = "NativePolicy")]
pub struct Policy(pub(crate) Arc<dunning::Policy>);

#[napi]
impl Policy {
    /// Checks the rules.
    ///
    /// # Errors
    ///
    /// With every problem.
    #[napi(factory)]
    pub fn from_json(doc: String) -> Result<Self, Refused> {
        let policy = dunning::Policy::from_json(&doc).map_err(refused::policy)?;
        Ok(Self(Arc::new(policy)))
    }

    /// The rules as they were written.
    #[napi]
    pub fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// What is allowed and hardly meant.
    #[napi]
    pub fn lint(&self) -> String {
        json!(self.0.lint()).to_string()
    }
}

/// `dunning::plan`.
///
/// # Errors
///
/// If an argument cannot be read.
#[napi]
pub fn plan(account: String, policy: &Policy, now: String) -> Result<String, Refused> {
    let now: Moment = argument("now", &now)?;
    let account = Account::from_json(&account).map_err(input)?;
    Ok(dunning::plan(&account, &policy.0, now).to_json())
}

/// `dunning::recheck`.
///
/// # Errors
///
/// If an argument cannot be read.
#[napi]
pub fn recheck(
    account: String,
    policy: &Policy,
    action: String,
    now: String,
) -> Result<String, Refused> {
    let now: Moment = argument("now", &now)?;
    let account = Account::from_json(&account).map_err(input)?;
    let action = Action::from_json(&action).map_err(input)?;
    Ok(dunning::recheck(&account, &policy.0, &action, now).to_json())
}

/// `dunning::record`; a list of entries.
///
/// # Errors
///
/// If an argument cannot be read, or the command is refused.
#[napi]
pub fn record(account: String, policy: &Policy, report: Report) -> Result<String, Refused> {
    let command_id: String = argument("commandId", &report.command_id)?;
    let occurred_at: Moment = argument("occurredAt", &report.occurred_at)?;
    let recorded_at: Moment = argument("recordedAt", &report.recorded_at)?;
    let actor: String = argument("actor", &report.actor)?;
    let account = Account::from_json(&account).map_err(input)?;
    let command = Command::from_json(&report.command).map_err(input)?;
    dunning::record(&account, &policy.0, &command_id, &command, occurred_at, recorded_at, &actor)
        .map(|entries| listed(entries.iter().map(Entry::to_json)))
        .map_err(|refusal| refused::command(&refusal))
}

/// What `record` is told, each as JSON.
#[napi(object)]
pub struct Report {
    /// The id of the command.
    pub command_id: String,
    /// The command.
    pub command: String,
    /// When it happened.
    pub occurred_at: String,
    /// When the host learned of it.
    pub recorded_at: String,
    /// Who did it.
    pub actor: String,
}

/// `dunning::forecast`; a list of plans.
///
/// # Errors
///
/// If an argument cannot be read.
#[napi]
pub fn forecast(
    account: String,
    policy: &Policy,
    from: String,
    until: String,
    assumptions: String,
) -> Result<String, Refused> {
    let from: Moment = argument("from", &from)?;
    let until: Moment = argument("until", &until)?;
    let account = Account::from_json(&account).map_err(input)?;
    let assumptions = Assumptions::from_json(&assumptions).map_err(input)?;
    let plans = dunning::forecast(&account, &policy.0, from, until, &assumptions);
    Ok(listed(plans.iter().map(dunning::Plan::to_json)))
}

/// `dunning::compare`.
///
/// # Errors
///
/// If an argument cannot be read.
#[napi]
pub fn compare(
    account: String,
    policy_a: &Policy,
    policy_b: &Policy,
    from: String,
    until: String,
    assumptions: String,
) -> Result<String, Refused> {
    let from: Moment = argument("from", &from)?;
    let until: Moment = argument("until", &until)?;
    let account = Account::from_json(&account).map_err(input)?;
    let assumptions = Assumptions::from_json(&assumptions).map_err(input)?;
    let (a, b) = (&policy_a.0, &policy_b.0);
    Ok(dunning::compare(&account, a, b, from, until, &assumptions).to_json())
}

fn listed(texts: impl Iterator<Item = String>) -> String {
    format!("[{}]", texts.collect::<Vec<_>>().join(","))
}

/// `dunning::redact`.
///
/// # Errors
///
/// If the entry cannot be read.
#[napi]
pub fn redact(entry: String) -> Result<String, Refused> {
    Ok(dunning::redact(&Entry::from_json(&entry).map_err(input)?).to_json())
}

/// `dunning::preset`.
///
/// # Errors
///
/// If there is no preset of the name.
#[napi]
pub fn preset(name: String) -> Result<String, Refused> {
    dunning::preset(&name).map(|preset| preset.to_json()).map_err(refused::policy)
}

/// `dunning::preset_names`.
#[napi]
pub fn preset_names() -> Vec<String> {
    dunning::preset_names().into_iter().map(String::from).collect()
}
