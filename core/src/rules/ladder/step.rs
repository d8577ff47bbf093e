use crate::calendar::{Day, Known};
use crate::model::{Anchor, PromiseOutcome};
use crate::policy::{AccountAnchor, FirstRun, Ladder, Policy, Rung};
use crate::rules::case::{Case, Course};
use crate::standing::PromiseState;

/// When a step is due, before anything was done by hand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Due {
    pub(crate) day: i32,
    pub(crate) anchor: Anchor,
    pub(crate) anchor_day: i32,
    pub(crate) known: Known,
}

/// Why a step has no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// The item has no day of issue.
    NotIssued,
    /// No promise was broken.
    NoBrokenPromise,
}

/// A step is due on the day that lies its offset after its anchor: the due day of the item or
/// what else the step names. That day itself counts, or the next one does, as the scenario says.
///
/// Days that were blocked by a block that moves the steps are added. After a broken promise the
/// policy may name a step that is due at once. `shift` is by how many days earlier steps were moved
/// with all that follow: it moves the step, but not what else it has to wait for. The first step waits for the scenario's grace days,
/// and no step is due before a grace day of the item has passed.
pub(crate) fn step(
    case: &Case<'_, '_>,
    course: &Course,
    number: usize,
    previous: Option<i32>,
    shift: i32,
) -> Result<Due, NoDay> {
    let standing = case.standing;
    let found = standing.policy.ladder_at(course.ladder);
    let Some((ladder, rung)) = found.and_then(|one| Some((one, one.rungs.get(number)?))) else {
        return Err(NoDay::NotIssued);
    };
    let (anchor, anchor_day) = anchor(case, course, ladder, rung, previous)?;
    let (day, known) = after(standing.policy, rung, anchor_day);
    let mut day = day.saturating_add(ladder.boundary).saturating_add(case.blocked_days(anchor_day));
    if number == 0 {
        day = day.saturating_add(ladder.grace_days);
    }
    if !rung.follows() {
        day = day.saturating_add(shift);
    }
    if let Some(level) = course.level.filter(|_| rung.gap_days > 0) {
        let reached_on = level.reached.day(standing);
        day = day.max(reached_on.saturating_add(rung.gap_days));
    }
    if let Some((step, since)) = case.broken_step()
        && *step == *rung.id
    {
        day = day.min(since);
    }
    let grace = case.source.and_then(|item| item.grace_until);
    if let Some(grace) = grace.map(Day::number) {
        day = day.max(grace.saturating_add(1));
    }
    Ok(Due { day, anchor, anchor_day, known })
}

fn anchor(
    case: &Case<'_, '_>,
    course: &Course,
    ladder: &Ladder,
    rung: &Rung,
    previous: Option<i32>,
) -> Result<(Anchor, i32), NoDay> {
    let (anchor, day) = match (rung.anchor, previous) {
        (Anchor::PreviousStep | Anchor::PreviousDeadline, Some(previous)) => {
            return Ok((rung.anchor, previous));
        }
        (Anchor::Promise, _) => {
            let until = broken_promise(case).ok_or(NoDay::NoBrokenPromise)?;
            return Ok((Anchor::Promise, until));
        }
        _ if ladder.is_shared() => {
            let anchor = match ladder.account_anchor {
                AccountAnchor::OldestDue => Anchor::DueDate,
                AccountAnchor::OldestIssue => Anchor::IssueDate,
            };
            (anchor, case.survey.anchor_day(case, course.ladder).unwrap_or(case.item.due))
        }
        (Anchor::IssueDate, _) => {
            let issued = case.source.and_then(|item| item.issued);
            (Anchor::IssueDate, issued.map(Day::number).ok_or(NoDay::NotIssued)?)
        }
        // Without a step before it, the due day stands in.
        _ => (Anchor::DueDate, case.item.due),
    };
    let day = match ladder.entry {
        FirstRun::Reanchor { on } => day.max(on.number()),
        _ => day,
    };
    if rung.anchor == Anchor::LaterOfDueAndPrevious
        && let Some(previous) = previous.filter(|previous| *previous > day)
    {
        return Ok((Anchor::PreviousStep, previous));
    }
    Ok((anchor, day))
}

/// The last day of grace of the newest promise, if it was not kept.
fn broken_promise(case: &Case<'_, '_>) -> Option<i32> {
    let (_, _, promise) = case.newest_promise()?;
    match promise.state {
        PromiseState::Over(PromiseOutcome::Broken | PromiseOutcome::PartlyKept) => {
            Some(promise.until)
        }
        _ => None,
    }
}

fn after(policy: &Policy, rung: &Rung, anchor_day: i32) -> (i32, Known) {
    let distance = rung.distance;
    let Some(calendar) = distance.calendar.and_then(|at| policy.calendar(at)) else {
        let day = anchor_day.saturating_add(distance.days);
        return (
            if distance.to_month_end { Day::of(day).month_end().number() } else { day },
            Known::All,
        );
    };
    let day = calendar.add(anchor_day, distance.days);
    (day, calendar.knows(anchor_day, day))
}
