//! Policies: every kind of step, offset, anchor and channel.

use dunning::Policy;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

pub(crate) fn policy() -> impl Strategy<Value = Policy> {
    let steps = prop::collection::vec(step(), 1..7);
    (steps, any::<bool>(), numbers(), words()).prop_map(|(steps, two_versions, numbers, words)| {
        let steps = in_order(steps);
        let mut scenarios = vec![
            json!({ "id": "standard", "version": 1, "steps": steps }),
            json!({ "id": "other", "version": 1, "steps": [{ "id": "only",
                "offset": { "type": "days", "days": 2 },
                "work": { "type": "message", "channels": ["email", "letter"] } }] }),
        ];
        if two_versions {
            scenarios.push(json!({ "id": "standard", "version": 2, "steps": steps }));
        }
        let (fees, interest) = charge_rules(&scenarios);
        let mut policy = json!({
            "fees": fees,
            "interest": interest,
            "scenarios": scenarios,
            "assignment": [{ "scenario": "other", "groups": ["gold"] }, { "scenario": "standard" }],
            "calendars": [{ "id": "bank", "source": "made up",
                "holidays": ["2026-04-03", "2026-04-06"], "knownUntil": "2026-05-31" }],
        });
        policy["arrangements"] = json!({ "graceDays": 2, "reminders": [
            { "id": "s0", "offsetDays": -2, "channels": ["email", "letter"] },
            { "id": "missed", "offsetDays": 1, "channels": ["letter", "email"] },
            { "id": "last", "offsetDays": 4, "channels": ["letter"] }] });
        if two_versions {
            policy["questions"] = json!({ "effect": "goesOn" });
            policy["arrangements"]["lapse"] = json!({ "type": "automatic", "afterDays": 3 });
            reaching(&mut policy);
        }
        for (name, value) in numbers.into_iter().chain(words) {
            if !value.is_null() {
                policy[name] = value;
            }
        }
        Policy::from_json(&policy.to_string()).unwrap()
    })
}

/// Channels chosen by reach, and prices that rise above the limit of a step.
fn reaching(policy: &mut Value) {
    policy["scenarios"][0]["choose"] = json!({ "type": "adaptive", "after": 2 });
    policy["scenarios"][1]["choose"] = json!({ "type": "all" });
    policy["scenarios"][1]["steps"][0]["costLimit"] = json!("1.15");
    policy["statistics"] = json!({ "version": "1", "asOf": "2026-02-28", "all": [
        { "channel": "letter", "contacts": 90, "reactions": 40 },
        { "channel": "sms", "contacts": 50, "reactions": 20 }] });
    policy["messageCosts"] = json!({ "currency": "EUR", "limit": "1.20", "prices": [
        { "channel": "letter", "amount": "1.14", "until": "2026-03-31" },
        { "channel": "letter", "amount": "1.21", "begins": "2026-04-01", "countries": ["NL"] },
        { "channel": "email", "amount": "0" }] });
}

type Fields = Vec<(&'static str, Value)>;

fn numbers() -> impl Strategy<Value = Fields> {
    let gap = select(vec![None, Some(0), Some(1), Some(3), Some(7)]);
    let fresh = select(vec![None, Some(0), Some(2)]);
    let hours =
        select(vec![(None, None), (Some(1), Some(2)), (Some(24), None), (Some(72), Some(96))]);
    let stale = select(vec![None, Some(1), Some(10)]);
    (gap, fresh, hours, stale).prop_map(|(gap, fresh, (send, queue), stale)| {
        vec![
            ("minGapDays", json!(gap)),
            ("ledgerFreshDays", json!(fresh)),
            ("sendWithinHours", json!(send)),
            ("queueTimeoutHours", json!(queue)),
            ("staleHoldDays", json!(stale)),
        ]
    })
}

fn words() -> impl Strategy<Value = Fields> {
    let netting = select(vec![None, Some("whenDue"), Some("always"), Some("never")]);
    let grouping = select(vec![None, Some("account"), Some("item")]);
    let tolerance = select(vec![None, Some("0.00"), Some("25.00")]);
    let rest = select(vec![None, Some("holdsToo"), Some("dunned")]);
    let promises = (select(vec![None, Some(0), Some(3)]), select(vec![None, Some(3)]), rest);
    let replies = select(vec![
        json!(null),
        json!({ "paidAlreadyDays": 0, "disputePauses": true, "answerWithinHours": 1 }),
        json!({ "paidAlreadyDays": 10, "incentivePercent": 5, "noReceipts": true }),
        json!({ "calendar": "bank" }),
    ]);
    let all = (netting, grouping, tolerance, promises, replies);
    all.prop_map(|(netting, grouping, tolerance, promises, replies)| {
        let tolerances = tolerance.map(|amount| json!([{ "currency": "EUR", "amount": amount }]));
        let mut rules = json!({ "maxDaysAhead": 30 });
        let (grace, open, rest) = promises;
        for (name, value) in
            [("graceDays", json!(grace)), ("maxOpen", json!(open)), ("rest", json!(rest))]
        {
            if !value.is_null() {
                rules[name] = value;
            }
        }
        vec![
            ("netting", json!(netting)),
            ("grouping", json!(grouping)),
            ("tolerances", json!(tolerances)),
            ("promises", rules),
            ("replies", replies),
        ]
    })
}

/// Days after the step before it, whether counted from it, and the rest of the step.
type StepSeed = (i64, bool, Value, (Option<&'static str>, Option<&'static str>));

fn step() -> impl Strategy<Value = StepSeed> {
    let channels =
        subsequence(vec!["portal", "whatsApp", "sms", "email", "letter"], 1..4).prop_shuffle();
    let work = prop_oneof![
        4 => channels.prop_map(|channels| json!({ "type": "message", "channels": channels })),
        2 => call_rules().prop_map(|rules| json!({ "type": "call", "rules": rules })),
    ];
    let fallback = select(vec![None, Some(0), Some(24)]);
    (0..12_i64, any::<bool>(), work, fallback, 0..4_u8, charged()).prop_map(
        |(days, from_previous, work, fallback, calendar, charged)| {
            let mut step = json!({ "work": work, "offset": { "type": "days" } });
            if let Some(hours) = fallback {
                step["fallbackHours"] = json!(hours);
            }
            if calendar == 0 {
                step["offset"] = json!({ "type": "businessDays", "calendar": "bank" });
            }
            (days, from_previous, step, charged)
        },
    )
}

/// The fee and the interest that a step names.
fn charged() -> impl Strategy<Value = (Option<&'static str>, Option<&'static str>)> {
    let fees = vec![None, None, Some("fixed"), Some("percent"), Some("message"), Some("ahead")];
    (select(fees), select(vec![None, None, Some("late"), Some("flat")]))
}

/// The rules that steps name: one that nobody names is refused.
fn charge_rules(scenarios: &[Value]) -> (Vec<Value>, Vec<Value>) {
    let fees = json!([
        { "id": "fixed", "amounts": [{ "currency": "EUR", "fixed": "40.00" },
            { "currency": "JPY", "fixed": "500" }], "vatPercent": "21" },
        { "id": "percent", "amounts": [{ "currency": "EUR", "percent": "15", "minimum": "4.00",
            "maximum": "25.00" }], "of": "original", "withEarlierFees": true,
            "rounding": { "mode": "halfEven", "unit": 5 } },
        { "id": "message", "per": "message", "bands": "accumulated", "claim": "withNextStep",
            "amounts": [{ "currency": "EUR", "tiers": [{ "threshold": "10.00", "fixed": "5.00" },
                { "threshold": "100.00", "percent": "3.75", "maximum": "9.99" }] }] },
        { "id": "ahead", "claim": "afterDeadline", "kinds": ["invoice", "charge"],
            "amounts": [{ "currency": "EUR", "percent": "15", "minimum": "40.00" }],
            "vatPercent": "8.1" },
    ]);
    let interest = json!([
        { "id": "late", "dayCount": "actualActual", "onFees": true,
            "minimums": [{ "currency": "EUR", "amount": "0.50" }], "minimumPer": "message",
            "rates": [{ "begins": "2026-03-05", "percent": "8" },
                { "begins": "2026-03-22", "percent": "12.5" }] },
        { "id": "flat", "dayCount": "flat", "rounding": { "mode": "up" },
            "rates": [{ "begins": "2020-01-01", "percent": "5" }] },
    ]);
    let named = |rules: Value, field: &str| -> Vec<Value> {
        let steps: Vec<&Value> =
            scenarios.iter().flat_map(|one| one["steps"].as_array().unwrap()).collect();
        let rules = rules.as_array().unwrap().clone();
        rules.into_iter().filter(|rule| steps.iter().any(|s| s[field] == rule["id"])).collect()
    };
    (named(fees, "fee"), named(interest, "interest"))
}

fn call_rules() -> impl Strategy<Value = Value> {
    select(vec![
        json!(null),
        json!({ "maxAttempts": 1 }),
        json!({ "reachedOn": ["reached"], "retryAfterHours": 1, "maxPerDay": 1 }),
        json!({ "retryAfterHours": 0, "maxAttempts": 9, "maxPerDay": 3 }),
        json!({ "wait": { "type": "untilOutcome", "atMostDays": 5 } }),
    ])
}

fn in_order(seeds: Vec<StepSeed>) -> Vec<Value> {
    let mut latest = None;
    let mut steps = Vec::new();
    for (number, (days, from_previous, mut step, (fee, interest))) in seeds.into_iter().enumerate()
    {
        step["id"] = json!(format!("s{number}"));
        if from_previous && latest.is_some() {
            step["anchor"] = json!("previousStep");
            step["offset"]["days"] = json!(days + 1);
        } else {
            let days = latest.map_or(days - 5, |latest: i64| latest + 1 + days);
            step["offset"]["days"] = json!(days);
            latest = Some(days);
        }
        // Before the due day nothing is overdue.
        if step["anchor"] == "previousStep" || step["offset"]["days"].as_i64() >= Some(0) {
            step["fee"] = json!(fee);
            step["interest"] = json!(interest);
        }
        steps.push(step);
    }
    steps
}
