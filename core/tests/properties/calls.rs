//! Calls are made no more often than the policy says, and say the same however they are told.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use dunning::{ActionKind, CallOutcome, Event, PolicyDoc, StepKey, Work, plan};
use proptest::prelude::*;

use crate::config;
use crate::facts::{Facts, local_day};
use crate::generate::Scene;
use crate::history::{Desk, lived};
use crate::ops::history;

/// The calls of each day that were answered by nobody, or not as the policy wants it.
fn in_vain(scene: &Scene) -> BTreeMap<(String, NaiveDate), u32> {
    let facts = Facts::of(scene);
    let mut counts = BTreeMap::new();
    for entry in &facts.journal {
        let Event::Called { called } = &entry.event else { continue };
        if matches!(called.outcome, CallOutcome::Reached {} | CallOutcome::WrongNumber {}) {
            continue;
        }
        let on = local_day(&scene.account, entry.occurred_at);
        for key in keys(&facts, &called.delivery) {
            *counts.entry((format!("{key:?}"), on)).or_default() += 1;
        }
    }
    counts
}

fn keys(facts: &Facts<'_>, delivery: &str) -> Vec<StepKey> {
    let covers = facts.journal.iter().find_map(|entry| match &entry.event {
        Event::Sent { sent } if sent.delivery == *delivery => Some(&sent.covers),
        _ => None,
    });
    covers.into_iter().flatten().map(|cover| cover.key.clone()).collect()
}

fn most_a_day(doc: &PolicyDoc, key: &StepKey) -> u32 {
    let mut scenarios = doc.scenarios.iter().filter(|known| known.id == key.scenario);
    let step = scenarios.find_map(|known| known.steps.iter().find(|step| step.id == key.step));
    let rules = step.and_then(|step| match &step.work {
        Work::Call { rules, .. } => rules.as_ref(),
        _ => None,
    });
    rules.and_then(|rules| rules.max_per_day).unwrap_or(2)
}

proptest! {
    #![proptest_config(config())]

    /// No call is planned for a step of an item once the attempts of the day are used up.
    #[test]
    fn no_more_calls_a_day_than_allowed(scene in lived(), ops in history(20)) {
        let mut desk = Desk::new(scene);
        for op in &ops {
            desk.take(op);
            let scene = &desk.scene;
            let today = local_day(&scene.account, scene.now);
            let counts = in_vain(scene);
            for action in plan(&scene.account, &scene.policy, scene.now).actions {
                let calls = action.covers.iter().filter(|_| action.kind == ActionKind::Call);
                for cover in calls {
                    let made = counts.get(&(format!("{:?}", cover.key), today)).copied();
                    let most = most_a_day(scene.policy.doc(), &cover.key);
                    prop_assert!(made.unwrap_or(0) < most, "{:?}", cover.key);
                }
            }
        }
    }
}
