//! When a step is due: its anchor, its offset, and what delays it.

use chrono::{Datelike, Months, NaiveDate, Weekday};
use dunning::{
    Anchor, BlockScope, Boundary, BusinessCalendar, Event, FirstRun, Item, Offset, OnRelease,
    Rescheduling, Scenario, Skipping, Step, StepKey,
};

use super::deliveries::days_of;
use super::facts::{World, day, number};
use super::owed::Owed;
use super::shared::is_shared;

/// What a step may be counted from, besides the item itself.
#[derive(Clone, Copy, Default)]
pub(crate) struct Before {
    /// The day on which the step before was reached.
    pub(crate) day: Option<i32>,
    /// The last day for payment that it gave.
    pub(crate) deadline: Option<i32>,
    /// The day on which the item last took a step.
    pub(crate) taken: Option<i32>,
    /// The day that a level is counted from which the item shares.
    pub(crate) shared: Option<i32>,
}

/// A day, or why there is none.
pub(crate) enum When {
    On(i32),
    NoIssueDate,
    NoPromise,
}

impl World<'_> {
    pub(crate) fn when(
        &self,
        item: &Item,
        ladder: &Scenario,
        at: usize,
        before: Before,
        owed: &Owed,
    ) -> When {
        let step = &ladder.steps[at];
        let anchor = step.anchor.unwrap_or(Anchor::DueDate);
        // Without a step before it, the due day stands in.
        let own = self.since(ladder, before.shared.unwrap_or(number(item.due)));
        let from = match anchor {
            Anchor::DueDate => own,
            Anchor::IssueDate if is_shared(ladder) => own,
            Anchor::IssueDate => match item.issued {
                Some(issued) => self.since(ladder, number(issued)),
                None => return When::NoIssueDate,
            },
            Anchor::PreviousStep => before.day.unwrap_or(own),
            Anchor::PreviousDeadline => before.deadline.or(before.day).unwrap_or(own),
            Anchor::LaterOfDueAndPrevious => before.day.map_or(own, |taken| taken.max(own)),
            Anchor::Promise => match owed.failed_promise {
                Some(until) => until,
                None => return When::NoPromise,
            },
            _ => panic!("a choice that the oracle does not know"),
        };
        let mut due = self.after(from, &step.offset, ladder.boundary);
        if at == 0 {
            due += ladder.grace_days.map_or(0, |days| i32::try_from(days).unwrap());
        }
        if !follows(step) {
            due += self.shifted(item, ladder, at);
        }
        due += self.blocked_days(item, from);
        if let (Some(gap), Some(taken)) = (step.gap_days, before.taken) {
            due = due.max(taken + i32::try_from(gap).unwrap());
        }
        if owed.is_broken && self.broken_step() == Some(step.id.as_str()) {
            due = due.min(owed.failed_promise.unwrap() + 1);
        }
        if let Some(until) = item.grace_until {
            due = due.max(number(until) + 1);
        }
        When::On(due)
    }

    /// A day, or that on which dunning began if that is later.
    fn since(&self, ladder: &Scenario, day: i32) -> i32 {
        match ladder.entry {
            Some(FirstRun::Reanchor { on }) => day.max(number(on)),
            _ => day,
        }
    }

    /// The step that a broken promise leads to.
    pub(crate) fn broken_step(&self) -> Option<&str> {
        self.doc.promises.as_ref()?.broken_step.as_deref()
    }

    /// The first day on which a step with this offset is due.
    pub(crate) fn after(&self, from: i32, offset: &Offset, boundary: Option<Boundary>) -> i32 {
        let at_month_end = matches!(offset, Offset::EndOfMonth { .. });
        let on_anchor = days_of(offset) == 0 && !at_month_end;
        let not_that_day = on_anchor && boundary == Some(Boundary::AfterAnchor);
        let days = if not_that_day { 1 } else { days_of(offset) };
        let end = match offset {
            Offset::Days { .. } => from + days,
            Offset::EndOfMonth { .. } => month_end(from + days),
            Offset::BusinessDays { calendar, .. } => {
                let calendar = self.doc.calendars.iter().find(|one| one.id == *calendar).unwrap();
                business(calendar, from, days)
            }
            _ => panic!("a choice that the oracle does not know"),
        };
        end + i32::from(boundary == Some(Boundary::Exclusive))
    }

    /// By how many days earlier steps were moved together with the rest.
    fn shifted(&self, item: &Item, ladder: &Scenario, at: usize) -> i32 {
        let earlier = ladder.steps[..at].iter();
        // An earlier step may have been taken since it was moved.
        let last = earlier.filter_map(|step| {
            self.journal.iter().rev().find_map(|entry| match &entry.event {
                Event::Rescheduled { reschedule } => {
                    let mut key = self.key(item, ladder, &step.id);
                    key.occurrence = reschedule.step.occurrence;
                    (reschedule.step == key).then_some(reschedule)
                }
                _ => None,
            })
        });
        let rest = last.filter(|moved| moved.shift_rest);
        rest.map(|moved| number(moved.to) - number(moved.was.unwrap_or(moved.to))).sum()
    }

    /// How many days after the anchor were blocked, day by day.
    fn blocked_days(&self, item: &Item, from: i32) -> i32 {
        let blocks = self.blocks().into_iter().filter(|block| {
            let concerns = match &block.block.scope {
                BlockScope::Debtor {} => true,
                BlockScope::Item { item: about } => *about == item.id,
                _ => false,
            };
            concerns
                && block.begins <= self.today
                && block.block.on_release == Some(OnRelease::ShiftByBlockedDays)
        });
        let spans: Vec<(i32, i32)> = blocks.filter_map(|block| block.days()).collect();
        let last = spans.iter().map(|(_, until)| *until).max().unwrap_or(from);
        let days = (from + 1..=last)
            .filter(|day| spans.iter().any(|(begins, until)| begins <= day && day <= until));
        i32::try_from(days.count()).unwrap()
    }

    /// The last word on when the next occurrence of a step comes.
    pub(crate) fn moved(
        &self,
        item: &Item,
        ladder: &Scenario,
        step: &str,
    ) -> Option<(&str, &Rescheduling)> {
        self.moved_key(&self.key(item, ladder, step))
    }

    pub(crate) fn moved_key(&self, key: &StepKey) -> Option<(&str, &Rescheduling)> {
        self.journal.iter().rev().find_map(|entry| match &entry.event {
            Event::Rescheduled { reschedule } if reschedule.step == *key => {
                Some((entry.id.as_str(), reschedule))
            }
            _ => None,
        })
    }

    /// The skip of a step, with its day.
    pub(crate) fn skip(
        &self,
        item: &Item,
        ladder: &Scenario,
        step: &str,
    ) -> Option<(i32, &Skipping)> {
        self.skip_key(&self.key(item, ladder, step))
    }

    pub(crate) fn skip_key(&self, key: &StepKey) -> Option<(i32, &Skipping)> {
        self.journal.iter().find_map(|entry| match &entry.event {
            Event::Skipped { skip } if skip.step == *key => {
                Some((self.day_of(entry.occurred_at), skip))
            }
            _ => None,
        })
    }
}

/// True if it is counted from the step before it.
pub(crate) fn follows(step: &Step) -> bool {
    matches!(
        step.anchor,
        Some(Anchor::PreviousStep | Anchor::PreviousDeadline | Anchor::LaterOfDueAndPrevious)
    )
}

/// The last day of the month.
fn month_end(number_of_day: i32) -> i32 {
    let first = day(number_of_day).date().with_day(1).unwrap();
    (first + Months::new(1)).num_days_from_ce() - 1
}

fn business(calendar: &BusinessCalendar, from: i32, days: i32) -> i32 {
    let is_open = |number: i32| {
        let date: NaiveDate = day(number).date();
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && !calendar.holidays.iter().any(|holiday| holiday.date() == date)
    };
    let mut at = from;
    let step = if days < 0 { -1 } else { 1 };
    for _ in 0..days.abs() {
        at += step;
        while !is_open(at) {
            at += step;
        }
    }
    while !is_open(at) {
        at += 1;
    }
    at
}
