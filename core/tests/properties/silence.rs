//! Who is never written to, and what is never asked for.

use dunning::{Action, Hold, Item, Outcome, Subject, by_channel, plan, recheck};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use rust_decimal::Decimal;

use crate::config;
use crate::facts::{Facts, digits};
use crate::generate::{Scene, later};
use crate::history::{Desk, lived};
use crate::ops::{history, op};

/// Fails if an action asks for something that it must not ask for, or goes where it must not.
pub(crate) fn assert_lawful(scene: &Scene, action: &Action) -> Result<(), TestCaseError> {
    let facts = Facts::of(scene);
    for part in by_channel(action) {
        prop_assert!(!facts.is_stopped(&part), "{:?} was stopped", part.channel);
    }
    if !action.instalments.is_empty() {
        prop_assert_eq!(action.instalments.len(), action.covers.len());
        prop_assert!(!facts.is_silent(&scene.account), "an instalment is reminded of");
        return Ok(());
    }
    // One step for each item, or one for all that share it.
    let is_shared = action.covers.iter().any(|cover| !is_of_item(&cover.key.subject));
    prop_assert!(is_shared || action.lines.len() == action.covers.len());
    prop_assert!(!action.covers.is_empty() && action.lines.len() >= action.covers.len());
    for line in &action.lines {
        let item = item_of(scene, &line.item);
        let silences = facts.silences(item);
        prop_assert!(silences.is_empty(), "{} is asked for although {silences:?}", item.id);
        prop_assert!(
            !facts.is_step_blocked(&line.item, &line.step),
            "{} takes a blocked step",
            item.id
        );
        let dunned = line.dunned.decimal();
        prop_assert!(dunned <= facts.most(item), "{} is asked for {dunned}", item.id);
    }
    Ok(())
}

fn is_of_item(subject: &Subject) -> bool {
    matches!(subject, Subject::Item { .. })
}

fn item_of<'a>(scene: &'a Scene, id: &str) -> &'a Item {
    scene.account.items.iter().find(|item| item.id == *id).unwrap()
}

proptest! {
    #![proptest_config(config())]

    /// Nothing is asked for that is settled, blocked, wholly disputed, promised, time-barred,
    /// invalid, stale, below tolerance or held by a newer entry.
    #[test]
    fn what_must_rest_is_never_dunned(scene in lived()) {
        for action in plan(&scene.account, &scene.policy, scene.now).actions {
            assert_lawful(&scene, &action)?;
        }
    }

    /// What `recheck` lets go asks for nothing that must rest at that moment.
    #[test]
    fn what_must_rest_is_never_let_go(scene in lived(), ops in history(6), minutes in 0..3000_i64) {
        let mut desk = Desk::new(scene);
        desk.run(false);
        let queued = desk.actions.clone();
        ops.iter().for_each(|op| desk.take(op));
        desk.scene.now = later(desk.scene.now, minutes);
        let Scene { policy, account, now } = &desk.scene;
        for action in queued {
            match recheck(account, policy, &action, *now) {
                dunning::Recheck::Go {} => assert_lawful(&desk.scene, &action)?,
                dunning::Recheck::Changed { action: changed } => {
                    assert_lawful(&desk.scene, &changed)?;
                    let covers = &action.covers;
                    prop_assert!(changed.covers.iter().all(|cover| covers.contains(cover)));
                }
                dunning::Recheck::Withdrawn { holds } => prop_assert!(!holds.is_empty()),
                _ => prop_assert!(false, "a word that this test does not know"),
            }
        }
    }

    /// The lines of an action sum to its total, no sum exceeds what is open less credits, nothing
    /// is zero or negative, and every amount has the decimals of its currency.
    #[test]
    fn sums_agree(scene in lived()) {
        let facts = Facts::of(&scene);
        let actions = plan(&scene.account, &scene.policy, scene.now).actions;
        for action in &actions {
            let unpaid = action.instalments.iter().map(|line| line.unpaid.decimal());
            let sum: Decimal =
                action.lines.iter().map(|line| line.dunned.decimal()).chain(unpaid).sum();
            prop_assert_eq!(sum, action.total.decimal());
            let scale = digits(&action.currency.to_string());
            prop_assert_eq!(action.total.decimal().scale(), scale);
            for line in &action.lines {
                let item = item_of(&scene, &line.item);
                prop_assert_eq!(item.currency, action.currency, "currencies never mix");
                prop_assert_eq!((line.open, line.due), (item.open, item.due));
                prop_assert!(line.dunned.decimal() > Decimal::ZERO);
                prop_assert!(line.dunned <= line.open);
                for amount in [Some(line.open), Some(line.dunned), line.disputed] {
                    let decimal = amount.map(|amount| amount.decimal());
                    prop_assert!(decimal.is_none_or(|amount| amount.scale() == scale));
                    prop_assert!(decimal.is_none_or(|amount| amount > Decimal::ZERO));
                }
            }
            let same = actions.iter().filter(|other| {
                other.currency == action.currency && other.instalments.is_empty()
            });
            let asked: Decimal = same.map(|action| action.total.decimal()).sum();
            // What is invalid may hide a credit of an unknown size.
            let clean = scene.account.items.iter().all(|item| !facts.is_invalid(item));
            prop_assert!(!clean || asked <= facts.most_of(action.currency));
        }
    }

    /// Every item has an action, or tells everything that holds it, or is closed because nothing
    /// is owed; and every action belongs to decisions.
    #[test]
    fn no_item_is_forgotten(scene in lived()) {
        let plan = plan(&scene.account, &scene.policy, scene.now);
        prop_assert_eq!(plan.decisions.len(), scene.account.items.len());
        for (decision, item) in plan.decisions.iter().zip(&scene.account.items) {
            prop_assert_eq!(&decision.item, &item.id);
            match &decision.outcome {
                Outcome::Act { delivery } => {
                    prop_assert!(decision.holds.is_empty());
                    let action = plan.actions.iter().find(|action| action.delivery == *delivery);
                    let subject = Subject::Item { item: item.id.clone() };
                    let covers = action.map(|action| &action.covers);
                    let is_covered = covers.is_some_and(|covers| {
                        covers.iter().any(|cover| cover.key.subject == subject)
                    });
                    prop_assert!(is_covered);
                }
                Outcome::Wait {} => prop_assert!(!decision.holds.is_empty()),
                _ => {
                    let is_owed = |hold: &Hold| !matches!(hold, Hold::NothingOwed { .. });
                    prop_assert!(!decision.holds.iter().all(is_owed));
                }
            }
        }
        let of_items = plan.actions.iter().filter(|action| action.instalments.is_empty());
        let covered: usize = of_items.map(|action| action.covers.len()).sum();
        let acting = |outcome: &Outcome| matches!(outcome, Outcome::Act { .. });
        let acts = plan.decisions.iter().filter(|decision| acting(&decision.outcome)).count();
        prop_assert_eq!(covered, acts);
    }

    /// A payment in full, a block or a dispute of the whole that is recorded before `recheck`
    /// takes its item out of the action; with nothing recorded, the action goes as it is.
    #[test]
    fn news_stops_what_is_queued(scene in lived(), at in any::<prop::sample::Index>(), news in 0..5_u8) {
        let mut desk = Desk::new(scene);
        desk.run(false);
        let Some(action) = crate::history::pick(&desk.actions, &at).cloned() else { return Ok(()) };
        // Only what was queued just now: earlier actions are not of this run.
        prop_assume!(action.planned_at == desk.scene.now && !action.lines.is_empty());
        let about = action.lines[0].item.clone();
        let whole = news != 0 && hear(&mut desk, &about, news);
        let Scene { policy, account, now } = &desk.scene;
        match recheck(account, policy, &action, *now) {
            dunning::Recheck::Go {} => prop_assert!(!whole),
            dunning::Recheck::Changed { action: changed } => {
                prop_assert!(whole, "nothing happened, and it became {changed:?}");
                prop_assert!(changed.lines.iter().all(|line| line.item != about));
            }
            dunning::Recheck::Withdrawn { holds } => prop_assert!(whole, "withdrawn: {holds:?}"),
            _ => prop_assert!(false, "a word that this test does not know"),
        }
    }

    /// An accepted command never makes a later `plan` lose an item.
    #[test]
    fn every_operation_leaves_a_plan(scene in lived(), op in op()) {
        let items = scene.account.items.len();
        let mut desk = Desk::new(scene);
        desk.take(&op);
        let plan = plan(&desk.scene.account, &desk.scene.policy, desk.scene.now);
        prop_assert_eq!(plan.decisions.len(), items, "after {:?}", op);
    }
}

/// True if the news was accepted.
fn hear(desk: &mut Desk, item: &str, news: u8) -> bool {
    use dunning::{BlockScope, Command, Dispute, DunningBlock};
    let command = match news {
        1 => {
            let items = &mut desk.scene.account.items;
            items.iter_mut().find(|known| known.id == *item).unwrap().open = "0".parse().unwrap();
            return true;
        }
        2 => Command::Block { block: DunningBlock::new(BlockScope::Debtor {}, "asked") },
        3 => {
            let scope = BlockScope::Item { item: item.into() };
            Command::Block { block: DunningBlock::new(scope, "asked") }
        }
        _ => Command::OpenDispute { dispute: Dispute::new(item, "goods") },
    };
    desk.record(command)
}

#[test]
fn the_generator_makes_actions() {
    // A property over plans without actions would prove nothing.
    let mut runner = TestRunner::new(config());
    let mut actions = 0;
    for _ in 0..256 {
        let Scene { policy, account, now } = lived().new_tree(&mut runner).unwrap().current();
        actions += usize::from(!plan(&account, &policy, now).actions.is_empty());
    }
    assert!(actions >= 40, "only {actions} of 256 accounts have an action");
}
