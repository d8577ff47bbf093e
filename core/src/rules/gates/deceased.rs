use crate::model::Stop;
use crate::rules::case::{Answers, Case, Held};

/// Nothing is asked of a debtor who has died: the estate is written to by a person.
///
/// Both its first and its last day count, by the creditor's calendar.
pub(crate) fn deceased(case: &Case<'_, '_>, answers: &mut Answers) {
    case.stops(answers, |stop, number| match stop {
        Stop::Deceased {} => Some(Held::Deceased { stop: number }),
        _ => None,
    });
}
