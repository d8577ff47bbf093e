//! Hours and frequency of contact.

use chrono::{NaiveDateTime, TimeZone, Utc};
use dunning::{
    CallPresumption, Channel, ContactCheck, ContactSetting, ContactWhy, CountedCall, CreditorRole,
    Day, Moment, NextContact, call_frequency, contact_check, contact_rules, next_contact,
};
use serde_json::{Value, json};

use super::super::facts::{Facts, Told, unmapped};
use super::{Case, wording};

/// A collector's contact with a natural person about a debt of a consumer.
fn setting(zones: Vec<dunning::Str>, country: &str) -> Told<ContactSetting> {
    let Ok(country) = country.parse::<dunning::Country>() else { return unmapped(country) };
    let mut setting = ContactSetting::new(Channel::Email, zones, country, true, true);
    setting.role = Some(CreditorRole::ThirdParty);
    Ok(setting)
}

pub(super) fn regulation_f(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let at: Moment = wording::parsed(&given.need("at_utc")?)?;
    let mut zones = Vec::new();
    for zone in given.need("zones")?.list()? {
        zones.push(zone.text()?.into());
    }
    let mut setting = setting(zones, "US")?;
    if let Some(channel) = channel(given)? {
        setting.channel = channel;
    }
    let check = contact_check(&contact_rules(), &setting, at);
    Ok(json!({
        "allowed": check.allowed,
        "local": check.local,
        "next_allowed": next(&setting, at),
    }))
}

fn next(setting: &ContactSetting, at: Moment) -> Option<String> {
    match next_contact(&contact_rules(), setting, at) {
        NextContact::At { at, .. } => Some(at.to_string()),
        _ => None,
    }
}

fn channel(given: &Facts<'_>) -> Told<Option<Channel>> {
    Ok(Some(match given.text_at("channel")? {
        None => return Ok(None),
        Some("email") => Channel::Email,
        Some("whatsapp") => Channel::WhatsApp,
        Some("sms") => Channel::Sms,
        Some("letter" | "post") => Channel::Letter,
        Some("portal") => Channel::Portal,
        Some("call" | "phone") => Channel::Call,
        Some(channel) => return unmapped(format!("channel {channel}")),
    }))
}

pub(super) fn dutch(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let zone = given.need("zone")?.text()?;
    let mut setting = setting(vec![zone.into()], "NL")?;
    if let Some(channel) = channel(given)? {
        setting.channel = channel;
    }
    match given.text_at("debtor")? {
        None | Some("natural_person" | "consumer") => {}
        Some("legal_person" | "business") => setting.natural_person = false,
        Some(debtor) => return unmapped(format!("debtor {debtor}")),
    }
    let at = instant(given.need("local")?.text()?, zone)?;
    let check = contact_check(&contact_rules(), &setting, at);
    let why = why(case, &check)?;
    Ok(json!({
        "allowed": check.allowed,
        "why": why,
        "rule_applies": !check.rules.is_empty(),
        "next_allowed": next(&setting, at),
    }))
}

/// The first instant at which the clock of a zone shows a time.
fn instant(local: &str, zone: &str) -> Told<Moment> {
    let Ok(zone) = zone.parse::<chrono_tz::Tz>() else { return unmapped(zone) };
    let Ok(time) = local.parse::<NaiveDateTime>() else { return unmapped(local) };
    let at = zone.from_local_datetime(&time).earliest().map(|at| at.with_timezone(&Utc));
    let at = at.and_then(|at| Moment::try_from(at).ok());
    at.map_or_else(|| unmapped(format!("{local} does not exist")), Ok)
}

/// Why it is not allowed, in the words of the case if they mean the same.
fn why(case: &Case<'_>, check: &ContactCheck) -> Told<Value> {
    let Some(stop) = check.stops.first() else { return Ok(Value::Null) };
    let clock =
        |minutes: u32| format!("{:02}:{:02}", minutes.div_euclid(60), minutes.rem_euclid(60));
    let (ours, same) = match &stop.why {
        ContactWhy::BeforeHours { from_minute } => {
            (format!("before {}", clock(*from_minute)), Vec::new())
        }
        ContactWhy::AfterHours { until_minute } => {
            let at = clock(*until_minute);
            let same = [
                format!("from {at}"),
                format!("after {at}"),
                format!("at or after {at}"),
                format!("{at} or later"),
                format!("from {at} on"),
                format!("not from {at}"),
            ];
            (format!("from {at}"), same.to_vec())
        }
        ContactWhy::ClosedWeekday { weekday } => (format!("{weekday:?}"), Vec::new()),
        ContactWhy::ClosedDay { name, .. } => (name.to_string(), names(name)),
        other => return unmapped(format!("{other:?}")),
    };
    let same: Vec<&str> = same.iter().map(String::as_str).chain([ours.as_str()]).collect();
    wording::word(&case.expected, "why", &ours, &same)
}

/// Other names of the same holiday.
fn names(name: &str) -> Vec<String> {
    let others: &[&str] = match name {
        "New Year's Day" => &["New Year"],
        "Ascension Day" => &["Ascension"],
        "Liberation Day" => &["5 May"],
        "Christmas Day" => &["Christmas", "first Christmas day", "First Christmas Day"],
        "Second Christmas Day" => &["second Christmas day", "Boxing Day", "Christmas"],
        "Whit Monday" => &["Pentecost Monday"],
        "King's Day" => &["Kings Day"],
        "Good Friday" => &["Good Friday (equated)"],
        _ => &[],
    };
    others.iter().map(|other| (*other).to_owned()).collect()
}

/// What a kind of call has that others have not.
type Mark = fn(&mut CountedCall);

/// The calls of a case that names days for each kind.
pub(super) fn frequency(case: &Case<'_>) -> Told<Value> {
    let given = &case.given;
    let debt = given.text_at("debt")?;
    let of = given.text_at("calls_were_for")?;
    let mut calls = Vec::new();
    let kinds: [(&str, Mark); 6] = [
        ("calls_on", |_| {}),
        ("not_connected_on", |call| call.not_connected = true),
        ("with_consent_on", |call| call.with_consent = true),
        ("inbound_on", |call| call.inbound = true),
        ("conversation_on", talked),
        ("conversations_on", talked),
    ];
    for (key, mark) in kinds {
        for day in days(given, key)? {
            let mut call = CountedCall::new(day);
            call.debt = of.map(Into::into);
            mark(&mut call);
            calls.push(call);
        }
    }
    let next: Day = wording::parsed(&given.need("next_call_on")?)?;
    let found = call_frequency(&calls, next, debt);
    let (ours, same): (&str, &[&str]) = match found.presumption {
        CallPresumption::Compliant => ("compliant", &["compliant"]),
        CallPresumption::Violation => {
            ("violation", &["violation", "violating", "non_compliant", "noncompliant", "unlawful"])
        }
        other => return unmapped(format!("{other:?}")),
    };
    Ok(json!({
        "presumption": wording::word(&case.expected, "presumption", ours, same)?,
        "calls_in_7_days": found.calls_in_seven_days,
        "compliant_from": found.compliant_from,
    }))
}

/// A conversation counts whoever began it; the call that it was is told among the calls.
fn talked(call: &mut CountedCall) {
    call.conversation = true;
    call.inbound = true;
}

/// One day, or a list of them.
fn days(given: &Facts<'_>, key: &str) -> Told<Vec<Day>> {
    let Some(facts) = given.some(key) else { return Ok(Vec::new()) };
    if facts.is_list() {
        return facts.list()?.iter().map(wording::parsed).collect();
    }
    Ok(vec![wording::parsed(&facts)?])
}
