//! Lago: runs on stated days, and whether one request may be made.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::facts::{Facts, Told, unmapped};
use super::items::{AMOUNT, LOCAL, invoice};
use super::lago::{attempts, owe};
use super::world::World;
use super::{place, reading};

/// Whether a request may be made for one invoice.
pub(super) fn validation(mut world: World, given: &Facts<'_>, day: &str) -> Told<Value> {
    let is_overdue = given.is("overdue")?;
    let due = place::after(day, if is_overdue { -1 } else { 10 })?;
    world.add_item(invoice("I1", &due, AMOUNT, LOCAL));
    if given.some("ready").map(|yes| yes.flag()).transpose()? == Some(false) {
        world.block_item("I1", "not ready for payment", day)?;
    }
    let plan = world.run(day)?;
    let Some(decision) = reading::decision(&plan, "I1") else { return unmapped("no decision") };
    let error = if reading::is_blocked(decision) {
        Some("not-ready")
    } else {
        reading::is_not_due(decision).then_some("not-overdue")
    };
    Ok(json!({ "error": error }))
}

/// Runs on stated days, between which amounts fall overdue.
pub(super) fn timeline(mut world: World, given: &Facts<'_>) -> Told<Value> {
    // In the order of the calendar: what happens on a day before its run, and after it.
    let mut turns: BTreeMap<String, Vec<Facts<'_>>> = BTreeMap::new();
    for event in given.list_at("events")? {
        let at = event.need("date")?.text()?;
        let at = if at.contains('T') { at.to_owned() } else { format!("{at}T00:00") };
        turns.entry(at).or_default().push(event);
    }
    for day in given.need("run_dates")?.list()? {
        turns.entry(format!("{}T10:00", day.text()?)).or_default().push(day);
    }
    let currencies = currencies(given)?;
    let (mut attempts_after, mut requests_after) = (Map::new(), Map::new());
    let (mut requests, mut finished, mut was_over) = (0_usize, 0_usize, false);
    for (at, turns) in &turns {
        let day = at.split('T').next().unwrap_or_default();
        for turn in turns {
            if !turn.is_text() {
                for key in ["overdue", "overdue_add"] {
                    if let Some(overdue) = turn.some(key) {
                        owe(&mut world, &overdue, day)?;
                    }
                }
                continue;
            }
            let plan = world.run_and_send(day)?;
            requests = requests.saturating_add(plan.actions.len());
            let counts: Map<String, Value> = currencies
                .iter()
                .map(|currency| (currency.clone(), json!(attempts(&world, currency))))
                .collect();
            attempts_after.insert(day.to_owned(), Value::Object(counts));
            requests_after.insert(day.to_owned(), json!(requests));
            let is_over = world.run(day)?.decisions.iter().all(reading::has_ended);
            finished = finished.saturating_add(usize::from(is_over && !was_over));
            was_over = is_over;
        }
    }
    Ok(json!({
        "attempts_after_run": attempts_after, "requests_after_run": requests_after,
        "finished_event_count": finished,
    }))
}

fn currencies(given: &Facts<'_>) -> Told<Vec<String>> {
    let thresholds = given.need("campaign")?.need("thresholds")?.table()?;
    Ok(thresholds.into_iter().map(|(currency, _)| currency.to_owned()).collect())
}
