//! The fixed calendar on which stated counts of days and months are placed. No day is compared
//! with another here.

use chrono::{Days, Months, NaiveDate, TimeDelta};

use super::facts::{Told, unmapped};

/// The day on which a case happens that names none: a Tuesday without a holiday near.
pub(super) const TODAY: &str = "2026-06-16";

/// The hour of a run.
pub(super) const RUN: &str = "T10:00:00Z";

/// The moment of a day's run.
pub(super) fn run(day: &str) -> String {
    format!("{day}{RUN}")
}

fn date(day: &str) -> Told<NaiveDate> {
    day.parse().or_else(|_| unmapped(format!("{day} is not a day")))
}

/// The day a number of days after another; before it, if the number is negative.
pub(super) fn after(day: &str, days: i64) -> Told<String> {
    let (date, count) = (date(day)?, Days::new(days.unsigned_abs()));
    let placed = if days < 0 { date.checked_sub_days(count) } else { date.checked_add_days(count) };
    placed.map_or_else(|| unmapped(format!("{days} days")), |day| Ok(day.to_string()))
}

/// The day a number of days before another.
pub(super) fn before(day: &str, days: i64) -> Told<String> {
    after(day, days.checked_neg().unwrap_or_default())
}

/// A number of days before, as the offset of a step has it.
pub(super) fn early(days: i64) -> Told<i64> {
    days.checked_neg().map_or_else(|| unmapped(format!("{days} days")), Ok)
}

/// The day a number of months before another.
pub(super) fn months_before(day: &str, months: i64) -> Told<String> {
    let months = u32::try_from(months).or_else(|_| unmapped(format!("{months} months")))?;
    let placed = date(day)?.checked_sub_months(Months::new(months));
    placed.map_or_else(|| unmapped(format!("{months} months")), |day| Ok(day.to_string()))
}

/// The days of a number of weeks.
pub(super) fn days_of_weeks(weeks: usize) -> Told<i64> {
    let span = i64::try_from(weeks).ok().and_then(TimeDelta::try_weeks);
    span.map_or_else(|| unmapped(format!("{weeks} weeks")), |span| Ok(span.num_days()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_placed() {
        assert_eq!(after("2026-02-27", 2).unwrap(), "2026-03-01");
        assert_eq!(before("2026-03-01", 1).unwrap(), "2026-02-28");
        assert_eq!(after("2026-03-01", -1).unwrap(), "2026-02-28");
        assert_eq!(months_before("2026-03-31", 1).unwrap(), "2026-02-28");
        assert_eq!(days_of_weeks(2).unwrap(), 14);
        assert!(after("x", 1).is_err());
    }
}
