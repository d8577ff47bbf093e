use super::Candidate;
use crate::model::{Action, ApprovalWhy, Hold, StepKey};
use crate::rules::case::{Case, Course, NextRung};
use crate::rules::course::latest_ruling;
use crate::standing::{Fact, Ruling, Standing};

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

/// The proposal that goes on waiting for its decision while something else holds its step, too.
pub(crate) fn still_proposed(case: &Case<'_, '_>, course: &Course, next: &NextRung) -> Option<u32> {
    if !case.has(Fact::RULING) {
        return None;
    }
    let ladder = case.standing.policy.ladder_at(course.ladder)?;
    let rung = ladder.rungs.get(next.rung).filter(|rung| rung.needs_approval && rung.freezes)?;
    let is_next = |key: &StepKey| key.step == rung.id && key.occurrence == next.occurrence;
    let (number, latest) = latest_ruling(case, ladder, is_next)?;
    matches!(latest.ruling, Ruling::Proposed(_)).then_some(number)
}
