//! Stops, questions and levels set by hand: what people want, checked.

use super::intentions::{Events, needed, one, unknown_entry};
use super::invalid;
use super::known::known_item;
use crate::calendar::Day;
use crate::error::Refusal;
use crate::model::{
    Command, Event, LevelMade, LevelSetting, Question, QuestionAnswer, ScenarioMove, Stop,
    StopEnding, Stopping, Subject, Trouble,
};
use crate::plan::{StepUnknown, ladder_of, reached_step};
use crate::standing::Standing;
use crate::text::Str;

pub(super) fn events(standing: &Standing<'_>, command: &Command) -> Events {
    match command {
        Command::Stop { stopping } => stopped(standing, stopping),
        Command::EndStop { ending } => stop_ended(standing, ending),
        Command::AskQuestion { question } => asked(standing, question),
        Command::AnswerQuestion { answer } => answered(standing, answer),
        Command::SetLevel { setting } => level_set(standing, setting),
        Command::MoveItem { moving } => moved(standing, moving),
        other => super::arrangement::events(standing, other),
    }
}

fn stopped(standing: &Standing<'_>, stopping: &Stopping) -> Events {
    let item = match &stopping.stop {
        Stop::HandedOver { to, item } => {
            needed("stopping.stop.to", to)?;
            item.as_ref()
        }
        Stop::Withdrawn { item, reason } => {
            needed("stopping.stop.reason", reason)?;
            Some(item)
        }
        Stop::Insolvent { .. } | Stop::Deceased {} => None,
    };
    let subject = match item {
        Some(item) => {
            known_item(standing, item)?;
            Subject::Item { item: item.clone() }
        }
        None => Subject::Debtor {},
    };
    let begins = stopping.begins.unwrap_or_else(|| Day::of(standing.today));
    if let Some(until) = stopping.until.filter(|until| *until < begins) {
        return Err(invalid("stopping.until", &until.to_string(), Trouble::InPast));
    }
    one(subject, Event::Stopped { stopping: stopping.clone() })
}

fn stop_ended(standing: &Standing<'_>, ending: &StopEnding) -> Events {
    needed("ending.reason", &ending.reason)?;
    let known = standing.acts.stops.iter().find(|known| known.entry.id == ending.stop);
    let stop = known.ok_or_else(|| unknown_entry(&ending.stop, "stop"))?;
    if stop.ended || stop.until < standing.today {
        return Err(Refusal::Ended { what: "stop".into(), entry: ending.stop.clone() });
    }
    one(stop.entry.subject.clone(), Event::StopEnded { ending: ending.clone() })
}

pub(super) fn asked(standing: &Standing<'_>, question: &Question) -> Events {
    needed("question.reason", &question.reason)?;
    known_item(standing, &question.item)?;
    if let Some(until) = question.until.filter(|until| until.number() < standing.today) {
        return Err(invalid("question.until", &until.to_string(), Trouble::InPast));
    }
    let mut question = question.clone();
    let by_policy = standing.today.saturating_add(standing.policy.question_pause_days);
    question.until = question.until.or(Some(Day::of(by_policy)));
    let subject = Subject::Item { item: question.item.clone() };
    one(subject, Event::QuestionAsked { question })
}

fn answered(standing: &Standing<'_>, answer: &QuestionAnswer) -> Events {
    let known = standing.acts.questions.iter().find(|known| known.entry.id == answer.question);
    let question = known.ok_or_else(|| unknown_entry(&answer.question, "question"))?;
    if question.answered {
        return Err(Refusal::Ended { what: "question".into(), entry: answer.question.clone() });
    }
    one(question.entry.subject.clone(), Event::QuestionAnswered { answer: answer.clone() })
}

fn level_set(standing: &Standing<'_>, setting: &LevelSetting) -> Events {
    needed("setting.reason", &setting.reason)?;
    known_item(standing, &setting.item)?;
    if let Some(day) = setting.reached_on.filter(|day| day.number() > standing.today) {
        return Err(invalid("setting.reachedOn", &day.to_string(), Trouble::InFuture));
    }
    let current = current_ladder(standing, &setting.item);
    let step = setting.step.as_ref();
    let no_scenario = || Refusal::UnknownStep {
        step: step.cloned().unwrap_or_default(),
        scenario: setting.scenario.clone(),
    };
    let (scenario, version) = match (&setting.scenario, &current) {
        (Some(asked), Some((followed, version))) if asked == followed => {
            (asked, setting.scenario_version.or(Some(*version)))
        }
        (Some(asked), _) => (asked, setting.scenario_version),
        (None, Some((followed, version))) => {
            (followed, setting.scenario_version.or(Some(*version)))
        }
        (None, None) => return Err(no_scenario()),
    };
    let scenario_version = version_with(standing, scenario, version, step)?;
    let level = LevelMade {
        item: setting.item.clone(),
        scenario: scenario.clone(),
        scenario_version,
        reason: setting.reason.clone(),
        reached_on: setting.reached_on.unwrap_or_else(|| Day::of(standing.today)),
        step: setting.step.clone(),
        text: setting.text.clone(),
    };
    one(Subject::Item { item: setting.item.clone() }, Event::LevelSet { level })
}

fn moved(standing: &Standing<'_>, moving: &ScenarioMove) -> Events {
    needed("moving.reason", &moving.reason)?;
    known_item(standing, &moving.item)?;
    let reached = match position(standing, &moving.item).map(|at| reached_step(standing, at)) {
        Some(Ok(reached)) => reached,
        Some(Err(StepUnknown)) if moving.step.is_none() => {
            return Err(invalid("moving.step", "", Trouble::Empty));
        }
        _ => None,
    };
    let (step, reached_on) = match (&moving.step, reached) {
        (Some(step), Some((reached, day))) if reached == *step => (Some(step.clone()), day),
        (Some(step), _) => (Some(step.clone()), standing.today),
        (None, Some((reached, day))) => (Some(reached), day),
        (None, None) => (None, standing.today),
    };
    let version = moving.scenario_version;
    let scenario_version = version_with(standing, &moving.scenario, version, step.as_ref())?;
    let level = LevelMade {
        item: moving.item.clone(),
        scenario: moving.scenario.clone(),
        scenario_version,
        reason: moving.reason.clone(),
        reached_on: Day::of(reached_on),
        step,
        text: moving.text.clone(),
    };
    one(Subject::Item { item: moving.item.clone() }, Event::ScenarioMoved { level })
}

/// The version of a scenario, which must have the step; refused if the policy has no such.
fn version_with(
    standing: &Standing<'_>,
    scenario: &Str,
    version: Option<u32>,
    step: Option<&Str>,
) -> Result<u32, Refusal> {
    let at = standing.policy.ladder(scenario, version);
    let ladder = at.and_then(|at| standing.policy.ladder_at(at));
    let ladder = ladder.filter(|ladder| step.is_none_or(|step| ladder.rung(step).is_some()));
    ladder.map(|ladder| ladder.version).ok_or_else(|| Refusal::UnknownStep {
        step: step.cloned().unwrap_or_default(),
        scenario: Some(scenario.clone()),
    })
}

/// The scenario and version that an item follows as things stand.
fn current_ladder(standing: &Standing<'_>, item: &str) -> Option<(Str, u32)> {
    let ladder = ladder_of(standing, position(standing, item)?)?;
    let ladder = standing.policy.ladder_at(ladder)?;
    Some((ladder.id.clone(), ladder.version))
}

fn position(standing: &Standing<'_>, item: &str) -> Option<usize> {
    standing.account.items.iter().position(|known| known.id == *item)
}
