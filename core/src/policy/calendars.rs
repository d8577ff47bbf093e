//! The calendars that a policy gives, and those of the laws beside them.

use std::collections::HashSet;

use super::PolicyDoc;
use super::compiled::problem;
use crate::calendar::{BusinessCalendar, BusinessDays, built_in, built_in_at, place_of};
use crate::error::Problem;
use crate::text::Str;

/// A calendar's place: first those of the policy, behind them the built-in ones.
///
/// It makes a built-in calendar ready for use, so that no plan has to.
pub(super) fn place(doc: &PolicyDoc, id: &Str) -> Option<usize> {
    let own = doc.calendars.iter().position(|known| known.id == *id);
    own.or_else(|| {
        let at = place_of(id)?;
        built_in_at(at)?.days();
        doc.calendars.len().checked_add(at)
    })
}

/// The calendars of a policy, as the rules use them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Calendars {
    own: Vec<(Str, BusinessDays)>,
}

impl Calendars {
    pub(super) fn compile(doc: &PolicyDoc) -> Self {
        let own = doc.calendars.iter();
        Self { own: own.map(|one| (one.id.clone(), BusinessDays::new(one))).collect() }
    }

    pub(super) fn at(&self, place: usize) -> Option<(&str, &BusinessDays)> {
        match self.own.get(place) {
            Some((id, days)) => Some((id, days)),
            None => built_in_at(place.checked_sub(self.own.len())?).map(|one| (one.id, one.days())),
        }
    }

    pub(super) fn named(&self, id: &str) -> Option<(&str, &BusinessDays)> {
        let own = self.own.iter().find(|(known, _)| known == id);
        let own = own.map(|(id, days)| (id.as_str(), days));
        own.or_else(|| built_in(id).map(|one| (one.id, one.days())))
    }
}

/// Everything that is wrong with the calendars.
pub(super) fn check(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for (at, calendar) in doc.calendars.iter().enumerate() {
        let path = format!("calendars[{at}]");
        if !seen.insert(&calendar.id) {
            let path = format!("{path}.id");
            problems.push(problem(path, &calendar.id, "a calendar has this id already"));
        }
        let days = BusinessDays::new(calendar);
        if !days.has_business_days() {
            let path = format!("{path}.weekend");
            problems.push(problem(path, &calendar.weekend, "no day of the week is left"));
        }
        if let Some(until) = calendar.known_until
            && calendar.holidays.iter().any(|day| *day > until)
        {
            let path = format!("{path}.knownUntil");
            problems.push(problem(path, &until, "a holiday lies after this day"));
        }
        extension(calendar, &path, problems);
    }
}

fn extension(calendar: &BusinessCalendar, path: &str, problems: &mut Vec<Problem>) {
    let base = calendar.extends.as_ref().map(|id| (id, built_in(id)));
    if let Some((id, None)) = base {
        let what = "there is no such built-in calendar";
        problems.push(problem(format!("{path}.extends"), id, what));
    }
    for (at, day) in calendar.not_holidays.iter().enumerate() {
        let what = match base {
            None => "no calendar is extended that could have this holiday",
            Some((_, Some(base))) if !base.days().is_holiday(day.number()) => {
                "the extended calendar has no holiday on this day"
            }
            Some(_) => continue,
        };
        problems.push(problem(format!("{path}.notHolidays[{at}]"), day, what));
    }
}
