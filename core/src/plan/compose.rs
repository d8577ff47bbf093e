//! What is due becomes actions: bundled, addressed, with their lines and sums.

use super::charges::charge;
use super::delivery::delivery_id;
use crate::calendar::Moment;
use crate::model::{
    Action, ActionKind, AddressRef, BlockScope, Channel, ChannelChoice, Cover, Finding, Hold, Line,
    Reason, Recipient, StepKey, Subject,
};
use crate::money;
use crate::policy::Grouping;
use crate::rules::case::Verdict;
use crate::rules::notice::{
    self, Bundle, Candidate, FailedAttempt, Reachable, bundle, next_change, recipient, unreachable,
};
use crate::standing::{BlockFacts, Fact, Standing, StepState, attempts};
use crate::text::Str;

/// The actions, and what they mean for each item.
pub(crate) struct Composed {
    pub(crate) actions: Vec<Action>,
    /// Sorted by item.
    outgoing: Vec<(usize, Outgoing)>,
}

/// What became of an item that was ready to go out.
pub(crate) struct Outgoing {
    pub(crate) delivery: Option<Str>,
    pub(crate) hold: Option<Hold>,
    pub(crate) reasons: Vec<Reason>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) review_day: i32,
}

impl Composed {
    pub(crate) fn of_item(&self, at: usize) -> Option<&Outgoing> {
        let found = self.outgoing.binary_search_by_key(&at, |(item, _)| *item).ok()?;
        self.outgoing.get(found).map(|(_, outgoing)| outgoing)
    }
}

/// Makes actions of the items whose step is due and free.
pub(crate) fn compose(
    standing: &Standing<'_>,
    verdicts: &[Verdict],
    wanted: impl Fn(&Candidate<'_>) -> bool,
    grouping: Grouping,
) -> Composed {
    let candidates: Vec<Candidate<'_>> = verdicts
        .iter()
        .enumerate()
        .filter_map(|(at, verdict)| candidate(standing, at, verdict))
        .filter(wanted)
        .collect();
    let mut composed = Composed { actions: Vec::new(), outgoing: Vec::new() };
    for bundle in bundle(candidates, grouping) {
        compose_one(standing, verdicts, &bundle, &mut composed);
    }
    composed.outgoing.sort_by_key(|(at, _)| *at);
    composed
}

fn candidate<'s>(
    standing: &'s Standing<'_>,
    at: usize,
    verdict: &Verdict,
) -> Option<Candidate<'s>> {
    if !verdict.is_candidate() {
        return None;
    }
    let ladder = verdict.ladder?;
    let next = verdict.next?;
    let (rung_number, occurrence) = (next.rung, next.occurrence);
    let rung = standing.policy.ladder_at(ladder)?.rungs.get(rung_number)?;
    let item = standing.item(at)?;
    let is_upcoming = item.due.number() >= standing.today;
    Some(Candidate { at, item, ladder, rung_number, rung, occurrence, is_upcoming })
}

fn compose_one(
    standing: &Standing<'_>,
    verdicts: &[Verdict],
    bundle: &Bundle<'_>,
    composed: &mut Composed,
) {
    let leading = bundle.leading.rung;
    let (attempt, failed) = earlier_attempts(standing, bundle);
    let chosen = notice::channel(
        &leading.channels,
        |channel| channel_block(standing, channel),
        |channel| recipient(standing.account, party_of(bundle), channel).collect(),
        |one, channel| standing.inbound.objection(one.contact, channel, one.address),
        &failed,
    );
    let review_day = next_channel_change(standing, &leading.channels);
    let Some((channel, reached)) = chosen.reached else {
        for one in &bundle.items {
            let hold = Some(unreachable(&leading.id, chosen.excluded.clone()));
            let (reasons, findings) = (Vec::new(), Vec::new());
            let outgoing = Outgoing { delivery: None, hold, reasons, findings, review_day };
            composed.outgoing.push((one.at, outgoing));
        }
        return;
    };
    let mut action = action(standing, verdicts, bundle, (channel, reached), attempt);
    let charged = charge(standing, verdicts, bundle, &mut action);
    let tomorrow = standing.today.saturating_add(1);
    let review_day = if charged.grows { review_day.min(tomorrow) } else { review_day };
    for (place, one) in bundle.items.iter().enumerate() {
        let mut reasons = vec![
            Reason::Bundle {
                items: u32::try_from(bundle.items.len()).unwrap_or(u32::MAX),
                leading_step: leading.id.clone(),
            },
            Reason::Recipient { contact: reached.contact.id.clone(), purpose: reached.purpose },
            Reason::Channel {
                choice: ChannelChoice { channel, excluded: chosen.excluded.clone() },
            },
        ];
        reasons.extend(own(&charged.reasons, place));
        let (delivery, hold) = (Some(action.delivery.clone()), None);
        let findings = own(&charged.findings, place).collect();
        let outgoing = Outgoing { delivery, hold, reasons, findings, review_day };
        composed.outgoing.push((one.at, outgoing));
    }
    composed.actions.push(action);
}

/// What stands under a place.
fn own<T: Clone>(all: &[(usize, T)], place: usize) -> impl Iterator<Item = T> {
    all.iter().filter(move |(at, _)| *at == place).map(|(_, one)| one.clone())
}

fn action(
    standing: &Standing<'_>,
    verdicts: &[Verdict],
    bundle: &Bundle<'_>,
    (channel, reached): (Channel, Reachable<'_>),
    attempt: u32,
) -> Action {
    let leading = bundle.leading.rung;
    let covers: Vec<Cover> = bundle.items.iter().filter_map(|one| cover(standing, one)).collect();
    let currency = bundle.leading.item.currency;
    let digits = currency.minor_units().unwrap_or(2);
    let mut total = 0;
    let mut lines = Vec::with_capacity(bundle.items.len());
    for one in &bundle.items {
        if let Some(verdict) = verdicts.get(one.at) {
            total = money::add(total, verdict.owed.dunned());
            lines.push(line(standing, one, verdict, digits));
        }
    }
    let not_before = not_before(standing, bundle);
    Action {
        delivery: delivery_id(&covers, channel, &reached.contact.id, attempt),
        kind: if leading.is_call { ActionKind::Call } else { ActionKind::Message },
        channel,
        recipient: recipient_of(standing, reached),
        covers,
        step: leading.id.clone(),
        lines,
        total: money::from_minor(total, digits),
        currency,
        attempt,
        planned_at: standing.now,
        not_before,
        expires_at: not_before.plus_hours(standing.policy.send_within_hours),
        template: leading.template.clone(),
        charges: Vec::new(),
        total_with_charges: None,
        instalments: Vec::new(),
    }
}

/// To whom, in which language.
pub(super) fn recipient_of(standing: &Standing<'_>, reached: Reachable<'_>) -> Recipient {
    let language = reached.contact.language.clone();
    Recipient {
        contact: reached.contact.id.clone(),
        purpose: reached.purpose,
        address: AddressRef {
            id: reached.address.id.clone(),
            fingerprint: reached.address.fingerprint.clone(),
        },
        value: reached.address.value.clone(),
        language: language.or_else(|| standing.account.debtor.language.clone()),
    }
}

/// Now, or when the debtor may be called again about each of the items.
fn not_before(standing: &Standing<'_>, bundle: &Bundle<'_>) -> Moment {
    let calls = bundle.items.iter().filter_map(|one| {
        let facts = standing.facts_of(one.at).iter().copied();
        attempts(standing, facts, (one.rung.id.as_str(), one.occurrence), one.rung.call)
    });
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

fn cover(standing: &Standing<'_>, one: &Candidate<'_>) -> Option<Cover> {
    let ladder = standing.policy.ladder_at(one.ladder)?;
    let key = StepKey {
        subject: Subject::Item { item: one.item.id.clone() },
        scenario: ladder.id.clone(),
        step: one.rung.id.clone(),
        occurrence: one.occurrence,
    };
    Some(Cover { key, scenario_version: ladder.version })
}

/// The branch that all items belong to, if it is one.
fn party_of<'a>(bundle: &Bundle<'a>) -> Option<&'a Str> {
    let first = bundle.leading.item.party.as_ref();
    let all_the_same = bundle.items.iter().all(|one| one.item.party.as_ref() == first);
    first.filter(|_| all_the_same)
}

/// The number of the coming attempt, and the attempts of these steps that did not arrive.
fn earlier_attempts<'s>(
    standing: &'s Standing<'_>,
    bundle: &Bundle<'_>,
) -> (u32, Vec<FailedAttempt<'s>>) {
    let mut latest = 0;
    let mut failed = Vec::new();
    for one in &bundle.items {
        for fact in standing.facts_of(one.at) {
            let Fact::Take { delivery, cover } = *fact else { continue };
            let Some((delivery, key)) = standing.take(delivery, cover) else { continue };
            if key.step != one.rung.id || key.occurrence != one.occurrence {
                continue;
            }
            latest = latest.max(delivery.attempt);
            if delivery.state(key, one.rung.fallback_hours) == StepState::Failed {
                failed.push(FailedAttempt {
                    channel: delivery.channel,
                    contact: delivery.contact,
                    address: delivery.address,
                    entry: delivery.failure(),
                });
            }
        }
    }
    (latest.saturating_add(1), failed)
}

pub(super) fn channel_block<'s>(
    standing: &'s Standing<'_>,
    channel: Channel,
) -> Option<&'s BlockFacts<'s>> {
    let today = standing.today;
    channel_blocks(standing, channel).find(|block| (block.begins..=block.until).contains(&today))
}

fn channel_blocks<'s>(
    standing: &'s Standing<'_>,
    wanted: Channel,
) -> impl Iterator<Item = &'s BlockFacts<'s>> {
    standing.blocks.iter().filter(move |block| {
        let scope = &block.block.scope;
        !block.lifted && matches!(scope, BlockScope::Channel { channel } if *channel == wanted)
    })
}

pub(super) fn next_channel_change(standing: &Standing<'_>, channels: &[Channel]) -> i32 {
    let blocks = channels.iter().flat_map(|channel| channel_blocks(standing, *channel));
    blocks.filter_map(|block| next_change(block, standing.today)).min().unwrap_or(i32::MAX)
}
