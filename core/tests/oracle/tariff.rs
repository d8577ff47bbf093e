//! How much a fee is: fixed, percent or tiers, with its bounds, its rounding and its VAT.

use dunning::{Amount, Currency, FeeAmount, FeeBands, FeeRule, FeeTier, RoundingMode};
use rust_decimal::{Decimal, RoundingStrategy};

use super::facts::minor;

/// The fee of a rule on a base, and its VAT, in the smallest unit; nothing if the rule has no entry
/// for the currency.
pub(crate) fn fee(rule: &FeeRule, currency: Currency, base: i64) -> (i64, i64) {
    let Some(entry) = rule.amounts.iter().find(|entry| entry.currency == currency) else {
        return (0, 0);
    };
    let Some(exact) = exact(rule, entry, base) else { return (0, 0) };
    let rounding = rule.rounding.as_ref();
    let unit = Decimal::from(rounding.and_then(|rounding| rounding.unit).unwrap_or(1));
    let strategy = match rounding.and_then(|rounding| rounding.mode) {
        None | Some(RoundingMode::HalfAwayFromZero) => RoundingStrategy::MidpointAwayFromZero,
        Some(RoundingMode::HalfEven) => RoundingStrategy::MidpointNearestEven,
        Some(RoundingMode::Up) => RoundingStrategy::AwayFromZero,
        Some(RoundingMode::Down) => RoundingStrategy::ToZero,
        Some(_) => panic!("a choice that the oracle does not know"),
    };
    let rounded = (exact / unit).round_dp_with_strategy(0, strategy) * unit;
    let fee = bounded(rounded, entry.minimum, entry.maximum, currency);
    let fee = whole(fee);
    (fee, vat(rule, fee))
}

pub(crate) fn vat(rule: &FeeRule, fee: i64) -> i64 {
    let percent = rule.vat_percent.map_or(Decimal::ZERO, |percent| percent.decimal());
    let vat = Decimal::from(fee) * percent / Decimal::ONE_HUNDRED;
    whole(vat.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero))
}

fn exact(rule: &FeeRule, entry: &FeeAmount, base: i64) -> Option<Decimal> {
    let currency = entry.currency;
    if entry.tiers.is_empty() {
        return Some(part(entry.fixed, entry.percent, base, currency));
    }
    let from = |tier: &FeeTier| minor(tier.threshold, currency);
    let reached: Vec<&FeeTier> = entry.tiers.iter().filter(|tier| from(tier) <= base).collect();
    let of = |tier: &FeeTier, amount: i64| {
        let part = part(tier.fixed, tier.percent, amount, currency);
        bounded(part, tier.minimum, tier.maximum, currency)
    };
    if rule.bands != Some(FeeBands::Accumulated) {
        return reached.last().map(|tier| of(tier, base));
    }
    let ends = reached.iter().skip(1).map(|tier| from(tier)).chain([base]);
    let parts = reached.iter().zip(ends).map(|(tier, end)| of(tier, end - from(tier)));
    (!reached.is_empty()).then(|| parts.sum())
}

fn part(fixed: Option<Amount>, percent: Option<Amount>, of: i64, currency: Currency) -> Decimal {
    let fixed = Decimal::from(fixed.map_or(0, |fixed| minor(fixed, currency)));
    let percent = percent.map_or(Decimal::ZERO, |percent| percent.decimal());
    fixed + Decimal::from(of) * percent / Decimal::ONE_HUNDRED
}

fn bounded(
    value: Decimal,
    least: Option<Amount>,
    most: Option<Amount>,
    currency: Currency,
) -> Decimal {
    let of = |amount: Amount| Decimal::from(minor(amount, currency));
    value.min(most.map_or(Decimal::MAX, of)).max(least.map_or(Decimal::ZERO, of))
}

fn whole(value: Decimal) -> i64 {
    i64::try_from(value).unwrap()
}
