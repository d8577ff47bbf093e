//! Commands made from arbitrary bytes, and a desk that takes them one after another.

use arbitrary::Arbitrary;
use dunning::{
    Account, Action, Amount, BlockScope, Cancellation, Channel, Command, Dispute, DisputeClosing,
    DisputeOutcome, DunningBlock, Failure, ItemAmount, LevelImport, Moment, Note, NoteEdit,
    PromiseToPay, Receipt, Rescheduling, SentReport, Skipping, StepKey, Str, Subject, Unblocking,
    plan, record,
};

use crate::{account, day_after, later, policy};

/// What happens next. Numbers choose among what there is.
#[derive(Arbitrary, Debug)]
pub enum Op {
    Wait { hours: u8, ledger_is_read: bool },
    Pay { item: u8, cents: i16 },
    Queue { action: u8 },
    Sent { action: u8 },
    Failed { action: u8 },
    Cancel { action: u8, one_step: bool },
    Delivered { action: u8 },
    Read { action: u8 },
    Block { scope: u8, item: u8, begins: Option<i8>, until: Option<i8> },
    Unblock { entry: u8 },
    Reschedule { item: u8, step: u8, days: i8, shift_rest: bool },
    Skip { item: u8, step: u8 },
    Promise { item: Option<u8>, part: Option<i16>, cents: i16, days: i8 },
    Dispute { item: u8, cents: Option<i16> },
    Close { entry: u8, outcome: u8, cents: i16 },
    Note { item: u8 },
    EditNote { entry: u8 },
    Import { item: u8, step: u8, days: i8 },
    Again { command: u8 },
}

const STEPS: [&str; 6] = ["ahead", "first", "call", "last", "only", "none"];

/// An account, the moment it has come to, and what was asked for so far.
#[derive(Debug)]
pub struct Desk {
    pub account: Account,
    pub now: Moment,
    /// Actions that were planned and queued.
    pub actions: Vec<Action>,
    accepted: Vec<(String, Command, Moment)>,
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl Desk {
    pub fn new() -> Self {
        let account = account();
        let now = account.ledger_as_of;
        Self { account, now, actions: Vec::new(), accepted: Vec::new() }
    }

    /// Lets it happen.
    pub fn take(&mut self, op: &Op) {
        match *op {
            Op::Wait { hours, ledger_is_read } => {
                self.now = later(self.now, hours);
                if ledger_is_read {
                    self.account.ledger_as_of = self.now;
                    self.account.payments_as_of = self.now;
                }
            }
            Op::Pay { item, cents } => {
                let items = self.account.items.len();
                self.account.items[usize::from(item) % items].open = amount(cents);
            }
            Op::Again { command } => self.again(command),
            _ => {
                if let Some(command) = self.command(op) {
                    self.record(command);
                }
            }
        }
    }

    fn record(&mut self, command: Command) {
        let id = format!("c{}", self.accepted.len());
        let at = self.now;
        let result = record(&self.account, policy(), &id, &command, at, at, "fuzz");
        let Ok(entries) = result else { return };
        assert!(!entries.is_empty(), "an accepted command writes at least one entry");
        if let Command::Queue { action } = &command {
            self.actions.push(action.clone());
        }
        self.account.journal.extend(entries);
        self.accepted.push((id, command, at));
    }

    /// The same command with the same id gives what it gave; with another one it is refused.
    fn again(&self, command: u8) {
        let Some((id, command, at)) = pick(&self.accepted, command) else { return };
        let again = record(&self.account, policy(), id, command, *at, self.now, "again");
        let again = again.expect("a repeated command is no error");
        for entry in &again {
            assert!(self.account.journal.contains(entry), "{entry:?} is not what was recorded");
        }
        let other = Command::WriteNote { about: Subject::Debtor {}, note: Note::new("other") };
        if *command != other {
            let refused = record(&self.account, policy(), id, &other, *at, self.now, "again");
            refused.expect_err("an id is used once");
        }
    }

    fn command(&self, op: &Op) -> Option<Command> {
        Some(match *op {
            Op::Queue { action } => {
                let planned = plan(&self.account, policy(), self.now).actions;
                Command::Queue { action: pick(&planned, action)?.clone() }
            }
            Op::Sent { action } => {
                let action = pick(&self.actions, action)?.clone();
                Command::Sent { report: SentReport::new(action) }
            }
            Op::Failed { action } => {
                Command::Failed { failed: Failure::new(self.delivery(action), "bounced") }
            }
            Op::Cancel { action, one_step } => {
                let mut cancel = Cancellation::new(self.delivery(action), "withdrawn");
                if one_step {
                    let covers = &pick(&self.actions, action)?.covers;
                    cancel.steps = covers.iter().take(1).map(|cover| cover.key.clone()).collect();
                }
                Command::Cancel { cancel }
            }
            Op::Delivered { action } => {
                Command::Delivered { delivered: Receipt::new(self.delivery(action)) }
            }
            Op::Read { action } => Command::Read { read: Receipt::new(self.delivery(action)) },
            _ => return self.intention(op),
        })
    }

    fn intention(&self, op: &Op) -> Option<Command> {
        Some(match *op {
            Op::Block { scope, item, begins, until } => {
                let mut block = DunningBlock::new(self.scope(scope, item), "asked");
                block.begins = begins.map(|days| day_after(self.now, days));
                block.until = until.map(|days| day_after(self.now, days));
                Command::Block { block }
            }
            Op::Unblock { entry } => {
                Command::Unblock { unblock: Unblocking::new(self.entry(entry)) }
            }
            Op::Reschedule { item, step, days, shift_rest } => {
                let to = day_after(self.now, days);
                let mut reschedule = Rescheduling::new(self.key(item, step), to, "asked");
                reschedule.shift_rest = shift_rest;
                Command::Reschedule { reschedule }
            }
            Op::Skip { item, step } => {
                Command::Skip { skip: Skipping::new(self.key(item, step), "asked") }
            }
            Op::Note { item } => {
                let about = Subject::Item { item: self.item(item) };
                Command::WriteNote { about, note: Note::new("a note") }
            }
            Op::EditNote { entry } => {
                Command::EditNote { edit: NoteEdit::new(self.entry(entry), "a better note") }
            }
            Op::Import { item, step, days } => {
                let on = day_after(self.now, days);
                let level = LevelImport::new(self.item(item), "standard", 1u32, name(step), on);
                Command::ImportLevel { level }
            }
            _ => return self.agreement(op),
        })
    }

    fn agreement(&self, op: &Op) -> Option<Command> {
        Some(match *op {
            Op::Promise { item, part, cents, days } => {
                let currency = self.account.items[0].currency;
                let date = day_after(self.now, days);
                let mut promise = PromiseToPay::new(amount(cents), currency, date);
                promise.items = item
                    .map(|item| {
                        let mut covered = ItemAmount::new(self.item(item));
                        covered.amount = part.map(amount);
                        covered
                    })
                    .into_iter()
                    .collect();
                Command::Promise { promise }
            }
            Op::Dispute { item, cents } => {
                let mut dispute = Dispute::new(self.item(item), "goods");
                dispute.amount = cents.map(amount);
                Command::OpenDispute { dispute }
            }
            Op::Close { entry, outcome, cents } => {
                let outcome = match outcome % 3 {
                    0 => DisputeOutcome::Rejected {},
                    1 => DisputeOutcome::Upheld {},
                    _ => DisputeOutcome::Partly { amount: amount(cents) },
                };
                Command::CloseDispute { closing: DisputeClosing::new(self.entry(entry), outcome) }
            }
            _ => return None,
        })
    }

    fn scope(&self, scope: u8, item: u8) -> BlockScope {
        let of = self.item(item);
        match scope % 5 {
            0 => BlockScope::Debtor {},
            1 => BlockScope::Item { item: of },
            2 => BlockScope::Step { step: name(item).into(), item: None },
            3 => BlockScope::Step { step: name(scope).into(), item: Some(of) },
            _ => BlockScope::Channel { channel: Channel::Email },
        }
    }

    fn item(&self, at: u8) -> Str {
        // One more than there are: an item that nobody knows.
        let at = usize::from(at) % (self.account.items.len() + 1);
        self.account.items.get(at).map_or_else(|| "unknown".into(), |item| item.id.clone())
    }

    fn key(&self, item: u8, step: u8) -> StepKey {
        let subject = Subject::Item { item: self.item(item) };
        StepKey::new(subject, "standard", name(step), 1u32)
    }

    fn entry(&self, at: u8) -> Str {
        pick(&self.account.journal, at).map_or_else(|| "unknown".into(), |entry| entry.id.clone())
    }

    fn delivery(&self, at: u8) -> Str {
        pick(&self.actions, at).map_or_else(|| "unknown".into(), |action| action.delivery.clone())
    }
}

fn name(step: u8) -> &'static str {
    STEPS[usize::from(step) % STEPS.len()]
}

fn pick<T>(list: &[T], at: u8) -> Option<&T> {
    list.get(usize::from(at).checked_rem(list.len())?)
}

fn amount(cents: i16) -> Amount {
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{}.{:02}", cents / 100, cents % 100).parse().expect("an amount")
}
