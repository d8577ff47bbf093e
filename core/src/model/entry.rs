use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::{Event, Subject};
use crate::calendar::Moment;
use crate::json::placed;
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// One thing that dunning did, learned or agreed: a row of the journal, kept for ever.
    ///
    /// A later version of this library reads every entry that an earlier one wrote. What this
    /// version does not know is kept as it came (`Event::Newer`, `Subject::Newer`, `unknown`),
    /// written back unchanged, and holds its subject until a version that knows it is in use.
    #[serde(try_from = "Value", into = "Value")]
    pub struct Entry {
        /// The id of the command and the number of the entry: `CommandId/n`.
        pub id: Str,
        /// When it happened.
        pub occurred_at: Moment,
        /// When the host learned of it.
        pub recorded_at: Moment,
        /// Who did it: a user of the host, a job, a provider.
        pub actor: Str,
        /// What it is about.
        pub subject: Subject,
        /// What happened.
        pub event: Event,
        /// Recognises the command when it comes again; made without free text.
        pub fingerprint: Str,
        /// Fields of the entry that a later version wrote, as a JSON object.
        #[cfg_attr(feature = "node", ts(skip))]
        pub unknown: Option<Str> = None,
    }
}

const KNOWN: [&str; 7] =
    ["id", "occurredAt", "recordedAt", "actor", "subject", "event", "fingerprint"];

impl TryFrom<Value> for Entry {
    type Error = String;

    fn try_from(json: Value) -> Result<Self, String> {
        let Value::Object(mut fields) = json else {
            return Err(format!("an entry is an object, not {json}"));
        };
        let entry = Self {
            id: take(&mut fields, "id")?,
            occurred_at: take(&mut fields, "occurredAt")?,
            recorded_at: take(&mut fields, "recordedAt")?,
            actor: take(&mut fields, "actor")?,
            subject: known_or(&mut fields, "subject", |json| Subject::Newer {
                json: json.to_string().into(),
            })?,
            event: known_or(&mut fields, "event", |json| Event::Newer {
                kind: json.get("type").and_then(Value::as_str).unwrap_or_default().into(),
                json: json.to_string().into(),
            })?,
            fingerprint: take(&mut fields, "fingerprint")?,
            unknown: (!fields.is_empty()).then(|| Value::Object(fields).to_string().into()),
        };
        Ok(entry)
    }
}

impl From<Entry> for Value {
    fn from(entry: Entry) -> Self {
        let mut fields: Map<String, Value> =
            entry.unknown.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default();
        let subject = match entry.subject {
            Subject::Newer { json } => verbatim(&json),
            known => plain(&known),
        };
        let event = match entry.event {
            Event::Newer { json, .. } => verbatim(&json),
            known => plain(&known),
        };
        let values = [
            plain(&entry.id),
            plain(&entry.occurred_at),
            plain(&entry.recorded_at),
            plain(&entry.actor),
            subject,
            event,
            plain(&entry.fingerprint),
        ];
        for (name, value) in KNOWN.into_iter().zip(values) {
            fields.insert(name.to_owned(), value);
        }
        Self::Object(fields)
    }
}

fn take<T: DeserializeOwned>(fields: &mut Map<String, Value>, name: &str) -> Result<T, String> {
    let value = fields.remove(name).ok_or_else(|| format!("missing field `{name}`"))?;
    placed(name, &value)
}

/// Reads what this version knows; what a later one wrote is kept, and what nobody could have
/// written is refused.
fn known_or<T: DeserializeOwned>(
    fields: &mut Map<String, Value>,
    name: &str,
    newer: impl Fn(&Value) -> T,
) -> Result<T, String> {
    let value = fields.remove(name).ok_or_else(|| format!("missing field `{name}`"))?;
    let tagged = value.get("type").is_some_and(Value::is_string);
    match placed(name, &value) {
        Err(refusal) if tagged && is_newer(&refusal) => Ok(newer(&value)),
        other => other,
    }
}

/// serde's words for a field or a word that the type does not have.
fn is_newer(refusal: &str) -> bool {
    refusal.contains("unknown field `") || refusal.contains("unknown variant `")
}

fn plain(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap_or(Value::Null)
}

fn verbatim(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or(Value::Null)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn entry(subject: &Value, event: &Value) -> Value {
        json!({
            "id": "c1/1", "occurredAt": "2026-03-01T09:00:00Z", "recordedAt": "2026-03-01T09:00:00Z",
            "actor": "eva", "subject": subject, "event": event, "fingerprint": "00",
        })
    }

    #[test]
    fn what_a_later_version_wrote_survives() {
        let item = json!({"type": "item", "item": "A"});
        let newer = [
            entry(&item, &json!({"type": "pigeonReleased", "pigeon": {"name": "Kees"}})),
            entry(
                &item,
                &json!({"type": "delivered", "delivered": {"delivery": "d", "by": "pigeon"}}),
            ),
            entry(
                &json!({"type": "galaxy", "n": 1}),
                &json!({"type": "noteWritten", "note": {"text": "x"}}),
            ),
            {
                let mut odd = entry(&item, &json!({"type": "noteWritten", "note": {"text": "x"}}));
                odd["mood"] = json!("sunny");
                odd
            },
        ];
        for json in newer {
            let entry: Entry = serde_json::from_value(json.clone()).unwrap();
            let is_newer = matches!(entry.event, Event::Newer { .. })
                || matches!(entry.subject, Subject::Newer { .. })
                || entry.unknown.is_some();
            assert!(is_newer, "{json}");
            assert_eq!(serde_json::to_value(&entry).unwrap(), json);
        }
    }

    #[test]
    fn what_nobody_wrote_is_refused() {
        let item = json!({"type": "item", "item": "A"});
        for event in [
            json!({"type": "noteWritten"}),
            json!({"type": "noteWritten", "note": {"text": 5}}),
            json!({"note": {"text": "x"}}),
            json!("noteWritten"),
        ] {
            assert!(serde_json::from_value::<Entry>(entry(&item, &event)).is_err(), "{event}");
        }
    }
}
