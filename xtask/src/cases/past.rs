//! What dunning did before the case begins, as the journal would have it.

use dunning::Command;
use serde_json::{Value, json};

use super::facts::{Told, unmapped};
use super::place;
use super::world::World;

/// A step that was taken at some time before the case begins.
pub(super) struct Taken<'a> {
    pub(super) items: &'a [&'a str],
    pub(super) step: &'a str,
    pub(super) occurrence: usize,
    pub(super) day: &'a str,
    /// The deadline that the message stated.
    pub(super) deadline: Option<&'a str>,
}

impl World {
    /// What was sent before, as the journal has it.
    pub(super) fn taken(&mut self, taken: &Taken<'_>) -> Told<()> {
        let mut report = json!({ "action": self.past_action(taken)? });
        if let Some(date) = taken.deadline {
            report["deadline"] = json!({ "type": "on", "date": date });
        }
        let command = json!({ "type": "sent", "report": report });
        self.tell(&command, &place::run(taken.day))
    }

    /// What was proposed before and not sent.
    pub(super) fn proposed(&mut self, item: &str, step: &str, day: &str) -> Told<()> {
        let mut plan = self.run(day)?;
        plan.actions
            .retain(|one| one.lines.iter().any(|line| line.item == item && line.step == step));
        if plan.actions.is_empty() {
            return unmapped(format!("step {step} of {item} is not due on {day}"));
        }
        self.propose(&plan)
    }

    fn past_action(&mut self, taken: &Taken<'_>) -> Told<Value> {
        let at = place::run(taken.day);
        let scenario = self.scenario().clone();
        let mut covers: Vec<Value> = Vec::new();
        let mut lines = Vec::new();
        let mut currency = json!("EUR");
        for id in taken.items {
            let Some(item) = self.item(id) else { return unmapped(format!("no item {id}")) };
            currency = item["currency"].clone();
            let subject = match scenario["levelOf"].as_str() {
                Some("debtor") => json!({ "type": "debtor" }),
                Some("debtorAndCurrency") => {
                    json!({ "type": "debtorCurrency", "currency": currency })
                }
                _ => json!({ "type": "item", "item": id }),
            };
            let key = json!({
                "subject": subject, "scenario": scenario["id"], "step": taken.step,
                "occurrence": taken.occurrence,
            });
            let cover = json!({ "key": key, "scenarioVersion": scenario["version"] });
            if !covers.contains(&cover) {
                covers.push(cover);
            }
            lines.push(json!({
                "item": id, "step": taken.step, "documentNumber": id, "due": item["due"],
                "open": item["open"], "dunned": item["open"],
            }));
        }
        self.commands = self.commands.saturating_add(1);
        Ok(json!({
            "delivery": format!("past-{}", self.commands), "kind": "message",
            "channel": "email", "recipient": {
                "contact": "contact", "purpose": "main", "value": "info@debtor.example",
                "address": { "id": "email" },
            },
            "covers": covers, "step": taken.step, "lines": lines, "total": "0.00",
            "currency": currency, "attempt": 1, "plannedAt": at, "notBefore": at,
            "expiresAt": at, "fingerprint": "past",
        }))
    }

    /// The day on which an item was last named in something sent.
    pub(super) fn sent_on(&self, item: &str) -> Value {
        let mut entries = self.account["journal"].as_array().into_iter().flatten();
        let names = |entry: &&Value| {
            let lines = entry["event"]["sent"]["lines"].as_array().into_iter().flatten();
            lines.into_iter().any(|line| line["item"] == *item)
        };
        let day = entries.rfind(names).and_then(|entry| entry["occurredAt"].as_str());
        day.and_then(|at| at.split('T').next()).map_or(Value::Null, |day| json!(day))
    }

    /// How often an item was sent, calls apart.
    pub(super) fn times_sent(&self, item: &str) -> usize {
        let entries = self.account["journal"].as_array().into_iter().flatten();
        let sent = entries.map(|entry| &entry["event"]["sent"]);
        let names = |sent: &&Value| {
            let lines = sent["lines"].as_array().into_iter().flatten();
            sent["channel"] != "call" && lines.into_iter().any(|line| line["item"] == *item)
        };
        sent.filter(names).count()
    }

    /// How often an item was sent a step.
    pub(super) fn count_taken(&self, item: &str, step: &str) -> usize {
        let entries = self.account["journal"].as_array().into_iter().flatten();
        let lines = entries.flat_map(|entry| entry["event"]["sent"]["lines"].as_array());
        let lines = lines.flatten().filter(|line| line["item"] == *item && line["step"] == *step);
        lines.count()
    }

    /// Undoes what was sent last of a step of an item; false if that is refused.
    pub(super) fn undo_step(&mut self, item: &str, step: &str) -> Told<bool> {
        let entries = self.account["journal"].as_array().into_iter().flatten().rev();
        let mut sent = entries.map(|entry| &entry["event"]["sent"]);
        let names = |line: &Value| line["item"] == *item && line["step"] == *step;
        let found = sent.find(|sent| sent["lines"].as_array().into_iter().flatten().any(names));
        let Some(delivery) = found.map(|sent| sent["delivery"].clone()) else {
            return unmapped(format!("step {step} of {item} was not sent"));
        };
        let undo = json!({ "delivery": delivery, "reason": "cancelled" });
        let command = Command::from_json(&json!({ "type": "undo", "undo": undo }).to_string());
        let command = command.or_else(|refused| unmapped(refused.to_string()))?;
        Ok(self.record(&command, &place::run(place::TODAY))?.is_ok())
    }

    /// A block of one item.
    pub(super) fn block_item(&mut self, item: &str, reason: &str, day: &str) -> Told<()> {
        self.block(&json!({ "type": "item", "item": item }), reason, day)
    }

    /// A block of all that the debtor owes.
    pub(super) fn block_debtor(&mut self, reason: &str, day: &str) -> Told<()> {
        self.block(&json!({ "type": "debtor" }), reason, day)
    }

    pub(super) fn block(&mut self, scope: &Value, reason: &str, day: &str) -> Told<()> {
        let block = json!({ "scope": scope, "reason": reason });
        self.tell(&json!({ "type": "block", "block": block }), &place::run(day))
    }
}
