//! The journal says the same in any order, any number of times, and without its free text.

use dunning::{
    Account, Command, Entry, Event, Note, Plan, Recheck, Subject, plan, recheck, record, redact,
};
use proptest::prelude::*;

use crate::config;
use crate::generate::Scene;
use crate::history::{Desk, lived, pick};
use crate::ops::{Op, history};

/// Everything that the verbs say of an account.
fn said(scene: &Scene, account: &Account, actions: &[dunning::Action]) -> (Plan, Vec<Recheck>) {
    let rechecks = actions.iter().map(|action| recheck(account, &scene.policy, action, scene.now));
    (plan(account, &scene.policy, scene.now), rechecks.collect())
}

proptest! {
    #![proptest_config(config())]

    /// Entries in any order and any number of times give the same plan.
    #[test]
    fn order_and_repetition_do_not_matter(
        scene in lived(),
        ops in history(10),
        again in prop::collection::vec(any::<prop::sample::Index>(), 0..9),
        seed in any::<u64>(),
    ) {
        let mut desk = Desk::new(scene);
        ops.iter().for_each(|op| desk.take(op));
        let scene = &desk.scene;
        let mut shuffled = scene.account.clone();
        for at in &again {
            let repeated = pick(&scene.account.journal, at).cloned();
            shuffled.journal.extend(repeated);
        }
        shuffle(&mut shuffled.journal, seed);
        prop_assert_eq!(
            said(scene, &scene.account, &desk.actions),
            said(scene, &shuffled, &desk.actions)
        );
    }

    /// A journal whose free text was taken out gives the same plan, and a command of it is still
    /// recognised.
    #[test]
    fn a_redacted_journal_says_the_same(scene in lived(), ops in history(10)) {
        let mut desk = Desk::new(scene);
        ops.iter().for_each(|op| desk.take(op));
        let scene = &desk.scene;
        let mut redacted = scene.account.clone();
        redacted.journal = scene.account.journal.iter().map(redact).collect();
        prop_assert_eq!(
            said(scene, &scene.account, &desk.actions),
            said(scene, &redacted, &desk.actions)
        );
        for entry in &redacted.journal {
            prop_assert_eq!(&redact(entry), entry);
        }
        for (id, command, entries) in &desk.accepted {
            let again = record(&redacted, &scene.policy, id, command, scene.now, scene.now, "again");
            let expected: Vec<Entry> = entries.iter().map(redact).collect();
            prop_assert_eq!(again.unwrap(), expected);
        }
    }

    /// No note is ever lost: an edited note is kept beside its new text.
    #[test]
    fn every_note_is_kept(scene in lived(), texts in prop::collection::vec("[a-z]{1,9}", 1..6)) {
        let mut desk = Desk::new(scene);
        desk.scene.account.journal.clear();
        let mut first = None;
        for text in &texts {
            let command = match &first {
                None => Command::WriteNote { about: Subject::Debtor {}, note: Note::new(&**text) },
                Some(note) => {
                    let note: &String = note;
                    Command::EditNote { edit: dunning::NoteEdit::new(note.as_str(), &**text) }
                }
            };
            prop_assert!(desk.record(command));
            let written = desk.accepted[0].2[0].id.to_string();
            first = Some(written);
            desk.take(&Op::Wait { hours: 1, fresh: true });
        }
        let journal = &desk.scene.account.journal;
        let kept: Vec<String> = journal
            .iter()
            .filter_map(|entry| match &entry.event {
                Event::NoteWritten { note } => Some(note.text.to_string()),
                Event::NoteEdited { edit } => Some(edit.text.to_string()),
                _ => None,
            })
            .collect();
        prop_assert_eq!(kept, texts);
    }

    /// A command that was accepted only adds to the journal; nothing in it is changed.
    #[test]
    fn recording_only_adds(scene in lived(), ops in history(12)) {
        let mut desk = Desk::new(scene);
        for op in &ops {
            let before = desk.scene.account.journal.clone();
            desk.take(op);
            let after = &desk.scene.account.journal;
            prop_assert_eq!(&after[..before.len()], &before[..]);
            let new: Vec<&str> = after[before.len()..].iter().map(|entry| &*entry.id).collect();
            prop_assert!(before.iter().all(|entry| !new.contains(&&*entry.id)), "{:?}", new);
        }
    }
}

/// Puts the entries into an order that follows from the seed.
fn shuffle(entries: &mut [Entry], seed: u64) {
    let mut state = seed | 1;
    for at in (1..entries.len()).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let to = usize::try_from(state >> 33).unwrap() % (at + 1);
        entries.swap(at, to);
    }
}
