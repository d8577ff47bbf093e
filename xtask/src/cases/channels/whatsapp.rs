//! The window, the limits and the prices of WhatsApp.

use chrono::{DateTime, FixedOffset};
use dunning::{
    CreditorRole, Moment, TemplateCategory, WhatsAppAsk, WhatsAppKind, WhatsAppStop, whatsapp_check,
};
use serde_json::{Value, json};

use super::super::facts::{Facts, Told, unmapped};
use super::super::place;
use super::{Case, wording};

pub(super) fn answer(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let written = given.text_at("send_at")?.map_or_else(|| place::run(place::TODAY), str::to_owned);
    let Ok(send_at) = written.parse::<Moment>() else { return unmapped(written) };
    // A case about limits is about a template of which everything else is in order.
    let is_limit = given.has("limit");
    let kind = match given.text_at("kind")? {
        Some("free_form" | "service") => WhatsAppKind::FreeForm,
        Some("template") => WhatsAppKind::Template,
        None if is_limit => WhatsAppKind::Template,
        other => return unmapped(format!("kind {other:?}")),
    };
    let mut ask = WhatsAppAsk::new(kind, send_at);
    for key in ["inbound", "inbound_calls"] {
        for at in given.list_at(key)? {
            ask.inbound.push(wording::parsed(&at)?);
        }
    }
    // What the creditor sent opens nothing, and is not asked for.
    for key in ["outbound", "outbound_template"] {
        for at in given.list_at(key)? {
            wording::parsed::<Moment>(&at)?;
        }
    }
    ask.window_open = given.some("window_open").map(|open| open.flag()).transpose()?;
    ask.opted_in = is_limit || given.is("opt_in")?;
    ask.category = match given.text_at("category")? {
        Some("utility") => Some(TemplateCategory::Utility),
        Some("marketing") => Some(TemplateCategory::Marketing),
        Some("authentication") => Some(TemplateCategory::Authentication),
        None if is_limit => Some(TemplateCategory::Utility),
        None => None,
        Some(category) => return unmapped(format!("category {category}")),
    };
    ask.phone = given.text_at("to")?.map(Into::into);
    ask.role = match given.text_at("creditor_role")? {
        Some("first_party") => Some(CreditorRole::FirstParty),
        Some("third_party") => Some(CreditorRole::ThirdParty),
        Some("purchased") => Some(CreditorRole::Purchased),
        None => None,
        Some(role) => return unmapped(format!("role {role}")),
    };
    counts(given, &mut ask)?;
    told(&ask, &written)
}

fn counts(given: &Facts<'_>, ask: &mut WhatsAppAsk) -> Told<()> {
    let count = |key: &str| -> Told<Option<u32>> {
        let count = given.some(key).map(|facts| facts.count()).transpose()?;
        count.map(u32::try_from).transpose().or_else(|_| unmapped(key.to_owned()))
    };
    ask.limit = count("limit")?;
    ask.recipients = count("unique_users_last_24h")?;
    ask.counted = given.some("recipient_new").map(|new| new.flag()).transpose()? == Some(false);
    ask.service_messages = count("service_messages_this_month")?;
    Ok(())
}

fn told(ask: &WhatsAppAsk, written: &str) -> Told<Value> {
    let check = whatsapp_check(ask);
    // Times are written in the offset of the case.
    let closes = check.window_closes.map(|closes| {
        let offset = DateTime::parse_from_rfc3339(written).map(|at| *at.offset());
        let offset = offset.ok().or_else(|| FixedOffset::east_opt(0));
        offset.map(|offset| {
            let local = closes.utc().with_timezone(&offset);
            local.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
        })
    });
    let use_template = check.stops.contains(&WhatsAppStop::WindowClosed);
    Ok(json!({
        "allowed": check.allowed,
        "window_open": check.window_open,
        "window_closes": closes,
        "use": use_template.then_some("template"),
        "billable": check.billable,
        "why": check.price_rule,
    }))
}
