//! Items that share a step with others, and have not taken it with them.

use super::walk;
use crate::calendar::{Day, Known};
use crate::model::{StepKey, StepWhy};
use crate::policy::Ladder;
use crate::rules::case::{Answers, Case, Course, Held, Level, NextRung, Why};
use crate::rules::course::is_about;
use crate::rules::notice;
use crate::standing::{Fact, StepState, is_without};

/// The next step of an item; or the step that those have reached with whom it shares its level, if
/// it went out to them in another message and the item's own did not: until the next one is due.
pub(super) fn next(
    case: &Case<'_, '_>,
    course: &Course,
    answers: &mut Answers,
) -> Option<NextRung> {
    let Some((level, ladder, is_asked)) = behind(case, course) else {
        return walk::next(case, course, answers);
    };
    let (held, whys) = (answers.held.len(), answers.whys.len());
    let next = walk::next(case, course, answers);
    let today = case.standing.today;
    let rung = ladder.rungs.get(level.rung)?;
    let frozen = notice::frozen(case, ladder, rung, || level.occurrence);
    let is_next_due = next.is_some_and(|next| next.due <= today) && answers.held.len() == held;
    if is_next_due && frozen.is_none() && !is_asked {
        // All go on together.
        return next;
    }
    answers.held.truncate(held);
    answers.whys.truncate(whys);
    let item = case.source?;
    // It was due for all of them; a grace that was given since is kept.
    let grace = item.grace_until.map_or(i32::MIN, Day::number);
    let since = level.reached.day(case.standing);
    let due = since.max(item.due.number().max(grace).saturating_add(1));
    if due > today {
        answers.hold(Held::Step { why: StepWhy::NotYetDue, due });
        answers.review_on(due);
    } else {
        let number = u32::try_from(level.rung).unwrap_or(u32::MAX);
        answers.why(Why::Step { rung: number, anchor: rung.anchor, anchor_day: since, due });
    }
    Some(NextRung {
        rung: level.rung,
        lowest: level.rung,
        occurrence: level.occurrence,
        due,
        known: Known::All,
        frozen,
        is_behind: true,
    })
}

/// The level that items share, if each delivery that has reached it went out without this item
/// and none with it stands; and whether one with it is about to be sent.
fn behind<'s>(case: &Case<'s, '_>, course: &Course) -> Option<(Level, &'s Ladder, bool)> {
    let standing = case.standing;
    if standing.shared.is_empty() {
        return None;
    }
    let level = course.level.filter(|level| level.delivery.is_some())?;
    let ladder = standing.policy.ladder_at(course.ladder).filter(|ladder| ladder.is_shared())?;
    let (item, rung) = (case.source?, ladder.rungs.get(level.rung)?);
    let is_it = |key: &StepKey| {
        key.step == rung.id && key.occurrence == level.occurrence && is_about(case, ladder, key)
    };
    let is_skipped = standing.skips.iter().any(|skip| is_it(skip.step));
    let own = standing.rechecked.map(|own| own.delivery);
    let (mut is_out_without, mut is_asked, mut is_level) = (false, false, false);
    for fact in &standing.shared {
        let Fact::Take { delivery: number, cover } = *fact else { continue };
        let Some((delivery, cover)) = standing.cover(number, cover) else { continue };
        if !is_it(&cover.key) {
            continue;
        }
        // A level that has fallen is not that of the delivery any more.
        is_level |= level.delivery == Some(number);
        let state = delivery.state(&cover.key);
        if is_without(cover, &item.id) {
            is_out_without |= state == StepState::Reached;
        } else if own == Some(delivery.id.as_str()) {
            is_asked = true;
        } else if matches!(state, StepState::Queued | StepState::Reached) {
            return None;
        }
    }
    (is_level && is_out_without && !is_skipped).then_some((level, ladder, is_asked))
}
