use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::files;

fn file() -> Value {
    let path = files::at("conformance/peers/cases.json");
    serde_json::from_str(&files::read(&path).unwrap()).unwrap()
}

#[test]
fn every_case_passes_but_the_skipped() {
    let judged = judge_all(&file(), &Lab::default()).unwrap();
    let (text, is_good) = report(&judged);
    assert!(is_good, "{text}");
    let skipped = judged.iter().filter(|one| matches!(one.verdict, Verdict::Skipped(_)));
    let most = judged.len().saturating_mul(15) / 100;
    assert!(skipped.count() <= most, "{text}");
    assert!(judged.len() >= 123, "cases are missing");
}

/// The list of what is skipped stands in the README, each with its reason.
#[test]
fn what_is_skipped_is_told() {
    let readme = files::read(&files::at("conformance/peers/README.md")).unwrap();
    let mut told: BTreeMap<&str, &str> = BTreeMap::new();
    for line in readme.lines().filter(|line| line.starts_with("| ")) {
        let mut cells = line.split('|').map(str::trim).skip(1);
        if let (Some(id), Some(why)) = (cells.next(), cells.next()) {
            told.insert(id, why);
        }
    }
    for Judged { id, verdict, .. } in judge_all(&file(), &Lab::default()).unwrap() {
        match verdict {
            Verdict::Skipped(why) => assert_eq!(told.get(id.as_str()), Some(&why), "{id}"),
            _ => assert_eq!(told.get(id.as_str()), None, "{id} is not skipped"),
        }
    }
}

fn one(profile: &str, given: &Value, expected: &Value) -> Verdict {
    let case = json!({ "id": "X", "profile": profile, "given": given, "expected": expected });
    judge(&case, &Lab::default()).verdict
}

fn is_unmapped(verdict: &Verdict, what: &str) -> bool {
    matches!(verdict, Verdict::Failed { actual, .. }
        if actual.starts_with("unmapped: ") && actual.contains(what))
}

#[test]
fn a_key_that_is_not_known_fails_the_case() {
    let given = json!({ "offset_days": 3, "as_of": "2026-01-15", "due": "2026-01-18" });
    assert_eq!(one("dolibarr", &given, &json!({ "mail": true })), Verdict::Passed);
    let verdict = one("dolibarr", &given, &json!({ "mail": true, "mood": 1 }));
    assert!(is_unmapped(&verdict, "expected.mood"), "{verdict:?}");
    let mut odd = given.clone();
    odd["mood"] = json!(null);
    let verdict = one("dolibarr", &odd, &json!({ "mail": true }));
    assert!(is_unmapped(&verdict, "given.mood"), "{verdict:?}");
    let verdict = one("sage", &given, &json!({ "mail": true }));
    assert!(is_unmapped(&verdict, "profile sage"), "{verdict:?}");
}

#[test]
fn the_last_line_holds_the_counts_and_nothing_else() {
    let judged = |verdict| Judged { id: "A".into(), profile: "p".into(), verdict };
    let failed = Verdict::Failed { expected: "1".into(), actual: "2".into() };
    let all = [judged(Verdict::Passed), judged(failed), judged(Verdict::Skipped("why"))];
    let (text, is_good) = report(&all);
    assert!(!is_good);
    assert!(text.contains("FAILED A (p)\n  expected 1\n  actual   2\n"));
    assert!(text.contains("skipped A (p): why\n"));
    assert_eq!(text.lines().last(), Some("1 passed, 1 failed, 1 skipped"));
    assert!(report(&all[..1]).1);
}

/// Cases of the same shapes with other figures: the rule behind a case counts, not its figures.
#[test]
fn other_cases_of_the_same_shapes_pass() {
    let path = files::at("conformance/peers/variations.json");
    let variations: Value = serde_json::from_str(&files::read(&path).unwrap()).unwrap();
    let judged = judge_all(&variations, &Lab::default()).unwrap();
    let (text, is_good) = report(&judged);
    assert!(is_good, "{text}");
    assert!(judged.len() >= 80, "variations are missing");
}
