//! The channels of a step in the order in which they reach the debtor.

use super::channels::Terms;
use crate::model::{Channel, RankedChannel, Reason};
use crate::policy::Rung;
use crate::rules::notice::{Known, adaptive};
use crate::standing::Standing;

/// The channels of a step, ranked by reach; none if the step goes by their order.
pub(super) fn ranked(
    standing: &Standing<'_>,
    terms: &Terms<'_>,
    channels: &[Channel],
) -> Vec<RankedChannel> {
    let Some(after) = terms.adaptive.filter(|_| channels.len() > 1) else { return Vec::new() };
    let contacts = standing.contacts();
    let statistics = standing.policy.statistics();
    let weight = statistics.map_or(10, |statistics| statistics.weight());
    adaptive(channels, after, weight, |channel| {
        let own = || contacts.iter().filter(|one| one.channel == channel);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let reactions = own().filter(|one| one.led_to_reaction).count();
        let in_vain = own().rev().take_while(|one| !one.led_to_reaction).count();
        let debtor = &standing.account.debtor;
        let [segment, all] = statistics.map_or([(0, 0); 2], |statistics| {
            statistics.of(debtor, standing.payer.payer_class, channel)
        });
        let own = (count(own().count()), count(reactions));
        Known { own, in_vain: count(in_vain), segment, all }
    })
}

/// Why this order.
pub(super) fn ranking(
    standing: &Standing<'_>,
    rung: &Rung,
    ranked: &[RankedChannel],
) -> Option<Reason> {
    Some(Reason::Adaptive {
        after: rung.adaptive.filter(|_| !ranked.is_empty())?,
        ranked: ranked.to_vec(),
        statistics: standing.policy.statistics().map(|statistics| statistics.version.clone()),
    })
}
