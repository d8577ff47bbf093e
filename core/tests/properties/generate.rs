//! Accounts, from the ordinary to the absurd.

use std::fmt;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use dunning::{Account, Day, Moment, Policy};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use crate::policies::policy;

/// A policy, an account and a moment; prints as JSON that can be tried again by hand.
#[derive(Clone)]
pub(crate) struct Scene {
    pub(crate) policy: Policy,
    pub(crate) account: Account,
    pub(crate) now: Moment,
}

impl fmt::Debug for Scene {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (policy, account) = (self.policy.to_json(), self.account.to_json());
        write!(f, "{{\"now\":\"{}\",\"policy\":{policy},\"account\":{account}}}", self.now)
    }
}

/// The day that all days are counted from: the clock changes in Europe nine days later.
pub(crate) fn day(offset: i64) -> Day {
    let base = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
    let days = Days::new(offset.unsigned_abs());
    Day::try_from(if offset < 0 { base - days } else { base + days }).unwrap()
}

/// Some minutes from the morning of the first day.
pub(crate) fn moment(minutes: i64) -> Moment {
    let base: DateTime<Utc> = "2026-03-20T09:00:00Z".parse().unwrap();
    Moment::try_from(base + TimeDelta::minutes(minutes)).unwrap()
}

pub(crate) fn later(at: Moment, minutes: i64) -> Moment {
    Moment::try_from(at.utc() + TimeDelta::minutes(minutes)).unwrap()
}

/// A policy and an account without a history.
pub(crate) fn scene() -> impl Strategy<Value = Scene> {
    (policy(), account()).prop_map(|(policy, account)| Scene { policy, account, now: moment(0) })
}

pub(crate) fn account() -> impl Strategy<Value = Account> {
    let zone = select(vec!["Europe/Amsterdam", "America/New_York", "Asia/Beirut", "Pacific/Apia"]);
    let items = prop_oneof![1 => Just(Vec::new()), 15 => prop::collection::vec(item(), 1..6)];
    let payments = prop::collection::vec(payment(), 0..3);
    let as_of = prop_oneof![3 => 0..500_i64, 1 => 0..3_000_i64];
    let as_of = (as_of.clone(), as_of);
    let dirt = prop_oneof![9 => Just(None), 1 => dirt().prop_map(Some)];
    (zone, debtor(), contacts(), items, payments, as_of, dirt).prop_map(
        |(zone, debtor, contacts, items, payments, (ledger, bank), dirt)| {
            let mut account = json!({
                "creditor": { "id": "C", "name": "C", "country": "NL", "zone": zone,
                    "serviceHours": [
                        { "weekday": "monday", "fromMinute": 540, "untilMinute": 1020 },
                        { "weekday": "friday", "fromMinute": 0, "untilMinute": 1440 },
                    ] },
                "debtor": debtor,
                "ledgerAsOf": moment(-ledger),
                "paymentsAsOf": moment(-bank),
                "parties": [{ "id": "north", "name": "North" }],
                "contacts": contacts,
                "items": numbered("I", items),
                "payments": numbered("P", payments),
            });
            if let Some((path, value)) = dirt
                && let Some(place) = account.pointer_mut(path)
            {
                *place = value;
            }
            Account::from_json(&account.to_string()).unwrap()
        },
    )
}

fn numbered(prefix: &str, records: Vec<Value>) -> Vec<Value> {
    let mut records = records;
    for (number, record) in records.iter_mut().enumerate() {
        record["id"] = json!(format!("{prefix}{number}"));
    }
    records
}

/// Something that contradicts itself, and where it stands.
fn dirt() -> impl Strategy<Value = (&'static str, Value)> {
    select(vec![
        ("/paymentsAsOf", json!(moment(4_000))),
        ("/creditor/zone", json!("Europe/Amsterdamned")),
        ("/items/1/id", json!("I0")),
        ("/items/0/currency", json!("XQQ")),
        ("/items/0/open", json!("10.005")),
        ("/items/0/open", json!("-10.00")),
        ("/items/0/issued", json!("2027-01-01")),
        ("/items/0/scenario", json!("unheard of")),
        ("/items/0/party", json!("unheard of")),
        ("/items/0/open", json!("9999999999999999999999999999")),
        ("/payments/0/amount", json!("0.01")),
        ("/payments/0/currency", json!("JPY")),
    ])
}

fn debtor() -> impl Strategy<Value = Value> {
    let kind = select(vec!["consumer", "business", "publicBody"]);
    (kind, select(vec![json!(null), json!("gold")]), select(vec![json!(null), json!("standard")]))
        .prop_map(|(kind, group, scenario)| {
            json!({ "id": "D", "name": "D", "kind": kind, "country": "NL", "group": group,
                "scenario": scenario })
        })
}

/// Three contacts, each with any of the addresses.
fn contacts() -> impl Strategy<Value = Value> {
    let all = vec!["portal", "whatsApp", "sms", "email", "letter", "call"];
    let contact = |id: &'static str, purpose: &'static str, party: Value, least: usize| {
        (subsequence(all.clone(), least..=6), any::<bool>()).prop_map(move |(channels, consent)| {
            let addresses: Vec<Value> = channels
                .iter()
                .map(|channel| {
                    json!({ "id": format!("{id}-{channel}"), "channel": channel,
                    "value": format!("{channel} of {id}") })
                })
                .collect();
            json!({ "id": id, "name": id, "purposes": [purpose], "party": party,
                "addresses": addresses, "consents": [{ "channel": "sms", "given": consent,
                    "source": "form", "at": "2026-01-01T00:00:00Z" }] })
        })
    };
    let north = contact("north", "reminder", json!("north"), 0);
    (contact("ap", "reminder", json!(null), 2), contact("main", "main", json!(null), 2), north)
        .prop_map(|(ap, main, north)| json!([ap, main, north]))
}

/// Minor units as an amount of the currency.
pub(crate) fn amount(minor: i64, currency: &str) -> String {
    let digits = match currency {
        "JPY" => 0,
        "KWD" => 3,
        _ => 2,
    };
    rust_decimal::Decimal::new(minor, digits).to_string()
}

fn currency() -> impl Strategy<Value = &'static str> {
    prop_oneof![6 => Just("EUR"), 1 => Just("JPY"), 1 => Just("KWD")]
}

fn item() -> impl Strategy<Value = Value> {
    let kind = prop_oneof![
        9 => Just("invoice"), 1 => Just("scheduledPart"), 1 => Just("charge"),
        1 => Just("creditNote"), 1 => Just("unappliedPayment"),
    ];
    let extra = prop_oneof![
        5 => Just(json!(null)),
        1 => (-10..10_i64).prop_map(|days| json!({ "graceUntil": day(days) })),
        1 => (-10..10_i64).prop_map(|days| json!({ "timeBarredOn": day(days) })),
        1 => Just(json!({ "party": "north" })),
        1 => Just(json!({ "scenario": "other" })),
        1 => Just(json!({ "original": "150.00" })),
        1 => Just(json!({ "settles": "I0" })),
    ];
    let open = prop_oneof![12 => 1..20_000_i64, 1 => Just(0_i64), 1 => 1..100_i64];
    let due = prop_oneof![4 => -30..15_i64, 1 => -1..2_i64];
    // A host may leave out the cents.
    let open = (open, prop_oneof![5 => Just(false), 1 => Just(true)]);
    (kind, due, open, currency(), extra).prop_map(|(kind, due, (open, whole), currency, extra)| {
        let is_credit = matches!(kind, "creditNote" | "unappliedPayment");
        let open = if is_credit { -open / 3 } else { open };
        let open = if whole { open.to_string() } else { amount(open, currency) };
        let mut item = json!({ "kind": kind, "due": day(due), "open": open,
            "currency": currency });
        let allowed = extra.as_object().filter(|extra| {
            (!extra.contains_key("settles") || is_credit)
                && (!extra.contains_key("original") || currency == "EUR")
        });
        for (name, value) in allowed.into_iter().flatten() {
            item[name] = value.clone();
        }
        item
    })
}

fn payment() -> impl Strategy<Value = Value> {
    let allocated = prop::option::of(0..6_usize);
    let reversed = prop_oneof![4 => Just(None), 1 => (-20..8_i64).prop_map(Some)];
    (1..9_000_i64, -40..1_i64, allocated, reversed).prop_map(|(cents, on, item, reversed)| {
        let mut payment = json!({ "valueDate": day(on), "amount": amount(cents, "EUR"),
            "currency": "EUR" });
        if let Some(item) = item {
            let part = json!({ "item": format!("I{item}"), "amount": amount(cents, "EUR") });
            payment["allocations"] = json!([part]);
        }
        if let Some(on) = reversed {
            payment["reversed"] = json!({ "on": day(on), "reason": "AM04" });
        }
        payment
    })
}
