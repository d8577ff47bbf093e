use super::Candidate;
use crate::model::{Action, ApprovalWhy, Hold, StepKey};
use crate::policy::{Ladder, Rung};
use crate::rules::case::{Case, Course, NextRung};
use crate::rules::course::latest_ruling;
use crate::standing::{Fact, Ruling, Standing};
use crate::text::Str;

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
    let mut rulings = standing.acts.rulings.iter();
    let newest = rulings.rfind(|ruling| is_same(ruling.steps()) && ruling.is_about_part(action))?;
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

/// The proposal of a step that waits for its answer, or the approval that it got.
pub(crate) fn frozen(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    rung: &Rung,
    occurrence: impl Fn() -> u32,
) -> Option<u32> {
    if !rung.freezes || !case.has(Fact::RULING) {
        return None;
    }
    let times = occurrence();
    let is_it = |key: &StepKey| key.step == rung.id && key.occurrence == times;
    let (number, newest) = latest_ruling(case, ladder, is_it)?;
    (!matches!(newest.ruling, Ruling::Rejected(_))).then_some(number)
}

/// What was proposed in one message with a step that waits goes out with it, and apart from what
/// falls due meanwhile.
pub(crate) fn laid_together<'s>(standing: &'s Standing<'_>, items: &mut [Candidate<'s>]) {
    if standing.acts.rulings.is_empty() {
        return;
    }
    let latest = |one: &Candidate<'s>| {
        let ladder = standing.policy.ladder_at(one.ladder)?;
        let is_it = |key: &StepKey| key.scenario == ladder.id && one.is_taken_by(standing, key);
        let mut rulings = standing.acts.rulings.iter();
        let latest = rulings
            .rfind(|ruling| ruling.is_about(&one.item.id) && ruling.steps().iter().any(is_it))?;
        (!matches!(latest.ruling, Ruling::Rejected(_))).then_some(&latest.entry.id)
    };
    let frozen: Vec<&Str> =
        items.iter().filter(|one| one.rung.freezes).filter_map(latest).collect();
    if frozen.is_empty() {
        return;
    }
    for one in items {
        one.proposal = latest(one).filter(|entry| frozen.contains(entry));
    }
}
