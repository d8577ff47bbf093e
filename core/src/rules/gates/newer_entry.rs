use crate::rules::case::{Answers, Case, Held};
use crate::standing::Fact;

/// What a later version of this library wrote may say anything: what it is about waits.
pub(crate) fn newer_entry(case: &Case<'_, '_>, answers: &mut Answers) {
    if !case.has(Fact::NEWER) {
        return;
    }
    for fact in case.facts() {
        if let Fact::Newer(newer) = fact {
            answers.hold(Held::NewerEntry { newer });
        }
    }
}
