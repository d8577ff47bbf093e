//! Turning a rule of a preset round must be noticed: at least one case fails then.

use std::collections::BTreeSet;

use serde_json::Value;

use super::lab::Lab;
use super::*;
use crate::files;

/// Which rule of which preset is turned round, and noticed.
const NOTICED: [(&str, Lab); 29] = [
    ("axelor", Lab::OtherBoundary),
    ("axelor", Lab::OtherCompare),
    ("bc", Lab::OtherAnchor),
    ("bc", Lab::OtherBoundary),
    ("bc", Lab::OtherCompare),
    ("dolibarr", Lab::OtherAnchor),
    ("dolibarr", Lab::OtherBoundary),
    ("erpnext", Lab::OtherAnchor),
    ("erpnext", Lab::OtherBoundary),
    ("idempiere", Lab::OtherAnchor),
    ("idempiere", Lab::OtherBoundary),
    ("invoice_ninja", Lab::OtherAnchor),
    ("invoice_ninja", Lab::OtherBoundary),
    ("killbill", Lab::OtherBoundary),
    ("killbill", Lab::OtherCompare),
    ("lago", Lab::OtherBoundary),
    ("lago", Lab::OtherCompare),
    ("metasfresh", Lab::OtherAnchor),
    ("metasfresh", Lab::OtherBoundary),
    ("oca", Lab::OtherAnchor),
    ("oca", Lab::OtherBoundary),
    ("oca_reminder", Lab::OtherAnchor),
    ("oca_warn", Lab::OtherAnchor),
    ("oca_warn", Lab::OtherBoundary),
    ("sap", Lab::OtherAnchor),
    ("sap", Lab::OtherBoundary),
    ("sap", Lab::OtherCompare),
    ("tryton", Lab::OtherAnchor),
    ("tryton", Lab::OtherBoundary),
];

/// What no case can notice; why is told in `conformance/peers/README.md`.
const UNNOTICED: [(&str, Lab); 4] = [
    ("axelor", Lab::OtherAnchor),
    ("killbill", Lab::OtherAnchor),
    ("lago", Lab::OtherAnchor),
    ("oca_reminder", Lab::OtherBoundary),
];

/// The cases of the products, and those of the same shapes with other figures.
fn all_cases() -> Vec<Value> {
    let mut all = Vec::new();
    for file in ["cases.json", "variations.json"] {
        let path = files::at("conformance/peers").join(file);
        let cases: Value = serde_json::from_str(&files::read(&path).unwrap()).unwrap();
        all.extend(cases["cases"].as_array().unwrap().iter().cloned());
    }
    all
}

/// The cases whose answer is another. A policy that is refused once it is turned answers nothing.
fn failures(cases: &[Value], profile: &str, lab: Lab) -> Vec<String> {
    let own = cases.iter().filter(|case| case["profile"] == profile);
    let judged = own.map(|case| judge(case, &lab));
    let failed = judged.filter(|one| {
        matches!(&one.verdict, Verdict::Failed { actual, .. } if !actual.starts_with("unmapped"))
    });
    failed.map(|one| one.id).collect()
}

#[test]
fn a_rule_turned_round_is_noticed() {
    let cases = all_cases();
    for (profile, lab) in NOTICED {
        assert_eq!(failures(&cases, profile, Lab::AsTheyAre), Vec::<String>::new());
        let failed = failures(&cases, profile, lab);
        println!("{profile} {lab:?}: {failed:?}");
        assert!(!failed.is_empty(), "no case of {profile} notices {lab:?}");
    }
    for (profile, lab) in UNNOTICED {
        let failed = failures(&cases, profile, lab);
        assert!(failed.is_empty(), "{profile} notices {lab:?} by now: {failed:?}");
    }
}

/// Boundary and anchor of every profile are in one of the lists, and one of them is noticed.
#[test]
fn every_profile_is_tried() {
    let cases = all_cases();
    let profiles: BTreeSet<&str> =
        cases.iter().map(|case| case["profile"].as_str().unwrap()).collect();
    for profile in profiles {
        let tried = [Lab::OtherBoundary, Lab::OtherAnchor].map(|lab| (profile, lab));
        for one in &tried {
            assert!(NOTICED.contains(one) != UNNOTICED.contains(one), "{one:?}");
        }
        assert!(tried.iter().any(|one| NOTICED.contains(one)), "{profile}");
    }
}
