//! Axelor: one level of the customer, from the later of the oldest debt and the last reminder.

use serde_json::{Value, json};

use super::facts::{Facts, Told};
use super::items::{AMOUNT, LOCAL, id, invoice};
use super::past::Taken;
use super::world::World;
use super::{Case, place, reading};

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let mut world = World::new(case.lab, "axelor")?;
    levels(&mut world, given)?;
    if given.has("items") {
        return items(world, given);
    }
    let as_of = given.text_at("as_of")?.unwrap_or(place::TODAY);
    let long_ago = place::before(as_of, 300)?;
    let due = given.text_at("oldest_open_due")?.unwrap_or(&long_ago);
    let balance = given.text_at("balance_due")?.unwrap_or(AMOUNT);
    if let Some(days) = given.whole_at("mail_transit_days")? {
        world.scenario()["graceDays"] = json!(days);
    }
    let level = given.name_at("current_level")?.filter(|level| level != "0");
    let last = given.text_at("last_dunning")?;
    world.add_item(invoice("I1", due, balance, LOCAL));
    if let Some(level) = &level {
        // Without a day the reminder is older than any deadline.
        let before = place::before(as_of, 200)?;
        let day = last.unwrap_or(&before);
        reminded(&mut world, level, day)?;
    }
    let before = world.run_and_send(as_of)?;
    let after = world.run(as_of)?;
    let stands = reading::decision(&after, "I1").filter(|one| !reading::owes_nothing(one));
    let stands = stands.and_then(|one| one.level.as_deref());
    Ok(json!({
        "level": reading::level(stands.or(Some("0"))),
        "dunning_reset": level.is_some() && stands.is_none(),
        "dunned": !before.actions.is_empty(),
    }))
}

fn levels(world: &mut World, given: &Facts<'_>) -> Told<()> {
    let mut steps = Vec::new();
    for (number, level) in given.list_at("levels")?.iter().enumerate() {
        let mut step = world.step(number);
        step["id"] = json!(level.need("level")?.name()?);
        step["offset"]["days"] = json!(level.need("after_days")?.whole()?);
        if let Some(least) = level.text_at("min_threshold")? {
            step["minimums"] = json!([{ "currency": LOCAL, "amount": least }]);
        }
        steps.push(step);
    }
    if !steps.is_empty() {
        world.set_steps(steps);
    }
    if let Some(least) = given.text_at("min_threshold")? {
        world.scenario()["minimums"]["amounts"] = json!([{ "currency": LOCAL, "amount": least }]);
    }
    Ok(())
}

/// The customer was reminded before, of what was open then.
fn reminded(world: &mut World, level: &str, day: &str) -> Told<()> {
    let items = ["I1"];
    world.taken(&Taken { items: &items, step: level, occurrence: 1, day, deadline: None })
}

/// Which items a reminder names.
fn items(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let as_of = given.text_at("as_of")?.unwrap_or(place::TODAY);
    let all = given.some("all_overdue").map(|all| all.flag()).transpose()?.unwrap_or(true);
    for (number, facts) in given.need("items")?.list()?.iter().enumerate() {
        let id = id(facts, number)?;
        let placed = place::after(as_of, if all { -300 } else { 30 })?;
        let due = facts.text_at("due")?.unwrap_or(&placed);
        world.add_item(invoice(&id, due, facts.text_at("amount")?.unwrap_or(AMOUNT), LOCAL));
        // Both are left alone: what is on a schedule has its own days.
        for (key, reason) in [
            ("blocked", "blocked"),
            ("on_payment_schedule", "on a payment schedule"),
            ("in_payment_session", "in a payment session"),
        ] {
            if facts.is(key)? {
                world.block_item(&id, reason, as_of)?;
            }
        }
    }
    let plan = world.run(as_of)?;
    Ok(json!({ "dunned_items": reading::lines(&plan) }))
}
