//! How steps follow one another.

use serde_json::{Value, json};

use super::super::facts::{Facts, Told, unmapped};
use super::super::items::{AMOUNT, LOCAL, invoice};
use super::super::lab::Lab;
use super::super::place;
use super::super::world::World;
use super::Case;

/// House rules of which a case changes steps and gap.
const RULES: &str = "nl_business";

/// Longer than any gap of a case.
const AHEAD: i64 = 120;

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    if case.given.has("run_date") { twice(&case.given) } else { second(&case.given) }
}

fn world(offsets: &[i64]) -> Told<World> {
    let mut world = World::new(&Lab::default(), RULES)?;
    let mut steps = Vec::new();
    for (number, days) in offsets.iter().enumerate() {
        let work = json!({ "type": "message", "channels": ["email"] });
        let offset = json!({ "type": "days", "days": days });
        steps.push(json!({ "id": format!("s{number}"), "offset": offset, "work": work }));
    }
    world.set_steps(steps);
    Ok(world)
}

/// The day of the second step, after the first was taken on a day.
fn second(given: &Facts<'_>) -> Told<Value> {
    let mut offsets = Vec::new();
    for days in given.need("steps_due_plus")?.list()? {
        offsets.push(days.whole()?);
    }
    let mut world = world(&offsets)?;
    if let Some(days) = given.whole_at("min_contact_delay_days")? {
        world.policy["minGapDays"] = json!(days);
    }
    let (due, first) = (given.need("due")?.text()?, given.need("first_done_on")?.text()?);
    world.add_item(invoice("I1", due, AMOUNT, LOCAL));
    if world.run_and_send(first)?.actions.is_empty() {
        return unmapped("the first step is not due on its day");
    }
    for days in 1..AHEAD {
        let day = place::after(first, days)?;
        if !world.run(&day)?.actions.is_empty() {
            return Ok(json!({ "second_on": day }));
        }
    }
    Ok(json!({ "second_on": null }))
}

/// A second run on the day of the first.
fn twice(given: &Facts<'_>) -> Told<Value> {
    let (day, before) = (given.need("run_date")?.text()?, given.text_at("already_run_on")?);
    let mut world = world(&[0, 30])?;
    world.add_item(invoice("I1", before.unwrap_or(day), AMOUNT, LOCAL));
    if let Some(before) = before
        && world.run_and_send(before)?.actions.is_empty()
    {
        return unmapped("the first run sends nothing");
    }
    let again = world.run(day)?;
    Ok(json!({ "second_run": if again.actions.is_empty() { "no-op" } else { "runs" } }))
}
