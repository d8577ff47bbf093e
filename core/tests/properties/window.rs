//! Nothing goes out outside the hours: what is planned is compared with looking at every minute.

use dunning::{
    Account, Channel, Command, ContactRule, Hold, Moment, NextContact, Policy, Recheck,
    next_allowed, plan, recheck, record,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::config;
use crate::hours::{MINUTES, is_allowed, moment, moment_of, rule, zones};

/// A policy with one of the rules, if it can hold, and an account with the others as requests.
fn world(rules: &[ContactRule], zones: &[&str], spread: u32, at: Moment) -> (Account, Policy) {
    let named = rules.iter().enumerate().map(|(number, rule)| {
        let mut rule = rule.clone();
        rule.id = format!("r{number}").into();
        rule
    });
    let mut requests: Vec<ContactRule> = named.collect();
    let policy = |own: &[ContactRule]| {
        let window = match spread {
            0 => json!({ "own": own }),
            minutes => json!({ "own": own, "spreadMinutes": minutes }),
        };
        let offset = json!({ "type": "days", "days": 3 });
        let work = json!({ "type": "message", "channels": ["email"] });
        let step = json!({ "id": "first", "offset": offset, "work": work });
        let scenario = json!({ "id": "s", "version": 1, "steps": [step] });
        let assignment = json!([{ "scenario": "s" }]);
        let doc = json!({ "scenarios": [scenario], "assignment": assignment, "window": window });
        Policy::from_json(&doc.to_string())
    };
    let policy = match policy(&requests[..1]) {
        Ok(policy) => {
            requests.remove(0);
            policy
        }
        Err(_) => policy(&[]).unwrap(),
    };
    (account(&requests, zones, at), policy)
}

fn account(requests: &[ContactRule], zones: &[&str], at: Moment) -> Account {
    let zones: Vec<Value> = zones.iter().map(|zone| json!(zone)).collect();
    let address = json!({ "id": "a", "channel": "email", "value": "a@example.com" });
    let account = json!({
        "creditor": { "id": "c", "name": "C", "country": "NL", "zone": "Europe/Amsterdam" },
        "debtor": { "id": "d", "name": "D", "kind": "business", "country": "NL", "zones": zones,
            "requests": requests },
        "contacts": [{ "id": "p", "name": "P", "purposes": ["main"], "addresses": [address] }],
        "items": [{ "id": "1", "kind": "invoice", "due": "2023-12-01", "open": "10.00",
            "currency": "EUR" }],
        "ledgerAsOf": at, "paymentsAsOf": at
    });
    Account::from_json(&account.to_string()).unwrap()
}

/// The first instant that is allowed, found by looking at every minute of six days.
fn first(rules: &[ContactRule], zones: &[&str], at: Moment) -> Option<Moment> {
    let start = at.utc().timestamp();
    // Hours begin on whole minutes, in every zone of these years.
    let whole = (start + 59).div_euclid(60) * 60;
    let minutes = (0..MINUTES).map(|minute| whole + minute * 60);
    std::iter::once(start).chain(minutes).map(moment_of).find(|at| is_allowed(rules, zones, *at))
}

proptest! {
    #![proptest_config(config())]

    /// An action waits for the first instant that all rules allow; spread, it stays within them.
    #[test]
    fn no_action_is_outside_the_hours(
        rules in prop::collection::vec(rule(), 1..4),
        zones in zones(),
        at in moment(),
        spread in prop_oneof![Just(0_u32), 1_u32..=60],
    ) {
        let (account, policy) = world(&rules, &zones, spread, at);
        let planned = plan(&account, &policy, at);
        let expected = first(&rules, &zones, at);
        let next = next_allowed(&account, &policy, "p", Channel::Email, at).unwrap();
        match (planned.actions.first(), expected) {
            (Some(action), expected) => {
                prop_assert!(is_allowed(&rules, &zones, action.not_before), "{}", action.not_before);
                let NextContact::At { at: next, .. } = next else { panic!("{next:?}") };
                prop_assert!(expected.is_none_or(|expected| expected == next), "{}", next);
                let later = action.not_before.utc().timestamp() - next.utc().timestamp();
                prop_assert!((0..=i64::from(spread) * 60).contains(&later), "{}", later);
            }
            (None, expected) => {
                prop_assert_eq!(expected, None);
                let holds = &planned.decisions[0].holds;
                prop_assert!(matches!(holds[..], [Hold::Unreachable { .. }]), "{:?}", holds);
                let is_never = matches!(next, NextContact::Never { .. });
                prop_assert!(is_never);
            }
        }
    }

    /// Asked again at any time, an action goes only within the hours; otherwise it moves to the
    /// first instant that is allowed, or is withdrawn.
    #[test]
    fn what_goes_goes_within_the_hours(
        rules in prop::collection::vec(rule(), 1..4),
        zones in zones(),
        at in moment(),
        minutes in 0_i64..1_500,
    ) {
        let (mut account, policy) = world(&rules, &zones, 0, at);
        let Some(action) = plan(&account, &policy, at).actions.into_iter().next() else {
            return Ok(());
        };
        let queue = Command::Queue { action: action.clone() };
        account.journal = record(&account, &policy, "q", &queue, at, at, "run").unwrap();
        let now = Moment::try_from(action.not_before.utc() + chrono::TimeDelta::minutes(minutes));
        let now = now.unwrap();
        (account.ledger_as_of, account.payments_as_of) = (now, now);
        match recheck(&account, &policy, &action, now) {
            Recheck::Go {} => prop_assert!(is_allowed(&rules, &zones, now), "{}", now),
            Recheck::Changed { action: moved } => {
                prop_assert!(!is_allowed(&rules, &zones, now), "{}", now);
                prop_assert_eq!(Some(moved.not_before), first(&rules, &zones, now));
                prop_assert!(moved.not_before <= moved.expires_at);
                prop_assert_eq!(moved.expires_at, action.expires_at);
            }
            Recheck::Withdrawn { holds } => {
                let expired = now > action.expires_at;
                let later = first(&rules, &zones, now);
                let is_too_late = later.is_none_or(|later| later > action.expires_at);
                prop_assert!(expired || is_too_late, "{:?}", holds);
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }
}
