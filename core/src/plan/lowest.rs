//! Which step may be taken in place of one for which too little is due.

use super::walk::Walk;
use crate::model::SkippedWhy;
use crate::policy::MinimumMissed;

/// True for a step that a later one has only overtaken: should too little be due for that, it may be
/// taken instead. Any other step that was passed over counts as taken.
pub(super) fn is_lower(why: SkippedWhy) -> bool {
    matches!(why, SkippedWhy::EnteredLater | SkippedWhy::Overtaken | SkippedWhy::PromiseBroken)
}

impl Walk<'_, '_, '_> {
    /// The lowest step that may be taken instead: itself, unless too little may lower it, even to
    /// the one that was reached once more.
    pub(super) fn lowest(&self, number: usize) -> usize {
        let minimums = self.ladder.minimums.as_ref();
        let lowest = match (minimums.and_then(|minimums| minimums.missed), self.course.level) {
            (Some(MinimumMissed::LowerStepOrAgain), Some(level)) => level.rung,
            (Some(MinimumMissed::LowerStep | MinimumMissed::LowerStepOrAgain), _) => {
                self.course.next()
            }
            _ => number,
        };
        lowest.max(self.floor)
    }
}
