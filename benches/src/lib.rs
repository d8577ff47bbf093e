//! Accounts to measure with: always the same ones, and of the mixture that a ledger has.
//!
//! An item has four journal entries. Of twenty items four act, ten wait for their next step, and
//! one each is promised, disputed, blocked, settled, rescheduled, and queued without an outcome.
//! Every eighth debtor is blocked as a whole, by one entry more.

mod interest;
mod journal;

use std::error::Error;

use dunning::{
    Account, Address, Amount, Channel, Contact, Creditor, Currency, Day, Debtor, DebtorKind, Item,
    ItemKind, Moment, Policy, Purpose,
};

pub use interest::Late;

const POLICY: &str = r#"{
    "scenarios": [{ "id": "standard", "version": 1, "steps": [
        { "id": "reminder", "offset": { "type": "days", "days": 3 },
          "work": { "type": "message", "channels": ["email", "letter"] } },
        { "id": "second", "offset": { "type": "days", "days": 17 },
          "work": { "type": "message", "channels": ["whatsApp", "email"] } },
        { "id": "call", "offset": { "type": "days", "days": 40 }, "work": { "type": "call" } }
    ]}],
    "assignment": [{ "scenario": "standard" }],
    "tolerances": [{ "currency": "EUR", "amount": "1.00" }],
    "grouping": "account"
}"#;

/// Days from the first of January to the last of February 2026.
const DAYS: usize = 59;

/// What all accounts are made from.
#[derive(Debug)]
pub struct Ledger {
    /// The house rules.
    pub policy: Policy,
    /// When it is planned.
    pub now: Moment,
    currency: Currency,
    days: Vec<Day>,
    /// Noon of each day.
    noons: Vec<Moment>,
    contacts: Vec<Contact>,
    creditor: Creditor,
    debtor: Debtor,
    /// A day after `now`, for what is still to come.
    later: Day,
}

impl Ledger {
    /// The ledger; it is the same each time.
    ///
    /// # Errors
    ///
    /// If the library refuses what is written here.
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let names: Vec<String> = (1..=31)
            .map(|day| format!("2026-01-{day:02}"))
            .chain((1..=28).map(|day| format!("2026-02-{day:02}")))
            .collect();
        let days = names.iter().map(|day| day.parse()).collect::<Result<_, _>>()?;
        let noons =
            names.iter().map(|day| format!("{day}T12:00:00Z").parse()).collect::<Result<_, _>>()?;
        let netherlands: dunning::Country = "NL".parse()?;
        let mut contact = Contact::new("accounts-payable", "Ms Jansen", [Purpose::Reminder]);
        contact.addresses = vec![
            Address::new("mail", Channel::Email, "payable@example.com"),
            Address::new("phone", Channel::Call, "+31200000000"),
            Address::new("office", Channel::Letter, "Kade 1, 1000 AA Amsterdam"),
        ];
        let mut main = Contact::new("main", "Mr De Boer", [Purpose::Main]);
        main.addresses = vec![Address::new("whatsapp", Channel::WhatsApp, "+31600000000")];
        Ok(Self {
            policy: Policy::from_json(POLICY)?,
            now: "2026-03-02T09:00:00Z".parse()?,
            currency: "EUR".parse()?,
            days,
            noons,
            contacts: vec![contact, main],
            creditor: Creditor::new("C", "Creditor B.V.", netherlands, "Europe/Amsterdam"),
            debtor: Debtor::new("D", "Debtor B.V.", DebtorKind::Business, netherlands),
            later: "2026-03-20".parse()?,
        })
    }

    /// The account with this number.
    #[must_use]
    pub fn account(&self, number: usize, items: usize) -> Account {
        let mut random = Random::of(number);
        let mut debtor = self.debtor.clone();
        debtor.id = format!("D{number}").into();
        let mut account = Account::new(self.creditor.clone(), debtor, self.now, self.now);
        account.contacts.clone_from(&self.contacts);
        for at in 0..items {
            // Two accounts of ten hold the whole mixture.
            let lot = Lot::of(number.saturating_mul(items).saturating_add(at), &mut random);
            let item = self.item(at, &lot);
            self.entries(&item, &lot, &mut account.journal);
            account.items.push(item);
        }
        if number % 8 == 7 {
            account.journal.push(self.debtor_block());
        }
        // A host reads its journal in the order in which it was recorded.
        account.journal.sort_by_key(|entry| entry.recorded_at);
        account
    }

    fn item(&self, at: usize, lot: &Lot) -> Item {
        let open = if lot.fate == Fate::Settled { Amount::default() } else { lot.open };
        let mut item =
            Item::new(format!("I{at}"), ItemKind::Invoice, self.day(lot.due), open, self.currency);
        item.document_number = Some(format!("2026-{at:05}").into());
        item.original = Some(lot.open);
        item
    }

    fn day(&self, at: usize) -> Day {
        self.days.get(at).copied().unwrap_or(self.later)
    }

    /// Noon of the day that comes so many days after another one.
    fn noon(&self, day: usize, after: usize) -> Moment {
        self.noons.get(day.saturating_add(after)).copied().unwrap_or(self.now)
    }
}

/// What becomes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Promised,
    Disputed,
    Blocked,
    Settled,
    Queued,
    Rescheduled,
    Acts,
    Waits,
}

/// What is drawn for an item.
#[derive(Debug)]
struct Lot {
    fate: Fate,
    open: Amount,
    /// The day it is due, by its place among the days.
    due: usize,
}

impl Lot {
    fn of(at: usize, random: &mut Random) -> Self {
        let fate = match at % 20 {
            0 => Fate::Promised,
            3 => Fate::Disputed,
            6 => Fate::Blocked,
            9 => Fate::Settled,
            12 => Fate::Queued,
            15 => Fate::Rescheduled,
            1 | 7 | 11 | 17 => Fate::Acts,
            _ => Fate::Waits,
        };
        // Seventeen days after the due day comes the second step: in February, or after `now`.
        let first = if fate == Fate::Waits { DAYS - 10 } else { 9 };
        let cents = random.within(1_000, 500_000);
        let open = format!("{}.{:02}", cents / 100, cents % 100).parse().unwrap_or_default();
        Self { fate, open, due: random.within(first, 5) }
    }
}

/// Numbers that are the same in each run.
#[derive(Debug)]
struct Random(u64);

impl Random {
    fn of(number: usize) -> Self {
        Self(u64::try_from(number).unwrap_or_default())
    }

    /// One of `count` numbers from `first` on; the step is Knuth's.
    fn within(&mut self, first: usize, count: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let drawn = usize::try_from(self.0 >> 33).unwrap_or_default();
        first.saturating_add(drawn.checked_rem(count).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use dunning::{Outcome, plan};

    use super::*;

    #[test]
    fn an_account_has_the_mixture_that_is_told() {
        let ledger = Ledger::new().unwrap();
        let account = ledger.account(0, 20);
        assert_eq!(account.journal.len(), 80);
        let plan = plan(&account, &ledger.policy, ledger.now);
        let mut outcomes = [0, 0, 0];
        let mut holds = String::new();
        for decision in &plan.decisions {
            let which = match decision.outcome {
                Outcome::Act { .. } => 0,
                Outcome::Wait {} => 1,
                _ => 2,
            };
            outcomes[which] += 1;
            holds.push_str(&format!("{:?}", decision.holds));
        }
        assert_eq!(outcomes, [4, 15, 1], "{plan:#?}");
        for hold in ["Promised", "Disputed", "Blocked", "OutcomeUnknown", "Rescheduled", "Step"] {
            assert!(holds.contains(hold), "no {hold} in {holds}");
        }
        assert!(!holds.contains("Invalid"), "{holds}");
        assert_eq!(account, Account::from_json(&account.to_json()).unwrap());
    }

    #[test]
    fn every_eighth_debtor_is_blocked() {
        let ledger = Ledger::new().unwrap();
        let acts = |number| {
            !plan(&ledger.account(number, 10), &ledger.policy, ledger.now).actions.is_empty()
        };
        assert!(acts(6) && !acts(7));
    }
}
