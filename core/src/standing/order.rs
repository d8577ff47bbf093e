use rustc_hash::FxHashSet;
use std::cmp::Ordering;

use crate::model::{Entry, Event};

/// Puts entries in the order in which things happened, each once.
///
/// Neither the order in which the host stores entries nor their repetition matters.
pub(crate) fn in_order(entries: &mut Vec<&Entry>) {
    if entries.len() < 2 {
        return;
    }
    entries.sort_by(|a, b| happened(a, b));
    if entries.len() <= FEW && is_each_once(entries) {
        return;
    }
    let mut seen = FxHashSet::with_capacity_and_hasher(entries.len(), Default::default());
    entries.retain(|entry| seen.insert(entry.id.as_str()));
}

/// So many are compared one by one faster than they are put into a table.
const FEW: usize = 12;

fn is_each_once(entries: &[&Entry]) -> bool {
    let mut all = entries.iter().enumerate();
    all.all(|(at, one)| entries.iter().take(at).all(|earlier| earlier.id != one.id))
}

fn happened(a: &Entry, b: &Entry) -> Ordering {
    (a.occurred_at, a.recorded_at)
        .cmp(&(b.occurred_at, b.recorded_at))
        .then_with(|| rank(&a.event).cmp(&rank(&b.event)))
        .then_with(|| command_and_number(&a.id).cmp(&command_and_number(&b.id)))
        // Two contents under one id: either may be kept, but always the same one.
        .then_with(|| format!("{a:?}").cmp(&format!("{b:?}")))
}

/// Of what happened at one instant, that which answers or ends something comes after it.
fn rank(event: &Event) -> u8 {
    match event {
        Event::ArrangementAccepted { .. } | Event::Approved { .. } | Event::Rejected { .. } => 1,
        Event::Unblocked { .. }
        | Event::DisputeClosed { .. }
        | Event::StopEnded { .. }
        | Event::QuestionAnswered { .. }
        | Event::InboundAnswered { .. }
        | Event::ArrangementEnded { .. }
        | Event::Undone { .. }
        | Event::NoteEdited { .. } => 2,
        _ => 0,
    }
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
    fn an_answer_comes_after_what_it_answers() {
        let entry = |id: &str, event: &str| {
            Entry::from_json(&format!(
                r#"{{"id":"{id}","occurredAt":"2026-03-01T08:00:00Z",
                "recordedAt":"2026-03-01T08:00:00Z","actor":"eva","subject":{{"type":"debtor"}},
                "event":{event},"fingerprint":"0"}}"#
            ))
            .unwrap()
        };
        let lifted = entry("a/1", r#"{"type":"unblocked","unblock":{"block":"b/1"}}"#);
        let set = entry(
            "b/1",
            r#"{"type":"blocked","block":{"scope":{"type":"debtor"},"reason":"holiday"}}"#,
        );
        let mut entries = vec![&lifted, &set];
        in_order(&mut entries);
        assert_eq!(entries, [&set, &lifted]);
    }

    #[test]
    fn numbers_are_compared_as_numbers() {
        assert!(command_and_number("c/9") < command_and_number("c/10"));
        assert_eq!(command_and_number("a/b/2"), ("a/b", 2));
        assert_eq!(command_and_number("plain"), ("plain", 0));
    }
}
