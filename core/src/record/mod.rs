//! What people and webhooks report becomes entries.

mod acts;
mod approval;
mod arrangement;
mod calls;
mod charges;
mod inbound;
mod instalments;
mod intentions;
mod known;
mod promise;
mod repair;
mod reports;

use crate::calendar::Moment;
use crate::error::Refusal;
use crate::fingerprint::Fingerprint;
use crate::json;
use crate::model::{Account, Command, Entry, Event, Subject, Trouble};
use crate::policy::Policy;
use crate::standing::{Standing, command_and_number};
use crate::text::Str;

/// Turns a command into the entries that the host appends to the journal.
///
/// The entries are called `command_id/1`, `command_id/2` and so on. The same command id with the
/// same content gives the same entries again, so a command may be repeated after a crash;
/// free text and times are no part of the content.
///
/// `occurred_at` is when it happened, `recorded_at` when the host learned of it, `actor` who did
/// it. Days are counted in the creditor's zone.
///
/// # Errors
///
/// [`Refusal`], and nothing has changed. Reports of what happened (`Sent`, `Failed`, `Delivered`,
/// `Read`, `Inbound`) are refused only for a command id that is empty or was used for something else.
///
/// ```
/// use dunning::{Account, BlockScope, Command, DunningBlock, Policy, record};
///
/// # let policy = Policy::from_json(r#"{"scenarios":[{"id":"s","version":1,"steps":[{"id":"r",
/// #   "offset":{"type":"days","days":3},"work":{"type":"message","channels":["email"]}}]}],
/// #   "assignment":[{"scenario":"s"}]}"#)?;
/// # let mut account = Account::from_json(r#"{
/// #   "creditor":{"id":"us","name":"Us","country":"NL","zone":"Europe/Amsterdam"},
/// #   "debtor":{"id":"d1","name":"Jansen","kind":"business","country":"NL"},
/// #   "ledgerAsOf":"2026-03-04T06:00:00Z","paymentsAsOf":"2026-03-04T06:00:00Z"}"#)?;
/// let now = "2026-03-04T08:00:00Z".parse()?;
/// let mut block = DunningBlock::new(BlockScope::Debtor {}, "complaint");
/// block.until = Some("2026-03-20".parse()?);
/// let command = Command::Block { block };
/// let entries = record(&account, &policy, "cmd-1", &command, now, now, "eva")?;
/// assert_eq!(entries[0].id, "cmd-1/1");
/// account.journal.extend(entries);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn record(
    account: &Account,
    policy: &Policy,
    command_id: &str,
    command: &Command,
    occurred_at: Moment,
    recorded_at: Moment,
    actor: &str,
) -> Result<Vec<Entry>, Refusal> {
    if command_id.is_empty() {
        return Err(invalid("commandId", "", Trouble::Empty));
    }
    let fingerprint = Str::from(fingerprint(command));
    let actor = Str::from(actor);
    if let Some(stored) = stored(account, command_id, &fingerprint)? {
        return Ok(stored);
    }
    let standing = Standing::new(account, policy, occurred_at, None);
    let events = match command {
        Command::Sent { .. }
        | Command::Failed { .. }
        | Command::Delivered { .. }
        | Command::Inbound { .. }
        | Command::Read { .. } => reports::events(&standing, command),
        Command::AnswerInbound { .. } | Command::SendReceipt { .. } => {
            inbound::events(&standing, command)?
        }
        Command::Called { report } => calls::called(&standing, command_id, occurred_at, report)?,
        _ => intentions::events(&standing, command, &actor)?,
    };
    let entry = |(at, (subject, event)): (usize, (Subject, Event))| Entry {
        id: format!("{command_id}/{}", at.saturating_add(1)).into(),
        occurred_at,
        recorded_at,
        actor: actor.clone(),
        subject,
        event,
        fingerprint: fingerprint.clone(),
        unknown: None,
    };
    Ok(events.into_iter().enumerate().map(entry).collect())
}

/// The entry without its free text; the journal folds to the same standing.
#[must_use]
pub fn redact(entry: &Entry) -> Entry {
    let mut json = serde_json::Value::from(entry.clone());
    json::without_text(&mut json);
    // What was written by an entry reads as one.
    Entry::try_from(json).unwrap_or_else(|_| entry.clone())
}

/// Recognises the content of a command, without its free text.
fn fingerprint(command: &Command) -> String {
    let mut json = serde_json::to_value(command).unwrap_or_default();
    json::without_text(&mut json);
    let mut fingerprint = Fingerprint::default();
    fingerprint.text(&json.to_string());
    fingerprint.finish().as_str().to_owned()
}

/// The entries that an earlier call with this command id gave.
fn stored(
    account: &Account,
    command_id: &str,
    fingerprint: &str,
) -> Result<Option<Vec<Entry>>, Refusal> {
    let of_command = |entry: &&Entry| command_and_number(&entry.id).0 == command_id;
    let mut stored: Vec<Entry> = account.journal.iter().filter(of_command).cloned().collect();
    if stored.iter().any(|entry| entry.fingerprint != fingerprint) {
        return Err(Refusal::IdReused { command_id: command_id.into() });
    }
    stored.sort_by_key(|entry| command_and_number(&entry.id).1);
    stored.dedup_by(|a, b| a.id == b.id);
    Ok((!stored.is_empty()).then_some(stored))
}

/// A value of the command that makes no sense.
fn invalid(path: &str, value: &str, problem: Trouble) -> Refusal {
    Refusal::Invalid { path: path.into(), value: value.into(), problem }
}
