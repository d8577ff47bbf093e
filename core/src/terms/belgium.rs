//! Terms of Belgian law.

use super::{Named, Reckoned, agreed_or_thirty_days};
use crate::calendar::{Day, Weekday};
use crate::error::Refusal;
use crate::model::{Channel, Trouble};

/// Its working days, unless another calendar is named.
pub(super) const CALENDAR: &str = "BE";

/// The fourteen days begin on the third working day after posting, or the day after electronic
/// sending.
pub(super) fn first_reminder(
    sent_on: i32,
    channel: Channel,
    days: i32,
    (saturday_works, begins_after): (bool, bool),
    calendar: &Named<'_>,
) -> Result<Reckoned, Refusal> {
    let mut findings = Vec::new();
    let begins = match channel {
        Channel::Letter => {
            let begins = if saturday_works {
                calendar.days.with_weekend(&[Weekday::Sunday]).add(sent_on, 3)
            } else {
                calendar.days.add(sent_on, 3)
            };
            findings.extend(calendar.unknown(sent_on, begins));
            begins
        }
        Channel::Email | Channel::Sms | Channel::WhatsApp | Channel::Portal => {
            sent_on.saturating_add(1)
        }
        Channel::Call => {
            return Err(Refusal::Invalid {
                path: "channel".into(),
                value: "call".into(),
                problem: Trouble::UnsuitableChannel,
            });
        }
    };
    let last = begins.saturating_add(days).saturating_sub(i32::from(!begins_after));
    Ok(Reckoned { findings, ..Reckoned::new(begins, last, &["WER/CDE art. XIX.2"]) })
}

pub(super) fn trade(base: Option<i32>, agreed_until: Option<Day>) -> Result<Reckoned, Refusal> {
    let sources = &["act of 2 August 2002 art. 4"];
    agreed_or_thirty_days(base, agreed_until, "invoiceReceivedOn", sources)
}
