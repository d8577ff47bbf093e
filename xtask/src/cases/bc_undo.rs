//! Business Central: reminders that are issued, and cancelled again.

use dunning::Plan;
use serde_json::{Map, Value, json};

use super::bc_runs::{issue_levels, overdue, up_to};
use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, invoice};
use super::world::World;
use super::{place, reading};

/// Issued reminders are cancelled, the latest first; then a reminder is made anew.
pub(super) fn cancelled(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut item = overdue("I1")?;
    if let Some(open) = given.text_at("item_open")? {
        item["open"] = json!(open);
    }
    world.add_item(item);
    let levels = match given.some("issued_levels") {
        Some(levels) => levels.list()?.iter().map(Facts::name).collect::<Told<Vec<_>>>()?,
        None => up_to(&mut world, &given.need("item_level")?.name()?)?,
    };
    issue_levels(&mut world, "I1", &levels)?;
    let actions = match given.some("actions") {
        Some(actions) => actions.list()?,
        None => vec![given.need("action")?],
    };
    let mut is_refused = false;
    let mut created: Option<Plan> = None;
    for action in actions {
        match action.text()? {
            "create reminder" => created = Some(world.run(place::TODAY)?),
            "cancel issued reminder" | "cancel" => is_refused |= !undo(&mut world, None)?,
            other => match other.strip_prefix("cancel level ") {
                Some(level) => is_refused |= !undo(&mut world, Some(level))?,
                None => return unmapped(format!("action {other}")),
            },
        }
    }
    let plan = world.run(place::TODAY)?;
    let stands = reading::decision(&plan, "I1").and_then(|one| one.level.as_deref());
    let line = created.iter().flat_map(|plan| &plan.actions).flat_map(|one| &one.lines).next();
    let level = reading::level(line.map(|line| line.step.as_str()));
    Ok(json!({
        "item_level": reading::level(stands.or(Some("0"))),
        "level": if line.is_some() { level } else { reading::level(stands.or(Some("0"))) },
        "remaining_amount": line.map(|line| line.dunned.to_string()),
        "error": is_refused.then_some("cancel-highest-first"), "refused": is_refused,
    }))
}

/// Cancels the reminder of a level, or the latest that stands; false if that is refused.
fn undo(world: &mut World, level: Option<&str>) -> Told<bool> {
    let plan = world.run(place::TODAY)?;
    let stands = reading::decision(&plan, "I1").and_then(|one| one.level.clone());
    let Some(level) = level.or(stands.as_deref()) else {
        // There is nothing that could be cancelled.
        return Ok(true);
    };
    let level = level.to_owned();
    world.undo_step("I1", &level)
}

/// A reminder is issued: which levels have its items then?
pub(super) fn issued(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let reminder = given.need("reminder")?;
    let level = reminder.need("level")?.name()?;
    let before = given.need("levels_before")?.table()?;
    let mut asked_for = Vec::new();
    for item in reminder.list_at("reminder_items")? {
        asked_for.push(item.name()?);
    }
    let mut not_due = Vec::new();
    for item in reminder.list_at("not_due_items")? {
        not_due.push(item.name()?);
    }
    for (item, of_before) in &before {
        let is_due = asked_for.iter().any(|id| id == item);
        let days = if is_due { -200 } else { 100 };
        let due = place::after(place::TODAY, days)?;
        world.add_item(invoice(item, &due, AMOUNT, LOCAL));
        let levels = up_to(&mut world, &of_before.name()?)?;
        issue_levels(&mut world, item, &levels)?;
    }
    match given.need("action")?.text()? {
        "issue" => {}
        "cancel" | "cancel issued reminder" => {
            for item in &asked_for {
                world.undo_step(item, &level)?;
            }
            return Ok(json!({ "levels_after": levels_of(&world, &before)? }));
        }
        other => return unmapped(format!("action {other}")),
    }
    let plan = world.run_and_send(place::TODAY)?;
    let step = plan.actions.first().map(|action| action.step.as_str());
    if step != Some(&*level) || not_due.iter().any(|item| reading::acts(&plan, item)) {
        return unmapped(format!("the reminder is one of level {step:?}"));
    }
    Ok(json!({ "levels_after": levels_of(&world, &before)? }))
}

/// The levels of items as they stand.
fn levels_of(world: &World, items: &[(&str, Facts<'_>)]) -> Told<Map<String, Value>> {
    let plan = world.run(place::TODAY)?;
    let level = |item: &str| {
        let level = reading::decision(&plan, item).and_then(|one| one.level.as_deref());
        (item.to_owned(), reading::level(level.or(Some("0"))))
    };
    Ok(items.iter().map(|(item, _)| level(item)).collect())
}
