//! Expected and actual: the expected keys are looked up in the answer, and none is passed over.

use dunning::Amount;
use serde_json::{Map, Value};

use super::facts::{Told, unmapped};

/// The answer as far as it was asked for: of each table the expected keys.
pub(super) fn asked(expected: &Value, answer: &Value, path: &str) -> Told<Value> {
    match (expected, answer) {
        (Value::Object(keys), Value::Object(table)) => {
            let mut found = Map::new();
            for (key, expected) in keys {
                let path = format!("{path}.{key}");
                let Some(answer) = table.get(key) else { return unmapped(path) };
                found.insert(key.clone(), asked(expected, answer, &path)?);
            }
            Ok(Value::Object(found))
        }
        (Value::Array(expected), Value::Array(answers)) => {
            let mut found = Vec::new();
            for (number, answer) in answers.iter().enumerate() {
                // A row too many is shown by the keys of the last one expected.
                let like = expected.get(number).or_else(|| expected.last());
                let path = format!("{path}[{number}]");
                let row = like.map_or(Ok(answer.clone()), |like| asked(like, answer, &path));
                found.push(row?);
            }
            Ok(Value::Array(found))
        }
        _ => Ok(answer.clone()),
    }
}

/// Equal, where amounts are equal as amounts: `"150"` is `"150.00"`.
pub(super) fn same(expected: &Value, actual: &Value) -> bool {
    match (expected, actual) {
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|it| same(value, it)))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        (Value::String(one), Value::String(other)) => {
            let amount = |text: &str| text.parse::<Amount>().ok();
            one == other || amount(one).is_some_and(|one| amount(other) == Some(one))
        }
        _ => expected == actual,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_was_not_asked_for_is_left_out_and_what_is_unknown_is_told() {
        let answer = json!({"level": 1, "rows": [{"a": 1, "b": 2}], "fee": "10"});
        let expected = json!({"level": 1, "rows": [{"a": 1}], "fee": "10.00"});
        let found = asked(&expected, &answer, "expected").unwrap();
        assert_eq!(found, json!({"level": 1, "rows": [{"a": 1}], "fee": "10"}));
        assert!(same(&expected, &found));
        let unknown = json!({"rows": [{"mood": 1}]});
        assert_eq!(asked(&unknown, &answer, "expected"), unmapped("expected.rows[0].mood"));
    }

    #[test]
    fn a_row_too_many_differs() {
        let found = asked(&json!([{"a": 1}]), &json!([{"a": 1}, {"a": 2}]), "expected").unwrap();
        assert!(!same(&json!([{"a": 1}]), &found));
        let found = asked(&json!([]), &json!([{"a": 1}]), "expected").unwrap();
        assert!(!same(&json!([]), &found));
        assert!(!same(&json!("100"), &json!("100.01")));
    }
}
