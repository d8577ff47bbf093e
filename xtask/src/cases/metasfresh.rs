//! metasfresh and iDempiere: candidates of levels, and the documents of those processed.

use dunning::Plan;
use serde_json::{Map, Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, credit, currency, id, invoice};
use super::past::Taken;
use super::world::World;
use super::{Case, Stop, metasfresh_documents, place, reading};

const CONVERTS: &str = "the peer's own posting: it converts an amount by a rate of its ledger, and no currency is \
     converted here";
const CUTS_OFF: &str = "asserts a service cut-off: the stop of deliveries";
const LATEST: &str = "asserts the peer's own storage: the latest row of its candidates";
const THROWS: &str = "a peer's accident: a choice that it offers and then fails on";

pub(super) fn answer(case: &Case<'_>, profile: &str) -> Told<Value> {
    let given = &case.given;
    if given.has("delivery_stop") || given.has("delivery_stop_level") {
        return Err(Stop::Skipped(CUTS_OFF));
    }
    if given.has("dunning_currency") {
        return Err(Stop::Skipped(CONVERTS));
    }
    if given.get("candidates").is_some_and(|rows| rows.is_list()) {
        return Err(Stop::Skipped(LATEST));
    }
    let is_sequential = given.some("sequential").map(|yes| yes.flag()).transpose()?;
    if is_sequential == Some(false) && given.has("days_between_for_level_2") {
        return Err(Stop::Skipped(THROWS));
    }
    let mut world = World::new(case.lab, profile)?;
    if is_sequential == Some(false) {
        world.scenario()["entry"] = json!({ "type": "matchingStep" });
        world.scenario()["catchUp"] = json!("newestOnly");
    }
    if given.has("candidates") {
        return metasfresh_documents::documents(world, given);
    }
    if given.has("processed_levels") {
        return metasfresh_documents::written_off(world, given);
    }
    if given.has("interest_percent") || given.has("level_fee") {
        return metasfresh_documents::charged(world, given);
    }
    levels(&mut world, given)?;
    for (key, dates) in [("cases_days_due", false), ("dates", true), ("grace_dates", false)] {
        if given.has(key) {
            return several(&world, given, key, dates);
        }
    }
    one(world, given)
}

/// The levels of a case as steps of the preset.
fn levels(world: &mut World, given: &Facts<'_>) -> Told<()> {
    let mut facts = given.list_at("levels")?;
    let alone = given.get("level").filter(|level| level.has("days_after_due"));
    facts.extend(alone);
    let mut steps = Vec::new();
    for (number, level) in facts.iter().enumerate() {
        let mut step = world.step(number);
        let place = number.saturating_add(1).to_string();
        let name = level.name_at("level")?.unwrap_or(place);
        step["id"] = json!(name);
        if let Some(days) = level.whole_at("days_after_due")? {
            step["offset"]["days"] = json!(days);
        }
        if level.is("show_all_due")? {
            step["offset"]["days"] = json!(0);
        }
        let between = level.whole_at("days_between")?;
        if let Some(days) = between.or(given.whole_at(&format!("days_between_for_level_{name}"))?) {
            step["gapDays"] = json!(days);
        }
        if level.is("write_off")? {
            world.scenario()["afterLast"] = json!({ "type": "handover" });
        }
        steps.push(step);
    }
    if !steps.is_empty() {
        world.set_steps(steps);
    }
    Ok(())
}

/// The day of the case.
fn day<'a>(given: &Facts<'a>) -> Told<&'a str> {
    Ok(match given.text_at("date")? {
        Some(day) => day,
        None => given.text_at("as_of")?.unwrap_or(place::TODAY),
    })
}

/// An item, overdue by a stated number of days: long enough for every level if none is stated.
fn item(world: &mut World, facts: &Facts<'_>, number: usize, day: &str) -> Told<String> {
    let id = id(facts, number)?;
    let due = match facts.text_at("due")? {
        Some(due) => due.to_owned(),
        None => place::before(day, facts.whole_at("days_due")?.unwrap_or(200))?,
    };
    let amount = facts.text_at("amount")?.unwrap_or(AMOUNT);
    let mut item = invoice(&id, &due, amount, &currency(facts)?);
    if let Some(open) = facts.text_at("open")? {
        item["open"] = json!(open);
    }
    let grace = ["grace", "grace_date"].iter().find_map(|key| facts.some(key));
    if let Some(grace) = grace {
        item["graceUntil"] = json!(grace.text()?);
    }
    world.add_item(item);
    Ok(id)
}

fn disputed(world: &mut World, facts: &Facts<'_>, id: &str, day: &str) -> Told<()> {
    if facts.is("in_dispute")? {
        let dispute = json!({ "item": id, "reason": "in dispute" });
        world.tell(&json!({ "type": "openDispute", "dispute": dispute }), &place::run(day))?;
    }
    Ok(())
}

/// What was dunned before: processed levels were sent, others are candidates only.
fn history(world: &mut World, given: &Facts<'_>, items: &[String], day: &str) -> Told<()> {
    let before = place::before(day, 100)?;
    let mut rows = given.list_at("history")?;
    rows.extend(given.some("existing_candidate"));
    for row in rows {
        let level = row.need("level")?.name()?;
        let of = row.name_at("item")?;
        let of: Vec<&str> = items
            .iter()
            .map(String::as_str)
            .filter(|id| of.as_deref().is_none_or(|of| of == *id))
            .collect();
        let date = ["effective", "date"].iter().find_map(|key| row.some(key));
        let date = date.map(|date| date.text()).transpose()?;
        let step = Taken {
            items: &of,
            step: &level,
            occurrence: 1,
            day: date.unwrap_or(&before),
            deadline: None,
        };
        let processed = ["processed", "document_processed"].iter().find_map(|key| row.some(key));
        if processed.map(|yes| yes.flag()).transpose()?.unwrap_or(true) {
            world.taken(&step)?;
        } else {
            for item in of {
                world.proposed(item, &level, date.unwrap_or(day))?;
            }
        }
    }
    Ok(())
}

/// One question asked of several accounts that differ in one thing.
fn several(world: &World, given: &Facts<'_>, key: &str, dates: bool) -> Told<Value> {
    let mut answers = Vec::new();
    for one in given.need(key)?.list()? {
        let mut world = world.clone();
        let today = if dates { one.text()? } else { day(given)? };
        let id = item(&mut world, given, 0, today)?;
        if key == "cases_days_due" {
            let due = place::before(today, one.whole()?)?;
            world.item(&id).into_iter().for_each(|item| item["due"] = json!(due));
        }
        if key == "grace_dates" && !one.is_null() {
            let grace = one.text()?;
            world.item(&id).into_iter().for_each(|item| item["graceUntil"] = json!(grace));
        }
        disputed(&mut world, given, &id, today)?;
        history(&mut world, given, std::slice::from_ref(&id), today)?;
        answers.push(is_created(&world.run(today)?, given, &id)?);
    }
    Ok(json!({ "eligible": answers, "created": answers, "candidate_created": answers }))
}

/// True if the item is dunned, at the level that is tried if one is.
fn is_created(plan: &Plan, given: &Facts<'_>, id: &str) -> Told<bool> {
    let step = reading::step(plan, id);
    let tried = given.name_at("try_level")?;
    Ok(step.is_some_and(|step| tried.is_none_or(|tried| tried == step)))
}

fn one(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let today = day(given)?;
    let mut ids = Vec::new();
    let mut facts = given.list_at("items")?;
    let has_items = given.has("items");
    facts.extend(given.some("item"));
    if facts.is_empty() && !has_items {
        facts.push(given.clone());
    }
    for (number, facts) in facts.iter().enumerate() {
        let id = item(&mut world, facts, number, today)?;
        // A level that includes what is disputed takes it as any other item.
        let includes = match given.get("level") {
            Some(level) if level.has("include_disputed") => level.is("include_disputed")?,
            _ => false,
        };
        if includes {
            facts.is("in_dispute")?;
        } else {
            disputed(&mut world, facts, &id, today)?;
        }
        ids.push(id);
    }
    for (number, paid) in given.list_at("unallocated_payments")?.iter().enumerate() {
        let id = format!("P{number}");
        world.add_item(credit(&id, "unappliedPayment", today, paid.text()?, LOCAL));
    }
    if given.is("statement_level")? {
        return unmapped("a statement of account");
    }
    history(&mut world, given, &ids, today)?;
    let level = given.get("level").filter(|level| !level.has("days_after_due"));
    let plan = world.run(today)?;
    let first = ids.first().map(String::as_str).unwrap_or_default();
    let tried = level.map(|level| level.name()).transpose()?;
    let is_created = is_created(&plan, given, first)?
        && tried.is_none_or(|tried| reading::step(&plan, first) == Some(&tried));
    let levels: Map<String, Value> =
        ids.iter().map(|id| (id.clone(), reading::level(reading::step(&plan, id)))).collect();
    Ok(json!({
        "eligible": is_created, "created": is_created, "candidate_created": is_created,
        "dunned": is_created, "document_created": !plan.actions.is_empty(),
        "documents": plan.actions.len(), "levels": levels,
        "level": reading::level(reading::step(&plan, first)),
        "total": plan.actions.first().map(|action| action.total),
    }))
}
