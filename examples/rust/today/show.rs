//! Reason codes with their parameters as text: the type, then `name=value` sorted by name.

use serde::Serialize;
use serde_json::{Map, Value};

pub(crate) fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// A hold, reason, finding or subject.
pub(crate) fn code(value: &impl Serialize) -> String {
    shown(&json(value), false)
}

/// An event: the fields of its record, of lists only how long they are.
pub(crate) fn event(event: &Value) -> String {
    let Value::Object(fields) = event else { return shown(event, true) };
    let mut records = fields.iter().filter(|(name, _)| *name != "type");
    if let (Some((_, Value::Object(record))), None) = (records.next(), records.next()) {
        let mut flat = record.clone();
        flat.insert("type".to_owned(), fields.get("type").cloned().unwrap_or_default());
        return object(&flat, true);
    }
    object(fields, true)
}

/// A word such as the value of an enum.
pub(crate) fn word(value: &impl Serialize) -> String {
    shown(&json(value), false)
}

fn shown(value: &Value, brief: bool) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::String(text) if text.is_empty() || text.contains(' ') => format!("\"{text}\""),
        Value::String(text) => text.clone(),
        Value::Array(list) if brief => list.len().to_string(),
        Value::Array(list) => {
            let list: Vec<String> = list.iter().map(|value| within(value, brief)).collect();
            format!("[{}]", list.join(", "))
        }
        Value::Object(fields) => object(fields, brief),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

/// A value within another: an object with more than its type stands in braces.
fn within(value: &Value, brief: bool) -> String {
    let text = shown(value, brief);
    match value {
        Value::Object(fields) if fields.len() > 1 || !fields.contains_key("type") => {
            format!("{{{text}}}")
        }
        _ => text,
    }
}

fn object(fields: &Map<String, Value>, brief: bool) -> String {
    let kind = fields.get("type").and_then(Value::as_str).map(str::to_owned);
    let mut named: Vec<(&String, &Value)> =
        fields.iter().filter(|(name, _)| *name != "type").collect();
    named.sort_by_key(|(name, _)| *name);
    let named = named.iter().map(|(name, value)| format!("{name}={}", within(value, brief)));
    kind.into_iter().chain(named).collect::<Vec<_>>().join(" ")
}
