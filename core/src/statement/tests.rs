use super::*;

const RULES: &str = r#""scenarios": [{"id": "s", "version": 1, "steps": [{"id": "r",
    "offset": {"type": "days", "days": 3}, "work": {"type": "message", "channels": ["email"]}}]}],
    "assignment": [{"scenario": "s"}]"#;

fn policy(more: &str) -> Policy {
    Policy::from_json(&format!("{{{RULES}{more}}}")).unwrap()
}

fn account(country: &str, kind: &str, items: &str, payments: &str) -> Account {
    Account::from_json(&format!(
        r#"{{"creditor": {{"id": "C", "name": "C", "country": "{country}", "zone": "Europe/Brussels"}},
        "debtor": {{"id": "D", "name": "D", "kind": "{kind}", "country": "{country}"}},
        "items": [{items}], "payments": [{payments}],
        "ledgerAsOf": "2026-11-20T06:00:00Z", "paymentsAsOf": "2026-11-20T06:00:00Z"}}"#
    ))
    .unwrap()
}

fn item(id: &str, due: &str, open: &str) -> String {
    format!(
        r#"{{"id": "{id}", "kind": "invoice", "due": "{due}", "open": "{open}", "currency": "EUR"}}"#
    )
}

fn on(account: &Account, policy: &Policy, day: &str) -> ClaimStatement {
    let mut claim = claim(account, policy, &[], day.parse().unwrap()).unwrap();
    claim.statements.remove(0)
}

fn text(amount: crate::money::Amount) -> String {
    amount.to_string()
}

#[test]
fn german_business_and_consumer() {
    let items = item("1", "2025-04-30", "10000.00");
    let told = on(&account("DE", "business", &items, ""), &policy(""), "2026-07-31");
    assert_eq!((text(told.interest), text(told.charges)), ("1304.70".into(), "40.00".into()));
    assert_eq!(told.items[0].article.as_deref(), Some("s. 288(2) BGB"));
    assert_eq!(told.items[0].segments.len(), 3);
    let told = on(&account("DE", "consumer", &items, ""), &policy(""), "2026-07-31");
    assert_eq!(text(told.charges), "0.00");
    assert_eq!(told.refused[0].article, "s. 288(5) BGB");
}

#[test]
fn old_contracts_are_asked_for_their_day() {
    let without = item("1", "2014-12-31", "1000.00");
    let told = on(&account("DE", "business", &without, ""), &policy(""), "2015-12-31");
    assert_eq!(told.refused[0].why, crate::model::CostRefusal::NoContractDate);
    assert_eq!(text(told.interest), "0.00");
    let dated = |day: &str| {
        let contract = format!(r#", "contract": {{"id": "K", "date": "{day}"}}}}"#);
        let items = [without.strip_suffix('}').unwrap(), &contract].concat();
        text(on(&account("DE", "business", &items, ""), &policy(""), "2015-12-31").interest)
    };
    // -0.83 + 8 and -0.83 + 9 percent of a whole year.
    assert_eq!(dated("2014-07-28"), "71.70");
    assert_eq!(dated("2014-07-29"), "81.70");
}

#[test]
fn a_consumer_bears_no_costs_without_the_letter() {
    let items = item("1", "2026-01-31", "450.00");
    let told = on(&account("NL", "consumer", &items, ""), &policy(""), "2026-03-31");
    assert_eq!(text(told.charges), "0.00");
    assert_eq!(told.refused[0].article, "art. 6:96(6) BW");
}

/// A fourteen-day letter about an item, by post, with the fee that it announced.
fn letter(account: &mut Account, on: &str, item: &str, fee: &str) {
    let entry = format!(
        r#"{{"id": "l/1", "occurredAt": "{on}T09:00:00Z", "recordedAt": "{on}T09:00:00Z",
        "actor": "night", "fingerprint": "0", "subject": {{"type": "debtor"}},
        "event": {{"type": "sent", "sent": {{"delivery": "L", "covers": [], "channel": "letter",
        "contact": "eva", "address": {{"id": "a", "fingerprint": "f"}}, "attempt": 1,
        "plannedAt": "{on}T08:00:00Z", "currency": "EUR", "total": "450.00",
        "legalKind": "nl_14_day_letter", "lines": [{{"item": "{item}", "step": "letter",
        "scenarioVersion": 1, "documentNumber": "{item}", "due": "2025-12-31", "open": "450.00"}}],
        "charges": [{{"id": "c", "kind": "fee", "rule": "bik", "state": "announced",
        "step": {{"subject": {{"type": "item", "item": "{item}"}}, "scenario": "s", "step": "letter",
        "occurrence": 1}}, "per": "item", "items": ["{item}"], "base": "450.00",
        "amount": "{fee}", "currency": "EUR"}}]}}}}}}"#
    );
    account.journal.push(serde_json::from_str(&entry).unwrap());
}

#[test]
fn a_consumer_bears_costs_once_the_letter_has_run_out() {
    let items = item("1", "2025-12-31", "450.00");
    let mut account = account("NL", "consumer", &items, "");
    letter(&mut account, "2026-01-08", "1", "67.50");
    // Received on Saturday the 10th by presumption; the fourteenth day moves to Monday the 26th.
    let told = on(&account, &policy(""), "2026-01-26");
    assert_eq!(told.refused[0].why, crate::model::CostRefusal::TermRuns);
    assert_eq!(told.refused[0].possible_on, "2026-01-27".parse().ok());
    let told = on(&account, &policy(""), "2026-01-27");
    assert_eq!(text(told.charges), "67.50");
    // Never more than was announced.
    account.journal.clear();
    letter(&mut account, "2026-01-08", "1", "40.00");
    assert_eq!(text(on(&account, &policy(""), "2026-01-27").charges), "40.00");
    // A letter before default is none.
    account.journal.clear();
    letter(&mut account, "2025-12-30", "1", "67.50");
    let told = on(&account, &policy(""), "2026-03-01");
    assert_eq!(told.refused[0].why, crate::model::CostRefusal::NoNotice);
}

#[test]
fn what_is_unpaid_when_the_term_ends_counts() {
    let paid_on = |day: &str| {
        let items = item("1", "2025-12-31", "50.00");
        let payments = format!(
            r#"{{"id": "P", "valueDate": "{day}", "amount": "400.00", "currency": "EUR",
            "allocations": [{{"item": "1", "amount": "400.00"}}]}}"#
        );
        let mut account = account("NL", "consumer", &items, &payments);
        letter(&mut account, "2026-01-08", "1", "67.50");
        text(on(&account, &policy(""), "2026-03-31").charges)
    };
    assert_eq!(paid_on("2026-01-26"), "40.00");
    assert_eq!(paid_on("2026-01-27"), "67.50");
}

#[test]
fn days_beyond_the_table_are_told() {
    let items = item("1", "2026-12-21", "36500.00");
    let account = account("NL", "consumer", &items, "");
    let told = on(&account, &policy(""), "2027-01-10");
    assert_eq!(text(told.interest), "40.00", "ten days at 4 %");
    let unknown = format!("{:?}", told.items[0].findings);
    assert!(unknown.contains("RateUnknown") && unknown.contains("2027-01-01"), "{unknown}");
    let assumed = policy(r#", "claims": {"assumeLastRate": true}"#);
    let told = on(&account, &assumed, "2027-01-10");
    assert_eq!(text(told.interest), "80.00");
    assert!(told.items[0].segments[1].assumed);
    let own = policy(
        r#", "rateSeries": [{"id": "NL/statutory_consumer", "rates": [{
        "since": "2027-01-01", "percent": "5.00", "source": "Stb."}]}]"#,
    );
    let told = on(&account, &own, "2027-01-10");
    assert_eq!(text(told.interest), "90.00");
    assert!(told.items[0].findings.is_empty());
}

#[test]
fn shown_lines_and_their_rounding_make_the_sum() {
    let items = item("1", "2020-02-28", "1234.56");
    let told = on(&account("NL", "business", &items, ""), &policy(""), "2026-11-20");
    let one = &told.items[0];
    let lines = one.segments.iter().map(|line| line.interest.decimal());
    let sum: rust_decimal::Decimal = lines.sum::<rust_decimal::Decimal>() + one.rounding.decimal();
    assert_eq!(sum, one.interest.decimal());
    assert_eq!(one.open_interest, one.interest);
    assert!(one.capitalised.decimal() > rust_decimal::Decimal::ZERO);
}

#[test]
fn payments_pay_interest_first_and_the_books_differ() {
    let items = item("1", "2025-12-31", "500.00");
    let payments = r#"{"id": "P", "valueDate": "2026-01-31", "amount": "500.00", "currency": "EUR",
        "allocations": [{"item": "1", "amount": "500.00"}]}"#;
    let told = on(&account("NL", "consumer", &items, payments), &policy(""), "2026-03-02");
    // 31 days at 4 % of 1000.00 are 3.40; then 30 days on 503.40.
    assert_eq!(text(told.payments[0].to_interest), "3.40");
    assert_eq!(text(told.items[0].open_principal), "503.40");
    assert_eq!(text(told.items[0].open_by_books), "500.00");
    assert_eq!(text(told.interest), "1.65");
}

#[test]
fn what_is_disputed_is_told_and_not_demanded() {
    let items = item("1", "2025-12-31", "1000.00");
    let mut account = account("NL", "business", &items, "");
    let entry = r#"{"id": "d/1", "occurredAt": "2026-01-05T10:00:00Z",
        "recordedAt": "2026-01-05T10:00:00Z", "actor": "Eva", "fingerprint": "0",
        "subject": {"type": "item", "item": "1"},
        "event": {"type": "disputeOpened", "dispute": {"item": "1", "reason": "r", "currency": "EUR",
        "open": "1000.00", "documentNumber": "1", "due": "2025-12-31", "amount": "400.00"}}}"#;
    account.journal.push(serde_json::from_str(entry).unwrap());
    let disputed = on(&account, &policy(""), "2026-03-31");
    assert_eq!(text(disputed.disputed), "400.00");
    assert_eq!(text(disputed.principal), "600.00");
    assert_eq!(text(disputed.interest), "15.02", "three fifths of 25.03");
}

#[test]
fn unknown_law_and_items_are_refused() {
    let account = account("US", "business", &item("1", "2026-01-01", "1.00"), "");
    let day = "2026-02-01".parse().unwrap();
    let refused = claim(&account, &policy(""), &[], day).unwrap_err().to_string();
    assert!(refused.starts_with("law: "), "{refused}");
    let refused = claim(&account, &policy(""), &["2".into()], day).unwrap_err().to_string();
    assert!(refused.contains("`2`"), "{refused}");
}
