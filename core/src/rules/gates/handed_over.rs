use crate::model::Stop;
use crate::rules::case::{Answers, Case, Held};

/// Nothing is asked for that was handed over to somebody else, from the first day to the last.
///
/// Both its first and its last day count, by the creditor's calendar.
pub(crate) fn handed_over(case: &Case<'_, '_>, answers: &mut Answers) {
    case.stops(answers, |stop, number| match stop {
        Stop::HandedOver { .. } => Some(Held::HandedOver { stop: number }),
        _ => None,
    });
}
