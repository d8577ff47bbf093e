//! What speaks for and against the channels of a step.

use super::adaptive::ranked;
use super::hours::{barred, is_consumer};
use super::whatsapp::sourced;
use crate::calendar::Moment;
use crate::model::{BlockScope, Channel, Purpose};
use crate::money::Amount;
use crate::rules::notice::{
    Bundle, Candidate, Chosen, FailedAttempt, channel, next_change, recipient,
};
use crate::standing::{BlockFacts, Delivery, Standing, StepState};
use crate::text::Str;

/// What a step asks of a channel.
#[derive(Clone, Copy)]
pub(super) struct Terms<'a> {
    pub(super) template: Option<&'a Str>,
    pub(super) cost_limit: Option<Amount>,
    /// Contacts in vain after which another channel has its turn.
    pub(super) adaptive: Option<u32>,
    /// To whom it goes, if not as usual.
    pub(super) recipients: &'a [Purpose],
}

impl<'a> Terms<'a> {
    fn of(leading: &Candidate<'a>) -> Self {
        let rung = leading.rung;
        // A personal call is not the message that the step describes.
        let is_own = leading.is_call == rung.is_call;
        Self {
            template: rung.template.as_ref(),
            cost_limit: rung.cost_limit,
            adaptive: rung.adaptive,
            recipients: if is_own { &rung.recipients } else { &[] },
        }
    }
}

/// The branch that all items belong to, if it is one.
pub(super) fn party_of<'a>(bundle: &Bundle<'_, 'a>) -> Option<&'a Str> {
    let first = bundle.leading.item.party.as_ref();
    let all_the_same = bundle.items.iter().all(|one| one.item.party.as_ref() == first);
    first.filter(|_| all_the_same)
}

/// The number of the coming attempt, and to whom and by which of these channels it goes.
pub(super) fn choose<'s>(
    standing: &'s Standing<'_>,
    bundle: &Bundle<'_, '_>,
    channels: &[Channel],
) -> (u32, Chosen<'s>) {
    let (attempt, failed) = earlier_attempts(standing, bundle);
    let items = || bundle.items.iter().map(|one| one.item);
    let is_consumer = || is_consumer(standing.account, items());
    let terms = Terms::of(&bundle.leading);
    let ranked = ranked(standing, &terms, channels);
    let order: Vec<Channel> = ranked.iter().map(|one| one.channel).collect();
    let first_of = |channels: &[Channel]| {
        channel(
            channels,
            |channel| channel_block(standing, channel),
            |channel| gap_until(standing, channel),
            |channel| recipient(standing.account, party_of(bundle), channel, terms.recipients),
            |one, channel| standing.objection(one.contact, channel, one.address),
            |one, channel| barred(standing, is_consumer, &terms, one, channel),
            &failed,
        )
    };
    let mut chosen = first_of(if order.is_empty() { channels } else { &order });
    if bundle.leading.rung.by_all {
        let mut last = chosen.reached;
        while let Some((from, _)) = last {
            let at = channels.iter().position(|channel| *channel == from);
            let rest = at.and_then(|at| channels.get(at.saturating_add(1)..)).unwrap_or_default();
            let next = first_of(rest);
            chosen.excluded.extend(next.excluded);
            chosen.copies.extend(next.reached);
            last = next.reached;
        }
    }
    sourced(&mut chosen.excluded);
    chosen.ranked = ranked;
    (attempt, chosen)
}

/// The number of the coming attempt, and the attempts of these steps that did not arrive.
pub(super) fn earlier_attempts<'s>(
    standing: &'s Standing<'_>,
    bundle: &Bundle<'_, '_>,
) -> (u32, Vec<FailedAttempt<'s>>) {
    let mut latest = 0;
    let mut failed = Vec::new();
    for one in bundle.items {
        for (_, delivery, key) in one.takes(standing) {
            latest = latest.max(delivery.attempt());
            if delivery.state(key) == StepState::Failed {
                failed.extend(FailedAttempt::of(delivery));
            }
        }
    }
    (latest.saturating_add(1), failed)
}

pub(super) fn channel_block<'s>(
    standing: &'s Standing<'_>,
    channel: Channel,
) -> Option<&'s BlockFacts<'s>> {
    let today = standing.today;
    channel_blocks(standing, channel).find(|block| (block.begins..=block.until).contains(&today))
}

fn channel_blocks<'s>(
    standing: &'s Standing<'_>,
    wanted: Channel,
) -> impl Iterator<Item = &'s BlockFacts<'s>> {
    standing.blocks.iter().filter(move |block| {
        let scope = &block.block.scope;
        !block.lifted && matches!(scope, BlockScope::Channel { channel } if *channel == wanted)
    })
}

pub(super) fn next_channel_change(standing: &Standing<'_>, channels: &[Channel]) -> i32 {
    let blocks = channels.iter().flat_map(|channel| channel_blocks(standing, *channel));
    let change = blocks.filter_map(|block| next_change(block, standing.today)).min();
    let gaps = channels.iter().filter_map(|channel| gap_until(standing, *channel)).min();
    let costs = standing.policy.message_costs();
    let prices = costs.and_then(|costs| costs.next_change(channels, standing.today));
    [change, gaps, prices].into_iter().flatten().min().unwrap_or(i32::MAX)
}

/// The first day on which a channel may be used again after its last contact.
pub(super) fn gap_until(standing: &Standing<'_>, channel: Channel) -> Option<i32> {
    let gap = standing.policy.channel_gap(channel);
    if gap == 0 {
        return None;
    }
    let used = standing.earlier_deliveries().filter(|delivery| delivery.goes_by(channel));
    let last = used.filter_map(Delivery::contact_at).max();
    let own = last.map(|last| standing.zone.day_of(Moment::of(last)));
    let imports = standing.imports.iter().map(|import| import.level);
    let sent = imports.filter(|level| level.channel == Some(channel));
    let last = sent.map(|level| level.reached_on.number()).chain(own).max()?;
    let until = last.saturating_add(gap);
    (standing.today < until).then_some(until)
}
