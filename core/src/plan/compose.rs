//! What is due becomes actions: bundled, addressed, with their lines and sums.

use super::action::{action, approve, deadline, odd_term};
use super::adaptive::ranking;
use super::channels::choose;
use super::charges::charge;
use super::copies::set_hours;
use super::costing::set_cost;
use super::delivery::same_steps;
use super::escalated::set_sender;
use super::outgoing::{Composed, Outgoing};
use super::parted::{Parted, hold_lower, parted};
use super::run::Asked;
use super::whatsapp::set_template;
use super::{limits, personal};
use crate::model::{Action, ChannelChoice, ExcludedChannel, Hold, NothingOwedWhy, Reason};
use crate::money;
use crate::policy::Grouping;
use crate::rules::case::Verdict;
use crate::rules::notice::{
    Bundle, Candidate, Chosen, Missed, approval_ends, awaiting_approval, below_minimum, bundle,
    laid_together, personal_call, unreachable,
};
use crate::rules::run::taken_in_run;
use crate::standing::{Standing, TotalCredits};

/// Makes actions of the items whose step is due and free.
pub(crate) fn compose(
    standing: &Standing<'_>,
    verdicts: &[Verdict],
    asked: &Asked<'_>,
) -> Composed {
    let taken = taken_in_run(standing);
    let free = verdicts.iter().enumerate();
    let free = free.filter_map(|(at, verdict)| candidate(standing, at, verdict));
    let mut candidates: Vec<Candidate<'_>> = free.collect();
    let mut held = Vec::new();
    if limits::counts_items(standing) {
        (candidates, held) = limits::take_out(standing, candidates);
    }
    let dunned = |at: usize| verdicts.get(at).map_or(0, |verdict| verdict.owed.dunned());
    let left = |at: usize| verdicts.get(at).map_or(0, |verdict| verdict.owed.left);
    let mut missed = Vec::new();
    if standing.policy.has_minimums {
        let asked_for = |at| money::add(dunned(at), left(at));
        (candidates, missed) = below_minimum(standing, candidates, &taken, asked_for);
    }
    for one in &mut candidates {
        place(standing, one);
    }
    laid_together(standing, &mut candidates);
    let share = asked.share_of_credit(standing, &candidates, &taken);
    candidates.retain(|one| asked.wants(standing, one));
    let room = candidates.len().saturating_add(missed.len());
    let mut composed = Composed {
        actions: Vec::with_capacity(room.min(1)),
        outgoing: Vec::with_capacity(room),
        ..Composed::default()
    };
    let mut credits = TotalCredits::new(standing, share);
    let mut going: Vec<(Bundle<'_, '_>, i64)> = Vec::with_capacity(room.min(1));
    for bundle in bundle(&mut candidates, asked.grouping(standing.policy)) {
        let items = bundle.items.iter();
        let sum = items.fold(0, |sum, one| money::add(sum, dunned(one.at)));
        let is_given = share.is_none() || asked.is_in(&bundle);
        let total = if is_given { credits.off(bundle.leading.item.currency, sum) } else { sum };
        if total > 0 || bundle.items.iter().any(|one| left(one.at) > 0) {
            going.push((bundle, total));
        } else {
            let covered = bundle.items.iter().map(|one| (one.at, covered()));
            composed.outgoing.extend(covered);
        }
    }
    for (place, (bundle, total)) in going.iter().enumerate() {
        let others = going.iter().enumerate().filter(|(other, _)| *other != place);
        let others = others.flat_map(|(_, (other, _))| other.items);
        // What was taken out takes the step by itself, later.
        let others = others.chain(held.iter().map(|(one, _)| one));
        let parted = parted(standing, bundle, &others);
        compose_one(standing, verdicts, (bundle, &parted), *total, &mut composed);
    }
    hold_lower(standing, &mut composed);
    let held = held.into_iter().map(|(one, hold)| (one.at, Outgoing::held(hold, i32::MAX)));
    composed.outgoing.extend(held);
    composed.outgoing.extend(missed.iter().map(|(one, missed)| (one.at, too_little(one, *missed))));
    composed.outgoing.sort_by_key(|(at, _)| *at);
    composed
}

fn candidate<'s>(
    standing: &'s Standing<'_>,
    at: usize,
    verdict: &Verdict,
) -> Option<Candidate<'s>> {
    if !verdict.is_candidate() {
        return None;
    }
    let ladder = verdict.ladder?;
    let next = verdict.next?;
    let rung_number = next.rung;
    let rung = standing.policy.ladder_at(ladder)?.rungs.get(rung_number)?;
    let item = standing.item(at)?;
    let is_upcoming = item.due.number() >= standing.today;
    Some(Candidate {
        at,
        item,
        ladder,
        rung_number,
        rung,
        lowest: next.lowest,
        occurrence: next.occurrence,
        is_behind: next.is_behind,
        is_shared: standing.policy.ladder_at(ladder)?.is_shared(),
        apart: None,
        proposal: None,
        first: None,
        notice: None,
        is_upcoming,
        is_call: rung.is_call,
        is_personal: false,
    })
}

/// How a step goes out, and apart from what: asked of the step that is taken in the end.
pub(super) fn place<'s>(standing: &'s Standing<'_>, one: &mut Candidate<'s>) {
    one.notice = one.rung.notice.map(|notice| (notice.id.as_str(), standing.kind_of(one.item)));
    one.is_personal = personal_call(standing, one.at, one.ladder, one.rung);
    // Without a number to call the message goes out as planned.
    let is_called = one.is_personal && personal::no_phone(standing, *one).is_none();
    one.is_call = one.rung.is_call || is_called;
    one.apart = match standing.policy.grouping {
        Grouping::Party => one.item.party.as_ref(),
        Grouping::Recipient => {
            let alone = Bundle { items: &[*one], leading: *one };
            let (_, chosen) = choose(standing, &alone, personal::channels_of(one));
            chosen.reached.map(|(_, reached)| &reached.contact.id)
        }
        Grouping::Account | Grouping::Step | Grouping::Item => None,
    };
}

/// Credits take the whole total: somebody should match them.
fn covered() -> Outgoing {
    let hold = Hold::NothingOwed { why: NothingOwedWhy::AwaitingAllocation };
    Outgoing::held(hold, i32::MAX)
}

/// Too little is due together: a new fact or a further item must come.
fn too_little(one: &Candidate<'_>, missed: Missed) -> Outgoing {
    let digits = one.item.currency.minor_units().unwrap_or(2);
    let hold = Hold::BelowMinimum {
        step: one.rung.id.clone(),
        total: money::from_minor(missed.total, digits),
        minimum: missed.least.map(|least| money::from_minor(least, digits)),
    };
    Outgoing::held(hold, i32::MAX)
}

fn compose_one(
    standing: &Standing<'_>,
    verdicts: &[Verdict],
    (bundle, parted): (&Bundle<'_, '_>, &Parted),
    total: i64,
    composed: &mut Composed,
) {
    let leading = bundle.leading.rung;
    let (attempt, chosen) = choose(standing, bundle, personal::channels_of(&bundle.leading));
    let review_day = next_change(standing, bundle);
    let Some((channel, reached)) = chosen.reached else {
        for one in bundle.items {
            let hold = unreachable(&leading.id, chosen.excluded.clone());
            composed.outgoing.push((one.at, Outgoing::held(hold, review_day)));
        }
        return;
    };
    let to = (channel, reached, attempt);
    let mut action = action(standing, verdicts, (bundle, parted), to, total);
    let (timed, full) = set_hours(standing, &mut action, bundle, &chosen, &composed.actions);
    set_template(standing, &mut action);
    let (costs, cost_unknown) = set_cost(standing, &mut action, leading.cost_limit);
    let (escalated, sender_unknown) = set_sender(standing, &mut action, &bundle.leading);
    let odd = [cost_unknown, sender_unknown];
    let named = bundle.items.iter().map(|one| one.at);
    if let Some(hold) = limits::limit(standing, &action, named, [&composed.actions, &[]]) {
        composed.hold_all(bundle, &hold, review_day);
        return;
    }
    action.deadline = deadline(standing, leading, channel, action.not_before);
    let charged = charge(standing, verdicts, bundle, &mut action);
    approve(standing, &mut action, leading);
    if let Some(hold) =
        awaiting_approval(standing, bundle.items, &action, |steps| same_steps(steps, &action))
    {
        composed.hold_all(bundle, &hold, review_day);
        composed.proposed.push(action);
        return;
    }
    let tomorrow = standing.today.saturating_add(1);
    let review_day = if charged.grows { review_day.min(tomorrow) } else { review_day };
    let approval_ends = action.approval.as_ref().and_then(|entry| approval_ends(standing, entry));
    let review_day = review_day.min(approval_ends.unwrap_or(i32::MAX));
    for (place, one) in bundle.items.iter().enumerate() {
        let joined = verdicts.get(one.at).and_then(|verdict| standing.item(verdict.joins?));
        let mut reasons = Vec::with_capacity(5);
        reasons.extend(joined.map(|first| Reason::Joined { item: first.id.clone() }));
        reasons.extend(action.approval.clone().map(|entry| Reason::Approved { entry }));
        reasons.push(Reason::Bundle {
            items: u32::try_from(bundle.items.len()).unwrap_or(u32::MAX),
            leading_step: leading.id.clone(),
        });
        reasons.extend(escalated.clone());
        let (contact, purpose) = (reached.contact.id.clone(), reached.purpose);
        reasons.push(Reason::Recipient { contact, purpose });
        reasons.extend(ranking(standing, leading, &chosen.ranked));
        reasons.push(Reason::Channel { choice: choice(&action, &chosen, &full) });
        reasons.extend(costs.clone());
        reasons.extend(timed.reason());
        let (personal, notice) = personal::told(standing, one);
        reasons.extend(personal);
        composed.notices.extend(notice);
        reasons.extend(own(&charged.reasons, place));
        let (delivery, hold) = (Some(action.delivery.clone()), None);
        let charged = own(&charged.findings, place).chain(timed.findings());
        let charged = charged.chain(odd.iter().flatten().cloned());
        let findings = charged.chain(odd_term(standing, leading, channel)).collect();
        let review_at = None;
        let outgoing = Outgoing { delivery, hold, reasons, findings, review_day, review_at };
        composed.outgoing.push((one.at, outgoing));
    }
    composed.actions.push(action);
}

/// The first day on which a channel in question can be used, or no longer.
fn next_change(standing: &Standing<'_>, bundle: &Bundle<'_, '_>) -> i32 {
    if standing.policy.grouping != Grouping::Recipient {
        return personal::next_change(standing, &bundle.leading);
    }
    // Whom each would be written to alone hangs on the channels of its own step.
    let changes = bundle.items.iter().map(|one| personal::next_change(standing, one));
    changes.min().unwrap_or(i32::MAX)
}

fn choice(action: &Action, chosen: &Chosen<'_>, full: &[ExcludedChannel]) -> ChannelChoice {
    let mut choice = ChannelChoice::new(action.channel, chosen.excluded.clone());
    choice.by_reach = !chosen.ranked.is_empty();
    if !chosen.copies.is_empty() {
        choice.excluded.extend(full.iter().cloned());
        choice.also = action.copies.iter().map(|copy| copy.channel).collect();
    }
    choice
}

/// What stands under a place.
fn own<T: Clone>(all: &[(usize, T)], place: usize) -> impl Iterator<Item = T> {
    all.iter().filter(move |(at, _)| *at == place).map(|(_, one)| one.clone())
}
