//! Terms of Dutch law.

use super::{Calendars, Reckoned, agreed_or_thirty_days, missing};
use crate::calendar::{Adjustment, Day, MOST_DAYS};
use crate::error::Refusal;
use crate::model::{Channel, Finding, Trouble};

/// A letter as it was sent.
pub(super) struct Letter {
    sent_on: i32,
    channel: Channel,
    received_on: Option<i32>,
    presumed_days: Option<u32>,
    days: i32,
}

impl Letter {
    /// With the day that can be proved, and the days that the house allows without proof.
    pub(super) fn new(
        sent_on: Day,
        channel: Channel,
        (received_on, presumed_days): (Option<Day>, Option<u32>),
        days: i32,
    ) -> Self {
        let (sent_on, received_on) = (sent_on.number(), received_on.map(Day::number));
        Self { sent_on, channel, received_on, presumed_days, days }
    }
}

/// The fourteen days begin the day after receipt; the last of them moves off a day on which no
/// term ends.
pub(super) fn fourteen_days(
    letter: &Letter,
    unextended: bool,
    calendars: Calendars<'_>,
) -> Result<Reckoned, Refusal> {
    let mut findings = Vec::new();
    let received = received(letter, calendars, &mut findings)?;
    let end = received.saturating_add(letter.days);
    let terms = calendars.named("NL-ATW")?;
    let last = if unextended { end } else { terms.days.adjust(end, Adjustment::Following) };
    if !unextended {
        findings.extend(terms.unknown(end, last));
    }
    let sources: &[&str] = if unextended {
        &["BW art. 6:96(6)", "HR 25 November 2016, ECLI:NL:HR:2016:2704"]
    } else {
        &[
            "BW art. 6:96(6)",
            "HR 25 November 2016, ECLI:NL:HR:2016:2704",
            "Algemene termijnenwet art. 1",
        ]
    };
    let plain = Reckoned::new(received.saturating_add(1), end, sources);
    Ok(Reckoned { received_on: Some(received), last, findings, ..plain })
}

/// Evidence counts before any presumption; without both the house's own choice is told.
fn received(
    letter: &Letter,
    calendars: Calendars<'_>,
    findings: &mut Vec<Finding>,
) -> Result<i32, Refusal> {
    if letter.channel == Channel::Call {
        return Err(Refusal::Invalid {
            path: "channel".into(),
            value: "call".into(),
            problem: Trouble::UnsuitableChannel,
        });
    }
    if let Some(day) = letter.received_on {
        return if day < letter.sent_on {
            Err(Refusal::Invalid {
                path: "receivedOn".into(),
                value: Day::of(day).to_string().into(),
                problem: Trouble::InPast,
            })
        } else {
            Ok(day)
        };
    }
    if letter.channel == Channel::Letter {
        let post = calendars.named("NL-POST")?;
        let day = post.days.add(letter.sent_on, 2);
        findings.extend(post.unknown(letter.sent_on, day));
        return Ok(day);
    }
    let days = letter.presumed_days.ok_or_else(|| missing("receivedOn"))?;
    let allowed = i32::try_from(days).ok().filter(|_| days <= MOST_DAYS);
    let allowed = allowed.ok_or_else(|| Refusal::Invalid {
        path: "presumedDays".into(),
        value: days.to_string().into(),
        problem: Trouble::TooLong,
    })?;
    findings.push(Finding::NoPresumption { channel: letter.channel, days });
    Ok(letter.sent_on.saturating_add(allowed))
}

/// 1 July 2022 and 1 July 2023 (Stb. 2022, 146).
const SHORTER_FOR_NEW: i32 = 738_337;
const SHORTER_FOR_ALL: i32 = 738_702;

/// Thirty days from the start of the day after receipt, or the agreed day; but a large debtor
/// cannot agree on more than thirty days with a small creditor.
pub(super) fn trade(
    base: Option<i32>,
    agreed_until: Option<Day>,
    is_capped: bool,
    contract_on: Option<Day>,
) -> Result<Reckoned, Refusal> {
    let by_law = |agreed| {
        let sources = &["BW art. 6:119a(1) and (2)"];
        agreed_or_thirty_days(base, agreed, "invoiceReceivedOn", sources)
    };
    let Some(agreed) = agreed_until.filter(|_| is_capped) else {
        return by_law(agreed_until);
    };
    let base = base.ok_or_else(|| missing("invoiceReceivedOn"))?;
    let most = match contract_on.map(Day::number) {
        _ if base >= SHORTER_FOR_ALL => 30,
        _ if base < SHORTER_FOR_NEW => 60,
        Some(contract) if contract >= SHORTER_FOR_NEW => 30,
        Some(_) => 60,
        None => return Err(missing("contractOn")),
    };
    if agreed.number() <= base.saturating_add(most) {
        return by_law(agreed_until);
    }
    Ok(Reckoned { sources: &["BW art. 6:119a(2) and (6)", "Stb. 2022, 146"], ..by_law(None)? })
}
