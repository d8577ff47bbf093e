//! What comes after the last step of a ladder.

use super::walk::{Planned, Walk};
use crate::calendar::{Day, Known};
use crate::model::{Anchor, SkippedWhy, StepWhy};
use crate::policy::AfterLast;
use crate::rules::case::{Answers, Held, NextRung};
use crate::rules::course::{occurrence, previous_day};
use crate::rules::ladder::by_hand;
use crate::rules::notice::frozen;

impl Walk<'_, '_, '_> {
    /// The last step again, or nothing more.
    pub(super) fn after_last(&self, answers: &mut Answers) -> Option<NextRung> {
        let case = self.case;
        let number = self.ladder.rungs.len().checked_sub(1)?;
        let rung = self.ladder.rungs.get(number)?;
        let reached = self.course.level.map(|level| level.reached.day(case.standing));
        let ended = self.previous.or(reached).unwrap_or(case.item.due);
        if let AfterLast::Repeat { every_days, at_most } = self.ladder.after_last
            && let Some(level) = self.course.level.filter(|level| level.rung == number)
        {
            let every = i32::try_from(every_days).unwrap_or(i32::MAX);
            let mut anchor_day = previous_day(case, rung, &level);
            let mut times = occurrence(case, self.ladder, number);
            while at_most.is_none_or(|most| times <= most) {
                let day = anchor_day.saturating_add(every).saturating_add(self.ladder.boundary);
                let grace = case.source.and_then(|item| item.grace_until).map(Day::number);
                let day = day.max(grace.map_or(i32::MIN, |until| until.saturating_add(1)));
                let moved = self.moved(number, || times);
                let day = moved.map_or(day, |(_, day)| day);
                // A repetition that somebody skipped counts as taken on its day.
                let skip = by_hand(case, self.ladder, rung, || times).filter(|_| !rung.required);
                if let Some((skip, on)) = skip {
                    answers.why(self.skipped(number, SkippedWhy::ByHand, Some(skip)));
                    anchor_day = day.max(on);
                    times = times.saturating_add(1);
                    continue;
                }
                let anchor = match rung.anchor {
                    Anchor::PreviousDeadline => Anchor::PreviousDeadline,
                    _ => Anchor::PreviousStep,
                };
                let due = Planned { day, anchor, anchor_day, known: Known::All, moved };
                let frozen = frozen(case, self.ladder, rung, || times);
                let next = self.arrive((number, times), rung, due, answers);
                return Some(NextRung { frozen, ..next });
            }
        }
        let why = match self.ladder.after_last {
            AfterLast::Handover {} => StepWhy::HandoverDue,
            _ => StepWhy::LadderEnded,
        };
        answers.hold(Held::Step { why, due: ended });
        None
    }
}
