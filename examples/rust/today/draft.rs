//! An account as JSON in the making, with the place in the files of everything in it.

use std::collections::BTreeMap;

use dunning::Problem;
use serde_json::{Map, Value, json};

use crate::columns::{Becomes, DEBTORS, Table};
use crate::table::{Cell, Row};
use crate::wrong::Wrong;

pub(crate) struct Draft {
    json: Value,
    /// Where each path of the JSON stands.
    places: BTreeMap<String, Place>,
}

#[derive(Clone)]
struct Place {
    file: &'static str,
    line: u64,
    /// The cell, if it is one cell: its place in the header, its column and its text.
    cell: Option<(usize, &'static str, String)>,
}

impl Draft {
    /// With the fields that are the same for every account.
    pub(crate) fn new(fields: Map<String, Value>) -> Self {
        let mut json = json!({
            "parties": [], "contacts": [], "items": [], "payments": [], "journal": [],
        });
        if let Value::Object(account) = &mut json {
            account.extend(fields);
        }
        Self { json, places: BTreeMap::new() }
    }

    pub(crate) fn json(&self) -> &Value {
        &self.json
    }

    pub(crate) fn set_debtor(&mut self, row: &Row, wrong: &mut Vec<Wrong>) {
        let debtor = self.record(&DEBTORS, "debtor", row, wrong);
        if let Value::Object(account) = &mut self.json {
            account.insert("debtor".to_owned(), debtor);
        }
    }

    /// Adds a row to its list of the account, or of the row that it belongs to.
    pub(crate) fn add(&mut self, table: &Table, row: &Row, wrong: &mut Vec<Wrong>) {
        let mut path = table.list.to_owned();
        let mut pointer = format!("/{}", table.list);
        if let Some(under) = &table.under {
            let Some(link) = row.get(under.column) else { return };
            let rows = self.json.get(under.list).and_then(Value::as_array);
            let is_meant = |row: &Value| row.get("id").and_then(Value::as_str) == Some(&link.text);
            let Some(at) = rows.and_then(|rows| rows.iter().position(is_meant)) else {
                let problem = format!("{} has no such {} of the debtor", under.file, under.column);
                let unknown = Wrong::new(table.file, row.line, problem);
                wrong.push(unknown.column(link.at, under.column).cell(&link.text));
                return;
            };
            path = format!("{}[{at}].{}", under.list, table.list);
            pointer = format!("/{}/{at}/{}", under.list, table.list);
            let parent = self.json.pointer_mut(&format!("/{}/{at}", under.list));
            if let Some(Value::Object(parent)) = parent {
                parent.entry(table.list).or_insert_with(|| json!([]));
            }
        }
        let length = self.json.pointer(&pointer).and_then(Value::as_array).map_or(0, Vec::len);
        let record = self.record(table, &format!("{path}[{length}]"), row, wrong);
        if let Some(Value::Array(list)) = self.json.pointer_mut(&pointer) {
            list.push(record);
        }
    }

    pub(crate) fn add_entry(&mut self, line: u64, entry: Value) {
        if let Some(Value::Array(journal)) = self.json.get_mut("journal") {
            let place = Place { file: "journal.jsonl", line, cell: None };
            self.places.insert(format!("journal[{}]", journal.len()), place);
            journal.push(entry);
        }
    }

    /// Where a problem stands that the core found.
    pub(crate) fn place(&self, problem: &Problem) -> Wrong {
        let mut path = problem.path.as_str();
        loop {
            if let Some(place) = self.places.get(path) {
                let wrong = Wrong::new(place.file, place.line, &problem.problem);
                return match &place.cell {
                    Some((at, column, text)) => wrong.column(*at, *column).cell(text),
                    None => {
                        let rest = problem.path.strip_prefix(path).unwrap_or_default();
                        let rest = rest.trim_start_matches('.');
                        wrong.column(0, rest).value(&problem.value)
                    }
                };
            }
            match path.rfind(['.', '[']).and_then(|end| path.get(..end)) {
                Some(shorter) => path = shorter,
                None => break,
            }
        }
        let (file, column) = match problem.path.strip_prefix("creditor") {
            Some(rest) => ("creditor.json", rest.trim_start_matches('.')),
            None => ("export.json", problem.path.trim_start_matches("input")),
        };
        let value = if column.is_empty() { "" } else { &problem.value };
        Wrong::new(file, 0, &problem.problem).column(0, column).value(value)
    }

    fn record(&mut self, table: &Table, path: &str, row: &Row, wrong: &mut Vec<Wrong>) -> Value {
        let mut record = Map::new();
        let mut told = |path: String, cell: &Cell| {
            let cell = Some((cell.at, cell.column.name, cell.text.clone()));
            self.places.insert(path, Place { file: table.file, line: row.line, cell });
        };
        for cell in row.cells.iter().filter(|cell| cell.column.needed || !cell.text.is_empty()) {
            let name = cell.column.name;
            match cell.column.becomes {
                Becomes::Text => {
                    told(format!("{path}.{name}"), cell);
                    record.insert(name.to_owned(), json!(cell.text));
                }
                Becomes::Words => {
                    told(format!("{path}.{name}"), cell);
                    let words: Vec<&str> = cell.text.split_whitespace().collect();
                    record.insert(name.to_owned(), json!(words));
                }
                Becomes::YesNo => match cell.text.as_str() {
                    "yes" => drop(record.insert(name.to_owned(), json!(true))),
                    "no" => drop(record.insert(name.to_owned(), json!(false))),
                    _ => {
                        let neither = Wrong::new(table.file, row.line, "is neither yes nor no");
                        wrong.push(neither.column(cell.at, name).cell(&cell.text));
                        // Something that can be read, so that it is told once.
                        record.insert(name.to_owned(), json!(false));
                    }
                },
                Becomes::Within(inner, field) => {
                    told(format!("{path}.{inner}"), cell);
                    told(format!("{path}.{inner}.{field}"), cell);
                    let within = record.entry(inner).or_insert_with(|| json!({}));
                    if let Value::Object(within) = within {
                        within.insert(field.to_owned(), json!(cell.text));
                    }
                }
                Becomes::Address => {
                    let id = row.get("id").map_or("", |id| id.text.as_str());
                    let address =
                        json!({"id": format!("{id}-{name}"), "channel": name, "value": cell.text});
                    let list = record.entry("addresses").or_insert_with(|| json!([]));
                    if let Value::Array(list) = list {
                        list.push(address);
                    }
                }
                Becomes::Link => {}
            }
        }
        Value::Object(record)
    }
}
