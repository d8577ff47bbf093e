use crate::rules::case::{Answers, Case, Held};
use crate::standing::Fact;

/// Data that contradicts itself is never turned into a letter.
pub(crate) fn invalid(case: &Case<'_, '_>, answers: &mut Answers) {
    if !case.has(Fact::TROUBLE) {
        return;
    }
    for fact in case.facts() {
        if let Fact::Trouble(trouble) = fact {
            answers.hold(Held::Invalid { trouble });
        }
    }
}
