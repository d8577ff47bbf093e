//! What is asked of the one step that comes next.

use dunning::{BlockScope, Item, Scenario};

use super::course::Course;
use super::deliveries::{Delivery, Fate};
use super::facts::World;
use super::level::Level;

impl<'a> World<'a> {
    /// The holds of a step, and when it may be taken.
    pub(crate) fn step_holds(
        &self,
        item: &Item,
        ladder: &Scenario,
        at: usize,
        course: &mut Course,
        deliveries: &[Delivery<'a>],
        level: &Level<'a>,
    ) {
        let step = &ladder.steps[at];
        for block in self.blocks().iter().filter(|block| block.is_in_force(self.today)) {
            if let BlockScope::Step { step: about, item: of } = &block.block.scope
                && *about == step.id
                && of.as_ref().is_none_or(|of| *of == item.id)
            {
                course.holds.insert(format!("blocked {}", block.entry.id));
                course.waits_for_day = false;
            }
        }
        if !course.is_due {
            return;
        }
        if step.legal_notice.is_some() {
            course.holds.insert(format!("legalData {}", step.id));
        }
        let mut key = self.key(item, ladder, &step.id);
        key.occurrence = course.occurrence.unwrap_or(key.occurrence);
        let is_further =
            deliveries.iter().any(|one| one.covers(&key) && one.fate(self, &key) == Fate::Failed);
        let gap = i32::try_from(self.doc.min_gap_days.unwrap_or(3)).unwrap().max(1);
        let last = self.contacts(deliveries).into_iter().map(|(_, day)| day).max();
        let until = last.map(|last| last + gap).filter(|until| self.today < *until);
        if let Some(until) = until.filter(|_| !is_further) {
            course.holds.insert(format!("timing gap {until}"));
        }
        if level.taken.iter().any(|taken| taken.day >= self.today) {
            course.holds.insert(format!("timing oneStepPerDay {}", self.today + 1));
        }
    }
}
