use crate::calendar::Day;
use crate::policy::Ladder;
use crate::rules::case::Case;
use crate::rules::course::is_about;
use crate::standing::{Fact, MoveFacts};

/// A step that somebody moved is due on that day; the last word counts.
///
/// What was moved is one occurrence of it: a step that comes again has a day of its own.
///
/// Returns the number of the move and the new day.
pub(crate) fn rescheduled(
    case: &Case<'_, '_>,
    ladder: &Ladder,
    rung: usize,
    occurrence: u32,
) -> Option<(u32, i32)> {
    if !case.has(Fact::MOVE) {
        return None;
    }
    let step = &ladder.rungs.get(rung)?.id;
    let is_moved =
        |by: &MoveFacts<'_>| by.by.step.step == *step && by.by.step.occurrence == occurrence;
    let moved = moves(*case, ladder).filter(|(_, by)| is_moved(by)).last();
    moved.map(|(number, by)| (number, by.by.to.number()))
}

/// By how many days earlier steps were moved with all that follow.
pub(crate) fn shift(case: &Case<'_, '_>, ladder: &Ladder, rung: usize) -> i32 {
    if !case.has(Fact::MOVE) {
        return 0;
    }
    let earlier = ladder.rungs.get(..rung).unwrap_or_default();
    let mut days = 0_i32;
    for step in earlier {
        let moved = moves(*case, ladder).filter(|(_, by)| by.by.step.step == step.id).last();
        if let Some((_, by)) = moved.filter(|(_, by)| by.by.shift_rest) {
            let was = by.by.was.map_or(by.by.to.number(), Day::number);
            days = days.saturating_add(by.by.to.number().saturating_sub(was));
        }
    }
    days
}

fn moves<'s, 'a>(
    case: Case<'s, 'a>,
    ladder: &'s Ladder,
) -> impl Iterator<Item = (u32, &'s MoveFacts<'a>)> {
    let standing = case.standing;
    case.facts().filter_map(move |fact| {
        let Fact::Move(number) = fact else { return None };
        let by = standing.moves.get(usize::try_from(number).ok()?)?;
        let step = &by.by.step;
        (step.scenario == ladder.id && is_about(&case, ladder, step)).then_some((number, by))
    })
}
