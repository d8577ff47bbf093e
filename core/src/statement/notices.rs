//! Notices by law that were given, and when their terms run out.

use super::One;
use crate::calendar::Day;
use crate::model::{ChargeKind, Event, Sending, Term};
use crate::money;
use crate::terms::term_days;
use crate::text::Str;

/// A notice about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notice<'a> {
    pub(super) delivery: &'a Str,
    /// The first day after its term; none if the day of its receipt is not known and no law
    /// presumes one.
    pub(super) over_on: Option<Day>,
    /// The fees that it announced, without VAT, in minor units.
    pub(super) announced: i64,
}

/// The first notice of a kind that was given about an item in default and did not come back.
pub(super) fn notice<'a>(
    one: &One<'a>,
    kind: &str,
    item: &Str,
    due: i32,
    digits: u8,
) -> Option<Notice<'a>> {
    let account = one.standing.account;
    let mut first: Option<Notice<'a>> = None;
    for entry in &account.journal {
        let Event::Sent { sent } = &entry.event else { continue };
        let names = sent.lines.iter().any(|line| line.item == *item);
        let on = one.standing.zone.day_of(entry.occurred_at);
        // A notice before default is none, nor is one that lies ahead.
        let in_time = on > due && on <= one.on;
        if sent.legal_kind.as_deref() != Some(kind) || !names || !in_time || is_void(one, sent) {
            continue;
        }
        let over_on = over_on(one, kind, sent, on);
        let fees = sent.charges.iter().filter(|charge| charge.kind == ChargeKind::Fee);
        let announced = fees
            .fold(0, |sum, fee| money::add(sum, money::to_minor(fee.amount, digits).unwrap_or(0)));
        let found = Notice { delivery: &sent.delivery, over_on, announced };
        let is_earlier = |known: &Notice<'a>| match (known.over_on, over_on) {
            (Some(known), Some(day)) => day < known,
            (None, Some(_)) => true,
            _ => false,
        };
        if first.as_ref().is_none_or(is_earlier) {
            first = Some(found);
        }
    }
    first
}

/// A delivery that failed, was cancelled or undone did not happen.
fn is_void(one: &One<'_>, sent: &Sending) -> bool {
    one.standing.account.journal.iter().any(|entry| match &entry.event {
        Event::Failed { failed } => failed.delivery == sent.delivery,
        Event::Cancelled { cancelled } => cancelled.delivery == sent.delivery,
        Event::Undone { undone } => undone.delivery == sent.delivery,
        _ => false,
    })
}

/// The first day after the term of a notice, from the evidence of its receipt or by presumption.
fn over_on(one: &One<'_>, kind: &str, sent: &Sending, on: i32) -> Option<Day> {
    let arrived = one.standing.account.journal.iter().filter_map(|entry| match &entry.event {
        Event::Delivered { delivered } if delivered.delivery == sent.delivery => {
            Some(one.standing.zone.day_of(entry.occurred_at))
        }
        _ => None,
    });
    let received_on = arrived.min().map(Day::of);
    let sent_on = Day::of(on);
    let rules = one.standing.policy.claims();
    let term = match kind {
        "nl_14_day_letter" => Term::DutchFourteenDays {
            sent_on,
            channel: sent.channel,
            received_on,
            presumed_days: rules.and_then(|rules| rules.presumed_days),
            days: None,
            unextended: false,
        },
        _ => Term::BelgianFirstReminder {
            sent_on,
            channel: sent.channel,
            days: None,
            saturday_works: false,
            begins_after: false,
            calendar: None,
        },
    };
    term_days(&term, Some(one.standing.policy)).ok().map(|days| days.effect_from)
}
