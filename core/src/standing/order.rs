use std::cmp::Ordering;
use std::collections::HashSet;

use crate::model::Entry;

/// The journal in the order in which things happened, each entry once.
///
/// Neither the order in which the host stores entries nor their repetition matters.
pub(crate) fn in_order(journal: &[Entry]) -> Vec<&Entry> {
    let mut entries: Vec<&Entry> = journal.iter().collect();
    if !entries.is_sorted_by(|a, b| happened(a, b) == Ordering::Less) {
        entries.sort_by(|a, b| happened(a, b));
    }
    let mut seen = HashSet::with_capacity(entries.len());
    entries.retain(|entry| seen.insert(entry.id.as_str()));
    entries
}

fn happened(a: &Entry, b: &Entry) -> Ordering {
    (a.occurred_at, a.recorded_at)
        .cmp(&(b.occurred_at, b.recorded_at))
        .then_with(|| command_and_number(&a.id).cmp(&command_and_number(&b.id)))
        // Two contents under one id: either may be kept, but always the same one.
        .then_with(|| a.fingerprint.cmp(&b.fingerprint))
}

/// `CommandId/n` taken apart: the tenth entry of a command comes after its ninth.
pub(crate) fn command_and_number(id: &str) -> (&str, u64) {
    id.rsplit_once('/')
        .and_then(|(command, number)| Some((command, number.parse().ok()?)))
        .unwrap_or((id, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_compared_as_numbers() {
        assert!(command_and_number("c/9") < command_and_number("c/10"));
        assert_eq!(command_and_number("a/b/2"), ("a/b", 2));
        assert_eq!(command_and_number("plain"), ("plain", 0));
    }
}
