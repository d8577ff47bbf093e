//! What is owed: interest beside a slow and obvious oracle, payments that lose no cent, costs
//! within what laws allow.

use chrono::{Datelike, Days, NaiveDate};
use dunning::{
    Account, Amount, Claim, CostClaim, CostFacts, Day, DayCount, DebtorKind, ImputedPayment, Item,
    OpenClaim, Policy, claim, cost_schedules, costs, impute, interest, year_fraction,
};
use proptest::prelude::*;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Value, json};

use crate::config;

fn policy(more: &Value) -> Policy {
    let mut doc = json!({
        "scenarios": [{ "id": "s", "version": 1, "steps": [{ "id": "r",
            "offset": { "type": "days", "days": 3 },
            "work": { "type": "message", "channels": ["email"] } }] }],
        "assignment": [{ "scenario": "s" }],
    });
    for (key, value) in more.as_object().unwrap() {
        doc[key] = value.clone();
    }
    Policy::from_json(&doc.to_string()).unwrap()
}

fn day(number: i32) -> NaiveDate {
    NaiveDate::from_num_days_from_ce_opt(number).unwrap()
}

fn cents(minor: i64) -> Decimal {
    Decimal::new(minor, 2)
}

/// A rule on interest, small enough to walk day by day.
#[derive(Debug, Clone)]
struct Rule {
    /// First days and hundredths of a percent, ascending; the first is in force from the start.
    rates: Vec<(i32, i64)>,
    count: &'static str,
    yearly: bool,
    point: &'static str,
    at_start: bool,
}

impl Rule {
    fn policy(&self) -> Policy {
        let rates: Vec<Value> = self
            .rates
            .iter()
            .map(|(since, rate)| {
                json!({ "begins": day(*since).to_string(), "percent": cents(*rate).to_string() })
            })
            .collect();
        policy(&json!({
            "interest": [{ "id": "late", "rates": rates, "dayCount": self.count,
                "compounding": if self.yearly { "yearly" } else { "simple" },
                "roundingPoint": self.point,
                "fixing": if self.at_start { "atStart" } else { "variable" } }],
            "claims": { "interest": [{ "rule": "late" }], "withoutCosts": true },
        }))
    }

    fn rate(&self, first: i32, on: i32) -> Decimal {
        let asked = if self.at_start { first } else { on };
        let found = self.rates.iter().rev().find(|(since, _)| *since <= asked);
        cents(found.unwrap().1)
    }
}

/// The same day a number of years later; 1 March after a leap day.
fn anniversary(origin: NaiveDate, years: i32) -> NaiveDate {
    let year = origin.year() + years;
    let same = NaiveDate::from_ymd_opt(year, origin.month(), origin.day());
    same.unwrap_or_else(|| NaiveDate::from_ymd_opt(year, 3, 1).unwrap())
}

fn rounded(exact: Decimal) -> Decimal {
    // Thirds add up to a whole again before they are rounded.
    exact.round_dp(15).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

/// Day by day, in decimals.
fn oracle(principal: Decimal, first: i32, last: i32, rule: &Rule) -> Decimal {
    let origin = day(first);
    let (mut base, mut done, mut year, mut stretch) =
        (principal, Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    let mut years = 1;
    for number in first..=last {
        let date = day(number);
        let over = match rule.count {
            "actual365" => 365,
            "actual360" => 360,
            "actualActual" => {
                if date.leap_year() {
                    366
                } else {
                    365
                }
            }
            _ => {
                let (begins, ends) = (anniversary(origin, years - 1), anniversary(origin, years));
                i64::from(ends.num_days_from_ce() - begins.num_days_from_ce())
            }
        };
        stretch += base * rule.rate(first, number) / Decimal::from(100 * over);
        let next = date.checked_add_days(Days::new(1)).unwrap();
        let ends_year = next == anniversary(origin, years);
        let splits = (rule.yearly || rule.count == "actualYear") && ends_year;
        let new_rate =
            !rule.at_start && rule.rates.iter().any(|(since, _)| *since == next.num_days_from_ce());
        if splits || new_rate || number == last {
            year += if rule.point == "segment" { rounded(stretch) } else { stretch };
            stretch = Decimal::ZERO;
        }
        if ends_year {
            years += 1;
            if rule.yearly {
                let joins = if rule.point == "total" { year } else { rounded(year) };
                base += joins;
                done += joins;
                year = Decimal::ZERO;
            }
        }
    }
    rounded(done + year)
}

fn rules() -> impl Strategy<Value = Rule> {
    let rates = prop::collection::vec((1_i32..400, 0_i64..2_000), 0..6);
    let counts = prop::sample::select(vec!["actual365", "actual360", "actualActual", "actualYear"]);
    let points = prop::sample::select(vec!["total", "capitalisation", "segment"]);
    (rates, 1_i64..2_000, counts, any::<bool>(), points, prop::bool::weighted(0.2)).prop_map(
        |(later, first, count, yearly, point, at_start)| {
            let mut since = 730_000;
            let mut rates = vec![(since, first)];
            for (gap, rate) in later {
                since += if since == 730_000 { 5_000 + gap } else { gap };
                rates.push((since, rate));
            }
            Rule { rates, count, yearly, point, at_start }
        },
    )
}

fn item(principal: i64, due: i32) -> Item {
    let value = json!({ "id": "I", "kind": "invoice", "due": day(due).to_string(),
        "open": cents(principal).to_string(), "currency": "EUR" });
    serde_json::from_value(value).unwrap()
}

fn account(principal: i64, due: i32, payments: &[(i32, i64)]) -> Account {
    let payments: Vec<Value> = payments
        .iter()
        .enumerate()
        .map(|(number, (on, amount))| {
            json!({ "id": format!("P{number}"), "valueDate": day(*on).to_string(),
                "amount": cents(*amount).to_string(), "currency": "EUR" })
        })
        .collect();
    let account = json!({
        "creditor": { "id": "C", "name": "C", "country": "NL", "zone": "Europe/Amsterdam" },
        "debtor": { "id": "D", "name": "D", "kind": "business", "country": "NL" },
        "items": [item(principal, due)], "payments": payments,
        "ledgerAsOf": "2026-03-04T06:00:00Z", "paymentsAsOf": "2026-03-04T06:00:00Z",
    });
    Account::from_json(&account.to_string()).unwrap()
}

fn on(number: i32) -> Day {
    day(number).to_string().parse().unwrap()
}

fn stated(account: &Account, policy: &Policy, last: i32) -> Claim {
    claim(account, policy, &[], on(last)).unwrap()
}

proptest! {
    #![proptest_config(config())]

    /// Interest is what a slow walk day by day gives, to the cent.
    #[test]
    fn interest_is_that_of_the_oracle(
        rule in rules(), principal in 1_i64..100_000_000, first in 735_200_i32..736_200,
        days in 0_i32..1_900,
    ) {
        let told = interest(&item(principal, first - 1), &rule.policy(), "late", on(first + days));
        let expected = oracle(cents(principal), first, first + days, &rule);
        prop_assert_eq!(told.unwrap().total.decimal(), expected);
    }

    /// What is owed never falls while nothing is paid, and the lines with their rounding make the
    /// interest.
    #[test]
    fn a_claim_grows_and_its_lines_add_up(
        rule in rules(), principal in 1_i64..10_000_000, first in 735_200_i32..736_200,
        days in 0_i32..1_500, more in 1_i32..400,
    ) {
        let (account, policy) = (account(principal, first - 1, &[]), rule.policy());
        let early = stated(&account, &policy, first + days);
        let late = stated(&account, &policy, first + days + more);
        prop_assert!(early.statements[0].total <= late.statements[0].total);
        let item = &late.statements[0].items[0];
        let lines: Decimal = item.segments.iter().map(|line| line.interest.decimal()).sum();
        prop_assert_eq!(lines + item.rounding.decimal(), item.interest.decimal());
    }

    /// What was owed and borne is what was paid and what is open; no cent is lost.
    #[test]
    fn payments_lose_no_cent(
        rule in rules(), principal in 1_i64..1_000_000, first in 735_200_i32..736_200,
        payments in prop::collection::vec((-30_i32..1_200, 1_i64..400_000), 0..5),
    ) {
        let paid: Vec<(i32, i64)> =
            payments.iter().map(|(after, amount)| (first + after, *amount)).collect();
        let claim = stated(&account(principal, first - 1, &paid), &rule.policy(), first + 1_200);
        let told = &claim.statements[0];
        let item = &told.items[0];
        let came: Decimal = paid.iter().map(|(_, amount)| cents(*amount)).sum();
        let imputed: Decimal = told
            .payments
            .iter()
            .map(|one| one.to_charges.decimal() + one.to_interest.decimal() + one.to_principal.decimal())
            .sum();
        prop_assert_eq!(imputed + told.unallocated.decimal(), came);
        let owed = item.principal.decimal() + item.interest.decimal();
        prop_assert_eq!(owed, imputed + item.open.decimal());
        prop_assert!(item.open_principal.decimal() >= Decimal::ZERO);
        prop_assert!(item.open_interest.decimal() >= Decimal::ZERO);
    }

    /// A period and its two parts are the same part of the year.
    #[test]
    fn parts_of_a_period_add_up(
        begins in 700_000_i32..760_000, one in 0_i32..2_000, other in 0_i32..2_000,
        count in prop::sample::select(vec![
            DayCount::Actual365, DayCount::Actual360, DayCount::ActualActual, DayCount::Thirty360,
        ]),
    ) {
        let part = |from: i32, before: i32| {
            let part = year_fraction(count, on(from), on(before), None).unwrap();
            (i128::from(part.numerator), i128::from(part.denominator))
        };
        let (a, b) = (part(begins, begins + one), part(begins + one, begins + one + other));
        let whole = part(begins, begins + one + other);
        prop_assert_eq!((a.0 * b.1 + b.0 * a.1) * whole.1, whole.0 * a.1 * b.1);
    }

    /// A payment pays what it is worth, claim by claim, and no more than is open.
    #[test]
    fn imputation_loses_no_cent(
        amount in 0_i64..1_000_000,
        open in prop::collection::vec((0_i64..5_000, 0_i64..5_000, 0_i64..200_000, 0_i32..4, 0_i64..3), 0..6),
        chosen in prop::collection::vec(0_usize..6, 0..3),
    ) {
        let claims: Vec<OpenClaim> = open
            .iter()
            .enumerate()
            .map(|(number, (costs, interest, principal, due, rate))| {
                let amount = |minor: i64| Amount::from(cents(minor));
                let mut claim = OpenClaim::new(
                    number.to_string().as_str(), amount(*costs), amount(*interest), amount(*principal),
                );
                claim.due = Some(on(735_000 + due));
                claim.rate_percent = Some(amount(*rate));
                claim
            })
            .collect();
        let mut payment = ImputedPayment::new(
            cents(amount), "EUR".parse::<dunning::Currency>().unwrap(),
            "NL".parse::<dunning::Country>().unwrap(),
        );
        payment.chosen = chosen
            .into_iter()
            .filter(|place| *place < claims.len())
            .map(|place| claims[place].id.clone())
            .collect();
        let told = impute(&payment, &claims).unwrap();
        let sum = |claims: &[OpenClaim]| -> Decimal {
            claims.iter().map(|one| one.costs.decimal() + one.interest.decimal() + one.principal.decimal()).sum()
        };
        let paid: Decimal = told
            .parts
            .iter()
            .map(|one| one.costs.decimal() + one.interest.decimal() + one.principal.decimal())
            .sum();
        prop_assert_eq!(paid + told.unallocated.decimal(), cents(amount));
        prop_assert_eq!(sum(&claims) - paid, sum(&told.open));
        let is_open = told.open.iter().any(|one| sum(std::slice::from_ref(one)) > Decimal::ZERO);
        prop_assert!(!is_open || told.unallocated.decimal() == Decimal::ZERO);
        for part in &told.parts {
            // The principal is paid only when nothing else of the claim is open.
            let after = told.open.iter().find(|one| one.id == part.claim).unwrap();
            let rest = after.costs.decimal() + after.interest.decimal();
            prop_assert!(part.principal.decimal() == Decimal::ZERO || rest == Decimal::ZERO);
        }
    }

    /// No charge is above what its law allows, for whomever, nor below nothing.
    #[test]
    fn no_charge_is_above_its_maximum(
        principal in 1_i64..1_000_000_000, number in any::<prop::sample::Index>(),
        kind in prop::sample::select(vec![
            DebtorKind::Consumer, DebtorKind::Business, DebtorKind::PublicBody,
        ]),
        agreed in any::<bool>(),
    ) {
        let schedules = cost_schedules();
        let schedule = number.get(&schedules);
        let day = schedule.until.or(schedule.since).unwrap_or_else(|| on(739_600));
        let claims = vec![CostClaim::new(cents(principal))];
        let mut facts = CostFacts::new(schedule.id.clone(), schedule.currency, day, claims);
        (facts.kind, facts.agreed, facts.days_since_due) = (Some(kind), agreed, Some(20));
        let told = costs(&facts, &policy(&json!({}))).unwrap();
        let fee = told.fee.decimal();
        prop_assert!(fee >= Decimal::ZERO);
        let most = schedule.maximum.map_or(Decimal::from(450 + 10), Amount::decimal);
        prop_assert!(fee <= most, "{} charges {fee}", schedule.id);
        let is_for = schedule.kinds.is_empty() || schedule.kinds.contains(&kind);
        if !is_for || (schedule.agreed && !agreed) {
            prop_assert_eq!(fee, Decimal::ZERO);
            prop_assert!(told.refused.is_some());
        }
        if schedule.id == "NL/collection_costs" {
            prop_assert!(fee <= (cents(principal) * Decimal::new(15, 2)).max(Decimal::from(40)));
        }
    }
}
