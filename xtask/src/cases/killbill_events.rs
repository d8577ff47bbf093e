//! Kill Bill: what happens to invoices in the course of time.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL};
use super::killbill::{account_credit, state_after, state_of, table, unpaid};
use super::place;
use super::world::World;

/// Adds an invoice of the case, paid or not. A draft is nothing that the ledger tells.
pub(super) fn invoiced(world: &mut World, facts: &Facts<'_>, number: usize, day: &str) -> Told<()> {
    let id = super::items::id(facts, number)?;
    let issued = match (facts.text_at("invoice_date")?, facts.whole_at("age_days")?) {
        (Some(day), _) => day.to_owned(),
        (None, Some(days)) => place::before(day, days)?,
        (None, None) => return unmapped("an invoice without a day"),
    };
    let amount = match facts.text_at("amount")? {
        Some(amount) => amount,
        None => facts.text_at("balance")?.unwrap_or(AMOUNT),
    };
    match facts.text_at("status")? {
        None | Some("committed" | "final") => unpaid(world, &id, &issued, amount),
        Some("draft") => return Ok(()),
        Some(other) => return unmapped(format!("status {other}")),
    }
    let is_open = facts.some("unpaid").map(|unpaid| unpaid.flag()).transpose()?.unwrap_or(true);
    if facts.is("paid")? || !is_open {
        pay(world, &id, &issued)?;
    }
    if let Some(tag) = facts.text_at("tag")? {
        tagged(world, &json!({ "type": "item", "item": id }), tag, &issued)?;
    }
    Ok(())
}

/// A tag that takes an invoice or the account out of dunning is a block.
pub(super) fn tagged(world: &mut World, scope: &Value, tag: &str, day: &str) -> Told<()> {
    if !matches!(tag, "WRITTEN_OFF" | "OVERDUE_ENFORCEMENT_OFF") {
        // Every other tag is for something else.
        return Ok(());
    }
    world.block(scope, tag, day)
}

/// Lifts every block.
pub(super) fn untag(world: &mut World, day: &str) -> Told<()> {
    let entries = world.account["journal"].as_array().into_iter().flatten();
    let blocks = entries.filter(|entry| entry["event"]["type"] == "blocked");
    let ids: Vec<Value> = blocks.map(|entry| entry["id"].clone()).collect();
    for id in ids {
        let unblock = json!({ "block": id });
        world.tell(&json!({ "type": "unblock", "unblock": unblock }), &place::run(day))?;
    }
    Ok(())
}

/// The whole invoice is paid.
fn pay(world: &mut World, id: &str, day: &str) -> Told<()> {
    let Some(item) = world.item(id) else { return unmapped(format!("no invoice {id}")) };
    let amount = item["original"].clone();
    item["open"] = json!("0.00");
    let payment = json!({
        "id": format!("payment-{id}"), "valueDate": day, "amount": amount, "currency": LOCAL,
        "allocations": [{ "item": id, "amount": amount }],
    });
    if let Some(payments) = world.account["payments"].as_array_mut() {
        payments.push(payment);
    }
    Ok(())
}

/// The money went back: what it had paid is open again.
fn reverse(world: &mut World, day: &str, reason: &str) {
    for payment in world.account["payments"].as_array_mut().into_iter().flatten() {
        payment["reversed"] = json!({ "on": day, "reason": reason });
    }
    for item in world.account["items"].as_array_mut().into_iter().flatten() {
        item["open"] = item["original"].clone();
    }
}

/// The money came after all.
fn restore(world: &mut World) {
    for payment in world.account["payments"].as_array_mut().into_iter().flatten() {
        payment.as_object_mut().into_iter().for_each(|all| drop(all.remove("reversed")));
    }
    for item in world.account["items"].as_array_mut().into_iter().flatten() {
        item["open"] = json!("0.00");
    }
}

/// Something happens to the account on a day: the state before and after.
pub(super) fn event(world: &mut World, given: &Facts<'_>) -> Told<Value> {
    let event = given.need("event")?;
    let named = event.is_text();
    let day = if named { place::TODAY } else { event.need("date")?.text()? };
    if let Some(invoice) = given.some("invoice") {
        invoiced(world, &invoice, 0, day)?;
    }
    for (number, facts) in given.list_at("items")?.iter().enumerate() {
        invoiced(world, facts, number, day)?;
    }
    if let Some(state) = given.text_at("current_state")? {
        bring_to(world, state, day)?;
    }
    let before = world.run_and_send(day)?;
    let state_before = state_after(world, &before, day)?;
    let kind = if named { event.text()? } else { event.need("kind")?.text()? };
    happen(world, &event, kind, day)?;
    let after = world.run_and_send(day)?;
    let mut told = json!({ "state_before": state_before });
    told["state"] = json!(state_after(world, &after, day)?);
    restore(world);
    let again = world.run_and_send(day)?;
    told["after_chargeback_reversal"] = json!(state_after(world, &again, day)?);
    Ok(told)
}

/// An invoice old enough for a state, which the account takes.
fn bring_to(world: &mut World, state: &str, day: &str) -> Told<()> {
    let steps = world.scenario()["steps"].as_array().cloned().unwrap_or_default();
    let Some(step) = steps.iter().find(|step| step["id"] == *state) else {
        return unmapped(format!("no state {state}"));
    };
    let age = step["offset"]["days"].as_i64().unwrap_or_default();
    unpaid(world, "I1", &place::before(day, age)?, AMOUNT);
    Ok(())
}

fn happen(world: &mut World, event: &Facts<'_>, kind: &str, day: &str) -> Told<()> {
    match kind {
        "chargeback reversal" => restore(world),
        "refund without adjustment" | "chargeback" | "payment reversal" => {
            reverse(world, day, kind);
        }
        // The ledger has corrected the invoice: it stays settled.
        "refund with adjustment" | "refund with invoice item adjustment" => {}
        "external payment" | "payment" | "item adjustment" | "invoice adjustment" => {
            for id in event.need("pays")?.list()? {
                pay(world, &id.name()?, day)?;
            }
        }
        "account credit equal to the unpaid balance" => account_credit(world, AMOUNT, day),
        "account credit" | "credit" => {
            account_credit(world, event.need("amount")?.text()?, day);
        }
        other => return unmapped(format!("event {other}")),
    }
    Ok(())
}

/// In what order things happen on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Turn {
    Issued,
    Paid,
    Checked,
}

/// The states on the days of the checks, while invoices come and are paid.
pub(super) fn timeline(world: &mut World, given: &Facts<'_>) -> Told<Value> {
    let mut turns: BTreeMap<(String, Turn), Vec<Facts<'_>>> = BTreeMap::new();
    let mut invoices = given.list_at("items")?;
    for key in ["unpaid_invoice", "parent_unpaid_invoice", "invoice"] {
        invoices.extend(given.some(key));
    }
    if let Some(child) = given.some("child") {
        // A child whose parent pays is a branch of the parent's account.
        if !child.need("payment_delegated_to_parent")?.flag()? {
            return unmapped("a child that pays by itself");
        }
        world.account["parties"] = json!([{ "id": "child", "name": "Child" }]);
    }
    for facts in &invoices {
        let issued = facts.need("invoice_date")?.text()?;
        turns.entry((issued.to_owned(), Turn::Issued)).or_default().push(facts.clone());
        if let Some(day) = facts.text_at("paid_on")? {
            turns.entry((day.to_owned(), Turn::Paid)).or_default().push(facts.clone());
        }
    }
    for day in given.need("check_dates")?.list()? {
        turns.entry((day.text()?.to_owned(), Turn::Checked)).or_default().push(day);
    }
    let mut states = Vec::new();
    for ((day, turn), who) in &turns {
        match turn {
            Turn::Issued => {
                for facts in who {
                    invoiced(world, facts, world.count_items(), day)?;
                }
            }
            Turn::Paid => {
                for facts in who {
                    pay(world, &facts.need("id")?.name()?, day)?;
                }
            }
            Turn::Checked => {
                let plan = world.run_and_send(day)?;
                states.push((day.clone(), state_after(world, &plan, day)?));
            }
        }
    }
    let paid = state_when_all_is_paid(world)?;
    let states = table(states);
    Ok(json!({
        "states": states, "desired": states, "parent_and_child_states": states,
        "parent_states": states, "state_after_all_paid": paid,
    }))
}

fn state_when_all_is_paid(world: &World) -> Told<String> {
    let mut world = world.clone();
    for item in world.account["items"].as_array_mut().into_iter().flatten() {
        item["open"] = json!("0.00");
    }
    Ok(state_of(&world.run(place::TODAY)?))
}
