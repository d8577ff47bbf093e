use super::{Basis, Candidate, Named, What};
use crate::claim;
use crate::law;
use crate::model::{ChargeClaim, ChargePer, ChargeState, CostRefusal, Finding};
use crate::money;
use crate::policy::{FeeBase, FeeTerms};
use crate::standing::ChargeFacts;

/// The fee of a step is announced once for each overdue item, or once for the message; a further
/// attempt of the step announces the same fee, and no more.
///
/// What was booked or given up is not announced again, and what replaces a charge in the ledger
/// bears no fee. Nor do debtors whom a law protects from all fees but its own.
pub(crate) fn fee<'s>(basis: &Basis<'s, '_>) -> Vec<Named<'s>> {
    let bundle = basis.bundle;
    let rule = |one: &Candidate<'s>, per: ChargePer| {
        let terms = basis.standing.policy.fee(one.rung.fee?)?;
        (terms.per == per && terms.schedule.is_none()).then_some(terms)
    };
    let mut fees = Vec::new();
    for (place, one) in bundle.items.iter().enumerate() {
        if let Some(terms) = rule(one, ChargePer::Item) {
            fees.extend(announced(basis, terms, Some(place)));
        }
    }
    if let Some(terms) = rule(&bundle.leading, ChargePer::Message) {
        fees.extend(announced(basis, terms, None));
    }
    fees
}

fn announced<'s>(
    basis: &Basis<'s, '_>,
    terms: &'s FeeTerms,
    place: Option<usize>,
) -> Option<Named<'s>> {
    let all = basis.bundle.items.iter().enumerate();
    let bearing = all.filter(|(at, one)| {
        place.is_none_or(|own| own == *at) && one.bears(terms) && !basis.is_settled(one)
    });
    let (items, numbers): (Vec<usize>, Vec<usize>) = bearing.map(|(at, one)| (at, one.at)).unzip();
    let known = (basis.known)(place);
    if items.is_empty() || known.is_some_and(ChargeFacts::is_over) {
        return None;
    }
    if let Some(finding) = forbidden(basis, terms, &items) {
        let (what, state) = (What::Forbidden(finding), ChargeState::Announced);
        return Some(Named { what, items, base: 0, amount: 0, vat: 0, state });
    }
    let base = fee_base(basis, terms, &numbers);
    let at_once = terms.claim == ChargeClaim::WithMessage;
    let state = if at_once { ChargeState::Claimable } else { ChargeState::Announced };
    let Some(table) = terms.table(basis.bundle.leading.item.currency) else {
        let what = What::NoFee(terms);
        return Some(Named { what, items, base, amount: 0, vat: 0, state });
    };
    let most = known.map_or(i64::MAX, |known| known.amount);
    let amount = claim::fee(base, table, terms).unwrap_or(0).min(most);
    let vat = terms.vat.map_or(0, |percent| claim::vat(amount, percent));
    Some(Named { what: What::Fee(terms), items, base, amount, vat, state })
}

/// That the law lets one of these items bear no fee of the house's own.
fn forbidden(basis: &Basis<'_, '_>, terms: &FeeTerms, items: &[usize]) -> Option<Finding> {
    let standing = basis.standing;
    let law = standing.law();
    let mut kinds = items.iter().filter_map(|place| basis.bundle.items.get(*place));
    let article = kinds.find_map(|one| law::no_own_fee(&law, standing.kind_of(one.item)))?;
    let (rule, why) = (terms.id.clone(), CostRefusal::AboveLimit);
    Some(Finding::ChargeForbidden { rule, why, article: article.clone(), possible_on: None })
}

/// What percentages and tiers are of, for items by their numbers.
pub(crate) fn fee_base(basis: &Basis<'_, '_>, terms: &FeeTerms, items: &[usize]) -> i64 {
    items.iter().fold(0, |sum, at| {
        let owed = (basis.owed)(*at);
        let original = basis.standing.items.get(*at).and_then(|facts| facts.original);
        let own = match (terms.of, original) {
            (FeeBase::Original, Some(original)) => original.saturating_sub(owed.disputed).max(0),
            _ => owed.dunned(),
        };
        let before = if terms.with_earlier_fees { basis.earlier_fees(*at) } else { 0 };
        money::add(sum, money::add(own, before))
    })
}
