//! Sums of money by currency.

use std::collections::BTreeMap;
use std::fmt;

use dunning::{Amount, Currency};
use rust_decimal::Decimal;

/// A sum in each currency; sums have as many decimals as the most exact amount in them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sums(BTreeMap<Currency, Decimal>);

impl Sums {
    pub(crate) fn add(&mut self, currency: Currency, amount: Amount) {
        let sum = self.0.entry(currency).or_default();
        *sum = sum.saturating_add(amount.decimal());
    }

    pub(crate) fn currencies(&self) -> impl Iterator<Item = Currency> {
        self.0.keys().copied()
    }

    /// The sum in one currency; none if nothing was added in it.
    pub(crate) fn of(&self, currency: Currency) -> Option<Decimal> {
        self.0.get(&currency).copied()
    }
}

impl fmt::Display for Sums {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sums: Vec<String> = self.0.iter().map(|(code, sum)| format!("{code} {sum}")).collect();
        f.write_str(&sums.join(", "))
    }
}
