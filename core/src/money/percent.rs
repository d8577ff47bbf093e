use super::Amount;

/// A percentage as millionths of a percent, exactly.
pub(crate) type Percent = i64;

/// What a whole is in the unit of [`Percent`].
pub(crate) const PERCENT: i128 = 100_000_000;

/// Beyond this a percentage is a slip of the pen.
const LARGEST: Percent = 1_000_000_000;

/// The percentage, if it lies between 0 and 1000 and has at most six decimals.
pub(crate) fn percent(given: Amount) -> Option<Percent> {
    let millionths = super::to_minor(given, 6).ok()?;
    (0..=LARGEST).contains(&millionths).then_some(millionths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_is_exact_or_refused() {
        let read = |text: &str| percent(text.parse().unwrap());
        assert_eq!(read("8.12"), Some(8_120_000));
        assert_eq!(read("0"), Some(0));
        assert_eq!(read("1000"), Some(1_000_000_000));
        for text in ["-0.01", "1000.01", "0.0000001"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
