//! What is made of the items that are ready to go out.

use crate::calendar::Moment;
use crate::model::{Action, Finding, Hold, Notice, Reason};
use crate::rules::notice::Bundle;
use crate::text::Str;

/// The actions, and what they mean for each item.
#[derive(Default)]
pub(crate) struct Composed {
    pub(crate) actions: Vec<Action>,
    /// What was proposed and waits for a decision as it stands.
    pub(crate) proposed: Vec<Action>,
    /// Punctual payers without a number to call.
    pub(crate) notices: Vec<Notice>,
    /// Sorted by item.
    pub(super) outgoing: Vec<(usize, Outgoing)>,
}

/// What became of an item that was ready to go out.
pub(crate) struct Outgoing {
    pub(crate) delivery: Option<Str>,
    pub(crate) hold: Option<Hold>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) review_day: i32,
    /// The first instant on which the hold can end by itself.
    pub(crate) review_at: Option<Moment>,
}

impl Outgoing {
    pub(super) fn held(hold: Hold, review_day: i32) -> Self {
        let review_at = match &hold {
            Hold::Capped { until, .. } => Some(*until),
            Hold::Window { at, .. } => Some(*at),
            _ => None,
        };
        let (reasons, findings) = (Vec::new(), Vec::new());
        Self { delivery: None, hold: Some(hold), reasons, findings, review_day, review_at }
    }
}

impl Composed {
    pub(super) fn hold_all(&mut self, bundle: &Bundle<'_, '_>, hold: &Hold, review_day: i32) {
        for one in bundle.items {
            self.outgoing.push((one.at, Outgoing::held(hold.clone(), review_day)));
        }
    }

    /// The obstacle that an item met which was ready to go out.
    pub(crate) fn hold_of(&self, at: usize) -> Option<&Hold> {
        let found = self.outgoing.binary_search_by_key(&at, |(item, _)| *item).ok()?;
        self.outgoing.get(found)?.1.hold.as_ref()
    }
}
