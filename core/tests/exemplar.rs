//! The journal that this version wrote, kept for later versions, has every event.
#![cfg(test)]

use std::collections::BTreeSet;

use dunning::{Account, Entry, Event, redact};
use serde_json::Value;

const EXEMPLAR: &str = include_str!("../../conformance/exemplar/journal-of-0-1.json");
const MODEL: &str = include_str!("../src/model/event.rs");

fn journal() -> Vec<Entry> {
    let case: Value = serde_json::from_str(EXEMPLAR).unwrap();
    Account::from_json(&case["account"].to_string()).unwrap().journal
}

/// The variants of `Event`, as its source names them.
fn known() -> BTreeSet<String> {
    let named = MODEL.lines().filter_map(|line| {
        let name = line.strip_prefix("        ")?.strip_suffix(" {")?;
        let is_variant = name.chars().all(char::is_alphanumeric);
        let mut letters = name.chars();
        let first = letters.next().filter(|_| is_variant)?.to_lowercase();
        Some(first.chain(letters).collect())
    });
    named.collect()
}

fn name(entry: &Entry) -> String {
    let json: Value = serde_json::from_str(&entry.to_json()).unwrap();
    let name = json["event"]["type"].as_str().unwrap().to_owned();
    if matches!(entry.event, Event::Newer { .. }) { "newer".to_owned() } else { name }
}

#[test]
fn every_event_of_the_model_is_in_the_exemplar_journal() {
    let known = known();
    assert!(known.len() > 30 && known.contains("sent"), "the model was not read: {known:?}");
    let there: BTreeSet<String> = journal().iter().map(name).collect();
    let missing: Vec<&String> = known.difference(&there).collect();
    assert!(missing.is_empty(), "the exemplar journal has no {missing:?}");
}

#[test]
fn the_exemplar_journal_is_read_as_it_was_meant_and_survives() {
    let known = known();
    for entry in journal() {
        let json: Value = serde_json::from_str(&entry.to_json()).unwrap();
        let is_known = known.contains(json["event"]["type"].as_str().unwrap());
        assert_eq!(is_known, name(&entry) != "newer", "{}", entry.id);
        assert_eq!(Entry::from_json(&entry.to_json()).unwrap(), entry);
        let redacted = redact(&entry);
        assert_eq!(Entry::from_json(&redacted.to_json()).unwrap(), redacted);
    }
}
