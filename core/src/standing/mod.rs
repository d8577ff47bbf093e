//! The fold: journal and ledger facts become where the account stands now.
//!
//! Everything that the rules compare is turned into numbers here, once; nothing is decided.

mod acts;
mod arrangements;
mod bounces;
mod by_hand;
mod calls;
mod charge_state;
mod charges;
mod contacts;
mod credits;
mod deliveries;
mod delivery;
mod disputes;
mod fact;
mod facts;
mod ids;
mod inbound;
mod ledger;
mod merges;
mod notices;
mod order;
mod parts;
mod payer;
mod payments;
mod per_item;
mod promises;
mod service;

pub(crate) use acts::{Acts, LevelFacts, StopFacts};
pub(crate) use arrangements::{Arrangement, ArrangementState};
pub(crate) use by_hand::{BlockFacts, ImportFacts, MoveFacts, Ruling, RulingFacts, SkipFacts};
pub(crate) use calls::{Taken, attempts, pending_since};
pub(crate) use charges::ChargeFacts;
pub(crate) use credits::TotalCredits;
pub(crate) use deliveries::{Deliveries, is_without, item_of, subject_of};
pub(crate) use delivery::{Delivery, StepState};
pub(crate) use disputes::DisputeFacts;
pub(crate) use fact::Fact;
pub(crate) use ids::{Ids, nth};
pub(crate) use inbound::{Inbound, MessageFacts};
pub(crate) use ledger::{CLOCKS_DIFFER, ItemFacts};
pub(crate) use notices::{Given, Times};
pub(crate) use order::{command_and_number, in_order};
pub(crate) use promises::{Promise, PromiseState, allocated};

pub(crate) use service::{answer_due, service};

use crate::calendar::{Moment, Zone};
use crate::model::{Account, Cover, Entry, Item, Payer, StepKey, Trouble};
use crate::policy::Policy;
use crate::text::Str;
use facts::Folded;
use ledger::Ledger;

/// Something in the data that contradicts itself; of an item, or of the whole account.
#[derive(Debug)]
pub(crate) struct Troubled {
    pub(crate) item: Option<u32>,
    pub(crate) path: Str,
    pub(crate) value: Str,
    pub(crate) problem: Trouble,
}

/// The delivery whose own traces do not count: the one that is rechecked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rechecked<'a> {
    pub(crate) delivery: &'a str,
    /// Other deliveries of the same run are no earlier contact.
    pub(crate) planned_at: Moment,
    /// When it was to go out.
    pub(crate) not_before: Moment,
}

/// Where an account stands at a moment.
pub(crate) struct Standing<'a> {
    pub(crate) account: &'a Account,
    pub(crate) policy: &'a Policy,
    pub(crate) now: Moment,
    pub(crate) zone: Zone,
    /// The creditor's day.
    pub(crate) today: i32,
    /// Its first instant, in microseconds.
    pub(crate) today_began: i64,
    /// The last day on which the ledger data is fresh enough.
    pub(crate) fresh_until: i32,
    pub(crate) items: Vec<ItemFacts>,
    pub(crate) troubles: Vec<Troubled>,
    pub(crate) deliveries: Deliveries<'a>,
    pub(crate) blocks: Vec<BlockFacts<'a>>,
    pub(crate) promises: Vec<Promise<'a>>,
    pub(crate) disputes: Vec<DisputeFacts<'a>>,
    pub(crate) skips: Vec<SkipFacts<'a>>,
    pub(crate) moves: Vec<MoveFacts<'a>>,
    pub(crate) imports: Vec<ImportFacts<'a>>,
    pub(crate) acts: Acts<'a>,
    pub(crate) charges: Vec<ChargeFacts<'a>>,
    pub(crate) inbound: Inbound<'a>,
    pub(crate) newer: Vec<&'a Entry>,
    /// Entries that speak of items or deliveries that are nowhere to be found.
    pub(crate) unmatched: Vec<&'a Str>,
    /// The creditor's day on which the debtor was, or may have been, contacted last.
    pub(crate) last_contact_day: Option<i32>,
    /// The next day on which a credit begins to count.
    pub(crate) next_credit_day: Option<i32>,
    /// The next day on which a payment goes back, or on which an item is withdrawn or is so no
    /// longer: money then counts for other items.
    pub(crate) next_reversal_day: Option<i32>,
    pub(crate) rechecked: Option<Rechecked<'a>>,
    /// The scenario for items that name none, with the number of the assignment rule.
    pub(crate) assigned: Option<(usize, u32)>,
    /// How the debtor paid so far.
    pub(crate) payer: Payer,
    /// What concerns every item.
    pub(crate) shared: Vec<Fact>,
    pub(crate) shared_kinds: u32,
    by_item: Vec<Fact>,
}

impl<'a> Standing<'a> {
    pub(crate) fn new(
        account: &'a Account,
        policy: &'a Policy,
        now: Moment,
        rechecked: Option<Rechecked<'a>>,
    ) -> Self {
        // An unknown zone is a trouble of the whole account: nothing goes out by this choice.
        let named = Zone::named(&account.creditor.zone);
        let zone = named.unwrap_or(Zone::UTC);
        let today = zone.day_of(now);
        let mut ledger = Ledger::read(account, policy, named, now.micros(), today);
        let payer = payer::payer(account, &ledger, policy, today);
        let assigned = policy.assigned(|rule| rule.fits_debtor(&account.debtor, payer.payer_class));
        let ladder = assigned.and_then(|(at, _)| policy.ladder_at(at));
        let mut folded = Folded::new(account, &mut ledger, ladder, zone);
        folded.acts.withdraw(&mut ledger, today);
        credits::net(account, &mut ledger, policy, today);
        promises::renegotiate(&mut folded.promises);
        for promise in &mut folded.promises {
            promise.judge(account, &ledger, zone, today);
        }
        if folded.deliveries.disturbed {
            folded.deliveries.judge(policy);
        }
        for arrangement in &mut folded.acts.arrangements {
            arrangement.judge(account, &ledger, policy, zone, today);
        }
        ledger.troubles.extend(merges::troubles(account, &folded.acts.merges));
        folded.take_troubles(&ledger.troubles);
        let times = Times { account, policy, zone, today };
        let charges = folded.charges(account, &ledger, times);
        let mut standing = Self {
            account,
            policy,
            now,
            zone,
            today,
            today_began: zone.start_of(today).micros(),
            fresh_until: ledger::fresh_until(zone.day_of(account.ledger_as_of), policy),
            by_item: folded.by_item(&mut ledger.items),
            next_credit_day: credits::next_day(&ledger, policy, today),
            items: ledger.items,
            troubles: ledger.troubles,
            deliveries: folded.deliveries,
            blocks: folded.blocks,
            promises: folded.promises,
            disputes: folded.disputes,
            skips: folded.skips,
            moves: folded.moves,
            imports: folded.imports,
            acts: folded.acts,
            inbound: folded.inbound,
            newer: folded.newer,
            charges,
            unmatched: folded.unmatched,
            last_contact_day: None,
            next_reversal_day: None,
            rechecked,
            assigned,
            payer,
            shared_kinds: kinds_of(&folded.shared),
            shared: folded.shared,
        };
        standing.lower_costs();
        standing.last_contact_day = standing.find_last_contact_day();
        let reversals = account.payments.iter().filter_map(|payment| payment.reversed.as_ref());
        let to_come = reversals.map(|back| back.on.number()).filter(|on| *on > today);
        let withdrawn = standing.acts.withdrawals(today);
        standing.next_reversal_day = to_come.chain(withdrawn).min();
        standing
    }

    pub(crate) fn item(&self, at: usize) -> Option<&'a Item> {
        self.account.items.get(at)
    }

    /// What the journal and the checks say of one item, in the order in which it happened.
    pub(crate) fn facts_of(&self, at: usize) -> &[Fact] {
        self.items.get(at).map_or(&[], |item| self.own_facts(item))
    }

    pub(crate) fn own_facts(&self, item: &ItemFacts) -> &[Fact] {
        item.own.of(&self.by_item)
    }

    /// A step of a delivery, by the numbers of a fact.
    #[inline]
    pub(crate) fn take(&self, delivery: u32, cover: u32) -> Option<(&Delivery<'a>, &'a StepKey)> {
        let (delivery, cover) = self.covered(delivery, cover)?;
        Some((delivery, &cover.key))
    }

    /// Likewise; none if the delivery carries out the step without this item.
    #[inline]
    pub(crate) fn take_of(
        &self,
        item: &str,
        (delivery, cover): (u32, u32),
    ) -> Option<(&Delivery<'a>, &'a StepKey)> {
        let (delivery, cover) = self.covered(delivery, cover)?;
        (!is_without(cover, item)).then_some((delivery, &cover.key))
    }

    /// A step of a delivery, with the items that take it by others.
    pub(crate) fn cover(&self, delivery: u32, cover: u32) -> Option<(&Delivery<'a>, &'a Cover)> {
        self.covered(delivery, cover)
    }

    #[inline]
    fn covered(&self, delivery: u32, cover: u32) -> Option<(&Delivery<'a>, &'a Cover)> {
        let delivery = nth(self.deliveries.all(), delivery)?;
        Some((delivery, nth(delivery.covers(), cover)?))
    }

    /// The scenario and version that the journal binds an item to: those of its first queueing,
    /// sending or import, unless somebody set them by hand since.
    pub(crate) fn bound_to(&self, at: usize) -> Option<(&'a Str, u32)> {
        if let Some(set) = self.level_set(at) {
            return Some((&set.level.scenario, set.level.scenario_version));
        }
        let mut first: Option<(i64, &'a Str, u32)> = None;
        for fact in self.facts_of(at) {
            let bound = match *fact {
                Fact::Take { delivery, cover } => {
                    let Some((delivery, cover)) = self.covered(delivery, cover) else { continue };
                    let Some(at) = delivery.begun_at() else { continue };
                    (at, &cover.key.scenario, cover.scenario_version)
                }
                Fact::Import(number) => {
                    let Some(import) = nth(&self.imports, number) else { continue };
                    let at = import.entry.occurred_at.micros();
                    (at, &import.level.scenario, import.level.scenario_version)
                }
                _ => continue,
            };
            if first.is_none_or(|first| bound < first) {
                first = Some(bound);
            }
        }
        first.map(|(_, scenario, version)| (scenario, version))
    }

    /// The last word on the level of an item that was said by hand.
    pub(crate) fn level_set(&self, at: usize) -> Option<&LevelFacts<'a>> {
        if self.acts.levels.is_empty() {
            return None;
        }
        let set = self.facts_of(at).iter().rev().find_map(|fact| match *fact {
            Fact::Level(number) => usize::try_from(number).ok(),
            _ => None,
        });
        self.acts.levels.get(set?)
    }
}

/// The kinds of what concerns every item.
fn kinds_of(shared: &[Fact]) -> u32 {
    let kinds = shared.iter().fold(0, |kinds, fact| kinds | fact.kind());
    // A step that items share is looked at by itself.
    if kinds & Fact::TAKE == 0 { kinds } else { kinds | Fact::UNSENT }
}
