//! What needs a person: at once where data or an address is wrong, after a while where only a
//! new fact can help.

use rustc_hash::FxHashSet;

use crate::calendar::{Day, Moment};
use crate::model::{
    Decision, Hold, NothingOwedWhy, Notice, OutcomeUnknownWhy, PromisedWhy, StepWhy, Subject,
};
use crate::standing::Standing;

/// The notices of now, and the instant at which the next one falls due.
pub(super) fn notices(
    standing: &Standing<'_>,
    decisions: &[Decision],
) -> (Vec<Notice>, Option<Moment>) {
    let mut notices = Vec::new();
    let mut seen = FxHashSet::default();
    let mut next: Option<i32> = None;
    for (at, decision) in decisions.iter().enumerate() {
        for hold in &decision.holds {
            let Some(matter) = matter(standing, at, decision, hold) else { continue };
            let told_on = matter.told_on(standing);
            if told_on > standing.today {
                next = Some(next.map_or(told_on, |next| next.min(told_on)));
            } else if seen.insert(matter.key.clone()) {
                notices.push(Notice {
                    key: matter.key,
                    subject: matter.subject,
                    hold: hold.clone(),
                    since: matter.since.map(Day::of),
                });
            }
        }
    }
    (notices, next.map(|day| standing.zone.start_of(day)))
}

/// An obstacle that a person can remove.
struct Matter {
    key: String,
    subject: Subject,
    since: Option<i32>,
    urgent: bool,
}

impl Matter {
    /// The day from which a person is asked.
    fn told_on(&self, standing: &Standing<'_>) -> i32 {
        match self.since {
            Some(since) if !self.urgent => since.saturating_add(standing.policy.stale_hold_days),
            _ => standing.today,
        }
    }
}

fn matter(standing: &Standing<'_>, at: usize, decision: &Decision, hold: &Hold) -> Option<Matter> {
    let of_item = || Subject::Item { item: decision.item.clone() };
    let urgent = |key: String, subject| Some(Matter { key, subject, since: None, urgent: true });
    let patient = |key, since| Some(Matter { key, subject: of_item(), since, urgent: false });
    match hold {
        Hold::Stale { .. } => urgent("stale".to_owned(), Subject::Debtor {}),
        Hold::Invalid { path, problem, .. } => {
            let subject = match path.starts_with("items[") {
                true => of_item(),
                false => Subject::Debtor {},
            };
            urgent(format!("invalid/{path}/{problem:?}"), subject)
        }
        Hold::NewerEntry { entry } => urgent(format!("newerEntry/{entry}"), of_item()),
        Hold::Scenario { why, .. } => {
            urgent(format!("scenario/{}/{why:?}", decision.item), of_item())
        }
        Hold::Unreachable { step, .. } => {
            urgent(format!("unreachable/{}/{step}", decision.item), of_item())
        }
        Hold::OutcomeUnknown { delivery, why: OutcomeUnknownWhy::TimedOut, queued_at } => {
            let mut matter = urgent(format!("outcomeUnknown/{delivery}"), of_item())?;
            matter.since = Some(standing.zone.day_of(*queued_at));
            Some(matter)
        }
        Hold::Blocked { block, until: None, begins, .. } => {
            patient(format!("blocked/{block}"), Some(begins.number()))
        }
        Hold::Disputed { dispute, .. } => {
            let opened = standing.disputes.iter().find(|known| known.entry == dispute);
            patient(format!("disputed/{dispute}"), opened.map(|dispute| dispute.opened_on))
        }
        Hold::Promised { promise, why: PromisedWhy::AwaitingBankData, until, .. } => {
            patient(format!("promised/{promise}"), Some(until.number()))
        }
        Hold::Step { why: StepWhy::LadderEnded, on, .. } => {
            patient(format!("step/{}", decision.item), Some(on.number()))
        }
        Hold::NothingOwed { why: NothingOwedWhy::AwaitingAllocation } => {
            let due = standing.items.get(at).map(|item| item.due);
            patient(format!("nothingOwed/{}", decision.item), due)
        }
        _ => None,
    }
}
