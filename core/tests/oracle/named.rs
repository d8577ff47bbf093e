//! The fees that a message names: its own, and earlier ones of its items.

use std::collections::BTreeSet;

use dunning::{
    Charge, ChargeClaim, ChargeKind, ChargePer, ChargeState, FeeBase, FeeRule, Item, ItemKind, Str,
};

use super::answer::{ItemAnswer, word};
use super::facts::{World, amount, minor, number};
use super::fees::{Fee, Identity, amounts, of_step};
use super::notice::Ready;
use super::owed::Owed;
use super::tariff::fee;

/// A fee as a message names it.
pub(crate) struct Named {
    pub(crate) charge: Charge,
    base: i64,
    amount: i64,
    vat: i64,
}

impl<'a> World<'a> {
    /// What a message names: earlier fees of its items, and its own.
    pub(crate) fn named(&self, group: &[Ready<'a>], leading: &Ready<'a>) -> Vec<Named> {
        let fees = self.fees();
        let owed = self.owed();
        let mut named = Vec::new();
        for one in &fees {
            let home = self.home(one.charge);
            let is_here = home.is_some_and(|home| group.iter().any(|r| r.item.id == home.id));
            let is_open = matches!(one.state, ChargeState::Announced | ChargeState::Claimable);
            if is_here && is_open && one.is_sent {
                named.push(self.earlier_fee(one, &owed, &fees));
            }
        }
        for one in group {
            let own = std::slice::from_ref(one);
            named.extend(self.new_fee(one, (ChargePer::Item, own), &owed, &fees));
        }
        named.extend(self.new_fee(leading, (ChargePer::Message, group), &owed, &fees));
        named.retain(|one| one.amount > 0);
        named
    }

    fn rule(&self, id: &str) -> Option<&'a FeeRule> {
        self.doc.fees.iter().find(|rule| rule.id == id)
    }

    /// An earlier fee: one that waited for the next step can be asked for now, and for no more than
    /// it would be on what is still open.
    fn earlier_fee(&self, one: &Fee<'a>, owed: &[Owed], fees: &[Fee<'a>]) -> Named {
        let mut charge = one.charge.clone();
        let is_due = !one.waits;
        charge.state = if is_due { ChargeState::Claimable } else { ChargeState::Announced };
        let (mut base, mut net, mut vat) = (one.base, one.amount, one.vat);
        let ahead = charge.claim.is_some_and(|claim| claim != ChargeClaim::WithMessage);
        if let Some(rule) = self.rule(&charge.rule).filter(|_| ahead && is_due) {
            let items = self.account.items.iter().zip(owed);
            let own = items.filter(|(item, _)| charge.items.contains(&item.id));
            let now = own.map(|(item, owed)| self.base(rule, item, owed, fees)).sum();
            let (lower, its_vat) = fee(rule, charge.currency, now);
            if lower < net {
                (base, net, vat) = (now, lower, its_vat.min(vat));
            }
        }
        Named::new(charge, base, net, vat)
    }

    /// The fee that a step names, of one item or of the message.
    fn new_fee(
        &self,
        of: &Ready<'a>,
        (per, items): (ChargePer, &[Ready<'a>]),
        owed: &[Owed],
        fees: &[Fee<'a>],
    ) -> Option<Named> {
        let step = &of.ladder.steps[of.at];
        let rule = self.rule(step.fee.as_ref()?)?;
        if rule.per.unwrap_or(ChargePer::Item) != per {
            return None;
        }
        let bearing: Vec<&Ready<'a>> = items.iter().filter(|one| self.bears(rule, one)).collect();
        let base = bearing.iter().map(|one| self.base(rule, one.item, &owed[one.place], fees));
        let base: i64 = base.sum();
        let identity: Identity =
            items.iter().map(|one| of_step(&self.ready_key(one), &one.item.id)).collect();
        let known = fees.iter().find(|known| known.identity == identity);
        let is_over = known
            .is_some_and(|known| matches!(known.state, ChargeState::Charged | ChargeState::Waived));
        if bearing.is_empty() || is_over {
            return None;
        }
        let currency = of.item.currency;
        let (net, _) = fee(rule, currency, base);
        let net = net.min(known.map_or(i64::MAX, |known| known.amount));
        let vat = super::tariff::vat(rule, net);
        let claim = rule.claim.unwrap_or(ChargeClaim::WithMessage);
        let at_once = claim == ChargeClaim::WithMessage;
        let digits = u32::from(currency.minor_units().unwrap());
        let items: Vec<Str> = bearing.iter().map(|one| one.item.id.clone()).collect();
        let id = known.map_or_else(|| format!("{identity:?}"), |one| one.charge.id.to_string());
        let mut charge = Charge::new(
            id,
            ChargeKind::Fee,
            rule.id.clone(),
            if at_once { ChargeState::Claimable } else { ChargeState::Announced },
            self.ready_key(of),
            per,
            items,
            amount(base, digits),
            amount(net, digits),
            currency,
        );
        charge.claim = Some(claim).filter(|_| !at_once);
        Some(Named::new(charge, base, net, vat))
    }

    fn bears(&self, rule: &FeeRule, one: &Ready<'a>) -> bool {
        let usual = [ItemKind::Invoice, ItemKind::ScheduledPart];
        let kinds = if rule.kinds.is_empty() { usual.as_slice() } else { &rule.kinds };
        number(one.item.due) < self.today && kinds.contains(&one.item.kind)
    }

    /// What a percentage is of.
    fn base(&self, rule: &FeeRule, item: &Item, owed: &Owed, fees: &[Fee<'a>]) -> i64 {
        let own = match (rule.of, item.original) {
            (Some(FeeBase::Original), Some(original)) => {
                (minor(original, item.currency) - owed.disputed).max(0)
            }
            _ => owed.dunned,
        };
        let earlier = fees.iter().filter(|one| {
            let is_home = self.home(one.charge).is_some_and(|home| home.id == item.id);
            rule.with_earlier_fees && is_home && one.state == ChargeState::Claimable
        });
        own + earlier.map(|one| one.amount).sum::<i64>()
    }
}

impl World<'_> {
    /// The fees of the journal; what is left of an item that is closed is given up.
    pub(crate) fn fees_of_journal(&self, items: &[ItemAnswer]) -> BTreeSet<String> {
        let told = self.fees().into_iter().map(|one| {
            let home = self.home(one.charge);
            let given_up = home.is_some_and(|home| {
                let mut own = items.iter().filter(|item| item.item == *home.id);
                own.any(|item| item.outcome == "closed")
            });
            let mut charge = one.charge.clone();
            let claimable = one.state == ChargeState::Claimable;
            charge.state = if claimable && given_up { ChargeState::Waived } else { one.state };
            Named::new(charge, one.base, one.amount, one.vat).stands()
        });
        told.collect()
    }
}

impl Named {
    fn new(mut charge: Charge, base: i64, net: i64, vat: i64) -> Self {
        let digits = u32::from(charge.currency.minor_units().unwrap());
        (charge.base, charge.amount) = (amount(base, digits), amount(net, digits));
        charge.vat = Some(amount(vat, digits)).filter(|_| vat > 0);
        Self { charge, base, amount: net, vat }
    }

    /// A fee of the journal, as text.
    pub(crate) fn stands(&self) -> String {
        let charge = &self.charge;
        let step = of_step(&charge.step, &charge.items.join("+"));
        let (rule, state) = (&charge.rule, word(charge.state));
        format!("{rule} of {step} on {}: {}+{} {state}", self.base, self.amount, self.vat)
    }

    pub(crate) fn of(charge: &Charge) -> Self {
        let (base, amount, vat) = amounts(charge);
        Self { charge: charge.clone(), base, amount, vat }
    }
}

/// What a person sees of the fees of a message, and the sum with them.
pub(crate) fn fees_told(named: &[Named], sum: Option<i64>) -> String {
    let all = named.iter().map(|one| {
        let (charge, items) = (&one.charge, one.charge.items.join("+"));
        let (step, state) = (of_step(&charge.step, &items), word(charge.state));
        format!(" fee {} of {step}: {}+{} {state}", charge.rule, one.amount, one.vat)
    });
    let all: BTreeSet<String> = all.collect();
    let all: String = all.into_iter().collect();
    sum.map_or(all.clone(), |sum| format!("{all} in all {sum}"))
}

/// What is to be paid with a message, if it names any fee.
pub(crate) fn in_all(named: &[Named], total: i64) -> Option<i64> {
    let claimable = named.iter().filter(|one| one.charge.state == ChargeState::Claimable);
    let sum: i64 = claimable.map(|one| one.amount + one.vat).sum();
    (!named.is_empty()).then_some(total + sum)
}

/// What the fees were worked out on.
pub(crate) fn bases(named: &[Named]) -> String {
    let mut all: Vec<i64> = named.iter().map(|one| one.base).collect();
    all.sort_unstable();
    if all.is_empty() { String::new() } else { format!(" fees on {all:?}") }
}
