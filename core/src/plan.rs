//! The pipeline.

use crate::calendar::Moment;
use crate::model::{Account, Plan};
use crate::policy::Policy;

/// Decides for every item of an account what is to be done now, and why.
#[must_use]
pub fn plan(account: &Account, policy: &Policy, now: Moment) -> Plan {
    let _ = policy;
    Plan::new(
        account.creditor.id.clone(),
        account.debtor.id.clone(),
        now,
        crate::calendar::ZONE_TABLE_VERSION,
        [],
        [],
        [],
        [],
    )
}
