//! From what happened to the day on which something follows from it, by law or as agreed.

mod belgium;
mod france;
mod germany;
mod netherlands;
mod period;
mod united_kingdom;

#[cfg(test)]
mod tests;

use crate::calendar::{BusinessDays, CALENDAR_DATA, Day, Known, MOST_DAYS, built_in};
use crate::error::Refusal;
use crate::model::{Finding, Term, TermDays, Trouble};
use crate::policy::Policy;
use crate::text::Str;

/// The days of a term: when it begins, its last day, and from which day on what it held off is
/// possible.
///
/// A policy is asked only for its calendars: one that it gives takes the place of the built-in
/// one of that name. Days are those of the place whose law it is; the host turns moments into days.
/// Where a calendar does not know a day, or no law presumes a receipt, the answer says so.
///
/// # Errors
///
/// [`Refusal::UnknownCalendar`]; [`Refusal::Invalid`] with the path of a fact that is missing or
/// makes no sense, or of a channel that does not suit.
///
/// ```
/// use dunning::{Channel, Term, term_days};
///
/// // A fourteen-day letter, posted on Thursday 8 January 2026.
/// let letter = Term::DutchFourteenDays {
///     sent_on: "2026-01-08".parse()?,
///     channel: Channel::Letter,
///     received_on: None,
///     presumed_days: None,
///     days: None,
///     unextended: false,
/// };
/// let days = term_days(&letter, None)?;
/// assert_eq!(days.received_on, Some("2026-01-10".parse()?));
/// // The fourteenth day is a Saturday.
/// assert_eq!(days.unmoved_last_day, "2026-01-24".parse()?);
/// assert_eq!(days.last_day, "2026-01-26".parse()?);
/// assert_eq!(days.effect_from, "2026-01-27".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn term_days(term: &Term, policy: Option<&Policy>) -> Result<TermDays, Refusal> {
    reckon(term, Calendars { policy }).map(Reckoned::told)
}

fn reckon(term: &Term, calendars: Calendars<'_>) -> Result<Reckoned, Refusal> {
    match term {
        Term::Agreed { starts, length, month_end, adjustment, calendar } => {
            let how = (*month_end, *adjustment);
            period::agreed(*starts, length, how, calendar.as_ref(), calendars)
        }
        Term::ByLaw { law, event_on, length, includes_event, calendar } => {
            let event = (*event_on, *includes_event);
            period::by_law(*law, event, length, calendar.as_ref(), calendars)
        }
        Term::DutchFourteenDays {
            sent_on,
            channel,
            received_on,
            presumed_days,
            days,
            unextended,
        } => {
            let received = (*received_on, *presumed_days);
            let days = at_least(14, days.unwrap_or(14))?;
            let letter = netherlands::Letter::new(*sent_on, *channel, received, days);
            netherlands::fourteen_days(&letter, *unextended, calendars)
        }
        Term::BelgianFirstReminder {
            sent_on,
            channel,
            days,
            saturday_works,
            begins_after,
            calendar,
        } => {
            let days = at_least(14, days.unwrap_or(14))?;
            let calendar = calendars.named(calendar.as_deref().unwrap_or(belgium::CALENDAR))?;
            let how = (*saturday_works, *begins_after);
            belgium::first_reminder(sent_on.number(), *channel, days, how, &calendar)
        }
        Term::DutchTradePayment {
            invoice_received_on,
            performed_on,
            accepted_on,
            agreed_until,
            debtor_is_large,
            creditor_is_small,
            contract_on,
        } => {
            let base = latest(*invoice_received_on, &[*performed_on, *accepted_on]);
            let is_capped = *debtor_is_large && *creditor_is_small;
            netherlands::trade(base, *agreed_until, is_capped, *contract_on)
        }
        Term::GermanDefault {
            due_on,
            invoice_received_on,
            performed_on,
            debtor,
            consumer_was_told,
            calendar,
        } => {
            let facts = (*invoice_received_on, *performed_on);
            let received = germany::received(facts, *debtor, *consumer_was_told)?;
            Ok(germany::default(due_on.number().max(received), &calendars.named(calendar)?))
        }
        Term::BelgianTradePayment { invoice_received_on, performed_on, agreed_until } => {
            belgium::trade(latest(*invoice_received_on, &[*performed_on]), *agreed_until)
        }
        Term::FrenchTradePayment { performed_on, agreed_until } => {
            france::trade(performed_on.map(Day::number), *agreed_until)
        }
        Term::BritishTradePayment { performed_on, noticed_on, agreed_until } => {
            united_kingdom::trade(*performed_on, *noticed_on, *agreed_until)
        }
    }
}

/// A term in numbers of days.
struct Reckoned {
    received_on: Option<i32>,
    begins: Option<i32>,
    unmoved: i32,
    last: i32,
    sources: &'static [&'static str],
    findings: Vec<Finding>,
}

impl Reckoned {
    /// A term from one day to another that nothing moves.
    fn new(begins: i32, last: i32, sources: &'static [&'static str]) -> Self {
        let (received_on, findings) = (None, Vec::new());
        Self { received_on, begins: Some(begins), unmoved: last, last, sources, findings }
    }

    fn told(self) -> TermDays {
        TermDays {
            received_on: self.received_on.map(Day::of),
            begins: self.begins.map(Day::of),
            last_day: Day::of(self.last),
            unmoved_last_day: Day::of(self.unmoved),
            effect_from: Day::of(self.last.saturating_add(1)),
            sources: self.sources.iter().map(|source| Str::from(*source)).collect(),
            findings: self.findings,
            data: CALENDAR_DATA.into(),
        }
    }
}

/// The 30 days that the law gives after a day, or an agreed last day; a term of more than 60 days
/// is told.
fn agreed_or_thirty_days(
    base: Option<i32>,
    agreed_until: Option<Day>,
    needed: &str,
    sources: &'static [&'static str],
) -> Result<Reckoned, Refusal> {
    let Some(agreed) = agreed_until else {
        let base = base.ok_or_else(|| missing(needed))?;
        return Ok(Reckoned::new(base.saturating_add(1), base.saturating_add(30), sources));
    };
    let begins = base.map(|base| base.saturating_add(1));
    let mut reckoned = Reckoned { begins, ..Reckoned::new(0, agreed.number(), sources) };
    if base.is_some_and(|base| agreed.number() > base.saturating_add(LONG_TERM_DAYS)) {
        let most_days = LONG_TERM_DAYS.unsigned_abs();
        reckoned.findings.push(Finding::LongTerm { agreed_until: agreed, most_days });
    }
    Ok(reckoned)
}

/// Longer terms need an express agreement that is not grossly unfair (Directive 2011/7/EU art. 3(5)
/// and the laws that follow it).
const LONG_TERM_DAYS: i32 = 60;

/// The first day or the latest of the others, whichever is later.
fn latest(first: Option<Day>, others: &[Option<Day>]) -> Option<i32> {
    others.iter().copied().fold(first, Option::max).map(Day::number)
}

fn missing(path: &str) -> Refusal {
    Refusal::Invalid { path: path.into(), value: "".into(), problem: Trouble::Empty }
}

fn at_least(least: u32, days: u32) -> Result<i32, Refusal> {
    let invalid =
        |problem| Refusal::Invalid { path: "days".into(), value: days.to_string().into(), problem };
    match days {
        days if days < least => Err(invalid(Trouble::TooShort)),
        days if days > MOST_DAYS => Err(invalid(Trouble::TooLong)),
        days => i32::try_from(days).map_err(|_| invalid(Trouble::TooLong)),
    }
}

/// Where calendars are looked up.
#[derive(Clone, Copy)]
pub(crate) struct Calendars<'a> {
    pub(crate) policy: Option<&'a Policy>,
}

/// A calendar with its name.
pub(crate) struct Named<'a> {
    pub(crate) id: &'a str,
    pub(crate) days: &'a BusinessDays,
}

impl<'a> Calendars<'a> {
    pub(crate) fn named(self, id: &str) -> Result<Named<'a>, Refusal> {
        let found = match self.policy {
            Some(policy) => policy.calendar_named(id),
            None => built_in(id).map(|one| (one.id, one.days())),
        };
        let (id, days) = found.ok_or_else(|| Refusal::UnknownCalendar { calendar: id.into() })?;
        Ok(Named { id, days })
    }
}

impl Named<'_> {
    /// What is to be told if the holidays between two days are not all known.
    fn unknown(&self, one: i32, other: i32) -> Option<Finding> {
        unknown_days(self.id.into(), self.days, self.days.knows(one, other))
    }
}

/// What is to be told of a calendar that does not know all days that were asked for.
pub(crate) fn unknown_days(calendar: Str, days: &BusinessDays, known: Known) -> Option<Finding> {
    match known {
        Known::All => None,
        Known::NoMore => {
            Some(Finding::BeyondCalendar { calendar, known_until: Day::of(days.known_until) })
        }
        Known::NotYet => {
            Some(Finding::BeforeCalendar { calendar, known_since: Day::of(days.known_since) })
        }
    }
}
