//! Where an item stands on its ladder, for whoever records something about it.

use super::judge;
use crate::rules::case::{Answers, Case};
use crate::rules::ladder;
use crate::standing::{Fact, Standing};
use crate::text::Str;

/// The day on which a step of an item is due as things stand: of the next step, or of a later one
/// that is counted from the due day.
pub(crate) fn due_day(standing: &Standing<'_>, at: usize, step: &str) -> Option<i32> {
    let case = Case::new(standing, at)?;
    let mut answers = Answers::default();
    let verdict = judge(&case, &mut answers);
    let ladder = standing.policy.ladder_at(verdict.ladder?)?;
    let number = ladder.rung(step)?;
    if let Some(next) = verdict.next.filter(|next| next.rung == number) {
        return Some(next.due);
    }
    let rung = ladder.rungs.get(number).filter(|rung| !rung.from_previous)?;
    let day = ladder::step(&case, rung, None).day;
    Some(day.saturating_add(ladder::shift(&case, ladder, number)))
}

/// The ladder that an item follows as things stand.
pub(crate) fn ladder_of(standing: &Standing<'_>, at: usize) -> Option<usize> {
    let case = Case::new(standing, at)?;
    Some(ladder::scenario(&case, &mut Answers::default())?.ladder)
}

/// The step that an item has reached, and when.
///
/// # Errors
///
/// The policy does not hold what the item follows, so nobody can tell.
pub(crate) fn reached_step(
    standing: &Standing<'_>,
    at: usize,
) -> Result<Option<(Str, i32)>, StepUnknown> {
    let Some(case) = Case::new(standing, at) else { return Ok(None) };
    let Some(course) = ladder::scenario(&case, &mut Answers::default()) else {
        let has_begun = case.has(Fact::TAKE | Fact::IMPORT | Fact::LEVEL);
        return if has_begun { Err(StepUnknown) } else { Ok(None) };
    };
    let rungs = standing.policy.ladder_at(course.ladder).map(|ladder| &ladder.rungs);
    let rung = course.next.checked_sub(1).and_then(|at| rungs?.get(at));
    let reached = rung.zip(course.reached);
    Ok(reached.map(|(rung, reached)| (rung.id.clone(), reached.day(standing))))
}

/// The policy does not hold the step that an item has reached.
#[derive(Debug)]
pub(crate) struct StepUnknown;
