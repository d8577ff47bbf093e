//! One scenario: its steps in order, and choices that hold together.

use std::collections::HashSet;

use super::check::{MOST_DAYS, MOST_HOURS};
use super::compiled::problem;
use super::{
    AfterLast, Boundary, LevelOf, Offset, OnReversal, PolicyDoc, Reset, Scenario, Select, Step,
    StepMode, Work, calls, check_money,
};
use crate::error::Problem;
use crate::json;
use crate::law;
use crate::model::{Anchor, Channel};

/// Everything that is wrong with one scenario.
pub(super) fn ladder(
    doc: &PolicyDoc,
    scenario: &Scenario,
    path: &str,
    problems: &mut Vec<Problem>,
) {
    if scenario.steps.is_empty() {
        problems.push(problem(format!("{path}.steps"), &scenario.steps, "there is no step"));
    }
    let mut seen = HashSet::new();
    for (at, step) in scenario.steps.iter().enumerate() {
        let path = format!("{path}.steps[{at}]");
        if step.id.is_empty() {
            problems.push(problem(format!("{path}.id"), &step.id, "an id is not empty"));
        }
        if !seen.insert(&step.id) {
            problems.push(problem(format!("{path}.id"), &step.id, "a step has this id already"));
        }
        work(&step.work, &path, problems);
        offset(doc, scenario, step, at, &path, problems);
        choices(step, &path, problems);
        if step.fallback_hours.is_some_and(|hours| hours > MOST_HOURS) {
            let path = format!("{path}.fallbackHours");
            problems.push(problem(path, &step.fallback_hours, "at most a year of hours"));
        }
    }
    order(&scenario.steps, path, problems);
    contradictions(scenario, path, problems);
}

fn work(work: &Work, path: &str, problems: &mut Vec<Problem>) {
    let channels = match work {
        Work::Message { channels, .. } => channels,
        Work::Call { rules, .. } => {
            let rules = rules.iter();
            rules.for_each(|rules| calls::check(rules, &format!("{path}.work.rules"), problems));
            return;
        }
    };
    let path = format!("{path}.work.channels");
    if channels.is_empty() {
        problems.push(problem(path.clone(), channels, "a message needs a channel"));
    }
    if channels.contains(&Channel::Call) {
        let what = "a message does not go out by call: make it a step of type `call`";
        problems.push(problem(path.clone(), channels, what));
    }
    let mut seen = HashSet::new();
    if !channels.iter().all(|channel| seen.insert(channel)) {
        problems.push(problem(path, channels, "a channel stands here twice"));
    }
}

fn offset(
    doc: &PolicyDoc,
    scenario: &Scenario,
    step: &Step,
    at: usize,
    path: &str,
    problems: &mut Vec<Problem>,
) {
    let days = match &step.offset {
        Offset::Days { days } | Offset::EndOfMonth { days } => *days,
        Offset::BusinessDays { days, calendar } => {
            if super::calendars::place(doc, calendar).is_none() {
                let path = format!("{path}.offset.calendar");
                problems.push(problem(path, calendar, "there is no such calendar"));
            }
            *days
        }
    };
    let days_path = format!("{path}.offset.days");
    if days.unsigned_abs() > MOST_DAYS.unsigned_abs() {
        problems.push(problem(days_path, &days, "at most ten years"));
    } else if follows(step) {
        if at == 0 {
            let path = format!("{path}.anchor");
            problems.push(problem(path, &step.anchor, "the first step has no step before it"));
        }
        let is_exclusive = scenario.boundary == Some(Boundary::Exclusive);
        let may_be_none = is_exclusive || step.anchor == Some(Anchor::PreviousDeadline);
        let least = i32::from(!may_be_none);
        if days < least {
            let what = "a step comes at least a day after the one it is counted from";
            problems.push(problem(days_path, &days, what));
        }
    }
}

fn follows(step: &Step) -> bool {
    matches!(
        step.anchor,
        Some(Anchor::PreviousStep | Anchor::PreviousDeadline | Anchor::LaterOfDueAndPrevious)
    )
}

/// Steps counted from the due day come in the order of their offsets; of two on one day the later
/// one asks for more open items.
fn order(steps: &[Step], path: &str, problems: &mut Vec<Problem>) {
    let mut latest: Option<(i32, u32)> = None;
    for (at, step) in steps.iter().enumerate() {
        if follows(step) || matches!(step.anchor, Some(Anchor::IssueDate | Anchor::Promise)) {
            continue;
        }
        // Business days and calendar days are compared as numbers: n business days never end
        // before n calendar days.
        let (Offset::Days { days }
        | Offset::BusinessDays { days, .. }
        | Offset::EndOfMonth { days }) = &step.offset;
        let own = (*days, step.min_items.unwrap_or(1));
        if latest.is_some_and(|latest| own.0 < latest.0 || (own.0 == latest.0 && own.1 <= latest.1))
        {
            let path = format!("{path}.steps[{at}].offset.days");
            problems.push(problem(path, days, "the step comes no later than one before it"));
        }
        latest = Some(latest.map_or(own, |latest| latest.max(own)));
    }
}

fn choices(step: &Step, path: &str, problems: &mut Vec<Problem>) {
    if step.unsent.is_some() && step.mode != Some(StepMode::Propose) {
        let what = "never applies: the step is not proposed";
        problems.push(problem(format!("{path}.unsent"), &step.unsent, what));
    }
    let (Offset::Days { days } | Offset::BusinessDays { days, .. } | Offset::EndOfMonth { days }) =
        &step.offset;
    if step.required && *days < 0 {
        let what = "a step before its anchor is passed over once that has come: not if required";
        problems.push(problem(format!("{path}.required"), &step.required, what));
    }
    if step.gap_days.is_some_and(|days| days > MOST_DAYS.unsigned_abs()) {
        problems.push(problem(format!("{path}.gapDays"), &step.gap_days, "at most ten years"));
    }
    if step.legal_notice.as_ref().is_some_and(|notice| notice.is_empty()) {
        let path = format!("{path}.legalNotice");
        problems.push(problem(path, &step.legal_notice, "a name is not empty"));
    }
    if let Some(notice) = step.legal_notice.as_deref().and_then(law::legal_notice) {
        if step.deadline_days.is_some_and(|days| days < notice.least_days) {
            let path = format!("{path}.deadlineDays");
            let what = "fewer days than the law gives with this notice";
            problems.push(problem(path, &step.deadline_days, what));
        }
        if matches!(step.work, Work::Call { .. }) {
            let what = "a notice by law is a message";
            problems.push(problem(format!("{path}.legalNotice"), &step.legal_notice, what));
        }
    }
    if step.min_items == Some(0) {
        let what = "a step needs at least one item";
        problems.push(problem(format!("{path}.minItems"), &step.min_items, what));
    }
    if step.deadline_days.is_some_and(|days| days == 0 || days > MOST_DAYS.unsigned_abs()) {
        let path = format!("{path}.deadlineDays");
        problems.push(problem(path, &step.deadline_days, "from one day to ten years"));
    }
    check_money::least(&step.minimums, &format!("{path}.minimums"), problems);
}

/// Choices that cannot hold together.
fn contradictions(scenario: &Scenario, path: &str, problems: &mut Vec<Problem>) {
    let mut wrong = |field: &str, value: String, what: &str| {
        let problem = what.to_owned();
        problems.push(Problem { path: format!("{path}.{field}"), value, problem });
    };
    let shared = scenario.level_of.is_some_and(|level_of| level_of != LevelOf::Item);
    if !shared && scenario.account_anchor.is_some() {
        let what = "never applies: each item has its own level";
        wrong("accountAnchor", json::write(&scenario.account_anchor), what);
    }
    if !shared && scenario.reset.is_some_and(|reset| reset != Reset::ItemSettled) {
        wrong("reset", json::write(&scenario.reset), "never applies: each item has its own level");
    }
    if shared && scenario.on_reversal == Some(OnReversal::StartOver) {
        wrong("onReversal", json::write(&scenario.on_reversal), "items share a level: see reset");
    }
    if shared && scenario.select == Some(Select::AllOverdueOnceOneTriggers) {
        let what = "items that share a level go out together anyway";
        wrong("select", json::write(&scenario.select), what);
    }
    if let Some(AfterLast::Repeat { every_days, at_most }) = &scenario.after_last {
        // With the boundary excluded, 0 is the next day.
        let least = u32::from(scenario.boundary != Some(Boundary::Exclusive));
        if *every_days < least || *every_days > MOST_DAYS.unsigned_abs() {
            wrong("afterLast.everyDays", json::write(every_days), "from one day to ten years");
        }
        if at_most.is_some_and(|most| most < 2) {
            wrong(
                "afterLast.atMost",
                json::write(at_most),
                "to repeat is to take it twice at least",
            );
        }
    }
    if scenario.grace_days.is_some_and(|days| days > MOST_DAYS.unsigned_abs()) {
        wrong("graceDays", json::write(&scenario.grace_days), "at most ten years");
    }
    if let Some(rules) = &scenario.minimums {
        check_money::minimums(rules, &format!("{path}.minimums"), problems);
    }
}
