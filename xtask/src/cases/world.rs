//! An account and house rules as JSON, and the verbs of the library on them.

use dunning::{
    Account, Action, Command, Entry, Moment, Plan, Policy, PolicyDoc, PolicyRefused, Refusal,
    SentReport,
};
use serde_json::{Value, json};

use super::facts::{Told, unmapped};
use super::lab::Lab;
use super::place;

/// One debtor of one creditor, under some rules.
#[derive(Clone)]
pub(super) struct World {
    pub(super) account: Value,
    /// A `PolicyDoc`.
    pub(super) policy: Value,
    lab: Lab,
    pub(super) commands: u32,
}

impl World {
    /// An account without items under the preset of a name.
    pub(super) fn new(lab: &Lab, preset: &str) -> Told<Self> {
        let preset = dunning::preset(preset).or_else(|refused| unmapped(refused.to_string()))?;
        Ok(Self {
            account: nobody(),
            policy: json_of(&preset.policy.to_json())?,
            lab: *lab,
            commands: 0,
        })
    }

    /// The scenario of the preset.
    pub(super) fn scenario(&mut self) -> &mut Value {
        &mut self.policy["scenarios"][0]
    }

    /// A step of the preset: the last one if it has fewer.
    pub(super) fn step(&self, number: usize) -> Value {
        let steps = &self.policy["scenarios"][0]["steps"];
        let last = steps.as_array().and_then(|steps| steps.last());
        steps.get(number).or(last).cloned().unwrap_or_default()
    }

    /// The steps, to be changed.
    pub(super) fn steps(&mut self) -> Option<&mut Vec<Value>> {
        self.scenario()["steps"].as_array_mut()
    }

    pub(super) fn set_steps(&mut self, steps: Vec<Value>) {
        self.scenario()["steps"] = Value::Array(steps);
    }

    pub(super) fn add_item(&mut self, item: Value) {
        if let Some(items) = self.account["items"].as_array_mut() {
            items.push(item);
        }
    }

    pub(super) fn count_items(&self) -> usize {
        self.account["items"].as_array().map_or(0, Vec::len)
    }

    /// The item of an id, to be changed.
    pub(super) fn item(&mut self, id: &str) -> Option<&mut Value> {
        self.account["items"].as_array_mut()?.iter_mut().find(|item| item["id"] == *id)
    }

    pub(super) fn checked(&self) -> Told<Result<Policy, PolicyRefused>> {
        let doc = PolicyDoc::from_json(&self.lab.turned(&self.policy).to_string());
        Ok(Policy::new(doc.or_else(|refused| unmapped(refused.to_string()))?))
    }

    pub(super) fn rules(&self) -> Told<Policy> {
        self.checked()?.or_else(|refused| unmapped(refused.to_string()))
    }

    fn read(&self, at: &str) -> Told<Account> {
        let mut account = self.account.clone();
        for fresh in ["ledgerAsOf", "paymentsAsOf"] {
            if account[fresh].is_null() {
                account[fresh] = json!(at);
            }
        }
        Account::from_json(&account.to_string()).or_else(|refused| unmapped(refused.to_string()))
    }

    /// The account as a line of JSON.
    pub(super) fn line(&self, at: &str) -> Told<String> {
        Ok(self.read(at)?.to_json())
    }

    /// The plan of a moment, with fresh data.
    pub(super) fn plan(&self, at: &str) -> Told<Plan> {
        Ok(dunning::plan(&self.read(at)?, &self.rules()?, moment(at)?))
    }

    /// The plan of a day's run.
    pub(super) fn run(&self, day: &str) -> Told<Plan> {
        self.plan(&place::run(day))
    }

    /// The plans that follow from a day on.
    pub(super) fn forecast(&self, from: &str, until: &str) -> Told<Vec<Plan>> {
        let (from, until) = (place::run(from), place::run(until));
        let (account, rules) = (self.read(&from)?, self.rules()?);
        let assumed = dunning::Assumptions::new();
        Ok(dunning::forecast(&account, &rules, moment(&from)?, moment(&until)?, &assumed))
    }

    /// Records a command; a refusal is an answer too.
    pub(super) fn record(&mut self, command: &Command, at: &str) -> Told<Result<(), Refusal>> {
        self.commands = self.commands.saturating_add(1);
        let id = format!("command-{}", self.commands);
        let (account, rules, at) = (self.read(at)?, self.rules()?, moment(at)?);
        let entries = dunning::record(&account, &rules, &id, command, at, at, "clerk");
        let entries = match entries {
            Ok(entries) => entries,
            Err(refusal) => return Ok(Err(refusal)),
        };
        for entry in &entries {
            let entry = json_of(&Entry::to_json(entry))?;
            if let Some(journal) = self.account["journal"].as_array_mut() {
                journal.push(entry);
            }
        }
        Ok(Ok(()))
    }

    /// Records what cannot be refused here.
    pub(super) fn tell(&mut self, command: &Value, at: &str) -> Told<()> {
        let command = Command::from_json(&command.to_string());
        let command = command.or_else(|refused| unmapped(refused.to_string()))?;
        self.record(&command, at)?.or_else(|refusal| unmapped(refusal.to_string()))
    }

    /// Carries out every action of a plan at its moment: approved, queued, sent.
    pub(super) fn carry_out(&mut self, plan: &Plan) -> Told<()> {
        plan.actions.iter().try_for_each(|action| self.send(action))
    }

    /// Carries out one action.
    pub(super) fn send(&mut self, action: &Action) -> Told<()> {
        let at = action.planned_at.to_string();
        let action = self.queued(action)?;
        self.must(&Command::Sent { report: SentReport::new(action) }, &at)
    }

    /// Approves an action, if somebody has to, and queues it.
    pub(super) fn queued(&mut self, action: &Action) -> Told<Action> {
        let at = action.planned_at.to_string();
        let mut action = action.clone();
        if action.needs_approval && action.approval.is_none() {
            self.must(&Command::Approve { action: action.clone(), text: None }, &at)?;
            // The plan now tells which entry approved it.
            let again = self.plan(&at)?.actions.into_iter();
            let found = again.into_iter().find(|one| one.delivery == action.delivery);
            action = found.map_or_else(|| unmapped("an approved action is not planned"), Ok)?;
        }
        self.must(&Command::Queue { action: action.clone() }, &at)?;
        Ok(action)
    }

    fn must(&mut self, command: &Command, at: &str) -> Told<()> {
        self.record(command, at)?.or_else(|refusal| unmapped(refusal.to_string()))
    }

    /// Lays every action of a plan before a person.
    pub(super) fn propose(&mut self, plan: &Plan) -> Told<()> {
        for action in &plan.actions {
            let at = action.planned_at.to_string();
            self.must(&Command::Propose { action: action.clone() }, &at)?;
        }
        Ok(())
    }

    /// One run: what is planned is carried out.
    pub(super) fn run_and_send(&mut self, day: &str) -> Told<Plan> {
        let plan = self.run(day)?;
        self.carry_out(&plan)?;
        Ok(plan)
    }
}

pub(super) fn moment(at: &str) -> Told<Moment> {
    at.parse().or_else(|_| unmapped(format!("{at} is not a moment")))
}

pub(super) fn json_of(text: &str) -> Told<Value> {
    serde_json::from_str(text).or_else(|why| unmapped(why.to_string()))
}

/// A debtor who can be reached on every channel and owes nothing.
fn nobody() -> Value {
    let address =
        |channel: &str, value: &str| json!({ "id": channel, "channel": channel, "value": value });
    json!({
        "creditor": { "id": "creditor", "name": "Creditor", "country": "NL", "zone": "Etc/UTC" },
        "debtor": { "id": "debtor", "name": "Debtor", "kind": "business", "country": "NL" },
        "contacts": [{
            "id": "contact", "name": "Debtor", "purposes": ["main"], "addresses": [
                address("email", "info@debtor.example"), address("letter", "1 Main Street"),
                address("portal", "debtor"), address("call", "+31201234567"),
            ],
        }],
        "items": [], "payments": [], "journal": [],
    })
}
