use crate::calendar::Day;
use crate::rules::case::{Answers, Case, Held};

/// A claim is not asked for from the day on which it is time-barred.
pub(crate) fn time_barred(case: &Case<'_, '_>, answers: &mut Answers) {
    let barred = case.source.and_then(|item| item.time_barred_on);
    if let Some(barred) = barred.map(Day::number) {
        if barred <= case.standing.today {
            answers.hold(Held::TimeBarred);
        } else {
            answers.review_on(barred);
        }
    }
}
