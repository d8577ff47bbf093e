use std::collections::HashSet;

use super::compiled::problem;
use super::{AssignmentRule, PolicyDoc, calendars, check_ladder, check_money, replies};
use crate::error::Problem;

/// Offsets and spans beyond ten years are slips of the pen.
pub(super) const MOST_DAYS: i32 = 3_660;
pub(super) const MOST_HOURS: u32 = 24 * 366;

/// Everything that is wrong with the rules.
pub(super) fn check(doc: &PolicyDoc) -> Vec<Problem> {
    let mut problems = Vec::new();
    scenarios(doc, &mut problems);
    assignment(doc, &mut problems);
    calendars::check(doc, &mut problems);
    check_money::tolerances(doc, &mut problems);
    check_money::gaps(doc, &mut problems);
    numbers(doc, &mut problems);
    super::check_charges::check(doc, &mut problems);
    if let Some(rules) = &doc.arrangements {
        super::arrangements::check(rules, &mut problems);
    }
    replies::check(doc, &mut problems);
    super::window::check(doc, &mut problems);
    super::reaching::check(doc, &mut problems);
    super::choose::check(doc, &mut problems);
    super::statistics::check(doc, &mut problems);
    super::message_costs::check(doc, &mut problems);
    if let Some(rules) = &doc.payers {
        super::payers::check(rules, &mut problems);
    }
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
        check_ladder::ladder(doc, scenario, &path, problems);
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
    rule.kinds.is_empty()
        && rule.countries.is_empty()
        && rule.groups.is_empty()
        && rule.tags.is_empty()
        && rule.at_least.is_empty()
        && rule.classes.is_empty()
}

fn numbers(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let promises = doc.promises.clone().unwrap_or_else(super::PromiseRules::new);
    let questions = doc.questions.as_ref().and_then(|rules| rules.pause_days);
    let days = [
        ("questions.pauseDays", questions),
        ("minGapDays", doc.min_gap_days),
        ("ledgerFreshDays", doc.ledger_fresh_days),
        ("staleHoldDays", doc.stale_hold_days),
        ("creditGraceDays", doc.credit_grace_days),
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
