//! What people say of what is proposed, at once or some days later.

use dunning::{Action, ChargeBooking, ChargeWaiver, Command, Rejection, Str, plan};

use super::answer::shown;
use super::facts::day;
use super::history::Life;
use super::random::Random;

impl Life<'_> {
    /// A person approves what needs it, rejects it, or does nothing; or it is laid before somebody.
    pub(super) fn approved(&mut self, random: &mut Random, action: Action) -> Option<Action> {
        if !action.needs_approval || action.approval.is_some() {
            return Some(action);
        }
        match random.below(6) {
            0 => None,
            1 => {
                self.reject(random, &action);
                None
            }
            2 | 3 => {
                self.propose(&action);
                None
            }
            _ => {
                let approval = self.approve(&action)?;
                Some(Action { approval: Some(approval), ..action })
            }
        }
    }

    /// Somebody looks at what was proposed.
    pub(super) fn decide(&mut self, random: &mut Random) {
        if self.proposed.is_empty() {
            return;
        }
        let at = random.below(self.proposed.len());
        let action = self.proposed.remove(at);
        if random.one_in(3) {
            self.reject(random, &action);
        } else {
            self.approve(&action);
        }
    }

    /// A fee is booked or given up.
    pub(super) fn settle_fee(&mut self, random: &mut Random) {
        let known = plan(&self.account, self.policy, self.now).charges;
        if known.is_empty() {
            return;
        }
        let charge = random.pick(&known).id.clone();
        let command = if random.one_in(2) {
            Command::Charged { booking: ChargeBooking::new(charge) }
        } else {
            Command::Waive { waiver: ChargeWaiver::new(charge, "goodwill") }
        };
        self.record(&command);
    }

    fn propose(&mut self, action: &Action) {
        self.see(action);
        self.record(&Command::Propose { action: action.clone() });
        self.proposed.push(action.clone());
    }

    fn approve(&mut self, action: &Action) -> Option<Str> {
        self.see(action);
        self.record(&Command::Approve { action: action.clone(), text: None })
    }

    /// The same fingerprint stands for what looks the same, and for nothing else.
    fn see(&mut self, action: &Action) {
        let text = shown(&self.world(), action);
        let fingerprint = action.fingerprint.as_ref().unwrap().to_string();
        let known = self.shown.insert(fingerprint.clone(), text.clone());
        assert!(known.is_none_or(|known| known == text), "one fingerprint for two");
        let mut others = self.shown.iter().filter(|(other, _)| **other != fingerprint);
        assert!(others.all(|(_, other)| *other != text), "two fingerprints for one");
    }

    fn reject(&mut self, random: &mut Random, action: &Action) {
        let keys = action.covers.iter().map(|cover| cover.key.clone());
        let mut rejection = Rejection::new(keys.collect::<Vec<_>>(), "not him");
        let is_part = action.covers.iter().any(|cover| !cover.without.is_empty());
        let lines = action.lines.iter().filter(|_| is_part);
        rejection.items = lines.map(|line| line.item.clone()).collect();
        rejection.until = random.maybe(2, |random| day(self.today() + random.range(0, 5)));
        self.record(&Command::Reject { rejection });
    }
}
