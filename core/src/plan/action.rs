//! One action: its steps, lines, sum, deadline, and whether it is approved.

use super::delivery::{delivery_id, fingerprint};
use super::parted::Parted;
use crate::calendar::{Day, Moment};
use crate::law::{LegalNotice, NoticeTerm};
use crate::model::{
    Action, ActionKind, AddressRef, Channel, Cover, Deadline, Finding, Line, Recipient, StepKey,
};
use crate::money;
use crate::policy::Rung;
use crate::rules::case::Verdict;
use crate::rules::notice::{Bundle, Candidate, Reachable, approved};
use crate::standing::{Given, Standing, attempts};

pub(super) fn action(
    standing: &Standing<'_>,
    verdicts: &[Verdict],
    (bundle, parted): (&Bundle<'_, '_>, &Parted),
    (channel, reached, attempt): (Channel, Reachable<'_>, u32),
    total: i64,
) -> Action {
    let leading = bundle.leading.rung;
    let mut covers: Vec<Cover> = Vec::with_capacity(bundle.items.len());
    for one in bundle.items {
        // Items that share a level share the step.
        covers.extend(cover(standing, one).filter(|new| !one.is_shared || !covers.contains(new)));
    }
    parted.set(&mut covers);
    let currency = bundle.leading.item.currency;
    let digits = standing.items.get(bundle.leading.at).map_or(2, |facts| facts.digits);
    let lines = bundle
        .items
        .iter()
        .filter_map(|one| Some(line(standing, one, verdicts.get(one.at)?, digits)));
    let not_before = not_before(standing, bundle);
    Action {
        delivery: delivery_id(
            &covers,
            channel,
            &reached.contact.id,
            attempt,
            parted.name.as_deref(),
        ),
        kind: if bundle.leading.is_call { ActionKind::Call } else { ActionKind::Message },
        channel,
        recipient: recipient_of(standing, reached),
        covers,
        step: leading.id.clone(),
        lines: lines.collect(),
        total: money::from_minor(total, digits),
        currency,
        attempt,
        planned_at: standing.now,
        not_before,
        expires_at: not_before.plus_hours(standing.policy.send_within_hours),
        template: leading.template.clone().filter(|_| leading.is_call == bundle.leading.is_call),
        needs_approval: bundle.items.iter().any(|one| one.rung.needs_approval),
        approval: None,
        fingerprint: None,
        deadline: None,
        legal_kind: leading.notice.map(|notice| notice.id.clone()),
        charges: Vec::new(),
        total_with_charges: None,
        instalments: Vec::new(),
        platform_template: None,
        sender: None,
        expected_cost: None,
        copies: Vec::new(),
    }
}

/// Looks up whether a person has approved the action, where one must.
pub(super) fn approve(standing: &Standing<'_>, action: &mut Action, leading: &Rung) {
    if action.needs_approval {
        let fingerprint = fingerprint(action, leading.deadline_days);
        action.approval = approved(standing, action, &fingerprint).ok();
        action.fingerprint = Some(fingerprint.into());
    }
}

/// The last day for payment that a step gives, counted from the day on which the action is to go
/// out: as it stood when it was planned.
pub(super) fn deadline(
    standing: &Standing<'_>,
    rung: &Rung,
    channel: Channel,
    not_before: Moment,
) -> Option<Deadline> {
    let not_before = standing.rechecked.map_or(not_before, |own| own.not_before);
    if let Some(notice) = rung.notice {
        return of_notice(standing, rung, notice, (channel, not_before));
    }
    let days = i32::try_from(rung.deadline_days?).unwrap_or(i32::MAX);
    let goes_out_on = standing.zone.day_of(not_before);
    Some(Deadline::On { date: Day::of(goes_out_on.saturating_add(days)) })
}

/// The days for payment of a notice by law, as the law counts them.
fn of_notice(
    standing: &Standing<'_>,
    rung: &Rung,
    notice: &LegalNotice,
    (channel, not_before): (Channel, Moment),
) -> Option<Deadline> {
    let days = rung.deadline_days.unwrap_or(notice.least_days);
    if notice.term == NoticeTerm::DutchFourteenDays {
        return Some(Deadline::RelativeToReceipt { days });
    }
    // It may be sent until it expires: a day that is stated must hold then too.
    let last = not_before.plus_hours(standing.policy.send_within_hours);
    let sent_on = Day::of(standing.zone.day_of(last));
    let given = Given { sent_on, channel, received_on: None, days: Some(days) };
    let found = standing.times().term(notice, given).ok()?;
    Some(Deadline::On { date: found.last_day })
}

/// What is odd about the term that a notice by law will give.
pub(super) fn odd_term(standing: &Standing<'_>, rung: &Rung, channel: Channel) -> Vec<Finding> {
    let Some(notice) = rung.notice else { return Vec::new() };
    let sent_on = Day::of(standing.today);
    let given = Given { sent_on, channel, received_on: None, days: rung.deadline_days };
    match standing.times().term(notice, given) {
        Ok(days) => days.findings,
        Err(_) => vec![Finding::ReceiptUnknown { channel }],
    }
}

/// To whom, in which language.
pub(super) fn recipient_of(standing: &Standing<'_>, reached: Reachable<'_>) -> Recipient {
    let language = reached.contact.language.clone();
    Recipient {
        contact: reached.contact.id.clone(),
        purpose: reached.purpose,
        address: AddressRef::of(reached.address),
        value: reached.address.value.clone(),
        language: language.or_else(|| standing.account.debtor.language.clone()),
    }
}

/// Now, or when the debtor may be called again about each of the items.
fn not_before(standing: &Standing<'_>, bundle: &Bundle<'_, '_>) -> Moment {
    let calls = bundle
        .items
        .iter()
        .filter_map(|one| attempts(standing, one.takes(standing), one.rung.call));
    calls.map(|again| Moment::of(again.not_before)).fold(standing.now, Moment::max)
}

fn line(standing: &Standing<'_>, one: &Candidate<'_>, verdict: &Verdict, digits: u8) -> Line {
    let open = standing.items.get(one.at).map(|facts| money::from_minor(facts.open, digits));
    let disputed = verdict.owed.disputed;
    Line {
        item: one.item.id.clone(),
        step: one.rung.id.clone(),
        document_number: one.item.document_number.as_ref().unwrap_or(&one.item.id).clone(),
        due: one.item.due,
        open: open.unwrap_or(one.item.open),
        dunned: money::from_minor(verdict.owed.dunned(), digits),
        disputed: (disputed > 0).then(|| money::from_minor(disputed, digits)),
        charges: None,
    }
}

pub(super) fn cover(standing: &Standing<'_>, one: &Candidate<'_>) -> Option<Cover> {
    let ladder = standing.policy.ladder_at(one.ladder)?;
    let key = StepKey {
        subject: ladder.subject(&one.item.id, one.item.currency),
        scenario: ladder.id.clone(),
        step: one.rung.id.clone(),
        occurrence: one.occurrence,
    };
    Some(Cover::new(key, ladder.version))
}
