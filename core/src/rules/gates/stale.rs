use crate::rules::case::{Answers, Case, Held};

/// Nothing is asked for on the strength of ledger data that is older than the policy allows.
pub(crate) fn stale(case: &Case<'_, '_>, answers: &mut Answers) {
    // That fresh data becomes old is no reason to review: every call brings new data.
    if case.standing.today > case.standing.fresh_until {
        answers.hold(Held::Stale);
    }
}
