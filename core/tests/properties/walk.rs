//! Day after day: no bursts.

use chrono::NaiveDate;
use dunning::{Action, BlockScope, Command, DunningBlock, Failure, Unblocking};
use proptest::prelude::*;

use crate::config;
use crate::facts::local_day;
use crate::generate::{later, scene};
use crate::history::{Desk, lived};

/// Goes on to the next day with fresh data, and runs.
fn next_day(desk: &mut Desk) -> Vec<Action> {
    desk.scene.now = later(desk.scene.now, 1_440);
    (desk.scene.account.ledger_as_of, desk.scene.account.payments_as_of) =
        (desk.scene.now, desk.scene.now);
    let before = desk.actions.len();
    desk.run(true);
    desk.actions[before..].to_vec()
}

/// The days of contact that are too near one another.
fn too_near(days: &[NaiveDate], gap: i64) -> Option<(NaiveDate, NaiveDate)> {
    let mut pairs = days.iter().zip(days.iter().skip(1));
    pairs.find(|(a, b)| a != b && (**b - **a).num_days() < gap.max(1)).map(|(a, b)| (*a, *b))
}

fn takes_one_step(actions: &[Action]) -> bool {
    let mut items: Vec<_> = actions
        .iter()
        .flat_map(|action| &action.covers)
        .map(|cover| format!("{:?}", cover.key.subject))
        .collect();
    items.sort_unstable();
    items.windows(2).all(|pair| pair[0] != pair[1])
}

proptest! {
    #![proptest_config(config())]

    /// After a block is lifted an item takes at most one step a day, and the debtor is contacted
    /// no more often than the policy says.
    #[test]
    fn lifting_a_block_is_no_burst(scene in scene(), blocked_days in 1..60_usize, of_item in any::<bool>()) {
        let mut desk = Desk::new(scene);
        let scope = match desk.scene.account.items.first() {
            Some(item) if of_item => BlockScope::Item { item: item.id.clone() },
            _ => BlockScope::Debtor {},
        };
        let blocked = desk.record(Command::Block { block: DunningBlock::new(scope, "asked") });
        prop_assert!(blocked);
        let block = desk.accepted[0].2[0].id.to_string();
        let mut contacts = Vec::new();
        let gap = i64::from(desk.scene.policy.doc().min_gap_days.unwrap_or(3));
        for number in 0..blocked_days + 30 {
            if number == blocked_days {
                let unblock = Unblocking::new(block.as_str());
                let lifted = desk.record(Command::Unblock { unblock });
                prop_assert!(lifted);
            }
            let actions = next_day(&mut desk);
            prop_assert!(takes_one_step(&actions));
            let today = local_day(&desk.scene.account, desk.scene.now);
            contacts.extend(actions.iter().map(|_| today));
        }
        prop_assert!(too_near(&contacts, gap).is_none(), "{:?}", too_near(&contacts, gap));
    }

    /// Between two days of contact lies the policy's gap, at least one day; only a further
    /// attempt of what did not arrive waits for none.
    #[test]
    fn the_gap_is_kept(scene in lived(), fails in prop::collection::vec(0..8_u8, 25)) {
        let mut desk = Desk::new(scene);
        // What the history did by hand is not measured.
        desk.scene.account.journal.clear();
        let gap = i64::from(desk.scene.policy.doc().min_gap_days.unwrap_or(3));
        let mut contacts: Vec<(NaiveDate, String, u32)> = Vec::new();
        for fails in fails {
            let actions = next_day(&mut desk);
            prop_assert!(takes_one_step(&actions));
            let today = local_day(&desk.scene.account, desk.scene.now);
            for action in actions {
                let delivery = action.delivery.to_string();
                contacts.push((today, delivery.clone(), action.attempt));
                if fails == 0 {
                    let failed = Failure::new(delivery.as_str(), "bounced");
                    let reported = desk.record(Command::Failed { failed });
                    prop_assert!(reported);
                    contacts.pop();
                }
            }
        }
        for (number, (on, delivery, attempt)) in contacts.iter().enumerate() {
            let before = contacts[..number].iter().rev().find(|(earlier, _, _)| earlier < on);
            let Some((earlier, _, _)) = before else { continue };
            let apart = (*on - *earlier).num_days();
            prop_assert!(*attempt > 1 || apart >= gap.max(1), "{delivery} on {on} after {earlier}");
        }
    }
}
