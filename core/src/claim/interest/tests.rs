use super::*;
use crate::calendar::Day;
use crate::policy::{InterestRate, InterestRule, Rounding, RoundingPoint};

fn day(text: &str) -> i32 {
    text.parse::<Day>().unwrap().number()
}

fn terms(day_count: Option<DayCount>, rates: &[(&str, &str, Option<u32>)]) -> InterestTerms {
    let rates = rates.iter().map(|(begins, percent, period)| {
        let (begins, percent): (Day, Amount) = (begins.parse().unwrap(), percent.parse().unwrap());
        let mut rate = InterestRate::new(begins, percent);
        rate.period_days = *period;
        rate
    });
    let mut rule = InterestRule::new("late", rates.collect::<Vec<_>>());
    rule.day_count = day_count;
    InterestTerms::compile(&rule, &[])
}

/// Interest on cents after a due day.
fn after(principal: i64, due: &str, until: &str, terms: &InterestTerms) -> Accrued {
    accrued(principal, day(due).saturating_add(1), day(until), terms)
}

#[test]
fn per_period_as_business_central_counts() {
    let terms = terms(Some(DayCount::PerPeriod), &[("2023-01-20", "10", Some(30))]);
    let accrued = after(100_000, "2023-01-29", "2023-01-31", &terms);
    assert_eq!(accrued.total, 667);
    assert_eq!(accrued.spans.len(), 1);
    assert_eq!(accrued.spans[0].days, 2);
    assert_eq!(after(100_000, "2023-01-29", "2023-01-28", &terms), Accrued::default());
}

#[test]
fn spans_may_be_rounded_each_by_itself() {
    // 1/3 of a cent a day: 10 spans of one day are nothing each, and 3 cents together.
    let days: Vec<String> = (1..=10).map(|day| format!("2026-03-{day:02}")).collect();
    let rates: Vec<_> = days.iter().map(|day| (day.as_str(), "1", Some(30))).collect();
    let mut terms = terms(Some(DayCount::PerPeriod), &rates);
    assert_eq!(after(1_000, "2026-02-28", "2026-03-10", &terms).total, 3);
    terms.point = RoundingPoint::Segment;
    let each = after(1_000, "2026-02-28", "2026-03-10", &terms);
    assert_eq!((each.spans.len(), each.total), (10, 0));
}

#[test]
fn the_due_day_bears_nothing_and_the_day_after_does() {
    let terms = terms(None, &[("2020-01-01", "36.5", None)]);
    assert_eq!(after(100_000, "2026-03-01", "2026-03-01", &terms).total, 0);
    assert_eq!(after(100_000, "2026-03-01", "2026-03-02", &terms).total, 100);
}

#[test]
fn over_365_and_360() {
    let rates = [("2020-01-01", "7.5", None)];
    // 100.00 x 7.5 % x 20 / 365 = 0.41095…
    let of = |count| after(10_000, "2026-03-01", "2026-03-21", &terms(count, &rates)).total;
    assert_eq!(of(None), 41);
    assert_eq!(of(Some(DayCount::Actual365)), 41);
    // 0.41666…
    assert_eq!(of(Some(DayCount::Actual360)), 42);
}

#[test]
fn a_change_of_rate_begins_a_span() {
    // The published example: 1500.00 from 2009-09-15 to 2012-02-17 = 297.50363351.
    let rates =
        [("2009-07-01", "8.12", None), ("2011-07-01", "8.37", None), ("2012-01-01", "8.12", None)];
    let terms = terms(Some(DayCount::ActualActual), &rates);
    let accrued = after(150_000, "2009-09-14", "2012-02-17", &terms);
    assert_eq!(accrued.total, 29_750);
    assert_eq!(accrued.spans.iter().map(|span| span.days).collect::<Vec<_>>(), [654, 184, 48]);
    assert_eq!(accrued.spans.iter().map(|span| span.interest).sum::<i64>(), 29_750);
    assert_eq!(accrued.spans[1].begins, day("2011-07-01"));
    assert_eq!(accrued.spans[0].until, day("2011-06-30"));
}

#[test]
fn leap_years_have_their_own_denominator() {
    let terms = terms(Some(DayCount::ActualActual), &[("2020-01-01", "5", None)]);
    assert_eq!(after(1_000_000, "2023-12-31", "2024-12-31", &terms).total, 50_000);
    // 66491/133590 of a year (QuantLib): 10 000.00 x 5 % = 248.862…
    assert_eq!(
        accrued(1_000_000, day("2003-11-01"), day("2004-04-30"), &terms).total,
        0,
        "the rates begin later"
    );
    let early = super::tests::terms(Some(DayCount::ActualActual), &[("2000-01-01", "5", None)]);
    assert_eq!(accrued(1_000_000, day("2003-11-01"), day("2004-04-30"), &early).total, 24_886);
}

#[test]
fn months_of_thirty_days() {
    let terms = terms(Some(DayCount::Thirty360), &[("2000-01-01", "36", None)]);
    // 182/360 of 1000.00 x 36 % = 182.00.
    assert_eq!(accrued(100_000, day("2007-02-28"), day("2007-08-30"), &terms).total, 18_200);
    // The 31st bears nothing of its own: it counts as the 30th.
    let until = |last| accrued(100_000, day("2026-01-01"), day(last), &terms).total;
    assert_eq!((until("2026-01-30"), until("2026-01-31")), (2_900, 3_000));
}

#[test]
fn days_before_the_rates_bear_nothing_and_are_told() {
    let terms = terms(None, &[("2026-03-11", "36.5", None)]);
    let accrued = after(100_000, "2026-03-01", "2026-03-12", &terms);
    assert_eq!((accrued.total, accrued.no_rate_until), (200, Some(day("2026-03-10"))));
    let accrued = after(100_000, "2026-03-01", "2026-03-05", &terms);
    assert_eq!((accrued.total, accrued.no_rate_until), (0, Some(day("2026-03-05"))));
}

#[test]
fn flat_is_a_percentage_once() {
    let terms = terms(Some(DayCount::Flat), &[("2020-01-01", "5", None)]);
    assert_eq!(after(20_000, "2026-01-01", "2026-04-01", &terms).total, 1_000);
    assert_eq!(after(20_000, "2026-01-01", "2026-01-02", &terms).total, 1_000);
    assert_eq!(after(20_000, "2026-01-01", "2026-01-01", &terms).total, 0);
}

#[test]
fn spans_add_up_to_what_was_rounded_once() {
    // Three spans of 0.4 cents each: the sum is one cent, not none.
    let rates =
        [("2020-01-01", "1.46", None), ("2026-03-03", "1.47", None), ("2026-03-04", "1.46", None)];
    let accrued = after(10_000, "2026-03-01", "2026-03-04", &terms(None, &rates));
    assert_eq!(accrued.total, 1);
    assert_eq!(accrued.spans.iter().map(|span| span.interest).collect::<Vec<_>>(), [0, 1, 0]);
}

#[test]
fn rounding_is_as_the_rule_says() {
    let mut rule = InterestRule::new(
        "late",
        [InterestRate::new(
            "2020-01-01".parse::<Day>().unwrap(),
            "36.5".parse::<Amount>().unwrap(),
        )],
    );
    let of = |rule: &InterestRule| {
        // 12.50 x 0.1 % = 0.0125 a day: 5 days are 6.25 cents, 2 days 2.5.
        let terms = InterestTerms::compile(rule, &[]);
        [5, 2].map(|days| accrued(1_250, day("2026-03-02"), day("2026-03-01") + days, &terms).total)
    };
    assert_eq!(of(&rule), [6, 3]);
    let mut rounding = Rounding::new();
    rounding.mode = Some(crate::money::RoundingMode::HalfEven);
    rule.rounding = Some(rounding.clone());
    assert_eq!(of(&rule), [6, 2]);
    rounding.mode = Some(crate::money::RoundingMode::Up);
    rule.rounding = Some(rounding.clone());
    assert_eq!(of(&rule), [7, 3]);
    rounding.unit = Some(5);
    rule.rounding = Some(rounding);
    assert_eq!(of(&rule), [10, 5]);
}

#[test]
fn the_largest_numbers_do_not_wrap() {
    let terms = terms(Some(DayCount::PerPeriod), &[("0001-01-01", "1000", Some(1))]);
    let accrued = accrued(100_000_000_000_000, 1, day("9999-12-31"), &terms);
    assert_eq!(accrued.total, i64::MAX);
}
