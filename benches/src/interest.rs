//! Items that are paid late, and interest on them in two ways.

use std::error::Error;

use dunning::{Amount, Currency, Day, Item, ItemKind, Policy};
use rust_decimal::{Decimal, RoundingStrategy};

const POLICY: &str = r#"{
    "scenarios": [{ "id": "standard", "version": 1, "steps": [
        { "id": "reminder", "offset": { "type": "days", "days": 3 },
          "work": { "type": "message", "channels": ["email"] } }
    ]}],
    "assignment": [{ "scenario": "standard" }],
    "interest": [{ "id": "late", "rates": [], "series": "DE/base_rate", "margin": "9.00" }],
    "claims": { "interest": [{ "rule": "late" }] }
}"#;

/// An item, the day up to which it bears interest, and the same as decimals.
#[derive(Debug)]
pub struct Late {
    /// The rule is called `late`.
    pub policy: Policy,
    /// The item.
    pub item: Item,
    /// The last interest-bearing day.
    pub until: Day,
    principal: Decimal,
    first: i64,
    last: i64,
    rates: Vec<(i64, i64, Decimal)>,
}

impl Late {
    /// An item that was due on a day and bears interest until another.
    ///
    /// # Errors
    ///
    /// If the rules cannot hold.
    pub fn new(due: &str, until: &str) -> Result<Self, Box<dyn Error>> {
        let policy = Policy::from_json(POLICY)?;
        let currency: Currency = "EUR".parse()?;
        let (due, until): (Day, Day) = (due.parse()?, until.parse()?);
        let amount: Amount = "8412.57".parse()?;
        let item = Item::new("2026-17", ItemKind::Invoice, due, amount, currency);
        let series = dunning::rate_series("DE/base_rate").ok_or("no such series")?;
        let number = |day: Day| i64::from(chrono::Datelike::num_days_from_ce(&day.date()));
        let margin: Decimal = "9.00".parse()?;
        let mut rates: Vec<(i64, i64, Decimal)> = Vec::new();
        for rate in &series.rates {
            let until = rate.until.map_or(i64::MAX, number);
            let percent = rate.percent.decimal().saturating_add(margin);
            match rates.last_mut() {
                // Both ways have as many spans.
                Some(last) if last.2 == percent => last.1 = until,
                _ => rates.push((number(rate.since), until, percent)),
            }
        }
        let first = number(due).saturating_add(1);
        let (last, principal) = (number(until), amount.decimal());
        Ok(Self { policy, item, until, principal, first, last, rates })
    }

    /// The interest by the library.
    #[must_use]
    pub fn by_library(&self) -> Option<Amount> {
        dunning::interest_total(&self.item, &self.policy, "late", self.until).ok()
    }

    /// The interest as one would write it with decimals: each span by itself, rounded at the end.
    #[must_use]
    pub fn by_decimals(&self) -> Option<Decimal> {
        let mut sum = Decimal::ZERO;
        for (since, until, percent) in &self.rates {
            let begins = self.first.max(*since);
            let ends = self.last.min(*until);
            if begins <= ends {
                let days = Decimal::from(ends.checked_sub(begins)?.checked_add(1)?);
                let yearly =
                    self.principal.checked_mul(*percent)?.checked_div(Decimal::ONE_HUNDRED)?;
                let part = yearly.checked_mul(days)?.checked_div(Decimal::from(365))?;
                sum = sum.checked_add(part)?;
            }
        }
        Some(sum.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_agree() {
        for (due, until) in [("2026-01-31", "2026-07-30"), ("2021-11-19", "2026-11-20")] {
            let late = Late::new(due, until).unwrap();
            assert_eq!(late.by_library().unwrap().decimal(), late.by_decimals().unwrap());
        }
    }
}
