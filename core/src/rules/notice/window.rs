use crate::calendar::{Day, Moment, Zone};
use crate::channel::{CallPresumption, ContactSetting, CountedCall, Holidays, Hours, frequency};
use crate::model::{
    Account, CallLimit, Channel, Contact, ContactStop, ContactWhy, DebtorKind, Hold,
};
use crate::policy::Policy;
use crate::rules::approach::{Approach, deliveries_about, whereabouts, zones};
use crate::standing::Standing;
use crate::text::Str;

/// A debtor is approached only at hours that all rules allow: those that the policy names, the
/// debtor's requests and the contact's; in every zone in which the debtor may be.
///
/// None if there is no rule: then any hour will do.
pub(crate) fn window<'s>(
    account: &'s Account,
    policy: &'s Policy,
    contact: Option<&'s Contact>,
    channel: Channel,
    is_consumer: impl FnOnce() -> bool,
) -> Option<Hours<'s>> {
    let own = contact.map_or(&[][..], |contact| &*contact.requests);
    let debtor = &account.debtor;
    if policy.window.is_none() && own.is_empty() && debtor.requests.is_empty() {
        return None;
    }
    let (country, zones) = whereabouts(account, contact);
    let setting = ContactSetting {
        channel,
        zones,
        country,
        natural_person: debtor.natural_person.unwrap_or(debtor.kind == DebtorKind::Consumer),
        consumer: is_consumer(),
        role: account.creditor.role,
    };
    let rules = policy.window.iter().flat_map(|window| &window.rules);
    let rules = rules.chain(&debtor.requests).chain(own);
    Some(Hours::new(rules, &setting, |id| {
        policy.calendar_named(id).map(|(id, days)| Holidays { id, days })
    }))
}

/// A debtor is called about an item only as often as all rules allow, and after a conversation
/// about it not before its rest is over. A call that the debtor asked for is made in any case.
pub(crate) fn calls(
    standing: &Standing<'_>,
    approach: &Approach<'_>,
    hours: &Hours<'_>,
) -> Option<Hold> {
    let mut latest: Option<Moment> = None;
    let mut moved_by = Vec::new();
    for (rule, limit) in hours.call_limits() {
        for zone in zones(standing, approach.contact) {
            let day = zone.day_of(approach.at);
            if !rule.holds_on(day) || is_asked_for(standing, zone, approach.at.micros(), limit) {
                continue;
            }
            for at in &approach.items {
                let Some(item) = standing.item(*at) else { continue };
                let made = calls_about(standing, zone, *at, limit);
                if let Some((from, why)) = too_soon(&made, &item.id, day, limit) {
                    let at = zone.start_of(from);
                    latest = latest.max(Some(at));
                    moved_by.push(ContactStop::new(rule.id.clone(), rule.source.clone(), why));
                }
            }
        }
    }
    Some(Hold::Window { step: approach.step.clone(), at: latest?, moved_by })
}

/// The first day on which the item may be called about again, and why not now.
fn too_soon(
    made: &[CountedCall],
    item: &Str,
    day: i32,
    limit: &CallLimit,
) -> Option<(i32, ContactWhy)> {
    let found = frequency(made, Day::of(day), None, limit);
    if found.presumption == CallPresumption::Compliant {
        return None;
    }
    let why = match found.conversation_on {
        Some(on) => ContactWhy::TalkedAbout { item: item.clone(), on },
        None => ContactWhy::TooManyCalls {
            item: item.clone(),
            at_most: limit.at_most,
            days: limit.days,
        },
    };
    Some((found.compliant_from.number(), why))
}

/// The calls about an item: those that connected, and those of the debtor.
fn calls_about(
    standing: &Standing<'_>,
    zone: Zone,
    item: usize,
    limit: &CallLimit,
) -> Vec<CountedCall> {
    let day = |at: i64| Day::of(zone.day_of(Moment::of(at)));
    let own = standing.rechecked.map(|own| own.delivery);
    let made = deliveries_about(standing, item)
        .filter(|known| known.channel() == Some(Channel::Call) && own != Some(known.id.as_str()));
    let made = made.filter_map(|known| {
        let at = known.contact_at()?;
        let mut call = CountedCall::new(day(at));
        call.conversation = known.call.as_ref().is_some_and(|call| call.is_conversation());
        call.with_consent = is_asked_for(standing, zone, at, limit);
        Some(call)
    });
    let messages = standing.inbound.messages.iter().filter(|known| {
        let about = &known.message.items;
        let is_it = |own: &Str| standing.item(item).is_some_and(|item| item.id == *own);
        known.message.channel == Channel::Call && (about.is_empty() || about.iter().any(is_it))
    });
    let received = messages.map(|known| {
        let mut call = CountedCall::new(day(known.entry.occurred_at.micros()));
        (call.inbound, call.conversation) = (true, true);
        call
    });
    made.chain(received).collect()
}

/// True if the debtor asked to be called so shortly before that the call is made in any case.
fn is_asked_for(standing: &Standing<'_>, zone: Zone, at: i64, limit: &CallLimit) -> bool {
    let day = zone.day_of(Moment::of(at));
    let days = limit.asked_days.map_or(0, |days| i32::try_from(days).unwrap_or(i32::MAX));
    standing.deliveries.all().iter().any(|known| {
        let asked = known.call.as_ref().filter(|call| call.asks_to_be_called());
        asked.is_some_and(|call| {
            let on = zone.day_of(Moment::of(call.at));
            call.at < at && day < on.saturating_add(days)
        })
    })
}
