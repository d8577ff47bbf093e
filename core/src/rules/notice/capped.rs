use std::cmp::Reverse;
use std::iter;

use crate::calendar::{Moment, Zone};
use crate::model::{Action, Channel, Hold};
use crate::policy::{CapPer, ContactCap};
use crate::rules::approach::{Approach, deliveries_about, zones};
use crate::standing::Standing;

/// A debtor is contacted at most so often within so many days in a row on the debtor's clock, as
/// the policy says; what would be one too many waits. A cap may count each item by itself.
///
/// What was sent counts, what is queued, and what is planned in the same run; what failed or was
/// cancelled does not.
pub(crate) fn capped(
    standing: &Standing<'_>,
    approach: &Approach<'_>,
    planned: [&[Action]; 2],
) -> Option<Hold> {
    let caps = standing.policy.contact_caps().iter();
    let mut caps =
        caps.filter(|cap| cap.channel.is_none_or(|one| one == approach.channel)).peekable();
    caps.peek()?;
    let zones = zones(standing, approach.contact);
    let mut latest: Option<(Moment, &ContactCap, Option<usize>)> = None;
    for cap in caps {
        let all = [None];
        let items = approach.items.iter().copied().map(Some);
        let items = items.filter(|_| cap.per == Some(CapPer::Item));
        let debtor = all.into_iter().filter(|_| cap.per != Some(CapPer::Item));
        for item in items.chain(debtor) {
            for zone in &zones {
                let days = days(standing, *zone, (cap.channel, item), planned);
                let until = full_until(cap, zone.day_of(approach.at), days);
                let until = until.map(|day| (zone.start_of(day), cap, item));
                if until.is_some_and(|(at, ..)| latest.is_none_or(|(known, ..)| at > known)) {
                    latest = until;
                }
            }
        }
    }
    let (until, cap, item) = latest?;
    Some(Hold::Capped {
        step: approach.step.clone(),
        at_most: cap.at_most,
        days: cap.days,
        channel: cap.channel,
        item: item.and_then(|at| Some(standing.item(at)?.id.clone())),
        until,
    })
}

/// The days of the contacts by a channel and about an item, or of all, on the clock of a zone.
fn days(
    standing: &Standing<'_>,
    zone: Zone,
    (channel, item): (Option<Channel>, Option<usize>),
    planned: [&[Action]; 2],
) -> Vec<i32> {
    let counts = |one: Option<Channel>| one.is_some() && (channel.is_none() || channel == one);
    let own = standing.rechecked.map(|own| own.delivery);
    let about = item.into_iter().flat_map(|at| deliveries_about(standing, at));
    let all = standing.deliveries.all().iter().filter(|_| item.is_none());
    let deliveries = about.chain(all).filter(|known| own != Some(known.id.as_str()));
    // A message by several channels is as many contacts.
    let deliveries = deliveries.flat_map(|known| {
        let parts = known.parts().map(|part| part.channel);
        let parts = parts.filter(|by| counts(Some(*by)) && known.goes_by(*by));
        let at = known.contact_at().map(|at| zone.day_of(Moment::of(at)));
        parts.filter_map(move |_| at)
    });
    let id = item.and_then(|at| standing.item(at)).map(|item| &item.id);
    let imports = standing.imports.iter().map(|import| import.level);
    let imports =
        imports.filter(|level| counts(level.channel) && id.is_none_or(|id| level.item == *id));
    let imports = imports.map(|level| level.reached_on.number());
    let planned = planned.into_iter().flatten();
    let planned =
        planned.filter(|other| id.is_none_or(|id| other.lines.iter().any(|l| l.item == *id)));
    let planned = planned.flat_map(|other| {
        let copies = other.copies.iter().map(|copy| copy.channel);
        let parts = iter::once(other.channel).chain(copies).filter(|by| counts(Some(*by)));
        parts.map(|_| zone.day_of(other.not_before))
    });
    deliveries.chain(imports).chain(planned).collect()
}

/// The first day on which one more contact is allowed; none if it is on this day.
fn full_until(cap: &ContactCap, day: i32, mut days: Vec<i32>) -> Option<i32> {
    let span = i32::try_from(cap.days).unwrap_or(i32::MAX);
    days.retain(|contact| *contact > day.saturating_sub(span));
    days.sort_unstable_by_key(|contact| Reverse(*contact));
    let last = usize::try_from(cap.at_most).ok()?.checked_sub(1)?;
    Some(days.get(last)?.saturating_add(span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_comes_when_enough_contacts_are_old() {
        let full = |at_most: u32, span: u32, day, days: &[i32]| {
            full_until(&ContactCap::new(at_most, span), day, days.to_vec())
        };
        assert_eq!(full(1, 1, 10, &[9]), None);
        assert_eq!(full(1, 1, 10, &[10]), Some(11));
        assert_eq!(full(2, 7, 10, &[4, 3]), None);
        assert_eq!(full(2, 7, 10, &[4, 9]), Some(11));
        assert_eq!(full(2, 7, 10, &[8, 9, 9]), Some(16));
        // What is planned for a later day counts as well.
        assert_eq!(full(1, 3, 10, &[12]), Some(15));
    }
}
