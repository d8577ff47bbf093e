//! Arrangements: what is proposed, and what is said to it.

use super::instalments::{adds_up, limits};
use super::intentions::{Events, needed, one, unknown_entry};
use super::invalid;
use super::promise::{Covered, as_it_stands, named};
use crate::calendar::Day;
use crate::error::Refusal;
use crate::model::{
    ArrangedInterest, ArrangementAcceptance, ArrangementAnswer, ArrangementCounter, ArrangementEnd,
    ArrangementEnding, ArrangementMade, ArrangementProposal, ArrangementRefusal, Command,
    CoveredItem, Event, OpenItem, StepKey, Subject, Trouble,
};
use crate::money;
use crate::standing::{Arrangement, ArrangementState, Standing};
use crate::text::Str;

pub(super) fn events(standing: &Standing<'_>, command: &Command) -> Events {
    match command {
        Command::ProposeArrangement { proposal } => proposed(standing, proposal, None, "proposal"),
        Command::CounterArrangement { counter } => countered(standing, counter),
        Command::AcceptArrangement { answer } => accepted(standing, answer),
        Command::RefuseArrangement { refusal } => {
            let pending = |state| state == ArrangementState::Proposed;
            ended(standing, refusal, ArrangementEnd::Refused, pending)
        }
        Command::CancelArrangement { refusal } => {
            let alive =
                |state| matches!(state, ArrangementState::Proposed | ArrangementState::Open(_));
            ended(standing, refusal, ArrangementEnd::Cancelled, alive)
        }
        Command::LapseArrangement { refusal } => {
            let runs = |state| matches!(state, ArrangementState::Open(_));
            ended(standing, refusal, ArrangementEnd::Lapsed, runs)
        }
        _ => Ok(Vec::new()),
    }
}

fn proposed(
    standing: &Standing<'_>,
    proposal: &ArrangementProposal,
    replaces: Option<Str>,
    path: &str,
) -> Events {
    let currency = proposal.currency;
    let at = |field: &str| format!("{path}.{field}");
    let digits = currency
        .minor_units()
        .ok_or_else(|| invalid(&at("currency"), &currency.to_string(), Trouble::UnknownCurrency))?;
    let mut covered = if proposal.items.is_empty() {
        as_it_stands(standing, currency)
    } else {
        named(standing, &proposal.items, currency, &at("items"))?
    };
    if covered.is_empty() {
        return Err(invalid(&at("items"), "[]", Trouble::Empty));
    }
    covered.sort_by_key(|(at, _)| {
        (standing.items.get(*at).map(|facts| facts.due), standing.item(*at).map(|item| &item.id))
    });
    let items: Vec<CoveredItem> =
        covered.iter().filter_map(|one| arranged_item(standing, *one)).collect();
    not_arranged(standing, &items, replaces.as_deref())?;
    let total = adds_up(proposal, &items, digits, path)?;
    limits(standing, proposal, digits, path)?;
    let expires_on = proposal.expires_on.unwrap_or_else(|| {
        Day::of(standing.today.saturating_add(standing.policy.arranging.proposal_days))
    });
    if expires_on.number() < standing.today {
        return Err(invalid(&at("expiresOn"), &expires_on.to_string(), Trouble::InPast));
    }
    let subject = subject_of(&items, proposal);
    let further = proposal.further_interest.unwrap_or(ArrangedInterest::Continues);
    let arrangement = ArrangementMade {
        by: proposal.by,
        currency,
        items,
        instalments: proposal.instalments.clone(),
        total: money::from_minor(total, digits),
        grace_days: standing.policy.arranging.grace_days,
        further_interest: further,
        expires_on,
        charges: proposal.charges,
        interest: proposal.interest,
        counted_up_to: proposal.counted_up_to,
        replaces,
        text: proposal.text.clone(),
    };
    one(subject, Event::ArrangementProposed { arrangement })
}

fn subject_of(items: &[CoveredItem], proposal: &ArrangementProposal) -> Subject {
    match items {
        [single] => Subject::Item { item: single.item.clone() },
        _ => Subject::DebtorCurrency { currency: proposal.currency },
    }
}

fn arranged_item(standing: &Standing<'_>, (at, part): Covered) -> Option<CoveredItem> {
    let (item, facts) = (standing.item(at)?, standing.items.get(at)?);
    Some(CoveredItem {
        item: item.id.clone(),
        amount: money::from_minor(part.unwrap_or(facts.open), facts.digits),
        open: money::from_minor(facts.open, facts.digits),
        document_number: item.document_number.as_ref().unwrap_or(&item.id).clone(),
        due: item.due,
    })
}

/// An item is in one arrangement at a time; the one that is replaced does not count.
fn not_arranged(
    standing: &Standing<'_>,
    items: &[CoveredItem],
    replaced: Option<&str>,
) -> Result<(), Refusal> {
    let running = standing.acts.arrangements.iter().filter(|known| {
        matches!(known.state, ArrangementState::Open(_)) && Some(&*known.entry.id) != replaced
    });
    for known in running {
        let is_known =
            |item: &&CoveredItem| known.made.items.iter().any(|covered| covered.item == item.item);
        if let Some(item) = items.iter().find(is_known) {
            let (item, arrangement) = (item.item.clone(), known.entry.id.clone());
            return Err(Refusal::AlreadyArranged { item, arrangement });
        }
    }
    Ok(())
}

fn countered(standing: &Standing<'_>, counter: &ArrangementCounter) -> Events {
    let known = find(standing, &counter.arrangement)?;
    if !matches!(known.state, ArrangementState::Proposed | ArrangementState::Open(_)) {
        return Err(over(&counter.arrangement));
    }
    let replaces = Some(counter.arrangement.clone());
    proposed(standing, &counter.proposal, replaces, "counter.proposal")
}

fn accepted(standing: &Standing<'_>, answer: &ArrangementAnswer) -> Events {
    let known = find(standing, &answer.arrangement)?;
    let made = known.made;
    let is_pending = known.state == ArrangementState::Proposed;
    if !is_pending || made.expires_on.number() < standing.today {
        return Err(over(&answer.arrangement));
    }
    not_arranged(standing, &made.items, made.replaces.as_deref())?;
    let mut items = Vec::with_capacity(made.items.len());
    for (number, item) in made.items.iter().enumerate() {
        let at = standing.account.items.iter().position(|known| known.id == item.item);
        let open = at.and_then(|at| standing.items.get(at)).map_or(0, |facts| facts.open);
        if money::to_minor(item.amount, known.digits).unwrap_or(0) > open {
            // It was paid or credited since: the terms do not fit any more.
            let path = format!("arrangement.items[{number}].amount");
            return Err(invalid(&path, &item.amount.to_string(), Trouble::BeyondItem));
        }
        let open = money::from_minor(open, known.digits);
        items.push(OpenItem { item: item.item.clone(), open });
    }
    if let Some(first) = made.instalments.first().filter(|one| one.date.number() < standing.today) {
        let path = "arrangement.instalments[0].date";
        return Err(invalid(path, &first.date.to_string(), Trouble::InPast));
    }
    let arrangement = answer.arrangement.clone();
    let acceptance = ArrangementAcceptance { arrangement, items, text: answer.text.clone() };
    one(known.entry.subject.clone(), Event::ArrangementAccepted { acceptance })
}

fn ended(
    standing: &Standing<'_>,
    refusal: &ArrangementRefusal,
    how: ArrangementEnd,
    fits: impl Fn(ArrangementState) -> bool,
) -> Events {
    needed("refusal.reason", &refusal.reason)?;
    let known = find(standing, &refusal.arrangement)?;
    if !fits(known.state) {
        return Err(over(&refusal.arrangement));
    }
    let ending = ArrangementEnding {
        arrangement: refusal.arrangement.clone(),
        how,
        reason: refusal.reason.clone(),
        text: refusal.text.clone(),
    };
    one(known.entry.subject.clone(), Event::ArrangementEnded { ending })
}

/// The hours during which a failure releases the reminder of an instalment; refused if there is
/// no such instalment or reminder.
pub(super) fn known_reminder(standing: &Standing<'_>, key: &StepKey) -> Result<(), Refusal> {
    let Subject::Instalment { arrangement, number } = &key.subject else { return Ok(()) };
    let known = find(standing, arrangement)?;
    let is_known = usize::try_from(*number)
        .is_ok_and(|number| (1..=known.made.instalments.len()).contains(&number));
    if !is_known {
        return Err(unknown_entry(&format!("{arrangement}#{number}"), "instalment"));
    }
    if !matches!(known.state, ArrangementState::Open(_)) {
        return Err(over(arrangement));
    }
    let rules = &standing.policy.arranging;
    let step = rules.reminder(&key.step).filter(|_| key.scenario == rules.id);
    step.map(|_| ()).ok_or_else(|| Refusal::UnknownStep {
        step: key.step.clone(),
        scenario: Some(key.scenario.clone()),
    })
}

fn find<'s, 'a>(standing: &'s Standing<'a>, id: &str) -> Result<&'s Arrangement<'a>, Refusal> {
    let known = standing.acts.arrangements.iter().find(|known| known.entry.id == *id);
    known.ok_or_else(|| unknown_entry(id, "arrangement"))
}

fn over(id: &str) -> Refusal {
    Refusal::Ended { what: "arrangement".into(), entry: id.into() }
}
