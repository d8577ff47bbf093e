//! A step that items share and that goes out in several messages.

use super::action::cover;
use super::outgoing::{Composed, Outgoing};
use crate::model::{Action, Cover, DebtorKind, Hold, StepKey, Subject, TimingWhy};
use crate::policy::Grouping;
use crate::rules::notice::{Bundle, Candidate};
use crate::standing::{Fact, Standing, StepState, is_without, item_of};
use crate::text::Str;

/// What keeps a message apart from others that take the same step; nothing if there is none.
#[derive(Debug, Default)]
pub(super) struct Parted {
    /// For each shared step the items that take it otherwise.
    without: Vec<(StepKey, Vec<Str>)>,
    /// What tells it from the others, for its id.
    pub(super) name: Option<String>,
}

impl Parted {
    /// Notes in the covers what is left out.
    pub(super) fn set(&self, covers: &mut [Cover]) {
        for cover in covers {
            let own = self.without.iter().find(|(key, _)| *key == cover.key);
            if let Some((_, items)) = own {
                cover.without.clone_from(items);
            }
        }
    }
}

/// The items that take the shared steps of a message by other deliveries: by those of this run,
/// and by those that stand.
pub(super) fn parted<'c>(
    standing: &Standing<'_>,
    bundle: &Bundle<'_, '_>,
    others: &(impl Iterator<Item = &'c Candidate<'c>> + Clone),
) -> Parted {
    let mut parted = Parted::default();
    let mut is_laid = false;
    for one in bundle.items.iter().filter(|one| one.is_shared) {
        let Some(key) = cover(standing, one).map(|cover| cover.key) else { continue };
        if parted.without.iter().any(|(known, _)| *known == key) {
            continue;
        }
        let of_run = others.clone().filter(|other| other.is_taken_by(standing, &key));
        let alike = |other: &Candidate<'_>| {
            (other.item.currency, other.apart, other.notice)
                == (one.item.currency, one.apart, one.notice)
        };
        let laid = |other: &Candidate<'_>| {
            alike(other) && (other.proposal, other.ladder) != (one.proposal, one.ladder)
        };
        is_laid |= of_run.clone().any(laid);
        let mut at: Vec<usize> = of_run.map(|other| other.at).collect();
        at.extend(standing_parts(standing, one, &key));
        at.retain(|at| bundle.items.iter().all(|own| own.at != *at));
        at.sort_unstable();
        at.dedup();
        let ids = at.into_iter().filter_map(|at| Some(standing.item(at)?.id.clone()));
        parted.without.push((key, ids.collect()));
    }
    let is_part = parted.without.iter().any(|(_, items)| !items.is_empty());
    if is_part || bundle.items.iter().any(|one| one.is_behind) {
        let name = name(standing, &bundle.leading);
        // One was proposed before and one was not, or they follow two versions of the scenario.
        let first = bundle.items.first().filter(|_| is_laid).map(|one| &one.item.id);
        parted.name = Some(first.map_or(name.clone(), |first| format!("{name}/{first}")));
    }
    parted
}

/// Of a level that items share one step goes out on a day, the highest; what would take a lower one
/// waits.
pub(super) fn hold_lower(standing: &Standing<'_>, composed: &mut Composed) {
    if composed.actions.len() < 2 {
        return;
    }
    let steps: Vec<_> =
        composed.actions.iter().map(|action| shared_step(standing, action)).collect();
    let is_lower = |place: usize| {
        let Some(Some((own, rung))) = steps.get(place) else { return false };
        steps.iter().flatten().any(|(level, higher)| level == own && higher > rung)
    };
    let lower: Vec<Str> = (0..steps.len())
        .filter(|place| is_lower(*place))
        .filter_map(|place| Some(composed.actions.get(place)?.delivery.clone()))
        .collect();
    if lower.is_empty() {
        return;
    }
    composed.actions.retain(|action| !lower.contains(&action.delivery));
    let tomorrow = standing.today.saturating_add(1);
    let until = standing.zone.start_of(tomorrow);
    for (_, outgoing) in &mut composed.outgoing {
        if outgoing.delivery.as_ref().is_some_and(|delivery| lower.contains(delivery)) {
            let hold = Hold::Timing { why: TimingWhy::OneStepPerDay, until };
            *outgoing = Outgoing::held(hold, tomorrow);
        }
    }
}

/// The level whose step an action takes, and the step's place on its ladder.
fn shared_step(standing: &Standing<'_>, action: &Action) -> Option<((Str, Subject), usize)> {
    let covers = action.covers.iter().filter(|cover| cover.key.step == action.step);
    let cover = covers.into_iter().find(|cover| item_of(&cover.key).is_none())?;
    let key = &cover.key;
    let ladder = standing.policy.ladder(&key.scenario, Some(cover.scenario_version))?;
    let rung = standing.policy.ladder_at(ladder)?.rung(&key.step)?;
    Some(((key.scenario.clone(), key.subject.clone()), rung))
}

/// The items for which a delivery of the step stands.
fn standing_parts(standing: &Standing<'_>, one: &Candidate<'_>, key: &StepKey) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(ladder) = standing.policy.ladder_at(one.ladder) else { return found };
    for fact in &standing.shared {
        let Fact::Take { delivery, cover } = *fact else { continue };
        let Some((delivery, cover)) = standing.cover(delivery, cover) else { continue };
        let own = standing.rechecked.is_some_and(|own| own.delivery == delivery.id);
        let stands = matches!(delivery.state(key), StepState::Queued | StepState::Reached);
        if cover.key != *key || own || !stands {
            continue;
        }
        // Once it was sent it is known whom it named.
        let said = delivery.said().map(|(_, lines)| lines);
        let named = |item: &Str| said.is_none_or(|lines| lines.iter().any(|l| l.item == *item));
        let items = standing.account.items.iter().zip(&standing.items).enumerate();
        found.extend(items.filter_map(|(at, (item, facts))| {
            let shares = ladder.is_about(&key.subject, &item.id, item.currency);
            let is_theirs = named(&item.id) && !is_without(cover, &item.id);
            (shares && !facts.is_credit && is_theirs).then_some(at)
        }));
    }
    found
}

/// Part of the id of a delivery for ever: never follow a renaming.
fn name(standing: &Standing<'_>, leading: &Candidate<'_>) -> String {
    let by_party = standing.policy.grouping == Grouping::Party;
    let party = leading.item.party.as_deref().filter(|_| by_party).unwrap_or_default();
    let kind = match leading.notice {
        None => "",
        Some((_, DebtorKind::Consumer)) => "consumer",
        Some((_, DebtorKind::Business)) => "business",
        Some((_, DebtorKind::PublicBody)) => "publicBody",
    };
    format!("{}/{kind}/{party}", leading.item.currency)
}
