//! The level that items share, in the cycle that runs now: found once for all of them.

use super::case::{Level, Reached};
use super::course::higher;
use crate::calendar::Moment;
use crate::model::{Cover, Item, ScenarioWhy};
use crate::money::Currency;
use crate::policy::{Ladder, LevelOf, Reset};
use crate::standing::{Delivery, Fact, Standing, StepState};
use crate::text::Str;

/// The level of the items that share one, and what the cycle is made of.
#[derive(Debug)]
pub(super) struct Cycle {
    pub(super) ladder: usize,
    /// None where the level is that of the debtor in all currencies.
    pub(super) currency: Option<Currency>,
    pub(super) level: Result<Option<Level>, ScenarioWhy>,
}

/// The cycles of every ladder whose level is shared.
///
/// `oldest` tells the item that gives the anchor to a ladder in a currency.
pub(super) fn cycles(
    standing: &Standing<'_>,
    oldest: impl Fn(usize, Option<Currency>) -> Option<usize>,
) -> Vec<Cycle> {
    let mut cycles = Vec::new();
    let ladders = (0..).map_while(|number| Some((number, standing.policy.ladder_at(number)?)));
    for (number, ladder) in ladders.filter(|(_, ladder)| ladder.is_shared()) {
        let mut currencies: Vec<Option<Currency>> =
            standing.account.items.iter().map(|item| shared_currency(ladder, item)).collect();
        currencies.sort_unstable();
        currencies.dedup();
        for currency in currencies {
            let open = Open::of(standing, currency, oldest(number, currency));
            let level = level(standing, ladder, currency, &open);
            cycles.push(Cycle { ladder: number, currency, level });
        }
    }
    cycles
}

pub(super) fn shared_currency(ladder: &Ladder, item: &Item) -> Option<Currency> {
    (ladder.level_of == LevelOf::DebtorAndCurrency).then_some(item.currency)
}

/// What is open of the items that share a level.
struct Open<'a> {
    /// Their ids, sorted.
    ids: Vec<&'a str>,
    /// The day on which the first of them was there.
    since: i32,
    oldest: Option<&'a str>,
}

impl<'a> Open<'a> {
    fn of(standing: &Standing<'a>, currency: Option<Currency>, oldest: Option<usize>) -> Self {
        let all = standing.account.items.iter().zip(&standing.items);
        let open = all.filter(|(item, facts)| {
            !facts.is_credit
                && facts.open > 0
                && !facts.is_withdrawn
                && currency.is_none_or(|currency| item.currency == currency)
        });
        let mut since = i32::MAX;
        let mut ids: Vec<&str> = Vec::new();
        for (item, _) in open {
            since = since.min(item.issued.unwrap_or(item.due).number());
            ids.push(&item.id);
        }
        ids.sort_unstable();
        let oldest = oldest.and_then(|at| standing.item(at)).map(|item| item.id.as_str());
        Self { ids, since, oldest }
    }

    fn holds(&self, item: &str) -> bool {
        self.ids.binary_search(&item).is_ok()
    }

    /// True if what named these items on a day belongs to the cycle that runs now.
    fn counts<'i>(
        &self,
        reset: Reset,
        mut named: impl Iterator<Item = &'i str>,
        on: impl FnOnce() -> i32,
    ) -> bool {
        match reset {
            Reset::ItemSettled => named.any(|item| self.holds(item)),
            Reset::AccountClear => named.any(|item| self.holds(item)) || self.since <= on(),
            Reset::OldestItemChanges => {
                self.oldest.is_none_or(|oldest| named.any(|item| item == oldest))
            }
        }
    }
}

/// The highest step that was sent or taken over in this cycle, since somebody last set the level
/// of one of the items by hand; or else that level, as long as something is open that was there
/// when it was set.
fn level(
    standing: &Standing<'_>,
    ladder: &Ladder,
    currency: Option<Currency>,
    open: &Open<'_>,
) -> Result<Option<Level>, ScenarioWhy> {
    let by_hand = || standing.acts.levels.iter().filter(|one| one.level.scenario == ladder.id);
    // The last word that was said about any of the items.
    let set = by_hand().rfind(|one| !one.moved && is_of(standing, currency, &one.level.item));
    let since = set.map_or(i64::MIN, |set| set.at);
    // Whoever moves here brings along what was reached, as long as it is open.
    let moved = by_hand().filter(|one| one.moved && one.at > since && open.holds(&one.level.item));
    let mut highest = None;
    for made in set.into_iter().chain(moved) {
        let on = standing.zone.day_of(Moment::of(made.at));
        let stands = open.since <= on || open.holds(&made.level.item);
        let Some(step) = made.level.step.as_ref().filter(|_| stands) else { continue };
        let on = made.level.reached_on.number();
        highest = higher(standing, highest, Some(reached_on(ladder, step, on, 0)?));
    }
    for import in &standing.imports {
        let made = import.level;
        let on = made.reached_on.number();
        let is_ours = made.scenario == ladder.id
            && import.entry.occurred_at.micros() > since
            && is_of(standing, currency, &made.item);
        if is_ours && open.counts(ladder.reset, std::iter::once(made.item.as_str()), || on) {
            let times = standing.times_imported(on, |one| {
                one.scenario == ladder.id
                    && one.step == made.step
                    && is_of(standing, currency, &one.item)
            });
            highest = higher(standing, highest, Some(reached_on(ladder, &made.step, on, times)?));
        }
    }
    for fact in &standing.shared {
        let Fact::Take { delivery: number, cover } = *fact else { continue };
        let Some((delivery, cover)) = standing.cover(number, cover) else { continue };
        if cover.key.scenario == ladder.id && ladder.shares(&cover.key.subject, currency) {
            let found = sent(standing, ladder, (number, delivery), cover, since, open)?;
            highest = higher(standing, highest, found);
        }
    }
    Ok(highest)
}

pub(super) fn is_of(standing: &Standing<'_>, currency: Option<Currency>, item: &str) -> bool {
    let Some(currency) = currency else { return true };
    standing.account.items.iter().any(|known| known.id == *item && known.currency == currency)
}

fn reached_on(ladder: &Ladder, step: &str, on: i32, occurrence: u32) -> Result<Level, ScenarioWhy> {
    let rung = ladder.rung(step).ok_or(ScenarioWhy::StepMissing)?;
    Ok(Level { rung, reached: Reached::On(on), occurrence, delivery: None })
}

fn sent(
    standing: &Standing<'_>,
    ladder: &Ladder,
    (number, delivery): (u32, &Delivery<'_>),
    cover: &Cover,
    since: i64,
    open: &Open<'_>,
) -> Result<Option<Level>, ScenarioWhy> {
    let key = &cover.key;
    let rung = ladder.rung(&key.step);
    let state = delivery.state(key);
    let (StepState::Reached, Some(sent_at)) = (state, delivery.sent_at()) else { return Ok(None) };
    // Other messages of the step may have named others.
    let others = cover.without.iter().map(Str::as_str);
    let named = delivery.said().map(|(_, lines)| lines.iter().map(|line| line.item.as_str()));
    let named = named.map(|own| own.chain(others));
    let on = || standing.zone.day_of(Moment::of(sent_at));
    if sent_at <= since || !named.is_none_or(|named| open.counts(ladder.reset, named, on)) {
        return Ok(None);
    }
    Ok(Some(Level {
        rung: rung.ok_or(ScenarioWhy::StepMissing)?,
        reached: Reached::At(sent_at),
        occurrence: key.occurrence,
        delivery: Some(number),
    }))
}
