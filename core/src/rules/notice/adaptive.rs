use std::cmp::Reverse;

use crate::model::{Channel, FiguresOf, RankedChannel};

/// What is known of a channel, as contacts and reactions.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Known {
    /// Contacts with this debtor, and those that led to a reaction.
    pub(crate) own: (u32, u32),
    /// The last contacts in a row that led to none.
    pub(crate) in_vain: u32,
    pub(crate) segment: (u32, u32),
    pub(crate) all: (u32, u32),
}

/// A step goes by the channel that reaches the debtor best; after so many contacts in a row without
/// a reaction another channel has its turn.
///
/// What is known of the debtor is weighed against what is known of the segment, and that against
/// what is known of all. Of two alike the first in the step's order comes first. Ranks all.
pub(crate) fn adaptive(
    channels: &[Channel],
    after: u32,
    weight: u32,
    known: impl Fn(Channel) -> Known,
) -> Vec<RankedChannel> {
    let ranked = channels.iter().map(|channel| rank(*channel, after, weight, known(*channel)));
    let mut ranked: Vec<RankedChannel> = ranked.collect();
    // Stable: the order of the step decides between two alike.
    ranked.sort_by_key(|one| (rounds(one.in_vain, after), Reverse(one.reach)));
    ranked
}

/// How often the channel has had its turn in vain.
fn rounds(in_vain: u32, after: u32) -> u32 {
    in_vain.checked_div(after).unwrap_or(0)
}

fn rank(channel: Channel, after: u32, weight: u32, known: Known) -> RankedChannel {
    // Contacts in vain count once another channel has its turn, so that none has it before.
    let unfinished = known.in_vain.checked_rem(after).unwrap_or(0);
    let own = (known.own.0.saturating_sub(unfinished), known.own.1);
    let of_all = shrunk(known.all, 0, 0);
    let of_segment = shrunk(known.segment, weight, of_all);
    let (by, (contacts, reactions)) = [
        (FiguresOf::Debtor, own),
        (FiguresOf::Segment, known.segment),
        (FiguresOf::All, known.all),
    ]
    .into_iter()
    .find(|(_, (contacts, _))| *contacts > 0)
    .unwrap_or((FiguresOf::Nobody, (0, 0)));
    let reach = shrunk(own, weight, of_segment);
    RankedChannel { channel, by, contacts, reactions, in_vain: known.in_vain, reach }
}

/// The share of contacts that led to a reaction, in parts of a million, rounded down: as if so many
/// contacts more had been made with the share that is expected.
fn shrunk((contacts, reactions): (u32, u32), weight: u32, expected: u32) -> u32 {
    let parts = u64::from(reactions)
        .saturating_mul(1_000_000)
        .saturating_add(u64::from(weight).saturating_mul(expected.into()));
    let of = u64::from(contacts).saturating_add(weight.into());
    u32::try_from(parts.checked_div(of).unwrap_or(0)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEP: [Channel; 3] = [Channel::Email, Channel::WhatsApp, Channel::Letter];

    fn order(after: u32, known: impl Fn(Channel) -> Known) -> Vec<Channel> {
        adaptive(&STEP, after, 10, known).iter().map(|one| one.channel).collect()
    }

    #[test]
    fn without_figures_the_order_of_the_step_counts() {
        assert_eq!(order(3, |_| Known::default()), STEP);
        let reach = adaptive(&STEP, 3, 10, |_| Known::default());
        assert!(reach.iter().all(|one| one.by == FiguresOf::Nobody && one.reach == 0));
    }

    #[test]
    fn a_channel_has_its_turn_until_so_many_contacts_were_in_vain() {
        let known = |in_vain| {
            move |channel| match channel {
                Channel::Email => {
                    Known { own: (in_vain, 0), in_vain, all: (100, 50), ..Known::default() }
                }
                _ => Known { all: (100, 40), ..Known::default() },
            }
        };
        assert_eq!(order(3, known(2)), STEP);
        let next = [Channel::WhatsApp, Channel::Letter, Channel::Email];
        assert_eq!(order(3, known(3)), next);
        assert_eq!(order(3, known(5)), next);
    }

    #[test]
    fn when_all_were_in_vain_the_first_has_its_turn_again() {
        let in_vain = |channel| if channel == Channel::Letter { 3 } else { 2 };
        let known = |channel| Known { own: (2, 0), in_vain: in_vain(channel), ..Known::default() };
        assert_eq!(order(2, known), STEP);
    }

    #[test]
    fn little_is_known_by_few_contacts() {
        // One of one is less than it looks: the segment says one of ten.
        let known = |channel| match channel {
            Channel::Email => Known { own: (1, 1), segment: (100, 10), ..Known::default() },
            Channel::WhatsApp => Known { segment: (100, 30), ..Known::default() },
            _ => Known { own: (20, 10), ..Known::default() },
        };
        let ranked = adaptive(&STEP, 3, 10, known);
        let told: Vec<_> = ranked.iter().map(|one| (one.channel, one.by, one.reach)).collect();
        assert_eq!(
            told,
            [
                (Channel::Letter, FiguresOf::Debtor, 333_333),
                (Channel::WhatsApp, FiguresOf::Segment, 272_727),
                (Channel::Email, FiguresOf::Debtor, 173_553),
            ]
        );
    }

    #[test]
    fn nothing_overflows() {
        let most = (u32::MAX, u32::MAX);
        let known = |_| Known { own: most, in_vain: u32::MAX, segment: most, all: most };
        assert_eq!(adaptive(&STEP, u32::MAX, u32::MAX, known).len(), 3);
        assert_eq!(adaptive(&STEP, 0, 0, known).len(), 3);
    }
}
