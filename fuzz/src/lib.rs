//! What the fuzz targets share: a policy, an account, and commands made from arbitrary bytes.

mod commands;

use std::sync::OnceLock;

use chrono::{DateTime, TimeDelta, Utc};
use dunning::{Account, Day, Moment, Policy};

pub use commands::{Desk, Op};

/// Every kind of step, offset, anchor and channel.
const POLICY: &str = r#"{
    "scenarios": [
        { "id": "standard", "version": 1, "steps": [
            { "id": "ahead", "offset": { "type": "days", "days": -3 },
              "work": { "type": "message", "channels": ["portal", "email"] } },
            { "id": "first", "offset": { "type": "businessDays", "days": 3, "calendar": "bank" },
              "work": { "type": "message", "channels": ["whatsApp", "sms", "email", "letter"] } },
            { "id": "call", "offset": { "type": "days", "days": 12 }, "work": { "type": "call" } },
            { "id": "last", "offset": { "type": "days", "days": 7 }, "anchor": "previousStep",
              "work": { "type": "message", "channels": ["letter"] } }
        ]},
        { "id": "standard", "version": 2, "steps": [
            { "id": "first", "offset": { "type": "days", "days": 2 }, "fallbackHours": 24,
              "work": { "type": "message", "channels": ["email", "letter"] } },
            { "id": "last", "offset": { "type": "days", "days": 20 },
              "work": { "type": "message", "channels": ["letter"] } }
        ]},
        { "id": "state", "version": 1, "steps": [
            { "id": "only", "offset": { "type": "days", "days": 30 },
              "work": { "type": "message", "channels": ["letter"] } }
        ]}
    ],
    "assignment": [
        { "scenario": "state", "kinds": ["publicBody"] },
        { "scenario": "standard" }
    ],
    "calendars": [
        { "id": "bank", "source": "made up", "holidays": ["2026-04-03"], "knownUntil": "2026-12-31" }
    ],
    "tolerances": [{ "currency": "EUR", "amount": "2.50" }],
    "promises": { "maxOpen": 3, "rest": "dunned" }
}"#;

/// One creditor, one debtor, two currencies, a credit, a branch, three contacts.
const ACCOUNT: &str = r#"{
    "creditor": { "id": "C", "name": "C", "country": "NL", "zone": "Europe/Amsterdam" },
    "debtor": { "id": "D", "name": "D", "kind": "business", "country": "NL", "language": "nl" },
    "ledgerAsOf": "2026-01-05T08:00:00Z",
    "paymentsAsOf": "2026-01-05T08:00:00Z",
    "parties": [{ "id": "north", "name": "North" }],
    "contacts": [
        { "id": "ap", "name": "AP", "purposes": ["reminder"], "addresses": [
            { "id": "m", "channel": "email", "value": "ap@example.com" },
            { "id": "l", "channel": "letter", "value": "Kade 1" } ] },
        { "id": "north", "name": "North", "purposes": ["invoice"], "party": "north", "addresses": [
            { "id": "n", "channel": "sms", "value": "+31600000000" } ],
          "consents": [
            { "channel": "sms", "given": true, "source": "form", "at": "2025-01-01T00:00:00Z" } ] },
        { "id": "main", "name": "Main", "purposes": ["main", "call"], "addresses": [
            { "id": "c", "channel": "call", "value": "+31200000000" } ] }
    ],
    "items": [
        { "id": "A", "kind": "invoice", "due": "2026-01-02", "open": "100.00", "currency": "EUR" },
        { "id": "B", "kind": "invoice", "due": "2026-01-20", "open": "50.10", "currency": "EUR",
          "party": "north" },
        { "id": "C", "kind": "scheduledPart", "due": "2025-12-01", "open": "9000", "currency": "JPY" },
        { "id": "D", "kind": "creditNote", "due": "2026-02-01", "open": "-30.00", "currency": "EUR" }
    ]
}"#;

/// The policy of all targets.
///
/// # Panics
///
/// If the library refuses it.
pub fn policy() -> &'static Policy {
    static CHECKED: OnceLock<Policy> = OnceLock::new();
    CHECKED.get_or_init(|| Policy::from_json(POLICY).expect("the policy holds"))
}

/// The account that entries are made for.
///
/// # Panics
///
/// If the library refuses it.
pub fn account() -> Account {
    static READ: OnceLock<Account> = OnceLock::new();
    READ.get_or_init(|| Account::from_json(ACCOUNT).expect("the account is read")).clone()
}

/// A moment that is written right.
///
/// # Panics
///
/// If it is not.
pub fn moment(text: &str) -> Moment {
    text.parse().expect("a moment")
}

fn later(moment: Moment, hours: u8) -> Moment {
    let at: DateTime<Utc> = moment.utc() + TimeDelta::hours(hours.into());
    Moment::try_from(at).unwrap_or(moment)
}

fn day_after(moment: Moment, days: i8) -> Day {
    let date = (moment.utc() + TimeDelta::days(days.into())).date_naive();
    Day::try_from(date).expect("a day near the moment")
}
