use crate::model::SkippedWhy;
use crate::policy::{CatchUp, Ladder, Rung};
use crate::rules::case::Case;
use crate::rules::course::is_about;
use crate::standing::Fact;

/// A step that the ladder goes past.
#[derive(Clone, Copy)]
pub(crate) struct Passed {
    pub(crate) why: SkippedWhy,
    /// The number of the skip, if somebody skipped it.
    pub(crate) skip: Option<u32>,
    /// The day on which the step counts as reached.
    pub(crate) reached_on: i32,
}

impl Passed {
    pub(crate) fn new(why: SkippedWhy, reached_on: i32) -> Self {
        Self { why, skip: None, reached_on }
    }
}

/// A step that somebody skipped counts as reached; so does a step before the due day once that
/// day has passed, one below the step that the policy names for a broken promise, and, if the
/// scenario says so, any step that was not taken on its day. What the law demands is never passed
/// over.
#[inline]
pub(crate) fn skipped(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    (rung, occurrence): (&Rung, impl Fn() -> u32),
    due: i32,
    moved: bool,
) -> Option<Passed> {
    if rung.required {
        return None;
    }
    if let Some((number, on)) = by_hand(case, ladder, rung, occurrence) {
        // Skipping early does not make the next step come early.
        let reached_on = due.max(on);
        return Some(Passed { skip: Some(number), ..Passed::new(SkippedWhy::ByHand, reached_on) });
    }
    if let Some((step, since)) = case.broken_step()
        && ladder.rung(step) > ladder.rung(&rung.id)
    {
        return Some(Passed::new(SkippedWhy::PromiseBroken, since));
    }
    if rung.is_early() && !moved && case.standing.today > case.item.due {
        return Some(Passed::new(SkippedWhy::DuePassed, due));
    }
    if ladder.catch_up == CatchUp::Skip && !moved && due < case.standing.today {
        return Some(Passed::new(SkippedWhy::DayPassed, due));
    }
    None
}

/// The skip of this occurrence of a step, with its number and its day.
pub(crate) fn by_hand(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    rung: &Rung,
    occurrence: impl Fn() -> u32,
) -> Option<(u32, i32)> {
    if !case.has(Fact::SKIP) {
        return None;
    }
    let occurrence = occurrence();
    case.facts().find_map(|fact| {
        let Fact::Skip(number) = fact else { return None };
        let skip = case.standing.skips.get(usize::try_from(number).ok()?)?;
        let is_meant = skip.step.scenario == ladder.id
            && skip.step.step == rung.id
            && skip.step.occurrence == occurrence
            && is_about(case, ladder, skip.step);
        is_meant.then_some((number, skip.on))
    })
}
