//! Where an item stands on its ladder, and what comes next.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use dunning::{Item, Scenario, Step};

use super::climb::Walk;
use super::dates::Before;
use super::deliveries::Delivery;
use super::facts::World;
use super::level::{Level, Taken};
use super::owed::Owed;

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
    /// True if nothing stands against its step, due or not.
    pub(crate) is_free: bool,
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
            && !(course.is_due && course.holds.is_empty() && !self.is_asked_for(item, ladder, last))
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
    /// True if the step that others have taken was laid before a person for this item.
    fn is_asked_for(&self, item: &Item, ladder: &Scenario, last: &Taken) -> bool {
        let mut key = self.key(item, ladder, &last.step);
        key.occurrence = last.occurrence;
        let step = ladder.steps.iter().find(|step| step.id == *last.step).unwrap();
        self.frozen(item, step, &key).is_some()
    }

    /// True if the step asks for more open and free items than there are.
    pub(crate) fn few_items(&self, step: &Step, free: usize) -> bool {
        step.min_items.is_some_and(|least| free < usize::try_from(least).unwrap())
    }
}
