use crate::vocabulary::words;

words! {
    /// How a fraction of the smallest unit is rounded.
    pub enum RoundingMode {
        /// To the nearest; a half goes away from zero, as people do it: 0.005 becomes 0.01.
        HalfAwayFromZero,
        /// To the nearest; a half goes to the even neighbour.
        HalfEven,
        /// Away from zero.
        Up,
        /// Towards zero.
        Down,
    }
}

/// `numerator / denominator` as a multiple of `unit`.
pub(crate) fn rounded(numerator: i128, denominator: i128, mode: RoundingMode, unit: i64) -> i64 {
    let unit = i128::from(unit.max(1));
    let per = product(denominator, unit);
    let (whole, rest) = divided(numerator, per);
    let twice = rest.saturating_mul(2);
    let away = match mode {
        RoundingMode::HalfAwayFromZero => rest > 0 && twice >= per,
        RoundingMode::HalfEven => twice > per || (twice == per && whole & 1 == 1),
        RoundingMode::Up => rest > 0,
        RoundingMode::Down => false,
    };
    let step = if away { numerator.signum() } else { 0 };
    let rounded = whole.saturating_add(step).saturating_mul(unit);
    i64::try_from(rounded).unwrap_or(if rounded < 0 { i64::MIN } else { i64::MAX })
}

/// A product. Most factors fit into half the width, where nothing can overflow.
pub(crate) fn product(one: i128, other: i128) -> i128 {
    match (i64::try_from(one), i64::try_from(other)) {
        (Ok(one), Ok(other)) => i128::from(one).saturating_mul(i128::from(other)),
        _ => one.saturating_mul(other),
    }
}

/// The whole part and the size of the rest. Most fit into half the width, where it is much faster.
fn divided(numerator: i128, per: i128) -> (i128, i128) {
    if let (Ok(numerator), Ok(per)) = (i64::try_from(numerator), i64::try_from(per)) {
        let whole = numerator.checked_div(per).unwrap_or(0);
        let rest = numerator.checked_rem(per).unwrap_or(0).unsigned_abs();
        return (i128::from(whole), i128::from(rest));
    }
    let whole = numerator.checked_div(per).unwrap_or(0);
    (whole, numerator.checked_rem(per).unwrap_or(0).saturating_abs())
}

#[cfg(test)]
mod tests {
    use super::RoundingMode::{Down, HalfAwayFromZero, HalfEven, Up};
    use super::*;

    #[test]
    fn each_mode_rounds_as_it_says() {
        // In tenths: 2.5, 3.5, -2.5, 2.4, 2.6, 3.0.
        let tenths = [25, 35, -25, 24, 26, 30];
        let of = |mode| tenths.map(|tenths| rounded(tenths, 10, mode, 1));
        assert_eq!(of(HalfAwayFromZero), [3, 4, -3, 2, 3, 3]);
        assert_eq!(of(HalfEven), [2, 4, -2, 2, 3, 3]);
        assert_eq!(of(Up), [3, 4, -3, 3, 3, 3]);
        assert_eq!(of(Down), [2, 3, -2, 2, 2, 3]);
    }

    #[test]
    fn a_unit_is_the_smallest_step() {
        assert_eq!(rounded(122, 1, HalfAwayFromZero, 5), 120);
        assert_eq!(rounded(1_225, 10, HalfAwayFromZero, 5), 125);
        assert_eq!(rounded(121, 1, Up, 10), 130);
        assert_eq!(rounded(191_241, 1, HalfAwayFromZero, 10), 191_240);
    }

    #[test]
    fn nothing_wraps() {
        assert_eq!(rounded(i128::MAX, 1, Up, i64::MAX), i64::MAX);
        assert_eq!(rounded(i128::MIN, 1, Up, 1), i64::MIN);
        assert_eq!(rounded(1, 0, Up, 1), 0);
    }
}
