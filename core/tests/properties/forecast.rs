//! A forecast is what walking there would give.

use chrono::{NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;
use dunning::{
    Account, Action, ActionKind, AssumedCalls, Assumptions, CallAnswer, CallOutcome, CallReport,
    Command, Moment, Plan, Policy, SentReport, Work, compare, explain, forecast, plan, record,
};
use proptest::prelude::*;

use crate::config;
use crate::generate::{Scene, later};
use crate::history::lived;

/// Plans, carries everything out, and goes on at the next review.
fn walk(account: &Account, policy: &Policy, from: Moment, until: Moment) -> Vec<Plan> {
    let mut account = account.clone();
    let mut plans = Vec::new();
    let mut now = from;
    loop {
        (account.ledger_as_of, account.payments_as_of) = (now, now);
        let planned = plan(&account, policy, now);
        for (number, action) in planned.actions.iter().enumerate() {
            let commands =
                [("queue", Command::Queue { action: action.clone() }), ("done", done(action))];
            for (name, command) in commands {
                // The forecast's own ids: reasons tell the entries of earlier calls.
                let id = format!("forecast-{}-{number}-{name}", plans.len());
                let at = action.not_before;
                let entries = record(&account, policy, &id, &command, at, at, "walk").unwrap();
                account.journal.extend(entries);
            }
        }
        // What was carried out may have changed when to look again.
        let after = plan(&account, policy, now);
        let known =
            |action: &Action| planned.actions.iter().any(|one| one.delivery == action.delivery);
        // What it has set free goes the next day.
        let freed = !after.actions.iter().all(known);
        let next_day = freed.then(|| next_day(&account, now));
        let next = after.next_review_at.into_iter().chain(next_day).min();
        plans.push(planned);
        match next {
            Some(next) if next <= until => now = next,
            _ => return plans,
        }
    }
}

/// The first instant of the creditor's next day: some days begin later than at midnight.
fn next_day(account: &Account, now: Moment) -> Moment {
    let zone: Tz = account.creditor.zone.parse().unwrap_or(Tz::UTC);
    let day = now.utc().with_timezone(&zone).date_naive().succ_opt().unwrap();
    let quarters =
        (0..96).map(|quarter| day.and_time(NaiveTime::MIN) + TimeDelta::minutes(15 * quarter));
    let first = quarters.filter_map(|at| zone.from_local_datetime(&at).earliest()).next().unwrap();
    Moment::try_from(first.with_timezone(&Utc)).unwrap()
}

/// A message is sent; a call is not answered, as a forecast takes for granted.
fn done(action: &Action) -> Command {
    match action.kind {
        ActionKind::Call => {
            let report = CallReport::new(action.clone(), CallOutcome::NoAnswer {});
            Command::Called { report }
        }
        _ => Command::Sent { report: SentReport::new(action.clone()) },
    }
}

/// Whether a call that reaches the debtor is as good as one that is reported as made.
fn reached_is_reached(policy: &Policy) -> bool {
    let steps = policy.doc().scenarios.iter().flat_map(|scenario| &scenario.steps);
    let mut rules = steps.filter_map(|step| match &step.work {
        Work::Call { rules, .. } => rules.as_ref(),
        _ => None,
    });
    rules
        .all(|rules| rules.reached_on.is_empty() || rules.reached_on.contains(&CallAnswer::Reached))
}

proptest! {
    #![proptest_config(config())]

    /// A forecast equals walking from review to review with `plan` and `record`.
    #[test]
    fn a_forecast_is_a_walk(scene in lived(), days in 1..60_i64) {
        let Scene { policy, account, now } = scene;
        let until = later(now, days * 1_440);
        let assumptions = Assumptions::new();
        let told = forecast(&account, &policy, now, until, &assumptions);
        let mut walked = walk(&account, &policy, now, until);
        for plan in &mut walked {
            plan.assumed = Some(assumptions.clone());
        }
        prop_assert_eq!(told, walked);
    }

    /// Between the plans of a forecast nothing new would be planned on any day.
    #[test]
    fn a_forecast_misses_no_day(scene in lived(), days in 1..12_i64) {
        let Scene { policy, mut account, now } = scene;
        prop_assume!(reached_is_reached(&policy));
        let mut assumed = Assumptions::new();
        assumed.calls = Some(AssumedCalls::Reached);
        let told = forecast(&account, &policy, now, later(now, days * 1_440), &assumed);
        let foretold: Vec<_> = told.iter().flat_map(|plan| &plan.actions).map(|action| &action.covers).collect();
        let mut walked = Vec::new();
        for hours in 0..=days * 24 {
            let then = later(now, hours * 60);
            (account.ledger_as_of, account.payments_as_of) = (then, then);
            let prefix = format!("hour{hours}");
            walked.extend(crate::history::carry_out(&mut account, &policy, then, &prefix));
        }
        // The hourly walk sees the end of a day up to an hour late.
        let walked: Vec<_> = walked.iter().map(|action| &action.covers).collect();
        prop_assert!(foretold.len() >= walked.len());
        prop_assert!(foretold.len() <= walked.len() + 1);
        prop_assert_eq!(&foretold[..walked.len()], &walked[..]);
    }

    /// A policy compared with itself differs nowhere, and both ends are those of the forecast.
    #[test]
    fn a_policy_does_what_it_does(scene in lived(), days in 1..60_i64) {
        let Scene { policy, account, now } = scene;
        let until = later(now, days * 1_440);
        let assumed = Assumptions::new();
        let compared = compare(&account, &policy, &policy, now, until, &assumed);
        prop_assert_eq!(compared.first_difference, None);
        prop_assert_eq!(&compared.end_a, &compared.end_b);
        prop_assert!(compared.items.iter().all(|item| item.end_a == item.end_b));
        prop_assert!(compared.items.iter().flat_map(|item| &item.steps).all(|step| step.same));
        let plans = forecast(&account, &policy, now, until, &assumed);
        let actions: usize = plans.iter().map(|plan| plan.actions.len()).sum();
        prop_assert_eq!(usize::try_from(compared.end_a.contacts).unwrap(), actions);
    }

    /// Every item of every account has a story in every language, and every sentence is whole.
    #[test]
    fn every_story_can_be_told(scene in lived(), language in prop::sample::select(vec!["nl", "en", "de", "fr"])) {
        let Scene { policy, account, now } = scene;
        for item in &account.items {
            let story = explain(&account, &policy, &item.id, now, language).unwrap();
            prop_assert!(!story.text.contains(['{', '}']), "{}", story.text);
            prop_assert!(story.paragraphs.iter().all(|part| !part.sentences.is_empty()));
        }
    }
}
