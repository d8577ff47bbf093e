//! The walk up a ladder: what is passed over, and which step comes next.

use dunning::{AfterLast, Anchor, CatchUp, FirstRun, Item, Offset, Scenario};

use super::course::Course;
use super::dates::{Before, When, follows};
use super::deliveries::days_of;
use super::facts::{World, number};
use super::owed::Owed;
use super::shared::is_shared;

pub(super) struct Walk<'w, 'a> {
    pub(super) world: &'w World<'a>,
    pub(super) item: &'w Item,
    pub(super) ladder: &'w Scenario,
    pub(super) owed: &'w Owed,
    pub(super) before: Before,
    pub(super) at: usize,
    pub(super) course: Course,
    /// The lowest step that may be taken in place of the next.
    pub(super) lowest: usize,
    /// How many items nothing stops.
    pub(super) free: usize,
    /// The day that a shared level is counted from.
    pub(super) shared_day: Option<i32>,
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
    pub(super) fn reachable(&self) -> Option<usize> {
        let mut most = None;
        for at in 0..self.ladder.steps.len() {
            let step = &self.ladder.steps[at];
            // A broken promise brings its step whatever the day.
            let broken = self.world.broken_step().filter(|_| self.owed.is_broken);
            let is_broken = broken.is_some_and(|broken| step.id == broken);
            let goes_on = at == most.map_or(0, |most| most + 1);
            let is_reached = if is_broken || (follows(step) && at > 0) {
                is_broken || goes_on
            } else {
                match self.when(at, Before::default()) {
                    // What comes for a broken promise only is passed over.
                    When::NoPromise => goes_on,
                    When::NoIssueDate => false,
                    When::On(_) => {
                        let day = self.day(at, Before::default()).unwrap();
                        // What was taken on the day to which somebody moved it stays taken.
                        let mut key = self.world.key(self.item, self.ladder, &step.id);
                        let was_moved = (1..key.occurrence).any(|times| {
                            key.occurrence = times;
                            self.world.moved_key(&key).is_some()
                        });
                        let is_due = self.world.today >= day;
                        was_moved || (is_due && !self.world.few_items(step, self.free))
                    }
                }
            };
            if is_reached {
                most = Some(at);
            }
        }
        most
    }

    /// The step to which the entry or the way to catch up leads, past those before it.
    pub(super) fn jump(&self, reached: bool) -> usize {
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
                let reached = passed.map(|(_, reached)| reached);
                before.day = Some(reached.or_else(|| self.handed_over(at)).unwrap_or(due));
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

    pub(super) fn climb(&mut self, jump_to: usize) {
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
            let passing = self.passing(self.at, due, moved.is_some(), jump_to);
            let by_hand = passing.filter(|(why, _)| *why == "byHand");
            // A call that waited long enough has no outcome, whatever else passes over it.
            let passed = by_hand.or_else(|| self.unanswered()).or(passing);
            if let Some((why, day)) = passed {
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

    fn unanswered(&self) -> Option<(&'static str, i32)> {
        let step = &self.ladder.steps[self.at];
        let key = self.world.key(self.item, self.ladder, &step.id);
        let due_after = |since: i32| {
            let before = Before { day: Some(since), deadline: None, ..self.before };
            self.ladder.steps.get(self.at + 1)?;
            self.day(self.at + 1, before)
        };
        let since = self.world.no_outcome(self.item, step, &key, due_after)?;
        Some(("noOutcome", since))
    }

    fn handed_over(&self, at: usize) -> Option<i32> {
        let key = self.world.key(self.item, self.ladder, &self.ladder.steps[at].id);
        self.world.handed_over(self.item, &key)
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
        // What was laid before a person waits for the answer.
        let is_asked = self.is_asked(at);
        if let Some(broken) = self
            .world
            .broken_step()
            .filter(|_| self.owed.is_broken && (!is_asked || is_shared(self.ladder)))
            && self.ladder.steps[at + 1..].iter().any(|later| later.id == broken)
        {
            return Some(("promiseBroken", self.owed.failed_promise.unwrap() + 1));
        }
        let reached = self.handed_over(at).unwrap_or(due);
        let is_early =
            step.anchor.unwrap_or(Anchor::DueDate) == Anchor::DueDate && days_of(&step.offset) < 0;
        if is_early && !is_moved && !is_asked && today > number(self.item.due) {
            return Some(("duePassed", reached));
        }
        if self.ladder.catch_up == Some(CatchUp::Skip) && !is_moved && !is_asked && today > due {
            return Some(("dayPassed", reached));
        }
        let why = if self.before.taken.is_none() { "enteredLater" } else { "overtaken" };
        (at < jump_to && !is_asked).then_some((why, reached))
    }

    fn is_asked(&self, at: usize) -> bool {
        let step = &self.ladder.steps[at];
        let key = self.world.key(self.item, self.ladder, &step.id);
        self.world.frozen(self.item, step, &key).is_some()
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
                let grace = self.item.grace_until.map_or(i32::MIN, |until| number(until) + 1);
                let due = due.max(grace);
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
