//! What people and providers did in the days before the sample's day.

use std::cell::Cell;

use dunning::{Account, Command, Entry, Event, Moment, Policy, plan, record};
use serde::Deserialize;

use crate::sending::{Tally, queue, send};

/// A line of `history.jsonl`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Line {
    account: String,
    command_id: String,
    at: Moment,
    actor: String,
    /// What was reported, with `$delivery` for the debtor's latest delivery. None if the sending
    /// of that morning never came back with an outcome.
    command: Option<serde_json::Value>,
    #[serde(skip)]
    used: Cell<bool>,
}

pub(crate) struct History(Vec<Line>);

impl History {
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let lines = (1..).zip(text.lines()).map(|(at, line)| {
            serde_json::from_str(line).map_err(|error| format!("history.jsonl:{at}: {error}\n"))
        });
        Ok(Self(lines.collect::<Result<_, String>>()?))
    }

    /// Sends what is planned, as the program `today` pretends to.
    pub(crate) fn send(
        &self,
        account: &mut Account,
        policy: &Policy,
        morning: Moment,
    ) -> Result<(), String> {
        let hangs = self.0.iter().find(|line| {
            line.command.is_none() && line.account == account.debtor.id && line.at == morning
        });
        for action in plan(account, policy, morning).actions {
            let done = if let Some(line) = hangs {
                line.used.set(true);
                queue(account, policy, &action, morning)
            } else {
                send(account, policy, &action, morning, &mut Tally::default())
            };
            done.map_err(|refusal| format!("{}: {refusal}\n", action.delivery))?;
        }
        Ok(())
    }

    /// Records what was reported from one moment until before another.
    pub(crate) fn tell(
        &self,
        account: &mut Account,
        policy: &Policy,
        from: Moment,
        until: Moment,
    ) -> Result<(), String> {
        for line in &self.0 {
            let Some(command) = &line.command else { continue };
            if line.account != account.debtor.id || line.at < from || line.at >= until {
                continue;
            }
            let id = &line.command_id;
            let latest = latest_delivery(&account.journal);
            let command = command.to_string().replace("$delivery", latest);
            let command =
                Command::from_json(&command).map_err(|error| format!("{id}: {error}\n"))?;
            let entries = record(account, policy, id, &command, line.at, line.at, &line.actor)
                .map_err(|refusal| format!("{id}: {refusal}\n"))?;
            account.journal.extend(entries);
            line.used.set(true);
        }
        Ok(())
    }

    /// A line that never came to its turn is a slip in the file.
    pub(crate) fn all_used(&self) -> Result<(), String> {
        let unused = self.0.iter().filter(|line| !line.used.get());
        let unused: String =
            unused.map(|line| format!("{}: never came to its turn\n", line.command_id)).collect();
        if unused.is_empty() { Ok(()) } else { Err(unused) }
    }
}

fn latest_delivery(journal: &[Entry]) -> &str {
    let queued = journal.iter().rev().find_map(|entry| match &entry.event {
        Event::Queued { queued } => Some(queued.delivery.as_str()),
        _ => None,
    });
    queued.unwrap_or("no delivery")
}
