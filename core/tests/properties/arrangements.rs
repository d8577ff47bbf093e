//! Arrangements from day to day.

use dunning::{
    Account, Action, ArrangementAnswer, ArrangementProposal, ArrangementSide, Command, Instalment,
    Payment, Policy, Stop, Stopping,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::config;
use crate::generate::{Scene, amount, day, later, moment};
use crate::history::Desk;

/// What was agreed: the open amounts in cents, and when the instalments are due.
#[derive(Debug, Clone)]
struct Deal {
    open: Vec<i64>,
    first: i64,
    apart: i64,
    count: i64,
}

fn deal() -> impl Strategy<Value = Deal> {
    let open = prop::collection::vec(1_000..90_000_i64, 1..4);
    (open, 2..9_i64, 4..9_i64, 1..5_i64).prop_map(|(open, first, apart, count)| Deal {
        open,
        first,
        apart,
        count,
    })
}

impl Deal {
    /// The day of an instalment, counted from the day of the agreement.
    fn date(&self, number: i64) -> i64 {
        self.first + number * self.apart
    }

    /// The cents of an instalment; the last takes what is left.
    fn cents(&self, number: i64) -> i64 {
        let (whole, count) = (self.open.iter().sum::<i64>(), self.count);
        let each = whole / count;
        if number + 1 == count { whole - each * (count - 1) } else { each }
    }

    fn scene(&self) -> Scene {
        let email = json!({ "type": "message", "channels": ["email"] });
        let policy = json!({
            "scenarios": [{ "id": "standard", "version": 1, "steps": [
                { "id": "s0", "offset": { "type": "days", "days": 1 }, "work": email },
                { "id": "s1", "offset": { "type": "days", "days": 6 }, "work": email },
                { "id": "s2", "offset": { "type": "days", "days": 9 }, "work": email }] }],
            "assignment": [{ "scenario": "standard" }],
            "arrangements": { "graceDays": 2, "lapse": { "type": "automatic", "afterDays": 3 },
                "reminders": [
                    { "id": "before", "offsetDays": -2, "channels": ["email"] },
                    { "id": "missed", "offsetDays": 1, "channels": ["email"] }] },
        });
        let items: Vec<Value> = self
            .open
            .iter()
            .enumerate()
            .map(|(number, cents)| {
                json!({ "id": format!("I{number}"), "kind": "invoice", "due": day(-20),
                    "open": amount(*cents, "EUR"), "currency": "EUR" })
            })
            .collect();
        let account = json!({
            "creditor": { "id": "C", "name": "C", "country": "NL", "zone": "Europe/Amsterdam" },
            "debtor": { "id": "D", "name": "D", "kind": "consumer", "country": "NL" },
            "contacts": [{ "id": "c", "name": "c", "purposes": ["main"], "addresses": [
                { "id": "a", "channel": "email", "value": "c@example.org" }] }],
            "items": items, "ledgerAsOf": moment(0), "paymentsAsOf": moment(0),
        });
        Scene {
            policy: Policy::from_json(&policy.to_string()).unwrap(),
            account: Account::from_json(&account.to_string()).unwrap(),
            now: moment(0),
        }
    }

    /// Everybody agreed.
    fn agreed(&self) -> Desk {
        let mut desk = Desk::new(self.scene());
        let instalments: Vec<Instalment> = (0..self.count)
            .map(|number| {
                let cents: dunning::Amount = amount(self.cents(number), "EUR").parse().unwrap();
                Instalment::new(day(self.date(number)), cents)
            })
            .collect();
        let currency: dunning::Currency = "EUR".parse().unwrap();
        let proposal = ArrangementProposal::new(ArrangementSide::Debtor, currency, instalments);
        assert!(desk.record(Command::ProposeArrangement { proposal }));
        let made = desk.accepted[0].2[0].id.to_string();
        let answer = ArrangementAnswer::new(made.as_str());
        assert!(desk.record(Command::AcceptArrangement { answer }));
        desk
    }
}

/// The run of a day, with fresh data.
fn run(desk: &mut Desk, on: i64) -> Vec<Action> {
    desk.scene.now = later(moment(0), on * 1_440);
    (desk.scene.account.ledger_as_of, desk.scene.account.payments_as_of) =
        (desk.scene.now, desk.scene.now);
    let before = desk.actions.len();
    desk.run(true);
    desk.actions[before..].to_vec()
}

/// Pays an instalment: the ledger matches it with the items from the first on.
fn pay(desk: &mut Desk, number: i64, on: i64, cents: i64) {
    let made = desk.accepted[0].2[0].id.clone();
    let whole: dunning::Amount = amount(cents, "EUR").parse().unwrap();
    let currency: dunning::Currency = "EUR".parse().unwrap();
    let mut payment = Payment::new(format!("P{number}"), day(on), whole, currency);
    payment.arrangement = Some(made);
    let mut left = rust_decimal::Decimal::new(cents, 2);
    for item in &mut desk.scene.account.items {
        let part = left.min(item.open.decimal());
        if part > rust_decimal::Decimal::ZERO {
            left -= part;
            item.open = (item.open.decimal() - part).to_string().parse().unwrap();
            let part: dunning::Amount = part.to_string().parse().unwrap();
            payment.allocations.push(dunning::Allocation::new(item.id.clone(), part));
        }
    }
    desk.scene.account.payments.push(payment);
}

/// The instalments that a day's actions remind of, each with its step.
fn reminders(actions: &[Action]) -> Vec<(i64, String)> {
    let lines = actions.iter().flat_map(|action| &action.instalments);
    lines.map(|line| (i64::from(line.number) - 1, line.step.to_string())).collect()
}

proptest! {
    #![proptest_config(config())]

    /// While an arrangement is kept no item of it is written about, and its own reminders come:
    /// before each instalment, and after each that is late.
    #[test]
    fn what_is_kept_rests_and_is_reminded_of(deal in deal(), late in prop::collection::vec(0..3_i64, 5)) {
        let mut desk = deal.agreed();
        for on in 0..deal.date(deal.count) {
            for (number, late) in (0..deal.count).zip(&late) {
                if deal.date(number) + late == on {
                    pay(&mut desk, number, on, deal.cents(number));
                }
            }
            let actions = run(&mut desk, on);
            prop_assert!(actions.iter().all(|action| action.lines.is_empty()), "on {on}: {actions:?}");
            let mut expected = Vec::new();
            for (number, late) in (0..deal.count).zip(&late) {
                let date = deal.date(number);
                if on == date - 2 {
                    expected.push((number, "before".to_owned()));
                }
                if on == date + 1 && *late > 1 {
                    expected.push((number, "missed".to_owned()));
                }
            }
            prop_assert_eq!(reminders(&actions), expected, "on {}", on);
        }
    }

    /// Once nothing was paid for so long that it lapses, and not a day before, the items take
    /// their steps again, one a day, and no instalment is reminded of any more.
    #[test]
    fn what_lapsed_goes_on_step_by_step(deal in deal()) {
        let mut desk = deal.agreed();
        let lapses = deal.date(0) + 2 + 1 + 3;
        let mut contacts: Vec<i64> = Vec::new();
        for on in 0..lapses + 12 {
            let actions = run(&mut desk, on);
            if on < lapses {
                prop_assert!(actions.iter().all(|action| action.lines.is_empty()), "on {on}");
                continue;
            }
            prop_assert!(reminders(&actions).is_empty(), "on {on}");
            prop_assert!(actions.len() <= 1, "on {on}: {actions:?}");
            contacts.extend(actions.iter().map(|_| on));
        }
        prop_assert_eq!(contacts.len(), 3, "one message for each step: {:?}", contacts);
        prop_assert!(contacts.windows(2).all(|pair| pair[1] - pair[0] >= 3), "{contacts:?}");
    }

    /// Whoever is insolvent, has died or was handed over hears nothing from that day on.
    #[test]
    fn a_stopped_debtor_hears_nothing(deal in deal(), from in 0..20_i64, kind in 0..3_u8) {
        let mut desk = deal.agreed();
        for on in 0..from + 15 {
            if on == from {
                let stop = match kind {
                    0 => Stop::Insolvent { proceeding: None },
                    1 => Stop::Deceased {},
                    _ => Stop::HandedOver { to: "agency".into(), item: None },
                };
                desk.scene.now = later(moment(0), on * 1_440);
                let is_recorded = desk.record(Command::Stop { stopping: Stopping::new(stop) });
                prop_assert!(is_recorded);
            }
            let actions = run(&mut desk, on);
            prop_assert!(on < from || actions.is_empty(), "on {on}: {actions:?}");
        }
    }
}
