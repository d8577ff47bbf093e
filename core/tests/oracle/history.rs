//! What happens to an account in some weeks, recorded through the public interface.

use dunning::{
    Account, Action, Amount, BlockScope, Channel, Command, Dispute, DisputeClosing, DisputeOutcome,
    DunningBlock, Entry, Event, InboundAnswer, Item, ItemAmount, Moment, OnRelease, Policy,
    PromiseToPay, Question, QuestionAnswer, Rescheduling, Skipping, Stop, StopEnding, Stopping,
    Str, Unblocking, plan, record,
};

use super::accounts::moment;
use super::facts::{World, day, number};
use super::policies::STEPS;
use super::proposals::Shown;
use super::random::Random;

pub(crate) struct Life<'a> {
    pub(crate) account: Account,
    pub(crate) policy: &'a Policy,
    pub(crate) now: Moment,
    pub(crate) shown: Shown,
    /// What was laid before a person.
    pub(super) proposed: Vec<Action>,
    pub(super) minutes: i64,
    commands: u32,
    /// Counts what was accepted and what refused, so that neither is rare.
    pub(crate) refused: u32,
    /// Payments that went back in the ledger, too.
    returned: Vec<Str>,
}

impl<'a> Life<'a> {
    pub(crate) fn new(account: Account, policy: &'a Policy) -> Self {
        let now = moment(0);
        Self {
            account,
            policy,
            now,
            shown: Shown::new(),
            proposed: Vec::new(),
            minutes: 0,
            commands: 0,
            refused: 0,
            returned: Vec::new(),
        }
    }

    /// Some weeks.
    pub(crate) fn live(&mut self, random: &mut Random) {
        if random.one_in(5) {
            self.arrange(random);
        }
        for _ in 0..random.below(20) {
            self.happen(random);
        }
        self.wait(random);
    }

    pub(super) fn wait(&mut self, random: &mut Random) {
        self.minutes += match random.below(4) {
            0 => i64::from(random.range(1, 20)) * 60,
            1 => 1_440 * i64::from(random.range(1, 3)) + i64::from(random.range(-600, 600)),
            _ => 1_440 * i64::from(random.range(1, 6)),
        };
        self.now = moment(self.minutes);
        self.give_back();
        if !random.one_in(6) {
            self.account.ledger_as_of = self.now;
        }
        if !random.one_in(4) {
            self.account.payments_as_of = self.now;
        }
    }

    /// Money that went back is open again by the books.
    fn give_back(&mut self) {
        let today = self.today();
        let account = &mut self.account;
        for payment in &account.payments {
            let is_back = payment.reversed.as_ref().is_some_and(|back| number(back.on) <= today);
            if !is_back || self.returned.contains(&payment.id) {
                continue;
            }
            self.returned.push(payment.id.clone());
            for part in &payment.allocations {
                let mut items = account.items.iter_mut();
                let item = items.find(|item| item.id == part.item).unwrap();
                item.open = Amount::from(item.open.decimal() + part.amount.decimal());
            }
        }
    }

    pub(super) fn today(&self) -> i32 {
        self.world().today
    }

    pub(super) fn world(&self) -> World<'_> {
        World::new(&self.account, self.policy.doc(), &self.shown, self.now)
    }

    pub(super) fn record(&mut self, command: &Command) -> Option<Str> {
        self.commands += 1;
        let id = format!("c{}", self.commands);
        match record(&self.account, self.policy, &id, command, self.now, self.now, "eva") {
            Ok(entries) => {
                let first = entries.first().map(|entry| entry.id.clone());
                self.account.journal.extend(entries);
                first
            }
            Err(_) => {
                self.refused += 1;
                None
            }
        }
    }

    fn happen(&mut self, random: &mut Random) {
        self.minutes += 1;
        self.now = moment(self.minutes);
        match random.below(38) {
            0..=4 => self.wait(random),
            5..=11 => self.run(random),
            12 => self.block(random),
            13 => self.end(random, |event| matches!(event, Event::Blocked { .. })),
            14 => self.reschedule(random),
            15 => self.skip(random),
            16 => self.promise(random),
            17 => self.dispute(random),
            18 => self.end(random, |event| matches!(event, Event::DisputeOpened { .. })),
            19 => self.stop(random),
            20 => self.end(random, |event| {
                matches!(event, Event::Stopped { .. } | Event::QuestionAsked { .. })
            }),
            21 => self.ask(random),
            22 => self.level(random),
            23 => self.inbound(random),
            24 => self.end(random, |event| matches!(event, Event::Inbound { .. })),
            25 => self.pay(random),
            31 | 32 => self.pay_in_vain(random),
            26 => self.credit(random),
            27 | 28 => self.arrange(random),
            29 => self.end_arrangement(random),
            30 => self.pay_instalment(random),
            34 | 35 => self.decide(random),
            36 | 37 => self.settle_fee(random),
            _ => self.report(random),
        }
    }

    pub(super) fn any_item(&self, random: &mut Random) -> Item {
        random.pick(&self.account.items).clone()
    }

    fn block(&mut self, random: &mut Random) {
        let item = self.any_item(random).id;
        let step = Str::from(*random.pick(&STEPS));
        let scope = match random.below(5) {
            0 => BlockScope::Debtor {},
            1 | 2 => BlockScope::Item { item },
            3 => BlockScope::Step { step, item: random.maybe(2, |_| item) },
            _ => BlockScope::Channel { channel: *random.pick(&[Channel::Email, Channel::Letter]) },
        };
        let mut block = DunningBlock::new(scope, "complaint");
        let begins = self.today() + random.range(-2, 6);
        block.begins = random.maybe(2, |_| day(begins));
        block.until = random.maybe(2, |random| day(begins + random.range(0, 8)));
        block.on_release = random.choice(&[OnRelease::Resume, OnRelease::ShiftByBlockedDays]);
        self.record(&Command::Block { block });
    }

    /// Ends something that began.
    fn end(&mut self, random: &mut Random, is_one: impl Fn(&Event) -> bool) {
        let all: Vec<&Entry> =
            self.account.journal.iter().filter(|entry| is_one(&entry.event)).collect();
        if all.is_empty() {
            return;
        }
        let entry = random.pick(&all);
        let id = entry.id.clone();
        let command = match &entry.event {
            Event::Blocked { .. } => Command::Unblock { unblock: Unblocking::new(id) },
            Event::DisputeOpened { dispute } => {
                let part = tenths(dispute.open, random.range(1, 6));
                let outcome = match random.below(3) {
                    0 => DisputeOutcome::Rejected {},
                    1 => DisputeOutcome::Upheld {},
                    _ => DisputeOutcome::Partly { amount: part },
                };
                Command::CloseDispute { closing: DisputeClosing::new(id, outcome) }
            }
            Event::Stopped { .. } => Command::EndStop { ending: StopEnding::new(id, "back") },
            Event::QuestionAsked { .. } => {
                Command::AnswerQuestion { answer: QuestionAnswer::new(id) }
            }
            Event::Inbound { message } => {
                Command::AnswerInbound { answer: InboundAnswer::new(message.id.clone()) }
            }
            _ => return,
        };
        self.record(&command);
    }

    /// The next step of an item, as its decision tells it.
    fn next_key(&self, random: &mut Random) -> Option<dunning::StepKey> {
        let planned = plan(&self.account, self.policy, self.now);
        let keys = planned.decisions.iter().filter_map(|decision| decision.next.clone());
        let keys: Vec<_> = keys.collect();
        if keys.is_empty() {
            return None;
        }
        let mut key = random.pick(&keys).key.clone();
        if random.one_in(4) {
            key.step = Str::from(*random.pick(&STEPS));
        }
        Some(key)
    }

    fn reschedule(&mut self, random: &mut Random) {
        let Some(key) = self.next_key(random) else { return };
        let to = day(self.today() + random.range(0, 9));
        let mut reschedule = Rescheduling::new(key, to, "later");
        reschedule.shift_rest = random.one_in(2);
        self.record(&Command::Reschedule { reschedule });
    }

    fn skip(&mut self, random: &mut Random) {
        let Some(key) = self.next_key(random) else { return };
        self.record(&Command::Skip { skip: Skipping::new(key, "kind") });
    }

    fn promise(&mut self, random: &mut Random) {
        let item = self.any_item(random);
        let part = tenths(item.open, random.range(2, 10));
        let date = day(self.today() + random.range(0, 9));
        let mut promise = PromiseToPay::new(part, item.currency, date);
        if random.one_in(2) {
            let mut covered = ItemAmount::new(item.id);
            covered.amount = Some(part);
            promise.items = vec![covered];
        }
        promise.grace_days = random.choice(&[0, 1, 3]);
        self.record(&Command::Promise { promise });
    }

    fn dispute(&mut self, random: &mut Random) {
        let item = self.any_item(random);
        let mut dispute = Dispute::new(item.id, "damaged");
        dispute.amount = random.maybe(2, |random| tenths(item.open, random.range(1, 9)));
        self.record(&Command::OpenDispute { dispute });
    }

    fn stop(&mut self, random: &mut Random) {
        let item = self.any_item(random).id;
        let stop = match random.below(5) {
            0 => Stop::HandedOver { to: "agency".into(), item: random.maybe(2, |_| item) },
            1 => Stop::Insolvent { proceeding: None },
            2 => Stop::Deceased {},
            _ => Stop::Withdrawn { item, reason: "mistake".into() },
        };
        let mut stopping = Stopping::new(stop);
        let begins = self.today() + random.range(-2, 4);
        stopping.begins = random.maybe(2, |_| day(begins));
        stopping.until = Some(day(begins + random.range(2, 9))).filter(|_| !random.one_in(3));
        self.record(&Command::Stop { stopping });
    }

    fn ask(&mut self, random: &mut Random) {
        let mut question = Question::new(self.any_item(random).id, "what");
        question.until = random.maybe(2, |random| day(self.today() + random.range(0, 6)));
        self.record(&Command::AskQuestion { question });
    }
}

/// So many tenths of an amount, to the whole unit.
pub(crate) fn tenths(open: Amount, parts: i32) -> Amount {
    let part = open.decimal() * rust_decimal::Decimal::from(parts) / rust_decimal::Decimal::TEN;
    Amount::from(part.trunc())
}
