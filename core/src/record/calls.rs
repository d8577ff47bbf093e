//! A call, and all that was said in it: recorded together or not at all.

use super::acts::asked;
use super::inbound::received;
use super::intentions::{Events, dispute_opened, needed, unknown_entry};
use super::invalid;
use super::promise::promise;
use super::reports::sent;
use crate::calendar::{Day, Moment};
use crate::error::Refusal;
use crate::model::{
    ActionKind, CallMade, CallOutcome, CallReport, Channel, Event, InboundMessage, SentReport,
    StepKey, Trouble,
};
use crate::standing::{Standing, StepState, subject_of};

pub(super) fn called(
    standing: &Standing<'_>,
    command_id: &str,
    occurred_at: Moment,
    report: &CallReport,
) -> Events {
    let action = &report.action;
    planned(standing, report)?;
    sensible(standing, occurred_at, report)?;
    let subject = subject_of(&action.covers);
    let known = standing.deliveries.find(&action.delivery);
    let mut events = Vec::new();
    if known.is_none_or(|known| known.sent_at().is_none()) {
        events.extend(sent(standing, &SentReport::new(action.clone())));
    }
    let called = CallMade { delivery: action.delivery.clone(), outcome: report.outcome.clone() };
    events.push((subject.clone(), Event::Called { called }));
    if let Some(made) = &report.promise {
        let inside = |refusal| within(refusal, "promise", "report.promise");
        events.extend(promise(standing, made).map_err(inside)?);
    }
    for (number, dispute) in report.disputes.iter().enumerate() {
        let path = format!("report.disputes[{number}]");
        let again = report.disputes.iter().take(number).any(|other| other.item == dispute.item);
        if again {
            return Err(invalid(&format!("{path}.item"), &dispute.item, Trouble::DuplicateId));
        }
        let inside = |refusal| within(refusal, "dispute", &path);
        events.extend(dispute_opened(standing, dispute).map_err(inside)?);
    }
    for (number, question) in report.questions.iter().enumerate() {
        let path = format!("report.questions[{number}]");
        let inside = |refusal| within(refusal, "question", &path);
        events.extend(asked(standing, question).map_err(inside)?);
    }
    for (number, intent) in report.said.iter().enumerate() {
        // The id is made of the command's, so that a repeated command says nothing new.
        let id = format!("{command_id}/said/{}", number.saturating_add(1));
        let mut message = InboundMessage::new(id, Channel::Call, intent.clone());
        message.delivery = Some(action.delivery.clone());
        message.items = action.lines.iter().map(|line| line.item.clone()).collect();
        events.push(received(standing, &message));
    }
    if let Some(note) = &report.note {
        needed("report.note.text", &note.text)?;
        events.push((subject, Event::NoteWritten { note: note.clone() }));
    }
    Ok(events)
}

/// A call that was never planned has no outcome; nor has one a second.
fn planned(standing: &Standing<'_>, report: &CallReport) -> Result<(), Refusal> {
    let action = &report.action;
    let known = standing
        .deliveries
        .find(&action.delivery)
        .filter(|known| known.channel() == Some(Channel::Call) && action.kind == ActionKind::Call);
    let delivery = known.ok_or_else(|| unknown_entry(&action.delivery, "queued call"))?;
    let stands =
        |key: &StepKey| matches!(delivery.state(key), StepState::Queued | StepState::Reached);
    let stands = delivery.covers().iter().any(|cover| stands(&cover.key));
    if delivery.call.is_some() || !stands {
        let entry = action.delivery.clone();
        return Err(Refusal::Ended { what: "call".into(), entry });
    }
    Ok(())
}

/// Nobody promises anything to a machine, and nobody calls back yesterday.
fn sensible(
    standing: &Standing<'_>,
    occurred_at: Moment,
    report: &CallReport,
) -> Result<(), Refusal> {
    let nobody = matches!(
        report.outcome,
        CallOutcome::NoAnswer {} | CallOutcome::Voicemail {} | CallOutcome::WrongNumber {}
    );
    let nobody_said = |path: &str, value: &str| {
        if nobody { Err(invalid(path, value, Trouble::NobodyReached)) } else { Ok(()) }
    };
    if let Some(promise) = &report.promise {
        nobody_said("report.promise", &promise.amount.to_string())?;
    }
    if let Some(dispute) = report.disputes.first() {
        nobody_said("report.disputes", &dispute.item)?;
    }
    if let Some(question) = report.questions.first() {
        nobody_said("report.questions", &question.item)?;
    }
    if !report.said.is_empty() {
        nobody_said("report.said", "")?;
    }
    match &report.outcome {
        CallOutcome::CallBackAt { at } if *at <= occurred_at => {
            Err(invalid("report.outcome.at", &at.to_string(), Trouble::InPast))
        }
        CallOutcome::CallBackOn { day } if *day < Day::of(standing.today) => {
            Err(invalid("report.outcome.day", &day.to_string(), Trouble::InPast))
        }
        _ => Ok(()),
    }
}

/// A refusal of a part, with the path that it has in the whole.
fn within(refusal: Refusal, part: &str, whole: &str) -> Refusal {
    match refusal {
        Refusal::Invalid { path, value, problem } => {
            let rest = path.strip_prefix(part).unwrap_or(&path);
            invalid(&format!("{whole}{rest}"), &value, problem)
        }
        other => other,
    }
}
