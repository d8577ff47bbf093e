//! A schedule of costs in minor units.

use chrono::{Datelike, Months};

use crate::calendar::Day;
use crate::law::CostSchedule;
use crate::money::{self, Amount, PERCENT, Percent, RoundingMode, rounded};

/// Rows, bounds and the rule on claims that follow one another.
pub(crate) struct Table {
    tiers: Vec<Tier>,
    accumulated: bool,
    minimum: Option<i64>,
    maximum: Option<i64>,
    following: Option<Following>,
}

struct Tier {
    threshold: i64,
    above: bool,
    fixed: i64,
    percent: Percent,
}

struct Following {
    percent: Percent,
    maximum: i64,
    up_to: i64,
}

impl Table {
    /// Thresholds are in the currency of the claims, what is charged in that of the charge.
    pub(crate) fn compile(schedule: &CostSchedule, digits: u8, paid_digits: u8) -> Self {
        let of = |given: Option<Amount>, digits: u8| {
            given.and_then(|one| money::to_minor(one, digits).ok())
        };
        let tiers = schedule.tiers.iter().map(|tier| Tier {
            threshold: of(Some(tier.threshold), digits).unwrap_or(i64::MAX),
            above: tier.above,
            fixed: of(tier.fixed, paid_digits).unwrap_or(0),
            percent: tier.percent.and_then(money::percent).unwrap_or(0),
        });
        let following = schedule.following.as_ref().map(|rule| Following {
            percent: money::percent(rule.percent).unwrap_or(0),
            maximum: of(Some(rule.maximum), paid_digits).unwrap_or(0),
            up_to: of(Some(rule.up_to), digits).unwrap_or(0),
        });
        Self {
            tiers: tiers.collect(),
            accumulated: schedule.accumulated,
            minimum: of(schedule.minimum, paid_digits),
            maximum: of(schedule.maximum, paid_digits),
            following,
        }
    }

    /// What is charged on an amount; nothing on nothing.
    pub(crate) fn charge(&self, amount: i64) -> i64 {
        if amount <= 0 {
            return 0;
        }
        let is_reached = |tier: &&Tier| {
            if tier.above { amount > tier.threshold } else { amount >= tier.threshold }
        };
        let reached = self.tiers.iter().filter(is_reached);
        let mut until = amount;
        let mut exact = 0_i128;
        for tier in reached.rev() {
            let part = i128::from(until.saturating_sub(tier.threshold));
            let of_part = part.saturating_mul(i128::from(tier.percent));
            let fixed = i128::from(tier.fixed).saturating_mul(PERCENT);
            exact = exact.saturating_add(of_part).saturating_add(fixed);
            until = tier.threshold;
            if !self.accumulated {
                break;
            }
        }
        let charge = rounded(exact, PERCENT, RoundingMode::HalfAwayFromZero, 1);
        let charge = charge.max(self.minimum.unwrap_or(0));
        charge.min(self.maximum.unwrap_or(i64::MAX)).max(0)
    }

    /// Whether the rule on claims that follow one another is for a claim of this amount.
    pub(crate) fn is_small(&self, amount: i64) -> bool {
        self.following.as_ref().is_some_and(|rule| amount <= rule.up_to)
    }

    /// What a claim bears that follows another.
    pub(crate) fn following(&self, charge: i64) -> i64 {
        let Some(rule) = &self.following else { return charge };
        let exact = i128::from(charge).saturating_mul(i128::from(rule.percent));
        rounded(exact, PERCENT, RoundingMode::HalfAwayFromZero, 1).min(rule.maximum)
    }
}

/// The day so many months later; the last of the month if it has no such day.
pub(crate) fn months_after(day: Day, months: u32) -> i32 {
    let later = day.date().checked_add_months(Months::new(months));
    later.map_or(i32::MAX, |later| later.num_days_from_ce())
}
