//! When people answer.

use crate::calendar::{Moment, Service, Weekday, Zone};
use crate::model::Creditor;
use crate::policy::Policy;

/// When a message has to be answered; none if the service never opens again.
pub(crate) fn answer_due(
    service: &Service<'_>,
    policy: &Policy,
    received_at: Moment,
) -> Option<Moment> {
    service.add_hours(received_at, policy.replies.answer_within_hours)
}

/// The creditor's service hours; none if it has none.
pub(crate) fn service<'p>(creditor: &Creditor, policy: &'p Policy) -> Option<Service<'p>> {
    let hours = creditor
        .service_hours
        .iter()
        .map(|hours| (number(hours.weekday), hours.from_minute, hours.until_minute.min(24 * 60)));
    let holidays = policy.replies.calendar.and_then(|at| policy.calendar(at));
    Service::new(Zone::named(&creditor.zone)?, hours.collect(), holidays)
}

fn number(weekday: Weekday) -> i32 {
    match weekday {
        Weekday::Monday => 0,
        Weekday::Tuesday => 1,
        Weekday::Wednesday => 2,
        Weekday::Thursday => 3,
        Weekday::Friday => 4,
        Weekday::Saturday => 5,
        Weekday::Sunday => 6,
    }
}
