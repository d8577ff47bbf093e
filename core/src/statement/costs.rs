//! Costs and fixed sums by law, as of the day.

use super::books::Books;
use super::notices::{Notice, notice};
use super::running::Running;
use super::told::{ClaimCost, ClaimPayment, RefusedCharge};
use super::{One, is_asked, terms};
use crate::calendar::Day;
use crate::claim::{CostClaim, CostFacts, costs, too_old};
use crate::error::Refusal;
use crate::law::{self, CostKind, CostPer, CostSchedule, LegalNotice};
use crate::model::{CostRefusal, DebtorKind, ItemKind};
use crate::money::{self, Currency};
use crate::text::Str;

/// What is charged, and what is not.
#[derive(Default)]
pub(super) struct Charged {
    pub(super) costs: Vec<ClaimCost>,
    pub(super) refused: Vec<RefusedCharge>,
}

/// An item that is in default.
#[derive(Clone)]
struct Late<'a> {
    id: &'a Str,
    due: i32,
    open: i64,
    contract: Option<&'a Str>,
    /// Why a fixed sum is not owed for it, by the age of its contract.
    too_old: Option<CostRefusal>,
}

pub(super) fn charged<'a>(
    one: &One<'a>,
    currency: Currency,
    books: &Books<'a>,
    running: &[Running<'a>],
    payments: &[ClaimPayment],
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
            let paid = Paid { payments, digits: books.digits };
            for group in groups(one, schedule, kind, late.clone(), &paid) {
                let facts = facts(one, id, currency, kind, books.digits, &group.items);
                charge(one, &facts, &group, books.digits, &mut charged)?;
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
            && run.owed.principal > 0
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
            too_old: too_old(&one.law, kind, item),
        }
    });
    late.collect()
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

/// What payments paid.
struct Paid<'p> {
    payments: &'p [ClaimPayment],
    digits: u8,
}

impl Paid<'_> {
    /// Of the principal of an item, from a day on.
    fn since(&self, item: &Str, day: Day) -> i64 {
        let minor = |given| money::to_minor(given, self.digits).unwrap_or(0);
        let later = self.payments.iter().filter(|paid| paid.item == *item && paid.on >= day);
        later.fold(0, |sum, paid| {
            let part = minor(paid.to_principal).saturating_sub(minor(paid.to_capitalised));
            money::add(sum, part)
        })
    }
}

/// Items that are charged together, with the notice by law about them if one is needed.
struct Group<'a> {
    items: Vec<Late<'a>>,
    is_fixed: bool,
    gate: Option<Gate<'a>>,
}

/// The notice that has to have run out before a consumer bears costs, and the one that was given.
struct Gate<'a> {
    needed: &'static LegalNotice,
    notice: Option<Notice<'a>>,
}

/// By notice where the law asks for one, else all together or each by itself.
fn groups<'a>(
    one: &One<'a>,
    schedule: &CostSchedule,
    kind: DebtorKind,
    late: Vec<Late<'a>>,
    paid: &Paid<'_>,
) -> Vec<Group<'a>> {
    let together = schedule.per == CostPer::Together;
    let is_fixed = schedule.what == CostKind::FixedSum;
    let needed = law::notice_before(&schedule.id, kind);
    let mut groups: Vec<Group<'a>> = Vec::new();
    for mut item in late {
        let gate = needed.map(|needed| {
            let notice = notice(one, (needed, &schedule.id), item.id, item.due, paid.digits);
            Gate { needed, notice }
        });
        let over_on = gate.as_ref().and_then(|gate| gate.notice.as_ref()?.over_on);
        if let Some(day) = over_on.filter(|day| day.number() <= one.on) {
            // What was unpaid when the term ran out counts, whatever was paid afterwards.
            item.open = money::add(item.open, paid.since(item.id, day));
        }
        if item.open <= 0 || is_over(one, &schedule.id, item.id) {
            continue;
        }
        let delivery = |gate: &Option<Gate<'a>>| {
            gate.as_ref().and_then(|gate| gate.notice.as_ref()).map(|notice| notice.delivery)
        };
        let own = delivery(&gate);
        match groups.iter_mut().find(|group| together && delivery(&group.gate) == own) {
            Some(group) => group.items.push(item),
            None => groups.push(Group { items: vec![item], is_fixed, gate }),
        }
    }
    groups
}

/// True if the costs of an item were booked, so that the ledger speaks of them, or given up.
fn is_over(one: &One<'_>, schedule: &str, item: &Str) -> bool {
    let policy = one.standing.policy;
    one.standing.charges.iter().filter(|known| known.is_over()).any(|known| {
        let terms = policy.fee_named(&known.charge.rule);
        terms.is_some_and(|terms| terms.schedule.as_deref() == Some(schedule))
            && known.charge.items.contains(item)
    })
}

/// Why the notice does not let a cost be charged yet, and from which day on it does.
fn held(one: &One<'_>, gate: &Gate<'_>) -> Option<(CostRefusal, Option<Day>)> {
    let Some(notice) = &gate.notice else { return Some((CostRefusal::NoNotice, None)) };
    if gate.needed.names_costs && notice.announced == 0 {
        return Some((CostRefusal::NoNotice, None));
    }
    match notice.over_on {
        Some(day) if day.number() <= one.on => None,
        later => Some((CostRefusal::TermRuns, later)),
    }
}

fn charge(
    one: &One<'_>,
    facts: &CostFacts,
    group: &Group<'_>,
    digits: u8,
    charged: &mut Charged,
) -> Result<(), Refusal> {
    let mut statement = costs(facts, one.standing.policy)?;
    let items = group.items.iter().map(|item| item.id.clone()).collect();
    let rule = facts.schedule.clone();
    let too_old = group.items.first().and_then(|item| item.too_old).filter(|_| group.is_fixed);
    if let Some(why) = statement.refused.or(too_old) {
        let article = statement.article;
        charged.refused.push(RefusedCharge { rule, items, why, article, possible_on: None });
        return Ok(());
    }
    if let Some((gate, (why, possible_on))) =
        group.gate.as_ref().and_then(|gate| Some((gate, held(one, gate)?)))
    {
        let article = gate.needed.article.clone();
        charged.refused.push(RefusedCharge { rule, items, why, article, possible_on });
        return Ok(());
    }
    // No more than the notice named.
    let named = group.gate.as_ref().filter(|gate| gate.needed.names_costs);
    let announced = named.and_then(|gate| gate.notice.as_ref()).map(|notice| notice.announced);
    let fee = money::to_minor(statement.fee, digits).unwrap_or(0);
    if let Some(announced) = announced.filter(|announced| *announced < fee) {
        let vat = facts.vat_percent.and_then(money::percent);
        let vat =
            vat.filter(|_| statement.vat.is_some()).map(|vat| crate::claim::vat(announced, vat));
        let told = |minor: i64| money::from_minor(minor, digits);
        statement.fee = told(announced);
        statement.charges = vec![statement.fee];
        statement.vat = vat.map(told);
        statement.total = told(money::add(announced, vat.unwrap_or(0)));
    }
    charged.costs.push(ClaimCost { items, statement });
    Ok(())
}
