//! The presets of markets, from the invoice to the last step.
#![cfg(test)]

use dunning::{
    Account, Action, AfterLast, Amount, Assumptions, ChargeState, Day, Moment, Plan, Policy,
    forecast, preset,
};
use serde_json::json;

fn moment(day: &str) -> Moment {
    format!("{day}T09:00:00Z").parse().unwrap()
}

/// One invoice of a debtor who can be reached on every channel.
fn account(country: &str, kind: &str, currency: &str, due: &str, open: &str) -> Account {
    let address = |channel: &str| json!({ "id": channel, "channel": channel, "value": "x" });
    let account = json!({
        "creditor": { "id": "C", "name": "C", "country": country, "zone": "Etc/UTC" },
        "debtor": { "id": "D", "name": "D", "kind": kind, "country": country },
        "contacts": [{ "id": "c", "name": "c", "purposes": ["main"],
            "addresses": [address("email"), address("letter"), address("call")] }],
        "items": [{ "id": "A", "kind": "invoice", "due": due, "open": open, "currency": currency }],
        "ledgerAsOf": moment(due), "paymentsAsOf": moment(due),
    });
    Account::from_json(&account.to_string()).unwrap()
}

/// The steps that go out until the end of the next year, each with its day.
fn steps(name: &str, account: &Account, from: &str) -> (Vec<(String, String)>, Plan) {
    let policy = Policy::new(preset(name).unwrap().policy).unwrap();
    let until = moment("2027-06-30");
    let plans = forecast(account, &policy, moment(from), until, &Assumptions::new());
    let actions = plans.iter().flat_map(|plan| plan.actions.iter().map(move |one| (plan, one)));
    let days = actions
        .map(|(plan, action)| {
            let day = Day::try_from(plan.now.utc().date_naive()).unwrap();
            (action.step.to_string(), day.to_string())
        })
        .collect();
    (days, plans.last().unwrap().clone())
}

#[test]
fn business_debtors_are_reminded_up_to_the_handover() {
    for (name, country, currency, first, last) in [
        ("nl_business", "NL", "EUR", "reminder", "last-demand"),
        ("de_business", "DE", "EUR", "payment-reminder", "last-demand"),
        ("uk_business", "GB", "GBP", "courtesy", "final-notice"),
    ] {
        let account = account(country, "business", currency, "2026-03-10", "500.00");
        let (days, _) = steps(name, &account, "2026-03-01");
        assert_eq!(days.first().unwrap().0, first, "{name}");
        assert_eq!(days.last().unwrap().0, last, "{name}");
        let calls = days.iter().filter(|(step, _)| step == "call").count();
        assert_eq!(calls, 1, "{name}: {days:?}");
        let mut seen = days.clone();
        seen.dedup_by(|one, other| one.1 == other.1);
        assert_eq!(seen.len(), days.len(), "{name}: two steps on one day: {days:?}");
        let after = preset(name).unwrap().policy.scenarios[0].after_last.clone();
        assert_eq!(after, Some(AfterLast::Handover {}), "{name}");
    }
}

#[test]
fn business_days_and_holidays_count() {
    // Friday 3 April is Good Friday, Monday the 6th is Easter Monday.
    let account = account("NL", "business", "EUR", "2026-04-01", "500.00");
    let (days, _) = steps("nl_business", &account, "2026-04-01");
    assert_eq!(days[0], ("reminder".to_owned(), "2026-04-08".to_owned()));
}

#[test]
fn small_amounts_and_other_debtors_are_left_alone() {
    let small = account("NL", "business", "EUR", "2026-03-10", "9.99");
    assert!(steps("nl_business", &small, "2026-03-01").0.is_empty());
    let consumer = account("NL", "consumer", "EUR", "2026-03-10", "500.00");
    assert!(steps("nl_business", &consumer, "2026-03-01").0.is_empty());
}

/// The step that the law demands goes out with what it has to say, and nothing is charged before
/// its term has run out.
#[test]
fn the_legal_step_of_consumers_goes_out_whole() {
    for (name, country, legal, announced, asked) in [
        ("nl_consumer", "NL", "fourteen-day-letter", "75.00", "last-demand"),
        ("be_consumer", "BE", "first-reminder", "65.00", "second-reminder"),
    ] {
        let account = account(country, "consumer", "EUR", "2026-03-10", "500.00");
        let mut doc = preset(name).unwrap().policy;
        doc.claims.get_or_insert_with(dunning::ClaimRules::new).clause_agreed = true;
        let policy = Policy::new(doc).unwrap();
        let (from, until) = (moment("2026-03-01"), moment("2027-06-30"));
        let plans = forecast(&account, &policy, from, until, &Assumptions::new());
        let actions: Vec<&Action> = plans.iter().flat_map(|plan| &plan.actions).collect();
        let at = actions.iter().position(|action| action.step == legal).unwrap();
        let letter = actions[at];
        assert!(letter.legal_kind.is_some() && letter.deadline.is_some(), "{name}: {letter:?}");
        assert_eq!(letter.charges[0].amount, announced.parse().unwrap(), "{name}");
        assert_eq!(letter.charges[0].state, ChargeState::Announced, "{name}");
        for action in &actions[..=at] {
            let total = action.total_with_charges.unwrap_or(action.total);
            assert_eq!(total, "500.00".parse().unwrap(), "{name}: {action:?}");
        }
        let after = actions[at..].iter().find(|action| action.step == asked).unwrap();
        assert_eq!(after.charges[0].state, ChargeState::Claimable, "{name}: {after:?}");
        let total: Amount =
            if name == "nl_consumer" { "575.00" } else { "565.00" }.parse().unwrap();
        assert_eq!(after.total_with_charges, Some(total), "{name}");
    }
    let doc = preset("nl_consumer").unwrap().policy;
    let required = doc.scenarios[0].steps.iter().filter(|step| step.required);
    assert_eq!(required.count(), 1);
}
