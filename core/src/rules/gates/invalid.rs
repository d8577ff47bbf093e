use crate::rules::case::{Answers, Case, Held};
use crate::standing::{CLOCKS_DIFFER, Fact};

/// Data that contradicts itself is never turned into a letter.
pub(crate) fn invalid(case: &Case<'_, '_>, answers: &mut Answers) {
    if !case.has(Fact::TROUBLE) {
        return;
    }
    for fact in case.facts() {
        if let Fact::Trouble(trouble) = fact {
            answers.hold(Held::Invalid { trouble });
            let account = case.standing.account;
            for as_of in [account.ledger_as_of, account.payments_as_of] {
                // What lies too far ahead comes nearer by itself.
                let from = as_of.micros().saturating_sub(CLOCKS_DIFFER);
                if from > case.standing.now.micros() {
                    answers.review_at(from);
                }
            }
        }
    }
}
