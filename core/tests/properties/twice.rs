//! Nothing is sent twice.

use dunning::{Command, Event, SentReport, StepKey, Subject, plan, record};
use proptest::prelude::*;

use crate::config;
use crate::facts::{Facts, local_day};
use crate::generate::{Scene, later};
use crate::history::{Desk, carry_out, lived};
use crate::ops::history;

proptest! {
    #![proptest_config(config())]

    /// A step is in no plan while a delivery of it stands, and is covered at most once by a plan.
    #[test]
    fn what_stands_is_not_planned(scene in lived()) {
        let facts = Facts::of(&scene);
        let mut planned: Vec<StepKey> = Vec::new();
        for action in plan(&scene.account, &scene.policy, scene.now).actions {
            for cover in action.covers {
                let standing = facts.standing_deliveries(&cover.key);
                prop_assert!(standing.is_empty(), "{:?} is out with {standing:?}", cover.key);
                prop_assert!(!planned.contains(&cover.key), "{:?} is planned twice", cover.key);
                planned.push(cover.key);
            }
        }
    }

    /// Whatever is recorded, at most one delivery of a step stands, and no delivery is queued
    /// twice.
    #[test]
    fn one_delivery_of_a_step_stands(scene in lived(), ops in history(20)) {
        let mut desk = Desk::new(scene);
        for (at, op) in ops.iter().enumerate() {
            desk.take(op);
            let facts = Facts::of(&desk.scene);
            let mut queued = Vec::new();
            for entry in &facts.journal {
                let Event::Queued { queued: queueing } = &entry.event else { continue };
                prop_assert!(!queued.contains(&&queueing.delivery), "queued twice after {at}");
                queued.push(&queueing.delivery);
                for cover in &queueing.covers {
                    let standing = facts.standing_deliveries(&cover.key);
                    prop_assert!(standing.len() <= 1, "{:?}: {standing:?}", cover.key);
                }
            }
        }
    }

    /// An action cannot be queued again under another command, nor can another action that
    /// covers a step that is out.
    #[test]
    fn queueing_twice_is_refused(scene in lived()) {
        let Scene { policy, mut account, now } = scene;
        for action in plan(&account, &policy, now).actions {
            let queue = |account: &_, id: &str, action: &dunning::Action| {
                let command = Command::Queue { action: action.clone() };
                record(account, &policy, id, &command, now, now, "run")
            };
            let entries = queue(&account, "first", &action).unwrap();
            let id = format!("queue-{}", action.delivery);
            account.journal.extend(queue(&account, &id, &action).unwrap());
            prop_assert_eq!(entries.len(), 1);
            prop_assert!(queue(&account, "again", &action).is_err());
            let mut disguised = action;
            disguised.delivery = "disguised".into();
            prop_assert!(queue(&account, "again", &disguised).is_err());
        }
    }

    /// Two runs on the same facts, with no review between them, plan the same steps.
    #[test]
    fn the_same_facts_give_the_same_steps(scene in lived(), share in 0..1_000_i64) {
        let Scene { policy, account, now } = scene;
        let first = plan(&account, &policy, now);
        let until = first.next_review_at.map_or(later(now, 600_000), |review| review);
        let minutes = (until.utc() - now.utc()).num_minutes() - 1;
        let then = later(now, (minutes * share / 1_000).max(0));
        let mut fresh = account;
        if !Facts::new(&fresh, policy.doc(), now).is_stale() {
            fresh.ledger_as_of = then;
        }
        let second = plan(&fresh, &policy, then);
        let keys = |plan: &dunning::Plan| -> Vec<StepKey> {
            let covers = plan.actions.iter().flat_map(|action| &action.covers);
            covers.map(|cover| cover.key.clone()).collect()
        };
        prop_assert_eq!(keys(&first), keys(&second), "at {}", then);
    }

    /// Once a run is recorded, a second run of that day plans nothing more, whatever the gap.
    #[test]
    fn a_second_run_of_the_day_is_empty(scene in lived(), minutes in 0..1_440_i64, sent in any::<bool>()) {
        let mut desk = Desk::new(scene);
        let started = desk.scene.now;
        desk.run(sent);
        let then = later(started, minutes);
        let account = &desk.scene.account;
        prop_assume!(local_day(account, then) == local_day(account, started));
        let second = plan(account, &desk.scene.policy, then);
        prop_assert!(second.actions.is_empty(), "at {} {:?}", then, second.actions);
    }

    /// Repeating a command gives the stored entries and changes nothing; another command under
    /// its id is refused.
    #[test]
    fn a_repeated_command_changes_nothing(scene in lived(), ops in history(12), minutes in 0..9_000_i64) {
        let mut desk = Desk::new(scene);
        ops.iter().for_each(|op| desk.take(op));
        let Scene { policy, account, now } = &desk.scene;
        let before = plan(account, policy, *now);
        let mut repeated = account.clone();
        let then = later(*now, minutes);
        for (id, command, entries) in &desk.accepted {
            let again = record(account, policy, id, command, then, then, "again").unwrap();
            prop_assert_eq!(&again, entries);
            repeated.journal.extend(again);
            let note = dunning::Note::new("something else");
            let about = Subject::DebtorCurrency { currency: "EUR".parse().unwrap() };
            let other = Command::WriteNote { about, note };
            prop_assert!(record(account, policy, id, &other, then, then, "again").is_err());
        }
        prop_assert_eq!(before.to_json(), plan(&repeated, policy, *now).to_json());
    }

    /// What was sent as planned is never planned again, however many days pass.
    #[test]
    fn what_was_sent_stays_sent(scene in lived(), days in prop::collection::vec(1..6_i64, 1..8)) {
        let Scene { policy, mut account, mut now } = scene;
        let mut sent: Vec<StepKey> = Vec::new();
        for (run, days) in days.into_iter().enumerate() {
            now = later(now, days * 1_440);
            (account.ledger_as_of, account.payments_as_of) = (now, now);
            for action in carry_out(&mut account, &policy, now, &format!("run{run}")) {
                for cover in action.covers {
                    prop_assert!(!sent.contains(&cover.key), "{:?} was sent before", cover.key);
                    sent.push(cover.key);
                }
            }
        }
    }

    /// A report is never refused, in whatever order and however often it comes.
    #[test]
    fn reports_are_never_refused(scene in lived(), order in Just((0..6_u8).collect::<Vec<_>>()).prop_shuffle()) {
        let Scene { policy, mut account, now } = scene;
        let Some(action) = plan(&account, &policy, now).actions.pop() else { return Ok(()) };
        for what in order {
            let delivery = action.delivery.clone();
            let command = match what {
                0 | 3 => Command::Sent { report: SentReport::new(action.clone()) },
                1 | 4 => Command::Failed { failed: dunning::Failure::new(delivery, "bounced") },
                2 => Command::Delivered { delivered: dunning::Receipt::new(delivery) },
                _ => Command::Read { read: dunning::Receipt::new(delivery) },
            };
            let id = format!("report-{what}");
            let entries = record(&account, &policy, &id, &command, now, now, "provider").unwrap();
            prop_assert!(!entries.is_empty());
            account.journal.extend(entries);
        }
    }
}
