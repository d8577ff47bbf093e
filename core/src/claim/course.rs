use super::day_count::{RunningYear, Stretch, part};
use crate::money::{PERCENT, RoundingMode, product, rounded};
use crate::policy::{DayCount, InterestTerms, Rate, RateFixing, RoundingPoint};

/// How finely interest is carried that bears interest itself without being rounded: a billionth
/// of the smallest unit.
const FINE: i128 = 1_000_000_000;

/// Interest as it runs: what bears it may change on the way, by payments and by capitalisation.
///
/// All of it is whole numbers. What runs is a numerator over `whole`; it is divided only where it
/// is rounded.
#[derive(Clone)]
pub(crate) struct Course<'t> {
    terms: &'t InterestTerms,
    /// Of `base` and `done` to the smallest unit: 1, or `FINE`.
    scale: i128,
    whole: i128,
    /// What bears interest, capitalised interest with it, in scaled units.
    base: i128,
    /// The first day that has not run yet.
    next: i32,
    /// The day after the last of the whole, for the day count that asks for it.
    pub(crate) ends_before: i32,
    year: RunningYear,
    has_years: bool,
    fixed: Option<&'t Rate>,
    running: i128,
    /// Interest that was rounded or capitalised, in scaled units.
    done: i128,
    /// Of it what joined the base.
    capitalised: i128,
    /// Interest that was paid before it was capitalised, in the smallest unit.
    paid: i64,
    pub(crate) no_rate_until: Option<i32>,
    pub(crate) unknown_since: Option<i32>,
}

/// A span with one rate and one base, after it has run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'t> {
    pub(crate) begins: i32,
    pub(crate) until: i32,
    pub(crate) days: i32,
    pub(crate) rate: &'t Rate,
    /// What bore it, in the smallest unit.
    pub(crate) base: i64,
    /// Its exact interest: this over `Course::denominator`, in the smallest unit.
    pub(crate) exact: i128,
    pub(crate) assumed: bool,
}

impl<'t> Course<'t> {
    /// A principal in minor units that bears interest from a day on.
    pub(crate) fn new(principal: i64, first: i32, terms: &'t InterestTerms) -> Self {
        let is_fine = terms.yearly && terms.point == RoundingPoint::Total;
        let scale = if is_fine { FINE } else { 1 };
        let has_years = terms.yearly || terms.day_count == DayCount::ActualYear;
        let fixed = match terms.fixing {
            RateFixing::Variable => None,
            RateFixing::AtStart => in_force(&terms.rates, first),
            RateFixing::Fixed => in_force(&terms.rates, first).or_else(|| terms.rates.first()),
        };
        Self {
            terms,
            scale,
            whole: product(PERCENT, terms.common),
            base: product(i128::from(principal), scale),
            next: first,
            ends_before: i32::MAX,
            year: if has_years { RunningYear::first(first) } else { RunningYear::endless(first) },
            has_years,
            fixed,
            running: 0,
            done: 0,
            capitalised: 0,
            paid: 0,
            no_rate_until: None,
            unknown_since: None,
        }
    }

    /// Runs up to and including a day, and tells each span.
    pub(crate) fn run(&mut self, until: i32, tell: &mut impl FnMut(&Self, &Piece<'t>)) {
        let terms = self.terms;
        let mut at = terms.rates.partition_point(|rate| rate.until < self.next);
        while self.next <= until {
            let begins = self.next;
            while terms.rates.get(at).is_some_and(|rate| rate.until < begins) {
                at = at.saturating_add(1);
            }
            let end = until.min(self.year.last);
            let end = match self.rate(at, begins, end) {
                Ok((rate, end, assumed)) => {
                    let piece = self.bear(rate, begins, end, assumed);
                    self.close_year(end);
                    tell(self, &piece);
                    end
                }
                Err(end) => {
                    self.close_year(end);
                    end
                }
            };
            self.next = end.saturating_add(1);
            if end == i32::MAX {
                return;
            }
        }
    }

    /// The rate of a day, the last day that it holds, and whether it is only assumed; or the last
    /// day of those whose rate is not known.
    fn rate(&mut self, at: usize, begins: i32, end: i32) -> Result<(&'t Rate, i32, bool), i32> {
        if let Some(rate) = self.fixed {
            return Ok((rate, end, begins >= rate.assumed_from));
        }
        let found = self.terms.rates.get(at).filter(|_| self.terms.fixing == RateFixing::Variable);
        if let Some(rate) = found.filter(|rate| rate.begins <= begins) {
            let is_assumed = begins >= rate.assumed_from;
            let split = if is_assumed { i32::MAX } else { rate.assumed_from.saturating_sub(1) };
            return Ok((rate, end.min(rate.until).min(split), is_assumed));
        }
        let until = found.map_or(end, |rate| end.min(rate.begins.saturating_sub(1)));
        let is_before_all = self.terms.rates.first().is_none_or(|first| begins < first.begins);
        if is_before_all {
            self.no_rate_until = Some(until);
        } else {
            self.unknown_since = self.unknown_since.or(Some(begins));
        }
        Err(until)
    }

    fn bear(&mut self, rate: &'t Rate, begins: i32, until: i32, assumed: bool) -> Piece<'t> {
        let terms = self.terms;
        let (year, ends_before) = (self.year, self.ends_before);
        let period_days = rate.period_days;
        let stretch = Stretch { begins, until, year, ends_before, period_days };
        let (days, part) = part(terms.day_count, terms.common, &stretch);
        let borne = product(i128::from(rate.percent), part);
        let exact = product(self.base, borne);
        let base = self.base_now();
        self.running = self.running.saturating_add(exact);
        if terms.point == RoundingPoint::Segment {
            self.settle();
        }
        Piece { begins, until, days, rate, base, exact, assumed }
    }

    /// Rounds what runs; it is divided no further.
    fn settle(&mut self) {
        let (mode, unit) = self.terms.rounding;
        let rounded = i128::from(rounded(self.running, self.whole, mode, unit));
        self.done = self.done.saturating_add(rounded);
        self.running = 0;
    }

    /// At the end of a year its interest joins the base, less what was paid of it.
    fn close_year(&mut self, end: i32) {
        if !self.has_years || end != self.year.last {
            return;
        }
        self.year = self.year.next();
        if !self.terms.yearly {
            return;
        }
        if self.scale == 1 {
            self.settle();
        } else {
            let part = self.running.checked_div(self.whole).unwrap_or(0);
            self.done = self.done.saturating_add(part);
            self.running = self.running.saturating_sub(part.saturating_mul(self.whole));
        }
        let paid = i128::from(self.paid).saturating_mul(self.scale);
        let joins = self.done.saturating_sub(self.capitalised).saturating_sub(paid).max(0);
        self.base = self.base.saturating_add(joins);
        self.capitalised = self.capitalised.saturating_add(joins);
    }

    /// All interest so far, in the smallest unit, rounded where the rule says.
    pub(crate) fn total(&self) -> i64 {
        let (mode, unit) = self.terms.rounding;
        if self.scale == 1 {
            let done = i64::try_from(self.done).unwrap_or(i64::MAX);
            return done.saturating_add(rounded(self.running, self.whole, mode, unit));
        }
        let sum = self.done.saturating_mul(self.whole).saturating_add(self.running);
        rounded(sum, self.denominator(), mode, unit)
    }

    /// What exact interest is told over.
    pub(crate) fn denominator(&self) -> i128 {
        self.whole.saturating_mul(self.scale)
    }

    /// What bears interest, in the smallest unit.
    pub(crate) fn base_now(&self) -> i64 {
        self.in_units(self.base)
    }

    /// Interest that joined the base so far.
    pub(crate) fn capitalised(&self) -> i64 {
        self.in_units(self.capitalised)
    }

    fn in_units(&self, scaled: i128) -> i64 {
        if self.scale == 1 {
            return i64::try_from(scaled).unwrap_or(i64::MAX);
        }
        rounded(scaled, self.scale, self.terms.rounding.0, 1)
    }

    /// Interest that is neither paid nor part of the base.
    pub(crate) fn due(&self) -> i64 {
        self.total().saturating_sub(self.capitalised()).saturating_sub(self.paid).max(0)
    }

    /// Takes a payment of interest that is due.
    pub(crate) fn pay_interest(&mut self, amount: i64) {
        self.paid = self.paid.saturating_add(amount);
    }

    /// Takes a payment, or a credit, on what bears interest.
    pub(crate) fn pay_base(&mut self, amount: i64) {
        let left = self.base_now().saturating_sub(amount);
        let scaled = i128::from(amount).saturating_mul(self.scale);
        // Less than the smallest unit is nothing.
        self.base = if left <= 0 { 0 } else { self.base.saturating_sub(scaled) };
    }

    /// The interest of a span, rounded by itself.
    pub(crate) fn rounded(&self, exact: i128) -> i64 {
        let (mode, unit) = self.terms.rounding;
        rounded(exact, self.denominator(), mode, unit)
    }

    /// The interest of a span in parts of the smallest unit, to the nearest.
    pub(crate) fn exact(&self, exact: i128, parts: i128) -> i64 {
        let below = self.denominator();
        let whole = exact.checked_div(below).unwrap_or(0).saturating_mul(parts);
        let rest = exact.checked_rem(below).unwrap_or(0).saturating_mul(parts);
        let rest = rounded(rest, below, RoundingMode::HalfAwayFromZero, 1);
        i64::try_from(whole).unwrap_or(i64::MAX).saturating_add(rest)
    }

    /// The rate on a day, in millionths of a percent; none if it is not known.
    pub(crate) fn rate_on(&self, day: i32) -> i64 {
        let found = self.fixed.or_else(|| in_force(&self.terms.rates, day));
        found.map_or(0, |rate| rate.percent)
    }
}

/// The rate in force on a day.
fn in_force(rates: &[Rate], day: i32) -> Option<&Rate> {
    let at = rates.partition_point(|rate| rate.until < day);
    rates.get(at).filter(|rate| rate.begins <= day)
}
