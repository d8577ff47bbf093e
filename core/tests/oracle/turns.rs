//! More that happens: levels by hand, messages of the debtor, money and credit notes.

use dunning::{
    Action, Allocation, Amount, CallOutcome, CallReport, Channel, Command, Event, InboundMessage,
    Intent, Item, ItemKind, LevelImport, LevelSetting, Payment, Reversal, ScenarioMove, Str,
};

use super::facts::{day, minor, plus_hours};
use super::history::{Life, tenths};
use super::policies::STEPS;
use super::random::Random;

impl Life<'_> {
    /// A call is made, at once or some hours later.
    pub(super) fn call(&mut self, random: &mut Random, action: Action) {
        let outcome = match random.below(9) {
            0 => CallOutcome::Reached {},
            1 => CallOutcome::Voicemail {},
            2 => CallOutcome::WrongNumber {},
            3 => CallOutcome::Refused {},
            4 => {
                let minutes = i64::from(random.range(1, 150)) * 60;
                CallOutcome::CallBackAt { at: plus_hours(self.now, minutes / 60) }
            }
            5 => CallOutcome::CallBackOn { day: day(self.today() + random.range(0, 7)) },
            _ => CallOutcome::NoAnswer {},
        };
        self.record(&Command::Called { report: CallReport::new(action, outcome) });
    }

    pub(super) fn level(&mut self, random: &mut Random) {
        let item = self.any_item(random);
        let step = Str::from(*random.pick(&STEPS));
        let command = match random.below(4) {
            0 | 1 => {
                let on = day(self.today() - random.range(0, 9));
                let mut level = LevelImport::new(item.id, "main", 1_u32, step, on);
                level.channel = random.choice(&[Channel::Email, Channel::Letter]);
                Command::ImportLevel { level }
            }
            2 => {
                let mut setting = LevelSetting::new(item.id, "by hand");
                setting.step = random.maybe(2, |_| step);
                setting.reached_on =
                    random.maybe(2, |random| day(self.today() - random.range(0, 9)));
                Command::SetLevel { setting }
            }
            _ => {
                let to = *random.pick(&["main", "other"]);
                let mut moving = ScenarioMove::new(item.id, to, "moved");
                moving.step = random.maybe(2, |_| step);
                Command::MoveItem { moving }
            }
        };
        self.record(&command);
    }

    pub(super) fn inbound(&mut self, random: &mut Random) {
        let intent = match random.below(5) {
            0 => Intent::PaidAlready { on: None },
            1 => Intent::Disputes {},
            2 => Intent::Stop {},
            3 => Intent::WrongPerson {},
            _ => Intent::Other {},
        };
        let id = format!("m{}", random.below(1_000_000));
        let channel = *random.pick(&[Channel::Email, Channel::Sms, Channel::Letter]);
        let mut message = InboundMessage::new(id, channel, intent);
        message.contact = random.maybe(2, |_| "ap".into());
        if random.one_in(2) {
            message.items = vec![self.any_item(random).id];
        }
        self.record(&Command::Inbound { message });
    }

    /// All of an item that was reminded of is paid, and the money goes back some days later.
    pub(super) fn pay_in_vain(&mut self, random: &mut Random) {
        let journal = self.account.journal.iter();
        let sent = journal.filter_map(|entry| match &entry.event {
            Event::Sent { sent } => Some(&sent.lines),
            _ => None,
        });
        let named: Vec<Str> = sent.flatten().map(|line| line.item.clone()).collect();
        if named.is_empty() {
            return;
        }
        let id = random.pick(&named);
        let at = self.account.items.iter().position(|item| item.id == *id).unwrap();
        let item = self.account.items[at].clone();
        if minor(item.open, item.currency) <= 0 || item.original.is_some_and(|o| o != item.open) {
            return;
        }
        let id = format!("P{}", self.account.payments.len());
        let today = self.today();
        let mut payment = Payment::new(id, day(today), item.open, item.currency);
        payment.allocations = vec![Allocation::new(item.id, item.open)];
        payment.reversed = Some(Reversal::new(day(today + random.range(0, 2)), "AM04"));
        self.account.items[at].open = Amount::default();
        self.account.payments.push(payment);
    }

    /// The debtor pays a part or all of an item, or money comes that nobody has matched.
    pub(super) fn pay(&mut self, random: &mut Random) {
        let at = random.below(self.account.items.len());
        let item = self.account.items[at].clone();
        let is_owed = minor(item.open, item.currency) > 0;
        let parts = if random.one_in(2) { 10 } else { random.range(2, 9) };
        let part = tenths(item.open, parts);
        if !is_owed || part == Amount::default() {
            return;
        }
        let id = format!("P{}", self.account.payments.len());
        let on = day(self.today() - random.range(0, 2));
        let mut payment = Payment::new(id, on, part, item.currency);
        if !random.one_in(5) {
            payment.allocations = vec![Allocation::new(item.id.clone(), part)];
            let left = item.open.decimal() - part.decimal();
            self.account.items[at].open = Amount::from(left);
            if random.one_in(2) {
                let back = day(self.today() + random.range(0, 4));
                payment.reversed = Some(Reversal::new(back, "AM04"));
            }
        }
        self.account.payments.push(payment);
    }

    /// A credit note is booked against an item, or stands beside it.
    pub(super) fn credit(&mut self, random: &mut Random) {
        let at = random.below(self.account.items.len());
        let item: Item = self.account.items[at].clone();
        if minor(item.open, item.currency) <= 0 {
            return;
        }
        let part = tenths(item.open, random.range(1, 9));
        if random.one_in(2) {
            let left = item.open.decimal() - part.decimal();
            self.account.items[at].open = Amount::from(left);
            return;
        }
        let id = format!("I{}", self.account.items.len());
        let due = day(self.today() + random.range(-2, 5));
        let minus = Amount::from(-part.decimal());
        let mut credit = Item::new(id, ItemKind::CreditNote, due, minus, item.currency);
        credit.settles = random.maybe(2, |_| item.id);
        if minor(minus, item.currency) < 0 {
            self.account.items.push(credit);
        }
    }
}
