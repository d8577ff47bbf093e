use crate::calendar::Day;
use crate::policy::{Policy, Rung};
use crate::rules::case::Case;

/// A step is due on the day that lies its offset after its anchor: the due day of the item, or
/// the day on which the step before it was reached.
///
/// That day itself counts. Days that were blocked by a block that moves the steps are added. After
/// a broken promise the policy may name a step that is due at once. No step is due before a grace
/// day of the item has passed.
pub(crate) fn step(case: &Case<'_, '_>, rung: &Rung, previous: Option<i32>) -> Due {
    // Without a step before it, the due day stands in.
    let anchor = if rung.from_previous { previous } else { None };
    let anchor_day = anchor.unwrap_or(case.item.due);
    let (mut day, beyond_calendar) = after(case.standing.policy, rung, anchor_day);
    day = day.saturating_add(case.blocked_days(anchor_day));
    if let Some((step, since)) = case.broken_step()
        && *step == *rung.id
    {
        day = day.min(since);
    }
    let grace = case.standing.item(case.at).and_then(|item| item.grace_until);
    if let Some(grace) = grace.map(Day::number) {
        day = day.max(grace.saturating_add(1));
    }
    Due { day, anchor_day, beyond_calendar }
}

/// When a step is due, before anything was done by hand.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Due {
    pub(crate) day: i32,
    pub(crate) anchor_day: i32,
    pub(crate) beyond_calendar: bool,
}

fn after(policy: &Policy, rung: &Rung, anchor_day: i32) -> (i32, bool) {
    let calendar = rung.distance.calendar.and_then(|at| policy.calendar(at));
    let Some(calendar) = calendar else {
        return (anchor_day.saturating_add(rung.distance.days), false);
    };
    let day = calendar.add(anchor_day, rung.distance.days);
    (day, day > calendar.known_until)
}
