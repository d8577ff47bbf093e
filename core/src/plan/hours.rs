//! The hour at which an action may go out.

use std::iter;

use rustc_hash::FxHashSet;

use super::channels::Terms;
use super::costing::cost;
use super::whatsapp::whatsapp;
use crate::calendar::{Day, Moment};
use crate::channel::{Hours, NextContact};
use crate::error::Refusal;
use crate::model::{
    Account, Action, Channel, ContactStop, Deadline, DebtorKind, ExcludedChannel, ExcludedWhy,
    Finding, Item, Reason, Trouble,
};
use crate::policy::Policy;
use crate::rules::notice::{Reachable, window};
use crate::standing::Standing;
use crate::text::Str;

const MINUTE: i64 = 60_000_000;

/// When an action may go out at the earliest.
pub(crate) struct Timed {
    pub(crate) at: Moment,
    /// The rules that moved it; empty if nothing did.
    pub(crate) moved_by: Vec<ContactStop>,
    /// The rules that do not know whether its day is a holiday.
    beyond: Vec<Str>,
}

impl Timed {
    pub(super) fn reason(&self) -> Option<Reason> {
        let moved_by = self.moved_by.clone();
        (!moved_by.is_empty()).then_some(Reason::Window { at: self.at, moved_by })
    }

    pub(super) fn findings(&self) -> impl Iterator<Item = Finding> {
        self.beyond
            .iter()
            .map(|rule| Finding::ClosedDaysUnknown { rule: rule.clone(), at: self.at })
    }
}

/// The first instant from `at` on at which an action may go out, spread as the policy says.
pub(crate) fn timed(standing: &Standing<'_>, action: &Action, at: Moment) -> Timed {
    let any_hour = || Timed { at, moved_by: Vec::new(), beyond: Vec::new() };
    let Some(hours) = hours(standing, action) else { return any_hour() };
    // A channel without any hour is not chosen.
    let NextContact::At { at: first, moved_by, beyond } = hours.next(at) else {
        return any_hour();
    };
    // What is asked about again was spread when it was planned.
    let is_spread = standing.rechecked.is_none() || first > at;
    let minutes = standing.policy.window.as_ref().map_or(0, |window| window.spread_minutes);
    let at = if is_spread { spread(&hours, &action.delivery, first, minutes) } else { first };
    Timed { at, moved_by, beyond }
}

/// The hours that suit all channels by which an action goes; any if none is told.
fn hours<'s>(standing: &'s Standing<'_>, action: &Action) -> Option<Hours<'s>> {
    let account = standing.account;
    let is_consumer = || {
        let listed: FxHashSet<&str> = action.lines.iter().map(|line| &*line.item).collect();
        // The reminder of an instalment lists none.
        let is_listed = |item: &&Item| listed.is_empty() || listed.contains(&*item.id);
        is_consumer(account, account.items.iter().filter(is_listed))
    };
    let copies = action.copies.iter().map(|copy| (copy.channel, &copy.recipient));
    let parts = iter::once((action.channel, &action.recipient)).chain(copies);
    let all = parts.filter_map(|(channel, to)| {
        let contact = account.contacts.iter().find(|one| one.id == to.contact);
        window(account, standing.policy, contact, channel, is_consumer)
    });
    all.reduce(Hours::and)
}

/// True if there is an hour at which an action may go by all of its channels.
pub(super) fn has_hour(standing: &Standing<'_>, action: &Action) -> bool {
    let next = hours(standing, action).map(|hours| hours.next(standing.now));
    !matches!(next, Some(NextContact::Never { .. }))
}

/// The same delivery is always as much later, and never outside the hours in which it begins.
fn spread(hours: &Hours<'_>, delivery: &str, at: Moment, minutes: u32) -> Moment {
    let later =
        |minutes: i64| Moment::of(at.micros().saturating_add(minutes.saturating_mul(MINUTE)));
    let shut = hours.shut(at, later(minutes.into()));
    let room = shut.micros().saturating_sub(at.micros()).div_euclid(MINUTE).max(1);
    let hash = delivery.get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok());
    later(i64::from(hash.unwrap_or(0)).rem_euclid(room))
}

/// Sets the hour of an action that was just made.
pub(super) fn set_hour(standing: &Standing<'_>, action: &mut Action) -> Timed {
    let timed = timed(standing, action, action.not_before);
    action.not_before = timed.at;
    action.expires_at = timed.at.plus_hours(standing.policy.send_within_hours);
    timed
}

/// A later hour for an action; a deadline that it gives moves with the day.
pub(crate) fn move_hour(standing: &Standing<'_>, action: &mut Action, at: Moment) {
    let day = |at: Moment| standing.zone.day_of(at);
    let days = day(at).saturating_sub(day(action.not_before));
    action.not_before = at;
    if let Some(Deadline::On { date }) = &mut action.deadline {
        *date = Day::of(date.number().saturating_add(days));
    }
}

/// What stands against approaching a contact on a channel, whatever the hour: no hour at all, the
/// platform, or the cost.
pub(super) fn barred(
    standing: &Standing<'_>,
    is_consumer: impl FnOnce() -> bool,
    terms: &Terms<'_>,
    one: &Reachable<'_>,
    channel: Channel,
) -> Option<ExcludedChannel> {
    let exclude = |why| {
        let mut reason = ExcludedChannel::new(channel, why);
        reason.contact = Some(one.contact.id.clone());
        reason
    };
    let (account, policy) = (standing.account, standing.policy);
    let hours = window(account, policy, Some(one.contact), channel, is_consumer);
    let at = match hours.map(|hours| hours.next(standing.now)) {
        None => standing.now,
        Some(NextContact::At { at, .. }) => at,
        Some(NextContact::Never { moved_by }) => {
            let stop = moved_by.into_iter().next()?;
            let mut reason = exclude(ExcludedWhy::NoHours);
            (reason.rule, reason.source) = (Some(stop.rule), Some(stop.source));
            return Some(reason);
        }
    };
    let template = if channel == Channel::WhatsApp {
        let (contact, number) = (&one.contact.id, &one.address.value);
        match whatsapp(standing, terms.template, contact, number, at) {
            Ok(template) => template,
            Err(why) => return Some(exclude(why)),
        }
    } else {
        None
    };
    cost(standing, terms.cost_limit, one.contact, channel, template.as_ref()).err()
}

/// True if a debt of a consumer is among these.
pub(super) fn is_consumer<'a>(
    account: &Account,
    mut items: impl Iterator<Item = &'a Item>,
) -> bool {
    let kind = |item: &Item| item.claim_kind.unwrap_or(account.debtor.kind);
    items.any(|item| kind(item) == DebtorKind::Consumer)
}

/// The first instant from `at` on at which a contact may be approached on a channel, by the rules
/// of the policy and the debtor's requests, and the rules that moved it.
///
/// It asks about hours only: whether something is due, and whether the channel can be used, is
/// what [`plan`](crate::plan()) tells.
///
/// # Errors
///
/// [`Refusal::Invalid`] if the account has no such contact.
///
/// ```
/// use dunning::{Account, Channel, NextContact, Policy, next_allowed};
///
/// let policy = Policy::from_json(r#"{
///     "scenarios": [{ "id": "standard", "version": 1, "steps": [
///         { "id": "reminder", "offset": { "type": "days", "days": 3 },
///           "work": { "type": "message", "channels": ["email"] } }
///     ]}],
///     "assignment": [{ "scenario": "standard" }],
///     "window": { "builtIn": ["nl_collectors"] }
/// }"#)?;
/// let account = Account::from_json(r#"{
///     "creditor": { "id": "us", "name": "Us B.V.", "country": "NL", "zone": "Europe/Amsterdam",
///         "role": "thirdParty" },
///     "debtor": { "id": "d1", "name": "Jansen", "kind": "consumer", "country": "NL" },
///     "contacts": [{ "id": "c1", "name": "Jansen", "purposes": ["main"] }],
///     "ledgerAsOf": "2026-03-07T06:00:00Z", "paymentsAsOf": "2026-03-07T06:00:00Z"
/// }"#)?;
/// // A Saturday evening.
/// let next =
///     next_allowed(&account, &policy, "c1", Channel::Email, "2026-03-07T20:00:00Z".parse()?)?;
/// let NextContact::At { at, moved_by, .. } = next else { panic!("never") };
/// assert_eq!(at.to_string(), "2026-03-09T06:00:00Z");
/// assert_eq!(moved_by[0].rule, "nl_collectors");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn next_allowed(
    account: &Account,
    policy: &Policy,
    contact: &str,
    channel: Channel,
    at: Moment,
) -> Result<NextContact, Refusal> {
    let known = account.contacts.iter().find(|known| known.id == *contact);
    let Some(known) = known else {
        let problem = Trouble::UnknownContact;
        return Err(Refusal::Invalid { path: "contact".into(), value: contact.into(), problem });
    };
    // Of an account without items it is the debtor that counts.
    let is_consumer = || {
        is_consumer(account, account.items.iter())
            || (account.items.is_empty() && account.debtor.kind == DebtorKind::Consumer)
    };
    let hours = window(account, policy, Some(known), channel, is_consumer);
    let any_hour = NextContact::At { at, moved_by: Vec::new(), beyond: Vec::new() };
    Ok(hours.map_or(any_hour, |hours| hours.next(at)))
}
