//! The other channels of a step that goes out by all of them.

use std::slice;

use super::action::recipient_of;
use super::costing::cost_of;
use super::hours::{Timed, has_hour, set_hour};
use super::limits;
use super::whatsapp::{sourced, template_of, whatsapp};
use crate::calendar::Day;
use crate::model::{Action, ActionCopy, Channel, ExcludedChannel, ExcludedWhy, Hold, Recipient};
use crate::rules::notice::{Bundle, Chosen};
use crate::standing::Standing;

/// Sets the hour of a message, with what goes by the other channels; returns those by which it does
/// not go after all.
pub(super) fn set_hours(
    standing: &Standing<'_>,
    action: &mut Action,
    bundle: &Bundle<'_, '_>,
    chosen: &Chosen<'_>,
    planned: &[Action],
) -> (Timed, Vec<ExcludedChannel>) {
    let earliest = action.not_before;
    let timed = set_hour(standing, action);
    if chosen.copies.is_empty() {
        return (timed, Vec::new());
    }
    let mut full = set_copies(standing, action, bundle, chosen, planned);
    action.not_before = earliest;
    let mut timed = set_hour(standing, action);
    if closed(standing, action, action.channel, &action.recipient).is_some() {
        // The message itself goes in time, and then alone.
        full.extend(action.copies.drain(..).map(|copy| {
            let mut reason = ExcludedChannel::new(copy.channel, ExcludedWhy::NoHours);
            reason.contact = Some(copy.recipient.contact);
            reason
        }));
        action.not_before = earliest;
        timed = set_hour(standing, action);
    }
    full.extend(drop_closed(standing, action));
    complete(standing, action);
    (timed, full)
}

/// Adds to a message what goes by the other channels; returns those by which it does not go after
/// all: the debtor was contacted as often as is allowed, or there is no hour for both.
fn set_copies(
    standing: &Standing<'_>,
    action: &mut Action,
    bundle: &Bundle<'_, '_>,
    chosen: &Chosen<'_>,
    planned: &[Action],
) -> Vec<ExcludedChannel> {
    let mut full = Vec::new();
    for (channel, reached) in &chosen.copies {
        let recipient = recipient_of(standing, *reached);
        let alone = Action { channel: *channel, copies: Vec::new(), ..action.clone() };
        let named = bundle.items.iter().map(|one| one.at);
        let others = [planned, slice::from_ref(action)];
        if let Some(Hold::Capped { until, .. }) = limits::limit(standing, &alone, named, others) {
            let mut reason = ExcludedChannel::new(*channel, ExcludedWhy::Capped);
            reason.contact = Some(recipient.contact);
            reason.until = Some(Day::of(standing.zone.day_of(until).saturating_sub(1)));
            full.push(reason);
            continue;
        }
        action.copies.push(ActionCopy::new(*channel, recipient));
        // It does not go at another hour than the message.
        if !has_hour(standing, action) {
            let mut reason = ExcludedChannel::new(*channel, ExcludedWhy::NoHours);
            reason.contact = action.copies.pop().map(|copy| copy.recipient.contact);
            full.push(reason);
        }
    }
    full
}

/// Leaves out what the platform does not let go at the hour of the message: another channel may have
/// made it later.
fn drop_closed(standing: &Standing<'_>, action: &mut Action) -> Vec<ExcludedChannel> {
    let copies = std::mem::take(&mut action.copies);
    let mut dropped = Vec::new();
    for copy in copies {
        match closed(standing, action, copy.channel, &copy.recipient) {
            None => action.copies.push(copy),
            Some(why) => {
                let mut reason = ExcludedChannel::new(copy.channel, why);
                reason.contact = Some(copy.recipient.contact);
                dropped.push(reason);
            }
        }
    }
    sourced(&mut dropped);
    dropped
}

/// Why the platform does not let a message go to somebody at its hour.
fn closed(
    standing: &Standing<'_>,
    action: &Action,
    channel: Channel,
    to: &Recipient,
) -> Option<ExcludedWhy> {
    let (template, at) = (action.template.as_ref(), action.not_before);
    let is_whatsapp = channel == Channel::WhatsApp;
    let asked = is_whatsapp.then(|| whatsapp(standing, template, &to.contact, &to.value, at));
    asked?.err()
}

/// Names the template and the cost of each copy at the hour of the message.
fn complete(standing: &Standing<'_>, action: &mut Action) {
    let (template, at) = (action.template.as_ref(), action.not_before);
    for copy in &mut action.copies {
        let Recipient { contact, value, .. } = &copy.recipient;
        copy.platform_template =
            template_of(standing, copy.channel, template, (contact, value), at);
        copy.expected_cost =
            cost_of(standing, contact, copy.channel, copy.platform_template.as_ref());
    }
}
