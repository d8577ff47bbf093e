//! A day's run, or one action of it that is asked about again.

use crate::model::{Action, ActionKind};
use crate::money;
use crate::policy::{Grouping, Policy};
use crate::rules::notice::{Bundle, Candidate};
use crate::rules::run::Taken;
use crate::standing::{Standing, StepState};

/// What is asked for.
pub(crate) enum Asked<'r> {
    /// All that is due.
    All,
    /// All that is due, to find what would be planned in place of this action.
    Like(&'r Action),
    /// The steps of this action and nothing else, in one message.
    Only(&'r Action),
}

impl<'r> Asked<'r> {
    fn action(&self) -> Option<&'r Action> {
        match self {
            Self::All => None,
            Self::Like(action) | Self::Only(action) => Some(action),
        }
    }

    pub(super) fn wants(&self, standing: &Standing<'_>, one: &Candidate<'_>) -> bool {
        match self {
            Self::All | Self::Like(_) => true,
            Self::Only(action) => covers(standing, action, one),
        }
    }

    pub(super) fn grouping(&self, policy: &Policy) -> Grouping {
        match self {
            Self::All | Self::Like(_) => policy.grouping,
            Self::Only(_) => Grouping::Account,
        }
    }

    /// True if the action named an item of the bundle.
    pub(super) fn is_in(&self, bundle: &Bundle<'_, '_>) -> bool {
        self.action().is_some_and(|action| {
            bundle.items.iter().any(|one| action.lines.iter().any(|line| line.item == one.item.id))
        })
    }

    /// What credits may take off the total of the action, if other messages of the run share them:
    /// no more than when it was planned.
    pub(super) fn share_of_credit(
        &self,
        standing: &Standing<'_>,
        candidates: &[Candidate<'_>],
        taken: &[Taken],
    ) -> Option<i64> {
        let action = self.action()?;
        let in_currency =
            |at: usize| standing.item(at).is_some_and(|item| item.currency == action.currency);
        let others = candidates.iter().filter(|one| !self.wants(standing, one));
        let mut others = taken.iter().map(|taken| taken.at).chain(others.map(|one| one.at));
        if !others.any(in_currency) {
            return None;
        }
        let digits = action.currency.minor_units().unwrap_or(2);
        let minor = |amount| money::to_minor(amount, digits).ok();
        let lines = action.lines.iter().filter_map(|line| minor(line.dunned));
        let sum = lines.fold(0, money::add);
        Some(sum.saturating_sub(minor(action.total)?).max(0))
    }
}

/// True if the action carries out just this step of the item, and it was not cancelled.
fn covers(standing: &Standing<'_>, action: &Action, one: &Candidate<'_>) -> bool {
    let queued = standing.deliveries.find(&action.delivery);
    // A step that items share may have gone out in several messages: what came in since joins none
    // of them.
    let is_own = || action.lines.iter().any(|line| line.item == one.item.id);
    let is_part = action.covers.iter().any(|cover| !cover.without.is_empty());
    if one.is_shared && (one.item.currency != action.currency || (is_part && !is_own())) {
        return false;
    }
    action.covers.iter().any(|cover| {
        one.is_taken_by(standing, &cover.key)
            && queued.is_some_and(|queued| queued.state(&cover.key) == StepState::Queued)
            && one.is_call == (action.kind == ActionKind::Call)
    })
}
