//! What happened to an item so far: the journal, and the payments of the ledger.

use super::about::Named;
use super::phrase::{Phrase, Voice, say};
use super::{bank, messages, words};
use crate::calendar::Day;
use crate::model::{
    ArrangementEnd, ArrangementSide, BlockScope, Channel, DisputeOutcome, DunningBlock, Entry,
    Event, LevelMade, Sending, Stop, Subject,
};
use crate::standing::in_order;

/// More than this is no story any more; the journal holds it all.
const MOST: usize = 20;

/// The past of an item, the oldest first.
pub(super) fn history(voice: &Voice<'_>, item: &str) -> Vec<Phrase> {
    let mut entries: Vec<&Entry> = voice.account.journal.iter().collect();
    in_order(&mut entries);
    let named = Named::of(voice.account, &entries, item);
    let mut past: Vec<(Day, Phrase)> = Vec::new();
    for entry in entries {
        if let Some(phrase) = happened(&named, entry, item) {
            let on = Day::of(voice.zone.day_of(entry.occurred_at));
            past.push((on, phrase.day("on", on).text("actor", &entry.actor)));
        }
    }
    past.extend(bank::payments(voice, item));
    // Stable: on one day the journal comes before the bank.
    past.sort_by_key(|(on, _)| *on);
    let earlier = past.len().saturating_sub(MOST);
    let mut told: Vec<Phrase> = past.drain(..).skip(earlier).map(|(_, phrase)| phrase).collect();
    if earlier > 0 {
        let number = u32::try_from(earlier).unwrap_or(u32::MAX);
        told.insert(0, say("history.earlier").number("count", number));
    }
    told
}

#[expect(clippy::too_many_lines, reason = "one arm for each event")]
/// What an entry means for the item; nothing if it is about something else, or is told elsewhere.
fn happened(named: &Named<'_>, entry: &Entry, item: &str) -> Option<Phrase> {
    let own = match &entry.subject {
        Subject::Item { item: about } => about == item,
        Subject::Debtor {} | Subject::Newer { .. } => true,
        _ => false,
    };
    match &entry.event {
        Event::Proposed { proposal } => named.ruled("event.proposed", &proposal.steps),
        Event::Approved { approval } => named.ruled("event.approved", &approval.steps),
        Event::Rejected { rejection } => {
            let phrase = named.ruled("event.rejected", &rejection.steps)?;
            Some(phrase.text("reason", &rejection.reason))
        }
        // Whether it went out is told by what follows, or by the hold.
        Event::Queued { .. } => None,
        Event::Sent { sent } => self::sent(sent, item).or_else(|| reminded(named, sent)),
        Event::Called { called } => {
            let phrase = named.delivery("event.callEnded", &called.delivery)?;
            Some(phrase.phrase("outcome", words::outcome(&called.outcome)))
        }
        Event::Inbound { .. } | Event::InboundAnswered { .. } | Event::ReceiptSent { .. } => {
            messages::happened(&named.messages, &entry.event, item)
        }
        Event::Failed { failed } => {
            let phrase = match failed.channel {
                None => named.delivery("event.failed", &failed.delivery)?,
                Some(channel) => {
                    let phrase = named.delivery("event.failedBy", &failed.delivery)?;
                    phrase.phrase("channel", words::by(channel))
                }
            };
            Some(phrase.text("reason", &failed.reason))
        }
        Event::Cancelled { cancelled } => {
            let phrase = named.delivery("event.cancelled", &cancelled.delivery)?;
            let own = cancelled.steps.is_empty()
                || cancelled.steps.iter().any(|step| named.is_about(step));
            own.then(|| phrase.text("reason", &cancelled.reason))
        }
        Event::Delivered { delivered } => named.delivery("event.delivered", &delivered.delivery),
        Event::Read { read } => named.delivery("event.read", &read.delivery),
        Event::Blocked { block } => covers(block, item).then(|| blocked(block)),
        Event::Unblocked { unblock } => {
            let set = named.entries.get(unblock.block.as_str())?;
            let Event::Blocked { block } = &set.event else { return None };
            let scope = words::scope(&block.scope);
            covers(block, item).then(|| say("event.unblocked").phrase("scope", scope))
        }
        Event::Rescheduled { reschedule } => named.is_about(&reschedule.step).then(|| {
            say("event.rescheduled")
                .text("step", &reschedule.step.step)
                .day("to", reschedule.to)
                .text("reason", &reschedule.reason)
        }),
        Event::Skipped { skip } => named.is_about(&skip.step).then(|| {
            say("event.skipped").text("step", &skip.step.step).text("reason", &skip.reason)
        }),
        Event::Promised { promise } => {
            promise.items.iter().any(|part| part.item == *item).then(|| {
                say("event.promised")
                    .money("amount", promise.amount, promise.currency)
                    .day("date", promise.date)
            })
        }
        Event::DisputeOpened { dispute } => (dispute.item == *item).then(|| {
            say("event.disputeOpened")
                .money("amount", dispute.amount.unwrap_or(dispute.open), dispute.currency)
                .text("reason", &dispute.reason)
        }),
        Event::DisputeClosed { closing } => {
            let opened = named.entries.get(closing.dispute.as_str())?;
            let Event::DisputeOpened { dispute } = &opened.event else { return None };
            (dispute.item == *item).then(|| closed(&closing.outcome))
        }
        Event::NoteWritten { note } => own.then(|| self::note(&note.text)),
        Event::NoteEdited { edit } => own.then(|| self::note(&edit.text)),
        Event::LevelImported { level } => (level.item == *item).then(|| {
            say("event.levelImported").text("step", &level.step).day("at", level.reached_on)
        }),
        Event::Stopped { stopping } => {
            concerns(&stopping.stop, item).then(|| stopped(&stopping.stop))
        }
        Event::StopEnded { ending } => {
            let began = named.entries.get(ending.stop.as_str())?;
            let Event::Stopped { stopping } = &began.event else { return None };
            concerns(&stopping.stop, item)
                .then(|| say("event.stopEnded").text("reason", &ending.reason))
        }
        Event::QuestionAsked { question } => (question.item == *item)
            .then(|| say("event.questionAsked").text("reason", &question.reason)),
        Event::QuestionAnswered { answer } => {
            let asked = named.entries.get(answer.question.as_str())?;
            let Event::QuestionAsked { question } = &asked.event else { return None };
            (question.item == *item).then(|| say("event.questionAnswered"))
        }
        Event::LevelSet { level } => (level.item == *item).then(|| set(level)),
        Event::ScenarioMoved { level } => (level.item == *item).then(|| {
            say("event.scenarioMoved")
                .text("scenario", &level.scenario)
                .number("version", level.scenario_version)
                .text("reason", &level.reason)
        }),
        Event::Charged { .. } => own.then(|| say("event.charged")),
        Event::Waived { waiver } => own.then(|| say("event.waived").text("reason", &waiver.reason)),
        Event::ArrangementProposed { arrangement } => named.is_covered(arrangement).then(|| {
            say(match arrangement.by {
                ArrangementSide::Debtor => "event.arrangementProposed.debtor",
                ArrangementSide::Creditor => "event.arrangementProposed.creditor",
            })
            .money("amount", arrangement.total, arrangement.currency)
            .number("count", u32::try_from(arrangement.instalments.len()).unwrap_or(u32::MAX))
        }),
        Event::ArrangementAccepted { acceptance } => {
            named.is_arranged(&acceptance.arrangement).then(|| say("event.arrangementAccepted"))
        }
        Event::ArrangementEnded { ending } => {
            let key = match ending.how {
                ArrangementEnd::Refused => "event.arrangementEnded.refused",
                ArrangementEnd::Cancelled => "event.arrangementEnded.cancelled",
                ArrangementEnd::Lapsed => "event.arrangementEnded.lapsed",
            };
            named.is_arranged(&ending.arrangement).then(|| say(key).text("reason", &ending.reason))
        }
        Event::Undone { undone } => {
            let phrase = named.delivery("event.undone", &undone.delivery)?;
            let own =
                undone.steps.is_empty() || undone.steps.iter().any(|step| named.is_about(step));
            own.then(|| phrase.text("reason", &undone.reason))
        }
        Event::DebtorMerged { merge } => {
            Some(say("event.debtorMerged").text("debtor", &merge.debtor))
        }
        Event::Newer { kind, .. } => own.then(|| say("event.newer").text("kind", kind)),
    }
}

fn sent(sent: &Sending, item: &str) -> Option<Phrase> {
    let line = sent.lines.iter().find(|line| line.item == *item)?;
    let key = if sent.channel == Channel::Call { "event.called" } else { "event.sent" };
    Some(
        say(key)
            .text("step", &line.step)
            .phrase("by", words::by(sent.channel))
            .contact("contact", &sent.contact)
            .money("open", line.open, sent.currency),
    )
}

/// The reminder of an instalment of an arrangement that covers the item.
fn reminded(named: &Named<'_>, sent: &Sending) -> Option<Phrase> {
    let line = sent.instalments.iter().find(|line| named.is_arranged(&line.arrangement))?;
    Some(
        say("event.instalmentSent")
            .number("number", line.number)
            .day("date", line.date)
            .phrase("by", words::by(sent.channel))
            .contact("contact", &sent.contact)
            .money("unpaid", line.unpaid, sent.currency),
    )
}

fn covers(block: &DunningBlock, item: &str) -> bool {
    match &block.scope {
        BlockScope::Debtor {} | BlockScope::Channel { .. } => true,
        BlockScope::Item { item: blocked } => blocked == item,
        BlockScope::Step { item: blocked, .. } => {
            blocked.as_ref().is_none_or(|blocked| blocked == item)
        }
    }
}

fn blocked(block: &DunningBlock) -> Phrase {
    let phrase = match block.until {
        Some(until) => say("event.blocked.until").day("until", until),
        None => say("event.blocked.open"),
    };
    phrase.phrase("scope", words::scope(&block.scope)).text("reason", &block.reason)
}

fn closed(outcome: &DisputeOutcome) -> Phrase {
    match outcome {
        DisputeOutcome::Rejected {} => say("event.disputeClosed.rejected"),
        DisputeOutcome::Upheld {} => say("event.disputeClosed.upheld"),
        DisputeOutcome::Partly { amount } => {
            say("event.disputeClosed.partly").amount("amount", *amount)
        }
    }
}

fn concerns(stop: &Stop, item: &str) -> bool {
    match stop {
        Stop::HandedOver { item: Some(own), .. } | Stop::Withdrawn { item: own, .. } => own == item,
        Stop::HandedOver { item: None, .. } | Stop::Insolvent { .. } | Stop::Deceased {} => true,
    }
}

fn stopped(stop: &Stop) -> Phrase {
    match stop {
        Stop::HandedOver { to, .. } => say("event.handedOver").text("to", to),
        Stop::Insolvent { .. } => say("event.insolvent"),
        Stop::Deceased {} => say("event.deceased"),
        Stop::Withdrawn { reason, .. } => say("event.withdrawn").text("reason", reason),
    }
}

fn set(level: &LevelMade) -> Phrase {
    let phrase = match &level.step {
        Some(step) => say("event.levelSet").text("step", step).day("at", level.reached_on),
        None => say("event.levelSet.start"),
    };
    phrase.text("reason", &level.reason)
}

/// The words of a note, or that they were taken away.
fn note(text: &str) -> Phrase {
    if text.is_empty() { say("event.note.redacted") } else { say("event.note").text("text", text) }
}
