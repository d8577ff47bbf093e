//! The Node door: text in, text out. The types that a programmer holds are those of `types.d.ts`,
//! and `index.js` turns objects into text and back; no rule stands in either.
#![expect(clippy::needless_pass_by_value, reason = "Node hands over text by value")]

mod read;
mod refused;

use std::sync::Arc;

use dunning::{
    Account, Action, Assumptions, Command, Creditor, Day, Entry, Item, Moment, Recheck, Said,
};
use napi::Task;
use napi::bindgen_prelude::AsyncTask;
use napi_derive::napi;
use serde_json::json;

use refused::{argument, input};

pub use read::read;
pub use refused::{Code, Refused};

/// House rules that have been checked.
#[napi(js_name = "NativePolicy")]
pub struct Policy(Arc<dunning::Policy>);

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

/// Many accounts, planned on a thread of the pool.
pub struct Planning {
    accounts: String,
    policy: Arc<dunning::Policy>,
    now: Moment,
}

impl Task for Planning {
    type Output = String;
    type JsValue = String;

    fn compute(&mut self) -> napi::Result<String> {
        Ok(dunning::plan_many(&self.accounts, &self.policy, self.now))
    }

    fn resolve(&mut self, _env: napi::Env, results: String) -> napi::Result<String> {
        Ok(results)
    }
}

/// `dunning::plan_many`, off the event loop.
///
/// # Errors
///
/// If the moment cannot be read.
#[napi]
pub fn plan_many(
    accounts: String,
    policy: &Policy,
    now: String,
) -> Result<AsyncTask<Planning>, Refused> {
    let now = argument("now", &now)?;
    Ok(AsyncTask::new(Planning { accounts, policy: Arc::clone(&policy.0), now }))
}
