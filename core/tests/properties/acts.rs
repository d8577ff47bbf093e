//! Stops, questions, levels, arrangements and repairs.

use chrono::TimeDelta;
use dunning::{
    Account, ArrangementAnswer, ArrangementCounter, ArrangementMade, ArrangementProposal,
    ArrangementRefusal, ArrangementSide, Command, Day, Event, HistoryImport, Instalment, Item,
    ItemAmount, LevelImport, LevelSetting, Question, QuestionAnswer, QuestionEffect, ScenarioMove,
    Stop, StopEnding, Stopping, Undoing,
};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;

use crate::facts::{Facts, local_day, open};
use crate::history::{Desk, pick};

#[derive(Debug, Clone)]
pub(crate) enum Act {
    Stop {
        kind: u8,
        item: Index,
        begins: Option<i64>,
        until: Option<i64>,
    },
    EndStop(Index),
    Ask(Index),
    Answer(Index),
    SetLevel {
        item: Index,
        step: Option<u8>,
        on: Option<i64>,
    },
    MoveItem {
        item: Index,
        version: u32,
        step: Option<u8>,
    },
    /// Of the item named, or of all that is open in its currency.
    Arrange {
        item: Index,
        named: bool,
        tenths: i64,
        first: i64,
        count: i64,
        counters: Option<Index>,
    },
    Accept(Index),
    End(Index, u8),
    Undo(Index),
    History(Vec<(Index, u8, i64)>),
}

pub(crate) fn act() -> impl Strategy<Value = Act> {
    let index = any::<Index>;
    let days = prop::option::of(-3..12_i64);
    let step = prop::option::of(0..4_u8);
    prop_oneof![
        1 => (0..8_u8, index(), days.clone(), prop_oneof![4 => (-1..5_i64).prop_map(Some), 1 => Just(None)])
            .prop_map(|(kind, item, begins, until)| Act::Stop { kind, item, begins, until }),
        3 => index().prop_map(Act::EndStop),
        1 => index().prop_map(Act::Ask),
        1 => index().prop_map(Act::Answer),
        1 => (index(), step.clone(), days)
            .prop_map(|(item, step, on)| Act::SetLevel { item, step, on }),
        1 => (index(), 1..3_u32, step)
            .prop_map(|(item, version, step)| Act::MoveItem { item, version, step }),
        3 => (index(), any::<bool>(), 1..11_i64, 0..9_i64, 1..4_i64, prop::option::of(index()))
            .prop_map(|(item, named, tenths, first, count, counters)| {
                Act::Arrange { item, named, tenths, first, count, counters }
            }),
        4 => index().prop_map(Act::Accept),
        1 => (index(), 0..3_u8).prop_map(|(entry, how)| Act::End(entry, how)),
        1 => index().prop_map(Act::Undo),
        1 => prop::collection::vec((index(), 0..4_u8, -20..1_i64), 1..4).prop_map(Act::History),
    ]
}

pub(crate) fn command(desk: &Desk, act: &Act) -> Option<Command> {
    let entry = |at: &Index, wanted: fn(&Command) -> bool| desk.entry(at, wanted);
    Some(match act {
        Act::Stop { kind, item, begins, until } => {
            let mut stopping = Stopping::new(stop(*kind, &desk.item(item)));
            stopping.begins = begins.map(|days| desk.day_after(days));
            stopping.until = until.map(|days| desk.day_after(days));
            Command::Stop { stopping }
        }
        Act::EndStop(at) => {
            let stop = entry(at, |command| matches!(command, Command::Stop { .. }))?;
            Command::EndStop { ending: StopEnding::new(stop, "mistake") }
        }
        Act::Ask(item) => Command::AskQuestion { question: Question::new(desk.item(item), "copy") },
        Act::Answer(at) => {
            let asked = entry(at, |command| matches!(command, Command::AskQuestion { .. }))?;
            Command::AnswerQuestion { answer: QuestionAnswer::new(asked) }
        }
        Act::SetLevel { item, step, on } => {
            let mut setting = LevelSetting::new(desk.item(item), "agreed");
            setting.step = step.map(|step| format!("s{step}").into());
            setting.reached_on = on.map(|days| desk.day_after(days));
            Command::SetLevel { setting }
        }
        Act::MoveItem { item, version, step } => {
            let mut moving = ScenarioMove::new(desk.item(item), "standard", "agreed");
            moving.scenario_version = Some(*version);
            moving.step = step.map(|step| format!("s{step}").into());
            Command::MoveItem { moving }
        }
        Act::Undo(at) => {
            let action = pick(&desk.actions, at)?;
            Command::Undo { undo: Undoing::new(action.delivery.clone(), "mistake") }
        }
        Act::History(levels) => {
            let levels: Vec<LevelImport> = levels
                .iter()
                .map(|(item, step, on)| {
                    let (item, on) = (desk.item(item), desk.day_after(*on));
                    LevelImport::new(item, "standard", 1_u32, format!("s{step}"), on)
                })
                .collect();
            Command::ImportHistory { history: HistoryImport::new(levels) }
        }
        _ => return agreed(desk, act),
    })
}

fn stop(kind: u8, item: &str) -> Stop {
    match kind {
        2..5 => Stop::HandedOver { to: "agency".into(), item: Some(item.into()) },
        0 => Stop::Insolvent { proceeding: None },
        1 => Stop::Deceased {},
        _ => Stop::Withdrawn { item: item.into(), reason: "wrong".into() },
    }
}

fn agreed(desk: &Desk, act: &Act) -> Option<Command> {
    let proposed = |at: &Index| {
        let is_one = |command: &Command| {
            matches!(
                command,
                Command::ProposeArrangement { .. } | Command::CounterArrangement { .. }
            )
        };
        desk.entry(at, is_one)
    };
    Some(match act {
        Act::Arrange { item, named, tenths, first, count, counters } => {
            let proposal = proposal(desk, item, *named, *tenths, *first, *count)?;
            match counters.as_ref().and_then(proposed) {
                Some(earlier) => {
                    let counter = ArrangementCounter::new(earlier, proposal);
                    Command::CounterArrangement { counter }
                }
                None => Command::ProposeArrangement { proposal },
            }
        }
        Act::Accept(at) => {
            Command::AcceptArrangement { answer: ArrangementAnswer::new(proposed(at)?) }
        }
        Act::End(at, how) => {
            let refusal = ArrangementRefusal::new(proposed(at)?, "asked");
            match how {
                0 => Command::RefuseArrangement { refusal },
                1 => Command::CancelArrangement { refusal },
                _ => Command::LapseArrangement { refusal },
            }
        }
        _ => return None,
    })
}

fn proposal(
    desk: &Desk,
    item: &Index,
    named: bool,
    tenths: i64,
    first: i64,
    count: i64,
) -> Option<ArrangementProposal> {
    let account = &desk.scene.account;
    let known = pick(&account.items, item)?;
    let part = desk.part(item, tenths)?;
    let all = account.items.iter().filter(|one| one.currency == known.currency);
    let all: Decimal = all.map(open).filter(|open| *open > Decimal::ZERO).sum();
    let mut left: Decimal = if named { part.parse().ok()? } else { all };
    let scale = left.scale();
    let each = (left / Decimal::from(count)).trunc_with_scale(scale);
    let mut instalments = Vec::new();
    for number in 0..count {
        let mut amount = if number + 1 == count { left } else { each };
        amount.rescale(scale);
        left -= amount;
        let date: Day = desk.day_after(first + number * 7);
        let amount: dunning::Amount = amount.to_string().parse().ok()?;
        instalments.push(Instalment::new(date, amount));
    }
    let mut proposal =
        ArrangementProposal::new(ArrangementSide::Debtor, known.currency, instalments);
    if named {
        let mut covered = ItemAmount::new(known.id.clone());
        covered.amount = Some(part.parse().ok()?);
        proposal.items = vec![covered];
    }
    Some(proposal)
}

impl Facts<'_> {
    /// True if the item, or its debtor, is handed over, insolvent, deceased or withdrawn today.
    pub(crate) fn rests_altogether(&self, item: Option<&Item>) -> bool {
        self.journal.iter().any(|entry| {
            let Event::Stopped { stopping } = &entry.event else { return false };
            let concerns = match &stopping.stop {
                Stop::HandedOver { item: Some(only), .. } | Stop::Withdrawn { item: only, .. } => {
                    item.is_some_and(|item| item.id == *only)
                }
                _ => true,
            };
            let begins =
                stopping.begins.map_or(local_day(self.account, entry.occurred_at), |on| on.date());
            let over = stopping.until.is_some_and(|until| until.date() < self.today);
            let ended = self.journal.iter().any(
                |other| matches!(&other.event, Event::StopEnded { ending } if ending.stop == entry.id),
            );
            concerns && begins <= self.today && !over && !ended
        })
    }

    /// True if an open question pauses the item today.
    pub(crate) fn is_questioned(&self, item: &Item) -> bool {
        let effect = self.doc.questions.as_ref().and_then(|rules| rules.effect);
        if effect == Some(QuestionEffect::GoesOn) {
            return false;
        }
        self.journal.iter().any(|entry| {
            let Event::QuestionAsked { question } = &entry.event else { return false };
            let answered = self.journal.iter().any(|other| {
                matches!(&other.event, Event::QuestionAnswered { answer } if answer.question == entry.id)
            });
            let runs = question.until.is_some_and(|until| self.today <= until.date());
            question.item == item.id && runs && !answered
        })
    }

    /// The part of an item that certainly rests: of an arrangement that was accepted and not
    /// ended, whose first grace is not over, with nothing paid since.
    pub(crate) fn arranged_part(&self, item: &Item) -> Option<Decimal> {
        let running = self.journal.iter().find_map(|entry| {
            let Event::ArrangementProposed { arrangement } = &entry.event else { return None };
            self.certainly_runs(&entry.id, arrangement).then_some(arrangement)
        })?;
        let part = running.items.iter().find(|part| part.item == item.id)?;
        let untouched = self.account.payments.is_empty() && item.open >= part.open;
        untouched.then(|| part.amount.decimal())
    }

    fn certainly_runs(&self, id: &str, made: &ArrangementMade) -> bool {
        let says =
            |wanted: &dyn Fn(&Event) -> bool| self.journal.iter().any(|entry| wanted(&entry.event));
        let accepted = says(
            &|event| matches!(event, Event::ArrangementAccepted { acceptance } if acceptance.arrangement == *id),
        );
        let ended = says(
            &|event| matches!(event, Event::ArrangementEnded { ending } if ending.arrangement == *id),
        );
        let replaced = says(&|event| {
            matches!(event, Event::ArrangementProposed { arrangement }
                if arrangement.replaces.as_ref().is_some_and(|replaced| *replaced == *id))
        });
        let first = made.instalments.first().map(|one| one.date.date());
        let grace = TimeDelta::days(made.grace_days.into());
        let runs = first.is_some_and(|first| self.today <= first + grace);
        accepted && !ended && !replaced && runs
    }

    /// True if something that concerns the whole account forbids every message.
    pub(crate) fn is_silent(&self, account: &Account) -> bool {
        let blocked = self.journal.iter().any(|entry| {
            matches!(&entry.event, Event::Blocked { block }
                if block.scope == dunning::BlockScope::Debtor {} && self.is_in_force(entry, block))
        });
        let zone = account.creditor.zone.parse::<chrono_tz::Tz>();
        self.is_stale() || zone.is_err() || self.rests_altogether(None) || blocked
    }
}
