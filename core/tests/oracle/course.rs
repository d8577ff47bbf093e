//! The walk up a ladder: what is passed over, and which step comes next.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use dunning::{AfterLast, Anchor, CatchUp, FirstRun, Item, Offset, Scenario, Step};

use super::dates::{Before, When, follows};
use super::deliveries::{Delivery, days_of};
use super::facts::{World, number};
use super::level::Level;
use super::owed::Owed;
use super::shared::is_shared;

/// Where an item stands on its ladder today.
#[derive(Default)]
pub(crate) struct Course {
    /// The steps passed over, with the reason.
    pub(crate) passed: Vec<String>,
    /// The place of the next step, and the day from which it is due.
    pub(crate) next: Option<(usize, i32)>,
    pub(crate) holds: BTreeSet<String>,
    /// True if the only thing against it is that its day has not come.
    pub(crate) waits_for_day: bool,
    pub(crate) is_due: bool,
    /// True if the gap or its step of today makes it wait, due or not.
    pub(crate) rests: bool,
    /// The highest step taken, and the day.
    pub(crate) level: Option<usize>,
    pub(crate) taken_on: Option<i32>,
    /// The lowest step that may be taken instead, and whether the one that was reached may not.
    pub(crate) lowest: usize,
    pub(crate) is_cut: bool,
    /// Of a step that is repeated, or that others have taken before.
    pub(crate) occurrence: Option<u32>,
    /// True if others have taken the step without it.
    pub(crate) is_behind: bool,
}

struct Walk<'w, 'a> {
    world: &'w World<'a>,
    item: &'w Item,
    ladder: &'w Scenario,
    owed: &'w Owed,
    before: Before,
    at: usize,
    course: Course,
    /// The lowest step that may be taken in place of the next.
    lowest: usize,
    /// How many items nothing stops.
    free: usize,
    /// The day that a shared level is counted from.
    shared_day: Option<i32>,
}

impl<'a> World<'a> {
    pub(crate) fn course(
        &self,
        item: &Item,
        ladder: &Scenario,
        level: &Level<'a>,
        (owed, free): (&Owed, usize),
        deliveries: &[Delivery<'a>],
    ) -> Course {
        let place = |id: &str| ladder.steps.iter().position(|step| step.id == *id).unwrap();
        let highest = level.taken.iter().map(|taken| place(&taken.step)).max();
        let same = level.taken.iter().filter(|taken| Some(place(&taken.step)) == highest);
        // The last time that it was taken; of several sendings for that, the first.
        let last = same
            .min_by_key(|taken| (Reverse(taken.occurrence), taken.day, taken.deadline.is_none()));
        let mut walk = Walk {
            world: self,
            item,
            ladder,
            owed,
            before: Before::default(),
            at: 0,
            course: Course::default(),
            lowest: 0,
            free,
            shared_day: level.group.map(|group| group.anchor),
        };
        // A level that may fall is never above what the item's own days give today.
        let top = highest;
        let most = if ladder.may_fall { walk.reachable() } else { Some(usize::MAX) };
        let highest = highest.zip(most).map(|(highest, most)| highest.min(most));
        let last = last.filter(|_| highest.is_some());
        walk.before = Before {
            day: last.map(|last| last.day),
            deadline: last.and_then(|last| last.deadline),
            taken: last.map(|last| last.day),
            shared: None,
        };
        walk.at = highest.map_or(0, |highest| highest + 1);
        walk.lowest = walk.at;
        walk.course.level = highest;
        walk.course.taken_on = last.map(|last| last.day);
        let jump_to = walk.jump(last.is_some());
        walk.climb(jump_to);
        let mut course = walk.course;
        if let Some((at, last)) = course.level.zip(last)
            && top == Some(at)
            && let Some(due) = self.behind(item, ladder, last)
            && !(course.is_due && course.holds.is_empty())
        {
            self.stay(item, (at, due), ladder, &mut course);
            course.occurrence = Some(last.occurrence);
        }
        if let Some((at, _)) = course.next {
            self.step_holds(item, ladder, at, &mut course, deliveries);
        }
        course
    }
}

impl World<'_> {
    /// True if the step asks for more open and free items than there are.
    fn few_items(&self, step: &Step, free: usize) -> bool {
        step.min_items.is_some_and(|least| free < usize::try_from(least).unwrap())
    }
}

impl Walk<'_, '_> {
    fn when(&self, at: usize, before: Before) -> When {
        let before = Before { shared: self.shared_day, ..before };
        self.world.when(self.item, self.ladder, at, before, self.owed)
    }

    fn pass(&mut self, why: &str, reached: Option<i32>) {
        let step = &self.ladder.steps[self.at];
        self.course.passed.push(format!("{} {why}", step.id));
        if let Some(reached) = reached {
            self.before.day = Some(reached);
            self.before.deadline = None;
        }
        self.at += 1;
        // What a later step has overtaken may still be taken, should too little be due for that.
        if !matches!(why, "enteredLater" | "overtaken" | "promiseBroken") {
            self.lowest = self.at;
            self.course.is_cut = true;
        }
    }

    /// The highest step that is due by the item's own days, and those that only follow it.
    fn reachable(&self) -> Option<usize> {
        let own = (0..self.ladder.steps.len()).rfind(|at| {
            let step = &self.ladder.steps[*at];
            let day = self.day(*at, Before::default());
            !follows(step)
                && day.is_some_and(|day| self.world.today >= day)
                && !self.world.few_items(step, self.free)
        });
        let mut at = own?;
        while self.ladder.steps.get(at + 1).is_some_and(follows) {
            at += 1;
        }
        Some(at)
    }

    /// The step to which the entry or the way to catch up leads, past those before it.
    fn jump(&self, reached: bool) -> usize {
        let to = match (reached, &self.ladder.entry, self.ladder.catch_up) {
            (false, Some(FirstRun::MatchingStep {}), _) | (true, _, Some(CatchUp::NewestOnly)) => {
                self.latest_due(false)
            }
            (false, Some(FirstRun::MostSevere {}), _) => self.latest_due(true),
            _ => None,
        };
        to.unwrap_or(self.at)
    }

    /// The latest step that is due, up to the first that is required. Steps counted from the one
    /// before take part only if each is taken to be reached on its day.
    fn latest_due(&self, each_on_its_day: bool) -> Option<usize> {
        let mut before = self.before;
        let mut found = None;
        for at in self.at..self.ladder.steps.len() {
            let step = &self.ladder.steps[at];
            if (each_on_its_day || !follows(step))
                && let Some(due) = self.day(at, before)
            {
                if self.world.today >= due && !self.world.few_items(step, self.free) {
                    found = Some(at);
                }
                let moved = self.world.moved(self.item, self.ladder, &step.id).is_some();
                let passed = self.passing(at, due, moved, 0);
                before.day = Some(passed.map_or(due, |(_, reached)| reached));
                before.deadline = None;
            }
            if step.required {
                break;
            }
        }
        found
    }

    /// The day of a step, with what was done by hand.
    fn day(&self, at: usize, before: Before) -> Option<i32> {
        let step = &self.ladder.steps[at];
        match self.when(at, before) {
            When::On(due) => {
                let moved = self.world.moved(self.item, self.ladder, &step.id);
                Some(moved.map_or(due, |(_, moved)| number(moved.to)))
            }
            _ => None,
        }
    }

    fn climb(&mut self, jump_to: usize) {
        while let Some(step) = self.ladder.steps.get(self.at) {
            match self.when(self.at, self.before) {
                When::NoPromise => {
                    self.pass("noBrokenPromise", None);
                    continue;
                }
                When::NoIssueDate => {
                    self.course.holds.insert("step noAnchor".to_owned());
                    return;
                }
                When::On(_) => {}
            }
            let due = self.day(self.at, self.before).unwrap();
            let moved = self.world.moved(self.item, self.ladder, &step.id);
            if let Some((why, day)) = self.passing(self.at, due, moved.is_some(), jump_to) {
                self.pass(why, Some(day));
                continue;
            }
            let hold = match moved {
                Some((entry, moved)) => {
                    format!("rescheduled {entry} {} {}", step.id, number(moved.to))
                }
                None => format!("step notYetDue {} {}", step.id, self.own_day(due)),
            };
            let by_itself = moved.is_none();
            return self.stop_at(due, hold, by_itself);
        }
        self.end();
    }

    /// Why a step is passed over, if it is, and the day on which it counts as reached.
    fn passing(
        &self,
        at: usize,
        due: i32,
        is_moved: bool,
        jump_to: usize,
    ) -> Option<(&'static str, i32)> {
        let step = &self.ladder.steps[at];
        if step.required {
            return None;
        }
        let today = self.world.today;
        if let Some((skipped_on, _)) = self.world.skip(self.item, self.ladder, &step.id) {
            return Some(("byHand", due.max(skipped_on)));
        }
        if let Some(broken) = self.world.broken_step().filter(|_| self.owed.is_broken)
            && self.ladder.steps[at + 1..].iter().any(|later| later.id == broken)
        {
            return Some(("promiseBroken", self.owed.failed_promise.unwrap() + 1));
        }
        let is_early =
            step.anchor.unwrap_or(Anchor::DueDate) == Anchor::DueDate && days_of(&step.offset) < 0;
        if is_early && !is_moved && today > number(self.item.due) {
            return Some(("duePassed", due));
        }
        if self.ladder.catch_up == Some(CatchUp::Skip) && !is_moved && today > due {
            return Some(("dayPassed", due));
        }
        let why = if self.before.taken.is_none() { "enteredLater" } else { "overtaken" };
        (at < jump_to).then_some((why, due))
    }

    /// What is not overdue takes no part in a level that it shares.
    fn own_day(&self, due: i32) -> i32 {
        if is_shared(self.ladder) { due.max(number(self.item.due) + 1) } else { due }
    }

    fn stop_at(&mut self, due: i32, hold: String, by_itself: bool) {
        let due = self.own_day(due);
        self.course.next = Some((self.at, due));
        self.course.lowest = self.lowest.min(self.at);
        self.course.is_due = self.world.today >= due;
        if !self.course.is_due {
            self.course.holds.insert(hold);
            self.course.waits_for_day = by_itself;
        } else if self.world.few_items(&self.ladder.steps[self.at], self.free) {
            let step = &self.ladder.steps[self.at].id;
            self.course.holds.insert(format!("step tooFewItems {step} {due}"));
        }
    }

    /// After the last step.
    fn end(&mut self) {
        let last = self.ladder.steps.len() - 1;
        let step = &self.ladder.steps[last];
        let ended = self.before.day.unwrap_or(number(self.item.due));
        if let Some(AfterLast::Repeat { every_days, at_most }) = self.ladder.after_last
            && self.course.level == Some(last)
            && let Some(taken) = self.before.taken
        {
            let is_deadline = step.anchor == Some(Anchor::PreviousDeadline);
            let mut from = self.before.deadline.filter(|_| is_deadline).unwrap_or(taken);
            let offset = Offset::Days { days: i32::try_from(every_days).unwrap() };
            let mut key = self.world.key(self.item, self.ladder, &step.id);
            while at_most.is_none_or(|most| key.occurrence <= most) {
                let due = self.world.after(from, &offset, self.ladder.boundary);
                let moved = self.world.moved_key(&key);
                let due = moved.map_or(due, |(_, moved)| number(moved.to));
                if let Some((skipped_on, _)) = self.world.skip_key(&key).filter(|_| !step.required)
                {
                    self.course.passed.push(format!("{} byHand", step.id));
                    from = due.max(skipped_on);
                    key.occurrence += 1;
                    continue;
                }
                let hold = match moved {
                    Some((entry, _)) => format!("rescheduled {entry} {} {due}", step.id),
                    None => format!("step notYetDue {} {}", step.id, self.own_day(due)),
                };
                self.at = last;
                self.course.occurrence = Some(key.occurrence);
                return self.stop_at(due, hold, moved.is_none());
            }
        }
        let why = match self.ladder.after_last {
            Some(AfterLast::Handover {}) => "handoverDue",
            _ => "ladderEnded",
        };
        self.course.holds.insert(format!("step {why} {} {ended}", step.id));
    }
}
