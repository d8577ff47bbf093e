//! Invoice Ninja: reminders by day, and then again and again.

use dunning::Plan;
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, invoice};
use super::world::World;
use super::{Case, fees, place, reading};

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let mut world = World::new(case.lab, "invoice_ninja")?;
    if given.has("reminder_1_sent_on") {
        return same_day(world, given);
    }
    steps(&mut world, given)?;
    if given.has("sent") {
        return charged(world, given);
    }
    let as_of = given.text_at("as_of")?;
    bill(&mut world, given, as_of)?;
    if case.expected.has("sends") {
        return sends(&world, case);
    }
    let plan = world.run(as_of.unwrap_or(place::TODAY))?;
    let next = reading::decision(&plan, "I1").and_then(|one| one.next.as_ref());
    let next = next.map(|next| next.due_on.to_string());
    Ok(json!({ "next_send": next, "sent": !plan.actions.is_empty() }))
}

/// The steps by day, and the endless one.
fn steps(world: &mut World, given: &Facts<'_>) -> Told<()> {
    let mut steps = Vec::new();
    for (number, facts) in given.list_at("steps")?.iter().enumerate() {
        let mut step = world.step(number);
        let id = facts.need("n")?.name()?;
        step["id"] = json!(id);
        if let Some(days) = facts.whole_at("after_document_date")? {
            step["anchor"] = json!("issueDate");
            step["offset"]["days"] = json!(days);
        }
        if let Some(days) = facts.whole_at("before_due")? {
            step["anchor"] = json!("dueDate");
            step["offset"]["days"] = json!(place::early(days)?);
        }
        if let Some(days) = facts.whole_at("after_due")? {
            step["anchor"] = json!("dueDate");
            step["offset"]["days"] = json!(days);
        }
        fee(world, &mut step, facts, &id)?;
        steps.push(step);
    }
    if !steps.is_empty() {
        world.set_steps(steps);
    }
    match given.whole_at("endless_every_days")? {
        Some(days) => world.scenario()["afterLast"]["everyDays"] = json!(days),
        None => world.scenario()["afterLast"] = json!({ "type": "stop" }),
    }
    Ok(())
}

/// An amount and a percentage, of a part payment that is asked for or else of the balance.
fn fee(world: &mut World, step: &mut Value, facts: &Facts<'_>, id: &str) -> Told<()> {
    let mut amount = json!({ "currency": LOCAL });
    if let Some(fixed) = facts.text_at("fee")? {
        amount["fixed"] = json!(fixed);
    }
    for key in ["fee_percent", "percent"] {
        if let Some(percent) = facts.name_at(key)? {
            amount["percent"] = json!(percent);
        }
    }
    if amount.as_object().is_some_and(|amount| amount.len() > 1) {
        let rule = json!({ "id": format!("late-fee-{id}"), "amounts": [amount] });
        fees::add(world, step, rule);
    }
    Ok(())
}

fn bill(world: &mut World, given: &Facts<'_>, as_of: Option<&str>) -> Told<()> {
    let as_of = as_of.unwrap_or(place::TODAY);
    let issued = given.text_at("date")?;
    let due = match (given.text_at("due")?, issued) {
        (Some(due), _) => due.to_owned(),
        (None, Some(issued)) => issued.to_owned(),
        (None, None) => place::before(as_of, 1)?,
    };
    let mut amount = AMOUNT;
    for key in ["balance", "partial"] {
        amount = given.text_at(key)?.unwrap_or(amount);
    }
    let mut item = invoice("I1", &due, amount, LOCAL);
    if let Some(issued) = issued {
        item["issued"] = json!(issued);
    }
    match given.text_at("status")? {
        None | Some("sent" | "partial" | "unpaid") => {}
        Some("paid" | "cancelled" | "reversed" | "deleted") => item["open"] = json!("0.00"),
        Some(other) => return unmapped(format!("status {other}")),
    }
    world.add_item(item);
    Ok(())
}

/// The days on which reminders go out, as many as are asked for.
fn sends(world: &World, case: &Case<'_>) -> Told<Value> {
    let from = case.given.need("date")?.text()?;
    let asked = case.expected.need("sends")?.list()?;
    let until = asked.last().map(|day| day.text()).transpose()?.unwrap_or(from);
    let plans = world.forecast(from, until)?;
    let sent = plans.iter().filter(|plan| !plan.actions.is_empty());
    let days: Vec<String> = sent.map(day_of).collect();
    Ok(json!({ "sends": days }))
}

fn day_of(plan: &Plan) -> String {
    plan.now.to_string().split('T').next().unwrap_or_default().to_owned()
}

/// The fee that each of the reminders adds, one after the other.
fn charged(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let issued = place::before(place::TODAY, 300)?;
    let mut item = invoice("I1", &issued, given.text_at("balance")?.unwrap_or(AMOUNT), LOCAL);
    if let Some(partial) = given.text_at("partial")? {
        item["open"] = json!(partial);
    }
    item["issued"] = json!(issued);
    world.add_item(item);
    // Only the fees are asked for: each step a week after the one before.
    for (number, step) in world.steps().into_iter().flatten().enumerate() {
        let days = place::days_of_weeks(number.saturating_add(1))?;
        step["offset"]["days"] = json!(days);
        step["anchor"] = json!("issueDate");
    }
    let mut fees_added = Vec::new();
    for (number, name) in given.need("sent")?.list()?.iter().enumerate() {
        let days = place::days_of_weeks(number.saturating_add(1))?;
        let plan = world.run_and_send(&place::after(&issued, days)?)?;
        let new = fees::charges(&plan, fees::FEE)
            .into_iter()
            .find(|fee| name.name().is_ok_and(|name| fee["step"]["step"] == *name));
        let Some(fee) = new else { return unmapped("no fee for a reminder") };
        fees_added.push(fees::amount(&fee).to_owned());
    }
    Ok(json!({ "fees_added": fees_added }))
}

/// A reminder was sent; the job runs again.
fn same_day(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let sent_on = given.need("reminder_1_sent_on")?.text()?;
    let again = given.need("job_runs_again_on")?.text()?;
    // Issued so that the first reminder falls on its day.
    let days = world.step(0)["offset"]["days"].as_i64().unwrap_or_default();
    let issued = place::before(sent_on, days)?;
    let mut item = invoice("I1", &issued, AMOUNT, LOCAL);
    item["issued"] = json!(issued);
    world.add_item(item);
    world.run_and_send(sent_on)?;
    Ok(json!({ "sent_again": !world.run(again)?.actions.is_empty() }))
}
