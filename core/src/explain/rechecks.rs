//! What `recheck` said, and what it changed.

use rustc_hash::FxHashMap;

use super::holds;
use super::phrase::{Phrase, say};
use super::words;
use crate::model::{Action, Deadline, Recheck};
use crate::money::Amount;
use crate::text::Str;

pub(super) fn recheck(planned: &Action, answer: &Recheck) -> Vec<Phrase> {
    match answer {
        Recheck::Go {} => vec![say("recheck.go")],
        Recheck::Changed { action } => {
            let mut told = vec![say("recheck.changed")];
            told.extend(changes(planned, action));
            told
        }
        Recheck::Withdrawn { holds } => {
            let mut told = vec![say("recheck.withdrawn")];
            told.extend(holds.iter().map(holds::hold));
            told
        }
    }
}

/// What differs between an action as it was planned and as it is now.
fn changes(was: &Action, now: &Action) -> Vec<Phrase> {
    let mut told = Vec::new();
    if was.total != now.total || was.currency != now.currency {
        told.push(say("change.total").money("was", was.total, was.currency).money(
            "now",
            now.total,
            now.currency,
        ));
    }
    if let Some((before, after)) = with_charges(was, now) {
        told.push(say("change.charges").money("was", before, was.currency).money(
            "now",
            after,
            now.currency,
        ));
    }
    told.extend(lines(was, now));
    if was.recipient.contact != now.recipient.contact {
        told.push(
            say("change.recipient")
                .contact("was", &was.recipient.contact)
                .contact("now", &now.recipient.contact),
        );
    }
    if was.channel != now.channel {
        told.push(
            say("change.channel")
                .phrase("was", words::by(was.channel))
                .phrase("now", words::by(now.channel)),
        );
    }
    let moved = was.recipient.value != now.recipient.value
        || was.recipient.address != now.recipient.address;
    if moved && was.channel == now.channel && was.recipient.contact == now.recipient.contact {
        told.push(say("change.address"));
    }
    if was.recipient.language != now.recipient.language {
        told.push(say("change.language"));
    }
    if was.step != now.step {
        told.push(say("change.step").text("was", &was.step).text("now", &now.step));
    }
    if was.template != now.template || was.platform_template != now.platform_template {
        told.push(say("change.template"));
    }
    if was.not_before != now.not_before {
        told.push(say("change.hour").moment("was", was.not_before).moment("now", now.not_before));
    }
    if let (Some(Deadline::On { date: before }), Some(Deadline::On { date: after })) =
        (&was.deadline, &now.deadline)
        && before != after
    {
        told.push(say("change.deadline").day("was", *before).day("now", *after));
    }
    if told.is_empty() {
        told.push(say("change.other"));
    }
    told
}

/// What is to be paid with the message, if fees or interest make it differ.
fn with_charges(was: &Action, now: &Action) -> Option<(Amount, Amount)> {
    if was.total_with_charges.is_none() && now.total_with_charges.is_none() {
        return None;
    }
    let before = was.total_with_charges.unwrap_or(was.total);
    let after = now.total_with_charges.unwrap_or(now.total);
    (before != after).then_some((before, after))
}

fn lines(was: &Action, now: &Action) -> Vec<Phrase> {
    let by_item = |action: &'_ Action| -> FxHashMap<Str, Amount> {
        action.lines.iter().map(|line| (line.item.clone(), line.dunned)).collect()
    };
    let (before, after) = (by_item(was), by_item(now));
    let mut told = Vec::new();
    for line in &was.lines {
        match after.get(&line.item) {
            None => told.push(say("change.lineGone").item("item", &line.item)),
            Some(dunned) if *dunned != line.dunned => told.push(
                say("change.line")
                    .item("item", &line.item)
                    .money("was", line.dunned, was.currency)
                    .money("now", *dunned, now.currency),
            ),
            Some(_) => {}
        }
    }
    let new = now.lines.iter().filter(|line| !before.contains_key(&line.item));
    told.extend(new.map(|line| say("change.lineNew").item("item", &line.item)));
    told
}
