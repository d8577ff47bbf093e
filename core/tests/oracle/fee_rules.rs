//! Random fees: every choice of a rule, and the steps that name it.

use std::collections::BTreeSet;

use dunning::{
    ChargeClaim, ChargePer, FeeAmount, FeeBands, FeeBase, FeeRule, FeeTier, ItemKind, PolicyDoc,
    Residual, Rounding, RoundingMode, Str,
};

use super::deliveries::days_of;
use super::facts::{amount, currency};
use super::random::Random;

/// Two rules, and steps that name one of them. What is left of a settled item is given up.
pub(super) fn add(random: &mut Random, doc: &mut PolicyDoc) {
    doc.fees = vec![rule(random, "f1"), rule(random, "f2")];
    for scenario in &mut doc.scenarios {
        scenario.residual = Some(Residual::Waive);
        for step in &mut scenario.steps {
            let is_early = step.anchor.is_none() && days_of(&step.offset) < 0;
            let fee = random.maybe(2, |random| (*random.pick(&["f1", "f2"])).into());
            step.fee = fee.filter(|_| !is_early);
        }
    }
    let steps = || doc.scenarios.iter().flat_map(|scenario| &scenario.steps);
    let named: BTreeSet<Str> = steps().filter_map(|step| step.fee.clone()).collect();
    doc.fees.retain(|rule| named.contains(&rule.id));
}

fn rule(random: &mut Random, id: &str) -> FeeRule {
    let mut amounts = vec![of_currency(random, "EUR", 2)];
    if random.one_in(2) {
        amounts.push(of_currency(random, "JPY", 0));
    }
    let mut rule = FeeRule::new(id, amounts);
    rule.per = random.choice(&[ChargePer::Item, ChargePer::Message]);
    if random.one_in(4) {
        rule.kinds = vec![ItemKind::Invoice, ItemKind::Charge];
    }
    let has_tiers = rule.amounts.iter().any(|one| !one.tiers.is_empty());
    if has_tiers || rule.amounts.iter().any(|one| one.percent.is_some()) {
        rule.of = random.choice(&[FeeBase::Residual, FeeBase::Original]);
        rule.with_earlier_fees = random.one_in(3);
    }
    if has_tiers {
        rule.bands = random.choice(&[FeeBands::Single, FeeBands::Accumulated]);
    }
    rule.claim = random.choice(&[
        ChargeClaim::WithMessage,
        ChargeClaim::AfterDeadline,
        ChargeClaim::WithNextStep,
    ]);
    rule.vat_percent = random.maybe(3, |_| amount(2_100, 2));
    if random.one_in(3) {
        let mut rounding = Rounding::new();
        rounding.mode = random.choice(&[
            RoundingMode::HalfAwayFromZero,
            RoundingMode::HalfEven,
            RoundingMode::Up,
            RoundingMode::Down,
        ]);
        rounding.unit = random.choice(&[5, 10]);
        rule.rounding = Some(rounding);
    }
    rule
}

fn of_currency(random: &mut Random, code: &str, digits: u32) -> FeeAmount {
    let mut entry = FeeAmount::new(currency(code));
    if random.one_in(3) {
        let mut low = FeeTier::new(amount(3_000, digits));
        low.fixed = random.maybe(2, |_| amount(300, digits));
        low.percent = Some(amount(250, 2));
        let mut high = FeeTier::new(amount(9_000, digits));
        high.percent = Some(amount(625, 2));
        high.minimum = random.maybe(3, |_| amount(400, digits));
        high.maximum = random.maybe(3, |_| amount(600, digits));
        entry.tiers = vec![low, high];
    } else {
        entry.fixed = random.maybe(2, |_| amount(500, digits));
        entry.percent = Some(amount(333, 2)).filter(|_| entry.fixed.is_none() || random.one_in(2));
    }
    entry.minimum = random.maybe(4, |_| amount(200, digits));
    entry.maximum = random.maybe(4, |_| amount(702, digits));
    entry
}
