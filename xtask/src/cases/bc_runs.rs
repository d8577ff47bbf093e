//! Business Central: what is created, issued, cancelled, and done twice.

use dunning::Plan;
use serde_json::{Map, Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, invoice};
use super::past::Taken;
use super::world::{World, json_of};
use super::{bc_undo, place, reading};

/// The answer to a case of these shapes; none if it is of another.
pub(super) fn answer(world: &World, given: &Facts<'_>) -> Option<Told<Value>> {
    let world = world.clone();
    Some(if given.has("last_issued_levels") {
        filtered(world, given)
    } else if given.has("item_level") || given.has("issued_levels") {
        bc_undo::cancelled(world, given)
    } else if given.has("reminder") {
        bc_undo::issued(world, given)
    } else if given.has("customer_has_draft_reminder") {
        beside_a_draft(world, given)
    } else if given.has("job") {
        job(world, given)
    } else if given.has("customers") {
        many(&world, given)
    } else if given.has("action") {
        twice(world, given)
    } else {
        return None;
    })
}

pub(super) fn overdue(id: &str) -> Told<Value> {
    Ok(invoice(id, &place::before(place::TODAY, 200)?, AMOUNT, LOCAL))
}

/// The levels 1 to n were issued, long enough ago for the next.
pub(super) fn issue_levels(world: &mut World, item: &str, levels: &[String]) -> Told<()> {
    let first = place::before(place::TODAY, 150)?;
    for (number, level) in levels.iter().enumerate() {
        let day = place::after(&first, place::days_of_weeks(number)?)?;
        let day = place::after(&day, place::days_of_weeks(number)?)?;
        let items = [item];
        world.taken(&Taken {
            items: &items,
            step: level,
            occurrence: 1,
            day: &day,
            deadline: None,
        })?;
    }
    Ok(())
}

/// The names of the preset's levels up to one.
pub(super) fn up_to(world: &mut World, level: &str) -> Told<Vec<String>> {
    let mut levels = Vec::new();
    if level == "0" {
        return Ok(levels);
    }
    for step in world.scenario()["steps"].as_array().into_iter().flatten() {
        levels.push(step["id"].as_str().unwrap_or_default().to_owned());
        if step["id"] == *level {
            return Ok(levels);
        }
    }
    unmapped(format!("no level {level}"))
}

/// The items whose last level is among those that are asked for.
fn filtered(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut numbers = Vec::new();
    for (number, level) in given.need("last_issued_levels")?.list()?.iter().enumerate() {
        let id = number.saturating_add(1).to_string();
        world.add_item(overdue(&id)?);
        let levels = up_to(&mut world, &level.name()?)?;
        issue_levels(&mut world, &id, &levels)?;
        numbers.push(number.saturating_add(1));
    }
    let filter = given.need("filter_on_last_level")?.text()?;
    let plan = world.run(place::TODAY)?;
    let is_asked_for = |number: &&usize| {
        let decision = reading::decision(&plan, &number.to_string());
        let level = decision.and_then(|one| one.level.as_deref()).unwrap_or("0");
        filter.split('|').any(|asked| asked == level)
    };
    let selected: Vec<&usize> = numbers.iter().filter(is_asked_for).collect();
    Ok(json!({ "selected_items": selected }))
}

/// A draft stands; another reminder is asked for.
fn beside_a_draft(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let draft = given.need("customer_has_draft_reminder")?;
    let of_draft = super::items::currency(&draft)?;
    let mut item = overdue("I1")?;
    item["currency"] = json!(of_draft);
    world.add_item(item);
    let plan = world.run(place::TODAY)?;
    world.propose(&plan)?;
    match given.need("action")?.text()? {
        "create reminder same currency" | "create reminder" => {}
        "create reminder other currency" | "create reminder different currency" => {
            let mut item = overdue("I2")?;
            item["currency"] = json!(if of_draft == "USD" { LOCAL } else { "USD" });
            world.add_item(item);
        }
        other => return unmapped(format!("action {other}")),
    }
    Ok(json!({ "created": world.run(place::TODAY)?.actions.len() }))
}

/// A job that runs more than once: reminders are drafted, issued or sent once.
fn job(mut world: World, given: &Facts<'_>) -> Told<Value> {
    world.add_item(overdue("I1")?);
    let what = given.need("job")?.text()?;
    let runs = given.need("runs")?.count()?;
    let mut told = Map::new();
    let names = ["first", "second", "third", "fourth"];
    for name in names.iter().take(runs) {
        let plan = world.run(place::TODAY)?;
        world.propose(&plan)?;
        if what != "create" {
            world.carry_out(&plan)?;
        }
        for (key, event) in [("drafts", "proposed"), ("issued", "sent"), ("sent", "sent")] {
            told.insert(format!("{key}_after_{name}"), json!(world.count_entries(event)));
        }
    }
    match what {
        "create" | "issue" | "send" => Ok(Value::Object(told)),
        other => unmapped(format!("job {other}")),
    }
}

/// Several customers; the run meets data that cannot be read, and runs again without it.
fn many(world: &World, given: &Facts<'_>) -> Told<Value> {
    let customers = given.need("customers")?.count()?;
    let fails = given.need("first_run_fails_at")?.count()?;
    match given.need("second_run")?.text()? {
        "error removed" => {}
        other => return unmapped(format!("second run: {other}")),
    }
    let mut worlds = vec![world.clone(); customers];
    for one in &mut worlds {
        one.add_item(overdue("I1")?);
    }
    let drafts_after = |worlds: &mut Vec<World>, bad: Option<usize>| -> Told<usize> {
        for (number, plan) in World::run_many(worlds, bad)?.iter().enumerate() {
            if let (Some(plan), Some(world)) = (plan, worlds.get_mut(number)) {
                world.propose(plan)?;
            }
        }
        Ok(worlds.iter().filter(|one| one.count_entries("proposed") == 1).count())
    };
    let first = drafts_after(&mut worlds, Some(fails))?;
    let second = drafts_after(&mut worlds, None)?;
    Ok(json!({ "drafts_after_first": first, "drafts_after_second": second }))
}

/// The same is asked for twice.
fn twice(mut world: World, given: &Facts<'_>) -> Told<Value> {
    world.add_item(overdue("I1")?);
    let action = given.need("action")?;
    let actions = if action.is_list() { action.list()? } else { vec![action] };
    let mut lines = Vec::new();
    for action in actions {
        match action.text()? {
            "suggest lines" => lines.push(reading::lines(&world.run(place::TODAY)?).len()),
            other => return unmapped(format!("action {other}")),
        }
    }
    let is_unchanged = lines.iter().all(|count| Some(count) == lines.first());
    Ok(json!({ "line_count_unchanged": is_unchanged, "line_count": lines.last() }))
}

impl World {
    /// Entries of a kind in the journal.
    fn count_entries(&self, event: &str) -> usize {
        let entries = self.account["journal"].as_array().into_iter().flatten();
        entries.filter(|entry| entry["event"]["type"] == *event).count()
    }

    /// Plans many accounts at once; one of them, counted from 1, may be unreadable.
    fn run_many(worlds: &[Self], bad: Option<usize>) -> Told<Vec<Option<Plan>>> {
        let Some(first) = worlds.first() else { return Ok(Vec::new()) };
        let at = place::run(place::TODAY);
        let mut lines = String::new();
        for (number, world) in worlds.iter().enumerate() {
            let is_bad = bad == Some(number.saturating_add(1));
            let line = if is_bad { "not an account".to_owned() } else { world.line(&at)? };
            lines.push_str(&line);
            lines.push('\n');
        }
        let results = dunning::plan_many(&lines, &first.rules()?, super::world::moment(&at)?);
        let plans = results.lines().map(|line| {
            let result = json_of(line)?;
            let plan = Plan::from_json(&result["plan"].to_string());
            Ok(plan.ok())
        });
        plans.collect()
    }
}
