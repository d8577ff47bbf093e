use super::{Basis, Candidate, Named, What};
use crate::claim::accrued;
use crate::model::{ChargePer, ChargeState, Finding, ItemKind};
use crate::money;
use crate::policy::{DayCount, InterestTerms};
use crate::standing::ChargeFacts;

/// Interest runs on what is asked for of an item, from the day after its due day up to and
/// including today, except for days whose interest was booked or given up.
///
/// Fees bear none, unless the rule says so; a sum below the rule's minimum is not charged, nor is
/// what the law forbids for this debtor.
pub(crate) fn interest<'s>(basis: &Basis<'s, '_>) -> Vec<Named<'s>> {
    let mut named = Vec::new();
    for (place, one) in basis.bundle.items.iter().enumerate() {
        let terms = one.rung.interest.and_then(|at| basis.standing.policy.interest(at));
        named.extend(terms.and_then(|terms| of_item(basis, terms, place, one)));
    }
    let currency = basis.bundle.leading.item.currency;
    let enough = |one: &Named<'_>| {
        rule(one).is_none_or(|terms| compared(one, terms, &named) >= terms.minimum(currency))
    };
    let enough: Vec<bool> = named.iter().map(enough).collect();
    for (one, enough) in named.iter_mut().zip(enough) {
        if !enough {
            one.amount = 0;
        }
    }
    named
}

fn of_item<'s>(
    basis: &Basis<'s, '_>,
    terms: &'s InterestTerms,
    place: usize,
    one: &Candidate<'_>,
) -> Option<Named<'s>> {
    let is_fee = one.item.kind == ItemKind::Charge || one.item.charge.is_some();
    if one.is_upcoming || (is_fee && !terms.on_fees) || basis.is_settled(one) {
        return None;
    }
    let base = (basis.owed)(one.at).dunned();
    let own = |known: &&ChargeFacts<'_>| {
        !known.is_fee() && known.is_over() && known.charge.items.first() == Some(&one.item.id)
    };
    let over = || basis.standing.charges.iter().filter(own);
    if terms.day_count == DayCount::Flat && over().any(|known| known.charge.rule == terms.id) {
        return None;
    }
    let done = over().filter_map(ChargeFacts::until).max().unwrap_or(i32::MIN);
    let first = one.item.due.number().max(done).saturating_add(1);
    let standing = basis.standing;
    if let Some((why, article, possible_on)) =
        standing.interest_forbidden(terms, one.item, standing.today)
    {
        let (rule, article) = (terms.id.clone(), article.into());
        let finding = Finding::ChargeForbidden { rule, why, article, possible_on };
        let (what, state) = (What::Forbidden(finding), ChargeState::Announced);
        return Some(Named { what, items: vec![place], base, amount: 0, vat: 0, state });
    }
    let accrued = accrued(base, first, standing.today, terms);
    let (amount, state) = (accrued.total, ChargeState::Claimable);
    let what = What::Interest(terms, accrued);
    Some(Named { what, items: vec![place], base, amount, vat: 0, state })
}

fn rule<'s>(one: &Named<'s>) -> Option<&'s InterestTerms> {
    match &one.what {
        What::Interest(terms, _) => Some(terms),
        _ => None,
    }
}

/// What the minimum is compared with.
fn compared(one: &Named<'_>, terms: &InterestTerms, all: &[Named<'_>]) -> i64 {
    if terms.minimum_per == ChargePer::Item {
        return one.amount;
    }
    let own = all.iter().filter(|other| rule(other).is_some_and(|other| other.id == terms.id));
    own.fold(0, |sum, other| money::add(sum, other.amount))
}
