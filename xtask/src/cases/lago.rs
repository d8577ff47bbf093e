//! Lago: attempts of a campaign, by currency.

use dunning::Plan;
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, credit, currency, id, invoice};
use super::past::Taken;
use super::world::World;
use super::{Case, Stop, lago_runs, place, reading};

const SECONDS: &str = "a peer's accident: an interval counted in seconds";

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    if given.has("hours_since_last_attempt") || given.has("seconds_since_last_attempt") {
        return Err(Stop::Skipped(SECONDS));
    }
    let mut world = World::new(case.lab, "lago")?;
    campaigns(&mut world, given)?;
    if given.has("run_dates") {
        return lago_runs::timeline(world, given);
    }
    let day = given.text_at("as_of")?.unwrap_or(place::TODAY);
    if given.has("overdue") && !given.has("items") {
        let overdue = given.need("overdue")?;
        if !overdue.is_table() {
            return lago_runs::validation(world, given, day);
        }
        owe(&mut world, &overdue, day)?;
    }
    for (number, facts) in given.list_at("items")?.iter().enumerate() {
        item(&mut world, facts, number, given, day)?;
    }
    for (number, note) in given.list_at("credit_notes")?.iter().enumerate() {
        credit_note(&mut world, note, number, day)?;
    }
    if given.is("customer_excluded")? {
        world.block_debtor("excluded", day)?;
    }
    attempts_before(&mut world, given, day)?;
    let plan = world.run(day)?;
    world.carry_out(&plan)?;
    told(&world, &plan, given)
}

/// The campaign that the debtor follows: his own before that of the entity.
fn campaigns(world: &mut World, given: &Facts<'_>) -> Told<()> {
    if let Some(threshold) = given.text_at("threshold")? {
        thresholds(world.scenario(), vec![(LOCAL.to_owned(), threshold.to_owned())]);
    }
    let own = given.get("customer_campaign");
    for key in ["campaign", "entity_campaign", "organization_campaign"] {
        match given.get(key) {
            None => {}
            Some(none) if none.is_null() => world.policy["assignment"] = json!([]),
            Some(facts) => {
                let mut scenario = world.scenario().clone();
                campaign(&mut scenario, &facts)?;
                *world.scenario() = scenario;
            }
        }
    }
    if let Some(facts) = own.filter(|own| !own.is_null()) {
        let mut scenario = world.scenario().clone();
        scenario["id"] = json!("customer-campaign");
        campaign(&mut scenario, &facts)?;
        if let Some(all) = world.policy["scenarios"].as_array_mut() {
            all.push(scenario);
        }
        world.account["debtor"]["scenario"] = json!("customer-campaign");
    }
    Ok(())
}

fn campaign(scenario: &mut Value, facts: &Facts<'_>) -> Told<()> {
    if let Some(most) = facts.whole_at("max_attempts")? {
        scenario["afterLast"]["atMost"] = json!(most);
    }
    if let Some(days) = facts.whole_at("days_between")? {
        scenario["afterLast"]["everyDays"] = json!(days);
    }
    if let Some(table) = facts.some("thresholds") {
        let mut least = Vec::new();
        for (currency, amount) in table.table()? {
            least.push((currency.to_owned(), amount.text()?.to_owned()));
        }
        thresholds(scenario, least);
    }
    Ok(())
}

fn thresholds(scenario: &mut Value, least: Vec<(String, String)>) {
    let amounts = least
        .into_iter()
        .map(|(currency, amount)| json!({ "currency": currency, "amount": amount }));
    scenario["minimums"]["amounts"] = amounts.collect();
}

/// Overdue amounts by currency, each of one invoice.
pub(super) fn owe(world: &mut World, overdue: &Facts<'_>, day: &str) -> Told<()> {
    let due = place::before(day, 1)?;
    for (currency, amount) in overdue.table()? {
        let id = format!("{currency}-{}", world.count_items());
        world.add_item(invoice(&id, &due, amount.text()?, currency));
    }
    Ok(())
}

/// An invoice. What was paid of it stands beside it, so that nothing is taken off here.
fn item(
    world: &mut World,
    facts: &Facts<'_>,
    number: usize,
    given: &Facts<'_>,
    day: &str,
) -> Told<()> {
    let id = id(facts, number)?;
    let is_overdue = facts.some("overdue").map(|yes| yes.flag()).transpose()?.unwrap_or(true);
    let placed = place::after(day, if is_overdue { -1 } else { 10 })?;
    let due = facts.text_at("due")?.unwrap_or(&placed);
    let amount = match facts.text_at("amount")? {
        Some(amount) => amount,
        None => facts.text_at("total")?.unwrap_or(AMOUNT),
    };
    let of = currency(facts)?;
    let is_paid = match facts.text_at("payment")? {
        None | Some("pending" | "failed") => false,
        Some("succeeded") => true,
        Some(other) => return unmapped(format!("payment {other}")),
    };
    match facts.text_at("status")? {
        None | Some("final" | "finalized") => {}
        // No document yet: the ledger does not tell it. The row is kept for its place.
        Some("draft" | "voided") => {
            let mut item = invoice(&id, due, amount, &of);
            item["open"] = json!("0.00");
            world.add_item(item);
            return Ok(());
        }
        Some(other) => return unmapped(format!("status {other}")),
    }
    let own = facts.text_at("entity")?;
    if given.text_at("run_for")?.is_some_and(|asked| own.is_some_and(|own| own != asked)) {
        // The invoice of another creditor stands in another account.
        return Ok(());
    }
    let mut item = invoice(&id, due, amount, &of);
    if is_paid {
        item["open"] = json!("0.00");
    }
    world.add_item(item);
    if let Some(paid) = facts.text_at("paid")? {
        let mut payment = credit(&format!("paid-{id}"), "unappliedPayment", due, paid, &of);
        payment["settles"] = json!(id);
        world.add_item(payment);
    }
    if facts.some("ready").map(|yes| yes.flag()).transpose()? == Some(false) {
        world.block_item(&id, "not ready for payment", day)?;
    }
    if facts.is("dispute_lost")? {
        world.block_item(&id, "dispute lost", day)?;
    }
    Ok(())
}

fn credit_note(world: &mut World, note: &Facts<'_>, number: usize, day: &str) -> Told<()> {
    let item = note.need("item")?.name()?;
    let amount = note.need("offset")?.text()?;
    match note.text_at("status")? {
        None | Some("final" | "finalized") => {}
        Some("draft" | "generating" | "voided") => return Ok(()),
        Some(other) => return unmapped(format!("credit note {other}")),
    }
    let of = currency(note)?;
    let mut note = credit(&format!("credit-{number}"), "creditNote", day, amount, &of);
    note["settles"] = json!(item);
    world.add_item(note);
    Ok(())
}

/// Attempts of the first currency, the latest long enough ago.
fn attempts_before(world: &mut World, given: &Facts<'_>, day: &str) -> Told<()> {
    let Some(count) = given.some("attempts") else { return Ok(()) };
    let ids: Vec<String> = world.account["items"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|item| item["id"].as_str().map(str::to_owned))
        .collect();
    let count = count.count()?;
    for occurrence in 1..=count {
        // Ten weeks apart: more than between any two attempts.
        let weeks = count.saturating_sub(occurrence).saturating_add(1).saturating_mul(10);
        let day = place::before(day, place::days_of_weeks(weeks)?)?;
        let items = [ids.first().map(String::as_str).unwrap_or_default()];
        let step = "attempt";
        world.taken(&Taken { items: &items, step, occurrence, day: &day, deadline: None })?;
    }
    Ok(())
}

fn told(world: &World, plan: &Plan, given: &Facts<'_>) -> Told<Value> {
    let requests = reading::lines(plan);
    let first = plan.actions.first();
    let overdue: Vec<bool> = given
        .list_at("items")?
        .iter()
        .enumerate()
        .map(|(number, facts)| Ok(reading::acts(plan, &id(facts, number)?)))
        .collect::<Told<_>>()?;
    let amount = first.map(|action| action.total.to_string());
    Ok(json!({
        "attempt": first.is_some(), "attempts_after": attempts(world, LOCAL),
        "request_items": requests, "overdue": overdue,
        "request_amount": amount.clone(), "amount": amount,
        "request_count": plan.actions.len(),
    }))
}

/// The attempts of a currency that the journal knows.
pub(super) fn attempts(world: &World, currency: &str) -> usize {
    let entries = world.account["journal"].as_array().into_iter().flatten();
    entries.filter(|entry| entry["event"]["sent"]["currency"] == *currency).count()
}
