//! Why `record` did not take a command.

use super::phrase::{Phrase, say};
use super::words;
use crate::error::Refusal;

pub(super) fn refusal(refusal: &Refusal) -> Phrase {
    match refusal {
        Refusal::IdReused { command_id } => say("refusal.idReused").text("commandId", command_id),
        Refusal::UnknownItem { item } => say("refusal.unknownItem").text("item", item),
        Refusal::UnknownEntry { entry, expected } => {
            say("refusal.unknownEntry").text("entry", entry).phrase("expected", kind(expected))
        }
        Refusal::UnknownStep { step, scenario: None } => {
            say("refusal.unknownStep").text("step", step)
        }
        Refusal::UnknownStep { step, scenario: Some(scenario) } => {
            say("refusal.unknownStepOf").text("step", step).text("scenario", scenario)
        }
        Refusal::UnknownRule { rule } => say("refusal.unknownRule").text("rule", rule),
        Refusal::UnknownCalendar { calendar } => {
            say("refusal.unknownCalendar").text("calendar", calendar)
        }
        Refusal::BeyondCalendar { calendar, day, known_since, known_until } => {
            say("refusal.beyondCalendar")
                .text("calendar", calendar)
                .day("day", *day)
                .day("knownSince", *known_since)
                .day("knownUntil", *known_until)
        }
        Refusal::AlreadyOut { step, delivery } => {
            say("refusal.alreadyOut").text("step", step).text("delivery", delivery)
        }
        Refusal::HigherStands { step, higher, delivery } => say("refusal.higherStands")
            .text("step", step)
            .text("higher", higher)
            .text("delivery", delivery),
        Refusal::NotApproved { step, delivery } => {
            say("refusal.notApproved").text("step", step).text("delivery", delivery)
        }
        Refusal::PlannedOtherwise { delivery, .. } => {
            say("refusal.plannedOtherwise").text("delivery", delivery)
        }
        Refusal::SamePerson { actor } => say("refusal.samePerson").text("actor", actor),
        Refusal::Ended { what, entry } => {
            say("refusal.ended").phrase("what", kind(what)).text("entry", entry)
        }
        Refusal::BeyondLimit { limit, allowed, asked } => say("refusal.beyondLimit")
            .text("limit", limit)
            .text("allowed", allowed)
            .text("asked", asked),
        Refusal::NotClaimable { charge, state } => say("refusal.notClaimable")
            .text("charge", charge)
            .phrase("state", words::charge_state(*state)),
        Refusal::DoesNotAddUp { path, expected, found, difference } => say("refusal.doesNotAddUp")
            .text("path", path)
            .amount("expected", *expected)
            .amount("found", *found)
            .amount("difference", *difference),
        Refusal::AlreadyArranged { item, arrangement } => {
            say("refusal.alreadyArranged").text("item", item).text("arrangement", arrangement)
        }
        Refusal::Invalid { path, value, problem } => say("refusal.invalid")
            .text("path", path)
            .text("value", value)
            .phrase("problem", words::trouble(*problem)),
    }
}

/// What an entry is or should be, by the word that `record` has for it.
fn kind(word: &str) -> Phrase {
    match word {
        "arrangement" => say("kind.arrangement"),
        "instalment" => say("kind.instalment"),
        "sent delivery" => say("kind.sentDelivery"),
        "block" => say("kind.block"),
        "call" => say("kind.call"),
        "queued call" => say("kind.queuedCall"),
        "charge" => say("kind.charge"),
        "delivery" => say("kind.delivery"),
        "dispute" => say("kind.dispute"),
        "item" => say("kind.item"),
        "message" => say("kind.message"),
        "receipt" => say("kind.receipt"),
        "note" => say("kind.note"),
        "question" => say("kind.question"),
        "stop" => say("kind.stop"),
        "queued delivery" => say("kind.queuedDelivery"),
        other => say("kind.other").text("kind", other),
    }
}
