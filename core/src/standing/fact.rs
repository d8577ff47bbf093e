//! What a fact about an item can be.

/// A fact about an item: an index into what the standing holds of its kind.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fact {
    Trouble(u32),
    Newer(u32),
    Block(u32),
    /// A step of the item that a delivery carries out.
    Take {
        delivery: u32,
        cover: u32,
    },
    Import(u32),
    Promise {
        promise: u32,
        part: u32,
    },
    Dispute(u32),
    Skip(u32),
    Move(u32),
    Stop(u32),
    Question(u32),
    Level(u32),
    Arranged {
        arrangement: u32,
        part: u32,
    },
    /// A message of the debtor.
    Inbound(u32),
    Ruling(u32),
}

impl Fact {
    pub(crate) const TROUBLE: u32 = 1;
    pub(crate) const NEWER: u32 = 1 << 1;
    pub(crate) const BLOCK: u32 = 1 << 2;
    pub(crate) const TAKE: u32 = 1 << 3;
    pub(crate) const IMPORT: u32 = 1 << 4;
    pub(crate) const PROMISE: u32 = 1 << 5;
    pub(crate) const DISPUTE: u32 = 1 << 6;
    pub(crate) const SKIP: u32 = 1 << 7;
    pub(crate) const MOVE: u32 = 1 << 8;
    pub(crate) const STOP: u32 = 1 << 9;
    pub(crate) const QUESTION: u32 = 1 << 10;
    pub(crate) const LEVEL: u32 = 1 << 11;
    pub(crate) const ARRANGED: u32 = 1 << 12;
    pub(crate) const INBOUND: u32 = 1 << 13;
    pub(crate) const RULING: u32 = 1 << 14;

    /// What people said about an item that may keep all of it, or a part, from being asked for.
    pub(crate) const SAID: u32 = Self::STOP
        | Self::DISPUTE
        | Self::ARRANGED
        | Self::PROMISE
        | Self::QUESTION
        | Self::INBOUND;

    // What the steps of an item mostly are not, so that a rule about it costs nothing.

    /// There are several.
    pub(crate) const SEVERAL: u32 = 1 << 15;
    /// One was not sent.
    pub(crate) const UNSENT: u32 = 1 << 16;
    /// One is of another scenario or version than the one that would be assigned today.
    pub(crate) const ELSEWHERE: u32 = 1 << 17;
    /// One was sent and did not say what is open now.
    pub(crate) const OTHERWISE: u32 = 1 << 18;

    /// Its kind, as one bit.
    pub(crate) fn kind(self) -> u32 {
        match self {
            Self::Trouble(_) => Self::TROUBLE,
            Self::Newer(_) => Self::NEWER,
            Self::Block(_) => Self::BLOCK,
            Self::Take { .. } => Self::TAKE,
            Self::Import(_) => Self::IMPORT,
            Self::Promise { .. } => Self::PROMISE,
            Self::Dispute(_) => Self::DISPUTE,
            Self::Skip(_) => Self::SKIP,
            Self::Move(_) => Self::MOVE,
            Self::Stop(_) => Self::STOP,
            Self::Question(_) => Self::QUESTION,
            Self::Level(_) => Self::LEVEL,
            Self::Arranged { .. } => Self::ARRANGED,
            Self::Inbound(_) => Self::INBOUND,
            Self::Ruling(_) => Self::RULING,
        }
    }
}
