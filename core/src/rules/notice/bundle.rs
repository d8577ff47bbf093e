use std::cmp::Reverse;

use crate::calendar::Day;
use crate::model::{DebtorKind, Item, StepKey};
use crate::policy::{FeeTerms, Grouping, Rung};
use crate::rules::times::times_taken;
use crate::standing::{Fact, Standing, Taken};
use crate::text::Str;

/// An item whose step is due.
#[derive(Clone, Copy)]
pub(crate) struct Candidate<'a> {
    pub(crate) at: usize,
    pub(crate) item: &'a Item,
    pub(crate) ladder: usize,
    pub(crate) rung_number: usize,
    pub(crate) rung: &'a Rung,
    /// The lowest rung that could be taken instead.
    pub(crate) lowest: usize,
    pub(crate) occurrence: u32,
    /// True if others have taken the step without it.
    pub(crate) is_behind: bool,
    /// True if its level is shared: it goes out with all that share it.
    pub(crate) is_shared: bool,
    /// The branch or contact that keeps it apart, if the policy groups by one.
    pub(crate) apart: Option<&'a Str>,
    /// The entry by which it was proposed, or approved, if what it stands in waits for an answer.
    pub(crate) proposal: Option<&'a Str>,
    /// What is due first of those that go out with it, if anything was proposed.
    pub(crate) first: Option<(Day, &'a Str)>,
    /// The notice by law that its step is, and against whom: such a notice goes out apart.
    pub(crate) notice: Option<(&'a str, DebtorKind)>,
    /// Its last day for payment has not passed.
    pub(crate) is_upcoming: bool,
    pub(crate) is_call: bool,
    /// A punctual payer's first step, which should be a call.
    pub(crate) is_personal: bool,
}

impl Candidate<'_> {
    /// True if it bears a fee: it is overdue, and replaces no charge.
    pub(crate) fn bears(&self, terms: &FeeTerms) -> bool {
        !self.is_upcoming && self.item.charge.is_none() && terms.is_borne_by(self.item.kind)
    }

    /// How often its step was taken before, by it or by what shares its level.
    pub(crate) fn times_taken(&self, standing: &Standing<'_>) -> u32 {
        let Some(ladder) = standing.policy.ladder_at(self.ladder) else { return 0 };
        let facts = standing.shared.iter().chain(standing.facts_of(self.at)).copied();
        times_taken(standing, ladder, (self.item, &self.rung.id), facts)
    }

    /// The deliveries of the step that this item takes now, for this item.
    pub(crate) fn takes<'s, 'a>(
        &self,
        standing: &'s Standing<'a>,
    ) -> impl Iterator<Item = Taken<'s, 'a>> {
        let shared = if self.is_shared { &*standing.shared } else { &[] };
        shared.iter().chain(standing.facts_of(self.at)).filter_map(|fact| {
            let Fact::Take { delivery: number, cover } = *fact else { return None };
            let (delivery, key) = standing.take_of(&self.item.id, (number, cover))?;
            self.is_taken_by(standing, key).then_some((number, delivery, key))
        })
    }

    /// True if the key is that of the step that this item takes now.
    pub(crate) fn is_taken_by(&self, standing: &Standing<'_>, key: &StepKey) -> bool {
        let ladder = standing.policy.ladder_at(self.ladder);
        ladder.is_some_and(|ladder| {
            key.step == self.rung.id
                && key.occurrence == self.occurrence
                && ladder.is_about(&key.subject, &self.item.id, self.item.currency)
                && (!self.is_shared || key.scenario == ladder.id)
        })
    }
}

/// Items that go out together, the oldest due first.
pub(crate) struct Bundle<'c, 'a> {
    pub(crate) items: &'c [Candidate<'a>],
    /// The item whose step decides on channel and template.
    pub(crate) leading: Candidate<'a>,
}

/// What is due together goes into one message, or each item into its own, as the policy says.
///
/// Currencies never mix, a call is no message, and what is not yet overdue is kept apart from what
/// is. So are notices by law, one for each kind of debtor, branches or contacts, if the policy says
/// so, levels that items share, and what was proposed and waits. The highest step leads: of two
/// alike, that of the item due first.
pub(crate) fn bundle<'c, 'a>(
    candidates: &'c mut [Candidate<'a>],
    grouping: Grouping,
) -> impl Iterator<Item = Bundle<'c, 'a>> {
    let step = move |one: &Candidate<'_>| {
        (grouping == Grouping::Step && !one.is_shared).then_some((one.ladder, one.rung_number))
    };
    let together = move |one: &Candidate<'_>, next: &Candidate<'_>| {
        kind(one) == kind(next)
            && step(one) == step(next)
            && one.proposal == next.proposal
            && (grouping != Grouping::Item || next.is_shared)
    };
    if candidates.iter().any(|one| one.proposal.is_some()) {
        find_first(candidates, together);
        candidates.sort_by_key(|one| (kind(one), step(one), one.first, one.item.due, &one.item.id));
    } else {
        candidates.sort_by_key(|one| (kind(one), step(one), one.item.due, &one.item.id));
    }
    candidates.chunk_by(together).filter_map(|items| {
        let higher = |one, other| if leads(other) > leads(one) { other } else { one };
        Some(Bundle { items, leading: *items.iter().reduce(higher)? })
    })
}

/// What a person says of a proposal must not change the order of the messages: credits are counted
/// against one after the other.
fn find_first(
    candidates: &mut [Candidate<'_>],
    together: impl Fn(&Candidate<'_>, &Candidate<'_>) -> bool,
) {
    let firsts: Vec<_> = candidates
        .iter()
        .map(|one| {
            let others = candidates.iter().filter(|other| together(one, other));
            let days = others.map(|other| (other.item.due, &other.item.id));
            days.chain([(one.item.due, &one.item.id)]).min()
        })
        .collect();
    for (one, first) in candidates.iter_mut().zip(firsts) {
        one.first = first;
    }
}

fn kind<'a>(one: &Candidate<'a>) -> impl Ord + use<'a> {
    let shared = one.is_shared.then_some(one.ladder);
    (one.item.currency, one.is_call, one.is_upcoming, shared, one.apart, one.notice)
}

fn leads<'a>(one: &Candidate<'a>) -> impl Ord + use<'a> {
    (one.rung_number, Reverse(one.item.due), Reverse(one.item.id.as_str()))
}
