use crate::policy::QuestionEffect;
use crate::rules::case::{Answers, Case, Held};
use crate::standing::Fact;

/// What the debtor asks about waits for the answer, up to the last day that the policy gives,
/// unless the policy lets questions pass.
pub(crate) fn questioned(case: &Case<'_, '_>, answers: &mut Answers) {
    if !case.has(Fact::QUESTION) {
        return;
    }
    let standing = case.standing;
    for fact in case.facts() {
        let Fact::Question(number) = fact else { continue };
        let question = usize::try_from(number).ok().and_then(|at| standing.acts.questions.get(at));
        let Some(question) = question.filter(|question| !question.answered) else { continue };
        let pauses = standing.policy.question_effect == QuestionEffect::Pauses;
        if pauses && standing.today <= question.until {
            answers.hold(Held::Questioned { question: number });
            answers.review_on(question.until.saturating_add(1));
        }
    }
}
