//! How often a collector may call: the presumption of Regulation F.

use std::sync::LazyLock;

use super::contact_rules;
use crate::calendar::Day;
use crate::model::CallLimit;
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// A call about a debt, as 12 CFR 1006.14(b) looks at it.
    pub struct CountedCall {
        /// The day on the consumer's clock.
        pub day: Day,
        /// The debt that it was about; none counts for every debt.
        pub debt: Option<Str> = None,
        /// True if the consumer was spoken to about the debt, whoever began.
        pub conversation: bool = false,
        /// True if the consumer called: it is no attempt of the collector.
        pub inbound: bool = false,
        /// True if it was not connected to the dialled number: not counted, (b)(3)(ii).
        pub not_connected: bool = false,
        /// True if the consumer had agreed to it directly within the seven days before, the day
        /// of the consent being day one: not counted, (b)(3)(i).
        pub with_consent: bool = false,
    }
}

words! {
    /// What is presumed of a call.
    pub enum CallPresumption {
        /// It complies with 12 CFR 1006.14(b)(1).
        Compliant,
        /// It does not.
        Violation,
    }
}

record! {
    /// How a call would stand with those before it.
    pub struct CallFrequency {
        /// What is presumed. It is a presumption and no limit: circumstances may rebut it.
        pub presumption: CallPresumption,
        /// The calls that count in the seven days up to this one, and this one.
        pub calls_in_seven_days: u32,
        /// The last day on which the debt was talked about, if that is less than seven days ago.
        pub conversation_on: Option<Day> = None,
        /// The first day on which a call about the debt is presumed to comply, by what is known.
        pub compliant_from: Day,
    }
}

/// The limit of Regulation F, as the rule of the table tells it.
static REGULATION_F: LazyLock<CallLimit> = LazyLock::new(|| {
    let rules = contact_rules().into_iter();
    let mut own = rules.filter(|rule| rule.id == *"us_reg_f").filter_map(|rule| rule.calls);
    // A test reads it: the rule is always there. Without it no call would comply.
    own.next().unwrap_or_else(|| CallLimit::new(0_u32, 0_u32))
});

/// How a call about a debt on a day would stand with the calls before it: presumed to comply up to
/// seven calls in seven days in a row, and not within seven days after a conversation about the
/// debt, the day of the conversation being day one (12 CFR 1006.14(b)(2)).
///
/// ```
/// use dunning::{CallPresumption, CountedCall, call_frequency};
///
/// let mut talked = CountedCall::new("2026-11-02".parse::<dunning::Day>()?);
/// talked.conversation = true;
/// let next = call_frequency(&[talked], "2026-11-08".parse()?, None);
/// assert_eq!(next.presumption, CallPresumption::Violation);
/// assert_eq!(next.compliant_from.to_string(), "2026-11-09");
/// # Ok::<(), dunning::NotADay>(())
/// ```
#[must_use]
pub fn call_frequency(calls: &[CountedCall], on: Day, debt: Option<&str>) -> CallFrequency {
    frequency(calls, on, debt, &REGULATION_F)
}

/// The same by any limit of its kind.
pub(crate) fn frequency(
    calls: &[CountedCall],
    on: Day,
    debt: Option<&str>,
    limit: &CallLimit,
) -> CallFrequency {
    let about = |call: &&CountedCall| match (&call.debt, debt) {
        (Some(of), Some(debt)) => *of == *debt,
        _ => true,
    };
    let calls: Vec<&CountedCall> = calls.iter().filter(about).collect();
    let (count, conversation_on) = standing(&calls, on, limit);
    let complies = |day: Day| {
        let (count, conversation) = standing(&calls, day, limit);
        count <= limit.at_most && conversation.is_none()
    };
    // After so many days without a call nothing counts any more.
    let span = number(limit.days.max(limit.rest_days.unwrap_or(0)));
    let last = calls.iter().map(|call| call.day.number()).max().unwrap_or(0);
    let end = last.max(on.number()).saturating_add(span);
    let compliant_from = (on.number()..end).map(Day::of).find(|day| complies(*day));
    CallFrequency {
        presumption: if complies(on) {
            CallPresumption::Compliant
        } else {
            CallPresumption::Violation
        },
        calls_in_seven_days: count,
        conversation_on,
        compliant_from: compliant_from.unwrap_or(Day::of(end)),
    }
}

/// The calls that count on a day with one more, and the last conversation that still rests them.
fn standing(calls: &[&CountedCall], on: Day, limit: &CallLimit) -> (u32, Option<Day>) {
    let within = |days: u32| {
        let after = on.number().saturating_sub(number(days));
        let range = after.saturating_add(1)..=on.number();
        calls.iter().filter(move |call| range.contains(&call.day.number()))
    };
    let counts = |call: &&&CountedCall| !call.inbound && !call.not_connected && !call.with_consent;
    let count = u32::try_from(within(limit.days).filter(counts).count()).unwrap_or(u32::MAX);
    let rests = within(limit.rest_days.unwrap_or(0));
    let conversation = rests.filter(|call| call.conversation).map(|call| call.day).max();
    (count.saturating_add(1), conversation)
}

fn number(days: u32) -> i32 {
    i32::try_from(days).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn calls(days: &[&str]) -> Vec<CountedCall> {
        days.iter().map(|text| CountedCall::new(day(text))).collect()
    }

    fn count(calls: &[CountedCall], on: &str, debt: Option<&str>) -> (CallPresumption, u32) {
        let found = call_frequency(calls, day(on), debt);
        (found.presumption, found.calls_in_seven_days)
    }

    #[test]
    fn seven_calls_in_seven_days_comply_and_eight_do_not() {
        use CallPresumption::{Compliant, Violation};
        let seven = [2, 3, 4, 5, 6, 7, 8].map(|at| format!("2026-11-{at:02}"));
        let seven = calls(&seven.each_ref().map(String::as_str));
        assert_eq!(count(&seven[..6], "2026-11-08", None), (Compliant, 7));
        assert_eq!(count(&seven, "2026-11-08", None), (Violation, 8));
        assert_eq!(count(&seven, "2026-11-09", None), (Compliant, 7));
        let burst = calls(&["2026-11-02"; 7]);
        let found = call_frequency(&burst, day("2026-11-03"), None);
        assert_eq!(found.presumption, Violation);
        assert_eq!(found.compliant_from, day("2026-11-09"));
    }

    #[test]
    fn the_limit_is_that_of_the_table() {
        let mut limit = CallLimit::new(7_u32, 7_u32);
        (limit.rest_days, limit.asked_days) = (Some(7), Some(7));
        assert_eq!(*REGULATION_F, limit);
    }

    #[test]
    fn what_does_not_count_is_left_out() {
        use CallPresumption::{Compliant, Violation};
        let mut burst = calls(&["2026-11-02"; 7]);
        burst.iter_mut().for_each(|call| call.debt = Some("A".into()));
        assert_eq!(count(&burst, "2026-11-03", Some("B")), (Compliant, 1));
        assert_eq!(count(&burst, "2026-11-03", Some("A")), (Violation, 8));
        burst[0].not_connected = true;
        assert_eq!(count(&burst, "2026-11-03", Some("A")), (Compliant, 7));
        burst[0] = CountedCall::new(day("2026-11-02"));
        burst[0].inbound = true;
        burst[0].conversation = true;
        // Whoever began it: a conversation ends the calls for a week.
        assert_eq!(count(&burst, "2026-11-08", Some("A")), (Violation, 7));
        assert_eq!(count(&burst, "2026-11-09", Some("A")), (Compliant, 1));
    }
}
