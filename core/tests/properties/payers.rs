//! How payers are told apart, and what comes of it.

use std::collections::BTreeSet;

use dunning::{
    Account, ActionKind, Advice, CreditAdvice, Event, Outcome, Payer, PayerClass, PayerRules,
    PayerSource, Policy, PunctualFirst, Reason, Subject, plan,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::config;
use crate::generate::{Scene, day, moment};
use crate::history::lived;

/// Invoices paid: the days after the due day of each.
fn paid() -> impl Strategy<Value = Vec<i64>> {
    prop::collection::vec(prop_oneof![3 => -5..1_i64, 2 => 1..60_i64], 0..12)
}

/// Rules with bounds that do not cross; none is as good.
fn rules() -> impl Strategy<Value = Value> {
    let some = (0..5_u32, 0..50_u32, 0..20_u32, 0..20_u32, 0..40_u32);
    let some = some.prop_map(|(least, punctual, days, chronic, stop)| {
        json!({ "minInvoices": least, "punctualLatePercent": punctual, "punctualDaysLate": days,
            "chronicLatePercent": 51 + chronic, "chronicDaysLate": days + 1,
            "stopLatePercent": 60 + stop, "stopDaysLate": days + 5 })
    });
    prop_oneof![1 => Just(json!({})), 3 => some]
}

fn policy(rules: &Value) -> Policy {
    let steps = json!([{ "id": "first", "offset": { "type": "days", "days": 3 },
        "work": { "type": "message", "channels": ["email"] } }]);
    let policy = json!({ "payers": rules, "assignment": [{ "scenario": "standard" }],
        "scenarios": [{ "id": "standard", "version": 1, "steps": steps }] });
    Policy::from_json(&policy.to_string()).unwrap()
}

fn blank() -> Value {
    json!({
        "creditor": { "id": "C", "name": "C", "country": "NL", "zone": "Europe/Amsterdam" },
        "debtor": { "id": "D", "name": "D", "kind": "business", "country": "NL" },
        "ledgerAsOf": moment(0), "paymentsAsOf": moment(0),
    })
}

/// An account with these settled items and their payments.
fn settled(days_late: &[i64]) -> Account {
    let mut account = blank();
    account["completeness"] = json!("withSettled");
    let items = days_late.iter().enumerate().map(|(number, _)| {
        json!({ "id": format!("I{number}"), "kind": "invoice", "due": day(-100), "open": "0.00",
            "original": "50.00", "currency": "EUR" })
    });
    let payments = days_late.iter().enumerate().map(|(number, late)| {
        json!({ "id": format!("P{number}"), "valueDate": day(late - 100), "amount": "50.00",
            "currency": "EUR",
            "allocations": [{ "item": format!("I{number}"), "amount": "50.00" }] })
    });
    (account["items"], account["payments"]) = (items.collect(), payments.collect());
    Account::from_json(&account.to_string()).unwrap()
}

/// An account with the same as figures.
fn with_history(days_late: &[i64]) -> Account {
    let late = || days_late.iter().filter(|days| **days > 0);
    let mut account = blank();
    account["history"] = json!({ "asOf": day(0), "paidCount": days_late.len(),
        "paidLateCount": late().count(), "daysLateTotal": late().sum::<i64>(),
        "daysLateLongest": late().max().unwrap_or(&0) });
    Account::from_json(&account.to_string()).unwrap()
}

fn payer(account: &Account, policy: &Policy) -> Payer {
    plan(account, policy, moment(0)).payer.unwrap()
}

/// How bad a payer is: nobody is worse for too few invoices.
fn badness(payer: &Payer) -> u8 {
    match (payer.payer_class, payer.credit) {
        (PayerClass::Unknown | PayerClass::New | PayerClass::Punctual, _) => 0,
        (PayerClass::Occasional, _) => 1,
        (PayerClass::Chronic, CreditAdvice::Stop) => 3,
        (PayerClass::Chronic, _) => 2,
        // A class that comes later has to be told here what it is.
        _ => u8::MAX,
    }
}

/// Items that somebody was written to or called about, or whose level came from elsewhere.
fn touched(scene: &Scene) -> BTreeSet<String> {
    let item = |subject: &Subject| match subject {
        Subject::Item { item } => Some(item.to_string()),
        _ => None,
    };
    let mut touched = BTreeSet::new();
    for entry in &scene.account.journal {
        match &entry.event {
            Event::Queued { queued } => {
                touched.extend(queued.covers.iter().filter_map(|cover| item(&cover.key.subject)));
            }
            Event::Sent { sent } => {
                touched.extend(sent.covers.iter().filter_map(|cover| item(&cover.key.subject)));
            }
            Event::LevelImported { .. } | Event::LevelSet { .. } | Event::ScenarioMoved { .. } => {
                touched.extend(item(&entry.subject));
            }
            _ => {}
        }
    }
    touched
}

proptest! {
    #![proptest_config(config())]

    /// The settled items and the same figures as a history give the same class and advice.
    #[test]
    fn items_and_history_say_the_same(days in paid(), rules in rules()) {
        let policy = policy(&rules);
        let (of_items, of_history) =
            (payer(&settled(&days), &policy), payer(&with_history(&days), &policy));
        prop_assert_eq!(of_items.source, PayerSource::SettledItems);
        prop_assert_eq!(Payer { source: PayerSource::SettledItems, ..of_history }, of_items);
    }

    /// One more invoice that is paid as late as the others on average, or later, makes nobody a
    /// better payer; one more in time nobody a worse one.
    #[test]
    fn paying_late_never_helps(days in paid(), more in 0..30_i64, rules in rules()) {
        let policy = policy(&rules);
        let before = payer(&with_history(&days), &policy);
        let late: Vec<i64> = days.iter().copied().filter(|days| *days > 0).collect();
        let count = i64::try_from(late.len()).unwrap().max(1);
        let average = late.iter().sum::<i64>() / count;
        let with = |one: i64| {
            let all: Vec<i64> = days.iter().copied().chain([one]).collect();
            payer(&with_history(&all), &policy)
        };
        let is_known = before.payer_class != PayerClass::New;
        prop_assert!(badness(&with(average + 1 + more)) >= badness(&before));
        prop_assert!(!is_known || badness(&with(0)) <= badness(&before));
    }

    /// The advice is more than caution only for a chronic non-payer, and told as a suggestion for
    /// no other; what is open plays no part.
    #[test]
    fn the_advice_is_for_the_chronic(scene in lived(), days in paid(), rules in rules()) {
        let mut account = scene.account.clone();
        account.history = with_history(&days).history;
        account.completeness = None;
        let policy = policy(&rules);
        let told = plan(&account, &policy, scene.now);
        let payer = told.payer.unwrap();
        prop_assert_eq!(&payer, &self::payer(&with_history(&days), &policy));
        let limits = told.suggestions.iter().filter_map(|one| match &one.advice {
            Advice::LimitCredit { credit, .. } => Some(*credit),
            _ => None,
        });
        let is_chronic = payer.payer_class == PayerClass::Chronic;
        let expected: Vec<CreditAdvice> = is_chronic.then_some(payer.credit).into_iter().collect();
        prop_assert_eq!(limits.collect::<Vec<_>>(), expected);
        prop_assert_eq!(payer.credit == CreditAdvice::Normal, !is_chronic);
    }

    /// A punctual payer hears of an overdue item from a person first, or a person is told why not;
    /// unless the policy says otherwise.
    #[test]
    fn a_punctual_payer_is_called_first(scene in lived(), as_planned in any::<bool>()) {
        let mut account = scene.account.clone();
        account.completeness = None;
        account.history = with_history(&[0; 20]).history;
        let mut doc = scene.policy.doc().clone();
        let mut rules = doc.payers.take().unwrap_or_else(PayerRules::new);
        rules.punctual_first =
            Some(if as_planned { PunctualFirst::AsPlanned } else { PunctualFirst::Call });
        doc.payers = Some(rules);
        let policy = Policy::new(doc).unwrap();
        let scene = Scene { policy, account, now: scene.now };
        let touched = touched(&scene);
        let told = plan(&scene.account, &scene.policy, scene.now);
        let today = scene.now.utc().date_naive();
        for decision in &told.decisions {
            let Outcome::Act { delivery } = &decision.outcome else { continue };
            let action = told.actions.iter().find(|one| one.delivery == *delivery).unwrap();
            let item = scene.account.items.iter().find(|one| one.id == decision.item).unwrap();
            let why = decision.reasons.iter().find_map(|reason| match reason {
                Reason::PersonalCall { excluded, .. } => Some(excluded),
                _ => None,
            });
            prop_assert!(!as_planned || why.is_none());
            // A day apart, so that the zone does not matter.
            let is_overdue = item.due.date() + chrono::Days::new(1) < today;
            if !as_planned && is_overdue && !touched.contains(item.id.as_str()) {
                let is_call = action.kind == ActionKind::Call;
                prop_assert!(is_call || why.is_some_and(|excluded| !excluded.is_empty()));
                let key = format!("personalCall/{}", item.id);
                let is_told = told.notices.iter().any(|notice| notice.key == key);
                prop_assert!(is_call || is_told);
            }
        }
    }
}
