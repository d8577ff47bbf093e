use serde_json::json;

use super::*;
use crate::cases::Verdict;
use crate::files;

fn file(name: &str) -> Value {
    let path = files::at(&format!("conformance/law/{name}"));
    serde_json::from_str(&files::read(&path).unwrap()).unwrap()
}

#[test]
fn every_case_passes() {
    let judged = judge_all(&file("cases.json")).unwrap();
    let (text, is_good) = crate::cases::report(&judged);
    assert!(is_good, "{text}");
    assert!(judged.iter().all(|one| one.verdict == Verdict::Passed), "{text}");
    assert!(judged.len() >= 82, "cases are missing");
}

#[test]
fn a_key_that_is_not_known_fails_the_case() {
    let one = |kind: &str, given: &Value, expected: &Value| {
        let case = json!({ "id": "X", "kind": kind, "jurisdiction": "NL", "given": given,
            "expected": expected });
        judge(&case).verdict
    };
    let is_unmapped = |verdict: &Verdict, what: &str| {
        matches!(verdict, Verdict::Failed { actual, .. }
            if actual.starts_with("unmapped: ") && actual.contains(what))
    };
    let given = json!({ "scheme": "NL-BIK", "principals": ["100.00"], "currency": "EUR" });
    assert_eq!(one("collection_cost", &given, &json!({ "fee": "40.00" })), Verdict::Passed);
    let verdict = one("collection_cost", &given, &json!({ "fee": "40.00", "mood": 1 }));
    assert!(is_unmapped(&verdict, "expected.mood"), "{verdict:?}");
    let mut odd = given.clone();
    odd["mood"] = json!(null);
    let verdict = one("collection_cost", &odd, &json!({ "fee": "40.00" }));
    assert!(is_unmapped(&verdict, "given.mood"), "{verdict:?}");
    let verdict = one("usury", &given, &json!({ "fee": "40.00" }));
    assert!(is_unmapped(&verdict, "kind usury"), "{verdict:?}");
}

/// Cases of the same shapes with other figures: the rule behind a case counts, not its figures.
#[test]
fn other_cases_of_the_same_shapes_pass() {
    let judged = judge_all(&file("variations.json")).unwrap();
    let (text, is_good) = crate::cases::report(&judged);
    assert!(is_good, "{text}");
    assert!(judged.len() >= 85, "variations are missing");
}

/// Where a case names a series, the built-in table gives the rates that the case states.
#[test]
fn the_built_in_tables_have_the_rates_of_the_cases() {
    let mut checked = 0_usize;
    for case in file("cases.json")["cases"].as_array().unwrap() {
        let given = &case["given"];
        let (Some(kind), Some(rates)) = (given["rate_kind"].as_str(), given["rates"].as_array())
        else {
            continue;
        };
        let series = dunning::rate_series(kind).unwrap_or_else(|| panic!("no series {kind}"));
        let margin = given["margin_points"].as_str().unwrap_or("0.00");
        let margin: dunning::Amount = margin.parse().unwrap();
        for rate in rates {
            let from: dunning::Day = rate["from"].as_str().unwrap().parse().unwrap();
            let known = series.rates.iter().rev().find(|known| known.since <= from).unwrap();
            let stated: dunning::Amount = rate["percent"].as_str().unwrap().parse().unwrap();
            let sum = known.percent.decimal().checked_add(margin.decimal()).unwrap();
            assert_eq!(sum, stated.decimal(), "{kind} on {from}");
            checked = checked.saturating_add(1);
        }
    }
    assert!(checked >= 30, "only {checked} rates were compared");
}
