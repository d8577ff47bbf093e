use super::Candidate;
use crate::money;
use crate::policy::{Compare, Ladder, Least, MinimumBasis, MinimumMissed, Unlisted};
use crate::rules::run::Taken;
use crate::standing::Standing;

/// Why an item does not go out: what is due together, and the least that is asked for, in minor
/// units; none if the currency is never dunned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Missed {
    pub(crate) total: i64,
    pub(crate) least: Option<i64>,
}

/// What is due together in a currency is asked for only if it is enough for its step; else no
/// message goes out, or the latest earlier step is taken for which it is enough: once more the
/// one that was reached, if need be.
///
/// What other deliveries of the same run took counts as well. `dunned` tells what is asked for of
/// an item. Returns the candidates with what they missed.
pub(crate) fn below_minimum<'a>(
    standing: &'a Standing<'_>,
    mut candidates: Vec<Candidate<'a>>,
    taken: &[Taken],
    dunned: impl Fn(usize) -> i64,
) -> (Vec<Candidate<'a>>, Vec<(Candidate<'a>, Missed)>) {
    let (mut enough, mut missed) = (Vec::with_capacity(candidates.len()), Vec::new());
    // From the highest step down: what is lowered counts at the step below.
    candidates.sort_by_key(|one| (one.ladder, one.item.currency, one.rung_number));
    while let Some(last) = candidates.pop() {
        let Some(ladder) = standing.policy.ladder_at(last.ladder) else { continue };
        let is_alike = |one: &Candidate<'_>| {
            one.ladder == last.ladder && one.item.currency == last.item.currency
        };
        let at_this_step: Vec<Candidate<'a>> = std::iter::once(last)
            .chain(
                candidates
                    .iter()
                    .rev()
                    .copied()
                    .take_while(|one| is_alike(one) && one.rung_number == last.rung_number),
            )
            .collect();
        candidates.truncate(candidates.len().saturating_sub(at_this_step.len().saturating_sub(1)));
        let below = candidates.iter().filter(|one| is_alike(one));
        let above = enough.iter().filter(|one| is_alike(one));
        let own = last.rung.has_own_minimum;
        let others = below.filter(|_| !own).chain(above).chain(&at_this_step);
        let beside = taken.iter().filter(|one| {
            let item = standing.item(one.at);
            one.ladder == last.ladder
                && item.is_some_and(|item| item.currency == last.item.currency)
                && (!own || one.rung >= last.rung_number)
        });
        let all = others.map(|one| one.at).chain(beside.map(|one| one.at));
        let total = all.fold(0, |sum, at| money::add(sum, worth(standing, ladder, at, &dunned)));
        let Some(least) = missed_by(standing, ladder, &last, total) else {
            enough.extend(at_this_step);
            continue;
        };
        for mut one in at_this_step {
            match lower(ladder, &one).and_then(|number| Some((number, ladder.rungs.get(number)?))) {
                Some((number, rung)) => {
                    (one.rung_number, one.rung) = (number, rung);
                    one.occurrence = one.times_taken(standing).saturating_add(1);
                    candidates.push(one);
                }
                None => missed.push((one, Missed { total, least })),
            }
        }
        candidates.sort_by_key(|one| (one.ladder, one.item.currency, one.rung_number));
    }
    (enough, missed)
}

fn worth(
    standing: &Standing<'_>,
    ladder: &Ladder,
    at: usize,
    dunned: &impl Fn(usize) -> i64,
) -> i64 {
    let basis = ladder.minimums.as_ref().and_then(|minimums| minimums.basis);
    match basis {
        Some(MinimumBasis::Gross) => standing.items.get(at).map_or(0, |facts| facts.open),
        _ => dunned(at),
    }
}

/// The least that was missed.
fn missed_by(
    standing: &Standing<'_>,
    ladder: &Ladder,
    one: &Candidate<'_>,
    total: i64,
) -> Option<Option<i64>> {
    let rules = ladder.minimums.as_ref();
    let currency = one.item.currency;
    let Some(least) = one.rung.minimums.iter().find(|least| least.currency == currency) else {
        let never = rules.and_then(|rules| rules.unlisted) == Some(Unlisted::NeverDun);
        return never.then_some(None);
    };
    let least = amount_of(standing, least);
    let more_than = rules.and_then(|rules| rules.compare) == Some(Compare::MoreThan);
    let is_enough = if more_than { total > least } else { total >= least };
    (!is_enough).then_some(Some(least))
}

/// The amount or the share, whichever is more.
fn amount_of(standing: &Standing<'_>, least: &Least) -> i64 {
    if least.percent == 0 {
        return least.amount;
    }
    let items = standing.account.items.iter().zip(&standing.items);
    let open = items.filter(|(item, facts)| item.currency == least.currency && !facts.is_credit);
    let all: i128 = open.map(|(_, facts)| i128::from(facts.open)).sum();
    // Rounded up: a share is reached only in full.
    let share = all.saturating_mul(i128::from(least.percent)).saturating_add(99).div_euclid(100);
    least.amount.max(i64::try_from(share).unwrap_or(i64::MAX))
}

fn lower(ladder: &Ladder, one: &Candidate<'_>) -> Option<usize> {
    let missed = ladder.minimums.as_ref().and_then(|minimums| minimums.missed);
    let lowers = matches!(missed, Some(MinimumMissed::LowerStep | MinimumMissed::LowerStepOrAgain));
    if !lowers || one.rung_number <= one.lowest {
        return None;
    }
    one.rung_number.checked_sub(1)
}
