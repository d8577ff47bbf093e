//! Debtors that became part of this one: what of their journal has not come over.

use rustc_hash::FxHashMap;

use super::Troubled;
use crate::model::{Account, DebtorMerge, Entry, Trouble};

/// Nothing goes out on half a history: until the last entry is there, and while two entries of
/// the two journals have one id.
pub(super) fn troubles(account: &Account, merges: &[&DebtorMerge]) -> Vec<Troubled> {
    if merges.is_empty() {
        return Vec::new();
    }
    let trouble = |value: &str, problem| Troubled {
        item: None,
        path: "journal".into(),
        value: value.into(),
        problem,
    };
    let mut by_id: FxHashMap<&str, &Entry> = FxHashMap::default();
    let mut clashes: Vec<&str> = Vec::new();
    for entry in &account.journal {
        let known = by_id.insert(&entry.id, entry);
        if known.is_some_and(|known| known.fingerprint != entry.fingerprint)
            && !clashes.contains(&&*entry.id)
        {
            clashes.push(&entry.id);
        }
    }
    clashes.sort_unstable();
    let last = merges.iter().filter_map(|merge| merge.last_entry.as_deref());
    let mut missing: Vec<&str> = last.filter(|last| !by_id.contains_key(last)).collect();
    missing.sort_unstable();
    missing.dedup();
    let clashes = clashes.into_iter().map(|id| trouble(id, Trouble::DuplicateId));
    clashes.chain(missing.into_iter().map(|id| trouble(id, Trouble::MissingEntry))).collect()
}
