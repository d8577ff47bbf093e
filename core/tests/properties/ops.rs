//! What can happen to an account.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::acts::{Act, act};

/// What happens next; an index chooses among what there is.
#[derive(Debug, Clone)]
pub(crate) enum Op {
    /// A stop, a question, a level, an arrangement or a repair.
    Act(Act),
    Wait {
        hours: i64,
        fresh: bool,
    },
    /// So many tenths of the item stay open.
    Pay {
        item: Index,
        tenths: i64,
    },
    /// Plans, queues everything, and sends it.
    Run {
        send: bool,
    },
    Queue {
        action: Index,
    },
    Report {
        delivery: Index,
        what: u8,
    },
    Block {
        scope: u8,
        item: Index,
        begins: Option<i64>,
        until: Option<i64>,
    },
    Unblock {
        entry: Index,
    },
    Move {
        item: Index,
        step: u8,
        to: i64,
        shift_rest: bool,
    },
    Skip {
        item: Index,
        step: u8,
    },
    /// Of the items named, or of the account as it stands.
    Promise {
        items: Vec<Index>,
        named: bool,
        tenths: i64,
        date: i64,
    },
    Dispute {
        item: Index,
        tenths: Option<i64>,
    },
    Close {
        entry: Index,
        outcome: u8,
    },
    Note {
        text: String,
        edits: Option<Index>,
    },
    Import {
        item: Index,
        step: u8,
        on: i64,
    },
    /// The debtor writes.
    Inbound {
        intent: u8,
        channel: u8,
        contact: u8,
        item: Option<Index>,
        answered: bool,
    },
    /// Books a charge, gives it up, or brings it as an item of the ledger.
    Settle {
        charge: Index,
        how: u8,
    },
    /// An entry that a later version wrote.
    Newer {
        item: Option<Index>,
        kind: u8,
    },
}

pub(crate) fn op() -> impl Strategy<Value = Op> {
    let index = any::<Index>;
    let days = prop::option::of(-3..12_i64);
    let tenths = prop_oneof![1 => Just(0_i64), 4 => 1..10_i64, 1 => Just(10_i64)];
    prop_oneof![
        9 => (1..200_i64, prop_oneof![7 => Just(true), 1 => Just(false)])
            .prop_map(|(hours, fresh)| Op::Wait { hours, fresh }),
        1 => (index(), tenths.clone()).prop_map(|(item, tenths)| Op::Pay { item, tenths }),
        6 => prop_oneof![4 => Just(true), 1 => Just(false)].prop_map(|send| Op::Run { send }),
        2 => index().prop_map(|action| Op::Queue { action }),
        4 => (index(), 0..13_u8).prop_map(|(delivery, what)| Op::Report { delivery, what }),
        2 => (0..5_u8, index(), days.clone(), days)
            .prop_map(|(scope, item, begins, until)| Op::Block { scope, item, begins, until }),
        2 => index().prop_map(|entry| Op::Unblock { entry }),
        1 => (index(), 0..4_u8, -5..20_i64, any::<bool>())
            .prop_map(|(item, step, to, shift_rest)| Op::Move { item, step, to, shift_rest }),
        1 => (index(), 0..4_u8).prop_map(|(item, step)| Op::Skip { item, step }),
        2 => (prop::collection::vec(index(), 1..3), any::<bool>(), 1..11_i64, 0..15_i64)
            .prop_map(|(items, named, tenths, date)| Op::Promise { items, named, tenths, date }),
        2 => (index(), prop::option::of(1..10_i64))
            .prop_map(|(item, tenths)| Op::Dispute { item, tenths }),
        2 => (index(), 0..3_u8).prop_map(|(entry, outcome)| Op::Close { entry, outcome }),
        1 => ("[a-z]{0,4}", prop::option::of(index()))
            .prop_map(|(text, edits)| Op::Note { text, edits }),
        1 => (index(), 0..4_u8, -20..1_i64)
            .prop_map(|(item, step, on)| Op::Import { item, step, on }),
        3 => (0..8_u8, 0..6_u8, 0..3_u8, prop::option::of(index()), any::<bool>()).prop_map(
            |(intent, channel, contact, item, answered)| Op::Inbound {
                intent, channel, contact, item, answered,
            }
        ),
        1 => (index(), 0..3_u8).prop_map(|(charge, how)| Op::Settle { charge, how }),
        1 => newer(),
        3 => act().prop_map(Op::Act),
    ]
}

fn newer() -> impl Strategy<Value = Op> {
    (prop::option::of(any::<Index>()), 0..12_u8).prop_map(|(item, kind)| Op::Newer { item, kind })
}

pub(crate) fn history(most: usize) -> impl Strategy<Value = Vec<Op>> {
    prop::collection::vec(op(), 0..most)
}
