//! Whether what a command names is known.

use crate::error::Refusal;
use crate::model::{StepKey, Subject};
use crate::standing::Standing;

/// A step that the policy has, of something that is known.
pub(super) fn known_step(standing: &Standing<'_>, key: &StepKey) -> Result<(), Refusal> {
    known_subject(standing, key)?;
    known_to_policy(standing, key, None)
}

pub(super) fn known_subject(standing: &Standing<'_>, key: &StepKey) -> Result<(), Refusal> {
    if let Subject::Item { item } = &key.subject { known_item(standing, item) } else { Ok(()) }
}

/// Refused if the policy has no such step.
pub(super) fn known_to_policy(
    standing: &Standing<'_>,
    key: &StepKey,
    version: Option<u32>,
) -> Result<(), Refusal> {
    if let Subject::Instalment { .. } = &key.subject {
        return super::arrangement::known_reminder(standing, key);
    }
    let ladder = standing.policy.ladder(&key.scenario, version);
    let ladder = ladder.and_then(|at| standing.policy.ladder_at(at));
    // Nobody takes a step of the debtor on a ladder of items, nor the other way round.
    let ladder = ladder.filter(|ladder| ladder.fits(&key.subject));
    let rung = ladder.and_then(|ladder| ladder.rungs.get(ladder.rung(&key.step)?));
    rung.map(|_| ()).ok_or_else(|| Refusal::UnknownStep {
        scenario: Some(key.scenario.clone()),
        step: key.step.clone(),
    })
}

/// An item is known if the ledger holds it or the journal speaks of it.
pub(super) fn known_item(standing: &Standing<'_>, item: &str) -> Result<(), Refusal> {
    let in_ledger = standing.account.items.iter().any(|known| known.id == item);
    let is_subject = |subject: &Subject| matches!(subject, Subject::Item { item: i } if i == item);
    let in_journal = || {
        let mut covers = standing.deliveries.all().iter().flat_map(|delivery| delivery.covers());
        standing.account.journal.iter().any(|entry| is_subject(&entry.subject))
            || covers.any(|cover| is_subject(&cover.key.subject))
    };
    if in_ledger || in_journal() { Ok(()) } else { Err(Refusal::UnknownItem { item: item.into() }) }
}
