//! What becomes of a day's run: sent, failed, cancelled, or nothing heard of it.

use dunning::{Action, ActionKind, Cancellation, Command, Event, Failure, SentReport, Str, plan};

use super::accounts::moment;
use super::history::Life;
use super::random::Random;

impl Life<'_> {
    /// Plans, queues, and mostly sends.
    pub(super) fn run(&mut self, random: &mut Random) {
        let planned = plan(&self.account, self.policy, self.now);
        for action in planned.actions {
            if random.one_in(12) {
                continue;
            }
            let Some(action) = self.approved(random, action) else { continue };
            if self.record(&Command::Queue { action: action.clone() }).is_some() {
                self.outcome(random, action);
            }
        }
        if random.one_in(2) {
            self.wait(random);
        }
    }

    fn outcome(&mut self, random: &mut Random, action: Action) {
        if action.kind == ActionKind::Call && !random.one_in(8) {
            return self.call(random, action);
        }
        let delivery = action.delivery.clone();
        let failed = Command::Failed { failed: Failure::new(delivery.clone(), "bounced") };
        match random.below(10) {
            0 => {}
            1 => {
                self.record(&failed);
            }
            2 => {
                self.record(&Command::Cancel { cancel: Cancellation::new(delivery, "no") });
            }
            _ => {
                self.record(&Command::Sent { report: SentReport::new(action) });
                if random.one_in(5) {
                    self.minutes += i64::from(random.range(1, 60)) * 60;
                    self.now = moment(self.minutes);
                    self.record(&failed);
                }
            }
        }
    }

    /// Something is heard of a delivery at last.
    pub(super) fn report(&mut self, random: &mut Random) {
        let queued = self.account.journal.iter().filter_map(|entry| match &entry.event {
            Event::Queued { queued } => Some(queued.delivery.clone()),
            _ => None,
        });
        let queued: Vec<Str> = queued.collect();
        if queued.is_empty() {
            return;
        }
        let delivery = random.pick(&queued).clone();
        let command = if random.one_in(2) {
            Command::Failed { failed: Failure::new(delivery, "lost") }
        } else {
            Command::Cancel { cancel: Cancellation::new(delivery, "lost") }
        };
        self.record(&command);
    }
}
