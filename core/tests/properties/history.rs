//! What people, webhooks and time do to an account, through the verbs only.

use dunning::{
    Account, Action, BlockScope, CallOutcome, CallReport, Cancellation, Channel, ChargeBooking,
    ChargeWaiver, Command, Deadline, Dispute, DisputeClosing, DisputeOutcome, DunningBlock, Entry,
    Failure, Item, ItemAmount, ItemKind, LevelImport, Moment, Note, NoteEdit, Policy, PromiseToPay,
    Receipt, Rescheduling, SentReport, Skipping, StepKey, Subject, Unblocking, plan, record,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::generate::{Scene, amount, day, later, scene};
use crate::ops::{Op, history};
use crate::replies;

/// A scene with a history.
pub(crate) fn lived() -> impl Strategy<Value = Scene> {
    (scene(), history(20)).prop_map(|(scene, ops)| {
        let mut desk = Desk::new(scene);
        ops.iter().for_each(|op| desk.take(op));
        desk.scene
    })
}

/// Somebody at work on a scene.
#[derive(Debug, Clone)]
pub(crate) struct Desk {
    pub(crate) scene: Scene,
    /// Actions that were queued.
    pub(crate) actions: Vec<Action>,
    /// Commands that were accepted, with their entries.
    pub(crate) accepted: Vec<(String, Command, Vec<Entry>)>,
}

impl Desk {
    pub(crate) fn new(scene: Scene) -> Self {
        Self { scene, actions: Vec::new(), accepted: Vec::new() }
    }

    fn account(&self) -> &Account {
        &self.scene.account
    }

    /// Days after the first of all days, at the moment of the scene.
    pub(crate) fn day_after(&self, days: i64) -> dunning::Day {
        let first = day(0).date();
        day((self.scene.now.utc().date_naive() - first).num_days() + days)
    }

    pub(crate) fn take(&mut self, op: &Op) {
        match op {
            Op::Wait { hours, fresh } => {
                self.scene.now = later(self.scene.now, hours * 60);
                if *fresh {
                    self.scene.account.ledger_as_of = self.scene.now;
                    self.scene.account.payments_as_of = self.scene.now;
                }
            }
            Op::Pay { item, tenths } => {
                let part = self.part(item, *tenths);
                let at = index(item, self.account().items.len());
                if let (Some(at), Some(part)) = (at, part) {
                    self.scene.account.items[at].open = part.parse().unwrap();
                }
            }
            Op::Run { send } => self.run(*send),
            Op::Newer { item, kind } => self.newer(item.as_ref(), *kind),
            Op::Settle { charge, how } => self.settle(charge, *how),
            _ => {
                if let Some(command) = self.command(op) {
                    self.record(command);
                }
            }
        }
    }

    /// Records a command; true if it was accepted.
    pub(crate) fn record(&mut self, command: Command) -> bool {
        let id = format!("c{}", self.account().journal.len());
        self.record_as(&id, command, self.scene.now)
    }

    /// Records under an id what happened at a moment; true if it was accepted.
    pub(crate) fn record_as(&mut self, id: &str, command: Command, at: Moment) -> bool {
        let Scene { policy, account, now } = &self.scene;
        let Ok(entries) = record(account, policy, id, &command, at, *now, "eva") else {
            return false;
        };
        assert!(!entries.is_empty(), "an accepted command writes at least one entry");
        if let Command::Queue { action } = &command {
            self.actions.push(action.clone());
        }
        self.scene.account.journal.extend(entries.iter().cloned());
        self.accepted.push((id.to_owned(), command, entries));
        true
    }

    pub(crate) fn run(&mut self, send: bool) {
        let planned = plan(&self.scene.account, &self.scene.policy, self.scene.now);
        for action in planned.actions {
            let queued = self.record(Command::Queue { action: action.clone() });
            assert!(queued, "what is planned can be queued: {action:?}");
            if send {
                let mut report = SentReport::new(action);
                if !report.action.charges.is_empty() {
                    report.deadline = Some(Deadline::On { date: self.day_after(5) });
                }
                self.record(Command::Sent { report });
            }
        }
    }

    fn settle(&mut self, charge: &Index, how: u8) {
        let planned = plan(&self.scene.account, &self.scene.policy, self.scene.now);
        let Some(charge) = pick(&planned.charges, charge) else { return };
        let id = charge.id.clone();
        match how {
            0 => self.record(Command::Charged { booking: ChargeBooking::new(id) }),
            1 => self.record(Command::Waive { waiver: ChargeWaiver::new(id, "goodwill") }),
            _ => {
                let (number, due) = (self.account().items.len(), self.day_after(0));
                let mut item = Item::new(
                    format!("C{number}"),
                    ItemKind::Charge,
                    due,
                    charge.amount,
                    charge.currency,
                );
                item.charge = Some(id);
                self.scene.account.items.push(item);
                true
            }
        };
    }

    /// So many tenths of what is open of an item, rounded down.
    pub(crate) fn part(&self, item: &Index, tenths: i64) -> Option<String> {
        let items = &self.account().items;
        let item = &items[index(item, items.len())?];
        let currency = item.currency.to_string();
        let open = item.open.decimal();
        let part = open * rust_decimal::Decimal::new(tenths, 1);
        let digits = amount(0, &currency).split_once('.').map_or(0, |(_, cents)| cents.len());
        Some(part.trunc_with_scale(u32::try_from(digits).unwrap()).to_string())
    }

    fn newer(&mut self, item: Option<&Index>, kind: u8) {
        let subject = match item {
            Some(item) => serde_json::json!({ "type": "item", "item": self.item(item) }),
            None => serde_json::json!({ "type": "debtor" }),
        };
        let mut entry = serde_json::json!({
            "id": format!("newer-{}/1", self.account().journal.len()),
            "occurredAt": self.scene.now, "recordedAt": self.scene.now, "actor": "later version",
            "subject": subject, "fingerprint": "00",
            "event": { "type": "noteWritten", "note": { "text": "hello" } },
        });
        match kind {
            0 => entry["event"] = serde_json::json!({ "type": "pigeonReleased", "pigeon": "Kees" }),
            1 => entry["mood"] = serde_json::json!("sunny"),
            2 => entry["subject"] = serde_json::json!({ "type": "galaxy" }),
            _ => {}
        }
        self.scene.account.journal.push(Entry::from_json(&entry.to_string()).unwrap());
    }

    fn command(&self, op: &Op) -> Option<Command> {
        Some(match op {
            Op::Act(act) => return crate::acts::command(self, act),
            Op::Queue { action } => {
                let planned = plan(&self.scene.account, &self.scene.policy, self.scene.now);
                Command::Queue { action: pick(&planned.actions, action)?.clone() }
            }
            Op::Report { delivery, what } => return self.report(delivery, *what),
            Op::Block { scope, item, begins, until } => {
                let mut block = DunningBlock::new(self.scope(*scope, item), "asked");
                block.begins = begins.map(|days| self.day_after(days));
                block.until = until.map(|days| self.day_after(days));
                Command::Block { block }
            }
            Op::Unblock { entry } => {
                let block =
                    self.entry(entry, |command| matches!(command, Command::Block { .. }))?;
                Command::Unblock { unblock: Unblocking::new(block) }
            }
            Op::Move { item, step, to, shift_rest } => {
                let to = self.day_after(*to);
                let mut reschedule = Rescheduling::new(self.key(item, *step), to, "asked");
                reschedule.shift_rest = *shift_rest;
                Command::Reschedule { reschedule }
            }
            Op::Skip { item, step } => {
                Command::Skip { skip: Skipping::new(self.key(item, *step), "asked") }
            }
            Op::Note { text, edits } => match edits {
                None => Command::WriteNote { about: Subject::Debtor {}, note: Note::new(&**text) },
                Some(entry) => {
                    let is_note = |command: &_| matches!(command, Command::WriteNote { .. });
                    let edit = NoteEdit::new(self.entry(entry, is_note)?, &**text);
                    Command::EditNote { edit }
                }
            },
            Op::Import { item, step, on } => {
                let (item, on) = (self.item(item), self.day_after(*on));
                let level = LevelImport::new(item, "standard", 1_u32, format!("s{step}"), on);
                Command::ImportLevel { level }
            }
            Op::Inbound { intent, channel, contact, item, answered } => {
                let item = item.as_ref().map(|item| self.item(item));
                replies::command(self, *intent, *channel, *contact, item, *answered)
            }
            _ => return self.agreement(op),
        })
    }

    fn agreement(&self, op: &Op) -> Option<Command> {
        Some(match op {
            Op::Promise { items, named, tenths, date } => {
                let first = items.first().copied()?;
                let at = index(&first, self.account().items.len())?;
                let currency = self.account().items[at].currency;
                let part = self.part(&first, *tenths)?;
                let date = self.day_after(*date);
                let mut promise =
                    PromiseToPay::new(part.parse::<dunning::Amount>().unwrap(), currency, date);
                if *named {
                    let parts = items.iter().map(|at| ItemAmount::new(self.item(at)));
                    promise.items = parts.collect();
                }
                Command::Promise { promise }
            }
            Op::Dispute { item, tenths } => {
                let mut dispute = Dispute::new(self.item(item), "goods");
                if let Some(tenths) = tenths {
                    dispute.amount = Some(self.part(item, *tenths)?.parse().unwrap());
                }
                Command::OpenDispute { dispute }
            }
            Op::Close { entry, outcome } => {
                let is_dispute = |command: &_| matches!(command, Command::OpenDispute { .. });
                let outcome = match outcome {
                    0 => DisputeOutcome::Rejected {},
                    1 => DisputeOutcome::Upheld {},
                    _ => DisputeOutcome::Partly { amount: amount(100, "EUR").parse().unwrap() },
                };
                let dispute = self.entry(entry, is_dispute)?;
                Command::CloseDispute { closing: DisputeClosing::new(dispute, outcome) }
            }
            _ => return None,
        })
    }

    fn report(&self, delivery: &Index, what: u8) -> Option<Command> {
        let action = pick(&self.actions, delivery)?.clone();
        let delivery = action.delivery.clone();
        Some(match what {
            0 | 1 => Command::Failed { failed: Failure::new(delivery, "bounced") },
            2 => Command::Cancel { cancel: Cancellation::new(delivery, "asked") },
            3 => {
                let mut cancel = Cancellation::new(delivery, "asked");
                cancel.steps = action.covers.iter().take(1).map(|one| one.key.clone()).collect();
                Command::Cancel { cancel }
            }
            4 => Command::Sent { report: SentReport::new(action) },
            6.. => Command::Called { report: CallReport::new(action, self.outcome(what)) },
            _ => Command::Delivered { delivered: Receipt::new(delivery) },
        })
    }

    fn outcome(&self, what: u8) -> CallOutcome {
        match what {
            6 => CallOutcome::Reached {},
            7 | 8 => CallOutcome::NoAnswer {},
            9 => CallOutcome::Voicemail {},
            10 => CallOutcome::WrongNumber {},
            11 => CallOutcome::Refused {},
            _ => CallOutcome::CallBackAt { at: later(self.scene.now, 700) },
        }
    }

    fn scope(&self, scope: u8, item: &Index) -> BlockScope {
        let of = self.item(item);
        match scope {
            0 => BlockScope::Debtor {},
            1 => BlockScope::Item { item: of.into() },
            2 => BlockScope::Step { step: "s1".into(), item: None },
            3 => BlockScope::Step { step: "s0".into(), item: Some(of.into()) },
            _ => BlockScope::Channel { channel: Channel::Email },
        }
    }

    pub(crate) fn item(&self, at: &Index) -> String {
        pick(&self.account().items, at).map_or("unknown".to_owned(), |item| item.id.to_string())
    }

    fn key(&self, item: &Index, step: u8) -> StepKey {
        let subject = Subject::Item { item: self.item(item).into() };
        StepKey::new(subject, "standard", format!("s{step}"), 1_u32)
    }

    /// The first entry of an accepted command of a kind.
    pub(crate) fn entry(&self, at: &Index, wanted: impl Fn(&Command) -> bool) -> Option<String> {
        let mut found = Vec::new();
        for (_, command, entries) in &self.accepted {
            if wanted(command) {
                found.extend(entries.iter().map(|entry| entry.id.to_string()));
            }
        }
        pick(&found, at).cloned()
    }
}

pub(crate) fn index(at: &Index, len: usize) -> Option<usize> {
    (len > 0).then(|| at.index(len))
}

pub(crate) fn pick<'a, T>(list: &'a [T], at: &Index) -> Option<&'a T> {
    list.get(index(at, list.len())?)
}

/// Queues and sends everything that is planned at a moment.
pub(crate) fn carry_out(
    account: &mut Account,
    policy: &Policy,
    now: Moment,
    prefix: &str,
) -> Vec<Action> {
    let planned = plan(account, policy, now);
    for (number, action) in planned.actions.iter().enumerate() {
        let commands = [
            ("queue", Command::Queue { action: action.clone() }),
            ("sent", Command::Sent { report: SentReport::new(action.clone()) }),
        ];
        for (name, command) in commands {
            let id = format!("{prefix}-{number}-{name}");
            let entries = record(account, policy, &id, &command, now, now, "run").unwrap();
            account.journal.extend(entries);
        }
    }
    planned.actions
}
