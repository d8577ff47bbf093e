//! Everything that is wrong with a text, not only the first thing.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::tagged::{Into, place_of, without_place};
use crate::error::Problem;

/// More problems than this are not looked for: the first hundred tell what is wrong.
const MOST_PROBLEMS: usize = 100;

pub(super) fn problems<T: DeserializeOwned>(
    text: &str,
    refusal: &serde_json::Error,
) -> Vec<Problem> {
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
            problems.push(Problem { path: shown(&told), value: shortened(&value), problem });
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
        problem: without_place(&refusal.to_string()),
    }
}

fn first_problem<T: DeserializeOwned>(json: &Value) -> Option<(Vec<Into>, String)> {
    let refusal = serde_path_to_error::deserialize::<_, T>(json).err()?;
    Some(place_of(&refusal))
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
