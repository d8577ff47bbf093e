use crate::model::{ScenarioBy, ScenarioWhy};
use crate::rules::case::{Answers, Case, Course, Held, Why};
use crate::rules::course::{bound_version, level};
use crate::standing::Fact;
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
    let ladder_number = u32::try_from(at).unwrap_or(u32::MAX);
    answers.why(Why::Scenario { ladder: ladder_number, by, rule });
    match level(case, at) {
        Ok(level) => Some(Course { ladder: at, level }),
        Err(why) => {
            answers.hold(Held::Scenario { why });
            None
        }
    }
}

type Chosen = (usize, ScenarioBy, Option<u32>);

#[inline]
pub(crate) fn choose(case: &Case<'_, '_>) -> Result<Chosen, ScenarioWhy> {
    let kinds = case.item.own.kinds & (Fact::TAKE | Fact::ELSEWHERE | Fact::IMPORT | Fact::LEVEL);
    match case.standing.assigned {
        // Mostly it is bound to the one that would be assigned today.
        Some((at, _)) if kinds == Fact::TAKE => Ok((at, ScenarioBy::Bound, None)),
        _ => look_up(case),
    }
}

#[inline(never)]
fn look_up(case: &Case<'_, '_>) -> Result<Chosen, ScenarioWhy> {
    let standing = case.standing;
    let policy = standing.policy;
    if let Some((id, version)) = standing.bound_to(case.at) {
        let at = policy.ladder(id, Some(version)).ok_or(ScenarioWhy::VersionMissing)?;
        return Ok((at, ScenarioBy::Bound, None));
    }
    // A name that the policy does not know was told as invalid.
    let named = |name: &Option<Str>| policy.ladder(name.as_deref()?, None);
    if let Some(at) = case.source.and_then(|item| named(&item.scenario)) {
        return Ok((at, ScenarioBy::Item, None));
    }
    if let Some(at) = named(&standing.account.debtor.scenario) {
        return Ok((at, ScenarioBy::Debtor, None));
    }
    let (at, rule) = assigned(case).ok_or(ScenarioWhy::NoneAssigned)?;
    Ok((at, ScenarioBy::Assignment, Some(rule)))
}

/// The first assignment rule that fits the debtor and the item. A level that items share stays
/// with the version that it was first sent under.
fn assigned(case: &Case<'_, '_>) -> Option<(usize, u32)> {
    let standing = case.standing;
    let policy = standing.policy;
    let (ladder, rule) = if policy.assigns_by_item {
        let (item, open) = (case.source?, case.item.open);
        let debtor = &standing.account.debtor;
        policy.assigned(|rule| {
            rule.fits_debtor(debtor, standing.payer.payer_class) && rule.fits_item(item, open)
        })?
    } else {
        standing.assigned?
    };
    Some((bound_version(case, ladder).unwrap_or(ladder), rule))
}
