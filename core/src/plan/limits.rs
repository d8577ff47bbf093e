//! How often the debtor may be approached.

use super::channels::choose;
use super::compose::place;
use super::hours::is_consumer;
use super::personal;
use crate::model::{Action, Channel, ContactRule, Hold};
use crate::policy::CapPer;
use crate::rules::approach::Approach;
use crate::rules::notice::{Bundle, Candidate, calls, capped, window};
use crate::standing::Standing;

/// Why an action may not go out beside what is planned already.
pub(super) fn limit(
    standing: &Standing<'_>,
    action: &Action,
    items: impl Iterator<Item = usize>,
    planned: [&[Action]; 2],
) -> Option<Hold> {
    if standing.policy.contact_caps().is_empty() && action.channel != Channel::Call {
        return None;
    }
    stop(standing, &Approach::of(standing, action, items.collect()), planned)
}

fn stop(standing: &Standing<'_>, approach: &Approach<'_>, planned: [&[Action]; 2]) -> Option<Hold> {
    let too_often = || {
        let account = standing.account;
        let listed = approach.items.iter().filter_map(|at| standing.item(*at));
        let is_consumer = || is_consumer(account, listed);
        let (contact, channel) = (approach.contact, approach.channel);
        let hours = window(account, standing.policy, contact, channel, is_consumer)?;
        calls(standing, approach, &hours)
    };
    let is_call = approach.channel == Channel::Call;
    let called = if is_call { too_often() } else { None };
    called.or_else(|| capped(standing, approach, planned))
}

/// True if something is counted for each item by itself.
pub(super) fn counts_items(standing: &Standing<'_>) -> bool {
    let (account, policy) = (standing.account, standing.policy);
    let limits = |rule: &ContactRule| rule.calls.is_some();
    policy.contact_caps().iter().any(|cap| cap.per == Some(CapPer::Item))
        || policy.window.as_ref().is_some_and(|window| window.rules.iter().any(limits))
        || account.debtor.requests.iter().any(limits)
        || account.contacts.iter().any(|contact| contact.requests.iter().any(limits))
}

/// Takes out the items that were approached as often as is allowed, each with its hold: the others
/// go out without them.
pub(super) fn take_out<'s>(
    standing: &'s Standing<'_>,
    candidates: Vec<Candidate<'s>>,
) -> (Vec<Candidate<'s>>, Vec<(Candidate<'s>, Hold)>) {
    let mut free = Vec::with_capacity(candidates.len());
    let mut held = Vec::new();
    for one in candidates {
        match held_alone(standing, one) {
            Some(hold) => held.push((one, hold)),
            None => free.push(one),
        }
    }
    (free, held)
}

/// Why the item would not go out if it were alone. A later hour is no worse than this one: what
/// counts only grows old.
fn held_alone<'s>(standing: &'s Standing<'_>, mut one: Candidate<'s>) -> Option<Hold> {
    place(standing, &mut one);
    let alone = Bundle { items: &[one], leading: one };
    let (_, chosen) = choose(standing, &alone, personal::channels_of(&one));
    let (channel, reached) = chosen.reached?;
    let approach = Approach {
        step: &one.rung.id,
        channel,
        contact: Some(reached.contact),
        at: standing.now,
        items: vec![one.at],
    };
    stop(standing, &approach, [&[], &[]])
}
