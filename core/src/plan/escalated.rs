//! To whom and from whom a step goes that does not go as usual.

use crate::model::{Action, Finding, Reason};
use crate::rules::notice::{Candidate, escalated};
use crate::standing::Standing;

/// Names the sender of an action, if its step names any. What the step says of contacts and
/// senders, and the finding if the creditor has no such sender.
pub(super) fn set_sender(
    standing: &Standing<'_>,
    action: &mut Action,
    leading: &Candidate<'_>,
) -> (Option<Reason>, Option<Finding>) {
    let rung = leading.rung;
    // A personal call is not the message that the step describes.
    if leading.is_call != rung.is_call || (rung.recipients.is_empty() && rung.senders.is_empty()) {
        return (None, None);
    }
    let sender = escalated(&standing.account.creditor, &rung.senders, action.channel);
    action.sender = sender.cloned();
    let unknown = sender.is_none() && !rung.senders.is_empty();
    let finding = unknown
        .then(|| Finding::SenderUnknown { senders: rung.senders.clone(), channel: action.channel });
    let told = sender.is_some() || !rung.recipients.is_empty();
    let reason = told.then(|| Reason::Escalated {
        recipients: rung.recipients.clone(),
        sender: sender.map(|sender| sender.id.clone()),
    });
    (reason, finding)
}
