use crate::model::Stop;
use crate::rules::case::{Answers, Case, Held};

/// What the creditor withdrew is not asked for, whether or not the credit note has come.
///
/// Both its first and its last day count, by the creditor's calendar.
pub(crate) fn withdrawn(case: &Case<'_, '_>, answers: &mut Answers) {
    case.stops(answers, |stop, number| match stop {
        Stop::Withdrawn { .. } => Some(Held::Withdrawn { stop: number }),
        _ => None,
    });
}
