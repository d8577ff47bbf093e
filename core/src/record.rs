//! What people and webhooks report becomes entries.

use crate::calendar::Moment;
use crate::error::Refusal;
use crate::model::{Account, Command, Entry};
use crate::policy::Policy;

/// Turns a command into the entries that the host appends to the journal.
///
/// # Errors
///
/// [`Refusal`].
pub fn record(
    account: &Account,
    policy: &Policy,
    command_id: &str,
    command: &Command,
    occurred_at: Moment,
    recorded_at: Moment,
    actor: &str,
) -> Result<Vec<Entry>, Refusal> {
    let _ = (account, policy, command_id, command, occurred_at, recorded_at, actor);
    Ok(Vec::new())
}

/// The entry without its free text; it folds to the same standing.
#[must_use]
pub fn redact(entry: &Entry) -> Entry {
    entry.clone()
}
