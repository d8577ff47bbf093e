use super::*;
use crate::claim::CostClaim;
use crate::model::DebtorKind;
use crate::money::Currency;

fn policy() -> Policy {
    let doc = r#"{"scenarios": [{"id": "s", "version": 1, "steps": [{"id": "r",
        "offset": {"type": "days", "days": 3},
        "work": {"type": "message", "channels": ["email"]}}]}],
        "assignment": [{"scenario": "s"}]}"#;
    Policy::from_json(doc).unwrap()
}

fn facts(schedule: &str, amounts: &[&str], kind: DebtorKind) -> CostFacts {
    let claim = |text: &&str| CostClaim::new(text.parse::<Amount>().unwrap());
    let on: Day = "2026-03-02".parse().unwrap();
    let code = match schedule.get(..2).unwrap() {
        "GB" => "GBP",
        "PL" => "PLN",
        "DK" => "DKK",
        _ => "EUR",
    };
    let currency: Currency = code.parse().unwrap();
    let claims: Vec<CostClaim> = amounts.iter().map(claim).collect();
    let mut facts = CostFacts::new(schedule, currency, on, claims);
    facts.kind = Some(kind);
    facts
}

fn fee(schedule: &str, amount: &str, kind: DebtorKind) -> String {
    costs(&facts(schedule, &[amount], kind), &policy()).unwrap().fee.to_string()
}

#[test]
fn dutch_costs_by_bands() {
    let fee = |amount| fee("NL/collection_costs", amount, DebtorKind::Consumer);
    for (amount, expected) in [
        ("0.01", "40.00"),
        ("266.66", "40.00"),
        ("266.70", "40.01"),
        ("2500.00", "375.00"),
        ("5000.00", "625.00"),
        ("10000.00", "875.00"),
        ("200000.00", "2775.00"),
        ("1000000.00", "6775.00"),
        ("99999999.00", "6775.00"),
    ] {
        assert_eq!(fee(amount), expected, "{amount}");
    }
}

#[test]
fn belgian_damages_at_their_edges() {
    let agreed = |amount| {
        let mut facts = facts("BE/damages", &[amount], DebtorKind::Consumer);
        facts.agreed = true;
        costs(&facts, &policy()).unwrap().fee.to_string()
    };
    for (amount, expected) in [
        ("150.00", "20.00"),
        ("150.01", "30.00"),
        ("500.00", "65.00"),
        ("500.01", "65.00"),
        ("39200.00", "2000.00"),
        ("39199.00", "1999.95"),
    ] {
        assert_eq!(agreed(amount), expected, "{amount}");
    }
    let none = costs(&facts("BE/damages", &["100.00"], DebtorKind::Consumer), &policy()).unwrap();
    assert_eq!(none.refused, Some(CostRefusal::NotAgreed));
    assert_eq!(none.fee.to_string(), "0.00");
}

#[test]
fn edges_that_differ_between_countries() {
    let of = |schedule, amount| fee(schedule, amount, DebtorKind::Business);
    assert_eq!(of("GB/fixed_sum", "999.99"), "40.00");
    assert_eq!(of("GB/fixed_sum", "1000.00"), "70.00");
    assert_eq!(of("IE/compensation", "1000.00"), "40.00");
    assert_eq!(of("IE/compensation", "1000.01"), "70.00");
    assert_eq!(of("PL/compensation", "49999.99"), "70.00");
    assert_eq!(of("PL/compensation", "50000.00"), "100.00");
    let polish = costs(&facts("PL/compensation", &["1.00"], DebtorKind::Business), &policy());
    assert_eq!(polish.unwrap().currency.to_string(), "EUR");
}

#[test]
fn what_a_law_forbids_is_refused_with_its_article() {
    let refused = costs(&facts("DE/fixed_sum", &["100.00"], DebtorKind::Consumer), &policy());
    let refused = refused.unwrap();
    assert_eq!(refused.refused, Some(CostRefusal::NotThisDebtor));
    assert_eq!(
        (refused.article.as_str(), refused.total.to_string()),
        ("s. 288(5) BGB", "0.00".into())
    );
}

#[test]
fn following_claims_of_one_contract_bear_less() {
    let of = |dues: &[(&str, &str)], on: &str| {
        let mut facts = facts("NL/collection_costs", &[], DebtorKind::Consumer);
        facts.on = on.parse().unwrap();
        facts.apart = true;
        for (due, amount) in dues {
            let mut claim = CostClaim::new(amount.parse::<Amount>().unwrap());
            claim.due = due.parse().ok();
            claim.contract = Some("K".into());
            facts.claims.push(claim);
        }
        let told = costs(&facts, &policy()).unwrap();
        told.charges.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    let three = [("2025-01-01", "80.00"), ("2025-06-30", "266.67"), ("2025-07-01", "80.00")];
    assert_eq!(of(&three, "2025-08-01"), ["40.00", "20.00", "40.00"]);
    assert_eq!(of(&three, "2024-09-30"), ["40.00", "40.00", "40.00"], "the rule is new");
    let large = [("2025-01-01", "80.00"), ("2025-02-01", "300.00"), ("2025-03-01", "80.00")];
    assert_eq!(of(&large, "2025-08-01"), ["40.00", "45.00", "20.00"]);
}

#[test]
fn danish_reminders_by_days_and_number() {
    let mut facts = facts("DK/reminder", &["500.00"], DebtorKind::Consumer);
    let days = ["2026-02-02", "2026-02-11", "2026-02-12", "2026-02-22", "2026-03-20"];
    facts.reminded_on = days.iter().map(|day| day.parse().unwrap()).collect();
    let told = costs(&facts, &policy()).unwrap();
    let told: Vec<String> = told.charges.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["100.00", "0.00", "100.00", "100.00", "0.00"]);
}

#[test]
fn bad_facts_are_refused_with_their_place() {
    let refused = |change: &dyn Fn(&mut CostFacts)| {
        let mut facts = facts("NL/minimum_costs", &["100.00"], DebtorKind::Business);
        change(&mut facts);
        costs(&facts, &policy()).unwrap_err().to_string()
    };
    assert!(refused(&|facts| facts.kind = None).starts_with("kind: "));
    assert!(refused(&|facts| facts.currency = "USD".parse().unwrap()).starts_with("currency: "));
    assert!(refused(&|facts| facts.schedule = "XX/none".into()).contains("XX/none"));
    assert!(refused(&|facts| facts.on = "2001-01-01".parse().unwrap()).contains("no rule"));
    let negative = refused(&|facts| facts.claims[0].amount = "-1.00".parse().unwrap());
    assert!(negative.starts_with("claims[0].amount: "), "{negative}");
}
