//! Periods, as agreed or as a law on periods counts them.

use super::{Calendars, Named, Reckoned, missing};
use crate::calendar::{Adjustment, BusinessDays, Day, Length, MonthEnd};
use crate::error::Refusal;
use crate::model::{PeriodLaw, Trouble};
use crate::text::Str;

/// A period from a day on, to its end and then where a calendar puts it.
pub(super) fn agreed(
    starts: Day,
    length: &Length,
    (month_end, adjustment): (Option<MonthEnd>, Option<Adjustment>),
    calendar: Option<&Str>,
    calendars: Calendars<'_>,
) -> Result<Reckoned, Refusal> {
    let adjustment = adjustment.unwrap_or(Adjustment::Unadjusted);
    let counts = matches!(length, Length::BusinessDays { .. });
    let is_needed = counts || adjustment != Adjustment::Unadjusted;
    let calendar = named(calendar, None, is_needed, length, calendars)?;
    let none = BusinessDays::every_day();
    let days = calendar.as_ref().map_or(&none, |named| named.days);
    let start = starts.number();
    let unmoved = match month_end {
        Some(how) => how.end(length, start, days),
        None => length.after(start, days),
    };
    let last = days.adjust(unmoved, adjustment);
    let mut reckoned = Reckoned { last, ..Reckoned::new(start.saturating_add(1), unmoved, &[]) };
    if is_needed {
        let known = calendar.and_then(|named| named.unknown(start.min(last), unmoved.max(last)));
        reckoned.findings.extend(known);
    }
    Ok(reckoned)
}

/// A period that a law sets, with its end where a law on periods puts it.
pub(super) fn by_law(
    law: PeriodLaw,
    (event_on, includes_event): (Day, bool),
    length: &Length,
    calendar: Option<&Str>,
    calendars: Calendars<'_>,
) -> Result<Reckoned, Refusal> {
    let counts = matches!(length, Length::BusinessDays { .. });
    let is_needed = counts || law != PeriodLaw::Unextended;
    let own = (law == PeriodLaw::DutchGeneralTerms).then_some("NL-ATW");
    let calendar = named(calendar, own, is_needed, length, calendars)?;
    let none = BusinessDays::every_day();
    let days = calendar.as_ref().map_or(&none, |named| named.days);
    let event = event_on.number();
    let (begins, unmoved) = if includes_event {
        (event, length.beginning_with(event, days))
    } else {
        (event.saturating_add(1), length.after(event, days))
    };
    let last = match law {
        PeriodLaw::Unextended => unmoved,
        PeriodLaw::GermanCivilCode => days.adjust(unmoved, Adjustment::Following),
        PeriodLaw::DutchGeneralTerms if is_long(length) => unmoved,
        PeriodLaw::DutchGeneralTerms => extended(begins, unmoved, is_at_least(length, 3), days),
        PeriodLaw::EuropeanUnion => extended(begins, unmoved, is_at_least(length, 2), days),
    };
    let mut reckoned = Reckoned { last, ..Reckoned::new(begins, unmoved, sources(law)) };
    if is_needed {
        reckoned.findings.extend(calendar.and_then(|named| named.unknown(event, last)));
    }
    Ok(reckoned)
}

fn sources(law: PeriodLaw) -> &'static [&'static str] {
    match law {
        PeriodLaw::Unextended => &[],
        PeriodLaw::GermanCivilCode => &["BGB §§ 187, 188, 193"],
        PeriodLaw::DutchGeneralTerms => &["Algemene termijnenwet art. 1, 2, 3, 4"],
        PeriodLaw::EuropeanUnion => &["Regulation (EEC, Euratom) 1182/71 art. 3"],
    }
}

/// The end on a working day and, where the law wants it, two working days in the period.
fn extended(begins: i32, end: i32, needs_two: bool, days: &BusinessDays) -> i32 {
    let last = days.adjust(end, Adjustment::Following);
    // The last day is a working day: the second lies before it, or has to come after it.
    let has_another = last > begins && days.add(begins, 0) < last;
    if needs_two && !has_another { days.add(last, 1) } else { last }
}

/// Art. 4 Algemene termijnenwet: such a term ends where it ends.
fn is_long(length: &Length) -> bool {
    match length {
        Length::Days { days } | Length::BusinessDays { days } => *days > 90,
        Length::Weeks { weeks } => *weeks > 12,
        Length::Months { months } => *months > 3,
        Length::Years { .. } => true,
    }
}

fn is_at_least(length: &Length, least: u32) -> bool {
    match length {
        Length::Days { days } | Length::BusinessDays { days } => *days >= least,
        Length::Weeks { .. } | Length::Months { .. } | Length::Years { .. } => true,
    }
}

/// The calendar, if one is needed or named.
fn named<'a>(
    calendar: Option<&Str>,
    own: Option<&str>,
    is_needed: bool,
    length: &Length,
    calendars: Calendars<'a>,
) -> Result<Option<Named<'a>>, Refusal> {
    if !length.is_in_range() {
        return Err(Refusal::Invalid {
            path: "length".into(),
            value: crate::json::write(length).into(),
            problem: Trouble::TooLong,
        });
    }
    match calendar.map(Str::as_str).or(own) {
        Some(id) => calendars.named(id).map(Some),
        None if is_needed => Err(missing("calendar")),
        None => Ok(None),
    }
}
