//! What would happen from here.

use crate::calendar::Moment;
use crate::model::{Account, Assumptions, Plan};
use crate::policy::Policy;

/// The plans that would follow one another from `from` until `until`.
#[must_use]
pub fn forecast(
    account: &Account,
    policy: &Policy,
    from: Moment,
    until: Moment,
    assumptions: &Assumptions,
) -> Vec<Plan> {
    let _ = (account, policy, from, until, assumptions);
    Vec::new()
}
