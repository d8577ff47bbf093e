//! What providers report.

use dunning::{Day, DeliveryStatus, ErrorClass, delivery_state, error_class};
use serde_json::{Value, json};

use super::super::facts::{Told, unmapped};
use super::super::place;
use super::{Case, wording};

fn today() -> Told<Day> {
    place::TODAY.parse().or_else(|_| unmapped(place::TODAY))
}

/// The cases name a class and what to do; ours is a class that says what to do.
pub(super) fn errors(case: &Case<'_>) -> Told<Value> {
    let code = case.given.need("code")?.name()?;
    let class = error_class("whatsapp", &code, today()?, &[]);
    let (ours, same): (&str, &[&str]) = match class {
        Some(ErrorClass::OutsideWindow) => ("outside_window", &["outside_window"]),
        Some(ErrorClass::Unreachable) => ("unreachable", &["unreachable", "undeliverable"]),
        Some(ErrorClass::FrequencyCap) => {
            ("frequency_cap", &["frequency_cap", "marketing_cap", "engagement_cap", "user_cap"])
        }
        Some(ErrorClass::OptedOut) => ("opt_out", &["opt_out", "opted_out", "marketing_opt_out"]),
        Some(ErrorClass::SenderRestricted) => {
            ("sender_restricted", &["sender_restricted", "spam_rate_limit", "spam_limit"])
        }
        Some(ErrorClass::PairRate) => ("pair_rate_limit", &["pair_rate_limit", "pair_rate"]),
        Some(ErrorClass::Throttle) => {
            ("throttle", &["throttle", "throttled", "throughput", "rate_limit"])
        }
        Some(ErrorClass::Experiment) => ("experiment", &["experiment"]),
        Some(ErrorClass::CountryRestricted) => ("country_restricted", &["country_restricted"]),
        Some(ErrorClass::AccountStopped) => (
            "account_stopped",
            &[
                "account_stopped",
                "account_restricted_policy",
                "account_locked",
                "account_restricted",
            ],
        ),
        Some(other) => return unmapped(format!("{other:?}")),
        None => ("unknown", &["unknown"]),
    };
    // Before the colon stands the class, after it the advice that belongs to it.
    let told = case.expected.text_at("class")?.unwrap_or_default();
    let (class, advice) = told.split_once(':').unwrap_or((told, ""));
    let is_same = same.contains(&class) && fits(ours, advice);
    Ok(json!({ "class": if is_same { told } else { ours } }))
}

/// Whether a case advises what our class says.
fn fits(ours: &str, advice: &str) -> bool {
    let fitting: &[&str] = match ours {
        "outside_window" => &["use_template"],
        "unreachable" => &["next_channel", "other_channel", "use_other_channel"],
        "frequency_cap" => &["do_not_repeat_now", "retry_later", "later", "other_channel"],
        "opt_out" => &["marketing", "stop_marketing", "stop"],
        "sender_restricted" => &["pause_number", "pause", "pause_sender"],
        "pair_rate_limit" => &["retry_later_same_recipient", "retry_later", "later"],
        "throttle" => &["back_off", "backoff", "retry_later"],
        "experiment" => &["other_channel", "next_channel"],
        "country_restricted" => &["other_channel", "next_channel"],
        "account_stopped" => &["stop_channel"],
        _ => &[],
    };
    advice.is_empty() || fitting.contains(&advice)
}

pub(super) fn status(case: &Case<'_>) -> Told<Value> {
    let mut events = Vec::new();
    for event in case.given.need("events")?.list()? {
        events.push(event.text()?.into());
    }
    let state = delivery_state(&events, &[]);
    let status = match state.status {
        Some(DeliveryStatus::Accepted) => "accepted",
        Some(DeliveryStatus::Queued) => "queued",
        Some(DeliveryStatus::Sent) => "sent",
        Some(DeliveryStatus::Failed) => "failed",
        Some(DeliveryStatus::Delivered) => "delivered",
        Some(DeliveryStatus::Read) => "read",
        other => return unmapped(format!("{other:?}")),
    };
    // What was not told as read is not known to be unread.
    let read = if state.read { json!(true) } else { json!("unknown") };
    Ok(json!({ "status": status, "delivered": state.delivered, "read": read }))
}

pub(super) fn bounce(case: &Case<'_>) -> Told<Value> {
    let (ours, same): (&str, &[&str]) =
        match error_class("smtp", case.given.need("smtp")?.text()?, today()?, &[]) {
            Some(ErrorClass::Hard) => ("hard", &["hard"]),
            Some(ErrorClass::Soft) => ("soft", &["soft"]),
            Some(ErrorClass::Sender) => {
                ("sender", &["sender", "policy", "sender_problem", "sender_policy"])
            }
            Some(ErrorClass::Content) => ("content", &["content"]),
            Some(ErrorClass::Success) => ("success", &["success", "delivered", "none"]),
            other => return unmapped(format!("{other:?}")),
        };
    Ok(json!({ "class": wording::word(&case.expected, "class", ours, same)? }))
}
