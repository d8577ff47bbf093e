//! Fees and interest of the cases, as rules of the policy.

use dunning::Plan;
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{LOCAL, credit, invoice};
use super::lab::Lab;
use super::place;
use super::world::{World, json_of};

/// The first day of a rate that is in force all the time.
pub(super) const ALWAYS: &str = "2000-01-01";

/// Adds a fee to the policy and names it in the step.
pub(super) fn add(world: &mut World, step: &mut Value, rule: Value) {
    step["fee"] = rule["id"].clone();
    push(world, "fees", rule);
}

/// Adds interest to the policy and names it in the step.
pub(super) fn add_interest(world: &mut World, step: &mut Value, rule: Value) {
    step["interest"] = rule["id"].clone();
    push(world, "interest", rule);
}

fn push(world: &mut World, key: &str, rule: Value) {
    match world.policy[key].as_array_mut() {
        Some(rules) => rules.push(rule),
        None => world.policy[key] = json!([rule]),
    }
}

/// The fee of a level: fixed, or a percentage of the item's original amount.
pub(super) fn of_step(
    world: &mut World,
    step: &mut Value,
    fee: &Facts<'_>,
    currency: &str,
) -> Told<()> {
    let id = format!("fee-{}", step["id"].as_str().unwrap_or_default());
    let mut rule = json!({ "id": id });
    let amount = match fee.need("kind")?.text()? {
        "fixed" => json!({ "currency": currency, "fixed": fee.need("amount")?.text()? }),
        "percent" | "percentage" => {
            let names = ["percent", "percentage", "rate", "value", "amount"];
            let percent = names.iter().find_map(|name| fee.get(name));
            let Some(percent) = percent else { return unmapped("a percentage without a figure") };
            rule["of"] = json!("original");
            json!({ "currency": currency, "percent": percent.name()? })
        }
        other => return unmapped(format!("fee of kind {other}")),
    };
    rule["amounts"] = json!([amount]);
    add(world, step, rule);
    Ok(())
}

/// What a charge is, as JSON has it.
pub(super) const FEE: &str = "fee";
pub(super) const INTEREST: &str = "interest";

/// The charges of a kind that the actions name.
pub(super) fn charges(plan: &Plan, kind: &str) -> Vec<Value> {
    let actions = plan.actions.iter().filter_map(|action| json_of(&action.to_json()).ok());
    let charges = actions.flat_map(|action| action["charges"].as_array().cloned());
    charges.flatten().filter(|charge| charge["kind"] == *kind).collect()
}

/// The amount of a charge.
pub(super) fn amount(charge: &Value) -> &str {
    charge["amount"].as_str().unwrap_or_default()
}

/// The one charge of a kind; nothing is 0.
pub(super) fn only(plan: &Plan, kind: &str) -> String {
    charges(plan, kind).first().map_or("0.00", amount).to_owned()
}

/// All charges of a kind together.
pub(super) fn total(plan: &Plan, kind: &str) -> Told<String> {
    let charges = charges(plan, kind);
    sum(&charges.iter().map(amount).collect::<Vec<_>>())
}

/// What is left of an amount, as the library nets a credit.
pub(super) fn rest(all: &str, part: &str) -> Told<String> {
    let mut world = World::new(&Lab::default(), "axelor")?;
    let due = place::before(place::TODAY, 300)?;
    world.add_item(invoice("I1", &due, all, LOCAL));
    world.add_item(credit("C1", "creditNote", &due, part, LOCAL));
    let plan = world.run(place::TODAY)?;
    let total = plan.actions.first().map(|action| action.total.to_string());
    Ok(total.unwrap_or_else(|| "0.00".to_owned()))
}

/// What amounts are together, as the library adds up what is overdue.
pub(super) fn sum(amounts: &[&str]) -> Told<String> {
    let mut world = World::new(&Lab::default(), "oca_warn")?;
    let due = place::before(place::TODAY, 1)?;
    for (number, amount) in amounts.iter().enumerate() {
        world.add_item(invoice(&number.to_string(), &due, amount, LOCAL));
    }
    let plan = world.run(place::TODAY)?;
    let total = plan.actions.first().map(|action| action.total.to_string());
    Ok(total.unwrap_or_else(|| "0.00".to_owned()))
}
