//! Dolibarr: one mail on the day.

use serde_json::{Value, json};

use super::facts::Told;
use super::items::{AMOUNT, LOCAL, invoice};
use super::world::World;
use super::{Case, place};

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let mut world = World::new(case.lab, "dolibarr")?;
    let days = given.need("offset_days")?.whole()?;
    world.scenario()["steps"][0]["offset"]["days"] = json!(place::early(days)?);
    let due = given.need("due")?.text()?;
    let mut item = invoice("I1", due, given.text_at("amount")?.unwrap_or(AMOUNT), LOCAL);
    if given.is("paid")? {
        item["open"] = json!("0.00");
    }
    world.add_item(item);
    let plan = world.run(given.need("as_of")?.text()?)?;
    Ok(json!({ "mail": !plan.actions.is_empty() }))
}
