use serde_json::{Value, json};

use super::*;
use crate::files;

fn one(group: &str, given: &Value, expected: &Value) -> Verdict {
    let case = json!({ "id": "X", "group": group, "given": given, "expected": expected });
    judge(&case).verdict
}

fn is_unmapped(verdict: &Verdict, what: &str) -> bool {
    matches!(verdict, Verdict::Failed { actual, .. }
        if actual.starts_with("unmapped: ") && actual.contains(what))
}

#[test]
fn what_is_not_known_fails_the_case() {
    let text = json!({ "text": "a" });
    assert_eq!(one("sms-segments", &text, &json!({ "units": 1 })), Verdict::Passed);
    let verdict = one("sms-segments", &text, &json!({ "units": 1, "mood": 1 }));
    assert!(is_unmapped(&verdict, "expected.mood"), "{verdict:?}");
    let odd = json!({ "text": "a", "mood": null });
    assert!(is_unmapped(&one("sms-segments", &odd, &json!({ "units": 1 })), "given.mood"));
    assert!(is_unmapped(&one("pigeons", &text, &json!({})), "group pigeons"));
}

/// The words of a case are taken only where they mean our answer.
#[test]
fn other_words_do_not_pass() {
    let bounce = |class: &str| {
        one("email-bounce", &json!({ "smtp": "550 5.1.1" }), &json!({ "class": class }))
    };
    assert_eq!(bounce("hard"), Verdict::Passed);
    assert!(matches!(bounce("soft"), Verdict::Failed { .. }));
    let reference = |error: &str| {
        let given = json!({ "op": "validate", "reference": "010/8068/1718" });
        one("be-ogm", &given, &json!({ "valid": false, "error": error }))
    };
    assert_eq!(reference("length"), Verdict::Passed);
    assert!(matches!(reference("checksum"), Verdict::Failed { .. }));
    let error = |class: &str| {
        one("whatsapp-errors", &json!({ "code": 131047 }), &json!({ "class": class }))
    };
    assert_eq!(error("outside_window:use_template"), Verdict::Passed);
    assert!(matches!(error("outside_window:stop_channel"), Verdict::Failed { .. }));
    assert!(matches!(error("throttle:use_template"), Verdict::Failed { .. }));
    let hour = |why: &str| {
        let given = json!({
            "local": "2026-11-23T06:59:59", "zone": "Europe/Amsterdam", "channel": "email"
        });
        one("nl-contact-hours", &given, &json!({ "allowed": false, "why": why }))
    };
    assert_eq!(hour("before 07:00"), Verdict::Passed);
    assert!(matches!(hour("before 08:00"), Verdict::Failed { .. }));
}

#[test]
fn every_case_passes() {
    let path = files::at("conformance/channels/cases.json");
    let cases: Value = serde_json::from_str(&files::read(&path).unwrap()).unwrap();
    let judged = judge_all(&cases).unwrap();
    assert!(judged.len() >= 69, "cases are missing");
    for one in judged {
        assert_eq!(one.verdict, Verdict::Passed, "{}", one.id);
    }
}

/// Cases of the same shapes with other figures: the rule behind a case counts, not its figures.
#[test]
fn other_cases_of_the_same_shapes_pass() {
    let path = files::at("conformance/channels/variations.json");
    let cases: Value = serde_json::from_str(&files::read(&path).unwrap()).unwrap();
    let judged = judge_all(&cases).unwrap();
    assert!(judged.len() >= 150, "variations are missing");
    for one in judged {
        assert_eq!(one.verdict, Verdict::Passed, "{}", one.id);
    }
}
