use std::collections::HashSet;

use super::compiled::problem;
use super::{AssignmentRule, Offset, PolicyDoc, Scenario, Step, Work, calls, replies};
use crate::calendar::BusinessDays;
use crate::error::Problem;
use crate::model::{Anchor, Channel};
use crate::money;

/// Offsets and spans beyond ten years are slips of the pen.
const MOST_DAYS: i32 = 3_660;
const MOST_HOURS: u32 = 24 * 366;

/// Everything that is wrong with the rules.
pub(super) fn check(doc: &PolicyDoc) -> Vec<Problem> {
    let mut problems = Vec::new();
    scenarios(doc, &mut problems);
    assignment(doc, &mut problems);
    calendars(doc, &mut problems);
    tolerances(doc, &mut problems);
    numbers(doc, &mut problems);
    super::check_charges::check(doc, &mut problems);
    if let Some(rules) = &doc.arrangements {
        super::arrangements::check(rules, &mut problems);
    }
    replies::check(doc, &mut problems);
    problems
}

fn scenarios(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    if doc.scenarios.is_empty() {
        problems.push(problem("scenarios".into(), &doc.scenarios, "there is no scenario"));
    }
    let mut seen = HashSet::new();
    for (at, scenario) in doc.scenarios.iter().enumerate() {
        let path = format!("scenarios[{at}]");
        if scenario.id.is_empty() {
            problems.push(problem(format!("{path}.id"), &scenario.id, "an id is not empty"));
        }
        if !seen.insert((&scenario.id, scenario.version)) {
            let what = "the scenario has this version already";
            problems.push(problem(format!("{path}.version"), &scenario.version, what));
        }
        steps(doc, scenario, &path, problems);
    }
}

fn steps(doc: &PolicyDoc, scenario: &Scenario, path: &str, problems: &mut Vec<Problem>) {
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
        offset(doc, step, at, &path, problems);
        if step.fallback_hours.is_some_and(|hours| hours > MOST_HOURS) {
            let path = format!("{path}.fallbackHours");
            problems.push(problem(path, &step.fallback_hours, "at most a year of hours"));
        }
    }
    order(&scenario.steps, path, problems);
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

fn offset(doc: &PolicyDoc, step: &Step, at: usize, path: &str, problems: &mut Vec<Problem>) {
    let days = match &step.offset {
        Offset::Days { days } => *days,
        Offset::BusinessDays { days, calendar } => {
            if !doc.calendars.iter().any(|known| known.id == *calendar) {
                let path = format!("{path}.offset.calendar");
                problems.push(problem(path, calendar, "there is no such calendar"));
            }
            *days
        }
    };
    let days_path = format!("{path}.offset.days");
    if days.unsigned_abs() > MOST_DAYS.unsigned_abs() {
        problems.push(problem(days_path, &days, "at most ten years"));
    } else if step.anchor == Some(Anchor::PreviousStep) {
        if at == 0 {
            let path = format!("{path}.anchor");
            problems.push(problem(path, &step.anchor, "the first step has no step before it"));
        }
        if days < 1 {
            let what = "a step comes at least a day after the one it is counted from";
            problems.push(problem(days_path, &days, what));
        }
    }
}

/// Steps counted from the due day come in the order of their offsets.
fn order(steps: &[Step], path: &str, problems: &mut Vec<Problem>) {
    let mut latest: Option<i32> = None;
    for (at, step) in steps.iter().enumerate() {
        if step.anchor == Some(Anchor::PreviousStep) {
            continue;
        }
        // Business days and calendar days are compared as numbers: n business days never end
        // before n calendar days.
        let (Offset::Days { days } | Offset::BusinessDays { days, .. }) = &step.offset;
        if latest.is_some_and(|latest| *days <= latest) {
            let path = format!("{path}.steps[{at}].offset.days");
            problems.push(problem(path, days, "the step comes no later than one before it"));
        }
        latest = Some(latest.map_or(*days, |latest| latest.max(*days)));
    }
}

fn assignment(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let mut for_everybody: Option<usize> = None;
    for (at, rule) in doc.assignment.iter().enumerate() {
        let path = format!("assignment[{at}]");
        if !doc.scenarios.iter().any(|scenario| scenario.id == rule.scenario) {
            let path = format!("{path}.scenario");
            problems.push(problem(path, &rule.scenario, "there is no such scenario"));
        }
        if let Some(earlier) = for_everybody {
            let what = format!("never reached: assignment[{earlier}] fits everybody");
            problems.push(problem(path, rule, &what));
        } else if fits_everybody(rule) {
            for_everybody = Some(at);
        }
    }
}

fn fits_everybody(rule: &AssignmentRule) -> bool {
    rule.kinds.is_empty() && rule.countries.is_empty() && rule.groups.is_empty()
}

fn calendars(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, calendar) in doc.calendars.iter().enumerate() {
        let path = format!("calendars[{at}]");
        if !seen.insert(&calendar.id) {
            let path = format!("{path}.id");
            problems.push(problem(path, &calendar.id, "a calendar has this id already"));
        }
        if !BusinessDays::new(calendar).has_business_days() {
            let path = format!("{path}.weekend");
            problems.push(problem(path, &calendar.weekend, "no day of the week is left"));
        }
        if let Some(until) = calendar.known_until
            && calendar.holidays.iter().any(|day| *day > until)
        {
            let path = format!("{path}.knownUntil");
            problems.push(problem(path, &until, "a holiday lies after this day"));
        }
    }
}

fn tolerances(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, most) in doc.tolerances.iter().enumerate() {
        let path = format!("tolerances[{at}]");
        if !seen.insert(most.currency) {
            let path = format!("{path}.currency");
            problems.push(problem(path, &most.currency, "the currency has a tolerance already"));
        }
        let Some(digits) = most.currency.minor_units() else {
            let path = format!("{path}.currency");
            problems.push(problem(path, &most.currency, "ISO 4217 knows no such currency in use"));
            continue;
        };
        if !money::to_minor(most.amount, digits).is_ok_and(|minor| minor >= 0) {
            let path = format!("{path}.amount");
            let what = "not an amount of this currency from zero upwards";
            problems.push(problem(path, &most.amount, what));
        }
    }
}

fn numbers(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let promises = doc.promises.clone().unwrap_or_else(super::PromiseRules::new);
    let questions = doc.questions.as_ref().and_then(|rules| rules.pause_days);
    let days = [
        ("questions.pauseDays", questions),
        ("minGapDays", doc.min_gap_days),
        ("ledgerFreshDays", doc.ledger_fresh_days),
        ("staleHoldDays", doc.stale_hold_days),
        ("promises.graceDays", promises.grace_days),
        ("promises.maxDaysAhead", promises.max_days_ahead),
    ];
    for (path, given) in days {
        if given.is_some_and(|days| days > MOST_DAYS.unsigned_abs()) {
            problems.push(problem(path.into(), &given, "at most ten years"));
        }
    }
    let hours = [
        ("sendWithinHours", doc.send_within_hours),
        ("queueTimeoutHours", doc.queue_timeout_hours),
    ];
    for (path, given) in hours {
        if given.is_some_and(|hours| hours == 0 || hours > MOST_HOURS) {
            problems.push(problem(path.into(), &given, "from one hour to a year of hours"));
        }
    }
    if let Some(step) = &promises.broken_step
        && !doc.scenarios.iter().any(|one| one.steps.iter().any(|known| known.id == *step))
    {
        let what = "no scenario has such a step";
        problems.push(problem("promises.brokenStep".into(), step, what));
    }
    if promises.max_open == Some(0) && (promises.grace_days, promises.rest) != (None, None) {
        let what = "no promise is accepted, so the other rules on promises never apply";
        problems.push(problem("promises.maxOpen".into(), &promises.max_open, what));
    }
    let within = doc.send_within_hours.unwrap_or(24);
    if doc.queue_timeout_hours.is_some_and(|timeout| timeout < within) {
        let what = "shorter than sendWithinHours: what may still be sent would count as lost";
        problems.push(problem("queueTimeoutHours".into(), &doc.queue_timeout_hours, what));
    }
}
