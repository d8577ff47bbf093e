//! No more contacts than the caps allow, over random years.

use std::collections::BTreeMap;

use dunning::{
    Account, ActionKind, CallOutcome, CallReport, Channel, Command, Moment, Policy, Recheck,
    SentReport, by_channel, plan, recheck, record,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::config;
use crate::hours::moment_of;

/// How many contacts there may be within how many days, by which channel, and if by item.
type Cap = (u32, u32, Option<Channel>, bool);

/// A contact: by which channel, when, and about which items.
type Contact = (Channel, Moment, Vec<String>);

fn policy(caps: &[Cap], grouping: &str) -> Policy {
    let caps: Vec<Value> = caps
        .iter()
        .map(|(at_most, days, channel, by_item)| {
            let per = if *by_item { "item" } else { "debtor" };
            json!({ "atMost": at_most, "days": days, "channel": channel, "per": per })
        })
        .collect();
    let step = |id: &str, days: i32, work: Value| json!({ "id": id, "offset": { "type": "days", "days": days }, "work": work });
    let mail = |channels: &[&str]| json!({ "type": "message", "channels": channels });
    let steps = json!([
        step("a", 1, mail(&["email"])),
        step("b", 4, mail(&["letter", "email"])),
        step("c", 9, json!({ "type": "call" })),
        step("d", 12, mail(&["email"])),
    ]);
    let choose = if caps.len() > 1 { "all" } else { "firstUsable" };
    let scenario = json!({ "id": "s", "version": 1, "steps": steps, "choose": { "type": choose } });
    let assignment = json!([{ "scenario": "s" }]);
    let doc = json!({ "scenarios": [scenario], "assignment": assignment, "grouping": grouping,
        "minGapDays": 1, "contactCaps": caps });
    Policy::from_json(&doc.to_string()).unwrap()
}

fn account(dues: &[i64], zone: &str, start: i64) -> Account {
    let day = |later: i64| moment_of(start + later * 86_400).utc().date_naive().to_string();
    let items: Vec<Value> = dues
        .iter()
        .enumerate()
        .map(|(number, later)| {
            json!({ "id": format!("i{number}"), "kind": "invoice", "due": day(*later),
                "open": "10.00", "currency": "EUR" })
        })
        .collect();
    let address =
        |channel: &str| json!({ "id": channel, "channel": channel, "value": "somewhere" });
    let addresses = json!([address("email"), address("letter"), address("call")]);
    let account = json!({
        "creditor": { "id": "c", "name": "C", "country": "NL", "zone": "Europe/Amsterdam" },
        "debtor": { "id": "d", "name": "D", "kind": "business", "country": "NL", "zones": [zone] },
        "contacts": [{ "id": "p", "name": "P", "purposes": ["main"], "addresses": addresses }],
        "items": items, "ledgerAsOf": moment_of(start), "paymentsAsOf": moment_of(start)
    });
    Account::from_json(&account.to_string()).unwrap()
}

/// The day on the debtor's clock.
fn day(zone: &str, at: Moment) -> i64 {
    let zone: chrono_tz::Tz = zone.parse().unwrap();
    let local = at.utc().with_timezone(&zone).date_naive();
    local.signed_duration_since(chrono::NaiveDate::MIN).num_days()
}

/// Runs every so many hours for some days, carries out what goes, and tells each contact.
fn live(
    account: &mut Account,
    policy: &Policy,
    start: i64,
    (days, hours): (i64, i64),
) -> Vec<Contact> {
    let mut contacts = Vec::new();
    for run in 0..(days * 24 / hours) {
        let now = moment_of(start + run * hours * 3_600);
        (account.ledger_as_of, account.payments_as_of) = (now, now);
        for (number, action) in plan(account, policy, now).actions.into_iter().enumerate() {
            let at = action.not_before;
            let id = format!("{run}-{number}-queue");
            let queue = Command::Queue { action: action.clone() };
            let entries = record(account, policy, &id, &queue, now, now, "run").unwrap();
            account.journal.extend(entries);
            (account.ledger_as_of, account.payments_as_of) = (at, at);
            let asked = recheck(account, policy, &action, at);
            assert_eq!(asked, Recheck::Go {});
            let done = match action.kind {
                ActionKind::Call => {
                    let outcome = CallOutcome::NoAnswer {};
                    Command::Called { report: CallReport::new(action.clone(), outcome) }
                }
                _ => Command::Sent { report: SentReport::new(action.clone()) },
            };
            let id = format!("{run}-{number}-done");
            let entries = record(account, policy, &id, &done, at, at, "run").unwrap();
            account.journal.extend(entries);
            let items: Vec<String> =
                action.lines.iter().map(|line| line.item.to_string()).collect();
            for part in by_channel(&action) {
                contacts.push((part.channel, at, Vec::clone(&items)));
            }
        }
    }
    contacts
}

/// No more contacts in a row of days than a cap allows, of all or of each item.
fn assert_within(cap: Cap, contacts: &[Contact], zone: &str) {
    let (at_most, span, channel, by_item) = cap;
    let own = contacts.iter().filter(|(by, ..)| channel.is_none_or(|one| one == *by));
    let mut days: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for (_, at, items) in own {
        let counted = items.iter().map(String::as_str).filter(|_| by_item);
        let together = Some("all").filter(|_| !by_item);
        for of in counted.chain(together) {
            days.entry(of).or_default().push(day(zone, *at));
        }
    }
    for (of, days) in days {
        for last in &days {
            let within = days.iter().filter(|one| (last - i64::from(span) < **one) && *one <= last);
            let count = u32::try_from(within.count()).unwrap();
            assert!(count <= at_most, "{count} in {span} days ({of}): {contacts:?}");
        }
    }
}

fn caps() -> impl Strategy<Value = Vec<Cap>> {
    let channels = select(vec![Channel::Email, Channel::Letter, Channel::Call]);
    prop::collection::vec((1_u32..4, 1_u32..9, prop::option::of(channels), any::<bool>()), 1..3)
}

fn zones() -> impl Strategy<Value = &'static str> {
    select(vec!["Europe/Amsterdam", "Pacific/Auckland", "America/Los_Angeles"])
}

proptest! {
    #![proptest_config(config())]

    /// Within no row of days there are more contacts than a cap allows.
    #[test]
    fn contacts_are_never_above_the_caps(
        caps in caps(),
        dues in prop::collection::vec(0_i64..20, 1..6),
        zone in zones(),
        grouping in select(vec!["item", "account"]),
        start in 1_704_067_200_i64..1_893_456_000,
        hours in select(vec![7_i64, 12, 24]),
    ) {
        let mut account = account(&dues, zone, start);
        let contacts = live(&mut account, &policy(&caps, grouping), start, (40, hours));
        prop_assert!(!contacts.is_empty());
        caps.into_iter().for_each(|cap| assert_within(cap, &contacts, zone));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, ..config() })]

    /// Nor over years, with ever new items and longer caps.
    #[test]
    fn contacts_are_never_above_the_caps_over_years(
        caps in caps(),
        (at_most, days, by_item) in (1_u32..4, 20_u32..90, any::<bool>()),
        dues in prop::collection::vec(0_i64..700, 12..30),
        zone in zones(),
        start in 1_704_067_200_i64..1_820_000_000,
    ) {
        let mut account = account(&dues, zone, start);
        let caps: Vec<Cap> = caps.into_iter().chain([(at_most, days, None, by_item)]).collect();
        let contacts = live(&mut account, &policy(&caps, "account"), start, (730, 24));
        prop_assert!(contacts.len() > 4, "{contacts:?}");
        caps.into_iter().for_each(|cap| assert_within(cap, &contacts, zone));
    }
}
