//! From files to accounts.
//!
//! Each row becomes JSON of the account it belongs to, and the core reads that: it names every
//! wrong value by its path, and the draft knows in which file, line and column the path stands.

use std::collections::BTreeMap;

use dunning::{Account, Day, InputRefused, Moment, Policy, PolicyRefused};
use serde_json::{Map, Value};

use crate::columns::{DEBTORS, TABLES, Table};
use crate::draft::Draft;
use crate::export::export;
use crate::files::Files;
use crate::table::{Row, rows};
use crate::wrong::Wrong;

/// An administration at a moment.
pub(crate) struct Administration {
    pub(crate) policy: Policy,
    pub(crate) day: Day,
    pub(crate) now: Moment,
    /// In the order of `debtors.csv`.
    pub(crate) accounts: Vec<Account>,
    /// Journal entries of debtors that the export lacks.
    pub(crate) entries_elsewhere: usize,
}

pub(crate) fn load(
    files: &Files,
    on: Option<Day>,
    fresh: bool,
) -> Result<Administration, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let policy = policy(&text(files, "policy.json", &mut wrong), &mut wrong);
    let creditor = text(files, "creditor.json", &mut wrong);
    let export = export(&text(files, "export.json", &mut wrong), &creditor, on, fresh, &mut wrong);
    let mut drafts = Drafts::default();
    let debtors = rows(&DEBTORS, &text(files, DEBTORS.file, &mut wrong), &mut wrong);
    let mut unread = if debtors.is_none() { vec![DEBTORS.file] } else { Vec::new() };
    for row in debtors.unwrap_or_default() {
        drafts.debtor(&row, export.fields.as_ref(), &mut wrong);
    }
    for table in TABLES.iter().filter(|table| files.path(table.file).is_some()) {
        let Some(rows) = rows(table, &text(files, table.file, &mut wrong), &mut wrong) else {
            unread.push(table.file);
            continue;
        };
        // What belongs to rows that could not be read is not wrong by itself.
        let belongs = [Some(DEBTORS.file), table.under.as_ref().map(|under| under.file)];
        if !belongs.into_iter().flatten().any(|file| unread.contains(&file)) {
            rows.iter().for_each(|row| drafts.row(table, row, &mut wrong));
        }
    }
    let journal = text(files, "journal.jsonl", &mut wrong);
    let entries_elsewhere = drafts.journal(&journal, &mut wrong);
    let accounts = drafts.finish(export.fields.is_some(), &mut wrong);
    match (policy, export.day) {
        (Some(policy), Some((day, now))) if wrong.is_empty() => {
            Ok(Administration { policy, day, now, accounts, entries_elsewhere })
        }
        _ => Err(wrong),
    }
}

/// The text of a file; empty if it is not there, which only optional files may be.
fn text(files: &Files, name: &str, wrong: &mut Vec<Wrong>) -> String {
    let Some(path) = files.path(name) else { return String::new() };
    match std::fs::read(path).map(String::from_utf8) {
        Ok(Ok(text)) => text,
        Ok(Err(_)) => {
            wrong.push(Wrong::new(name, 0, "is not UTF-8 text"));
            String::new()
        }
        // `--record` may begin a journal.
        Err(_) if name == "journal.jsonl" => String::new(),
        Err(_) => {
            wrong.push(Wrong::new(name, 0, "cannot be read"));
            String::new()
        }
    }
}

fn policy(text: &str, wrong: &mut Vec<Wrong>) -> Option<Policy> {
    match Policy::from_json(text) {
        Ok(policy) => Some(policy),
        Err(PolicyRefused::Invalid { problems }) => {
            wrong.extend(problems.into_iter().map(|problem| {
                let place = Wrong::new("policy.json", 0, problem.problem);
                place.column(0, problem.path).value(problem.value)
            }));
            None
        }
    }
}

#[derive(Default)]
struct Drafts {
    list: Vec<Draft>,
    /// The draft of each debtor.
    by_debtor: BTreeMap<String, usize>,
}

impl Drafts {
    fn debtor(&mut self, row: &Row, fields: Option<&Map<String, Value>>, wrong: &mut Vec<Wrong>) {
        let Some(id) = row.get("id") else { return };
        if self.by_debtor.contains_key(&id.text) {
            let twice = Wrong::new(DEBTORS.file, row.line, "the debtor stands here twice");
            wrong.push(twice.column(id.at, "id").cell(&id.text));
            return;
        }
        self.by_debtor.insert(id.text.clone(), self.list.len());
        let mut draft = Draft::new(fields.cloned().unwrap_or_default());
        draft.set_debtor(row, wrong);
        self.list.push(draft);
    }

    fn row(&mut self, table: &Table, row: &Row, wrong: &mut Vec<Wrong>) {
        let Some(debtor) = row.get("debtor") else { return };
        let at = self.by_debtor.get(&debtor.text);
        match at.and_then(|at| self.list.get_mut(*at)) {
            Some(draft) => draft.add(table, row, wrong),
            None => {
                let unknown = Wrong::new(table.file, row.line, "debtors.csv has no such debtor");
                wrong.push(unknown.column(debtor.at, "debtor").cell(&debtor.text));
            }
        }
    }

    /// Lines `{"account": debtor, "entry": {…}}`; returns how many are of other debtors.
    fn journal(&mut self, text: &str, wrong: &mut Vec<Wrong>) -> usize {
        let mut elsewhere = 0_usize;
        for (line, json) in (1_u64..).zip(text.lines()) {
            if json.trim().is_empty() {
                continue;
            }
            let parsed: Value = serde_json::from_str(json).unwrap_or_default();
            let (Some(account), Some(entry @ Value::Object(_))) =
                (parsed.get("account").and_then(Value::as_str), parsed.get("entry"))
            else {
                let problem = "is no JSON object with `account` and `entry`";
                wrong.push(Wrong::new("journal.jsonl", line, problem).value(json));
                continue;
            };
            match self.by_debtor.get(account).and_then(|at| self.list.get_mut(*at)) {
                Some(draft) => draft.add_entry(line, entry.clone()),
                None => elsewhere = elsewhere.saturating_add(1),
            }
        }
        elsewhere
    }

    fn finish(self, whole: bool, wrong: &mut Vec<Wrong>) -> Vec<Account> {
        let mut accounts = Vec::new();
        for draft in self.list {
            match Account::from_json(&draft.json().to_string()) {
                Ok(account) => accounts.push(account),
                Err(InputRefused::Invalid { problems }) => {
                    let places = problems.iter().map(|problem| draft.place(problem));
                    // Without creditor and export each account lacks the same fields.
                    wrong.extend(places.filter(|place| whole || !place.of_whole_file()));
                }
            }
        }
        accounts
    }
}
