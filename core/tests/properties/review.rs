//! A review day is a promise: until then nothing changes.

use dunning::{Account, Hold, Outcome, Plan, Policy, Recheck, StepWhy, plan};
use proptest::prelude::*;

use crate::config;
use crate::facts::Facts;
use crate::generate::{Scene, later};
use crate::history::lived;

/// The account as a host that keeps reading its ledger would state it later on.
///
/// What is stale stays as it is, and so does the bank's data: new data is a new fact.
fn kept_fresh(
    account: &Account,
    policy: &Policy,
    now: dunning::Moment,
    then: dunning::Moment,
) -> Account {
    let mut account = account.clone();
    if !Facts::new(&account, policy.doc(), now).is_stale() {
        account.ledger_as_of = then;
    }
    account
}

/// The plan without what names its own moment.
fn timeless(plan: Plan) -> Plan {
    let mut plan = plan;
    plan.now = later(plan.now, 0);
    for action in &mut plan.actions {
        let first = dunning::Moment::try_from(chrono::DateTime::UNIX_EPOCH).unwrap();
        (action.planned_at, action.not_before, action.expires_at) = (first, first, first);
    }
    plan
}

proptest! {
    #![proptest_config(config())]

    /// Until the next review no decision, notice, finding or action changes, unless there are new
    /// facts.
    #[test]
    fn nothing_changes_before_the_review(scene in lived(), shares in prop::collection::vec(0..=1_000_i64, 3)) {
        let Scene { policy, account, now } = scene;
        let first = timeless(plan(&account, &policy, now));
        let until = first.next_review_at.map_or(later(now, 1_000_000), |review| review);
        prop_assert!(until > now, "the review is over already");
        let micros = (until.utc() - now.utc()).num_microseconds().unwrap() - 1;
        for share in shares {
            let apart = chrono::TimeDelta::microseconds(micros / 1_000 * share + micros % 1_000 * share / 1_000);
            let then = dunning::Moment::try_from(now.utc() + apart).unwrap();
            let account = kept_fresh(&account, &policy, now, then);
            let second = timeless(plan(&account, &policy, then));
            prop_assert_eq!(&first.decisions, &second.decisions, "at {}", then);
            prop_assert_eq!(&first.notices, &second.notices, "at {}", then);
            prop_assert_eq!(&first.findings, &second.findings, "at {}", then);
            prop_assert_eq!(&first.actions, &second.actions, "at {}", then);
            prop_assert_eq!(&first.next_review_at, &second.next_review_at, "at {}", then);
        }
    }

    /// A decision has no review day only where no hold has a known end.
    #[test]
    fn a_known_end_is_told(scene in lived()) {
        let plan = plan(&scene.account, &scene.policy, scene.now);
        for decision in &plan.decisions {
            if let Some(review) = decision.review_at {
                prop_assert!(review > scene.now);
                prop_assert!(plan.next_review_at.is_some_and(|next| next <= review));
            } else if decision.outcome == (Outcome::Wait {}) {
                let ends = decision.holds.iter().find(|hold| ends_by_itself(hold));
                prop_assert!(ends.is_none(), "{} has no review day: {ends:?}", decision.item);
            }
        }
    }

    /// A queued action goes at every moment until the review, as long as it may be sent.
    #[test]
    fn what_is_queued_may_wait_for_its_hour(scene in lived(), share in 0..1_000_i64) {
        let Scene { policy, mut account, now } = scene;
        let first = plan(&account, &policy, now);
        let Some(action) = first.actions.first().cloned() else { return Ok(()) };
        let command = dunning::Command::Queue { action: action.clone() };
        let queued = dunning::record(&account, &policy, "queue", &command, now, now, "run").unwrap();
        account.journal.extend(queued);
        let until = first.next_review_at.map_or(action.expires_at, |at| at.min(action.expires_at));
        let minutes = (until.utc() - now.utc()).num_minutes() - 1;
        let then = later(now, (minutes * share / 1_000).max(0));
        let account = kept_fresh(&account, &policy, now, then);
        prop_assert_eq!(dunning::recheck(&account, &policy, &action, then), Recheck::Go {});
    }
}

/// Holds that end on a day or at an instant that they name.
fn ends_by_itself(hold: &Hold) -> bool {
    match hold {
        Hold::Blocked { until, .. } => until.is_some(),
        Hold::Step { why, .. } => *why == StepWhy::NotYetDue,
        Hold::Timing { .. } | Hold::Rescheduled { .. } => true,
        Hold::Promised { why, .. } => *why == dunning::PromisedWhy::Running,
        Hold::OutcomeUnknown { why, .. } => *why == dunning::OutcomeUnknownWhy::InFlight,
        _ => false,
    }
}
