//! The journal, entry by entry, as facts about items.

use super::acts::Acts;
use super::by_hand::{BlockFacts, ImportFacts, MoveFacts, SkipFacts};
use super::charges::Mark;
use super::deliveries::Deliveries;
use super::disputes::DisputeFacts;
use super::fact::Fact;
use super::ids::nth;
use super::inbound::Inbound;
use super::ledger::Ledger;
use super::per_item::{gather, sort_each};
use super::promises::Promise;
use super::{Delivery, ItemFacts, Troubled, in_order};
use crate::calendar::{Day, Zone};
use crate::model::{Account, BlockScope, Cover, DunningBlock, Entry, Event, Subject};
use crate::money;
use crate::policy::Ladder;
use crate::text::Str;

/// What the journal comes to.
pub(super) struct Folded<'a> {
    pub(super) facts: Vec<(u32, Fact)>,
    pub(super) shared: Vec<Fact>,
    pub(super) deliveries: Deliveries<'a>,
    pub(super) blocks: Vec<BlockFacts<'a>>,
    pub(super) promises: Vec<Promise<'a>>,
    pub(super) disputes: Vec<DisputeFacts<'a>>,
    pub(super) skips: Vec<SkipFacts<'a>>,
    pub(super) moves: Vec<MoveFacts<'a>>,
    pub(super) imports: Vec<ImportFacts<'a>>,
    pub(super) acts: Acts<'a>,
    pub(super) marks: Vec<Mark<'a>>,
    pub(super) inbound: Inbound<'a>,
    pub(super) newer: Vec<&'a Entry>,
    pub(super) unmatched: Vec<&'a Str>,
}

impl<'a> Folded<'a> {
    /// `assigned` is the scenario for items that name none.
    pub(super) fn new(
        account: &'a Account,
        ledger: &mut Ledger<'a>,
        assigned: Option<&Ladder>,
        zone: Zone,
    ) -> Self {
        let mut folded = Self::empty();
        folded.deliveries = Deliveries::with_room(account.journal.len());
        folded.facts = Vec::with_capacity(account.journal.len());
        // Most entries are about deliveries.
        let mut others: Vec<&'a Entry> = Vec::with_capacity(account.journal.len().div_ceil(4));
        for entry in &account.journal {
            let decides_nothing = folded.deliveries.fold(entry) || is_note(entry);
            if !decides_nothing || is_newer(entry) {
                others.push(entry);
            }
        }
        in_order(&mut others);
        for entry in others {
            folded.fold(entry, ledger, zone);
            folded.keep_newer(entry, ledger);
        }
        folded.take_deliveries(ledger, assigned);
        folded
    }

    fn empty() -> Self {
        Self {
            facts: Vec::new(),
            shared: Vec::new(),
            deliveries: Deliveries::default(),
            blocks: Vec::new(),
            promises: Vec::new(),
            disputes: Vec::new(),
            skips: Vec::new(),
            moves: Vec::new(),
            imports: Vec::new(),
            acts: Acts::default(),
            marks: Vec::new(),
            inbound: Inbound::default(),
            newer: Vec::new(),
            unmatched: Vec::new(),
        }
    }

    fn fold(&mut self, entry: &'a Entry, ledger: &Ledger<'a>, zone: Zone) {
        let day = || zone.day_of(entry.occurred_at);
        match &entry.event {
            Event::Blocked { block } => self.block(entry, block, ledger, day()),
            Event::Unblocked { unblock } => {
                match self.blocks.iter_mut().find(|known| known.entry.id == unblock.block) {
                    Some(block) => {
                        block.lifted = true;
                        block.ended = block.ended.min(day().saturating_sub(1));
                    }
                    None => self.unmatched.push(&entry.id),
                }
            }
            Event::Rescheduled { reschedule } => {
                let fact = Fact::Move(number(self.moves.len()));
                self.file(&reschedule.step.subject, ledger, entry, fact);
                self.moves.push(MoveFacts { entry, by: reschedule });
            }
            Event::Skipped { skip } => {
                let fact = Fact::Skip(number(self.skips.len()));
                self.file(&skip.step.subject, ledger, entry, fact);
                self.skips.push(SkipFacts { entry, step: &skip.step, on: day() });
            }
            Event::Promised { promise } => {
                let this = number(self.promises.len());
                for (part, covered) in promise.items.iter().enumerate() {
                    let fact = Fact::Promise { promise: this, part: number(part) };
                    self.about(Some(&covered.item), ledger, entry, fact);
                }
                self.promises.push(Promise::new(&entry.id, promise, day()));
            }
            Event::DisputeOpened { dispute } => {
                let fact = Fact::Dispute(number(self.disputes.len()));
                self.about(Some(&dispute.item), ledger, entry, fact);
                self.disputes.push(DisputeFacts {
                    entry: &entry.id,
                    made: dispute,
                    opened_on: day(),
                    outcome: None,
                });
            }
            Event::DisputeClosed { closing } => {
                match self.disputes.iter_mut().find(|known| *known.entry == closing.dispute) {
                    Some(dispute) => dispute.outcome = Some(&closing.outcome),
                    None => self.unmatched.push(&entry.id),
                }
            }
            Event::LevelImported { level } => {
                let fact = Fact::Import(number(self.imports.len()));
                self.about(Some(&level.item), ledger, entry, fact);
                self.imports.push(ImportFacts { entry, level });
            }
            Event::Charged { .. } | Event::Waived { .. } => self.marks.extend(Mark::of(entry)),
            _ => {
                self.fold_act(entry, ledger, zone);
                self.fold_inbound(entry, ledger, zone);
            }
        }
    }

    /// Files a fact under what it is about: an item, or what all items share.
    pub(super) fn file(
        &mut self,
        about: &Subject,
        ledger: &Ledger<'_>,
        entry: &'a Entry,
        fact: Fact,
    ) {
        match about {
            Subject::Debtor {} | Subject::DebtorCurrency { .. } => self.shared.push(fact),
            Subject::Item { item } => self.about(Some(item), ledger, entry, fact),
            // Asked by the reminders of the arrangement, not by an item.
            Subject::Instalment { arrangement, .. }
                if self.acts.arrangements.iter().any(|one| one.entry.id == *arrangement) => {}
            _ => self.unmatched.push(&entry.id),
        }
    }

    /// Files a fact under its item. An item that the ledger does not hold is settled or
    /// withdrawn, and the fact is of no use any more.
    pub(super) fn about(
        &mut self,
        item: Option<&str>,
        ledger: &Ledger<'_>,
        entry: &'a Entry,
        fact: Fact,
    ) {
        match item.map(|item| ledger.find(item)) {
            Some(Some(at)) => self.facts.push((at, fact)),
            Some(None) => {}
            None => self.unmatched.push(&entry.id),
        }
    }

    fn block(&mut self, entry: &'a Entry, block: &'a DunningBlock, ledger: &Ledger<'a>, day: i32) {
        let fact = Fact::Block(number(self.blocks.len()));
        match &block.scope {
            BlockScope::Item { item } | BlockScope::Step { item: Some(item), .. } => {
                self.about(Some(item), ledger, entry, fact);
            }
            BlockScope::Debtor {} | BlockScope::Step { item: None, .. } => self.shared.push(fact),
            // Asked by the channel rule, not by the item.
            BlockScope::Channel { .. } => {}
        }
        self.blocks.push(BlockFacts {
            entry,
            block,
            begins: block.begins.map_or(day, Day::number),
            until: block.until.map_or(i32::MAX, Day::number),
            lifted: false,
            ended: block.until.map_or(i32::MAX, Day::number),
        });
    }

    /// What this version cannot read holds what it is about: the item, or else everything.
    fn keep_newer(&mut self, entry: &'a Entry, ledger: &Ledger<'a>) {
        if !is_newer(entry) {
            return;
        }
        let fact = Fact::Newer(number(self.newer.len()));
        self.newer.push(entry);
        match &entry.subject {
            Subject::Item { item } => self.about(Some(item), ledger, entry, fact),
            _ => self.shared.push(fact),
        }
    }

    fn take_deliveries(&mut self, ledger: &mut Ledger<'a>, assigned: Option<&Ladder>) {
        let mut shared: Vec<(Option<i64>, &Str, Fact)> = Vec::new();
        for (this, delivery) in self.deliveries.all().iter().enumerate() {
            for (cover, covered) in delivery.covers().iter().enumerate() {
                let fact = Fact::Take { delivery: number(this), cover: number(cover) };
                match &covered.key.subject {
                    Subject::Item { item } => {
                        let Some((at, facts)) = ledger.found(item) else { continue };
                        self.facts.push((at, fact));
                        if facts.own.kinds & Fact::TAKE != 0 {
                            facts.own.kinds |= Fact::SEVERAL;
                        }
                        facts.own.kinds |= kinds(delivery, (cover, covered), item, facts, assigned);
                    }
                    Subject::Debtor {} | Subject::DebtorCurrency { .. } => {
                        shared.push((delivery.begun_at(), delivery.id, fact));
                    }
                    _ => {}
                }
            }
        }
        shared.sort_by_key(|(at, id, _)| (*at, *id));
        self.shared.extend(shared.into_iter().map(|(_, _, fact)| fact));
    }

    /// The facts by item; deliveries in an order that does not depend on that of the journal.
    pub(super) fn by_item(&self, items: &mut [ItemFacts]) -> Vec<Fact> {
        let mut by_item = gather(items, &self.facts);
        let deliveries = self.deliveries.all();
        let rank = |fact: &Fact| match fact {
            Fact::Take { delivery, .. } => {
                Some(nth(deliveries, *delivery).map(|one| (one.begun_at(), one.id)))
            }
            _ => None,
        };
        sort_each(items, &mut by_item, Fact::SEVERAL, |own| own.sort_by_key(rank));
        by_item
    }

    pub(super) fn take_troubles(&mut self, troubles: &[Troubled]) {
        for (this, trouble) in troubles.iter().enumerate() {
            match trouble.item {
                Some(at) => self.facts.push((at, Fact::Trouble(number(this)))),
                None => self.shared.push(Fact::Trouble(number(this))),
            }
        }
    }
}

/// Of what kinds a step of an item is.
fn kinds(
    delivery: &Delivery<'_>,
    (number, cover): (usize, &Cover),
    item: &str,
    facts: &ItemFacts,
    assigned: Option<&Ladder>,
) -> u32 {
    let mut kinds = Fact::TAKE;
    let (scenario, version) = (&cover.key.scenario, cover.scenario_version);
    if !assigned.is_some_and(|one| one.version == version && one.id == *scenario) {
        kinds |= Fact::ELSEWHERE;
    }
    let Some((_, lines)) = delivery.said() else { return kinds | Fact::UNSENT };
    // Lines stand in the order of the steps, unless somebody else wrote the entry.
    let own = lines.get(number).filter(|line| line.item == *item);
    if own.is_none_or(|line| money::to_minor(line.open, facts.digits) != Ok(facts.open)) {
        kinds |= Fact::OTHERWISE;
    }
    kinds
}

fn is_note(entry: &Entry) -> bool {
    matches!(entry.event, Event::NoteWritten { .. } | Event::NoteEdited { .. })
}

fn is_newer(entry: &Entry) -> bool {
    entry.unknown.is_some()
        || matches!(entry.event, Event::Newer { .. })
        || matches!(entry.subject, Subject::Newer { .. })
}

pub(super) fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
