//! What is asked of the one step that comes next.

use dunning::{BlockScope, Item, Scenario, StepKey};

use super::course::Course;
use super::deliveries::{Delivery, Fate};
use super::facts::World;

impl<'a> World<'a> {
    /// The holds of a step, and when it may be taken.
    pub(crate) fn step_holds(
        &self,
        item: &Item,
        ladder: &Scenario,
        at: usize,
        course: &mut Course,
        deliveries: &[Delivery<'a>],
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
        let mut key = self.key(item, ladder, &step.id);
        key.occurrence = course.occurrence.unwrap_or(key.occurrence);
        let rests = self.rests(item, &key, course, deliveries);
        let mut against = rests;
        if step.legal_notice.is_some() {
            against.push(format!("legalData {}", step.id));
        }
        if let Some(entry) = self.rejected(&key, item) {
            against.push(format!("rejected {entry}"));
        }
        against.extend(self.called(item, step, &key));
        course.is_free = against.is_empty();
        if course.is_due {
            course.holds.extend(against);
        }
    }

    /// The gap after the last contact, and at most one step a day.
    fn rests(
        &self,
        item: &Item,
        key: &StepKey,
        course: &Course,
        deliveries: &[Delivery<'a>],
    ) -> Vec<String> {
        let mut holds = Vec::new();
        let mut own = deliveries.iter().filter(|one| one.takes(key, &item.id));
        let is_further = own.any(|one| matches!(one.fate(self, key), Fate::Failed | Fate::Missed));
        let gap = i32::try_from(self.doc.min_gap_days.unwrap_or(3)).unwrap().max(1);
        let last = self.contacts(deliveries).into_iter().map(|(_, day)| day).max();
        let until = last.map(|last| last + gap).filter(|until| self.today < *until);
        if let Some(until) = until.filter(|_| !is_further) {
            holds.push(format!("timing gap {until}"));
        }
        if course.taken_on.is_some_and(|day| day >= self.today) && !course.is_behind {
            holds.push(format!("timing oneStepPerDay {}", self.today + 1));
        }
        holds
    }
}
