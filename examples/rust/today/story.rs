//! Everything about one debtor: what is decided, why, and what comes.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use dunning::{
    Account, Action, Assumptions, Decision, Item, Moment, Outcome, Plan, forecast, plan,
};
use serde_json::Value;

use crate::load::Administration;
use crate::report::subject;
use crate::show;

const DAYS_AHEAD: i64 = 60;

pub(crate) fn story(day: &Administration, id: &str) -> Result<String, String> {
    let account = day.accounts.iter().find(|account| account.debtor.id == id);
    let account = account.ok_or_else(|| format!("{id}: debtors.csv has no such debtor\n"))?;
    let plan = plan(account, &day.policy, day.now);
    let mut text = head(account, day.now);
    text.push_str("\nITEMS\n");
    for (item, decision) in account.items.iter().zip(&plan.decisions) {
        text.push_str(&item_story(item, decision));
    }
    text.push_str(&payments(account));
    text.push_str("\nGOES OUT TODAY\n");
    for action in &plan.actions {
        text.push_str(&action_line(action));
    }
    text.push_str("\nNEEDS A PERSON\n");
    text.push_str(&notices(&plan, &mut BTreeSet::new()));
    text.push_str("\nODD, BUT STOPS NOTHING\n");
    for finding in &plan.findings {
        text.push_str(&format!("  {}\n", show::code(finding)));
    }
    text.push_str(&journal(account));
    text.push_str(&coming(account, day, &plan));
    Ok(text)
}

fn head(account: &Account, now: Moment) -> String {
    let debtor = &account.debtor;
    let mut text = format!("{} {}, planned at {now} (times are UTC)\n", debtor.id, debtor.name);
    text.push_str(&format!("{}\n", show::code(&without(show::json(debtor), &["id", "name"]))));
    text.push_str("\nCONTACTS\n");
    for contact in &account.contacts {
        let rest = without(show::json(contact), &["id", "name", "addresses", "consents"]);
        text.push_str(&format!("  {} {}  {}\n", contact.id, contact.name, show::code(&rest)));
        for address in &contact.addresses {
            text.push_str(&format!("    {} {}\n", show::word(&address.channel), address.value));
        }
        for consent in &contact.consents {
            text.push_str(&format!("    consent {}\n", show::code(consent)));
        }
    }
    text
}

fn without(mut record: Value, names: &[&str]) -> Value {
    if let Value::Object(fields) = &mut record {
        fields.retain(|name, _| !names.contains(&name.as_str()));
    }
    record
}

fn item_story(item: &Item, decision: &Decision) -> String {
    let number = item.document_number.as_ref().map(|number| format!(" {number}"));
    let mut text = format!(
        "  {}{}  {}  due {}  open {} {}\n",
        item.id,
        number.unwrap_or_default(),
        show::word(&item.kind),
        item.due,
        item.currency,
        item.open,
    );
    let outcome = match &decision.outcome {
        Outcome::Act { delivery } => format!("goes out with {delivery}"),
        Outcome::Closed {} => "closed".to_owned(),
        _ => "waits".to_owned(),
    };
    text.push_str(&format!("    {outcome}\n"));
    for hold in &decision.holds {
        text.push_str(&format!("    hold {}\n", show::code(hold)));
    }
    for reason in &decision.reasons {
        text.push_str(&format!("    reason {}\n", show::code(reason)));
    }
    for finding in &decision.findings {
        text.push_str(&format!("    finding {}\n", show::code(finding)));
    }
    if let Some(next) = &decision.next {
        text.push_str(&format!("    next {} from {}\n", next.key.step, next.due_on));
    }
    if let Some(at) = decision.review_at {
        text.push_str(&format!("    looked at again from {at}\n"));
    }
    text
}

fn payments(account: &Account) -> String {
    let mut text = "\nPAYMENTS\n".to_owned();
    for payment in &account.payments {
        let (id, day) = (&payment.id, payment.value_date);
        text.push_str(&format!("  {id}  {day}  {} {}\n", payment.currency, payment.amount));
        for part in &payment.allocations {
            text.push_str(&format!("    {} {}\n", part.item, part.amount));
        }
        if let Some(reversed) = &payment.reversed {
            text.push_str(&format!("    reversed {}\n", show::code(reversed)));
        }
    }
    text
}

fn action_line(action: &Action) -> String {
    let items: Vec<String> = action
        .lines
        .iter()
        .map(|line| format!("{} {} {}", line.item, line.step, line.dunned))
        .collect();
    format!(
        "  {}  {}  {} {}  to {} ({})  {}\n",
        show::word(&action.channel),
        action.step,
        action.currency,
        action.total,
        action.recipient.contact,
        show::word(&action.recipient.purpose),
        items.join(", "),
    )
}

/// The notices whose key was not told before.
fn notices(plan: &Plan, told: &mut BTreeSet<dunning::Str>) -> String {
    let new = plan.notices.iter().filter(|notice| told.insert(notice.key.clone()));
    new.map(|notice| format!("  {}  {}\n", subject(&notice.subject), show::code(&notice.hold)))
        .collect()
}

/// In the order of recording.
fn journal(account: &Account) -> String {
    let mut text = "\nJOURNAL\n".to_owned();
    for entry in &account.journal {
        let json: Value = serde_json::from_str(&entry.to_json()).unwrap_or_default();
        let event = json.get("event").map(show::event).unwrap_or_default();
        let (at, about) = (entry.occurred_at, subject(&entry.subject));
        text.push_str(&format!("  {at}  {}  {}  {about}  {event}\n", entry.actor, entry.id));
    }
    text
}

/// What follows from here if everything is sent and nothing is paid.
fn coming(account: &Account, day: &Administration, today: &Plan) -> String {
    let mut text = format!("\nCOMING {DAYS_AHEAD} DAYS, IF NOTHING IS PAID\n");
    let until = TimeDelta::try_days(DAYS_AHEAD)
        .and_then(|days| day.now.utc().checked_add_signed(days))
        .and_then(|at| Moment::try_from(at).ok());
    let Some(until) = until else { return text };
    let mut told = today.notices.iter().map(|notice| notice.key.clone()).collect();
    for plan in forecast(account, &day.policy, day.now, until, &Assumptions::new()) {
        let actions: String = plan.actions.iter().map(action_line).collect();
        let notices = notices(&plan, &mut told);
        if !actions.is_empty() || !notices.is_empty() {
            text.push_str(&format!("  {}\n", plan.now));
        }
        for line in actions.lines() {
            text.push_str(&format!("  {line}\n"));
        }
        for line in notices.lines() {
            text.push_str(&format!("    needs a person:{line}\n"));
        }
    }
    text
}
