//! Business Central: fees by rows, fees of lines, finance charges.

use serde_json::{Map, Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, credit, invoice};
use super::world::World;
use super::{fees, place};

/// The answer to a case about fees or interest; none if it is of another shape.
pub(super) fn answer(world: &World, given: &Facts<'_>) -> Option<Told<Value>> {
    let world = world.clone();
    Some(if given.has("rows") {
        rows(world, given)
    } else if given.has("fee_per_item") {
        by_kind(world, given)
    } else if given.has("interest_on_fee_enabled") {
        on_fee(world, given)
    } else if given.has("rates") {
        interest(world, given)
    } else if given.has("minimum_interest") {
        least(world, given)
    } else {
        return None;
    })
}

/// Rows by threshold, the highest one alone or all together.
fn rows(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut tiers = Vec::new();
    for row in given.need("rows")?.list()? {
        let mut tier = json!({ "threshold": row.need("threshold")?.text()? });
        for (ours, theirs) in
            [("fixed", "fixed"), ("percent", "percent"), ("minimum", "min"), ("maximum", "max")]
        {
            if let Some(figure) = row.text_at(theirs)? {
                tier[ours] = json!(figure);
            }
        }
        tiers.push(tier);
    }
    let bands = match given.need("calculation")?.text()? {
        "accumulated" => "accumulated",
        "single" => "single",
        other => return unmapped(format!("calculation {other}")),
    };
    let mut step = world.step(0);
    let amount = json!({ "currency": LOCAL, "tiers": tiers });
    let rule = json!({ "id": "fee", "amounts": [amount], "bands": bands, "per": "message" });
    fees::add(&mut world, &mut step, rule);
    world.set_steps(vec![step]);
    let due = place::before(place::TODAY, 100)?;
    world.add_item(invoice("I1", &due, given.need("remaining")?.text()?, LOCAL));
    let plan = world.run(place::TODAY)?;
    Ok(json!({ "fee": fees::only(&plan, fees::FEE) }))
}

/// The fee of a line by the kind of its document: each document on its own.
fn by_kind(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut steps = Vec::new();
    for (number, (level, fee)) in given.need("fee_per_item")?.table()?.into_iter().enumerate() {
        let mut step = world.step(number);
        step["id"] = json!(level);
        let amount = json!({ "currency": LOCAL, "fixed": fee.text()? });
        let id = format!("line-fee-{level}");
        fees::add(&mut world, &mut step, json!({ "id": id, "amounts": [amount] }));
        steps.push(step);
    }
    world.set_steps(steps);
    let due = place::before(place::TODAY, 100)?;
    let mut found = Map::new();
    for facts in given.need("items")?.list()? {
        let name = facts.need("kind")?.text()?;
        let mut world = world.clone();
        world.add_item(match name {
            "invoice" => invoice("I1", &due, AMOUNT, LOCAL),
            "credit_note" => credit("I1", "creditNote", &due, AMOUNT, LOCAL),
            "payment" | "refund" => credit("I1", "unappliedPayment", &due, AMOUNT, LOCAL),
            "fee" | "finance_charge" | "reminder" => {
                let mut item = invoice("I1", &due, AMOUNT, LOCAL);
                item["kind"] = json!("charge");
                item
            }
            other => return unmapped(format!("item of kind {other}")),
        });
        let plan = world.run(place::TODAY)?;
        let fee = fees::charges(&plan, fees::FEE).first().map(|fee| fees::amount(fee).to_owned());
        found.insert(name.to_owned(), json!(fee));
    }
    Ok(json!({ "fees_by_kind": found }))
}

/// Interest on a fee that was booked.
fn on_fee(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let due = place::before(place::TODAY, 100)?;
    let mut item = invoice("I1", &due, AMOUNT, LOCAL);
    match given.need("item")?.text()? {
        "fee entry" => item["kind"] = json!("charge"),
        "invoice" => {}
        other => return unmapped(format!("item {other}")),
    }
    world.add_item(item);
    let mut step = world.step(0);
    let rates = json!([{ "begins": fees::ALWAYS, "percent": "10" }]);
    let on_fees = given.need("interest_on_fee_enabled")?.flag()?;
    let rule = json!({ "id": "interest", "rates": rates, "onFees": on_fees });
    fees::add_interest(&mut world, &mut step, rule);
    world.set_steps(vec![step]);
    let plan = world.run(place::TODAY)?;
    let lines = fees::charges(&plan, fees::INTEREST).len();
    Ok(json!({ "interest_lines_for_fee": lines, "interest_lines": lines }))
}

/// A finance charge by its rates.
fn interest(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let mut rates = Vec::new();
    for rate in given.need("rates")?.list()? {
        let mut one = json!({ "begins": rate.need("from")?.text()? });
        one["percent"] = json!(rate.need("percent")?.name()?);
        if let Some(days) = rate.whole_at("period_days")? {
            one["periodDays"] = json!(days);
        }
        rates.push(one);
    }
    let day_count = match given.text_at("method")? {
        None | Some("average_daily_balance") => "perPeriod",
        Some("balance_due") => {
            rates.iter_mut().for_each(|rate| {
                rate.as_object_mut().into_iter().for_each(|rate| drop(rate.remove("periodDays")));
            });
            "flat"
        }
        Some(other) => return unmapped(format!("method {other}")),
    };
    let rule = json!({
        "id": "interest", "rates": rates, "dayCount": day_count,
        "roundingPoint": "segment",
    });
    let mut step = world.step(0);
    fees::add_interest(&mut world, &mut step, rule);
    // The grace delays the charge, and the interest is counted from the due day all the same.
    step["offset"]["days"] = json!(given.whole_at("grace_days")?.unwrap_or(0));
    world.set_steps(vec![step]);
    let (open, due) = (given.need("open")?.text()?, given.need("due")?.text()?);
    world.add_item(invoice("I1", due, open, LOCAL));
    let plan = world.run(given.need("as_of")?.text()?)?;
    let charges = fees::charges(&plan, fees::INTEREST);
    let segments = charges.first().and_then(|charge| charge["segments"].as_array());
    let segments: Vec<Value> = segments
        .into_iter()
        .flatten()
        .map(|one| {
            json!({
                "days": one["days"], "percent": one["percent"], "interest": one["interest"],
                "from": one["begins"], "to": one["until"],
            })
        })
        .collect();
    let without = |finding: &dunning::Finding| format!("{finding:?}").starts_with("NoRate");
    let has_none = plan.decisions.iter().flat_map(|one| &one.findings).any(without);
    let error = has_none.then_some("no-rate-in-force");
    Ok(json!({
        "segments": segments, "interest": fees::only(&plan, fees::INTEREST), "error": error,
    }))
}

/// Interest that has to reach a minimum, and a fee beside it. The interest is stated as a figure:
/// it is once the whole of an amount that bears it.
fn least(mut world: World, given: &Facts<'_>) -> Told<Value> {
    let stated = given.need("interest")?.text()?;
    let mut step = world.step(0);
    let minimum = given.need("minimum_interest")?.text()?;
    let rule = json!({
        "id": "interest", "dayCount": "flat",
        "rates": [{ "begins": fees::ALWAYS, "percent": "100" }],
        "minimums": [{ "currency": LOCAL, "amount": minimum }],
    });
    fees::add_interest(&mut world, &mut step, rule);
    if let Some(fee) = given.text_at("fee")? {
        let amount = json!({ "currency": LOCAL, "fixed": fee });
        let rule = json!({ "id": "fee", "amounts": [amount], "per": "message" });
        fees::add(&mut world, &mut step, rule);
    }
    world.set_steps(vec![step]);
    let due = place::before(place::TODAY, 100)?;
    world.add_item(invoice("I1", &due, stated, LOCAL));
    let plan = world.run(place::TODAY)?;
    let named = [(fees::INTEREST, "interest"), (fees::FEE, "fee")];
    let lines: Vec<String> = named
        .iter()
        .flat_map(|(kind, name)| {
            let charges = fees::charges(&plan, kind).into_iter();
            charges.map(move |charge| format!("{name} {}", fees::amount(&charge)))
        })
        .collect();
    Ok(json!({ "lines": lines }))
}
