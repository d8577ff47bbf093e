//! The JSON form of the root types: reading with every problem told, writing, redacting.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

use crate::error::Problem;

/// More problems than this are not looked for: the first hundred tell what is wrong.
const MOST_PROBLEMS: usize = 100;

pub(crate) fn write(value: &impl Serialize) -> String {
    // Writing plain data to text cannot fail; an empty text would be seen at once.
    serde_json::to_string(value).unwrap_or_default()
}

/// Reads a value; if it cannot be read, tells every problem with its path and value.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Problem>> {
    serde_json::from_str(text).map_err(|refusal| problems::<T>(text, &refusal))
}

fn problems<T: DeserializeOwned>(text: &str, refusal: &serde_json::Error) -> Vec<Problem> {
    let mut json = match serde_json::from_str::<Value>(text) {
        Ok(json) => json,
        Err(no_json) => return vec![at_place(text, &no_json)],
    };
    let original = json.clone();
    let mut taken = TakenOut::default();
    let mut problems = Vec::new();
    while problems.len() < MOST_PROBLEMS {
        let Some((path, problem)) = first_problem::<T>(&json) else { break };
        let told = taken.original(&path);
        if !taken.caused(&told, &problem) {
            let value = find(&original, &told).map_or("nothing".to_owned(), Value::to_string);
            problems.push(Problem {
                path: shown(&told),
                value: shortened(&value),
                problem,
            });
        }
        // Take out what was told and look again: the next problem is another one.
        if !take_out(&mut json, &path) {
            break;
        }
        taken.add(told);
    }
    if problems.is_empty() {
        // A key given twice: the tree keeps one of the two and reads well.
        problems.push(at_place(text, refusal));
    }
    problems
}

fn at_place(text: &str, refusal: &serde_json::Error) -> Problem {
    let line = text.lines().nth(refusal.line().saturating_sub(1)).unwrap_or_default();
    Problem {
        path: format!("line {} column {}", refusal.line(), refusal.column()),
        value: shortened(line.trim()),
        problem: refusal.to_string(),
    }
}

/// A step into a JSON value.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Into {
    Key(String),
    Index(usize),
}

fn first_problem<T: DeserializeOwned>(json: &Value) -> Option<(Vec<Into>, String)> {
    let refusal = serde_path_to_error::deserialize::<_, T>(json).err()?;
    let path = refusal
        .path()
        .iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Into::Index(*index)),
            Segment::Map { key } => Some(Into::Key(key.clone())),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect();
    Some((path, refusal.inner().to_string()))
}

/// What was taken out so far, by its place in the original.
#[derive(Default)]
struct TakenOut(Vec<Vec<Into>>);

impl TakenOut {
    fn add(&mut self, path: Vec<Into>) {
        self.0.push(path);
    }

    /// A path as it was before list elements were taken out.
    fn original(&self, path: &[Into]) -> Vec<Into> {
        let mut told: Vec<Into> = Vec::new();
        for step in path {
            let step = match step {
                Into::Key(key) => Into::Key(key.clone()),
                Into::Index(index) => Into::Index(self.original_index(&told, *index)),
            };
            told.push(step);
        }
        told
    }

    fn original_index(&self, list: &[Into], index: usize) -> usize {
        let mut gone: Vec<usize> = self
            .0
            .iter()
            .filter_map(|path| match path.split_last() {
                Some((Into::Index(gone), parent)) if parent == list => Some(*gone),
                _ => None,
            })
            .collect();
        gone.sort_unstable();
        gone.into_iter().fold(index, |at, gone| if gone <= at { at.saturating_add(1) } else { at })
    }

    /// True if a field is missing only because it was taken out, its own problem being told.
    fn caused(&self, at: &[Into], problem: &str) -> bool {
        self.0.iter().any(|path| match path.split_last() {
            Some((Into::Key(key), parent)) => {
                parent == at && problem == format!("missing field `{key}`")
            }
            _ => false,
        })
    }
}

fn find<'a>(json: &'a Value, path: &[Into]) -> Option<&'a Value> {
    path.iter().try_fold(json, |at, step| match step {
        Into::Key(key) => at.get(key),
        Into::Index(index) => at.get(index),
    })
}

fn take_out(json: &mut Value, path: &[Into]) -> bool {
    let Some((last, parents)) = path.split_last() else { return false };
    let parent = parents.iter().try_fold(json, |at, step| match step {
        Into::Key(key) => at.get_mut(key),
        Into::Index(index) => at.get_mut(index),
    });
    match (parent, last) {
        (Some(Value::Object(fields)), Into::Key(key)) => fields.remove(key).is_some(),
        (Some(Value::Array(list)), Into::Index(index)) if *index < list.len() => {
            list.remove(*index);
            true
        }
        _ => false,
    }
}

fn shown(path: &[Into]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Into::Index(index) => text.push_str(&format!("[{index}]")),
            Into::Key(key) if text.is_empty() => text.push_str(key),
            Into::Key(key) => text.push_str(&format!(".{key}")),
        }
    }
    if text.is_empty() { "input".to_owned() } else { text }
}

fn shortened(value: &str) -> String {
    const LONGEST: usize = 200;
    if value.chars().count() <= LONGEST {
        return value.to_owned();
    }
    value.chars().take(LONGEST).chain("…".chars()).collect()
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

json_form!(Account, Action, Assumptions, Command, Entry, Plan, PolicyDoc, Recheck, Refusal);

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
