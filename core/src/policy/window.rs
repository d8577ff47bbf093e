//! The hours at which debtors are approached.

use std::collections::HashSet;

use super::check::MOST_DAYS;
use super::compiled::problem;
use super::{PolicyDoc, calendars};
use crate::calendar::Zone;
use crate::channel::contact_rules;
use crate::error::Problem;
use crate::model::ContactRule;
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// When debtors may be approached. Several rules at once allow what all of them allow.
    pub struct WindowRules {
        /// Built-in rules that hold, by their ids, such as `nl_collectors`.
        pub built_in: Vec<Str> = [],
        /// Rules of the house's own.
        pub own: Vec<ContactRule> = [],
        /// Minutes, up to 60, over which what may go out at the same time is spread; not at all if
        /// not given. The same delivery is always as much later.
        pub spread_minutes: Option<u32> = None,
    }
}

/// The rules on hours as the plan asks them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WindowTerms {
    pub(crate) rules: Vec<ContactRule>,
    pub(crate) spread_minutes: u32,
}

impl WindowTerms {
    pub(super) fn compile(rules: &WindowRules) -> Self {
        let named = |rule: &ContactRule| rules.built_in.contains(&rule.id);
        let built_in = contact_rules().into_iter().filter(named);
        Self {
            rules: built_in.chain(rules.own.iter().cloned()).collect(),
            spread_minutes: rules.spread_minutes.unwrap_or(0),
        }
    }
}

/// An hour: what comes later would no longer be the hour that was meant.
const MOST_SPREAD: u32 = 60;
const DAY: u32 = 1_440;

/// Everything that is wrong with the rules on hours.
pub(super) fn check(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let Some(rules) = &doc.window else { return };
    let known = contact_rules();
    let mut seen = HashSet::new();
    for (at, id) in rules.built_in.iter().enumerate() {
        let path = format!("window.builtIn[{at}]");
        match known.iter().find(|rule| rule.id == *id) {
            None => problems.push(problem(path, id, "there is no such built-in rule")),
            // It makes the calendar ready for use, so that no plan has to.
            Some(rule) => {
                rule.calendar.as_ref().and_then(|id| calendars::place(doc, id));
            }
        }
        if !seen.insert(id) {
            let path = format!("window.builtIn[{at}]");
            problems.push(problem(path, id, "the rule is named already"));
        }
    }
    for (at, rule) in rules.own.iter().enumerate() {
        let path = format!("window.own[{at}]");
        if rule.id.is_empty() {
            problems.push(problem(format!("{path}.id"), &rule.id, "an id is not empty"));
        } else if !seen.insert(&rule.id) {
            let what = "a rule has this id already";
            problems.push(problem(format!("{path}.id"), &rule.id, what));
        }
        own(doc, rule, &path, problems);
    }
    let spread = rules.spread_minutes;
    if spread.is_some_and(|minutes| minutes == 0 || minutes > MOST_SPREAD) {
        let what = "from one minute to sixty";
        problems.push(problem("window.spreadMinutes".into(), &spread, what));
    }
}

fn own(doc: &PolicyDoc, rule: &ContactRule, path: &str, problems: &mut Vec<Problem>) {
    for (at, hours) in rule.windows.iter().enumerate() {
        if hours.from_minute >= hours.until_minute || hours.until_minute > DAY {
            let what = "hours begin before they end, within a day of 1440 minutes";
            problems.push(problem(format!("{path}.windows[{at}]"), hours, what));
        }
    }
    let zone = rule.zone.as_ref().filter(|zone| Zone::named(zone).is_none());
    if let Some(zone) = zone {
        problems.push(problem(format!("{path}.zone"), zone, "there is no such time zone"));
    }
    let calendar = rule.calendar.as_ref().filter(|id| calendars::place(doc, id).is_none());
    if let Some(calendar) = calendar {
        let what = "there is no such calendar";
        problems.push(problem(format!("{path}.calendar"), calendar, what));
    }
    if let (Some(begins), Some(until)) = (rule.begins, rule.until)
        && until < begins
    {
        let what = "the rule ends before it begins";
        problems.push(problem(format!("{path}.until"), &until, what));
    }
    if let Some(limit) = &rule.calls {
        let path = format!("{path}.calls");
        if limit.at_most == 0 {
            let what = "no call would ever be allowed";
            problems.push(problem(format!("{path}.atMost"), &limit.at_most, what));
        }
        let most = MOST_DAYS.unsigned_abs();
        let spans = [("days", Some(limit.days)), ("restDays", limit.rest_days)];
        for (field, days) in spans {
            if days.is_some_and(|days| days == 0 || days > most) {
                let what = "from one day to ten years";
                problems.push(problem(format!("{path}.{field}"), &days, what));
            }
        }
    }
    if !rule.has_hours() {
        problems.push(problem(path.to_owned(), rule, "no hour of the week is left"));
    }
}
