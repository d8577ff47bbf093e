//! What a case states, and whether all of it was read: a key that nobody asked for is told.

use std::cell::RefCell;
use std::collections::BTreeSet;

use serde_json::Value;

/// Why a case has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stop {
    /// The adapter has no name for what stands here.
    Unmapped(String),
    /// It is not asked, for this reason.
    Skipped(&'static str),
}

pub(super) type Told<T> = Result<T, Stop>;

pub(super) fn unmapped<T>(what: impl Into<String>) -> Told<T> {
    Err(Stop::Unmapped(what.into()))
}

/// A place in a case, and the keys that were read so far.
#[derive(Clone)]
pub(super) struct Facts<'a> {
    value: &'a Value,
    path: String,
    read: &'a RefCell<BTreeSet<String>>,
}

impl<'a> Facts<'a> {
    pub(super) fn new(name: &str, value: &'a Value, read: &'a RefCell<BTreeSet<String>>) -> Self {
        Self { value, path: name.to_owned(), read }
    }

    /// True if the key is there, whatever its value. This is no reading.
    pub(super) fn has(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    /// What stands at a key; none if the key is not there.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key)?;
        let path = format!("{}.{key}", self.path);
        self.read.borrow_mut().insert(path.clone());
        Some(Self { value, path, read: self.read })
    }

    /// What stands at a key; none if it is not there or null.
    pub(super) fn some(&self, key: &str) -> Option<Self> {
        self.get(key).filter(|found| !found.value.is_null())
    }

    pub(super) fn need(&self, key: &str) -> Told<Self> {
        self.get(key).map_or_else(|| unmapped(format!("{}: no {key}", self.path)), Ok)
    }

    fn not<T>(&self, what: &str) -> Told<T> {
        unmapped(format!("{}: {} is not {what}", self.path, self.value))
    }

    pub(super) fn text(&self) -> Told<&'a str> {
        self.value.as_str().map_or_else(|| self.not("text"), Ok)
    }

    /// Text, or a number as text: ids are both.
    pub(super) fn name(&self) -> Told<String> {
        match self.value {
            Value::String(text) => Ok(text.clone()),
            Value::Number(number) => Ok(number.to_string()),
            _ => self.not("a name"),
        }
    }

    pub(super) fn whole(&self) -> Told<i64> {
        self.value.as_i64().map_or_else(|| self.not("a whole number"), Ok)
    }

    pub(super) fn count(&self) -> Told<usize> {
        let whole = usize::try_from(self.whole()?);
        whole.map_or_else(|_| self.not("a count"), Ok)
    }

    pub(super) fn flag(&self) -> Told<bool> {
        self.value.as_bool().map_or_else(|| self.not("true or false"), Ok)
    }

    pub(super) fn is_null(&self) -> bool {
        self.value.is_null()
    }

    pub(super) fn is_text(&self) -> bool {
        self.value.is_string()
    }

    pub(super) fn is_list(&self) -> bool {
        self.value.is_array()
    }

    pub(super) fn list(&self) -> Told<Vec<Self>> {
        let Some(list) = self.value.as_array() else { return self.not("a list") };
        let at = |(number, value)| {
            let path = format!("{}[{number}]", self.path);
            Self { value, path, read: self.read }
        };
        Ok(list.iter().enumerate().map(at).collect())
    }

    pub(super) fn is_table(&self) -> bool {
        self.value.is_object()
    }

    /// The keys of a table, each with what stands there; all of them count as read.
    pub(super) fn table(&self) -> Told<Vec<(&'a str, Self)>> {
        let Some(table) = self.value.as_object() else { return self.not("a table") };
        Ok(table.keys().filter_map(|key| Some((key.as_str(), self.get(key)?))).collect())
    }

    // The usual pairs of the above.

    pub(super) fn text_at(&self, key: &str) -> Told<Option<&'a str>> {
        self.some(key).map(|found| found.text()).transpose()
    }

    pub(super) fn name_at(&self, key: &str) -> Told<Option<String>> {
        self.some(key).map(|found| found.name()).transpose()
    }

    pub(super) fn whole_at(&self, key: &str) -> Told<Option<i64>> {
        self.some(key).map(|found| found.whole()).transpose()
    }

    pub(super) fn is(&self, key: &str) -> Told<bool> {
        Ok(self.some(key).map(|found| found.flag()).transpose()?.unwrap_or(false))
    }

    /// A list; empty if the key is not there.
    pub(super) fn list_at(&self, key: &str) -> Told<Vec<Self>> {
        self.some(key).map_or_else(|| Ok(Vec::new()), |found| found.list())
    }

    /// The value itself, unless it is all that was found.
    pub(super) fn unless(&self, found: &Value) -> Value {
        if self.value == found { Value::Null } else { self.value.clone() }
    }

    /// The first key that nobody has read.
    pub(super) fn unread(&self) -> Option<String> {
        unread(self.value, &self.path, &self.read.borrow())
    }
}

fn unread(value: &Value, path: &str, read: &BTreeSet<String>) -> Option<String> {
    match value {
        Value::Object(table) => table.iter().find_map(|(key, value)| {
            let path = format!("{path}.{key}");
            if read.contains(&path) { unread(value, &path, read) } else { Some(path) }
        }),
        Value::Array(list) => list
            .iter()
            .enumerate()
            .find_map(|(number, value)| unread(value, &format!("{path}[{number}]"), read)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_key_that_nobody_read_is_told_at_any_depth() {
        let value = json!({"items": [{"due": "x", "mood": 1}], "note": null});
        let read = RefCell::default();
        let facts = Facts::new("given", &value, &read);
        assert_eq!(facts.unread().unwrap(), "given.items");
        for item in facts.need("items").unwrap().list().unwrap() {
            item.get("due").unwrap();
        }
        assert_eq!(facts.unread().unwrap(), "given.items[0].mood");
        facts.list_at("items").unwrap()[0].get("mood").unwrap();
        assert!(facts.has("note"));
        assert_eq!(facts.unread().unwrap(), "given.note");
        assert!(facts.some("note").is_none());
        assert_eq!(facts.unread(), None);
    }
}
