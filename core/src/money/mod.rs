//! The only arithmetic on money.
//!
//! [`Amount`] is what crosses the border: an exact decimal without a currency.
//! `Money` is what the rules calculate with: a whole number of the currency's smallest unit.

mod amount;
mod currencies;
mod currency;
mod percent;
mod rounding;

pub use amount::{Amount, NotAnAmount};
pub use currency::{Currency, NotACurrency};
pub(crate) use percent::{PERCENT, Percent, percent};
pub use rounding::RoundingMode;
pub(crate) use rounding::{product, rounded};

use rust_decimal::Decimal;

/// Amounts beyond this many minor units are refused; sums of ten thousand of them still fit.
const LARGEST_MINOR: i64 = 100_000_000_000_000;

/// Why an [`Amount`] is not money of a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotMoney {
    TooManyDecimals,
    OutOfRange,
}

/// The number of minor units that `amount` is, exactly; never rounded.
#[inline]
pub(crate) fn to_minor(amount: Amount, digits: u8) -> Result<i64, NotMoney> {
    let parts = amount.decimal().unpack();
    // Mostly it has the decimals of its currency, and fits.
    if parts.scale == u32::from(digits) && parts.hi == 0 {
        let size = (u64::from(parts.mid) << 32) | u64::from(parts.lo);
        if let Some(minor) = i64::try_from(size).ok().filter(|minor| *minor <= LARGEST_MINOR) {
            return Ok(if parts.negative { minor.saturating_neg() } else { minor });
        }
    }
    to_minor_exactly(amount, digits)
}

#[cold]
fn to_minor_exactly(amount: Amount, digits: u8) -> Result<i64, NotMoney> {
    let value = amount.decimal();
    let minor = rescaled(value.mantissa(), value.scale(), u32::from(digits))?;
    i64::try_from(minor)
        .ok()
        .filter(|minor| (-LARGEST_MINOR..=LARGEST_MINOR).contains(minor))
        .ok_or(NotMoney::OutOfRange)
}

fn rescaled(mantissa: i128, scale: u32, digits: u32) -> Result<i128, NotMoney> {
    if scale < digits {
        let times = power_of_ten(digits.abs_diff(scale));
        return mantissa.checked_mul(times).ok_or(NotMoney::OutOfRange);
    }
    let cut = power_of_ten(scale.abs_diff(digits));
    if mantissa.checked_rem(cut) != Some(0) {
        return Err(NotMoney::TooManyDecimals);
    }
    mantissa.checked_div(cut).ok_or(NotMoney::OutOfRange)
}

/// The amount with exactly the currency's decimals.
pub(crate) fn from_minor(minor: i64, digits: u8) -> Amount {
    Amount::exact(Decimal::new(minor, u32::from(digits)))
}

/// Adds without wrapping; a sum beyond the range of money stays at its edge.
pub(crate) fn add(left: i64, right: i64) -> i64 {
    left.saturating_add(right)
}

fn power_of_ten(exponent: u32) -> i128 {
    10_i128.checked_pow(exponent).unwrap_or(i128::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn amount(text: &str) -> Amount {
        text.parse().unwrap()
    }

    #[test]
    fn an_amount_becomes_minor_units_exactly() {
        assert_eq!(to_minor(amount("12.34"), 2), Ok(1234));
        assert_eq!(to_minor(amount("12.3"), 2), Ok(1230));
        assert_eq!(to_minor(amount("-0.01"), 2), Ok(-1));
        assert_eq!(to_minor(amount("1500"), 0), Ok(1500));
        assert_eq!(to_minor(amount("1.2345"), 4), Ok(12345));
    }

    #[test]
    fn trailing_zeros_are_no_decimals() {
        assert_eq!(to_minor(amount("12.3400"), 2), Ok(1234));
        assert_eq!(to_minor(amount("1500.00"), 0), Ok(1500));
    }

    #[test]
    fn more_decimals_than_the_currency_has_are_refused() {
        assert_eq!(to_minor(amount("12.345"), 2), Err(NotMoney::TooManyDecimals));
        assert_eq!(to_minor(amount("0.5"), 0), Err(NotMoney::TooManyDecimals));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(to_minor(amount("1000000000000.01"), 2), Err(NotMoney::OutOfRange));
        assert_eq!(to_minor(amount("79228162514264337593543950335"), 4), Err(NotMoney::OutOfRange));
    }

    #[test]
    fn output_has_the_decimals_of_the_currency() {
        assert_eq!(from_minor(1230, 2).to_string(), "12.30");
        assert_eq!(from_minor(1230, 0).to_string(), "1230");
        assert_eq!(from_minor(-5, 3).to_string(), "-0.005");
    }
}
