//! What people did by hand: blocks, skips, moves, imports, and rulings on proposals.

use super::Standing;
use crate::model::{
    Action, Approval, DunningBlock, Entry, LevelImport, Proposal, Rejection, Rescheduling, StepKey,
};
use crate::text::Str;

/// A block in force or to come.
#[derive(Debug)]
pub(crate) struct BlockFacts<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) block: &'a DunningBlock,
    pub(crate) begins: i32,
    /// The last day; `i32::MAX` if it is open.
    pub(crate) until: i32,
    pub(crate) lifted: bool,
    /// The last day on which it was in force, as far as that is known.
    pub(crate) ended: i32,
}

/// A step passed over by hand.
#[derive(Debug)]
pub(crate) struct SkipFacts<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) step: &'a StepKey,
    pub(crate) on: i32,
}

/// A step moved by hand.
#[derive(Debug)]
pub(crate) struct MoveFacts<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) by: &'a Rescheduling,
}

/// A level taken over from another system.
#[derive(Debug)]
pub(crate) struct ImportFacts<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) level: &'a LevelImport,
}

/// What happened to a proposal.
#[derive(Debug)]
pub(crate) struct RulingFacts<'a> {
    pub(crate) entry: &'a Entry,
    pub(crate) on: i32,
    pub(crate) ruling: Ruling<'a>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) enum Ruling<'a> {
    Proposed(&'a Proposal),
    Approved(&'a Approval),
    Rejected(&'a Rejection),
}

impl<'a> RulingFacts<'a> {
    /// True if it is about this item's part of the steps: a step that items share may go out by
    /// several deliveries, each with a ruling of its own.
    pub(crate) fn is_about(&self, item: &str) -> bool {
        let items = self.items();
        items.is_empty() || items.iter().any(|own| own == item)
    }

    /// Its items, if it is not about all of the steps.
    pub(crate) fn items(&self) -> &'a [Str] {
        match self.ruling {
            Ruling::Proposed(proposal) => &proposal.items,
            Ruling::Approved(approval) => &approval.items,
            Ruling::Rejected(rejection) => &rejection.items,
        }
    }

    /// True if it is about this action's part of the steps.
    pub(crate) fn is_about_part(&self, action: &Action) -> bool {
        action.lines.is_empty() || action.lines.iter().any(|line| self.is_about(&line.item))
    }

    pub(crate) fn steps(&self) -> &'a [StepKey] {
        match self.ruling {
            Ruling::Proposed(proposal) => &proposal.steps,
            Ruling::Approved(approval) => &approval.steps,
            Ruling::Rejected(rejection) => &rejection.steps,
        }
    }
}

impl Standing<'_> {
    /// How often another system had taken a step up to a day: once on each day.
    pub(crate) fn times_imported(&self, until: i32, is_it: impl Fn(&LevelImport) -> bool) -> u32 {
        let made = self.imports.iter().map(|import| import.level);
        let made = made.filter(|level| level.reached_on.number() <= until && is_it(level));
        let mut days: Vec<i32> = made.map(|level| level.reached_on.number()).collect();
        days.sort_unstable();
        days.dedup();
        u32::try_from(days.len()).unwrap_or(u32::MAX)
    }
}
