//! Tryton: drafts, waiting and final dunnings of items.

use dunning::{Decision, Outcome, Plan};
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, credit, currency, id, invoice};
use super::past::Taken;
use super::world::World;
use super::{Case, fees, place, reading};

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    if case.given.has("item_amount") {
        return fee(case);
    }
    let given = &case.given;
    let mut world = World::new(case.lab, "tryton")?;
    levels(&mut world, &given.list_at("levels")?)?;
    let as_of = given.need("as_of")?.text()?;
    if let Some(dunning) = given.some("dunning") {
        return process_one(&mut world, &dunning, given, as_of);
    }
    party(&mut world, given)?;
    for (number, facts) in given.need("items")?.list()?.iter().enumerate() {
        item(&mut world, facts, number)?;
    }
    for (number, paid) in given.list_at("unapplied_payments")?.iter().enumerate() {
        // Whose it is: there is one party here.
        paid.text_at("party")?;
        let amount = paid.need("amount")?.text()?;
        let id = format!("payment-{number}");
        // Money of a party pays what it owes: it is in the currency of the items.
        let of = match paid.text_at("currency")? {
            Some(of) => of.to_owned(),
            None => world.account["items"][0]["currency"].as_str().unwrap_or(LOCAL).to_owned(),
        };
        world.add_item(credit(&id, "unappliedPayment", as_of, amount, &of));
    }
    for dunning in given.list_at("existing")? {
        existing_one(&mut world, &dunning, as_of)?;
    }
    let carries_out = match given.text_at("action")? {
        None | Some("create") => false,
        Some("create+process" | "process") => true,
        Some(other) => return unmapped(format!("action {other}")),
    };
    let created = world.run(as_of)?;
    if carries_out {
        world.carry_out(&created)?;
    }
    let after = if carries_out { world.run(as_of)? } else { created.clone() };
    Ok(told(&world, &created, &after, carries_out))
}

/// The levels as steps of the preset.
fn levels(world: &mut World, levels: &[Facts<'_>]) -> Told<()> {
    if levels.is_empty() {
        return Ok(());
    }
    let mut steps = Vec::new();
    for (number, level) in levels.iter().enumerate() {
        let mut step = world.step(number);
        step["id"] = json!(level.need("level")?.name()?);
        step["offset"]["days"] = json!(level.need("overdue_days")?.whole()?);
        if level.is("letter")? {
            step["work"]["channels"] = json!(["letter"]);
        }
        if level.is("send_email")? {
            step["work"]["channels"] = json!(["email"]);
        }
        if let Some(from) = level.text_at("from")? {
            let sender = json!({ "id": "sender", "channel": "email", "value": from });
            world.account["creditor"]["senders"] = json!([sender]);
        }
        if let Some(subject) = level.text_at("template_subject")? {
            step["work"]["template"] = json!(subject);
        }
        if let Some(fee) = level.some("fee") {
            fees::of_step(world, &mut step, &fee, LOCAL)?;
        }
        steps.push(step);
    }
    world.set_steps(steps);
    Ok(())
}

fn party(world: &mut World, given: &Facts<'_>) -> Told<()> {
    let Some(party) = given.some("party") else { return Ok(()) };
    let contact = &mut world.account["contacts"][0];
    if let Some(name) = party.text_at("name")? {
        contact["name"] = json!(name);
    }
    if let Some(email) = party.text_at("email")? {
        contact["addresses"][0]["value"] = json!(email);
    }
    Ok(())
}

fn item(world: &mut World, facts: &Facts<'_>, number: usize) -> Told<()> {
    let (id, due) = (id(facts, number)?, facts.need("due")?.text()?);
    let amount = facts.text_at("amount")?.unwrap_or(AMOUNT);
    let mut item = invoice(&id, due, amount, &currency(facts)?);
    if let Some(open) = facts.text_at("open")? {
        item["open"] = json!(open);
    } else if facts.is("settled")? {
        item["open"] = json!("0.00");
    }
    facts.is("settled")?;
    world.add_item(item);
    Ok(())
}

/// A dunning that is there already. One without a date was made on the due day of its item.
fn existing_one(world: &mut World, dunning: &Facts<'_>, as_of: &str) -> Told<()> {
    let (item, level) = (dunning.need("item")?.name()?, dunning.need("level")?.name()?);
    let due = world.item(&item).map(|item| item["due"].clone());
    let due = due.as_ref().and_then(Value::as_str).unwrap_or(place::TODAY).to_owned();
    let day = dunning.text_at("date")?.unwrap_or(&due);
    let step = Taken { items: &[&item], step: &level, occurrence: 1, day, deadline: None };
    match dunning.need("state")?.text()? {
        "draft" => {
            if let Some(before) = level_before(world, &level) {
                world.taken(&Taken { step: &before, ..step })?;
            }
            world.proposed(&item, &level, as_of)?;
        }
        "waiting" | "final" => world.taken(&step)?,
        other => return unmapped(format!("state {other}")),
    }
    if dunning.is("blocked")? {
        world.block_item(&item, "blocked", as_of)?;
    }
    Ok(())
}

/// The level that stands before another in the list.
fn level_before(world: &mut World, level: &str) -> Option<String> {
    let mut before = None;
    for step in world.scenario()["steps"].as_array()? {
        if step["id"] == *level {
            return before;
        }
        before = step["id"].as_str().map(str::to_owned);
    }
    None
}

/// A draft of an item that nothing else is said of is processed.
fn process_one(
    world: &mut World,
    dunning: &Facts<'_>,
    given: &Facts<'_>,
    as_of: &str,
) -> Told<Value> {
    let (item, level) = (dunning.need("item")?.name()?, dunning.need("level")?.name()?);
    // Old enough for every level.
    let day = place::before(as_of, 365)?;
    world.add_item(invoice(&item, &day, AMOUNT, LOCAL));
    let (state, action) = (dunning.need("state")?.text()?, given.need("action")?.text()?);
    if (state, action) != ("draft", "process") {
        return unmapped(format!("{action} of a dunning that is {state}"));
    }
    if let Some(before) = level_before(world, &level) {
        let items = [item.as_str()];
        let day = &day;
        let step = &before;
        world.taken(&Taken { items: &items, step, occurrence: 1, day, deadline: None })?;
    }
    let draft = world.run(as_of)?;
    world.propose(&draft)?;
    if dunning.is("blocked")? {
        world.block_item(&item, "blocked", as_of)?;
    } else {
        world.carry_out(&draft)?;
    }
    let after = world.run(as_of)?;
    Ok(json!({ "dunning": dunnings(world, &after).first() }))
}

fn told(world: &World, created: &Plan, after: &Plan, carried_out: bool) -> Value {
    let mut dunnings = dunnings(world, after);
    for dunning in &mut dunnings {
        // It becomes final in the run after the one in which it was processed.
        let item = dunning["item"].as_str().unwrap_or_default();
        if carried_out && reading::acts(created, item) && dunning["state"] == "final" {
            dunning["state"] = json!("waiting");
        }
    }
    let sent = if carried_out { created.actions.as_slice() } else { &[] };
    let emails: Vec<Value> = sent
        .iter()
        .filter(|action| action.channel == dunning::Channel::Email)
        .map(|action| {
            let contact = &world.account["contacts"][0]["name"];
            let name = contact.as_str().unwrap_or_default();
            json!({
                "to": [format!("{name} <{}>", action.recipient.value)],
                "from": world.account["creditor"]["senders"][0]["value"],
                "subject": action.template,
            })
        })
        .collect();
    let entries = world.account["journal"].as_array().into_iter().flatten();
    let log = entries.filter(|entry| entry["event"]["type"] == "sent").count();
    json!({
        "dunnings": dunnings, "active_dunnings": dunnings, "count": dunnings.len(),
        "letter_printed": sent.iter().any(|one| one.channel == dunning::Channel::Letter),
        "emails": emails, "email_count": emails.len(), "log_entries": log,
    })
}

fn dunnings(world: &World, plan: &Plan) -> Vec<Value> {
    plan.decisions.iter().filter_map(|decision| dunning_of(world, plan, decision)).collect()
}

/// The dunning of an item in Tryton's words.
fn dunning_of(world: &World, plan: &Plan, decision: &Decision) -> Option<Value> {
    if matches!(decision.outcome, Outcome::Closed {}) {
        return None;
    }
    let drafted = reading::step(plan, &decision.item)
        .or_else(|| reading::undecided(decision))
        // Payments that cover the total keep the letter back, and the dunning is there.
        .or_else(|| reading::covered(decision));
    let is_blocked = reading::is_blocked(decision);
    let state = match drafted {
        Some(_) => "draft",
        None if reading::has_ended(decision) && !is_blocked => "final",
        None => "waiting",
    };
    let level = drafted.or(decision.level.as_deref())?;
    let date = if drafted.is_some() { Value::Null } else { world.sent_on(&decision.item) };
    Some(json!({
        "item": decision.item, "level": reading::level(Some(level)), "state": state,
        "blocked": is_blocked, "date": date,
    }))
}

/// The fee of a level, and what the debtor owes once it is booked.
fn fee(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let mut world = World::new(case.lab, "tryton")?;
    let level = given.need("level")?;
    let mut step = world.step(0);
    step["id"] = json!(level.need("level")?.name()?);
    fees::of_step(&mut world, &mut step, &level.need("fee")?, LOCAL)?;
    world.set_steps(vec![step]);
    let (amount, owed) = (given.need("item_amount")?.text()?, given.text_at("receivable_before")?);
    let due = place::before(place::TODAY, 365)?;
    let mut item = invoice("I1", &due, amount, LOCAL);
    item["open"] = json!(owed.unwrap_or(amount));
    world.add_item(item);
    match given.text_at("action")? {
        None | Some("process" | "create+process") => {}
        Some(other) => return unmapped(format!("action {other}")),
    }
    let plan = world.run_and_send(place::TODAY)?;
    let fee = fees::only(&plan, fees::FEE);
    let after = fees::sum(&[owed.unwrap_or(amount), &fee])?;
    Ok(json!({ "fee": fee, "receivable_after": after }))
}
