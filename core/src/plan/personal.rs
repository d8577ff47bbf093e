//! Calls to punctual payers in place of the first reminder.

use super::channels::{choose, next_channel_change};
use crate::model::{Channel, ExcludedChannel, Notice, Reason, Subject};
use crate::rules::notice::{Bundle, Candidate, unreachable};
use crate::standing::Standing;

/// Why nobody can be called about an item; none if somebody can.
pub(super) fn no_phone(
    standing: &Standing<'_>,
    one: Candidate<'_>,
) -> Option<Vec<ExcludedChannel>> {
    let alone = Bundle { items: &[one], leading: one };
    let (_, chosen) = choose(standing, &alone, &[Channel::Call]);
    chosen.reached.is_none().then_some(chosen.excluded)
}

/// The reason of a call, or of a message where nobody can be called; that a person is told.
pub(super) fn told(
    standing: &Standing<'_>,
    one: &Candidate<'_>,
) -> (Option<Reason>, Option<Notice>) {
    if !one.is_personal {
        return (None, None);
    }
    let excluded = if one.is_call { None } else { no_phone(standing, *one) };
    let notice = excluded.clone().map(|excluded| {
        let subject = Subject::Item { item: one.item.id.clone() };
        let key = ["personalCall/", &one.item.id].concat();
        Notice::new(key, subject, unreachable(&one.rung.id, excluded))
    });
    let excluded = excluded.unwrap_or_default();
    (Some(Reason::PersonalCall { payer_class: standing.payer.payer_class, excluded }), notice)
}

/// The first day on which a block of the channels in question begins or ends.
pub(super) fn next_change(standing: &Standing<'_>, leading: &Candidate<'_>) -> i32 {
    let own = next_channel_change(standing, channels_of(leading));
    if leading.is_personal { own.min(next_channel_change(standing, &[Channel::Call])) } else { own }
}

/// A call has the one channel, whatever the step says.
pub(super) fn channels_of<'a>(leading: &Candidate<'a>) -> &'a [Channel] {
    if leading.is_call { &[Channel::Call] } else { &leading.rung.channels }
}
