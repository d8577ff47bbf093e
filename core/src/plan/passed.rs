//! The steps that the walk goes past, and the day on which each counts as reached.

use super::calls;
use super::lowest::is_lower;
use super::walk::{Planned, Walk};
use crate::model::SkippedWhy;
use crate::policy::{CatchUp, Rung};
use crate::rules::case::{Answers, Why};
use crate::rules::course::occurrence;
use crate::rules::ladder::{Passed, skipped};

impl Walk<'_, '_, '_> {
    /// Why the walk goes past a step, if it does; what a person was asked about waits for the
    /// answer.
    #[inline]
    pub(super) fn passed(
        &self,
        (number, rung): (usize, &Rung),
        due: Planned,
        (is_asked, jump_to): (bool, Option<usize>),
        answers: &mut Answers,
    ) -> Option<Passed> {
        let by_rule = self.by_rule(number, rung, &due, due.moved.is_some() || is_asked);
        // What shares a level may be asked about without the item whose promise was broken.
        let keeps = is_asked && !self.ladder.is_shared();
        let by_rule = by_rule.filter(|passed| !keeps || passed.why != SkippedWhy::PromiseBroken);
        if by_rule.is_some_and(|passed| passed.why == SkippedWhy::ByHand) {
            return by_rule;
        }
        let due_after = |after: usize, since: i32| {
            let walk = Walk { previous: Some(since), ..*self };
            Some(walk.due(after, self.ladder.rungs.get(after)?).ok()?.day)
        };
        let unanswered = calls::passed_over(self.case, self.ladder, number, due_after, answers)
            .map(|since| Passed::new(SkippedWhy::NoOutcome, since));
        let overtaken = || {
            jump_to.filter(|to| number < *to && !is_asked)?;
            let is_entry = self.course.level.is_none();
            let why = if is_entry { SkippedWhy::EnteredLater } else { SkippedWhy::Overtaken };
            Some(Passed::new(why, self.handed_over(number).unwrap_or(due.day)))
        };
        unanswered.or(by_rule).or_else(overtaken)
    }

    /// What was handed over counts as reached on that day, whatever passes over it.
    #[inline]
    fn by_rule(&self, number: usize, rung: &Rung, due: &Planned, kept: bool) -> Option<Passed> {
        let times = || occurrence(self.case, self.ladder, number);
        let passed = skipped(self.case, self.ladder, (rung, times), due.day, kept)?;
        if !matches!(passed.why, SkippedWhy::DuePassed | SkippedWhy::DayPassed) {
            return Some(passed);
        }
        let reached_on = self.handed_over(number).unwrap_or(passed.reached_on);
        Some(Passed { reached_on, ..passed })
    }

    fn handed_over(&self, number: usize) -> Option<i32> {
        calls::handed_over(self.case, self.ladder, number)
    }

    /// Goes past the step.
    pub(super) fn go_past(
        &mut self,
        (number, passed): (usize, Passed),
        due: Planned,
        answers: &mut Answers,
    ) {
        answers.why(self.skipped(number, passed.why, passed.skip));
        self.previous = Some(passed.reached_on);
        if !is_lower(passed.why) {
            self.floor = number.saturating_add(1);
        } else if self.ladder.catch_up == CatchUp::Skip && due.day >= self.case.standing.today {
            // Once its own day is over it is not taken instead any more.
            answers.review_on(due.day.saturating_add(1));
        }
    }

    /// The day on which a step counts as reached if the walk goes past it.
    pub(super) fn reached_on(&self, number: usize, rung: &Rung, due: &Planned) -> i32 {
        let passed = self.by_rule(number, rung, due, due.moved.is_some());
        let by_rule = passed.map(|passed| passed.reached_on);
        by_rule.or_else(|| self.handed_over(number)).unwrap_or(due.day)
    }

    pub(super) fn skipped(&self, number: usize, why: SkippedWhy, skip: Option<u32>) -> Why {
        Why::Skipped { rung: u32::try_from(number).unwrap_or(u32::MAX), why, skip }
    }

    /// A step that is passed over unless it is taken today, or that a later one overtakes.
    pub(super) fn review_passing(
        &self,
        (number, rung): (usize, &Rung),
        due: Planned,
        answers: &mut Answers,
    ) {
        // What has to be taken is neither.
        if rung.required {
            return;
        }
        let today = self.case.standing.today;
        if self.ladder.catch_up == CatchUp::Skip && due.moved.is_none() {
            answers.review_on(due.day.max(today).saturating_add(1));
        }
        if !(self.ladder.may_jump || self.ladder.may_fall) {
            return;
        }
        let mut walk = Walk { previous: Some(self.reached_on(number, rung, &due)), ..*self };
        for (later, rung) in self.ladder.rungs.iter().enumerate().skip(number.saturating_add(1)) {
            if let Ok(due) = walk.due(later, rung) {
                if due.day > today {
                    answers.review_on(due.day);
                }
                walk.previous = Some(self.reached_on(later, rung, &due));
            }
        }
    }
}
