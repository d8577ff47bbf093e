//! What a rule sees, and what it says.
//!
//! A rule reads numbers and says numbers: the pass over a ledger allocates nothing. What is told
//! to the host is made of it afterwards, and only once.

use super::survey::Survey;
use crate::calendar::{Known, Moment};
use crate::model::{
    Anchor, ArrangedWhy, CalledWhy, DisputedWhy, Item, NothingOwedWhy, OutcomeUnknownWhy,
    PromisedWhy, RepliedWhy, ScenarioBy, ScenarioWhy, SkippedWhy, StepWhy, Stop, TimingWhy,
};
use crate::standing::{Fact, ItemFacts, Standing, nth};

/// One item of an account, as the rules see it.
#[derive(Clone, Copy)]
pub(crate) struct Case<'s, 'a> {
    pub(crate) standing: &'s Standing<'a>,
    /// What the items of a shared level have in common.
    pub(crate) survey: &'s Survey,
    /// The number of the item in the account.
    pub(crate) at: usize,
    pub(crate) item: &'s ItemFacts,
    /// The item as the ledger has it; none if the case is of the account as a whole.
    pub(crate) source: Option<&'a Item>,
    pub(crate) own: &'s [Fact],
    /// Which kinds of facts there are, so that a rule without any costs nothing.
    kinds: u32,
}

impl<'s, 'a> Case<'s, 'a> {
    pub(crate) fn new(standing: &'s Standing<'a>, survey: &'s Survey, at: usize) -> Option<Self> {
        Some(Self::of(standing, survey, (at, standing.items.get(at)?)))
    }

    pub(crate) fn of(
        standing: &'s Standing<'a>,
        survey: &'s Survey,
        (at, item): (usize, &'s ItemFacts),
    ) -> Self {
        let (source, own) = (standing.item(at), standing.own_facts(item));
        let kinds = standing.shared_kinds | item.own.kinds;
        Self { standing, survey, at, item, source, own, kinds }
    }

    /// What concerns the item: first what concerns all items, then its own.
    pub(crate) fn facts(&self) -> impl Iterator<Item = Fact> + use<'s, 'a> {
        self.standing.shared.iter().chain(self.own).copied()
    }

    /// Holds by the stops of a kind that are in force.
    pub(crate) fn stops(&self, answers: &mut Answers, held: impl Fn(&Stop, u32) -> Option<Held>) {
        if !self.has(Fact::STOP) {
            return;
        }
        let today = self.standing.today;
        for fact in self.facts() {
            let Fact::Stop(number) = fact else { continue };
            let stop = nth(&self.standing.acts.stops, number);
            let stop = stop.filter(|stop| !stop.ended && today <= stop.until);
            let Some(stop) = stop else { continue };
            let Some(held) = held(&stop.stopping.stop, number) else { continue };
            if today < stop.begins {
                answers.review_on(stop.begins);
                continue;
            }
            answers.hold(held);
            if stop.until < i32::MAX {
                answers.review_on(stop.until.saturating_add(1));
            }
        }
    }

    /// What concerns the account as a whole; the item is blank.
    pub(crate) fn of_account(
        standing: &'s Standing<'a>,
        survey: &'s Survey,
        item: &'s ItemFacts,
    ) -> Self {
        let kinds = standing.shared_kinds;
        Self { standing, survey, at: usize::MAX, item, source: None, own: &[], kinds }
    }

    /// True if there is a fact of one of these kinds.
    pub(crate) fn has(&self, kinds: u32) -> bool {
        self.kinds & kinds != 0
    }
}

/// An obstacle, as numbers: indexes into the standing, days, minor units, microseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    Stale,
    Invalid { trouble: u32 },
    NothingOwed { why: NothingOwedWhy },
    Blocked { block: u32 },
    Rescheduled { moved: u32 },
    Disputed { dispute: u32, why: DisputedWhy, amount: i64 },
    Promised { promise: u32, why: PromisedWhy },
    OutcomeUnknown { delivery: u32, why: OutcomeUnknownWhy },
    NewerEntry { newer: u32 },
    TimeBarred,
    HandedOver { stop: u32 },
    Insolvent { stop: u32 },
    Deceased { stop: u32 },
    Withdrawn { stop: u32 },
    Questioned { question: u32 },
    Arranged { arrangement: u32, why: ArrangedWhy, amount: i64 },
    Scenario { why: ScenarioWhy },
    Rejected { ruling: u32 },
    AwaitingApproval { ruling: u32 },
    LegalData,
    Step { why: StepWhy, due: i32 },
    Timing { why: TimingWhy, until: i32 },
    Called { why: CalledWhy, delivery: u32, attempts: u32, until: i32 },
    Replied { message: u32, why: RepliedWhy, until: i32 },
}

/// A reason, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    Scenario { ladder: u32, by: ScenarioBy, rule: Option<u32> },
    Step { rung: u32, anchor: Anchor, anchor_day: i32, due: i32 },
    Skipped { rung: u32, why: SkippedWhy, skip: Option<u32> },
    Called { delivery: u32, attempts: u32 },
    Rescheduled { moved: u32 },
    Promised { promise: u32 },
    PartPromised { promise: u32, amount: i64 },
    Arranged { arrangement: u32, amount: i64 },
    Disputed { dispute: u32, amount: i64 },
    NothingOwed { netted: i64 },
}

/// Collects what the rules say of one item after another, in lists that are made once.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    pub(crate) held: Vec<Held>,
    pub(crate) whys: Vec<Why>,
    /// First day on which the item at hand can change without a new fact, and the first instant.
    review_day: i32,
    review_at: i64,
}

impl Answers {
    /// With room for what a ledger of this size usually says.
    pub(crate) fn with_room(items: usize) -> Self {
        let room = items.saturating_mul(2);
        Self {
            held: Vec::with_capacity(room),
            whys: Vec::with_capacity(room),
            review_day: i32::MAX,
            review_at: i64::MAX,
        }
    }

    pub(crate) fn begin(&mut self) -> (usize, usize) {
        self.review_day = i32::MAX;
        self.review_at = i64::MAX;
        (self.held.len(), self.whys.len())
    }

    pub(crate) fn hold(&mut self, held: Held) {
        self.held.push(held);
    }

    pub(crate) fn why(&mut self, why: Why) {
        self.whys.push(why);
    }

    /// The answer can change at the beginning of this day.
    pub(crate) fn review_on(&mut self, day: i32) {
        self.review_day = self.review_day.min(day);
    }

    /// The answer can change at this instant.
    pub(crate) fn review_at(&mut self, micros: i64) {
        self.review_at = self.review_at.min(micros);
    }

    pub(crate) fn review(&self) -> (i32, i64) {
        (self.review_day, self.review_at)
    }
}

/// What may be asked for of an item, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Owed {
    /// Open by the books, less credits.
    pub(crate) open: i64,
    /// Not asked for, because it is disputed.
    pub(crate) disputed: i64,
    /// Not asked for, because it is promised.
    pub(crate) promised: i64,
    /// Not asked for, because it is paid in instalments.
    pub(crate) arranged: i64,
    /// Asked for on top of what is open, where the whole document is asked for.
    pub(crate) paid: i64,
    /// Costs and interest, with VAT, that are left of an item that is settled.
    pub(crate) left: i64,
}

impl Owed {
    pub(crate) fn dunned(&self) -> i64 {
        let rests = self.disputed.saturating_add(self.promised).saturating_add(self.arranged);
        self.open.saturating_add(self.paid).saturating_sub(rests).max(0)
    }
}

/// The course that an item follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Course {
    /// The ladder's number in the policy.
    pub(crate) ladder: usize,
    /// The highest rung that was reached.
    pub(crate) level: Option<Level>,
}

impl Course {
    /// The next rung that was not reached.
    pub(crate) fn next(&self) -> usize {
        self.level.map_or(0, |level| level.rung.saturating_add(1))
    }
}

/// A rung that was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Level {
    pub(crate) rung: usize,
    pub(crate) reached: Reached,
    /// How often it was taken.
    pub(crate) occurrence: u32,
    /// The delivery that took it.
    pub(crate) delivery: Option<u32>,
}

/// When a step was reached; the day of an instant is looked up only where it is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reached {
    /// Sent at this instant, in microseconds.
    At(i64),
    /// On this day, by another system.
    On(i32),
}

impl Reached {
    pub(crate) fn day(self, standing: &Standing<'_>) -> i32 {
        match self {
            Self::At(micros) => standing.zone.day_of(Moment::of(micros)),
            Self::On(day) => day,
        }
    }
}

/// The rung that an item takes next, and the day from which it is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NextRung {
    pub(crate) rung: usize,
    /// The lowest rung that could be taken instead.
    pub(crate) lowest: usize,
    /// How often the rung was taken, this time included.
    pub(crate) occurrence: u32,
    pub(crate) due: i32,
    /// Whether the calendar of its offset knows the days that were counted.
    pub(crate) known: Known,
    /// The proposal, or its approval, that keeps the step as it is until it goes out.
    pub(crate) frozen: Option<u32>,
    /// True if others that share the step have taken it without this item.
    pub(crate) is_behind: bool,
}

/// The rules' answer for one item.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Verdict {
    /// Where its obstacles and reasons stand in the answers.
    pub(crate) held: (usize, usize),
    pub(crate) whys: (usize, usize),
    pub(crate) closed: bool,
    pub(crate) owed: Owed,
    /// Decimals of the currency.
    pub(crate) digits: u8,
    pub(crate) ladder: Option<usize>,
    /// The rung reached.
    pub(crate) level: Option<usize>,
    pub(crate) next: Option<NextRung>,
    /// The item whose due step takes this one along.
    pub(crate) joins: Option<usize>,
    /// The first day on which that may be, of a step that is not due.
    pub(crate) rested_on: i32,
    pub(crate) review_day: i32,
    pub(crate) review_at: i64,
}

impl Verdict {
    /// True if a step is due and nothing stands against it.
    pub(crate) fn is_candidate(&self) -> bool {
        !self.closed && self.held.0 == self.held.1 && self.next.is_some()
    }
}
