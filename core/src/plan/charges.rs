//! The fees and interest of an action, as the host reads them.

use super::action::cover;
use crate::calendar::Day;
use crate::claim::{self, segments};
use crate::fingerprint::Fingerprint;
use crate::model::{
    Action, Charge, ChargeClaim, ChargeKind, ChargePer, ChargeState, Finding, Reason, StepKey,
    Subject,
};
use crate::money;
use crate::rules::case::{Owed, Verdict};
use crate::rules::notice::{Basis, Bundle, Named, What, costs, fee, fee_base, interest};
use crate::standing::{ChargeFacts, Standing};
use crate::text::Str;

/// What the charges of an action mean for its items.
#[derive(Default)]
pub(super) struct Charged {
    /// By the place of the item in the bundle.
    pub(super) reasons: Vec<(usize, Reason)>,
    pub(super) findings: Vec<(usize, Finding)>,
    /// Interest grows from day to day.
    pub(super) grows: bool,
}

/// Adds its charges to an action.
pub(super) fn charge<'s>(
    standing: &'s Standing<'s>,
    verdicts: &[Verdict],
    bundle: &Bundle<'_, 's>,
    action: &mut Action,
) -> Charged {
    let mut charged = Charged::default();
    let names = |one: &crate::policy::Rung| one.fee.is_some() || one.interest.is_some();
    if standing.charges.is_empty() && !bundle.items.iter().any(|one| names(one.rung)) {
        return charged;
    }
    let owed = |at: usize| verdicts.get(at).map_or_else(Owed::default, |verdict| verdict.owed);
    let known = |place: Option<usize>| {
        let id = charge_id(standing, bundle, Of::Fee, place);
        standing.charges.iter().find(|known| known.charge.id == id)
    };
    let basis = Basis { standing, bundle, owed: &owed, known: &known };
    let interest = interest(&basis);
    let mut named = earlier(&basis, &interest);
    named.extend(fee(&basis));
    named.extend(costs(&basis));
    named.extend(interest);
    let mut charges = Vec::with_capacity(named.len());
    for one in &named {
        odd(one, bundle, &mut charged.findings);
        charged.grows |= matches!(one.what, What::Interest(..));
        if one.amount > 0
            && let Some(charge) = told(standing, one, bundle, action)
        {
            let is_new = !matches!(one.what, What::Earlier(_));
            let reasons = one.items.iter().filter(|_| is_new);
            charged.reasons.extend(reasons.map(|place| (*place, reason(&one.what, &charge))));
            charges.push(charge);
        }
    }
    sum_up(&named, action);
    action.charges = charges;
    charged
}

/// Charges of earlier messages that are neither booked nor given up. Interest that is stated anew
/// takes the place of the earlier.
fn earlier<'s>(basis: &Basis<'s, '_>, interest: &[Named<'_>]) -> Vec<Named<'s>> {
    let named = basis.standing.charges.iter().filter_map(|known| {
        let open = matches!(known.state, ChargeState::Announced | ChargeState::Claimable);
        let place = basis.bundle.items.iter().position(|one| Some(one.at) == known.home)?;
        let anew = |one: &Named<'_>| one.amount > 0 && one.items == [place];
        let is_anew = !known.is_fee() && interest.iter().any(anew);
        (open && known.is_sent && !is_anew).then(|| again(basis, known, place))
    });
    named.collect()
}

/// An earlier charge as it stands with this message. What was announced ahead is asked for now
/// if it waited for the next step, and then for no more than it would be on what is still open.
fn again<'s>(basis: &Basis<'s, '_>, known: &'s ChargeFacts<'s>, place: usize) -> Named<'s> {
    let standing = basis.standing;
    let charge = known.charge;
    let is_due = known.is_claimable() || (known.claimable_on.is_none() && !known.by_notice);
    let state = if is_due { ChargeState::Claimable } else { ChargeState::Announced };
    let (items, what) = (vec![place], What::Earlier(known));
    let unchanged = (known.base, known.amount, known.vat);
    let ahead = charge.claim.is_some_and(|claim| claim != ChargeClaim::WithMessage);
    let now =
        standing.policy.fee_named(&charge.rule).filter(|_| ahead && is_due).and_then(|terms| {
            let table = terms.table(charge.currency)?;
            let all = standing.account.items.iter().enumerate();
            let own = all.filter(|(_, item)| charge.items.contains(&item.id));
            let numbers: Vec<usize> = own.map(|(at, _)| at).collect();
            let base = fee_base(basis, terms, &numbers);
            let amount = claim::fee(base, table, terms).unwrap_or(0);
            let vat = terms.vat.map_or(0, |percent| claim::vat(amount, percent));
            (amount < known.amount).then_some((base, amount, vat.min(known.vat)))
        });
    let (base, amount, vat) = now.unwrap_or(unchanged);
    Named { what, items, base, amount, vat, state }
}

/// The charge; none of what the law forbids.
fn told(
    standing: &Standing<'_>,
    one: &Named<'_>,
    bundle: &Bundle<'_, '_>,
    action: &Action,
) -> Option<Charge> {
    let digits = action.currency.minor_units().unwrap_or(2);
    let amount = |minor| money::from_minor(minor, digits);
    let (base, net) = (amount(one.base), amount(one.amount));
    let vat = (one.vat > 0).then(|| amount(one.vat));
    let (of, rule, claim, per, segments) = match &one.what {
        What::Earlier(known) => {
            let delivery = Some(known.delivery.clone());
            let (state, known) = (one.state, known.charge.clone());
            return Some(Charge { state, base, amount: net, vat, delivery, ..known });
        }
        What::Fee(terms) | What::NoFee(terms) => {
            (Of::Fee, &terms.id, Some(terms.claim), terms.per, Vec::new())
        }
        What::Costs(terms, by_law) => {
            (Of::Fee, &terms.id, Some(by_law.claim), terms.per, Vec::new())
        }
        What::Forbidden(_) => return None,
        What::Interest(terms, accrued) => {
            let spans = segments(accrued, digits);
            let begins = accrued.spans.first().map_or(0, |span| span.begins);
            (Of::Interest { begins }, &terms.id, None, ChargePer::Item, spans)
        }
    };
    let place = if per == ChargePer::Item { one.items.first().copied() } else { None };
    let items = one.items.iter().filter_map(|place| bundle.items.get(*place));
    Some(Charge {
        id: charge_id(standing, bundle, of, place),
        kind: if of == Of::Fee { ChargeKind::Fee } else { ChargeKind::Interest },
        rule: rule.clone(),
        state: one.state,
        step: key(standing, bundle, place),
        per,
        items: items.map(|one| one.item.id.clone()).collect(),
        base,
        amount: net,
        currency: action.currency,
        vat,
        claim: claim.filter(|claim| *claim != ChargeClaim::WithMessage),
        segments,
        delivery: None,
    })
}

/// The step that announces a charge: that of its item, or the leading one.
fn key(standing: &Standing<'_>, bundle: &Bundle<'_, '_>, place: Option<usize>) -> StepKey {
    let own = place.and_then(|place| bundle.items.get(place)).unwrap_or(&bundle.leading);
    cover(standing, own).map_or_else(
        || StepKey::new(Subject::Debtor {}, "", own.rung.id.clone(), own.occurrence),
        |cover| cover.key,
    )
}

/// The same charge of the same step has the same id at every attempt, whatever its amount.
/// Interest that begins on another day, as earlier days were booked, is another charge.
fn charge_id(
    standing: &Standing<'_>,
    bundle: &Bundle<'_, '_>,
    what: Of,
    place: Option<usize>,
) -> Str {
    let mut id = Fingerprint::default();
    id.text(if what == Of::Fee { "fee" } else { "interest" });
    id.text(if place.is_some() { "item" } else { "message" });
    let own = bundle.items.iter().enumerate().filter(|(at, _)| place.is_none_or(|own| own == *at));
    let with_key = own.map(|(at, one)| (one.item.id.as_str(), key(standing, bundle, Some(at))));
    let mut keys: Vec<(&str, StepKey)> = with_key.collect();
    keys.sort_unstable_by(|(a, of_a), (b, of_b)| {
        (a, &of_a.scenario, &of_a.step, of_a.occurrence).cmp(&(
            b,
            &of_b.scenario,
            &of_b.step,
            of_b.occurrence,
        ))
    });
    for (item, key) in keys {
        id.text(item);
        id.text(&key.scenario);
        id.text(&key.step);
        id.number(key.occurrence);
    }
    if let Of::Interest { begins } = what {
        id.text(&Day::of(begins).to_string());
    }
    id.finish().as_str().into()
}

/// What an id is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Fee,
    /// From its first day on.
    Interest {
        begins: i32,
    },
}

fn reason(what: &What<'_>, charge: &Charge) -> Reason {
    let (id, rule, amount) = (charge.id.clone(), charge.rule.clone(), charge.amount);
    if let What::Costs(_, by_law) = what {
        let article = by_law.article.clone();
        return Reason::Costs { charge: id, rule, article, base: charge.base, amount };
    }
    match charge.kind {
        ChargeKind::Fee => Reason::Fee { charge: id, rule, base: charge.base, amount },
        ChargeKind::Interest => {
            Reason::Interest { charge: id, rule, principal: charge.base, amount }
        }
    }
}

fn odd(one: &Named<'_>, bundle: &Bundle<'_, '_>, findings: &mut Vec<(usize, Finding)>) {
    let found = match &one.what {
        What::NoFee(terms) => {
            let currency = bundle.leading.item.currency;
            vec![Finding::NoFee { rule: terms.id.clone(), currency }]
        }
        What::Forbidden(finding) => vec![finding.clone()],
        What::Interest(terms, accrued) => claim::odd(&terms.id, accrued),
        _ => return,
    };
    for place in &one.items {
        findings.extend(found.iter().map(|finding| (*place, finding.clone())));
    }
}

/// The sum with what is to be paid now, and the part of each line.
fn sum_up(named: &[Named<'_>], action: &mut Action) {
    let digits = action.currency.minor_units().unwrap_or(2);
    if named.iter().all(|one| one.amount == 0) {
        return;
    }
    let mut total = money::to_minor(action.total, digits).unwrap_or(0);
    let mut parts = vec![0_i64; action.lines.len()];
    for one in named.iter().filter(|one| one.state == ChargeState::Claimable) {
        let gross = money::add(one.amount, one.vat);
        total = money::add(total, gross);
        let per = match &one.what {
            What::Earlier(known) => known.charge.per,
            What::Fee(terms) | What::NoFee(terms) | What::Costs(terms, _) => terms.per,
            What::Interest(..) | What::Forbidden(_) => ChargePer::Item,
        };
        let place = one.items.first().filter(|_| per == ChargePer::Item);
        if let Some(part) = place.and_then(|place| parts.get_mut(*place)) {
            *part = money::add(*part, gross);
        }
    }
    for (line, part) in action.lines.iter_mut().zip(parts) {
        line.charges = (part > 0).then(|| money::from_minor(part, digits));
    }
    action.total_with_charges = Some(money::from_minor(total, digits));
}

/// The charges of the journal as they stand.
pub(super) fn of_account(standing: &Standing<'_>, verdicts: &[Verdict]) -> Vec<Charge> {
    // The scenario gives up what is left of an item that is settled.
    let is_given_up = |known: &ChargeFacts<'_>| {
        let home = known.home.and_then(|at| verdicts.get(at));
        known.is_claimable() && home.is_some_and(|home| home.closed && home.owed.left > 0)
    };
    let told = |known: &ChargeFacts<'_>| {
        let charge = known.charge.clone();
        let digits = charge.currency.minor_units().unwrap_or(2);
        Charge {
            state: if is_given_up(known) { ChargeState::Waived } else { known.state },
            base: money::from_minor(known.base, digits),
            amount: money::from_minor(known.amount, digits),
            vat: (known.vat > 0).then(|| money::from_minor(known.vat, digits)),
            delivery: Some(known.delivery.clone()),
            ..charge
        }
    };
    standing.charges.iter().map(told).collect()
}

/// The day from which a charge may be asked for that waits for it.
pub(super) fn next_claimable(standing: &Standing<'_>) -> Option<i32> {
    standing.charges.iter().filter_map(|known| known.claimable_on).min()
}
