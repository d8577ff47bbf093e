//! Costs and fixed sums by law, as of the day.

use super::books::Books;
use super::running::Running;
use super::told::{ClaimCost, RefusedCharge};
use super::{One, is_asked, terms};
use crate::calendar::Day;
use crate::claim::{CostClaim, CostFacts, CostRefusal, costs};
use crate::error::Refusal;
use crate::law::{self, CostPer};
use crate::model::{DebtorKind, ItemKind};
use crate::money::{self, Currency};
use crate::text::Str;

/// What is charged, and what is not.
#[derive(Default)]
pub(super) struct Charged {
    pub(super) costs: Vec<ClaimCost>,
    pub(super) refused: Vec<RefusedCharge>,
}

/// An item that is in default.
struct Late<'a> {
    id: &'a Str,
    due: i32,
    open: i64,
    contract: Option<&'a Str>,
}

pub(super) fn charged(
    one: &One<'_>,
    currency: Currency,
    books: &Books<'_>,
    running: &[Running<'_>],
) -> Result<Charged, Refusal> {
    let mut charged = Charged::default();
    let rules = one.standing.policy.claims();
    if rules.is_some_and(|rules| rules.without_costs) {
        return Ok(charged);
    }
    for kind in [DebtorKind::Consumer, DebtorKind::Business, DebtorKind::PublicBody] {
        let late = late(one, kind, running);
        if late.is_empty() {
            continue;
        }
        for id in law::claimed(&one.law) {
            let on = late.iter().map(|item| item.due).max().unwrap_or(one.on).saturating_add(1);
            let schedule = one.standing.policy.schedule(id, Day::of(on));
            let Some(schedule) = schedule.filter(|found| found.currency == currency) else {
                continue;
            };
            let groups: Vec<&[Late<'_>]> = match schedule.per {
                CostPer::Together => vec![&late],
                CostPer::Item => late.chunks(1).collect(),
            };
            for group in groups {
                let facts = facts(one, id, currency, kind, books.digits, group);
                let items: Vec<Str> = group.iter().map(|item| item.id.clone()).collect();
                let gate = gate(one, kind, id, &items);
                charge(one, &facts, items, gate, &mut charged)?;
            }
        }
    }
    Ok(charged)
}

/// What is open of items in default, of those that are asked for.
fn late<'a>(one: &One<'_>, kind: DebtorKind, running: &[Running<'a>]) -> Vec<Late<'a>> {
    let is_late = |run: &&Running<'a>| {
        let item = run.owed.item;
        item.due.number() < one.on
            && run.principal() > 0
            && item.kind != ItemKind::Charge
            && terms::kind(one.standing, item) == kind
            && is_asked(one.scope, &item.id)
    };
    let late = running.iter().filter(is_late).map(|run| {
        let item = run.owed.item;
        let disputed = super::sums::disputed(one.standing, run);
        Late {
            id: &item.id,
            due: item.due.number(),
            open: run.principal().saturating_sub(disputed),
            contract: item.contract.as_ref().map(|contract| &contract.id),
        }
    });
    late.filter(|late| late.open > 0).collect()
}

fn facts(
    one: &One<'_>,
    schedule: &str,
    currency: Currency,
    kind: DebtorKind,
    digits: u8,
    late: &[Late<'_>],
) -> CostFacts {
    let rules = one.standing.policy.claims();
    let first = late.iter().map(|item| item.due).max().unwrap_or(one.on);
    let claims = late.iter().map(|item| CostClaim {
        amount: money::from_minor(item.open, digits),
        due: Some(Day::of(item.due)),
        contract: item.contract.cloned(),
    });
    let on = Day::of(first.saturating_add(1));
    let mut facts = CostFacts::new(schedule, currency, on, claims.collect::<Vec<_>>());
    facts.kind = Some(kind);
    facts.vat_percent = rules.and_then(|rules| rules.vat_percent);
    facts.agreed = rules.is_some_and(|rules| rules.clause_agreed);
    facts
}

/// What has to be before a cost may be charged.
struct Gate {
    why: CostRefusal,
    article: &'static str,
    possible_on: Option<Day>,
}

/// A consumer bears no costs before a notice has run out that says so.
fn gate(one: &One<'_>, kind: DebtorKind, schedule: &str, items: &[Str]) -> Option<Gate> {
    if kind != DebtorKind::Consumer {
        return None;
    }
    let (notice, article) = match schedule {
        "NL/collection_costs" => ("nl_14_day_letter", "art. 6:96(6) BW"),
        "BE/damages" => ("be_first_reminder", "art. XIX.2 WER/CDE"),
        _ => return None,
    };
    let _ = (one, notice, items);
    Some(Gate { why: CostRefusal::NoNotice, article, possible_on: None })
}

fn charge(
    one: &One<'_>,
    facts: &CostFacts,
    items: Vec<Str>,
    gate: Option<Gate>,
    charged: &mut Charged,
) -> Result<(), Refusal> {
    let statement = costs(facts, one.standing.policy)?;
    let rule = facts.schedule.clone();
    if let Some(why) = statement.refused {
        let article = statement.article;
        charged.refused.push(RefusedCharge { rule, items, why, article, possible_on: None });
    } else if let Some(gate) = gate {
        let (why, article) = (gate.why, gate.article.into());
        let possible_on = gate.possible_on;
        charged.refused.push(RefusedCharge { rule, items, why, article, possible_on });
    } else {
        charged.costs.push(ClaimCost { items, statement });
    }
    Ok(())
}
