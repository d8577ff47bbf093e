//! Stops and questions, told in the host's words.

use crate::calendar::Day;
use crate::model::{Finding, Hold, PromiseOutcome, Reason, Stop};
use crate::money;
use crate::policy::QuestionEffect;
use crate::rules::case::Held;
use crate::standing::{ArrangementState, Fact, PromiseState, Standing, StopFacts};

/// The obstacle, if it is one of these.
pub(super) fn hold(standing: &Standing<'_>, held: Held) -> Option<Hold> {
    match held {
        Held::HandedOver { stop }
        | Held::Insolvent { stop }
        | Held::Deceased { stop }
        | Held::Withdrawn { stop } => {
            let stop = standing.acts.stops.get(usize::try_from(stop).ok()?)?;
            Some(stopped(stop))
        }
        Held::Questioned { question } => {
            let question = standing.acts.questions.get(usize::try_from(question).ok()?)?;
            Some(Hold::Questioned {
                question: question.entry.id.clone(),
                reason: question.question.reason.clone(),
                asked_on: Day::of(question.asked_on),
                until: Day::of(question.until),
            })
        }
        Held::Arranged { arrangement, why, amount } => {
            let at = usize::try_from(arrangement).ok()?;
            let arrangement = standing.acts.arrangements.get(at)?;
            let dates = || arrangement.made.instalments.iter().map(|one| one.date);
            Some(Hold::Arranged {
                arrangement: arrangement.entry.id.clone(),
                why,
                amount: money::from_minor(amount, arrangement.digits),
                until: dates().next_back()?,
                next: dates().find(|date| date.number() >= standing.today),
            })
        }
        _ => None,
    }
}

/// The reason that an arrangement gives: the part that rests, or what came of it.
pub(super) fn arranged(standing: &Standing<'_>, number: u32, amount: i64) -> Option<Reason> {
    let arrangement = standing.acts.arrangements.get(usize::try_from(number).ok()?)?;
    let outcome = match arrangement.state {
        ArrangementState::Over(outcome) => Some(outcome),
        _ => None,
    };
    Some(Reason::Arranged {
        arrangement: arrangement.entry.id.clone(),
        amount: money::from_minor(amount, arrangement.digits),
        outcome,
    })
}

fn stopped(facts: &StopFacts<'_>) -> Hold {
    let (stop, actor) = (facts.entry.id.clone(), facts.entry.actor.clone());
    let (begins, until) = (Day::of(facts.begins), facts.stopping.until);
    match &facts.stopping.stop {
        Stop::HandedOver { to, .. } => {
            Hold::HandedOver { stop, to: to.clone(), begins, actor, until }
        }
        Stop::Insolvent { proceeding } => {
            Hold::Insolvent { stop, begins, actor, proceeding: proceeding.clone(), until }
        }
        Stop::Deceased {} => Hold::Deceased { stop, begins, actor, until },
        Stop::Withdrawn { reason, .. } => {
            Hold::Withdrawn { stop, begins, actor, reason: reason.clone(), until }
        }
    }
}

/// Questions that nobody answered and that do not pause the item.
pub(super) fn unanswered<'s>(
    standing: &'s Standing<'_>,
    at: usize,
) -> impl Iterator<Item = Finding> + 's {
    let questions = standing.facts_of(at).iter().filter_map(|fact| match *fact {
        Fact::Question(number) => standing.acts.questions.get(usize::try_from(number).ok()?),
        _ => None,
    });
    let pauses = standing.policy.question_effect == QuestionEffect::Pauses;
    let open =
        questions.filter(move |one| !one.answered && (!pauses || standing.today > one.until));
    open.map(|one| Finding::Unanswered {
        question: one.entry.id.clone(),
        asked_on: Day::of(one.asked_on),
    })
}

/// Promises that were replaced by newer ones before their last day.
pub(super) fn renegotiated<'s>(
    standing: &'s Standing<'_>,
    at: usize,
) -> impl Iterator<Item = Finding> + 's {
    standing.facts_of(at).iter().filter_map(|fact| {
        let Fact::Promise { promise, .. } = *fact else { return None };
        let promise = standing.promises.get(usize::try_from(promise).ok()?)?;
        let is_over = promise.state == PromiseState::Over(PromiseOutcome::Renegotiated);
        let (promise, by) = (promise.entry, promise.replaced_by.filter(|_| is_over)?);
        Some(Finding::Renegotiated { promise: promise.clone(), by: by.clone() })
    })
}
