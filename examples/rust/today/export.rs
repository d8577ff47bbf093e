//! The small JSON files: who is owed, and when the files were made.

use dunning::{Day, Moment};
use serde_json::{Map, Value};

use crate::wrong::Wrong;

/// What `export.json` and `creditor.json` say.
#[derive(Default)]
pub(crate) struct Export {
    /// The day to plan and its moment.
    pub(crate) day: Option<(Day, Moment)>,
    /// The fields of every account that these files give; none if one of them is no JSON.
    pub(crate) fields: Option<Map<String, Value>>,
}

const KNOWN: [&str; 4] = ["day", "ledgerAsOf", "paymentsAsOf", "completeness"];

pub(crate) fn export(
    export: &str,
    creditor: &str,
    on: Option<Day>,
    fresh: bool,
    wrong: &mut Vec<Wrong>,
) -> Export {
    let creditor = object("creditor.json", creditor, wrong);
    let Some(mut fields) = object("export.json", export, wrong) else { return Export::default() };
    for (name, value) in &fields {
        if !KNOWN.contains(&name.as_str()) {
            let unknown = Wrong::new("export.json", 0, "there is no such field");
            wrong.push(unknown.column(0, name).value(value.to_string()));
        }
    }
    fields.retain(|name, _| KNOWN.contains(&name.as_str()));
    let given = fields.remove("day").unwrap_or_default();
    let day = given.as_str().unwrap_or_default().parse::<Day>().map_err(|refusal| {
        let no_day = Wrong::new("export.json", 0, refusal.to_string());
        wrong.push(no_day.column(0, "day").value(given.to_string()));
    });
    let day = on.or(day.ok()).and_then(|day| Some((day, moment(day)?)));
    if let (true, Some((_, now))) = (fresh, day) {
        for name in ["ledgerAsOf", "paymentsAsOf"] {
            fields.insert(name.to_owned(), Value::String(now.to_string()));
        }
    }
    let fields = creditor.map(|creditor| {
        fields.insert("creditor".to_owned(), Value::Object(creditor));
        fields
    });
    Export { day, fields }
}

/// The hour matters little: steps count in days of the creditor.
fn moment(day: Day) -> Option<Moment> {
    format!("{day}T08:00:00Z").parse().ok()
}

fn object(file: &str, text: &str, wrong: &mut Vec<Wrong>) -> Option<Map<String, Value>> {
    let json = serde_json::from_str(text);
    if !matches!(json, Ok(Value::Object(_))) {
        wrong.push(Wrong::new(file, 0, "is no JSON object"));
    }
    match json {
        Ok(Value::Object(fields)) => Some(fields),
        _ => None,
    }
}
