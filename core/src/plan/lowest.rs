//! Which step may be taken in place of one for which too little is due.

use super::walk::Walk;
use crate::model::SkippedWhy;
use crate::policy::MinimumMissed;
use crate::rules::case::Answers;
use crate::rules::course::occurrence;
use crate::rules::ladder::rejection;
use crate::standing::Fact;

/// True for a step that a later one has only overtaken: should too little be due for that, it may be
/// taken instead. Any other step that was passed over counts as taken.
pub(super) fn is_lower(why: SkippedWhy) -> bool {
    matches!(why, SkippedWhy::EnteredLater | SkippedWhy::Overtaken | SkippedWhy::PromiseBroken)
}

impl Walk<'_, '_, '_> {
    /// The lowest step that may be taken instead: itself, unless too little may lower it, even to
    /// the one that was reached once more.
    pub(super) fn lowest(&self, number: usize, answers: &mut Answers) -> usize {
        let minimums = self.ladder.minimums.as_ref();
        let lowest = match (minimums.and_then(|minimums| minimums.missed), self.course.level) {
            (Some(MinimumMissed::LowerStepOrAgain), Some(level)) => level.rung,
            (Some(MinimumMissed::LowerStep | MinimumMissed::LowerStepOrAgain), _) => {
                self.course.next()
            }
            _ => number,
        };
        let lowest = lowest.max(self.floor);
        if !self.case.has(Fact::RULING) {
            return lowest;
        }
        // Nor is one taken instead that a person rejected, or one before it.
        let rejected = (lowest..number).rfind(|lower| {
            let step = (*lower, occurrence(self.case, self.ladder, *lower));
            rejection(self.case, self.ladder, step, answers).is_some()
        });
        rejected.map_or(lowest, |lower| lower.saturating_add(1))
    }
}
