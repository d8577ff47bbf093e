use super::{Basis, ByLaw, Candidate, Named, What};
use crate::calendar::Day;
use crate::claim;
use crate::model::{ChargeClaim, ChargePer, ChargeState, Finding};
use crate::policy::FeeTerms;
use crate::rules::late::Late;
use crate::standing::ChargeFacts;

/// What a law lets a creditor charge for being paid late is charged as its schedule says, and what
/// it forbids is not charged.
///
/// Items that the schedule adds up bear the costs together, once. If the debtor has to be given
/// notice first, the notice only announces them: they may be asked for when its term has run out.
pub(crate) fn costs<'s>(basis: &Basis<'s, '_>) -> Vec<Named<'s>> {
    let bundle = basis.bundle;
    let rule = |one: &Candidate<'s>, per: ChargePer| {
        let terms = basis.standing.policy.fee(one.rung.fee?)?;
        (terms.per == per).then_some(terms)
    };
    let mut named = Vec::new();
    for (place, one) in bundle.items.iter().enumerate() {
        if let Some(terms) = rule(one, ChargePer::Item) {
            named.extend(charged(basis, terms, Some(place)));
        }
    }
    if let Some(terms) = rule(&bundle.leading, ChargePer::Message) {
        named.extend(charged(basis, terms, None));
    }
    named
}

fn charged<'s>(
    basis: &Basis<'s, '_>,
    terms: &'s FeeTerms,
    place: Option<usize>,
) -> Option<Named<'s>> {
    let id = terms.schedule.as_ref()?;
    let standing = basis.standing;
    let known = (basis.known)(place);
    if known.is_some_and(ChargeFacts::is_over) {
        return None;
    }
    let own = place.and_then(|place| basis.bundle.items.get(place));
    let first = own.unwrap_or(&basis.bundle.leading).item;
    let kind = standing.kind_of(first);
    let bears = |one: &Candidate<'_>| {
        let is_one = own.is_none_or(|own| own.at == one.at);
        let is_new = !standing.bears_costs(id, one.item, known);
        let is_new = is_new && !basis.is_settled(one);
        is_one && is_new && one.bears(terms) && standing.kind_of(one.item) == kind
    };
    let all = basis.bundle.items.iter().enumerate();
    let found: Vec<(usize, &Candidate<'_>)> = all.filter(|(_, one)| bears(one)).collect();
    let due = found.iter().map(|(_, one)| one.item.due.number()).max()?;
    let items: Vec<usize> = found.iter().map(|(place, _)| *place).collect();
    let state = ChargeState::Announced;
    let nothing = |what, items| Some(Named { what, items, base: 0, amount: 0, vat: 0, state });
    let schedule = standing.policy.schedule(id, Day::of(due.saturating_add(1)));
    let Some(schedule) = schedule.filter(|known| known.is_in(first.currency)) else {
        return nothing(What::NoFee(terms), items);
    };
    let late = Late { basis, schedule, kind, due, items: found };
    match late.charge(known) {
        Ok((base, amount, vat, claim)) => {
            let amount = known.map_or(amount, |known| amount.min(known.amount));
            let vat = vat.map_or(0, |percent| claim::vat(amount, percent));
            let claim = if claim == ChargeClaim::WithMessage { terms.claim } else { claim };
            let at_once = claim == ChargeClaim::WithMessage;
            let state = if at_once { ChargeState::Claimable } else { state };
            let what = What::Costs(terms, ByLaw { claim, article: schedule.article.clone() });
            Some(Named { what, items, base, amount, vat, state })
        }
        Err((why, article, possible_on)) => {
            let rule = terms.id.clone();
            let finding = Finding::ChargeForbidden { rule, why, article, possible_on };
            nothing(What::Forbidden(finding), items)
        }
    }
}
