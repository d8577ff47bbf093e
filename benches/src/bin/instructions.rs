//! Plans accounts of ten items, for callgrind to count: `instructions <items>`.
//!
//! Accounts are made and dropped one at a time, outside what is counted.

use std::error::Error;
use std::hint::black_box;

use dunning::{Account, Moment, Plan, Policy};
use dunning_benches::Ledger;

const ITEMS_AN_ACCOUNT: usize = 10;

fn main() -> Result<(), Box<dyn Error>> {
    let items: usize = std::env::args().nth(1).ok_or("how many items?")?.parse()?;
    let ledger = Ledger::new()?;
    let mut planned = 0_usize;
    for number in 0..items.div_ceil(ITEMS_AN_ACCOUNT) {
        let account = ledger.account(number, ITEMS_AN_ACCOUNT);
        let plan = plan_and_nothing_else(&account, &ledger.policy, ledger.now);
        planned = planned.saturating_add(plan.decisions.len());
    }
    if planned == items { Ok(()) } else { Err(format!("{planned} items were decided").into()) }
}

/// The only thing that callgrind counts; it knows it by name.
#[inline(never)]
fn plan_and_nothing_else(account: &Account, policy: &Policy, now: Moment) -> Plan {
    black_box(dunning::plan(black_box(account), policy, now))
}
