//! The waiting time after the first reminder to a Belgian consumer.

use dunning::{Channel, Day, Term, term_days};
use serde_json::{Value, json};

use super::super::facts::{Told, unmapped};
use super::{Case, wording};

pub(super) fn belgian(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let sent_on: Day = wording::parsed(&given.need("sent_on")?)?;
    let channel = match given.need("channel")?.text()? {
        "email" => Channel::Email,
        "sms" => Channel::Sms,
        "whatsapp" => Channel::WhatsApp,
        "letter" | "post" => Channel::Letter,
        channel => return unmapped(format!("channel {channel}")),
    };
    let term = Term::BelgianFirstReminder {
        sent_on,
        channel,
        days: None,
        saturday_works: false,
        begins_after: false,
        calendar: None,
    };
    match term_days(&term, None) {
        Ok(days) => Ok(json!({
            "period_starts": days.begins,
            "last_day": days.last_day,
            "penalty_clause_from": days.effect_from,
        })),
        Err(refusal) => unmapped(refusal.to_string()),
    }
}
