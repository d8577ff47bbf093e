use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact decimal amount of money, without its currency.
///
/// The record that holds it names the currency. In JSON it is a string such as `"1250.00"`:
/// a JSON number is refused, because a reader may have made a float of it.
/// At most 28 digits; never rounded.
///
/// ```
/// use dunning::Amount;
///
/// let amount: Amount = "1250.00".parse()?;
/// assert_eq!(amount.to_string(), "1250.00");
/// assert_eq!(amount, "1250".parse()?);
/// assert!("1e3".parse::<Amount>().is_err());
/// # Ok::<(), dunning::NotAnAmount>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "node", derive(ts_rs::TS), ts(type = "string"))]
pub struct Amount(Decimal);

/// The text is not a plain decimal number of at most 28 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an amount is a decimal number such as \"1250.00\" with at most 28 digits")]
pub struct NotAnAmount;

impl Amount {
    /// The value as a decimal number.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    pub(crate) fn exact(value: Decimal) -> Self {
        // No negative zero, so that equal amounts print alike.
        Self(if value.is_zero() { value.abs() } else { value })
    }
}

impl From<Decimal> for Amount {
    fn from(value: Decimal) -> Self {
        Self::exact(value)
    }
}

impl FromStr for Amount {
    type Err = NotAnAmount;

    fn from_str(text: &str) -> Result<Self, NotAnAmount> {
        if !is_plain_number(text.as_bytes()) {
            return Err(NotAnAmount);
        }
        // `Decimal::from_str` would round a longer text.
        Decimal::from_str_exact(text).map(Self::exact).map_err(|_| NotAnAmount)
    }
}

/// `-?digits(.digits)?`: no sign `+`, exponent, group marks or spaces.
fn is_plain_number(text: &[u8]) -> bool {
    let unsigned = text.strip_prefix(b"-").unwrap_or(text);
    let digits = |part: &[u8]| !part.is_empty() && part.iter().all(u8::is_ascii_digit);
    let mut parts = unsigned.splitn(2, |byte| *byte == b'.');
    parts.next().is_some_and(digits) && parts.next().is_none_or(digits)
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Amount({})", self.0)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::code::text(deserializer, "an amount as text, such as \"1250.00\"")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_plain_decimals() {
        for text in ["0", "-1", "1250.00", "0.005", "9999999999999999999999999999"] {
            assert_eq!(text.parse::<Amount>().unwrap().to_string(), text);
        }
        assert_eq!("-0.00".parse::<Amount>().unwrap().to_string(), "0.00");
    }

    #[test]
    fn refuses_everything_else() {
        let long = "12345678901234567890123456789012";
        for text in
            ["", "-", ".", "1.", ".5", "+1", "1e3", "1_000", "1,5", " 1", "NaN", "--1", long]
        {
            assert_eq!(text.parse::<Amount>(), Err(NotAnAmount), "{text}");
        }
    }

    #[test]
    fn json_is_text_only() {
        assert!(serde_json::from_str::<Amount>("\"1.50\"").is_ok());
        for json in ["1.5", "15", "true", "null", "\"x\""] {
            assert!(serde_json::from_str::<Amount>(json).is_err(), "{json}");
        }
    }
}
