use crate::model::Stop;
use crate::rules::case::{Answers, Case, Held};

/// Nothing is asked of a debtor who is insolvent: the claim is filed with the administrator.
///
/// Both its first and its last day count, by the creditor's calendar.
pub(crate) fn insolvent(case: &Case<'_, '_>, answers: &mut Answers) {
    case.stops(answers, |stop, number| match stop {
        Stop::Insolvent { .. } => Some(Held::Insolvent { stop: number }),
        _ => None,
    });
}
