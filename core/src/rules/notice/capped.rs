use std::cmp::Reverse;

use super::whereabouts;
use crate::calendar::{Moment, Zone};
use crate::model::{Action, Channel, Hold};
use crate::policy::ContactCap;
use crate::standing::Standing;

/// A debtor is contacted at most so often within so many days in a row on the debtor's clock, as
/// the policy says; what would be one too many waits.
///
/// What was sent counts, what is queued, and what is planned in the same run; what failed or was
/// cancelled does not.
pub(crate) fn capped(
    standing: &Standing<'_>,
    action: &Action,
    planned: [&[Action]; 2],
) -> Option<Hold> {
    let caps = standing.policy.contact_caps().iter();
    let mut caps =
        caps.filter(|cap| cap.channel.is_none_or(|one| one == action.channel)).peekable();
    caps.peek()?;
    let contacts = standing.account.contacts.iter();
    let contact = contacts.into_iter().find(|one| one.id == action.recipient.contact);
    let (_, zones) = whereabouts(standing.account, contact);
    let mut zones: Vec<Zone> = zones.iter().filter_map(|zone| Zone::named(zone)).collect();
    if zones.is_empty() {
        zones.push(standing.zone);
    }
    let mut latest: Option<(Moment, &ContactCap)> = None;
    for cap in caps {
        for zone in &zones {
            let days = days(standing, *zone, cap.channel, planned);
            let until = full_until(cap, zone.day_of(action.not_before), days);
            let until = until.map(|day| (zone.start_of(day), cap));
            if until.is_some_and(|(at, _)| latest.is_none_or(|(known, _)| at > known)) {
                latest = until;
            }
        }
    }
    let (until, cap) = latest?;
    Some(Hold::Capped {
        step: action.step.clone(),
        at_most: cap.at_most,
        days: cap.days,
        channel: cap.channel,
        until,
    })
}

/// The days of the contacts, on the clock of a zone.
fn days(
    standing: &Standing<'_>,
    zone: Zone,
    channel: Option<Channel>,
    planned: [&[Action]; 2],
) -> Vec<i32> {
    let counts = |one: Option<Channel>| one.is_some() && (channel.is_none() || channel == one);
    let own = standing.rechecked.map(|own| own.delivery);
    let deliveries = standing.deliveries.all().iter();
    let deliveries = deliveries
        .filter(|known| counts(known.channel()) && own != Some(known.id.as_str()))
        .filter_map(|known| known.contact_at())
        .map(|at| zone.day_of(Moment::of(at)));
    let imports = standing.imports.iter().map(|import| import.level);
    let imports = imports.filter(|level| counts(level.channel));
    let imports = imports.map(|level| level.reached_on.number());
    let planned = planned.into_iter().flatten().filter(|other| counts(Some(other.channel)));
    let planned = planned.map(|other| zone.day_of(other.not_before));
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
