use super::Reachable;
use crate::calendar::Day;
use crate::model::{AddressRef, Channel, Contact, ExcludedChannel, ExcludedWhy, RankedChannel};
use crate::standing::{BlockFacts, Delivery};
use crate::text::Str;

/// An attempt of the steps at hand that did not arrive.
#[derive(Clone, Copy)]
pub(crate) struct FailedAttempt<'a> {
    channel: Option<Channel>,
    contact: Option<&'a Str>,
    address: Option<&'a AddressRef>,
    entry: Option<&'a Str>,
}

impl<'a> FailedAttempt<'a> {
    /// One for each channel by which the delivery went out.
    pub(crate) fn of(delivery: &Delivery<'a>) -> impl Iterator<Item = Self> + use<'a> {
        let entry = delivery.failure();
        delivery.parts().map(move |part| Self {
            channel: Some(part.channel),
            contact: Some(part.contact),
            address: Some(part.address),
            entry,
        })
    }
}

/// The channel to use, and those before it with the reason against each.
#[derive(Default)]
pub(crate) struct Chosen<'a> {
    pub(crate) reached: Option<(Channel, Reachable<'a>)>,
    pub(crate) excluded: Vec<ExcludedChannel>,
    /// The order in which they were tried, if it is not the step's.
    pub(crate) ranked: Vec<RankedChannel>,
    /// The other channels by which it goes as well.
    pub(crate) copies: Vec<(Channel, Reachable<'a>)>,
}

/// The first channel of the step that can be used: not blocked, not used too short ago, with an
/// address, with consent where the channel asks for it, not refused by the contact, not tried in
/// vain for this step, with an hour at which it may be used, and as its platform allows.
///
/// An address that was edited since it failed is another address.
pub(crate) fn channel<'a>(
    channels: &[Channel],
    blocked: impl Fn(Channel) -> Option<&'a BlockFacts<'a>>,
    gap_until: impl Fn(Channel) -> Option<i32>,
    recipients: impl Fn(Channel) -> Vec<Reachable<'a>>,
    objection: impl Fn(&Reachable<'a>, Channel) -> Option<(ExcludedWhy, &'a Str)>,
    barred: impl Fn(&Reachable<'a>, Channel) -> Option<ExcludedChannel>,
    failed: &[FailedAttempt<'_>],
) -> Chosen<'a> {
    let mut excluded = Vec::new();
    for channel in channels.iter().copied() {
        let exclude = |why| ExcludedChannel::new(channel, why);
        if let Some(block) = blocked(channel) {
            let mut reason = exclude(ExcludedWhy::Blocked);
            reason.entry = Some(block.entry.id.clone());
            reason.until = block.block.until;
            excluded.push(reason);
            continue;
        }
        if let Some(until) = gap_until(channel) {
            let mut reason = exclude(ExcludedWhy::Gap);
            reason.until = Some(Day::of(until.saturating_sub(1)));
            excluded.push(reason);
            continue;
        }
        let recipients = recipients(channel);
        let Some(best) = recipients.first() else {
            excluded.push(exclude(ExcludedWhy::NoAddress));
            continue;
        };
        let mut usable = recipients
            .iter()
            .filter(|one| consents(one.contact, channel) && objection(one, channel).is_none());
        let Some(first) = usable.next() else {
            let said = objection(best, channel);
            let mut reason = exclude(said.map_or(ExcludedWhy::NoConsent, |(why, _)| why));
            reason.contact = Some(best.contact.id.clone());
            reason.entry = said.map(|(_, entry)| entry.clone());
            excluded.push(reason);
            continue;
        };
        let tried =
            |one: &&Reachable<'_>| failed.iter().find(|attempt| is_same(attempt, channel, one));
        // A call goes to the next number, a message to the next channel.
        let mut next = || usable.find(|one| channel == Channel::Call && tried(one).is_none());
        let reached = if tried(&first).is_none() { first } else { next().unwrap_or(first) };
        if let Some(attempt) = tried(&reached) {
            let mut reason = exclude(ExcludedWhy::AttemptFailed);
            reason.contact = Some(reached.contact.id.clone());
            reason.entry = attempt.entry.cloned();
            excluded.push(reason);
            continue;
        }
        if let Some(reason) = barred(reached, channel) {
            excluded.push(reason);
            continue;
        }
        return Chosen { reached: Some((channel, *reached)), excluded, ..Chosen::default() };
    }
    Chosen { excluded, ..Chosen::default() }
}

/// WhatsApp and text messages need consent; the contact's latest word counts.
fn consents(contact: &Contact, channel: Channel) -> bool {
    let needed = matches!(channel, Channel::WhatsApp | Channel::Sms);
    let said = contact.consents.iter().filter(|consent| consent.channel == channel);
    // Two words of the same instant: the refusal counts.
    let latest = said.max_by_key(|consent| (consent.at, !consent.given));
    latest.map_or(!needed, |consent| consent.given)
}

fn is_same(attempt: &FailedAttempt<'_>, channel: Channel, reached: &Reachable<'_>) -> bool {
    attempt.channel == Some(channel)
        && attempt.contact == Some(&reached.contact.id)
        && attempt.address.is_none_or(|tried| tried.is(reached.address))
}

/// The first day on which a block of a channel begins or ends without a new fact.
pub(crate) fn next_change(block: &BlockFacts<'_>, today: i32) -> Option<i32> {
    match (today < block.begins, block.block.until.map(Day::number)) {
        (true, _) => Some(block.begins),
        (false, Some(until)) if until >= today => Some(until.saturating_add(1)),
        _ => None,
    }
}
