use crate::model::{ScenarioBy, ScenarioWhy};
use crate::policy::{Ladder, Rung};
use crate::rules::case::{Answers, Case, Course, Held, Reached, Why};
use crate::standing::{Fact, StepState};
use crate::text::Str;

/// An item follows the scenario and version that it was first queued under; before that the one
/// it names itself, else the one its debtor names, else the first assignment rule that fits.
///
/// Where it stands on it is the highest step that was sent, or taken over from another system,
/// since somebody last set its level by hand; or else that level.
pub(crate) fn scenario(case: &Case<'_, '_>, answers: &mut Answers) -> Option<Course> {
    let (at, by, rule) = match choose(case) {
        Ok(chosen) => chosen,
        Err(why) => {
            answers.hold(Held::Scenario { why });
            return None;
        }
    };
    let ladder = u32::try_from(at).unwrap_or(u32::MAX);
    answers.why(Why::Scenario { ladder, by, rule });
    match course(case, at) {
        Ok(course) => Some(course),
        Err(why) => {
            answers.hold(Held::Scenario { why });
            None
        }
    }
}

/// Where an item stands on a ladder.
fn course(case: &Case<'_, '_>, at: usize) -> Result<Course, ScenarioWhy> {
    let ladder = case.standing.policy.ladder_at(at).ok_or(ScenarioWhy::VersionMissing)?;
    Ok(match reached(case, ladder)? {
        None => Course { ladder: at, next: 0, reached: None },
        Some((rung, day)) => {
            Course { ladder: at, next: rung.saturating_add(1), reached: Some(day) }
        }
    })
}

type Chosen = (usize, ScenarioBy, Option<u32>);

fn choose(case: &Case<'_, '_>) -> Result<Chosen, ScenarioWhy> {
    let standing = case.standing;
    let policy = standing.policy;
    let bound = case
        .has(Fact::TAKE | Fact::IMPORT | Fact::LEVEL)
        .then(|| standing.bound_to(case.at))
        .flatten();
    if let Some((id, version)) = bound {
        // Mostly it is the one that would be assigned today.
        let assigned = standing.assigned.map(|(at, _)| at).filter(|at| {
            policy.ladder_at(*at).is_some_and(|known| known.version == version && known.id == *id)
        });
        let at = assigned
            .or_else(|| policy.ladder(id, Some(version)))
            .ok_or(ScenarioWhy::VersionMissing)?;
        return Ok((at, ScenarioBy::Bound, None));
    }
    // A name that the policy does not know was told as invalid.
    let named = |name: &Option<Str>| policy.ladder(name.as_deref()?, None);
    if let Some(at) = standing.item(case.at).and_then(|item| named(&item.scenario)) {
        return Ok((at, ScenarioBy::Item, None));
    }
    if let Some(at) = named(&standing.account.debtor.scenario) {
        return Ok((at, ScenarioBy::Debtor, None));
    }
    let (at, rule) = standing.assigned.ok_or(ScenarioWhy::NoneAssigned)?;
    Ok((at, ScenarioBy::Assignment, Some(rule)))
}

/// The highest step reached, and its first sending.
fn reached(case: &Case<'_, '_>, ladder: &Ladder) -> Result<Option<(usize, Reached)>, ScenarioWhy> {
    if !case.has(Fact::TAKE | Fact::IMPORT | Fact::LEVEL) {
        return Ok(None);
    }
    let standing = case.standing;
    let set = case.has(Fact::LEVEL).then(|| standing.level_set(case.at)).flatten();
    // What was sent before somebody set the level is no part of it.
    let since = set.map_or(i64::MIN, |set| set.at);
    let mut highest: Option<(usize, Reached)> = None;
    if let Some(level) = set.map(|set| set.level)
        && let Some(step) = &level.step
    {
        let rung = ladder.rung(step).ok_or(ScenarioWhy::StepMissing)?;
        highest = Some((rung, Reached::On(level.reached_on.number())));
    }
    for fact in case.facts() {
        let (step, at) = match fact {
            Fact::Take { delivery, cover } => {
                let Some((delivery, key)) = standing.take(delivery, cover) else { continue };
                let rung = ladder.rung(&key.step).and_then(|at| ladder.rungs.get(at));
                let fallback_hours = rung.map_or(0, |rung| rung.fallback_hours);
                match (delivery.state(key, fallback_hours), delivery.sent_at) {
                    (StepState::Reached, Some(sent_at)) if sent_at > since => {
                        (&key.step, Reached::At(sent_at))
                    }
                    _ => continue,
                }
            }
            Fact::Import(number) => {
                let import = usize::try_from(number).ok().and_then(|at| standing.imports.get(at));
                let later = import.filter(|one| one.entry.occurred_at.micros() > since);
                let Some(level) = later.map(|import| import.level) else { continue };
                (&level.step, Reached::On(level.reached_on.number()))
            }
            _ => continue,
        };
        let rung = ladder.rung(step).ok_or(ScenarioWhy::StepMissing)?;
        if highest.is_none_or(|(known, _)| rung > known) {
            highest = Some((rung, at));
        }
    }
    Ok(highest)
}

/// How often the item will have taken a step, the coming time included: more than once only if
/// somebody set its level back.
pub(crate) fn occurrence(case: &Case<'_, '_>, ladder: &Ladder, rung: &Rung) -> u32 {
    if !case.has(Fact::LEVEL) {
        return 1;
    }
    let taken = case.facts().filter_map(|fact| {
        let Fact::Take { delivery, cover } = fact else { return None };
        let (delivery, key) = case.standing.take(delivery, cover)?;
        let is_taken = key.scenario == ladder.id
            && key.step == rung.id
            && delivery.state(key, rung.fallback_hours) == StepState::Reached;
        is_taken.then_some(key.occurrence)
    });
    taken.max().unwrap_or(0).saturating_add(1)
}
