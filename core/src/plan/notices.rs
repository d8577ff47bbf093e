//! What needs a person: at once where data or an address is wrong, after a while where only a
//! new fact can help.

use super::tell::held_of;
use crate::calendar::{Day, Moment};
use crate::model::{
    ArrangedWhy, Decision, Hold, NothingOwedWhy, Notice, OutcomeUnknownWhy, PromisedWhy, StepWhy,
    Subject,
};
use crate::rules::case::{Answers, Held, Verdict};
use crate::standing::{Ids, Ruling, Standing, nth, subject_of};
use crate::text::Str;

/// The notices of now, and the instant at which the next one falls due.
pub(super) fn notices(
    standing: &Standing<'_>,
    answers: &Answers,
    verdicts: &[Verdict],
    decisions: &[Decision],
) -> (Vec<Notice>, Option<Moment>) {
    let mut told = Told { notices: Vec::new(), keys: Ids::default(), next: i32::MAX };
    let mut last = None;
    for (at, (verdict, decision)) in verdicts.iter().zip(decisions).enumerate() {
        let held = held_of(answers, verdict);
        for (held, hold) in held.iter().zip(&decision.holds) {
            // Most items wait for the day of their next step.
            if matches!(held, Held::Step { why: StepWhy::NotYetDue, .. }) {
                continue;
            }
            // A block of the debtor holds one item after another.
            if is_of_several(*held) && last.replace(*held) == Some(*held) {
                continue;
            }
            if let Some((from, since)) = due(standing, at, *held) {
                let subject = || subject(standing, *held, decision);
                told.tell(standing.today, from, since, decision, hold, subject);
            }
        }
        // An item that is free and goes nowhere.
        for hold in decision.holds.get(held.len()..).unwrap_or_default() {
            let today = standing.today;
            let (from, since) = match hold {
                Hold::Unreachable { .. } => (today, None),
                Hold::NothingOwed { .. } => {
                    let Some(due) = standing.items.get(at).map(|item| item.due) else { continue };
                    (due.saturating_add(standing.policy.stale_hold_days), Some(due))
                }
                Hold::AwaitingApproval { entry, .. } => {
                    let mut rulings = standing.acts.rulings.iter();
                    let asked = rulings.find(|ruling| entry.as_ref() == Some(&ruling.entry.id));
                    (today, asked.map(|ruling| ruling.on))
                }
                // It ends as soon as more is due.
                _ => continue,
            };
            told.tell(today, from, since, decision, hold, || of_item(decision));
        }
    }
    let next = (told.next < i32::MAX).then(|| standing.zone.start_of(told.next));
    (told.notices, next)
}

struct Told {
    notices: Vec<Notice>,
    keys: Ids,
    next: i32,
}

impl Told {
    fn tell(
        &mut self,
        today: i32,
        from: i32,
        since: Option<i32>,
        of: &Decision,
        hold: &Hold,
        subject: impl Fn() -> Subject,
    ) {
        if from > today {
            self.next = self.next.min(from);
            return;
        }
        let key = key(of, hold);
        let number = u32::try_from(self.notices.len()).unwrap_or(u32::MAX);
        let has_key = |number| nth(&self.notices, number).is_some_and(|one| *one.key == *key);
        if self.keys.find_or_keep(&key, number, has_key) == number {
            let (key, since) = (Str::from(key), since.map(Day::of));
            self.notices.push(Notice { key, subject: subject(), hold: hold.clone(), since });
        }
    }
}

/// True if the obstacle is the same matter for every item that it holds.
fn is_of_several(held: Held) -> bool {
    matches!(
        held,
        Held::Stale
            | Held::Blocked { .. }
            | Held::NewerEntry { .. }
            | Held::HandedOver { .. }
            | Held::Insolvent { .. }
            | Held::Deceased { .. }
            | Held::Withdrawn { .. }
    )
}

/// The day from which a person is asked about an obstacle, and since when it stands; none where
/// time or the debtor will end it.
#[inline(never)]
fn due(standing: &Standing<'_>, at: usize, held: Held) -> Option<(i32, Option<i32>)> {
    let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let at_once = |since| Some((standing.today, since));
    let in_a_while =
        |since: i32| Some((since.saturating_add(standing.policy.stale_hold_days), Some(since)));
    match held {
        Held::Stale | Held::Invalid { .. } | Held::NewerEntry { .. } | Held::Scenario { .. } => {
            at_once(None)
        }
        Held::OutcomeUnknown { delivery, why: OutcomeUnknownWhy::TimedOut } => {
            let queued_at = standing.deliveries.all().get(number(delivery))?.queued_at()?;
            at_once(Some(standing.zone.day_of(Moment::of(queued_at))))
        }
        Held::Blocked { block } => {
            let block = standing.blocks.get(number(block))?;
            if block.until == i32::MAX { in_a_while(block.begins) } else { None }
        }
        Held::HandedOver { stop }
        | Held::Insolvent { stop }
        | Held::Deceased { stop }
        | Held::Withdrawn { stop } => {
            let stop = standing.acts.stops.get(number(stop))?;
            if stop.until == i32::MAX { in_a_while(stop.begins) } else { None }
        }
        Held::Arranged { arrangement, why, .. } => {
            let since = standing.acts.arrangements.get(number(arrangement))?.since;
            match why {
                // Only a person ends it.
                ArrangedWhy::Behind if standing.policy.arranging.lapses_after.is_none() => {
                    at_once(Some(since))
                }
                ArrangedWhy::AwaitingBankData => in_a_while(since),
                _ => None,
            }
        }
        Held::Questioned { question } => {
            at_once(Some(standing.acts.questions.get(number(question))?.asked_on))
        }
        Held::Disputed { dispute, .. } => {
            in_a_while(standing.disputes.get(number(dispute))?.opened_on)
        }
        Held::Promised { promise, why: PromisedWhy::AwaitingBankData } => {
            in_a_while(standing.promises.get(number(promise))?.until)
        }
        Held::Step { why: StepWhy::LadderEnded, due } => in_a_while(due),
        Held::Step { why: StepWhy::HandoverDue, due } => at_once(Some(due)),
        Held::Step { why: StepWhy::NoAnchor, .. } | Held::LegalData => at_once(None),
        Held::AwaitingApproval { ruling } => {
            at_once(Some(standing.acts.rulings.get(number(ruling))?.on))
        }
        Held::Rejected { ruling } => {
            let ruling = standing.acts.rulings.get(number(ruling))?;
            let is_open = matches!(ruling.ruling, Ruling::Rejected(one) if one.until.is_none());
            if is_open { in_a_while(ruling.on) } else { None }
        }
        Held::NothingOwed { why: NothingOwedWhy::ChargesLeft } => at_once(None),
        Held::NothingOwed { why: NothingOwedWhy::AwaitingAllocation } => {
            in_a_while(standing.items.get(at)?.due)
        }
        _ => None,
    }
}

/// The same for the same matter in every run.
fn key(of: &Decision, hold: &Hold) -> String {
    let item = &of.item;
    match hold {
        Hold::Stale { .. } => "stale".to_owned(),
        Hold::Invalid { path, problem, .. } => format!("invalid/{path}/{problem:?}"),
        Hold::NewerEntry { entry } => ["newerEntry/", entry].concat(),
        Hold::Scenario { why, .. } => format!("scenario/{item}/{why:?}"),
        Hold::Unreachable { step, .. } => ["unreachable/", item, "/", step].concat(),
        Hold::OutcomeUnknown { delivery, .. } => ["outcomeUnknown/", delivery].concat(),
        Hold::Blocked { block, .. } => ["blocked/", block].concat(),
        Hold::Disputed { dispute, .. } => ["disputed/", dispute].concat(),
        Hold::Promised { promise, .. } => ["promised/", promise].concat(),
        Hold::HandedOver { stop, .. } => ["handedOver/", stop].concat(),
        Hold::Insolvent { stop, .. } => ["insolvent/", stop].concat(),
        Hold::Deceased { stop, .. } => ["deceased/", stop].concat(),
        Hold::Withdrawn { stop, .. } => ["withdrawn/", stop].concat(),
        Hold::Arranged { arrangement, .. } => ["arranged/", arrangement].concat(),
        Hold::Questioned { question, .. } => ["questioned/", question].concat(),
        Hold::Step { .. } => ["step/", item].concat(),
        Hold::Rejected { entry, .. } => ["rejected/", entry].concat(),
        Hold::LegalData { step, .. } => ["legalData/", item, "/", step].concat(),
        Hold::AwaitingApproval { step, .. } => ["awaitingApproval/", item, "/", step].concat(),
        _ => ["nothingOwed/", item].concat(),
    }
}

/// What the matter is about: the same, whichever of its items comes first.
fn subject(standing: &Standing<'_>, held: Held, of: &Decision) -> Subject {
    let number = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    let found = match held {
        Held::Stale => Some(Subject::Debtor {}),
        Held::Invalid { trouble } => {
            let trouble = standing.troubles.get(number(trouble));
            trouble.filter(|one| !one.path.starts_with("items[")).map(|_| Subject::Debtor {})
        }
        Held::NewerEntry { newer } => {
            standing.newer.get(number(newer)).map(|entry| match &entry.subject {
                // What it is about cannot be told: it counts as the whole account.
                Subject::Newer { .. } => Subject::Debtor {},
                known => known.clone(),
            })
        }
        Held::Blocked { block } => {
            standing.blocks.get(number(block)).map(|block| block.entry.subject.clone())
        }
        Held::HandedOver { stop } | Held::Insolvent { stop } | Held::Deceased { stop } => {
            standing.acts.stops.get(number(stop)).map(|stop| stop.entry.subject.clone())
        }
        Held::Arranged { arrangement, .. } => {
            let arrangement = standing.acts.arrangements.get(number(arrangement));
            arrangement.map(|one| one.entry.subject.clone())
        }
        Held::OutcomeUnknown { delivery, .. } => {
            standing.deliveries.all().get(number(delivery)).map(|one| subject_of(one.covers()))
        }
        Held::Promised { promise, .. } => standing.promises.get(number(promise)).map(|promise| {
            let currency = promise.made.currency;
            match promise.made.items.as_slice() {
                [single] => Subject::Item { item: single.item.clone() },
                _ => Subject::DebtorCurrency { currency },
            }
        }),
        _ => None,
    };
    found.unwrap_or_else(|| of_item(of))
}

fn of_item(of: &Decision) -> Subject {
    Subject::Item { item: of.item.clone() }
}
