//! A pretended sending of one action: what a host does with it.

use dunning::{
    Account, Action, Cancellation, Command, Entry, Moment, Policy, Recheck, Refusal, SentReport,
    recheck, record,
};
use serde_json::json;

const ACTOR: &str = "today";

/// What became of the actions.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) sent: usize,
    pub(crate) changed: usize,
    pub(crate) withdrawn: usize,
}

/// Queue, recheck, send, report.
pub(crate) fn send(
    account: &mut Account,
    policy: &Policy,
    action: &Action,
    now: Moment,
    tally: &mut Tally,
) -> Result<(), Refusal> {
    queue(account, policy, action, now)?;
    // Sending may wait for an hour at which it is allowed; this one pretends to.
    let at = now.max(action.not_before);
    let report = match recheck(account, policy, action, at) {
        Recheck::Withdrawn { .. } => {
            let cancel = Cancellation::new(action.delivery.clone(), "withdrawn");
            tally.withdrawn = tally.withdrawn.saturating_add(1);
            return tell(account, policy, "cancel", action, &Command::Cancel { cancel }, at);
        }
        Recheck::Changed { action } => {
            tally.changed = tally.changed.saturating_add(1);
            SentReport::new(action)
        }
        _ => SentReport::new(action.clone()),
    };
    tally.sent = tally.sent.saturating_add(1);
    tell(account, policy, "sent", action, &Command::Sent { report }, at)
}

/// Before anything leaves the house.
pub(crate) fn queue(
    account: &mut Account,
    policy: &Policy,
    action: &Action,
    now: Moment,
) -> Result<(), Refusal> {
    tell(account, policy, "queue", action, &Command::Queue { action: action.clone() }, now)
}

/// Records a command, and takes the entries into the journal.
fn tell(
    account: &mut Account,
    policy: &Policy,
    what: &str,
    action: &Action,
    command: &Command,
    at: Moment,
) -> Result<(), Refusal> {
    // The same delivery always makes the same ids, so nothing is recorded twice.
    let id = format!("{what}:{}", action.delivery);
    let entries = record(account, policy, &id, command, at, at, ACTOR)?;
    account.journal.extend(entries);
    Ok(())
}

pub(crate) fn journal_line(account: &str, entry: &Entry) -> String {
    format!("{{\"account\":{},\"entry\":{}}}\n", json!(account), entry.to_json())
}
