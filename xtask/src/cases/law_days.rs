//! Calendars, business days and deadlines.

use dunning::{Adjustment, Day, Holiday, HolidayKind, Term, TermDays};
use serde_json::{Value, json};

use super::facts::{Facts, Told, unmapped};
use super::law::{read, refused};

pub(super) fn answer(kind: &str, given: &Facts<'_>) -> Told<Value> {
    match kind {
        "business_day" => business_day(given),
        "holiday" => holiday(given),
        _ => deadline(given),
    }
}

/// The name that the library has for a calendar.
fn calendar(name: &str) -> &str {
    match name {
        "TARGET2" => "T2",
        other => other,
    }
}

fn business_day(given: &Facts<'_>) -> Told<Value> {
    let calendar = calendar(given.need("calendar")?.text()?);
    for day in given.list_at("weekend")? {
        // The built-in calendars have this weekend.
        if !["sat", "sun"].contains(&day.text()?) {
            return unmapped("another weekend");
        }
    }
    let day: Day = given.need("date")?.text()?.parse().or_else(refused)?;
    let add = |days: i32| dunning::add_business_days(day, days, calendar, None).or_else(refused);
    let to = |how: Adjustment| dunning::adjust_day(day, how, calendar, None).or_else(refused);
    let found = match given.need("operation")?.text()? {
        "add" => {
            let days = given.need("business_days")?.whole()?;
            add(i32::try_from(days).or_else(refused)?)?
        }
        "next" => add(1)?,
        "previous" => add(-1)?,
        "following" => to(Adjustment::Following)?,
        "modified_following" => to(Adjustment::ModifiedFollowing)?,
        "preceding" => to(Adjustment::Preceding)?,
        "modified_preceding" => to(Adjustment::ModifiedPreceding)?,
        "is_business_day" => {
            let is = dunning::is_business_day(day, calendar, None).or_else(refused)?;
            return Ok(json!({ "is_business_day": is }));
        }
        other => return unmapped(format!("operation {other}")),
    };
    Ok(json!({ "date": found.to_string() }))
}

fn holiday(given: &Facts<'_>) -> Told<Value> {
    // What the list is of, in words; two Sundays are holidays by law in Brandenburg.
    let scope = given.text_at("scope")?.unwrap_or_default();
    let left_out: &[&str] = if scope.contains("without Easter Sunday and Whit Sunday") {
        &["Easter Sunday", "Whit Sunday"]
    } else {
        &[]
    };
    let year = u32::try_from(given.need("year")?.whole()?).or_else(refused)?;
    match given.need("query")?.text()? {
        "easter_sunday" => {
            let day = dunning::easter_sunday(year);
            Ok(json!({ "date": day.map(|day| day.to_string()) }))
        }
        "list" => {
            let calendar = calendar(given.need("calendar")?.text()?);
            let year = dunning::holidays(calendar, year, None).or_else(refused)?;
            // In the Netherlands days that are decreed are put on a level with holidays by the
            // law on terms, and are none; elsewhere a decree makes a holiday.
            let is_one = |holiday: &&Holiday| {
                let name = holiday.name.as_deref().unwrap_or_default();
                let is_decreed = calendar.starts_with("NL") && holiday.kind == HolidayKind::Decreed;
                !is_decreed && !left_out.contains(&name)
            };
            let days = year.holidays.iter().filter(is_one).map(|holiday| holiday.day.to_string());
            Ok(json!({ "dates": days.collect::<Vec<_>>() }))
        }
        other => unmapped(format!("query {other}")),
    }
}

fn deadline(given: &Facts<'_>) -> Told<Value> {
    let mut term = match given.need("scheme")?.text()? {
        "NL-14-DAYS" => dutch_letter(given)?,
        "BE-BOOK-XIX-REMINDER" => belgian_reminder(given)?,
        "NL-6:119a-2a" | "NL-6:119a-2b" | "NL-6:119a-2c" | "NL-6:119a-5" | "NL-6:119a-6" => {
            dutch_trade(given)?
        }
        "DE-286-3" => json!({
            "type": "germanDefault", "dueOn": given.need("due_on")?.text()?,
            "invoiceReceivedOn": given.text_at("invoice_received_on")?,
            "calendar": calendar(given.need("calendar")?.text()?),
            "debtor": given.need("debtor")?.text()?,
            "consumerWasTold": given.is("consumer_informed")?,
        }),
        "NL-ATW" => by_law("dutchGeneralTerms", given)?,
        "EU-1182/71" => by_law("europeanUnion", given)?,
        "DE-193" | "DE-BGB-193" => by_law("germanCivilCode", given)?,
        other => return unmapped(format!("scheme {other}")),
    };
    let absent: Vec<String> = term
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, value)| value.is_null())
        .map(|(key, _)| key.clone())
        .collect();
    for key in absent {
        drop(term.as_object_mut().and_then(|term| term.remove(&key)));
    }
    let term: Term = read(&term)?;
    told(&dunning::term_days(&term, None).or_else(refused)?)
}

fn channel(given: &Facts<'_>) -> Told<&'static str> {
    match given.need("channel")?.text()? {
        "post" => Ok("letter"),
        "electronic" | "email" | "e-mail" => Ok("email"),
        other => unmapped(format!("channel {other}")),
    }
}

fn dutch_letter(given: &Facts<'_>) -> Told<Value> {
    // The presumption in words.
    given.text_at("presumed_delivery")?;
    let received = match given.text_at("delivered_on")? {
        None => given.text_at("received_on")?,
        given => given,
    };
    Ok(json!({
        "type": "dutchFourteenDays", "sentOn": given.need("sent_on")?.text()?,
        "channel": channel(given)?, "receivedOn": received,
        "days": given.whole_at("term_days")?,
        "unextended": !given.is("extend_if_last_day_not_business_day")?,
    }))
}

fn belgian_reminder(given: &Facts<'_>) -> Told<Value> {
    let saturday_works = match given.text_at("working_days")? {
        None | Some("mon-fri") => false,
        Some("mon-sat") => true,
        Some(other) => return unmapped(format!("working_days {other}")),
    };
    let first = given.some("start_day_counts_as_day_1").map(|it| it.flag()).transpose()?;
    Ok(json!({
        "type": "belgianFirstReminder", "sentOn": given.need("sent_on")?.text()?,
        "channel": channel(given)?, "days": given.whole_at("term_days")?,
        "saturdayWorks": saturday_works, "beginsAfter": first == Some(false),
        "calendar": given.text_at("calendar")?.map(calendar),
    }))
}

fn dutch_trade(given: &Facts<'_>) -> Told<Value> {
    let performed = match given.text_at("performance_received_on")? {
        None => given.text_at("performed_on")?,
        given => given,
    };
    Ok(json!({
        "type": "dutchTradePayment",
        "invoiceReceivedOn": given.text_at("invoice_received_on")?,
        "performedOn": performed,
        "acceptedOn": given.text_at("accepted_on")?,
        "agreedUntil": given.text_at("agreed_payment_day")?,
        "debtorIsLarge": given.is("debtor_is_large")?,
        "creditorIsSmall": given.is("creditor_is_sme")?,
        "contractOn": given.text_at("contract_date")?,
    }))
}

fn by_law(law: &str, given: &Facts<'_>) -> Told<Value> {
    Ok(json!({
        "type": "byLaw", "law": law, "eventOn": given.need("event_on")?.text()?,
        "length": { "type": "days", "days": given.need("period_days")?.whole()? },
        "calendar": given.text_at("calendar")?.map(calendar),
    }))
}

fn told(days: &TermDays) -> Told<Value> {
    let text = |day: Option<Day>| day.map(|day| day.to_string());
    let (last, from) = (days.last_day.to_string(), days.effect_from.to_string());
    Ok(json!({
        "delivered_on": text(days.received_on),
        "first_day_of_term": text(days.begins), "term_starts_on": text(days.begins),
        "last_day_of_term": last, "last_day": last, "last_day_to_pay": last,
        "fee_due_from": from, "costs_possible_from": from, "default_from": from,
        "first_interest_day": from,
    }))
}
