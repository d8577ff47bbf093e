//! What the items that share a level have in common.

use super::gates;
use crate::model::Cover;
use crate::policy::Residual;
use crate::rules::case::{Answers, Case, Owed};
use crate::rules::ladder;
use crate::rules::survey::Survey;
use crate::standing::Standing;

/// Asks the gates for every item, if a step wants to know what the items have in common.
pub(super) fn survey(standing: &Standing<'_>) -> Survey {
    let mut survey = Survey::default();
    if !standing.policy.needs_survey {
        return survey;
    }
    let nothing = Survey::default();
    let mut answers = Answers::default();
    for at in 0..standing.items.len() {
        let Some(case) = Case::new(standing, &nothing, at) else { continue };
        let (held_from, _) = answers.begin();
        let mut owed = Owed::default();
        let (_, closed) = gates(&case, &mut owed, &mut answers);
        // What is out in one of several messages of a step goes on giving the others their anchor.
        let is_whole = |cover: &Cover| cover.without.is_empty();
        crate::rules::gates::outcome_unknown(&case, None, None, is_whole, &mut answers);
        crate::rules::gates::blocked(&case, || None, &mut answers);
        let ladder = ladder::choose(&case).ok().map(|(ladder, ..)| ladder);
        // Of a settled item only charges are left: it is free if they are asked for by its steps.
        let terms = ladder.and_then(|number| standing.policy.ladder_at(number));
        let rests = owed.left > 0 && terms.is_none_or(|terms| terms.residual != Residual::Dun);
        if !closed && !rests && answers.held.len() == held_from {
            survey.add(standing, at, ladder);
        }
    }
    survey.find_levels(standing);
    survey
}
