//! SAP FI: levels by arrears, minimums by level, an interval between runs.

use serde_json::{Value, json};

use super::facts::{Facts, Told};
use super::items::{AMOUNT, LOCAL, invoice};
use super::past::Taken;
use super::world::World;
use super::{Case, fees, place, reading};

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let world = World::new(case.lab, "sap")?;
    if given.has("interval_days") {
        interval(world, given)
    } else if given.has("overdue_at_level") {
        minimum(world, given)
    } else if given.has("levels_days_in_arrears") {
        level(world, given)
    } else {
        arrears(world, given)
    }
}

/// How long an item is in arrears on a day: the days that would bear interest.
fn arrears(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let (due, issue) = (given.need("due")?.text()?, given.need("issue")?.text()?);
    let mut item = invoice("I1", due, AMOUNT, LOCAL);
    if let Some(days) = given.whole_at("line_grace_days")? {
        item["graceUntil"] = json!(place::after(due, days)?);
    }
    world.add_item(item);
    let mut step = world.step(0);
    let rates = json!([{ "begins": "1990-01-01", "percent": "100" }]);
    fees::add_interest(&mut world, &mut step, json!({ "id": "interest", "rates": rates }));
    world.set_steps(vec![step]);
    let plan = world.run(issue)?;
    let charges = fees::charges(&plan, fees::INTEREST);
    let segment = charges.first().map(|charge| &charge["segments"][0]["days"]);
    Ok(json!({
        "days_in_arrears": segment.cloned().unwrap_or(json!(0)),
        "overdue": reading::acts(&plan, "I1"),
    }))
}

/// The minimums of a level, and what is due of all that is open.
fn minimum(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let asked = given.need("level")?.name()?;
    let mut least = json!({ "currency": LOCAL });
    if let Some(amount) = given.text_at("minimum_amount")? {
        least["amount"] = json!(amount);
    }
    if let Some(percent) = given.name_at("minimum_percent")? {
        least["percent"] = json!(percent.parse::<u32>().unwrap_or_default());
    }
    let mut steps = world.scenario()["steps"].as_array().cloned().unwrap_or_default();
    let mut before = None;
    for step in &mut steps {
        if step["id"] == *asked {
            step["minimums"] = json!([least]);
            break;
        }
        before = step["id"].as_str().map(str::to_owned);
    }
    world.set_steps(steps);
    let long_ago = place::before(place::TODAY, 200)?;
    let due = given.need("overdue_at_level")?.text()?;
    world.add_item(invoice("I1", &long_ago, due, LOCAL));
    if let Some(all) = given.text_at("open_items_total")? {
        // What is open beside it is not due yet.
        let later = place::after(place::TODAY, 100)?;
        world.add_item(invoice("I2", &later, &fees::rest(all, due)?, LOCAL));
    }
    if let Some(before) = before {
        let items = ["I1"];
        let day = place::before(place::TODAY, 100)?;
        world.taken(&Taken {
            items: &items,
            step: &before,
            occurrence: 1,
            day: &day,
            deadline: None,
        })?;
    }
    let plan = world.run(place::TODAY)?;
    Ok(json!({ "dunned_at_level": reading::level(reading::step(&plan, "I1")) }))
}

/// The interval between two runs of an account.
fn interval(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let days = given.need("interval_days")?.whole()?;
    world.policy["minGapDays"] = json!(days);
    let (last, as_of) = (given.need("last_dunning_run")?.text()?, given.need("as_of")?.text()?);
    let due = place::before(last, 200)?;
    world.add_item(invoice("I1", &due, AMOUNT, LOCAL));
    let first = world.step(0)["id"].as_str().unwrap_or_default().to_owned();
    let items = ["I1"];
    let step = first.as_str();
    world.taken(&Taken { items: &items, step, occurrence: 1, day: last, deadline: None })?;
    let plan = world.run(as_of)?;
    Ok(json!({ "account_may_be_dunned": reading::acts(&plan, "I1") }))
}

/// The next level of an item, by its days in arrears.
fn level(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut steps = Vec::new();
    for (number, days) in given.need("levels_days_in_arrears")?.list()?.iter().enumerate() {
        let mut step = world.step(number);
        step["id"] = json!(number.saturating_add(1).to_string());
        step["offset"]["days"] = json!(days.whole()?);
        steps.push(step);
    }
    world.set_steps(steps);
    let due = place::before(place::TODAY, given.need("days_in_arrears")?.whole()?)?;
    world.add_item(invoice("I1", &due, AMOUNT, LOCAL));
    let previous = given.name_at("previous_level")?.filter(|level| level != "0");
    if let Some(previous) = &previous {
        // Longer ago than the interval.
        let day = place::before(place::TODAY, place::days_of_weeks(10)?)?;
        let items = ["I1"];
        let step = previous.as_str();
        world.taken(&Taken { items: &items, step, occurrence: 1, day: &day, deadline: None })?;
    }
    let plan = world.run(place::TODAY)?;
    let stands = reading::decision(&plan, "I1").and_then(|one| one.level.as_deref());
    let level = reading::step(&plan, "I1").or(stands).or(Some("0"));
    Ok(json!({ "level": reading::level(level) }))
}
