//! How the debtor's messages are answered, and what they hold.

use super::compiled::problem;
use super::{PolicyDoc, calendars};
use crate::error::Problem;
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// How the debtor's messages are treated.
    pub struct ReplyRules {
        /// Service hours within which a person answers; 8 if not given. Counted only while the
        /// creditor's service hours run.
        pub answer_within_hours: Option<u32> = None,
        /// Days after the day of a message that says it is paid during which nothing is asked
        /// for; 3 if not given. 0 waits for the rest of that day.
        pub paid_already_days: Option<u32> = None,
        /// True if an item waits, without an end, while the debtor contests it in a message and
        /// nobody has recorded a dispute or answered.
        pub dispute_pauses: bool = false,
        /// The largest discount that may be suggested to one who wants to pay in parts, in
        /// percent; none is suggested if not given.
        pub incentive_percent: Option<u32> = None,
        /// A calendar, of `calendars` or built in, whose holidays are no service days.
        pub calendar: Option<Str> = None,
        /// True if no automatic receipts are sent.
        pub no_receipts: bool = false,
    }
}

/// The rules on messages, with their defaults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ReplyTerms {
    pub(crate) answer_within_hours: u32,
    pub(crate) paid_already_days: i32,
    pub(crate) dispute_pauses: bool,
    pub(crate) incentive_percent: Option<u32>,
    pub(crate) calendar: Option<usize>,
    pub(crate) sends_receipts: bool,
}

impl ReplyTerms {
    pub(super) fn compile(doc: &PolicyDoc) -> Self {
        let rules = doc.replies.clone().unwrap_or_else(ReplyRules::new);
        let calendar = rules.calendar.as_ref();
        Self {
            answer_within_hours: rules.answer_within_hours.unwrap_or(8),
            paid_already_days: rules
                .paid_already_days
                .map_or(3, |days| i32::try_from(days).unwrap_or(i32::MAX)),
            dispute_pauses: rules.dispute_pauses,
            incentive_percent: rules.incentive_percent,
            calendar: calendar.and_then(|id| calendars::place(doc, id)),
            sends_receipts: !rules.no_receipts,
        }
    }
}

/// Everything that is wrong with the rules on messages.
pub(super) fn check(doc: &PolicyDoc, problems: &mut Vec<Problem>) {
    let Some(rules) = &doc.replies else { return };
    let hours = rules.answer_within_hours;
    if hours.is_some_and(|hours| hours == 0 || hours > 1_000) {
        let what = "from one hour to a thousand";
        problems.push(problem("replies.answerWithinHours".into(), &hours, what));
    }
    let days = rules.paid_already_days;
    if days.is_some_and(|days| days > 3_660) {
        problems.push(problem("replies.paidAlreadyDays".into(), &days, "at most ten years"));
    }
    let percent = rules.incentive_percent;
    if percent.is_some_and(|percent| percent == 0 || percent > 100) {
        problems.push(problem("replies.incentivePercent".into(), &percent, "from 1 to 100"));
    }
    if let Some(calendar) = &rules.calendar
        && calendars::place(doc, calendar).is_none()
    {
        let path = "replies.calendar".to_owned();
        problems.push(problem(path, calendar, "there is no such calendar"));
    }
}
