//! Turning a rule of a preset round must be noticed: at least one case fails then.

use std::collections::BTreeSet;

use serde_json::Value;

use super::lab::Lab;
use super::*;
use crate::files;

/// Profiles whose cases stand at a boundary, and which choice is turned round to see it.
const NOTICED: [(&str, Lab); 12] = [
    ("axelor", Lab::OtherCompare),
    ("bc", Lab::OtherBoundary),
    ("dolibarr", Lab::OtherBoundary),
    ("invoice_ninja", Lab::OtherAnchor),
    ("invoice_ninja", Lab::OtherBoundary),
    ("killbill", Lab::OtherBoundary),
    ("lago", Lab::OtherBoundary),
    ("metasfresh", Lab::OtherBoundary),
    ("oca", Lab::OtherBoundary),
    ("oca_reminder", Lab::OtherBoundary),
    ("sap", Lab::OtherBoundary),
    ("tryton", Lab::OtherBoundary),
];

/// Profiles of which no case stands at a boundary, with what their cases are about.
const NOT_AT_A_BOUNDARY: [(&str, &str); 3] = [
    ("erpnext", "amounts, settlement and the number of a dunning"),
    ("idempiere", "the fee of a document, payments and disputes"),
    ("oca_warn", "what has been due for days, and what is due in weeks"),
];

fn failures(cases: &Value, profile: &str, lab: Lab) -> Vec<String> {
    let judged = judge_all(cases, &lab).unwrap().into_iter();
    judged
        .filter(|one| one.profile == profile && matches!(one.verdict, Verdict::Failed { .. }))
        .map(|one| one.id)
        .collect()
}

#[test]
fn a_rule_turned_round_is_noticed() {
    let path = files::at("conformance/peers/cases.json");
    let cases: Value = serde_json::from_str(&files::read(&path).unwrap()).unwrap();
    for (profile, lab) in NOTICED {
        assert_eq!(failures(&cases, profile, Lab::AsTheyAre), Vec::<String>::new());
        let failed = failures(&cases, profile, lab);
        println!("{profile} {lab:?}: {failed:?}");
        assert!(!failed.is_empty(), "no case of {profile} notices {lab:?}");
    }
    let listed: BTreeSet<&str> = NOTICED
        .iter()
        .map(|(profile, _)| *profile)
        .chain(NOT_AT_A_BOUNDARY.map(|(profile, _)| profile))
        .collect();
    let all = cases["cases"].as_array().unwrap().iter();
    for case in all {
        let profile = case["profile"].as_str().unwrap();
        assert!(listed.contains(profile), "{profile} is in neither list");
    }
}
