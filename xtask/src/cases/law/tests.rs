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
