//! A small host with a journal, an outbox and a provider, which crashes at the worst moments.

use dunning::{
    Action, Cancellation, Command, Event, Failure, Moment, Recheck, SentReport, StepKey, plan,
    recheck,
};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::config;
use crate::facts::Facts;
use crate::generate::{Scene, scene};
use crate::history::{Desk, pick};
use crate::ops::Op;
use crate::silence::assert_lawful;
use crate::turns::{Crash, Turn, turn};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    /// Waits to be handed over.
    Queued,
    /// Handed over, or about to be: never handed over again.
    HandedOver,
    Done,
}

#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) action: Action,
    pub(crate) state: State,
}

#[derive(Debug)]
pub(crate) struct Host {
    /// The stored journal and ledger.
    pub(crate) desk: Desk,
    /// Stored.
    pub(crate) outbox: Vec<Row>,
    /// Lost in a crash.
    pub(crate) memory: Vec<Action>,
    /// What the provider saw, and when.
    pub(crate) seen: Vec<(Action, Moment)>,
}

type Done = Result<(), TestCaseError>;

impl Host {
    pub(crate) fn new(scene: Scene) -> Self {
        let desk = Desk::new(scene);
        Self { desk, outbox: Vec::new(), memory: Vec::new(), seen: Vec::new() }
    }

    pub(crate) fn take(&mut self, turn: &Turn) -> Done {
        match turn {
            Turn::Morning => {
                self.desk.take(&Op::Wait { hours: 24, fresh: true });
                self.take(&Turn::Plan)?;
            }
            Turn::Plan => {
                let Scene { policy, account, now } = &self.desk.scene;
                self.memory = plan(account, policy, *now).actions;
            }
            Turn::Queue(at, crash) => self.queue(at, *crash),
            Turn::Send(at, crash) => self.send(at, *crash)?,
            Turn::Ask(at) => self.ask(at),
            Turn::Bounce(at) => self.bounce(at),
            Turn::Replay(at) => self.replay(at)?,
            Turn::Life(op) => self.desk.take(op),
        }
        Ok(())
    }

    fn queue(&mut self, at: &Index, crash: Crash) {
        let Some(action) = pick(&self.memory, at).cloned() else { return };
        if crash == Crash::First {
            return self.memory.clear();
        }
        let id = format!("queue-{}", action.delivery);
        let now = self.desk.scene.now;
        if !self.desk.record_as(&id, Command::Queue { action: action.clone() }, now) {
            return;
        }
        if crash == Crash::Between {
            // The journal knows of it, the outbox does not.
            return self.memory.clear();
        }
        if !self.outbox.iter().any(|row| row.action.delivery == action.delivery) {
            self.outbox.push(Row { action, state: State::Queued });
        }
        if crash == Crash::Late {
            self.memory.clear();
        }
    }

    fn send(&mut self, at: &Index, crash: Crash) -> Done {
        let waiting: Vec<usize> =
            (0..self.outbox.len()).filter(|row| self.outbox[*row].state == State::Queued).collect();
        let Some(row) = pick(&waiting, at).copied() else { return Ok(()) };
        let action = self.outbox[row].action.clone();
        let Scene { policy, account, now } = &self.desk.scene;
        let now = *now;
        let action = match recheck(account, policy, &action, now) {
            Recheck::Go {} => action,
            Recheck::Changed { action } => action,
            _ => {
                let cancel = Cancellation::new(action.delivery.clone(), "withdrawn");
                self.desk.record_as(
                    &format!("cancel-{}", action.delivery),
                    Command::Cancel { cancel },
                    now,
                );
                self.outbox[row].state = State::Done;
                return Ok(());
            }
        };
        if crash == Crash::First {
            self.memory.clear();
            return Ok(());
        }
        self.outbox[row] = Row { action: action.clone(), state: State::HandedOver };
        if crash == Crash::Between {
            self.memory.clear();
            return Ok(());
        }
        self.hand_over(&action)?;
        if crash == Crash::Late {
            self.memory.clear();
            return Ok(());
        }
        self.sent(row, now);
        Ok(())
    }

    /// The provider sees a message: here everything must be right.
    fn hand_over(&mut self, action: &Action) -> Done {
        let facts = Facts::of(&self.desk.scene);
        for (earlier, at) in &self.seen {
            prop_assert!(earlier.delivery != action.delivery, "seen before at {at}");
            let again = steps(action).any(|step| steps(earlier).any(|known| known == step));
            prop_assert!(
                !again || is_released(&facts, &earlier.delivery),
                "{:?} was seen at {at} as {}",
                action.covers,
                earlier.delivery
            );
        }
        for cover in &action.covers {
            let lines = action.lines.iter().filter(|line| line.step == cover.key.step);
            let items: Vec<&str> = lines.map(|line| line.item.as_str()).collect();
            let mut standing = facts.standing_for_items(&cover.key, &items);
            standing.retain(|delivery| *delivery != *action.delivery);
            prop_assert!(standing.is_empty(), "{:?} is out with {standing:?}", cover.key);
        }
        prop_assert!(!is_released(&facts, &action.delivery), "it was withdrawn");
        prop_assert!(self.desk.scene.now <= action.expires_at, "it is too late");
        assert_lawful(&self.desk.scene, action)?;
        self.seen.push((action.clone(), self.desk.scene.now));
        Ok(())
    }

    fn sent(&mut self, row: usize, at: Moment) {
        let action = self.outbox[row].action.clone();
        let id = format!("sent-{}", action.delivery);
        let reported =
            self.desk.record_as(&id, Command::Sent { report: SentReport::new(action) }, at);
        assert!(reported, "a report is never refused");
        self.outbox[row].state = State::Done;
    }

    fn ask(&mut self, at: &Index) {
        let open: Vec<usize> = (0..self.outbox.len())
            .filter(|row| self.outbox[*row].state == State::HandedOver)
            .collect();
        let Some(row) = pick(&open, at).copied() else { return };
        let delivery = self.outbox[row].action.delivery.clone();
        let seen = self.seen.iter().find(|(action, _)| action.delivery == delivery);
        if let Some((_, at)) = seen {
            return self.sent(row, *at);
        }
        let now = self.desk.scene.now;
        let cancel = Cancellation::new(delivery.clone(), "never arrived at the provider");
        self.desk.record_as(&format!("cancel-{delivery}"), Command::Cancel { cancel }, now);
        self.outbox[row].state = State::Done;
    }

    fn bounce(&mut self, at: &Index) {
        let Some((action, _)) = pick(&self.seen, at) else { return };
        let id = format!("bounce-{}", action.delivery);
        let failed = Failure::new(action.delivery.clone(), "bounced");
        let now = self.desk.scene.now;
        let reported = self.desk.record_as(&id, Command::Failed { failed }, now);
        assert!(reported, "a report is never refused");
    }

    /// The same command again changes nothing.
    fn replay(&mut self, at: &Index) -> Done {
        let Some((id, command, entries)) = pick(&self.desk.accepted, at).cloned() else {
            return Ok(());
        };
        let said = |desk: &Desk| plan(&desk.scene.account, &desk.scene.policy, desk.scene.now);
        let before = said(&self.desk);
        prop_assert!(self.desk.record_as(&id, command, self.desk.scene.now));
        let again = &self.desk.accepted[self.desk.accepted.len() - 1].2;
        prop_assert_eq!(again, &entries);
        prop_assert_eq!(before, said(&self.desk));
        Ok(())
    }
}

/// The steps that an action carries out, with the item of each if they are about items.
pub(crate) fn steps(action: &Action) -> impl Iterator<Item = (&StepKey, Option<&str>)> {
    action.covers.iter().flat_map(|cover| {
        let lines = action.lines.iter().filter(|line| line.step == cover.key.step);
        let items: Vec<Option<&str>> = lines.map(|line| Some(line.item.as_str())).collect();
        let items = if items.is_empty() { vec![None] } else { items };
        items.into_iter().map(|item| (&cover.key, item))
    })
}

/// True if the journal says that a delivery failed, was undone, or was cancelled as a whole.
fn is_released(facts: &Facts<'_>, delivery: &str) -> bool {
    facts.journal.iter().any(|entry| match &entry.event {
        Event::Failed { failed } => failed.delivery == *delivery,
        Event::Undone { undone } => undone.delivery == *delivery,
        Event::Cancelled { cancelled } => {
            cancelled.delivery == *delivery && cancelled.steps.is_empty()
        }
        _ => false,
    })
}

proptest! {
    #![proptest_config(config())]

    /// Wherever the host crashes, the provider never sees a step twice while a delivery of it
    /// stands, never sees what was withdrawn or must rest, and a repeated command changes nothing.
    #[test]
    fn a_host_that_crashes_sends_nothing_twice(
        scene in scene(),
        turns in prop::collection::vec(turn(), 1..60),
    ) {
        let mut host = Host::new(scene);
        for turn in &turns {
            host.take(turn)?;
        }
    }
}

#[test]
fn the_simulated_provider_is_kept_busy() {
    // A host that never sends anything would prove nothing.
    let mut runner = TestRunner::new(config());
    let turns = (scene(), prop::collection::vec(turn(), 40..60));
    let mut seen = 0;
    for _ in 0..64 {
        let (scene, turns) = turns.new_tree(&mut runner).unwrap().current();
        let mut host = Host::new(scene);
        turns.iter().for_each(|turn| host.take(turn).unwrap());
        seen += host.seen.len();
    }
    assert!(seen >= 32, "only {seen} messages in 64 simulations");
}
