//! The forecast, day by day: at the beginning of each day everything is asked anew, and what goes
//! out counts as sent.

use std::collections::BTreeSet;

use dunning::{
    Account, Approval, CallMade, CallOutcome, Channel, Entry, Event, Moment, Plan, PolicyDoc,
    Sending, Subject,
};

use super::answer::Answer;
use super::facts::World;
use super::proposals::Shown;

/// Where the day-by-day walk and the forecast part, if they do: the moment and both answers.
pub(crate) struct Parted {
    pub(crate) at: Moment,
    pub(crate) oracle: Answer,
    pub(crate) library: Answer,
}

/// Walks from day to day, and to each moment at which the library planned as well. Between two of
/// its plans nothing may change.
pub(crate) fn follow(
    account: &Account,
    (doc, shown): (&PolicyDoc, &Shown),
    (from, until): (Moment, Moment),
    plans: &[Plan],
) -> Result<Vec<Answer>, Box<Parted>> {
    let mut account = account.clone();
    let mut quiet: Option<&Plan> = None;
    let mut answers = Vec::new();
    for now in moments(&account, (doc, shown), (from, until), plans) {
        account.ledger_as_of = now;
        account.payments_as_of = now;
        // What was laid before a person is approved at once.
        let asked = World::new(&account, doc, shown, now).answer_and_going().1;
        let asked = asked.into_iter().filter(|one| one.sending.is_none());
        let asked = asked.filter_map(|one| one.approval).enumerate();
        let approved =
            asked.map(|(place, one)| approving(now, &format!("asked-{now}-{place}"), one));
        let approved: Vec<Entry> = approved.collect();
        account.journal.extend(approved);
        let world = World::new(&account, doc, shown, now);
        let (oracle, going) = world.answer_and_going();
        let planned = plans.iter().find(|plan| plan.now == now);
        let library = match (planned, quiet) {
            (Some(plan), _) | (None, Some(plan)) => Answer::of(&world, plan),
            // What went out has changed its answer; it did not look again, so nothing goes out.
            (None, None) => Answer {
                items: oracle.items.clone(),
                actions: BTreeSet::new(),
                fees: oracle.fees.clone(),
            },
        };
        let mut library = library;
        if planned.is_none() {
            // Why a step was passed over may be told anew: that changes nothing.
            for (told, asked) in library.items.iter_mut().zip(&oracle.items) {
                told.passed.clone_from(&asked.passed);
            }
        }
        if oracle != library {
            return Err(Box::new(Parted { at: now, oracle, library }));
        }
        if planned.is_some() {
            quiet = planned.filter(|plan| plan.actions.is_empty());
            answers.push(oracle);
        }
        for (place, one) in going.into_iter().enumerate() {
            let id = format!("approved-{now}-{place}");
            account.journal.extend(one.approval.map(|approval| approving(one.at, &id, approval)));
            account
                .journal
                .extend(one.sending.into_iter().flat_map(|it| entries(one.at, place, it)));
        }
    }
    Ok(answers)
}

fn moments(
    account: &Account,
    (doc, shown): (&PolicyDoc, &Shown),
    (from, until): (Moment, Moment),
    plans: &[Plan],
) -> BTreeSet<Moment> {
    let world = World::new(account, doc, shown, from);
    let days = world.today + 1..=world.day_of(until);
    let mut moments: BTreeSet<Moment> = days.map(|day| world.start_of(day)).collect();
    moments.extend(plans.iter().map(|plan| plan.now));
    moments.insert(from);
    moments.retain(|moment| *moment <= until);
    moments
}

fn approving(at: Moment, id: &str, approval: Approval) -> Entry {
    let event = Event::Approved { approval };
    Entry::new(format!("{id}/1"), at, at, "oracle", Subject::Debtor {}, event, "0")
}

/// It was sent; a call is taken as made, and nobody answered.
fn entries(at: Moment, place: usize, sent: Sending) -> Vec<Entry> {
    let id = format!("{}-{place}", sent.delivery);
    let entry = |number: u32, event: Event| {
        Entry::new(format!("{id}/{number}"), at, at, "oracle", Subject::Debtor {}, event, "0")
    };
    let delivery = sent.delivery.clone();
    let is_call = sent.channel == Channel::Call;
    let mut entries = vec![entry(1, Event::Sent { sent })];
    if is_call {
        let called = CallMade::new(delivery, CallOutcome::NoAnswer {});
        entries.push(entry(2, Event::Called { called }));
    }
    entries
}
