//! What is agreed on instalments, and what comes of it.

use dunning::{
    Amount, ArrangementAnswer, ArrangementCounter, ArrangementProposal, ArrangementRefusal,
    ArrangementSide, Command, Event, Instalment, ItemAmount, Payment, Str,
};

use super::facts::{day, minor};
use super::history::{Life, tenths};
use super::random::Random;

impl Life<'_> {
    /// Terms for an item or a part of it, or for all that is open; mostly they are accepted.
    pub(super) fn arrange(&mut self, random: &mut Random) {
        let item = self.any_item(random);
        let part = tenths(item.open, random.range(4, 10));
        let mut covered = ItemAmount::new(item.id);
        covered.amount = Some(part);
        let digits = u32::from(item.currency.minor_units().unwrap());
        let count = i64::from(random.range(1, 3));
        let sum = minor(part, item.currency);
        let each = sum / count;
        let mut on = self.today() + random.range(0, 3);
        let mut instalments = Vec::new();
        for at in 0..count {
            let amount = if at + 1 == count { sum - each * (count - 1) } else { each };
            instalments.push(Instalment::new(day(on), super::facts::amount(amount, digits)));
            on += random.range(1, 8);
        }
        let mut proposal =
            ArrangementProposal::new(ArrangementSide::Debtor, item.currency, instalments);
        proposal.items = vec![covered];
        let known = self.arrangements();
        let command = if !known.is_empty() && random.one_in(4) {
            let arrangement = random.pick(&known).clone();
            Command::CounterArrangement { counter: ArrangementCounter::new(arrangement, proposal) }
        } else {
            Command::ProposeArrangement { proposal }
        };
        let made = self.record(&command);
        if let Some(made) = made.filter(|_| !random.one_in(6)) {
            self.record(&Command::AcceptArrangement { answer: ArrangementAnswer::new(made) });
        }
    }

    fn arrangements(&self) -> Vec<Str> {
        let entries = self.account.journal.iter();
        let all = entries.filter(|one| matches!(one.event, Event::ArrangementProposed { .. }));
        all.map(|entry| entry.id.clone()).collect()
    }

    pub(super) fn end_arrangement(&mut self, random: &mut Random) {
        let known = self.arrangements();
        if known.is_empty() {
            return;
        }
        let refusal = ArrangementRefusal::new(random.pick(&known).clone(), "no");
        let command = match random.below(3) {
            0 => Command::CancelArrangement { refusal },
            1 => Command::LapseArrangement { refusal },
            _ => Command::RefuseArrangement { refusal },
        };
        self.record(&command);
    }

    /// Money that names the arrangement, whether or not anybody has matched it.
    pub(super) fn pay_instalment(&mut self, random: &mut Random) {
        let known = self.arrangements();
        if known.is_empty() {
            return;
        }
        let arrangement = random.pick(&known).clone();
        let entries = self.account.journal.iter();
        let made = entries.filter(|entry| entry.id == arrangement).find_map(|entry| {
            let Event::ArrangementProposed { arrangement } = &entry.event else { return None };
            Some(arrangement.clone())
        });
        let made = made.unwrap();
        let amount = random.pick(&made.instalments).amount;
        let id = format!("P{}", self.account.payments.len());
        let on = day(self.today() - random.range(0, 2));
        let mut payment = Payment::new(id, on, amount, made.currency);
        payment.arrangement = Some(arrangement);
        let covered = &made.items[0].item;
        let mut items = self.account.items.iter_mut();
        let item = items.find(|item| item.id == *covered).unwrap();
        if random.one_in(2) && item.open.decimal() >= amount.decimal() {
            payment.allocations = vec![dunning::Allocation::new(item.id.clone(), amount)];
            item.open = Amount::from(item.open.decimal() - amount.decimal());
        }
        self.account.payments.push(payment);
    }
}
