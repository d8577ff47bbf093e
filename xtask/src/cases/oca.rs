//! OCA credit control: runs that make lines, level after level.

use dunning::{Channel, Plan};
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, currency, id, invoice};
use super::past::Taken;
use super::world::World;
use super::{Case, Stop, oca_fees, place, reading};

const CANCELS: &str = "asserts the peer's own ledger: whether it lets an invoice be cancelled";

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    if given.get("action").is_some_and(|action| action.is_text()) {
        return Err(Stop::Skipped(CANCELS));
    }
    let world = World::new(case.lab, "oca")?;
    if given.has("fee") {
        oca_fees::answer(world, given)
    } else if given.has("existing_run") {
        two_runs(world, given)
    } else if given.has("item_open") {
        tolerance(world, given)
    } else if given.has("level_channel") {
        channel(world, given)
    } else if given.has("item") {
        by_hand(world, given)
    } else if given.has("levels") {
        configuration(world, given)
    } else {
        runs(world, given)
    }
}

/// The levels of a policy as steps, in the order in which they stand.
fn levels(world: &mut World, levels: &[Facts<'_>]) -> Told<()> {
    let mut steps = Vec::new();
    for (number, level) in levels.iter().enumerate() {
        let mut step = world.step(number);
        step["id"] = json!(level.need("level")?.name()?);
        let days = level.need("delay")?.whole()?;
        let (kind, anchor) = match level.need("mode")?.text()? {
            "net_days" => ("days", "dueDate"),
            "end_of_month" => ("endOfMonth", "dueDate"),
            "previous_reminder" | "previous_date" => ("days", "previousStep"),
            other => return unmapped(format!("mode {other}")),
        };
        step["offset"] = json!({ "type": kind, "days": days });
        step["anchor"] = json!(anchor);
        if let Some(named) = level.text_at("channel")? {
            step["work"]["channels"] = channels(named)?;
        }
        steps.push(step);
    }
    world.set_steps(steps);
    Ok(())
}

/// An e-mail that cannot be sent becomes a letter.
fn channels(named: &str) -> Told<Value> {
    Ok(match named {
        "email" => json!(["email", "letter"]),
        "letter" => json!(["letter"]),
        "phone" => return unmapped("a level by phone"),
        other => return unmapped(format!("channel {other}")),
    })
}

fn name_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::Letter => "letter",
        _ => "other",
    }
}

/// A policy: its levels, or the one that never does anything.
fn policy(world: &mut World, given: &Facts<'_>) -> Told<()> {
    let Some(policy) = given.some("policy") else { return Ok(()) };
    if policy.is_list() {
        return levels(world, &policy.list()?);
    }
    match policy.text()? {
        "do_nothing" => world.policy["assignment"] = json!([]),
        other => return unmapped(format!("policy {other}")),
    }
    Ok(())
}

fn item(world: &mut World, facts: &Facts<'_>, number: usize, as_of: &str) -> Told<()> {
    let due = match (facts.text_at("due")?, facts.whole_at("due_days_ago")?) {
        (Some(due), _) => due.to_owned(),
        (None, Some(days)) => place::before(as_of, days)?,
        (None, None) => match facts.whole_at("due_months_ago")? {
            Some(months) => place::months_before(as_of, months)?,
            None => place::before(as_of, 365)?,
        },
    };
    let amount = facts.text_at("amount")?.unwrap_or(AMOUNT);
    let id = id(facts, number)?;
    let mut item = invoice(&id, &due, amount, &currency(facts)?);
    if let Some(open) = facts.text_at("open")? {
        item["open"] = json!(open);
    }
    if facts.text_at("policy")? == Some("do_nothing") {
        world.add_item(item);
        return world.block_item(&id, "do_nothing", &due);
    }
    world.add_item(item);
    Ok(())
}

/// Runs on one day or on several, with what was sent before.
fn runs(mut world: World, given: &Facts<'_>) -> Told<Value> {
    policy(&mut world, given)?;
    if let Some(tolerance) = given.text_at("tolerance")? {
        tolerate(&mut world, tolerance, LOCAL);
    }
    let as_of = match (given.text_at("as_of")?, given.whole_at("as_of_offset_days")?) {
        (Some(day), _) => day.to_owned(),
        (None, days) => place::after(place::TODAY, days.unwrap_or(0))?,
    };
    for (number, facts) in given.need("items")?.list()?.iter().enumerate() {
        item(&mut world, facts, number, &as_of)?;
    }
    for line in given.list_at("history")? {
        history(&mut world, &line)?;
    }
    let days = match given.some("runs_at_months_ago") {
        None => vec![as_of],
        Some(months) => {
            let days = months.list()?.into_iter();
            let placed = days.map(|ago| place::months_before(place::TODAY, ago.whole()?));
            placed.collect::<Told<Vec<String>>>()?
        }
    };
    let sends = given.is("reminders_sent_between_runs")?;
    let mut lines = Vec::new();
    let mut after_each = Vec::new();
    let mut latest = None;
    for day in &days {
        let plan = world.run(day)?;
        world.propose(&plan)?;
        lines.extend(plan.actions.iter().flat_map(|one| &one.lines).cloned());
        after_each.push(lines.len());
        if sends {
            world.carry_out(&plan)?;
        }
        latest = Some(plan);
    }
    let Some(plan) = latest else { return unmapped("no run") };
    let levels: Vec<Value> = lines.iter().map(|line| reading::level(Some(&line.step))).collect();
    let mut told = one_run(&plan);
    told["total_lines_after_each_run"] = json!(after_each);
    told["levels"] = json!(levels);
    told["state_of_earlier_lines"] = json!(earlier(&world, &plan));
    Ok(told)
}

fn one_run(plan: &Plan) -> Value {
    let lines = plan.actions.iter().flat_map(|one| &one.lines);
    let level = lines.clone().map(|line| line.step.as_str()).next();
    json!({
        "lines": reading::lines(plan).len(),
        "level": reading::level(level),
        "items": reading::lines(plan),
        "amount": lines.clone().map(|line| line.dunned.to_string()).next(),
        "channel": plan.actions.first().map(|one| name_of(one.channel)),
        "communications": plan.actions.len(),
        // A plan always comes to an end.
        "run_state": "done",
    })
}

/// What became of the lines of earlier runs: those that were proposed and not sent do not count
/// any more.
fn earlier(world: &World, plan: &Plan) -> &'static str {
    let of_now: Vec<String> =
        plan.actions.iter().map(|action| action.planned_at.to_string()).collect();
    let entries = world.account["journal"].as_array().into_iter().flatten();
    let was_sent = entries
        .filter(|entry| entry["event"]["type"] == "sent")
        .any(|entry| !of_now.iter().any(|at| entry["occurredAt"] == at.as_str()));
    if was_sent { "sent" } else { "ignored" }
}

fn history(world: &mut World, line: &Facts<'_>) -> Told<()> {
    let item = line.text_at("item")?.unwrap_or("I1");
    let level = line.need("level")?.name()?;
    let day = line.need("date")?.text()?;
    let taken = Taken { items: &[item], step: &level, occurrence: 1, day, deadline: None };
    match line.text_at("state")?.unwrap_or("sent") {
        "sent" => world.taken(&taken),
        "ignored" | "draft" | "queued" | "to_be_sent" | "error" | "email_error" => {
            world.proposed(item, &level, day)
        }
        // A line that was overridden by hand does not count.
        "overridden" => Ok(()),
        other => unmapped(format!("state {other}")),
    }
}

fn configuration(mut world: World, given: &Facts<'_>) -> Told<Value> {
    levels(&mut world, &given.need("levels")?.list()?)?;
    let error = match world.checked()? {
        Ok(_) => None,
        Err(dunning::PolicyRefused::Invalid { problems }) => {
            let first = problems.iter().any(|one| one.path.ends_with("steps[0].anchor"));
            Some(if first { "smallest-level-cannot-use-previous-reminder" } else { "invalid" })
        }
    };
    Ok(json!({ "error": error, "valid": error.is_none() }))
}

/// A run that is dated before the newest one meets a ledger from its future.
fn two_runs(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let (first, second) = (given.need("existing_run")?.text()?, given.need("new_run")?.text()?);
    let due = place::before(first, 365)?;
    world.add_item(invoice("I1", &due, AMOUNT, LOCAL));
    let done = world.run(first)?;
    world.propose(&done)?;
    let evening = format!("{first}T18:00:00Z");
    world.account["ledgerAsOf"] = json!(evening);
    world.account["paymentsAsOf"] = json!(evening);
    let plan = world.plan(&format!("{second}T09:00:00Z"))?;
    let from_the_future = |hold: &dunning::Hold| {
        matches!(hold, dunning::Hold::Invalid { problem: dunning::Trouble::InFuture, .. })
    };
    let is_refused = plan.decisions.iter().flat_map(|one| &one.holds).any(from_the_future);
    let error = is_refused.then_some("run-date-before-last-run");
    Ok(json!({ "error": error, "run_state": if is_refused { "refused" } else { "done" } }))
}

fn tolerate(world: &mut World, amount: &str, currency: &str) {
    world.policy["tolerances"] = json!([{ "currency": currency, "amount": amount }]);
}

fn tolerance(mut world: World, given: &Facts<'_>) -> Told<Value> {
    if let Some(tolerance) = given.text_at("tolerance")? {
        tolerate(&mut world, tolerance, LOCAL);
    }
    // Long enough ago for the first level, or not at all yet.
    let is_due = given.some("otherwise_due").map(|due| due.flag()).transpose()?.unwrap_or(true);
    let due = place::after(place::TODAY, if is_due { -100 } else { 100 })?;
    let open = given.need("item_open")?.text()?;
    world.add_item(invoice("I1", &due, open, &currency(given)?));
    Ok(one_run(&world.run(place::TODAY)?))
}

fn channel(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut step = world.step(0);
    step["work"]["channels"] = channels(given.need("level_channel")?.text()?)?;
    world.set_steps(vec![step]);
    let email = given.need("contact_email")?;
    let addresses = &mut world.account["contacts"][0]["addresses"];
    if email.is_null() {
        addresses.as_array_mut().into_iter().for_each(|all| all.retain(|one| one["id"] != "email"));
    } else {
        addresses[0]["value"] = json!(email.text()?);
    }
    let due = place::before(place::TODAY, 365)?;
    world.add_item(invoice("I1", &due, AMOUNT, LOCAL));
    Ok(one_run(&world.run(place::TODAY)?))
}

/// A policy and a level that a person chose: the line is made at once.
fn by_hand(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let facts = given.need("item")?;
    item(&mut world, &facts, 0, place::TODAY)?;
    let action = given.need("action")?;
    let id = id(&facts, 0)?;
    let chosen = action.text_at("set_policy")?.unwrap_or("credit-control");
    let mut other = world.scenario().clone();
    other["id"] = json!(chosen);
    if let Some(all) = world.policy["scenarios"].as_array_mut() {
        all.push(other);
    }
    let level = action.need("set_level")?.name()?;
    let setting = json!({ "item": id, "reason": "by hand", "step": level, "scenario": chosen });
    let set = json!({ "type": "setLevel", "setting": setting });
    world.tell(&set, &place::run(place::TODAY))?;
    let plan = world.run(place::TODAY)?;
    let decision = reading::decision(&plan, &id);
    let scenario = decision.iter().flat_map(|one| &one.reasons).find_map(|reason| match reason {
        dunning::Reason::Scenario { scenario, .. } => Some(scenario.as_str()),
        _ => None,
    });
    let level = decision.and_then(|one| one.level.as_deref());
    Ok(json!({ "item_policy": scenario, "line_level": reading::level(level) }))
}
