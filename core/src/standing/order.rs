use rustc_hash::FxHashSet;
use std::cmp::Ordering;

use crate::model::Entry;

/// Puts entries in the order in which things happened, each once.
///
/// Neither the order in which the host stores entries nor their repetition matters.
pub(crate) fn in_order(entries: &mut Vec<&Entry>) {
    if entries.len() < 2 {
        return;
    }
    entries.sort_by(|a, b| happened(a, b));
    let mut seen = FxHashSet::with_capacity_and_hasher(entries.len(), Default::default());
    entries.retain(|entry| seen.insert(entry.id.as_str()));
}

fn happened(a: &Entry, b: &Entry) -> Ordering {
    (a.occurred_at, a.recorded_at)
        .cmp(&(b.occurred_at, b.recorded_at))
        .then_with(|| command_and_number(&a.id).cmp(&command_and_number(&b.id)))
        // Two contents under one id: either may be kept, but always the same one.
        .then_with(|| format!("{a:?}").cmp(&format!("{b:?}")))
}

/// `CommandId/n` taken apart: the tenth entry of a command comes after its ninth.
pub(crate) fn command_and_number(id: &str) -> (&str, u64) {
    // From the end: the number is short.
    let slash = id.bytes().rposition(|byte| byte == b'/');
    let parts = slash.and_then(|at| Some((id.get(..at)?, id.get(at.saturating_add(1)..)?)));
    parts.and_then(|(command, number)| Some((command, number.parse().ok()?))).unwrap_or((id, 0))
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
