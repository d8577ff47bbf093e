//! ERPNext: a dunning with interest and a fee, and what settles it.

use dunning::Plan;
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, credit, currency, id, invoice};
use super::world::{World, json_of};
use super::{Case, Stop, fees, place, reading};

const ELSEWHERE: &str = "its facts are in another case";
const SPLITS: &str =
    "asserts the peer's own ledger: it splits an invoice into parts by percentages";

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    if given.has("after") {
        return Err(Stop::Skipped(ELSEWHERE));
    }
    if given.get("invoice").is_some_and(|invoice| invoice.has("schedule")) {
        return Err(Stop::Skipped(SPLITS));
    }
    let world = World::new(case.lab, "erpnext")?;
    if given.has("event") {
        settled(world, given)
    } else if given.has("earlier_submitted_dunnings_for_same_instalment") {
        counted(world, given)
    } else {
        dunning(world, given)
    }
}

/// A dunning of what is overdue.
fn dunning(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut step = world.step(0);
    if let Some(rate) = given.name_at("rate_percent_pa")? {
        let rates = json!([{ "begins": fees::ALWAYS, "percent": rate }]);
        fees::add_interest(&mut world, &mut step, json!({ "id": "interest", "rates": rates }));
    }
    if let Some(fee) = given.text_at("fee")? {
        let amounts = currencies(given)?
            .into_iter()
            .map(|currency| json!({ "currency": currency, "fixed": fee }));
        let rule = json!({
            "id": "fee", "per": "message", "amounts": amounts.collect::<Vec<Value>>(),
        });
        fees::add(&mut world, &mut step, rule);
    }
    world.set_steps(vec![step]);
    let as_of = match given.text_at("as_of")? {
        None | Some("run") => place::TODAY,
        Some(day) => day,
    };
    given.text_at("customer")?;
    for (number, facts) in given.need("items")?.list()?.iter().enumerate() {
        let due = match facts.text_at("due")? {
            Some(due) => due.to_owned(),
            None => place::before(as_of, facts.whole_at("overdue_days")?.unwrap_or(30))?,
        };
        let amount = facts.text_at("amount")?.unwrap_or(AMOUNT);
        let mut item = invoice(&id(facts, number)?, &due, amount, &currency(facts)?);
        let open = ["outstanding", "open"].iter().find_map(|key| facts.some(key));
        if let Some(open) = open {
            item["open"] = json!(open.text()?);
        }
        world.add_item(item);
    }
    let plan = world.run(as_of)?;
    let one = given.is("one_dunning")?;
    told(&plan, one)
}

/// The currencies of the items, each once.
fn currencies(given: &Facts<'_>) -> Told<Vec<String>> {
    let mut all = Vec::new();
    for facts in given.list_at("items")? {
        let currency = currency(&facts)?;
        if !all.contains(&currency) {
            all.push(currency);
        }
    }
    Ok(all)
}

fn told(plan: &Plan, one: bool) -> Told<Value> {
    let action = plan.actions.first();
    let interest = fees::total(plan, fees::INTEREST)?;
    let fee = fees::total(plan, fees::FEE)?;
    let rows: Vec<Value> = plan
        .actions
        .iter()
        .flat_map(|action| &action.lines)
        .map(|line| json!({ "outstanding": line.dunned, "amount": line.dunned, "due": line.due }))
        .collect();
    let nothing = || "0.00".to_owned();
    let total = action.map_or_else(nothing, |action| action.total.to_string());
    let grand = action.and_then(|action| json_of(&action.to_json()).ok());
    let grand = grand.and_then(|action| action["totalWithCharges"].as_str().map(str::to_owned));
    // Asked for one dunning, there is one for each currency.
    let error = (one && plan.actions.len() > 1).then_some("currency-mismatch");
    Ok(json!({
        "total_outstanding": total, "total_interest": interest, "fee": fee,
        "dunning_amount": fees::sum(&[&interest, &fee])?,
        "grand_total": grand.unwrap_or(total),
        "rows": rows, "row_count": rows.len(), "error": error,
    }))
}

/// The level is the number of the dunning.
fn counted(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let earlier = given.need("earlier_submitted_dunnings_for_same_instalment")?.count()?;
    let due = place::before(place::TODAY, 300)?;
    world.add_item(invoice("I1", &due, AMOUNT, LOCAL));
    for number in 0..earlier {
        let weeks = earlier.saturating_sub(number);
        world.run_and_send(&place::before(place::TODAY, place::days_of_weeks(weeks)?)?)?;
    }
    let plan = world.run(place::TODAY)?;
    let cover = plan.actions.first().and_then(|action| action.covers.first());
    Ok(json!({ "dunning_level": cover.map(|cover| cover.key.occurrence) }))
}

/// Money or a credit comes in after a dunning.
fn settled(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let due = place::before(place::TODAY, 30)?;
    let mut owed = AMOUNT;
    if let Some(dunning) = given.some("dunning") {
        owed = dunning.text_at("total_outstanding")?.unwrap_or(AMOUNT);
        world.add_item(invoice("I1", &due, owed, LOCAL));
        // What a dunning asks for beside the invoice is income of the payment, and never open.
        dunning.text_at("interest")?;
        dunning.text_at("fee")?;
    } else {
        owed = given.text_at("invoice")?.unwrap_or(owed);
        world.add_item(invoice("I1", &due, owed, LOCAL));
    }
    world.run_and_send(place::TODAY)?;
    let event = given.need("event")?;
    let amount = event.text_at("amount")?.unwrap_or(owed);
    let later = place::after(place::TODAY, place::days_of_weeks(1)?)?;
    match event.need("kind")?.text()? {
        "payment" => match event.text_at("allocated_to")? {
            None | Some("dunning" | "invoice") => {
                settle(&mut world, "unappliedPayment", amount, true);
            }
            Some(other) => return unmapped(format!("payment of the {other}")),
        },
        "credit_note" => {
            let linked = event.some("linked_to_invoice").map(|yes| yes.flag()).transpose()?;
            settle(&mut world, "creditNote", amount, linked.unwrap_or(true));
        }
        // It is as if it had never come.
        "payment_cancelled" | "credit_note_cancelled" => {}
        other => return unmapped(format!("event {other}")),
    }
    let plan = world.run(&later)?;
    let line = plan.actions.iter().flat_map(|one| &one.lines).find(|line| line.item == "I1");
    let outstanding = line.map_or_else(|| "0.00".to_owned(), |line| line.dunned.to_string());
    let is_open = !reading::lines(&plan).is_empty();
    Ok(json!({
        "item_outstanding": outstanding,
        "dunning_status": if is_open { "Unresolved" } else { "Resolved" },
        "invoice_status": if line.is_some() { "Overdue" } else { "Paid" },
    }))
}

/// A credit, for the invoice or for nothing in particular.
fn settle(world: &mut World, kind: &str, amount: &str, linked: bool) {
    let mut item = credit("C1", kind, place::TODAY, amount, LOCAL);
    if linked {
        item["settles"] = json!("I1");
    }
    world.add_item(item);
}
