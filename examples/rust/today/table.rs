//! CSV files as rows of cells that know where they stand.

use crate::columns::{Column, Table};
use crate::wrong::Wrong;

/// A row: the cells of the columns that the file has, in the order of the table's columns.
pub(crate) struct Row {
    pub(crate) line: u64,
    pub(crate) cells: Vec<Cell>,
}

pub(crate) struct Cell {
    pub(crate) column: &'static Column,
    /// Its place in the header.
    pub(crate) at: usize,
    pub(crate) text: String,
}

impl Row {
    pub(crate) fn get(&self, column: &str) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column.name == column)
    }
}

/// Reads a table: comma or, as spreadsheets write it in many countries, semicolon between cells.
/// None if its header is wrong: then nothing can be said of its rows.
pub(crate) fn rows(table: &Table, text: &str, wrong: &mut Vec<Wrong>) -> Option<Vec<Row>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header = text.lines().next().unwrap_or_default();
    let delimiter = if header.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let Some(Ok(header)) = records.next() else {
        wrong.push(Wrong::new(table.file, 1, "there is no header"));
        return None;
    };
    let before = wrong.len();
    let places = places(table, &header, wrong);
    if wrong.len() > before {
        return None;
    }
    let mut rows = Vec::new();
    for record in records {
        let Ok(record) = record else { continue };
        let line = record.position().map_or(0, |start| line(text, start));
        if record.len() != header.len() {
            let problem = format!("{} cells where the header has {}", record.len(), header.len());
            wrong.push(Wrong::new(table.file, line, problem));
            continue;
        }
        let cells = places.iter().map(|(at, column)| Cell {
            column,
            at: *at,
            text: record.get(*at).unwrap_or_default().trim().to_owned(),
        });
        rows.push(Row { line, cells: cells.collect() });
    }
    Some(rows)
}

/// The line on which a row begins; its position is before the blank lines that were skipped.
fn line(text: &str, start: &csv::Position) -> u64 {
    let rest = usize::try_from(start.byte()).ok().and_then(|byte| text.get(byte..));
    let blank = rest.unwrap_or_default().bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    (start.line()..).nth(blank.filter(|byte| *byte == b'\n').count()).unwrap_or_default()
}

/// Where each column of the table stands in the file.
fn places(
    table: &Table,
    header: &csv::StringRecord,
    wrong: &mut Vec<Wrong>,
) -> Vec<(usize, &'static Column)> {
    for (at, name) in header.iter().enumerate() {
        let problem = if !table.columns.iter().any(|column| column.name == name) {
            "there is no such column"
        } else if header.iter().take(at).any(|earlier| earlier == name) {
            "the column stands here twice"
        } else {
            continue;
        };
        wrong.push(Wrong::new(table.file, 1, problem).column(at, name));
    }
    let mut places = Vec::new();
    for column in table.columns {
        match header.iter().position(|name| name == column.name) {
            Some(at) => places.push((at, column)),
            None if column.needed => {
                let missing = Wrong::new(table.file, 1, "the column is missing");
                wrong.push(missing.column(header.len(), column.name));
            }
            None => {}
        }
    }
    places
}
