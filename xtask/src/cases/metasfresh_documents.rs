//! metasfresh and iDempiere: documents, what they charge, and what is given up after them.

use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, invoice};
use super::past::Taken;
use super::world::World;
use super::{fees, place, reading};

/// How many documents come of candidates.
pub(super) fn documents(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let grouping = match given.text_at("aggregator")? {
        None | Some("default") => None,
        Some("partner" | "bpartner" | "per_partner" | "by_partner") => Some("account"),
        Some(other) => return unmapped(format!("aggregator {other}")),
    };
    if let Some(grouping) = grouping {
        world.policy["grouping"] = json!(grouping);
    }
    let due = place::before(place::TODAY, 200)?;
    for number in 1..=given.need("candidates")?.count()? {
        world.add_item(invoice(&number.to_string(), &due, AMOUNT, LOCAL));
    }
    Ok(json!({ "documents": world.run(place::TODAY)?.actions.len() }))
}

/// What is given up after the last level.
pub(super) fn written_off(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let last = given.need("write_off_level")?.name()?;
    let mut steps = world.scenario()["steps"].as_array().cloned().unwrap_or_default();
    let Some(at) = steps.iter().position(|step| step["id"] == *last) else {
        return unmapped(format!("no level {last}"));
    };
    steps.truncate(at.saturating_add(1));
    world.set_steps(steps);
    world.scenario()["afterLast"] = json!({ "type": "handover" });
    let before = place::before(place::TODAY, 20)?;
    for (id, level) in given.need("processed_levels")?.table()? {
        let due = place::before(place::TODAY, 200)?;
        world.add_item(invoice(id, &due, AMOUNT, LOCAL));
        if let Some(level) = (!level.is_null()).then(|| level.name()).transpose()? {
            let items = [id];
            let step = level.as_str();
            world.taken(&Taken {
                items: &items,
                step,
                occurrence: 1,
                day: &before,
                deadline: None,
            })?;
        }
    }
    let plan = world.run(place::TODAY)?;
    let ended = plan.decisions.iter().filter(|one| reading::has_ended(one));
    let ids: Vec<&str> = ended.map(|one| one.item.as_str()).collect();
    Ok(json!({ "written_off": ids }))
}

/// The fee and the percentage of a level.
pub(super) fn charged(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut step = world.step(0);
    let is_of_document = given.has("level_fee");
    let fee = if is_of_document { given.text_at("level_fee")? } else { given.text_at("fee")? };
    if let Some(fee) = fee {
        let per = if is_of_document { "message" } else { "item" };
        let amount = json!({ "currency": LOCAL, "fixed": fee });
        fees::add(&mut world, &mut step, json!({ "id": "fee", "amounts": [amount], "per": per }));
    }
    if let Some(percent) = given.name_at("interest_percent")? {
        let rates = json!([{ "begins": fees::ALWAYS, "percent": percent }]);
        let rule = json!({ "id": "interest", "rates": rates, "dayCount": "flat" });
        fees::add_interest(&mut world, &mut step, rule);
    }
    world.set_steps(vec![step]);
    let count = given.some("partner_items").map(|items| items.count()).transpose()?.unwrap_or(1);
    let days = given.whole_at("days_due")?.unwrap_or(200);
    let due = place::before(place::TODAY, days)?;
    let open = given.text_at("open")?.unwrap_or(AMOUNT);
    for number in 1..=count {
        world.add_item(invoice(&number.to_string(), &due, open, LOCAL));
    }
    let plan = world.run(place::TODAY)?;
    Ok(json!({
        "fee": fees::only(&plan, fees::FEE),
        "interest": fees::only(&plan, fees::INTEREST),
        "fee_lines": fees::charges(&plan, fees::FEE).len(),
        "fee_total": fees::total(&plan, fees::FEE)?,
    }))
}
