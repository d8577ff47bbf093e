//! Reading what is told apart by `type`, without losing the place of a problem.
//!
//! serde reads such a value twice, and the second time nobody knows where. So the place inside
//! the value travels in the text of the error, between two marks, until it is told.

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};
use serde_path_to_error::Segment;

/// A step into a JSON value.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) enum Into {
    Key(String),
    Index(usize),
}

const MARK: char = '\u{1}';

/// Reads `{"type": "name", …}` as the variant `name` of `T`.
pub(crate) fn tagged<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned,
{
    let mut fields = Map::<String, Value>::deserialize(deserializer)?;
    let name = match fields.remove("type") {
        Some(Value::String(name)) => name,
        Some(other) => {
            let at = vec![Into::Key("type".to_owned())];
            return Err(Error::custom(marked(&at, &format!("{other} is no name of a variant"))));
        }
        None => return Err(Error::missing_field("type")),
    };
    let variant = Value::Object(Map::from_iter([(name, Value::Object(fields))]));
    serde_path_to_error::deserialize::<_, T>(&variant).map_err(|refusal| {
        let (mut path, problem) = place_of(&refusal);
        // The variant's name is the first step; an unknown one is a problem of `type`.
        if path.is_empty() || problem.starts_with("unknown variant") && path.len() == 1 {
            path = vec![Into::Key("type".to_owned())];
        } else {
            path.remove(0);
        }
        Error::custom(marked(&path, &problem))
    })
}

/// Reads a part of a value; the error carries its place.
pub(crate) fn placed<T: DeserializeOwned>(name: &str, value: &Value) -> Result<T, String> {
    serde_path_to_error::deserialize::<_, T>(value).map_err(|refusal| {
        let (inner, problem) = place_of(&refusal);
        let mut path = vec![Into::Key(name.to_owned())];
        path.extend(inner);
        marked(&path, &problem)
    })
}

/// Where an error happened, and what it says.
pub(super) fn place_of<E: std::fmt::Display>(
    refusal: &serde_path_to_error::Error<E>,
) -> (Vec<Into>, String) {
    let steps = refusal.path().iter();
    let mut path: Vec<Into> = steps
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(Into::Index(*index)),
            Segment::Map { key } => Some(Into::Key(key.clone())),
            Segment::Enum { variant } => Some(Into::Key(variant.clone())),
            Segment::Unknown => None,
        })
        .collect();
    let text = refusal.inner().to_string();
    let (deeper, problem) = unmarked(&text);
    path.extend(deeper);
    (path, problem.to_owned())
}

/// What an error says, without its place.
pub(super) fn without_place(text: &str) -> String {
    unmarked(text).1.to_owned()
}

fn marked(path: &[Into], problem: &str) -> String {
    format!("{MARK}{}{MARK}{problem}", super::write(&path))
}

fn unmarked(text: &str) -> (Vec<Into>, &str) {
    let parts = text.strip_prefix(MARK).and_then(|rest| rest.split_once(MARK));
    let read = parts.and_then(|(path, problem)| Some((serde_json::from_str(path).ok()?, problem)));
    read.unwrap_or((Vec::new(), text))
}
