//! What comes in and what goes out.

use dunning::{Account, Action, Command, Entry, Plan, Policy, forecast, plan, plan_many, recheck};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::config;
use crate::generate::{Scene, later};
use crate::history::{Desk, index, lived};
use crate::ops::history;

/// A JSON value that may stand anywhere, mostly where it should not.
fn oddity() -> impl Strategy<Value = Value> {
    let odd = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(""),
        json!([]),
        json!({}),
        json!("0001-01-01"),
        json!("9999-12-31"),
        json!("2026-02-30"),
        json!("-0.00"),
        json!("0001-01-01T00:00:00Z"),
        json!("9999-12-31T23:59:59.999999Z"),
        json!("9999999999999999999999999999"),
        json!("-9999999999999999999999999999"),
        json!("92233720368547758.07"),
        json!("0.0000000000000000000000000001"),
        json!("I0"),
        json!("EUR"),
        json!("XXX"),
        json!("JPY"),
        json!(4_294_967_295_u32),
        json!("invoice"),
        json!("creditNote"),
        json!({ "type": "debtor" }),
        json!("Antarctica/Troll"),
        json!("s0"),
    ];
    proptest::sample::select(odd.to_vec())
}

/// Changes one place of a JSON value.
#[derive(Debug, Clone)]
enum Mutation {
    Put(Index, Value),
    Remove(Index),
    Copy(Index, Index),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let index = any::<Index>;
    prop_oneof![
        4 => (index(), oddity()).prop_map(|(at, value)| Mutation::Put(at, value)),
        1 => index().prop_map(Mutation::Remove),
        3 => (index(), index()).prop_map(|(from, to)| Mutation::Copy(from, to)),
    ]
}

fn mutate(json: &mut Value, mutation: &Mutation) {
    let mut places = Vec::new();
    pointers(json, String::new(), &mut places);
    let place = |at: &Index| index(at, places.len()).map(|at| places[at].clone());
    match mutation {
        Mutation::Put(at, value) => put(json, place(at), value.clone()),
        Mutation::Remove(at) => put(json, place(at), Value::Null),
        Mutation::Copy(from, to) => {
            let found = place(from).and_then(|from| json.pointer(&from).cloned());
            put(json, place(to), found.unwrap_or_default());
        }
    }
}

fn put(json: &mut Value, at: Option<String>, value: Value) {
    if let Some(place) = at.and_then(|at| json.pointer_mut(&at)) {
        *place = value;
    }
}

fn pointers(json: &Value, at: String, found: &mut Vec<String>) {
    match json {
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers(value, format!("{at}/{name}"), found);
            }
        }
        Value::Array(list) => {
            for (number, value) in list.iter().enumerate() {
                pointers(value, format!("{at}/{number}"), found);
            }
        }
        _ => {}
    }
    if !at.is_empty() {
        found.push(at);
    }
}

fn read(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A plan as JSON, in which neither the order of items nor their numbers in paths play a part.
fn unordered(plan: &Plan) -> Value {
    let mut json = read(&plan.to_json());
    without_numbers(&mut json);
    for list in ["decisions", "notices"] {
        json[list].as_array_mut().unwrap().sort_by_key(Value::to_string);
    }
    json
}

fn without_numbers(json: &mut Value) {
    match json {
        Value::String(text) if text.contains("items[") => {
            let (before, rest) = text.split_once("items[").unwrap();
            let (_, after) = rest.split_once(']').unwrap();
            *text = format!("{before}items[n]{after}");
        }
        Value::Array(list) => list.iter_mut().for_each(without_numbers),
        Value::Object(fields) => fields.values_mut().for_each(without_numbers),
        _ => {}
    }
}

proptest! {
    #![proptest_config(config())]

    /// Any account that is read survives every verb, and so does any policy.
    #[test]
    fn what_is_read_survives(
        scene in lived(),
        mutations in prop::collection::vec(mutation(), 1..6),
        of_policy in prop::collection::vec(mutation(), 0..3),
        minutes in -50_000..50_000_i64,
    ) {
        let mut json = read(&scene.account.to_json());
        mutations.iter().for_each(|mutation| mutate(&mut json, mutation));
        let mut policy = read(&scene.policy.to_json());
        of_policy.iter().for_each(|mutation| mutate(&mut policy, mutation));
        let account = Account::from_json(&json.to_string());
        let policy = Policy::from_json(&policy.to_string());
        let (Ok(account), Ok(policy)) = (account, policy) else { return Ok(()) };
        for now in [later(scene.now, minutes), account.ledger_as_of] {
            let planned = plan(&account, &policy, now);
            prop_assert_eq!(planned.decisions.len(), account.items.len());
            prop_assert_eq!(&Plan::from_json(&planned.to_json()).unwrap(), &planned);
            let mut desk = Desk::new(Scene { policy: policy.clone(), account: account.clone(), now });
            for action in &planned.actions {
                let _ = recheck(&account, &policy, action, now);
                let _ = desk.record(Command::Queue { action: action.clone() });
            }
            let until = later(now, 60 * 24 * 20);
            let _ = forecast(&account, &policy, now, until, &dunning::Assumptions::new());
        }
    }

    /// What is written reads back as it was, letter by letter.
    #[test]
    fn the_round_trip_is_identity(scene in lived(), ops in history(12)) {
        let mut desk = Desk::new(scene);
        ops.iter().for_each(|op| desk.take(op));
        let Scene { policy, account, now } = &desk.scene;
        let again = Account::from_json(&account.to_json()).unwrap();
        prop_assert_eq!(&again, account);
        prop_assert_eq!(again.to_json(), account.to_json());
        let planned = plan(account, policy, *now);
        let again = Plan::from_json(&planned.to_json()).unwrap();
        prop_assert_eq!(&again, &planned);
        prop_assert_eq!(again.to_json(), planned.to_json());
        prop_assert_eq!(&Policy::from_json(&policy.to_json()).unwrap(), policy);
        for (_, command, _) in &desk.accepted {
            let again = Command::from_json(&command.to_json()).unwrap();
            prop_assert_eq!(again.to_json(), command.to_json());
            prop_assert_eq!(&again, command);
        }
        for entry in &account.journal {
            let again = Entry::from_json(&entry.to_json()).unwrap();
            prop_assert_eq!(again.to_json(), entry.to_json());
            prop_assert_eq!(&again, entry);
        }
        for action in &planned.actions {
            prop_assert_eq!(&Action::from_json(&action.to_json()).unwrap(), action);
        }
    }

    /// The same input gives the same bytes.
    #[test]
    fn the_same_input_gives_the_same_bytes(scene in lived()) {
        let Scene { policy, account, now } = scene;
        let copy = Account::from_json(&account.to_json()).unwrap();
        let same = Policy::from_json(&policy.to_json()).unwrap();
        prop_assert_eq!(plan(&account, &policy, now).to_json(), plan(&copy, &same, now).to_json());
    }

    /// The order of the items does not matter.
    #[test]
    fn the_order_of_items_does_not_matter(scene in lived(), order in Just((0..8_usize).collect::<Vec<_>>()).prop_shuffle()) {
        let Scene { policy, account, now } = scene;
        // Of two items with one id nobody knows which is meant.
        let ids: Vec<_> = account.items.iter().map(|item| &item.id).collect();
        let is_dirty = ids.iter().any(|id| ids.iter().filter(|other| other == &id).count() > 1);
        prop_assume!(!is_dirty);
        let mut turned = account.clone();
        turned.items = order.iter().filter_map(|at| account.items.get(*at).cloned()).collect();
        prop_assert_eq!(
            unordered(&plan(&account, &policy, now)),
            unordered(&plan(&turned, &policy, now))
        );
    }

    /// Many accounts at once give what each gives by itself, in the same order; a line that
    /// cannot be read touches no other.
    #[test]
    fn many_give_what_each_gives(scenes in prop::collection::vec(lived(), 1..4), bad in 0..4_usize) {
        let Scene { policy, now, .. } = &scenes[0];
        let mut lines: Vec<String> = scenes.iter().map(|scene| scene.account.to_json()).collect();
        lines.insert(bad.min(lines.len()), "{".to_owned());
        let answers = plan_many(&lines.join("\n"), policy, *now);
        let answers: Vec<Value> = answers.lines().map(read).collect();
        prop_assert_eq!(answers.len(), lines.len());
        for (at, (line, answer)) in lines.iter().zip(&answers).enumerate() {
            match Account::from_json(line) {
                Ok(account) => {
                    let own = read(&plan(&account, policy, *now).to_json());
                    prop_assert_eq!(answer, &json!({ "type": "planned", "plan": own }));
                }
                Err(_) => {
                    prop_assert_eq!(&answer["type"], "refused");
                    prop_assert_eq!(&answer["line"], at + 1);
                }
            }
        }
    }
}
