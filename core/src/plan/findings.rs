//! What is odd without stopping anything.

use crate::calendar::Known;
use crate::model::Finding;
use crate::money::{self, Amount};
use crate::rules::case::Verdict;
use crate::standing::{Fact, ItemFacts, Standing, nth};
use crate::terms::unknown_days;
use crate::text::Str;

pub(super) fn of_account(standing: &Standing<'_>) -> Vec<Finding> {
    if standing.unmatched.is_empty() && !standing.deliveries.disturbed {
        return Vec::new();
    }
    let deliveries = standing.deliveries.all().iter().filter(|delivery| delivery.is_unmatched());
    let failures = deliveries.filter_map(|delivery| delivery.failure());
    let mut unmatched: Vec<&Str> = standing.unmatched.iter().copied().chain(failures).collect();
    unmatched.sort_unstable();
    unmatched.into_iter().map(|entry| Finding::Unmatched { entry: entry.clone() }).collect()
}

pub(super) fn of_item(standing: &Standing<'_>, at: usize, verdict: &Verdict) -> Vec<Finding> {
    let Some(facts) = standing.items.get(at) else { return Vec::new() };
    let kinds = standing.shared_kinds | facts.own.kinds;
    let is_plain = kinds & (Fact::OTHERWISE | Fact::PROMISE | Fact::QUESTION) == 0
        && verdict.next.is_none_or(|next| next.known == Known::All)
        && standing.account.payments.is_empty();
    if is_plain { Vec::new() } else { odd(standing, at, facts, verdict) }
}

#[inline(never)]
fn odd(standing: &Standing<'_>, at: usize, facts: &ItemFacts, verdict: &Verdict) -> Vec<Finding> {
    let mut findings = Vec::new();
    let kinds = standing.shared_kinds | facts.own.kinds;
    if !standing.account.payments.is_empty() {
        findings.extend(open_unexplained(facts));
    }
    if kinds & Fact::OTHERWISE != 0 {
        findings.extend(reopened(standing, at));
    }
    if verdict.next.is_some_and(|next| next.known != Known::All) {
        findings.extend(beyond_calendar(standing, verdict));
    }
    if kinds & Fact::PROMISE != 0 {
        findings.extend(super::acts::renegotiated(standing, at));
    }
    let is_open = !facts.is_credit && !facts.is_unclear && facts.open > 0;
    if kinds & Fact::QUESTION != 0 && is_open {
        findings.extend(super::acts::unanswered(standing, at));
    }
    findings
}

/// Original less allocated payments is not what the ledger says is open.
fn open_unexplained(facts: &ItemFacts) -> Option<Finding> {
    if facts.is_credit {
        return None;
    }
    let explained = facts.original?.saturating_sub(facts.allocated);
    (explained != facts.open).then(|| Finding::OpenUnexplained {
        explained: money::from_minor(explained, facts.digits),
        open: money::from_minor(facts.open, facts.digits),
    })
}

/// More is open than when the item was last spoken of.
fn reopened(standing: &Standing<'_>, at: usize) -> Option<Finding> {
    let facts = standing.items.get(at)?;
    let id = &standing.item(at)?.id;
    let mut latest: Option<(i64, &Str, Amount)> = None;
    for fact in standing.facts_of(at) {
        let Fact::Take { delivery, cover } = *fact else { continue };
        let Some((delivery, _)) = standing.take(delivery, cover) else { continue };
        let (Some(sent_at), Some((entry, lines))) = (delivery.sent_at(), delivery.said()) else {
            continue;
        };
        // Lines stand in the order of the steps, unless somebody else wrote the entry.
        let own = nth(lines, cover).filter(|line| line.item == *id);
        let Some(line) = own.or_else(|| lines.iter().find(|line| line.item == *id)) else {
            continue;
        };
        if latest.is_none_or(|(at, known, _)| (at, known) <= (sent_at, entry)) {
            latest = Some((sent_at, entry, line.open));
        }
    }
    let (_, entry, was) = latest?;
    let was = money::to_minor(was, facts.digits).ok()?;
    (facts.open > was).then(|| Finding::Reopened {
        entry: entry.clone(),
        was: money::from_minor(was, facts.digits),
        open: money::from_minor(facts.open, facts.digits),
    })
}

/// The step counts business days that the calendar does not know.
fn beyond_calendar(standing: &Standing<'_>, verdict: &Verdict) -> Option<Finding> {
    let next = verdict.next?;
    let rung = standing.policy.ladder_at(verdict.ladder?)?.rungs.get(next.rung)?;
    let at = rung.distance.calendar?;
    let (calendar, days) = (standing.policy.calendar_id(at)?, standing.policy.calendar(at)?);
    unknown_days(calendar, days, next.known)
}
