//! Kill Bill: the overdue state of an account.

use dunning::{Decision, Plan, Reason};
use serde_json::{Map, Value, json};

use super::facts::{Facts, Told};
use super::items::{AMOUNT, LOCAL, credit, invoice};
use super::world::World;
use super::{Case, Stop, killbill_events, place, reading};

const RETRIES: &str = "asserts card retries";
const FILES: &str = "asserts the peer's own storage: how it reads its configuration file";
const ZERO: &str = "a peer's accident: a balance of nothing counts as an unpaid invoice";

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    if given.has("payment_retry_days") || given.has("failed_on") || given.has("retry_days") {
        return Err(Stop::Skipped(RETRIES));
    }
    if given.has("xml_states") {
        return Err(Stop::Skipped(FILES));
    }
    if given.has("unpaid_balances") {
        return Err(Stop::Skipped(ZERO));
    }
    let mut world = World::new(case.lab, "killbill")?;
    if let Some(condition) = given.some("condition") {
        return conditions(&world, &condition, given);
    }
    let flags = states(&mut world, &given.need("states")?.list()?)?;
    let mut told = if given.has("unpaid_counts") {
        counts(&mut world, given)?
    } else if given.has("check_dates") {
        killbill_events::timeline(&mut world, given)?
    } else if given.has("event") {
        killbill_events::event(&mut world, given)?
    } else {
        moment(&mut world, given)?
    };
    if let Some(defect) = case.expected.get("defective_actual") {
        // What the peer did once is told, so that nobody does it again.
        told["defective_actual"] = defect.unless(&told["states"]);
    }
    // What the state stands for, as the case says.
    for (state, flags) in flags {
        if told["state"] == state.as_str() {
            for (flag, set) in flags {
                told[flag] = json!(set);
            }
        }
    }
    Ok(told)
}

/// A state, and what is set when the account is in it.
type State = (String, Vec<(String, bool)>);

/// The states of a case, the mildest first, as steps; and what each stands for.
fn states(world: &mut World, states: &[Facts<'_>]) -> Told<Vec<State>> {
    let mut steps = Vec::new();
    let mut flags = Vec::new();
    for facts in states.iter().rev() {
        let name = facts.need("state")?.name()?;
        let mut step = condition(world, facts)?;
        step["id"] = json!(name);
        step["work"]["template"] = json!(name);
        steps.push(step);
        let mut of_state = Vec::new();
        for flag in ["block_changes", "block_entitlement"] {
            if facts.has(flag) {
                of_state.push((flag.to_owned(), facts.is(flag)?));
            }
        }
        flags.push((name, of_state));
    }
    world.set_steps(steps);
    Ok(flags)
}

/// A step that is due under the conditions of a state: on the first day, unless an age is given.
fn condition(world: &World, facts: &Facts<'_>) -> Told<Value> {
    let mut step = world.step(0);
    step["offset"]["days"] = json!(0);
    if let Some(days) = facts.whole_at("days_since_earliest_unpaid_gte")? {
        step["offset"]["days"] = json!(days);
    }
    if let Some(count) = facts.whole_at("unpaid_invoices_gte")? {
        step["minItems"] = json!(count);
    }
    for key in ["unpaid_balance_gte", "total_unpaid_balance_gte"] {
        if let Some(balance) = facts.text_at(key)? {
            step["minimums"] = json!([{ "currency": LOCAL, "amount": balance }]);
        }
    }
    Ok(step)
}

/// One condition, asked of several accounts.
fn conditions(world: &World, facts: &Facts<'_>, given: &Facts<'_>) -> Told<Value> {
    let mut world = world.clone();
    if facts.has("response_for_last_failed_payment_in") || facts.has("last_failed_response_in") {
        return Err(Stop::Skipped(RETRIES));
    }
    let mut step = condition(&world, facts)?;
    step["id"] = json!("holds");
    let inclusion = facts.text_at("control_tag_inclusion")?;
    let exclusion = facts.text_at("control_tag_exclusion")?;
    world.set_steps(vec![step]);
    if let Some(tag) = inclusion {
        world.policy["assignment"] = json!([{ "scenario": "overdue", "tags": [tag] }]);
    }
    if let Some(tag) = exclusion {
        exempt(&mut world, tag);
    }
    let mut result = Vec::new();
    if let Some(all) = given.some("tags") {
        for tags in all.list()? {
            let tags = tags.list()?.iter().map(Facts::name).collect::<Told<Vec<String>>>()?;
            let mut world = world.clone();
            unpaid(&mut world, "I1", &place::before(place::TODAY, 365)?, AMOUNT);
            world.item("I1").into_iter().for_each(|item| item["tags"] = json!(tags));
            result.push(holds(&world)?);
        }
    }
    for state in given.list_at("states")? {
        result.push(holds(&account_of(&world, &state)?)?);
    }
    Ok(json!({ "result": result }))
}

/// Items with the tag follow a ladder of which no step ever falls due.
fn exempt(world: &mut World, tag: &str) {
    let mut never = world.scenario().clone();
    never["id"] = json!("exempt");
    never["steps"][0]["offset"]["days"] = json!(3_660);
    if let Some(scenarios) = world.policy["scenarios"].as_array_mut() {
        scenarios.push(never);
    }
    world.policy["assignment"] =
        json!([{ "scenario": "exempt", "tags": [tag] }, { "scenario": "overdue" }]);
}

/// An account with so many unpaid invoices, or with one of an age or a balance.
fn account_of(world: &World, state: &Facts<'_>) -> Told<World> {
    let mut world = world.clone();
    let age = ["days_since_earliest_unpaid", "earliest_unpaid_days_ago", "age_days"]
        .iter()
        .find_map(|key| state.get(key));
    let day = match age {
        // Nothing is unpaid.
        Some(age) if age.is_null() => return Ok(world),
        Some(age) => place::before(place::TODAY, age.whole()?)?,
        // Old enough for every state.
        None => place::before(place::TODAY, 365)?,
    };
    let balance = ["balance", "unpaid_balance", "total_unpaid_balance"]
        .iter()
        .find_map(|key| state.some(key));
    let amount = balance.map(|balance| balance.text()).transpose()?.unwrap_or(AMOUNT);
    let count = state.some("unpaid").map(|unpaid| unpaid.count()).transpose()?.unwrap_or(1);
    for number in 1..=count {
        unpaid(&mut world, &format!("I{number}"), &day, amount);
    }
    Ok(world)
}

fn holds(world: &World) -> Told<bool> {
    Ok(state_of(&world.run(place::TODAY)?) == "holds")
}

/// An unpaid invoice, due on its own day.
pub(super) fn unpaid(world: &mut World, id: &str, issued: &str, amount: &str) {
    let mut item = invoice(id, issued, amount, LOCAL);
    item["issued"] = json!(issued);
    world.add_item(item);
}

/// A state, and then one more invoice or one less at each check.
fn counts(world: &mut World, given: &Facts<'_>) -> Told<Value> {
    let mut states = Vec::new();
    for (number, count) in given.need("unpaid_counts")?.list()?.iter().enumerate() {
        let count = count.count()?;
        world.account["items"] = json!([]);
        for invoice in 1..=count {
            let issued = place::before(place::TODAY, 100)?;
            unpaid(world, &format!("I{invoice}"), &issued, AMOUNT);
        }
        let day = place::after(place::TODAY, i64::try_from(number).unwrap_or_default())?;
        let plan = world.run_and_send(&day)?;
        states.push(state_after(world, &plan, &day)?);
    }
    Ok(json!({ "states": states }))
}

/// The state at one moment, of one invoice or of several.
fn moment(world: &mut World, given: &Facts<'_>) -> Told<Value> {
    let day = match (given.text_at("as_of")?, given.text_at("check_date")?) {
        (Some(day), _) | (None, Some(day)) => day,
        (None, None) => place::TODAY,
    };
    given.get("previous_check");
    if let Some(days) = given.whole_at("invoice_age_days")? {
        unpaid(world, "I1", &place::before(day, days)?, AMOUNT);
    }
    for key in ["unpaid_invoice", "invoice"] {
        if let Some(facts) = given.some(key) {
            killbill_events::invoiced(world, &facts, 0, day)?;
        }
    }
    for (number, facts) in given.list_at("items")?.iter().enumerate() {
        killbill_events::invoiced(world, facts, number, day)?;
    }
    for key in ["account_tag", "tag"] {
        if let Some(tag) = given.text_at(key)? {
            killbill_events::tagged(world, &json!({ "type": "debtor" }), tag, day)?;
        }
    }
    let plan = world.run(day)?;
    let skipped: Vec<Value> = skipped(&plan).map(|step| json!(step)).collect();
    let mut untagged = world.clone();
    killbill_events::untag(&mut untagged, day)?;
    let state = state_of(&plan);
    let free = state_of(&untagged.run(day)?);
    Ok(json!({ "state": state, "skipped": skipped, "after_tag_removed": free }))
}

fn skipped(plan: &Plan) -> impl Iterator<Item = &str> {
    let reasons = plan.decisions.first().into_iter().flat_map(|decision| &decision.reasons);
    reasons.filter_map(|reason| match reason {
        Reason::Skipped { step, .. } => Some(step.as_str()),
        _ => None,
    })
}

/// The state after a run was carried out.
pub(super) fn state_after(world: &World, plan: &Plan, day: &str) -> Told<String> {
    if plan.actions.is_empty() { Ok(state_of(plan)) } else { Ok(state_of(&world.run(day)?)) }
}

/// The state of the account: that which one of its open and free items has, or takes now.
pub(super) fn state_of(plan: &Plan) -> String {
    let counts = |one: &&Decision| !reading::owes_nothing(one) && !reading::is_blocked(one);
    let mut free = plan.decisions.iter().filter(counts);
    let state = free.find_map(|one| reading::step(plan, &one.item).or(one.level.as_deref()));
    state.unwrap_or("CLEAR").to_owned()
}

/// A credit of the account, or money that is not matched with an invoice.
pub(super) fn account_credit(world: &mut World, amount: &str, day: &str) {
    world.add_item(credit("credit", "creditNote", day, amount, LOCAL));
}

/// States by day.
pub(super) fn table(states: Vec<(String, String)>) -> Value {
    Value::Object(states.into_iter().map(|(day, state)| (day, json!(state))).collect::<Map<_, _>>())
}
