//! The JSON form of the root types: reading with every problem told, writing, redacting.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::Problem;

mod named;
mod problems;
mod tagged;

pub(crate) use named::Named;
pub(crate) use tagged::{placed, tagged};

pub(crate) fn write(value: &impl Serialize) -> String {
    // Writing plain data to text cannot fail; an empty text would be seen at once.
    serde_json::to_string(value).unwrap_or_default()
}

/// Reads a value; if it cannot be read, tells every problem with its path and value.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Problem>> {
    serde_json::from_str(text).map_err(|refusal| problems::problems::<T>(text, &refusal))
}

/// Gives the root types their JSON form.
macro_rules! json_form {
    ($($Type:ident),*) => {$(
        impl crate::$Type {
            /// Reads it from JSON.
            ///
            /// # Errors
            ///
            /// [`InputRefused`](crate::InputRefused) with every problem, each with its path and
            /// value: unknown fields and words, missing fields, numbers for money, times without
            /// a zone.
            pub fn from_json(text: &str) -> Result<Self, crate::error::InputRefused> {
                read(text).map_err(|problems| crate::error::InputRefused::Invalid { problems })
            }

            /// Writes it as JSON.
            #[must_use]
            pub fn to_json(&self) -> String {
                write(self)
            }
        }
    )*};
}

json_form!(
    Account,
    Action,
    Assumptions,
    Capacity,
    Claim,
    Command,
    Comparison,
    Entry,
    Explanation,
    HolidayYear,
    NextContact,
    Plan,
    PlannedLine,
    PolicyDoc,
    Preset,
    Recheck,
    Refusal,
    Said,
    Term,
    TermDays
);

#[cfg(feature = "render")]
json_form!(MessageAnswer, MessageOptions, MessageTemplate, OccasionMessage, TemplateFlaw, ThankYou);

/// Empties every field called `text`, at any depth.
pub(crate) fn without_text(json: &mut Value) {
    match json {
        Value::Object(fields) => {
            for (name, value) in fields.iter_mut() {
                match value {
                    Value::String(text) if name == "text" => text.clear(),
                    deeper => without_text(deeper),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(without_text),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Account;

    fn told(text: &str) -> Vec<(String, String)> {
        let problems = read::<Account>(text).unwrap_err();
        problems.into_iter().map(|problem| (problem.path, problem.value)).collect()
    }

    #[test]
    fn every_problem_is_told_with_its_place_in_the_input() {
        let text = r#"{
            "creditor": { "id": "C", "name": "C", "country": "nl", "zone": "Europe/Amsterdam" },
            "debtor": { "id": "D", "name": "D", "kind": "alien", "country": "NL" },
            "ledgerAsOf": "2026-03-01T09:00:00", "paymentsAsOf": "2026-03-01T09:00:00Z",
            "colour": "blue",
            "items": [
                { "id": "A", "kind": "invoice", "due": "2026-02-01", "open": 10.5, "currency": "EUR" },
                { "id": "B", "kind": "invoice", "due": "2026-02-01", "open": "1", "currency": "EUR" },
                { "id": "C", "kind": "invoice", "due": "2026-02-01T00:00:00Z", "open": true, "currency": "EUR" },
                { "id": "D", "kind": "invoice", "open": "1", "currency": "EUR" }
            ]
        }"#;
        let found = told(text);
        let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
        let expected = [
            "creditor.country",
            "debtor.kind",
            "items[0].open",
            "items[2].due",
            "items[3]",
            "ledgerAsOf",
            "colour",
        ];
        for path in expected {
            assert!(paths.contains(&path), "{path} is not told in {paths:?}");
        }
        assert!(found.contains(&("items[0].open".to_owned(), "10.5".to_owned())));
    }

    #[test]
    fn text_that_is_no_json_is_told_by_line() {
        assert_eq!(told("{\n  \"a\": ,\n}")[0].0, "line 2 column 8");
    }

    #[test]
    fn free_text_is_emptied_at_any_depth() {
        let mut json = serde_json::json!({"text": "a", "deep": [{"text": "b", "reason": "c"}]});
        without_text(&mut json);
        assert_eq!(json, serde_json::json!({"text": "", "deep": [{"text": "", "reason": "c"}]}));
    }
}
