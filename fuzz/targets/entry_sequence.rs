//! Whatever is recorded in whatever order: nothing panics, a command that comes again gives the
//! entries that it gave, and neither order nor repetition of the entries matters.
#![no_main]

use arbitrary::Unstructured;
use dunning::{Account, plan, recheck};
use dunning_fuzz::{Desk, Op, policy};
use libfuzzer_sys::fuzz_target;

const MOST_OPS: usize = 40;

fuzz_target!(|bytes: &[u8]| {
    let mut desk = Desk::new();
    let mut input = Unstructured::new(bytes);
    for _ in 0..MOST_OPS {
        if input.is_empty() {
            break;
        }
        let Ok(op) = input.arbitrary::<Op>() else { break };
        desk.take(&op);
        check(&desk);
    }
});

fn check(desk: &Desk) {
    let planned = plan(&desk.account, policy(), desk.now);
    for action in planned.actions.iter().chain(&desk.actions) {
        let _ = recheck(&desk.account, policy(), action, desk.now);
    }
    let other = plan(&jumbled(&desk.account), policy(), desk.now);
    assert_eq!(planned, other, "the order or the repetition of entries matters");
}

/// The same journal in another order, with some entries twice.
fn jumbled(account: &Account) -> Account {
    let mut account = account.clone();
    let twice: Vec<_> = account.journal.iter().step_by(2).cloned().collect();
    account.journal.reverse();
    account.journal.extend(twice);
    let half = account.journal.len() / 3;
    account.journal.rotate_left(half);
    account
}
