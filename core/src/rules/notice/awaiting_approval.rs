use super::Candidate;
use crate::model::{Action, ApprovalWhy, Hold, StepKey};
use crate::standing::{Ruling, Standing};

/// A step that was proposed waits until somebody decides, where the policy says so; else it is
/// proposed afresh at each run. What is no longer what was proposed is proposed afresh as well.
pub(crate) fn awaiting_approval(
    standing: &Standing<'_>,
    items: &[Candidate<'_>],
    action: &Action,
    is_same: impl Fn(&[StepKey]) -> bool,
) -> Option<Hold> {
    if !items.iter().any(|one| one.rung.freezes) {
        return None;
    }
    let newest = standing.acts.rulings.iter().rfind(|ruling| is_same(ruling.steps()))?;
    let Ruling::Proposed(proposal) = newest.ruling else { return None };
    (action.fingerprint.as_ref() == Some(&proposal.fingerprint)).then(|| Hold::AwaitingApproval {
        step: action.step.clone(),
        why: ApprovalWhy::Undecided,
        entry: Some(newest.entry.id.clone()),
    })
}
