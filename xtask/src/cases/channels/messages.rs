//! Text messages, their keywords, and links to a chat.

use dunning::{KeywordAction, LinkAnswer, SmsEncoding, message_keyword, sms_plan, whatsapp_link};
use serde_json::{Value, json};

use super::super::facts::{Told, unmapped};
use super::{Case, wording};

pub(super) fn segments(case: &Case<'_>) -> Told<Value> {
    let plan = sms_plan(case.given.need("text")?.text()?);
    let encoding = match plan.encoding {
        SmsEncoding::Gsm7 => "GSM-7",
        SmsEncoding::Ucs2 => "UCS-2",
        other => return unmapped(format!("{other:?}")),
    };
    Ok(json!({
        "encoding": encoding,
        "units": plan.units,
        "segments": plan.segments,
        "offending": plan.offending,
        "parts": plan.parts,
        "transliterated": plan.plain.as_ref().map(|plain| &plain.text),
    }))
}

pub(super) fn keywords(case: &Case<'_>) -> Told<Value> {
    let found = message_keyword(case.given.need("inbound")?.text()?);
    let (ours, same): (&str, &[&str]) = match found.map(|found| found.action) {
        Some(KeywordAction::OptOut) => ("opt_out", &["opt_out"]),
        Some(KeywordAction::OptIn) => ("opt_in", &["opt_in"]),
        Some(KeywordAction::Help) => ("help", &["help"]),
        // No provider acts on it, and a person is asked.
        Some(KeywordAction::AskPerson) => {
            ("ask_person", &["none", "person", "review", "human_review", "raise_to_person"])
        }
        Some(other) => return unmapped(format!("{other:?}")),
        None => ("none", &["none"]),
    };
    Ok(json!({ "action": wording::word(&case.expected, "action", ours, same)? }))
}

pub(super) fn link(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let (phone, text) = (given.need("phone")?.text()?, given.text_at("text")?);
    match whatsapp_link(phone, text, given.text_at("token")?) {
        LinkAnswer::Made { url } => Ok(json!({ "url": url, "error": null })),
        LinkAnswer::Flawed { flaws } => {
            Ok(json!({ "url": null, "error": wording::error(&case.expected, &flaws)? }))
        }
        other => unmapped(format!("{other:?}")),
    }
}
