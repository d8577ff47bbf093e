//! The first step after the one reached that is not passed over, and whether it is due.

use crate::calendar::Known;
use crate::model::{Anchor, SkippedWhy, StepWhy};
use crate::policy::{CatchUp, FirstRun, Ladder, Rung, Select};
use crate::rules::case::{Answers, Case, Course, Held, Level, NextRung, Why};
use crate::rules::course::{occurrence, previous_day};
use crate::rules::ladder::{Due, NoDay, rescheduled, shift, step};
use crate::rules::notice::frozen;
use crate::standing::Fact;

/// Walks up the ladder from where the item stands.
pub(super) fn next(
    case: &Case<'_, '_>,
    course: &Course,
    answers: &mut Answers,
) -> Option<NextRung> {
    let ladder = case.standing.policy.ladder_at(course.ladder)?;
    let mut walk = Walk { case, course, ladder, previous: None, floor: 0 };
    let jump_to = walk.jump();
    let from = course.next();
    for (number, rung) in (from..).zip(ladder.rungs.get(from..).unwrap_or_default()) {
        let due = match walk.due(number, rung) {
            Ok(due) => due,
            Err(NoDay::NoBrokenPromise) => {
                answers.why(walk.skipped(number, SkippedWhy::NoBrokenPromise, None));
                walk.floor = number.saturating_add(1);
                continue;
            }
            Err(NoDay::NotIssued) => {
                answers.hold(Held::Step { why: StepWhy::NoAnchor, due: case.item.due });
                return None;
            }
        };
        let frozen = frozen(case, ladder, rung, || occurrence(case, ladder, number));
        if let Some(passed) = walk.passed((number, rung), due, (frozen.is_some(), jump_to), answers)
        {
            walk.go_past((number, passed), due, answers);
            continue;
        }
        let next = walk.arrive((number, occurrence(case, ladder, number)), rung, due, answers);
        return Some(NextRung { frozen, ..next });
    }
    walk.after_last(answers)
}

/// A level that may fall is never above the step that what is open reaches today.
pub(super) fn fallen(case: &Case<'_, '_>, course: Course, answers: &mut Answers) -> Course {
    let ladder = case.standing.policy.ladder_at(course.ladder).filter(|ladder| ladder.may_fall);
    let Some((ladder, level)) = ladder.zip(course.level) else { return course };
    let level = reachable(case, course.ladder, ladder, answers)
        .map(|most| Level { rung: level.rung.min(most), ..level });
    Course { level, ..course }
}

/// The highest step that is due today by the item's own days, however often it was taken, with
/// those after it that are counted from the step before them.
fn reachable(
    case: &Case<'_, '_>,
    number: usize,
    ladder: &Ladder,
    answers: &mut Answers,
) -> Option<usize> {
    let course = Course { ladder: number, level: None };
    let walk = Walk { case, course: &course, ladder, previous: None, floor: 0 };
    // A broken promise brings its step whatever the day.
    let broken = case.broken_step().and_then(|(step, _)| ladder.rung(step));
    let mut most: Option<usize> = None;
    for (number, rung) in ladder.rungs.iter().enumerate() {
        let goes_on = number == most.map_or(0, |most| most.saturating_add(1));
        if broken == Some(number) || (rung.follows() && number > 0 && goes_on) {
            most = Some(number);
            continue;
        }
        if rung.follows() && number > 0 {
            continue;
        }
        match walk.due(number, rung) {
            // What was taken on the day to which somebody moved it stays taken.
            Ok(_) if walk.was_moved(number) => most = Some(number),
            // From then on it stands higher.
            Ok(due) if due.day > case.standing.today => answers.review_on(due.day),
            Ok(_) if walk.has_enough_items(rung) => most = Some(number),
            // It is passed over.
            Err(NoDay::NoBrokenPromise) if goes_on => most = Some(number),
            _ => {}
        }
    }
    most
}

/// The day of a step with what was done by hand.
#[derive(Clone, Copy)]
pub(super) struct Planned {
    pub(super) day: i32,
    pub(super) anchor: Anchor,
    pub(super) anchor_day: i32,
    pub(super) known: Known,
    pub(super) moved: Option<(u32, i32)>,
}

pub(super) struct Walk<'w, 's, 'a> {
    pub(super) case: &'w Case<'s, 'a>,
    pub(super) course: &'w Course,
    pub(super) ladder: &'s Ladder,
    /// The day on which the step before counts as reached, if it was passed over.
    pub(super) previous: Option<i32>,
    /// No step below this one may be taken in place of the next.
    pub(super) floor: usize,
}

impl Walk<'_, '_, '_> {
    fn previous(&self, rung: &Rung) -> Option<i32> {
        if !rung.follows() {
            return None;
        }
        let reached = || self.course.level.map(|level| previous_day(self.case, rung, &level));
        self.previous.or_else(reached)
    }

    pub(super) fn due(&self, number: usize, rung: &Rung) -> Result<Planned, NoDay> {
        let shift = shift(self.case, self.ladder, number);
        let Due { day, anchor, anchor_day, known } =
            step(self.case, self.course, number, self.previous(rung), shift)?;
        let moved = self.moved(number, || occurrence(self.case, self.ladder, number));
        let day = moved.map_or(day, |(_, day)| day);
        Ok(Planned { day, anchor, anchor_day, known, moved })
    }

    pub(super) fn moved(&self, number: usize, occurrence: impl Fn() -> u32) -> Option<(u32, i32)> {
        if !self.case.has(Fact::MOVE) {
            return None;
        }
        rescheduled(self.case, self.ladder, number, occurrence())
    }

    /// True if somebody moved the step when it was taken, be it that it was repeated since.
    fn was_moved(&self, number: usize) -> bool {
        if !self.case.has(Fact::MOVE) {
            return false;
        }
        let next = occurrence(self.case, self.ladder, number);
        let moves = self.case.standing.moves.iter().map(|one| one.by.step.occurrence);
        let mut taken = moves.filter(|times| *times < next);
        taken.any(|times| self.moved(number, || times).is_some())
    }

    /// The step that the item jumps to, past steps that are due as well.
    fn jump(&self) -> Option<usize> {
        if !self.ladder.may_jump {
            return None;
        }
        let from = self.course.next();
        match (self.course.level, &self.ladder.entry, self.ladder.catch_up) {
            (None, FirstRun::MatchingStep {}, _) => self.latest_due(from, false),
            (None, FirstRun::MostSevere {}, _) => self.latest_due(from, true),
            (Some(_), _, CatchUp::NewestOnly) => self.latest_due(from, false),
            _ => None,
        }
    }

    /// The latest step from this one on that is due today, with no required step before it;
    /// those counted from another step only if each is taken to be reached on its day.
    fn latest_due(&self, from: usize, follow: bool) -> Option<usize> {
        let today = self.case.standing.today;
        let mut latest = None;
        let mut walk = Walk { previous: self.previous, ..*self };
        for (number, rung) in self.ladder.rungs.iter().enumerate().skip(from) {
            if (follow || !rung.follows())
                && let Ok(due) = walk.due(number, rung)
            {
                if due.day <= today && self.has_enough_items(rung) {
                    latest = Some(number);
                }
                walk.previous = Some(self.reached_on(number, rung, &due));
            }
            if rung.required {
                break;
            }
        }
        latest
    }

    fn has_enough_items(&self, rung: &Rung) -> bool {
        rung.min_items <= 1
            || self.case.survey.items(self.case, self.course.ladder) >= rung.min_items
    }

    /// The step is the next one: due, or to come.
    pub(super) fn arrive(
        &self,
        (number, occurrence): (usize, u32),
        rung: &Rung,
        due: Planned,
        answers: &mut Answers,
    ) -> NextRung {
        let (case, today) = (self.case, self.case.standing.today);
        // An item that is not overdue takes no part in a level that it shares.
        let own = if self.ladder.is_shared() { case.item.due.saturating_add(1) } else { i32::MIN };
        let day = due.day.max(own);
        if day > today {
            answers.hold(match due.moved {
                Some((moved, _)) => Held::Rescheduled { moved },
                None => Held::Step { why: StepWhy::NotYetDue, due: day },
            });
            answers.review_on(day);
            // From then on it goes along with what is due.
            if self.ladder.select == Select::AllOverdueOnceOneTriggers && case.item.due >= today {
                answers.review_on(case.item.due.saturating_add(1));
            }
        } else if !self.has_enough_items(rung) {
            answers.hold(Held::Step { why: StepWhy::TooFewItems, due: day });
        } else {
            let rung = u32::try_from(number).unwrap_or(u32::MAX);
            let (anchor, anchor_day) = (due.anchor, due.anchor_day);
            answers.why(Why::Step { rung, anchor, anchor_day, due: day });
            if let Some((moved, _)) = due.moved {
                answers.why(Why::Rescheduled { moved });
            }
        }
        // From the next day on the step is passed over, or goes out with what is overdue.
        if (rung.is_early() && due.moved.is_none()) || day <= today {
            let overdue_from = case.item.due.saturating_add(1);
            if overdue_from > today {
                answers.review_on(overdue_from);
            }
        }
        self.review_passing((number, rung), due, answers);
        NextRung {
            rung: number,
            lowest: self.lowest(number, answers),
            occurrence,
            due: day,
            known: due.known,
            frozen: None,
            is_behind: false,
        }
    }
}
