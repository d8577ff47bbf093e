//! Items as the ledger states them.

use serde_json::{Value, json};

use super::facts::{Facts, Told};

/// What a case that names no amount is about.
pub(super) const AMOUNT: &str = "100.00";

/// The currency of a case that names none, and of the peers' local currency.
pub(super) const LOCAL: &str = "EUR";

/// The code of a currency.
pub(super) fn currency(facts: &Facts<'_>) -> Told<String> {
    let named = facts.text_at("currency")?.unwrap_or(LOCAL);
    Ok(if named == "LCY" { LOCAL } else { named }.to_owned())
}

/// An invoice.
pub(super) fn invoice(id: &str, due: &str, open: &str, currency: &str) -> Value {
    json!({
        "id": id, "kind": "invoice", "due": due, "open": open, "original": open,
        "currency": currency,
    })
}

/// Money that is owed to the debtor: a credit note, or a payment that is not matched.
pub(super) fn credit(id: &str, kind: &str, due: &str, amount: &str, currency: &str) -> Value {
    let open = if amount.starts_with('-') { amount.to_owned() } else { format!("-{amount}") };
    json!({ "id": id, "kind": kind, "due": due, "open": open, "currency": currency })
}

/// The id of an item: stated, or by its place in the list.
pub(super) fn id(facts: &Facts<'_>, number: usize) -> Told<String> {
    Ok(facts.name_at("id")?.unwrap_or_else(|| format!("I{}", number.saturating_add(1))))
}
