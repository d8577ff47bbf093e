//! The words of errors: here the prose is the product.
#![cfg(test)]

use dunning::{Account, Command, InputRefused, Policy, PolicyRefused, Refusal, record};
use insta::assert_snapshot;

const POLICY: &str = r#"{
    "scenarios": [{ "id": "standard", "version": 1, "steps": [
        { "id": "reminder", "offset": { "type": "days", "days": 3 },
          "work": { "type": "message", "channels": ["email"] } }
    ]}],
    "assignment": [{ "scenario": "standard" }]
}"#;

const ACCOUNT: &str = r#"{
    "creditor": { "id": "C", "name": "C", "country": "NL", "zone": "Europe/Amsterdam" },
    "debtor": { "id": "D", "name": "D", "kind": "business", "country": "NL" },
    "items": [{ "id": "A", "kind": "invoice", "due": "2026-03-01", "open": "120.00",
        "currency": "EUR" }],
    "ledgerAsOf": "2026-03-04T06:00:00Z", "paymentsAsOf": "2026-03-04T06:00:00Z"
}"#;

fn unreadable(text: &str) -> InputRefused {
    Account::from_json(text).unwrap_err()
}

fn impossible(text: &str) -> PolicyRefused {
    Policy::from_json(text).unwrap_err()
}

fn refused(command: &str) -> Refusal {
    let account = Account::from_json(ACCOUNT).unwrap();
    let policy = Policy::from_json(POLICY).unwrap();
    let command = Command::from_json(command).unwrap();
    let now = "2026-03-04T08:00:00Z".parse().unwrap();
    record(&account, &policy, "c1", &command, now, now, "eva").unwrap_err()
}

#[test]
fn what_cannot_be_read() {
    let text =
        ACCOUNT.replace("\"120.00\"", "120.5").replace("\"NL\", \"zone\"", "\"nl\", \"zone\"");
    assert_snapshot!(unreadable(&text));
    assert_snapshot!(unreadable("{ \"creditor\": }"));
}

#[test]
fn what_cannot_hold() {
    let text = POLICY
        .replace("\"days\": 3", "\"days\": 99999")
        .replace("[\"email\"]", "[\"email\", \"call\"]")
        .replace("{ \"scenario\": \"standard\" }", "{ \"scenario\": \"gentle\" }");
    assert_snapshot!(impossible(&text));
}

#[test]
fn what_is_refused() {
    let commands = [
        r#"{"type":"block","block":{"scope":{"type":"item","item":"Z"},"reason":"x"}}"#,
        r#"{"type":"block","block":{"scope":{"type":"step","step":"ninth"},"reason":"x"}}"#,
        r#"{"type":"block","block":{"scope":{"type":"debtor"},"reason":""}}"#,
        r#"{"type":"unblock","unblock":{"block":"b/1"}}"#,
        r#"{"type":"promise","promise":{"amount":"120.00","currency":"EUR","date":"2026-09-01"}}"#,
        r#"{"type":"promise","promise":{"amount":"500.00","currency":"EUR","date":"2026-03-09"}}"#,
    ];
    let told: Vec<String> = commands.iter().map(|command| refused(command).to_string()).collect();
    assert_snapshot!(told.join("\n"));
}
