//! What a host does and suffers, one thing after another.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::ops::{Op, op};

/// Where the host dies, if it does: what was not stored by then is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Crash {
    Never,
    /// Before anything is stored.
    First,
    /// Between two things that are stored.
    Between,
    /// After the last thing is stored, before anybody hears of it.
    Late,
}

#[derive(Debug, Clone)]
pub(crate) enum Turn {
    Plan,
    /// Queues one action of the last plan, which may be old.
    Queue(Index, Crash),
    /// Rechecks a row of the outbox, hands it over and records that.
    Send(Index, Crash),
    /// Asks the provider what became of a row that was handed over.
    Ask(Index),
    /// The provider reports that a message did not arrive.
    Bounce(Index),
    /// Repeats a command.
    Replay(Index),
    Life(Op),
    /// A day later, with fresh data, and planned again.
    Morning,
}

pub(crate) fn turn() -> impl Strategy<Value = Turn> {
    let index = any::<Index>;
    let crash = prop_oneof![
        8 => Just(Crash::Never), 1 => Just(Crash::First), 1 => Just(Crash::Between),
        1 => Just(Crash::Late),
    ];
    let life = op().prop_filter("the host itself does this", |op| {
        !matches!(op, Op::Run { .. } | Op::Queue { .. } | Op::Report { .. })
    });
    prop_oneof![
        2 => Just(Turn::Plan),
        4 => Just(Turn::Morning),
        10 => (index(), crash.clone()).prop_map(|(at, crash)| Turn::Queue(at, crash)),
        10 => (index(), crash).prop_map(|(at, crash)| Turn::Send(at, crash)),
        1 => index().prop_map(Turn::Ask),
        2 => index().prop_map(Turn::Bounce),
        1 => index().prop_map(Turn::Replay),
        3 => life.prop_map(Turn::Life),
    ]
}
