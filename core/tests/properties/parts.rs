//! A step that items share, in several messages: each goes out once, and none is lost.

use dunning::{Action, Cover, Hold, Outcome, Policy, StepWhy, Subject, plan};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::config;
use crate::generate::{Scene, account, moment};
use crate::host::{Host, State};
use crate::turns::{Crash, Turn, turn};

/// A ladder whose level items share, and what keeps its messages apart.
fn policy() -> impl Strategy<Value = Policy> {
    let steps = prop::collection::vec((1..6_i64, any::<bool>()), 1..4);
    let level = select(vec!["debtor", "debtor", "debtorAndCurrency"]);
    let grouping = select(vec!["account", "party", "recipient"]);
    let reset = select(vec!["itemSettled", "accountClear", "oldestItemChanges"]);
    let fallback = select(vec![json!(24), json!(100)]);
    (steps, level, grouping, reset, 0..4_u32, fallback).prop_map(
        |(steps, level, grouping, reset, gap, fallback)| {
            let mut days = 0;
            let steps = steps.into_iter().enumerate().map(|(number, (more, follows))| {
                days += more;
                let follows = follows && number > 0;
                let offset = if follows { more } else { days };
                json!({ "id": format!("s{number}"), "fallbackHours": fallback,
                    "anchor": if follows { "previousStep" } else { "dueDate" },
                    "offset": { "type": "days", "days": offset },
                    "work": { "type": "message", "channels": ["email", "letter", "portal"] } })
            });
            let steps: Vec<Value> = steps.collect();
            let policy = json!({ "minGapDays": gap, "grouping": grouping,
                "scenarios": [{ "id": "standard", "version": 1, "levelOf": level, "reset": reset,
                    "steps": steps },
                    { "id": "other", "version": 1, "levelOf": level, "steps": steps }],
                "assignment": [{ "scenario": "standard" }] });
            Policy::from_json(&policy.to_string()).unwrap()
        },
    )
}

fn scene() -> impl Strategy<Value = Scene> {
    let currencies = prop::collection::vec(select(vec!["EUR", "JPY", "KWD"]), 6);
    (policy(), account(), currencies).prop_map(|(policy, mut account, currencies)| {
        // Two are more likely than by chance alone.
        for (item, currency) in account.items.iter_mut().zip(currencies) {
            if item.open.decimal().fract().is_zero() {
                item.currency = currency.parse().unwrap();
            }
        }
        Scene { policy, account, now: moment(0) }
    })
}

/// What a host does by itself: nobody pays, blocks or disputes anything.
fn host_turns() -> impl Strategy<Value = Vec<Turn>> {
    let own = turn().prop_filter("the host itself", |turn| !matches!(turn, Turn::Life(_)));
    prop::collection::vec(own, 1..40)
}

/// In the evening the outbox is empty, and what became of each message is known.
fn evening(host: &mut Host) -> Result<(), TestCaseError> {
    let first: Index = index(0);
    while host.outbox.iter().any(|row| row.state == State::Queued) {
        host.take(&Turn::Send(first, Crash::Never))?;
    }
    while host.outbox.iter().any(|row| row.state == State::HandedOver) {
        host.take(&Turn::Ask(first))?;
    }
    Ok(())
}

/// Weeks without a crash: all that is planned goes out.
fn quiet_weeks(host: &mut Host) -> Result<(), TestCaseError> {
    let first: Index = index(0);
    evening(host)?;
    for _ in 0..40 {
        host.take(&Turn::Morning)?;
        for at in 0..host.memory.len() {
            let mut one = std::mem::take(&mut host.memory);
            let rest = one.split_off(at);
            host.memory = rest;
            host.take(&Turn::Queue(first, Crash::Never))?;
            one.append(&mut host.memory);
            host.memory = one;
        }
        evening(host)?;
    }
    Ok(())
}

/// An index that takes the first of whatever there is.
fn index(at: usize) -> Index {
    let mut runner = TestRunner::deterministic();
    let mut tree = any::<Index>().new_tree(&mut runner).unwrap();
    while tree.simplify() {}
    assert_eq!(tree.current().index(9), at, "it is the least");
    tree.current()
}

/// How high a step stands.
fn place(cover: &Cover) -> (u32, String) {
    (cover.key.occurrence, cover.key.step.to_string())
}

proptest! {
    #![proptest_config(config())]

    /// Whatever the host does, and wherever it crashes, no part of a step goes out twice: what the
    /// simulated provider sees is checked there.
    #[test]
    fn no_part_is_sent_twice(scene in scene(), turns in prop::collection::vec(turn(), 1..50)) {
        let mut host = Host::new(scene);
        for turn in &turns {
            host.take(turn)?;
        }
    }

    /// Whoever was to take a step in a message apart from others is written to at that step or a
    /// later one, or something holds it that a person is told.
    #[test]
    fn no_part_is_lost(scene in scene(), turns in host_turns()) {
        let mut host = Host::new(scene);
        let mut parts: Vec<(String, (u32, String))> = Vec::new();
        for turn in &turns {
            if matches!(turn, Turn::Morning) {
                evening(&mut host)?;
            }
            host.take(turn)?;
            for action in &host.memory {
                for cover in &action.covers {
                    let is_of_item = matches!(cover.key.subject, Subject::Item { .. });
                    prop_assert!(!is_of_item || cover.without.is_empty());
                    let lines = action.lines.iter().filter(|_| !cover.without.is_empty());
                    parts.extend(lines.map(|line| (line.item.to_string(), place(cover))));
                }
            }
        }
        quiet_weeks(&mut host)?;
        let Scene { policy, account, now } = &host.desk.scene;
        let planned = plan(account, policy, *now);
        for (item, from) in parts {
            let is_seen = host.seen.iter().any(|(action, _)| {
                let is_late = action.covers.iter().any(|cover| place(cover) >= from);
                is_late && action.lines.iter().any(|line| *line.item == *item)
            });
            let decision = planned.decisions.iter().find(|one| *one.item == *item).unwrap();
            let mut holds = decision.holds.iter();
            let is_held = holds.any(|hold| !matches!(hold,
                Hold::Step { why: StepWhy::LadderEnded | StepWhy::NotYetDue, .. }));
            let is_closed = decision.outcome == Outcome::Closed {};
            prop_assert!(is_seen || is_held || is_closed, "{} is lost: {:?}", item, decision);
        }
    }
}

#[test]
fn many_parts_go_out() {
    // Steps that are never parted would prove nothing.
    let mut runner = TestRunner::new(config());
    let all = (scene(), host_turns());
    let mut seen = 0;
    for _ in 0..64 {
        let (scene, turns) = all.new_tree(&mut runner).unwrap().current();
        let mut host = Host::new(scene);
        turns.iter().for_each(|turn| host.take(turn).unwrap());
        let is_part = |action: &Action| action.covers.iter().any(|one| !one.without.is_empty());
        seen += host.seen.iter().filter(|(action, _)| is_part(action)).count();
    }
    assert!(seen >= 8, "only {seen} parts in 64 simulations");
}
