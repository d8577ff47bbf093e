//! Notices by law that were given, and when their terms run out.

use super::One;
use crate::calendar::Day;
use crate::law::LegalNotice;
use crate::model::{Charge, ChargeKind, Event, Sending};
use crate::money;
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
    (needed, schedule): (&LegalNotice, &str),
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
        if sent.legal_kind.as_deref() != Some(&*needed.id)
            || !names
            || !in_time
            || is_void(one, sent)
        {
            continue;
        }
        let last = one.standing.times().last_day(needed, sent, on);
        let over_on = last.map(|last| Day::of(last.saturating_add(1)));
        let fees = sent.charges.iter().filter(|charge| is_by(one, charge, schedule));
        let announced = fees.fold(0, |sum, fee| money::add(sum, lowest(one, fee, digits)));
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

/// A later message may have asked for less of it: that counts.
fn lowest(one: &One<'_>, fee: &Charge, digits: u8) -> i64 {
    let known = one.standing.charges.iter().find(|known| known.charge.id == fee.id);
    let said = money::to_minor(fee.amount, digits).unwrap_or(0);
    known.map_or(said, |known| known.amount.min(said))
}

/// True for a fee that follows the schedule; a fee of the house's own may have stood for it.
fn is_by(one: &One<'_>, charge: &Charge, schedule: &str) -> bool {
    let terms = one.standing.policy.fee_named(&charge.rule);
    let named = terms.and_then(|terms| terms.schedule.as_deref());
    charge.kind == ChargeKind::Fee && named.is_none_or(|named| named == schedule)
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
