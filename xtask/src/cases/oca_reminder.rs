//! OCA overdue reminder: reminders that are counted, and the warning that only counts.

use dunning::{Hold, Plan};
use serde_json::{Map, Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, currency, id, invoice};
use super::past::Taken;
use super::world::World;
use super::{Case, place, reading};

pub(super) fn answer(case: &Case<'_>, profile: &str) -> Told<Value> {
    let mut world = World::new(case.lab, profile)?;
    let given = &case.given;
    let key = if given.has("items") { "items" } else { "invoices" };
    let invoices = given.need(key)?.list()?;
    let as_of = given.text_at("as_of")?.unwrap_or(place::TODAY);
    if let Some(days) = given.whole_at("min_interval_days")? {
        world.policy["minGapDays"] = json!(days);
    }
    if let Some(days) = given.whole_at("start_days")? {
        world.scenario()["steps"][0]["offset"]["days"] = json!(days);
    }
    let last = given.text_at("last_reminder")?;
    for (number, facts) in invoices.iter().enumerate() {
        invoiced(&mut world, facts, number, as_of, last)?;
    }
    exclusions(&mut world, given, as_of)?;
    let by_phone = match given.text_at("channel")? {
        None => false,
        Some("mail" | "email") => work(&mut world, &json!(["email"])),
        Some("post" | "letter") => work(&mut world, &json!(["letter"])),
        Some("phone") => {
            for step in world.steps().into_iter().flatten() {
                step["work"] = json!({ "type": "call" });
            }
            true
        }
        Some(other) => return unmapped(format!("channel {other}")),
    };
    let plan = world.run(as_of)?;
    if by_phone {
        super::calls::call_in_vain(&mut world, &plan)?;
    } else {
        world.carry_out(&plan)?;
    }
    Ok(told(&world, &plan))
}

fn work(world: &mut World, channels: &Value) -> bool {
    for step in world.steps().into_iter().flatten() {
        step["work"]["channels"] = channels.clone();
    }
    false
}

/// An invoice, with the reminders that it had.
fn invoiced(
    world: &mut World,
    facts: &Facts<'_>,
    number: usize,
    as_of: &str,
    last: Option<&str>,
) -> Told<()> {
    let id = id(facts, number)?;
    // One of which no day is stated is long overdue.
    let due = match (facts.text_at("due")?, facts.whole_at("due_days_ago")?) {
        (Some(due), _) => due.to_owned(),
        (None, days) => place::before(as_of, days.unwrap_or(365))?,
    };
    let (amount, open) = (facts.text_at("amount")?, facts.text_at("open")?);
    let open = open.or(amount).unwrap_or(AMOUNT);
    world.add_item(invoice(&id, &due, open, &currency(facts)?));
    if facts.is("excluded")? || facts.is("no_overdue_reminder")? {
        world.block_item(&id, "excluded", &due)?;
    }
    let last = facts.text_at("last_reminder")?.or(last);
    let reminders = facts.some("reminders_so_far").map(|so_far| so_far.count()).transpose()?;
    // Without a day they were sent long before, one a week.
    let count = reminders.unwrap_or(usize::from(last.is_some()));
    for occurrence in 1..=count {
        let weeks = count.saturating_sub(occurrence).saturating_add(1);
        let placed = place::before(as_of, place::days_of_weeks(weeks)?)?;
        let is_last = occurrence == count;
        let day = last.filter(|_| is_last).unwrap_or(&placed);
        let items = [id.as_str()];
        let step = occurrence.to_string();
        let taken = Taken { items: &items, step: &step, occurrence: 1, day, deadline: None };
        world.taken(&taken)?;
    }
    Ok(())
}

fn exclusions(world: &mut World, given: &Facts<'_>, as_of: &str) -> Told<()> {
    for key in ["customer_excluded", "partner_excluded", "no_overdue_reminder"] {
        if given.is(key)? {
            world.block_debtor("excluded", as_of)?;
        }
    }
    Ok(())
}

fn told(world: &World, plan: &Plan) -> Value {
    let included = reading::lines(plan);
    let total = plan.actions.first().map(|action| action.total.to_string());
    let number = plan.actions.first().map(|action| action.step.as_str());
    json!({
        "reminded": !included.is_empty(),
        "included": included,
        "reminder_number_in_subject": reading::level(number),
        "counters_after": counters(world),
        "overdue_count": included.len(),
        "overdue_amount": total.unwrap_or_else(|| "0.00".to_owned()),
        "too_soon": plan.decisions.iter().flat_map(|one| &one.holds).any(is_too_soon),
    })
}

fn is_too_soon(hold: &Hold) -> bool {
    matches!(hold, Hold::Timing { .. })
}

/// How often each invoice was sent, by the journal.
fn counters(world: &World) -> Value {
    let items = world.account["items"].as_array().into_iter().flatten();
    let counted = items.filter_map(|item| {
        let id = item["id"].as_str()?;
        Some((id.to_owned(), json!(world.times_sent(id))))
    });
    Value::Object(counted.collect::<Map<String, Value>>())
}
