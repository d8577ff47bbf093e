//! Advice on rules that can hold and are hardly meant.

use super::compiled::problem;
use super::{
    AfterLast, CatchUp, LevelOf, Offset, Policy, PolicyDoc, Scenario, Step, StepMode, Work,
};
use crate::error::Problem;
use crate::model::Anchor;

impl Policy {
    /// What is allowed and hardly meant, each with its path and value and what to do about it.
    /// Nothing is refused for it.
    ///
    /// ```
    /// use dunning::Policy;
    ///
    /// let policy = Policy::from_json(r#"{
    ///     "scenarios": [{ "id": "standard", "version": 1, "steps": [
    ///         { "id": "first", "offset": { "type": "days", "days": 3 },
    ///           "work": { "type": "message", "channels": ["email"] } },
    ///         { "id": "second", "offset": { "type": "days", "days": 5 },
    ///           "work": { "type": "message", "channels": ["email", "letter"] } }
    ///     ]}],
    ///     "assignment": [{ "scenario": "standard" }]
    /// }"#)?;
    /// let advice = policy.lint();
    /// assert_eq!(advice[0].path, "scenarios[0].steps[1].offset.days");
    /// assert_eq!(advice[1].path, "scenarios[0].steps[0].work.channels");
    /// # Ok::<(), dunning::PolicyRefused>(())
    /// ```
    #[must_use]
    pub fn lint(&self) -> Vec<Problem> {
        let doc = self.doc();
        let mut advice = Vec::new();
        for (at, scenario) in doc.scenarios.iter().enumerate() {
            let path = format!("scenarios[{at}]");
            gaps(self, scenario, &path, &mut advice);
            steps(scenario, &path, &mut advice);
            choices(scenario, &path, &mut advice);
        }
        whole(self, doc, &mut advice);
        advice
    }
}

/// Steps that the gap between contacts always overtakes.
fn gaps(policy: &Policy, scenario: &Scenario, path: &str, advice: &mut Vec<Problem>) {
    let gap = policy.min_gap_days.max(1);
    let mut before: Option<i32> = None;
    for (at, step) in scenario.steps.iter().enumerate() {
        let (Offset::Days { days }
        | Offset::BusinessDays { days, .. }
        | Offset::EndOfMonth { days }) = &step.offset;
        let distance = match step.anchor.unwrap_or(Anchor::DueDate) {
            Anchor::PreviousStep => Some(*days),
            Anchor::DueDate => before.map(|before| days.saturating_sub(before)),
            _ => None,
        };
        if distance.is_some_and(|distance| distance < gap) && at > 0 {
            let what = if scenario.catch_up == Some(CatchUp::Skip) {
                "never taken: the gap between contacts is longer; widen the offset"
            } else {
                "always later than it says: the gap between contacts is longer; widen the offset"
            };
            advice.push(problem(format!("{path}.steps[{at}].offset.days"), days, what));
        }
        before = match step.anchor {
            None | Some(Anchor::DueDate) => Some(*days),
            _ => None,
        };
    }
}

fn steps(scenario: &Scenario, path: &str, advice: &mut Vec<Problem>) {
    for (at, step) in scenario.steps.iter().enumerate() {
        if let Work::Message { channels, .. } = &step.work
            && channels.len() == 1
        {
            let path = format!("{path}.steps[{at}].work.channels");
            let what = "one channel only: who cannot be reached by it waits for a person";
            advice.push(problem(path, channels, what));
        }
        if step.required && after_a_jump(scenario, at) {
            let path = format!("{path}.steps[{at}].required");
            let what = "no step after it is caught up with until it was taken";
            advice.push(problem(path, &step.required, what));
        }
    }
}

fn after_a_jump(scenario: &Scenario, at: usize) -> bool {
    let later = scenario.steps.len() > at.saturating_add(1);
    later && scenario.catch_up == Some(CatchUp::NewestOnly)
}

fn choices(scenario: &Scenario, path: &str, advice: &mut Vec<Problem>) {
    let repeats = matches!(scenario.after_last, Some(AfterLast::Repeat { at_most: None, .. }));
    if repeats {
        let what = "repeats without end: give atMost, or hand over";
        advice.push(problem(format!("{path}.afterLast"), &scenario.after_last, what));
    }
    let is_call = |step: &&Step| matches!(step.work, Work::Call { .. });
    let shared = scenario.level_of.is_some_and(|level_of| level_of != LevelOf::Item);
    if scenario.may_fall && !shared && scenario.steps.iter().all(|step| step.min_items.is_none()) {
        let what = "an item only grows older: its level never falls";
        advice.push(problem(format!("{path}.mayFall"), &scenario.may_fall, what));
    }
    if scenario.steps.iter().filter(is_call).count() == scenario.steps.len() {
        let what = "calls only: nothing is ever written";
        advice.push(problem(format!("{path}.steps"), &scenario.id, what));
    }
}

fn whole(policy: &Policy, doc: &PolicyDoc, advice: &mut Vec<Problem>) {
    let steps = || doc.scenarios.iter().flat_map(|scenario| &scenario.steps);
    let proposes = |step: &Step| step.mode == Some(StepMode::Propose);
    if doc.approvals.is_some() && !steps().any(proposes) {
        let what = "never applies: no step is proposed";
        advice.push(problem("approvals".into(), &doc.approvals, what));
    }
    for (at, gap) in doc.channel_gaps.iter().enumerate() {
        if i32::try_from(gap.days).unwrap_or(i32::MAX) <= policy.min_gap_days {
            let what = "never applies: minGapDays is as long";
            advice.push(problem(format!("channelGaps[{at}].days"), &gap.days, what));
        }
    }
    super::message_costs::lint(doc, advice);
    super::choose::lint(doc, advice);
    super::statistics::lint(doc, advice);
    for (at, scenario) in doc.scenarios.iter().enumerate() {
        let is_assigned = doc.assignment.iter().any(|rule| rule.scenario == scenario.id);
        if !is_assigned {
            let what = "no assignment rule names it: only items and debtors can";
            advice.push(problem(format!("scenarios[{at}].id"), &scenario.id, what));
        }
    }
}
