use crate::money::{PERCENT, Percent, RoundingMode, rounded};
use crate::policy::{FeeTable, FeeTerms};

/// A fee on a base, both in minor units; none below the first tier.
///
/// Parts and bounds are exact, and the fee is rounded once, at the end; then it is kept within the
/// bounds of the table.
pub(crate) fn fee(base: i64, table: &FeeTable, terms: &FeeTerms) -> Option<i64> {
    let mut reached = table.bands.iter().filter(|band| band.threshold <= base);
    let of_band = |from: i64, until: i64, band: &crate::policy::Band| {
        let part = i128::from(until.saturating_sub(from).max(0));
        let exact = exact(band.fixed).saturating_add(part.saturating_mul(band.percent.into()));
        let most = band.maximum.map_or(i128::MAX, self::exact);
        exact.min(most).max(band.minimum.map_or(0, self::exact))
    };
    let sum = if terms.accumulated {
        // From the highest down: each band takes what lies above its threshold.
        let mut until = base;
        let mut sum = None;
        for band in reached.rev() {
            let part = of_band(band.threshold, until, band);
            sum = Some(sum.unwrap_or(0_i128).saturating_add(part));
            until = band.threshold;
        }
        sum?
    } else {
        of_band(0, base, reached.next_back()?)
    };
    let (mode, unit) = terms.rounding;
    let fee = rounded(sum, PERCENT, mode, unit).min(table.maximum.unwrap_or(i64::MAX));
    Some(fee.max(table.minimum.unwrap_or(0)).max(0))
}

/// The VAT on a fee, to the nearest smallest unit, a half away from zero.
pub(crate) fn vat(fee: i64, percent: Percent) -> i64 {
    let exact = i128::from(fee).saturating_mul(percent.into());
    rounded(exact, PERCENT, RoundingMode::HalfAwayFromZero, 1)
}

fn exact(minor: i64) -> i128 {
    i128::from(minor).saturating_mul(PERCENT)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Currency;
    use crate::policy::{FeeAmount, FeeBands, FeeRule, FeeTier, Rounding};

    fn euro() -> Currency {
        "EUR".parse().unwrap()
    }

    /// The fee on cents.
    fn of(base: i64, bands: Option<FeeBands>, amount: &str) -> Option<i64> {
        let amount: FeeAmount = serde_json::from_str(amount).unwrap();
        let mut rule = FeeRule::new("f", [amount]);
        rule.bands = bands;
        let terms = FeeTerms::compile(&rule, &[]);
        fee(base, terms.table(euro()).unwrap(), &terms)
    }

    #[test]
    fn fixed_and_percent_add_up_within_bounds() {
        let amount = r#"{"currency":"EUR","fixed":"7.00","percent":"10","maximum":"20.00"}"#;
        assert_eq!(of(8_000, None, amount), Some(1_500));
        assert_eq!(of(100_000, None, amount), Some(2_000));
        let amount = r#"{"currency":"EUR","percent":"1","minimum":"40.00"}"#;
        assert_eq!(of(8_000, None, amount), Some(4_000));
    }

    #[test]
    fn a_single_band_takes_the_whole_amount() {
        let amount = r#"{"currency":"EUR","tiers":[
            {"threshold":"0.00","fixed":"5.00"},{"threshold":"100.00","fixed":"2.00","percent":"10"}]}"#;
        assert_eq!(of(9_999, None, amount), Some(500));
        assert_eq!(of(10_000, None, amount), Some(1_200));
    }

    #[test]
    fn accumulated_bands_take_their_own_part() {
        let amount = r#"{"currency":"EUR","tiers":[
            {"threshold":"0.00","percent":"15"},{"threshold":"100.00","fixed":"1.00","percent":"10"},
            {"threshold":"1000.00","percent":"5","maximum":"3.00"}]}"#;
        let bands = Some(FeeBands::Accumulated);
        assert_eq!(of(9_999, bands, amount), Some(1_500));
        // On the threshold the next band is reached with nothing in it but its fixed part.
        assert_eq!(of(10_000, bands, amount), Some(1_600));
        assert_eq!(of(200_000, bands, amount), Some(1_500 + 9_100 + 300));
    }

    #[test]
    fn below_the_first_tier_there_is_no_fee() {
        let amount = r#"{"currency":"EUR","minimum":"9.00","tiers":[
            {"threshold":"101.00","fixed":"5.00"}]}"#;
        assert_eq!(of(10_000, Some(FeeBands::Accumulated), amount), None);
        assert_eq!(of(10_000, None, amount), None);
        assert_eq!(of(10_100, None, amount), Some(900));
    }

    #[test]
    fn rounding_comes_once_at_the_end() {
        let amount = r#"{"currency":"EUR","tiers":[
            {"threshold":"0.00","percent":"0.5"},{"threshold":"1.00","percent":"0.5"}]}"#;
        let amount: FeeAmount = serde_json::from_str(amount).unwrap();
        let mut rule = FeeRule::new("f", [amount]);
        rule.bands = Some(FeeBands::Accumulated);
        let on_two = |rule: &FeeRule| {
            let terms = FeeTerms::compile(rule, &[]);
            fee(200, terms.table(euro()).unwrap(), &terms)
        };
        assert_eq!(on_two(&rule), Some(1), "two halves of a cent");
        let mut rounding = Rounding::new();
        rounding.mode = Some(RoundingMode::Up);
        rounding.unit = Some(5);
        rule.rounding = Some(rounding);
        assert_eq!(on_two(&rule), Some(5));
    }

    #[test]
    fn vat_is_rounded_to_the_smallest_unit() {
        assert_eq!(vat(4_000, 21_000_000), 840);
        assert_eq!(vat(50, 21_000_000), 11);
        assert_eq!(vat(200, 8_100_000), 16);
    }

    #[test]
    fn a_tier_needs_nothing_but_a_threshold() {
        let zero: crate::Amount = "0".parse().unwrap();
        let mut amount = FeeAmount::new(euro());
        amount.tiers = vec![FeeTier::new(zero)];
        let terms = FeeTerms::compile(&FeeRule::new("f", [amount]), &[]);
        assert_eq!(fee(100, terms.table(euro()).unwrap(), &terms), Some(0));
    }
}
