//! No fee twice, none above what was announced, and the sums agree.

use std::collections::BTreeMap;

use dunning::{
    Action, Charge, ChargeKind, ChargePer, ChargeState, DebtorKind, Event, ItemKind, Str, plan,
    recheck,
};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;

use crate::config;
use crate::generate::Scene;
use crate::generate::scene;
use crate::history::{Desk, lived};
use crate::ops::Op;

/// A life in which messages go out, fail, and are booked, paid and opened again.
fn busy() -> impl Strategy<Value = (Scene, Vec<Op>)> {
    let index = any::<Index>;
    let fails = || (index(), 0..2_u8).prop_map(|(delivery, what)| Op::Report { delivery, what });
    let settles = || (index(), 0..3_u8).prop_map(|(charge, how)| Op::Settle { charge, how });
    let pays = || (index(), 1..20_i64).prop_map(|(item, tenths)| Op::Pay { item, tenths });
    let one = prop_oneof![
        4 => (24..120_i64).prop_map(|hours| Op::Wait { hours, fresh: true }),
        6 => Just(Op::Run { send: true }),
        1 => Just(Op::Run { send: false }),
        1 => (index(), 2..5_u8).prop_map(|(delivery, what)| Op::Report { delivery, what }),
        2 => settles(),
        1 => pays(),
    ];
    // Bounces that come soon, after somebody booked or paid.
    let soon = (prop::collection::vec(settles(), 0..3), pays(), [fails(), fails(), fails()]);
    let soon = soon.prop_map(|(settled, paid, failed)| {
        let sent = [Op::Run { send: true }].into_iter().chain(settled);
        sent.chain([paid]).chain(failed).collect::<Vec<Op>>()
    });
    let op = prop_oneof![4 => one.prop_map(|op| vec![op]), 1 => soon];
    (scene(), prop::collection::vec(op, 6..20)).prop_map(|(mut scene, ops)| {
        scene.account.payments.clear();
        (scene.account.ledger_as_of, scene.account.payments_as_of) = (scene.now, scene.now);
        (scene, ops.into_iter().flatten().collect())
    })
}

type Checked = Result<(), TestCaseError>;

/// Checks every moment of a life.
fn always((scene, ops): (Scene, Vec<Op>), check: fn(&Scene) -> Checked) -> Checked {
    let mut desk = Desk::new(scene);
    for op in &ops {
        desk.take(op);
        check(&desk.scene)?;
    }
    Ok(())
}

fn gross(charge: &Charge) -> Decimal {
    charge.amount.decimal() + charge.vat.map_or(Decimal::ZERO, |vat| vat.decimal())
}

fn is_claimable(charge: &&Charge) -> bool {
    charge.state == ChargeState::Claimable
}

/// The total of an action is that of its lines, and with charges that and what is claimable.
fn sums_agree(action: &Action) -> Checked {
    let claimable = || action.charges.iter().filter(is_claimable);
    let sum: Decimal = claimable().map(gross).sum();
    let with_charges = action.total_with_charges.map_or(action.total, |total| total);
    prop_assert_eq!(with_charges.decimal(), action.total.decimal() + sum);
    prop_assert_eq!(action.total_with_charges.is_some(), !action.charges.is_empty());
    for line in &action.lines {
        let own =
            claimable().filter(|one| one.per == ChargePer::Item && one.items.contains(&line.item));
        let own: Decimal = own.map(gross).sum();
        let part = line.charges.map_or(Decimal::ZERO, |part| part.decimal());
        prop_assert_eq!(part, own, "{}", line.item);
    }
    for charge in &action.charges {
        prop_assert!(charge.amount.decimal() > Decimal::ZERO);
        prop_assert!(charge.vat.is_none_or(|vat| vat.decimal() > Decimal::ZERO));
        let spans: Decimal = charge.segments.iter().map(|span| span.interest.decimal()).sum();
        if charge.kind == ChargeKind::Interest {
            prop_assert_eq!(spans, charge.amount.decimal());
            let mut ends = charge.segments.windows(2);
            prop_assert!(ends.all(|pair| pair[0].until < pair[1].begins));
        }
    }
    Ok(())
}

/// What was announced of each fee, in the order in which it was sent.
fn announced(scene: &Scene) -> BTreeMap<Str, Vec<Decimal>> {
    let mut entries: Vec<_> = scene.account.journal.iter().collect();
    entries.sort_by_key(|entry| entry.occurred_at);
    let mut all: BTreeMap<Str, Vec<Decimal>> = BTreeMap::new();
    for entry in entries {
        let Event::Sent { sent } = &entry.event else { continue };
        for charge in sent.charges.iter().filter(|one| one.kind == ChargeKind::Fee) {
            all.entry(charge.id.clone()).or_default().push(charge.amount.decimal());
        }
    }
    all
}

fn agree(scene: &Scene) -> Checked {
    let Scene { policy, account, now } = scene;
    for action in plan(account, policy, *now).actions {
        sums_agree(&action)?;
        if let dunning::Recheck::Changed { action } = recheck(account, policy, &action, *now) {
            sums_agree(&action)?;
        }
    }
    Ok(())
}

fn once(scene: &Scene) -> Checked {
    let Scene { policy, account, now } = scene;
    let plan = plan(account, policy, *now);
    let stands = |one: &&Charge| one.state != ChargeState::Released;
    let mut seen = Vec::new();
    for charge in plan.charges.iter().filter(stands) {
        for item in &charge.items {
            let of = (charge.kind, charge.per, item, &charge.step);
            if charge.per == ChargePer::Item && charge.kind == ChargeKind::Fee {
                prop_assert!(!seen.contains(&of), "{of:?} stands twice");
            }
            seen.push(of);
        }
    }
    let mut named: Vec<&Str> = Vec::new();
    for charge in plan.actions.iter().flat_map(|action| &action.charges) {
        prop_assert!(!named.contains(&&charge.id), "{} is named twice", charge.id);
        named.push(&charge.id);
        let known = plan.charges.iter().find(|known| known.id == charge.id);
        let over =
            known.filter(|known| matches!(known.state, ChargeState::Charged | ChargeState::Waived));
        prop_assert!(over.is_none(), "{over:?} is over");
    }
    for item in account.items.iter().filter(|item| item.kind == ItemKind::Charge) {
        let Some(id) = &item.charge else { continue };
        prop_assert!(!named.contains(&id), "{id} is an item of the ledger");
        let bears = |one: &&Charge| one.kind == ChargeKind::Fee && one.items == [item.id.clone()];
        prop_assert!(plan.actions.iter().flat_map(|one| &one.charges).find(bears).is_none());
    }
    Ok(())
}

fn no_more(scene: &Scene) -> Checked {
    let announced = announced(scene);
    for (id, amounts) in &announced {
        prop_assert!(amounts.is_sorted_by(|before, after| before >= after), "{id}: {amounts:?}");
    }
    let plan = plan(&scene.account, &scene.policy, scene.now);
    let named = plan.actions.iter().flat_map(|action| &action.charges);
    for charge in plan.charges.iter().chain(named) {
        let before = announced.get(&charge.id).and_then(|amounts| amounts.last());
        let within = before.is_none_or(|before| charge.amount.decimal() <= *before);
        prop_assert!(charge.kind == ChargeKind::Interest || within, "{} rose", charge.id);
    }
    Ok(())
}

fn no_day_twice(scene: &Scene) -> Checked {
    let plan = plan(&scene.account, &scene.policy, scene.now);
    let over = |one: &&Charge| {
        one.kind == ChargeKind::Interest
            && !matches!(one.state, ChargeState::Released | ChargeState::Announced)
    };
    let stated: Vec<&Charge> = plan.charges.iter().filter(over).collect();
    for (at, one) in stated.iter().enumerate() {
        for other in stated.iter().skip(at + 1).filter(|other| other.items == one.items) {
            let apart = one.segments.last().map(|span| span.until)
                < other.segments.first().map(|span| span.begins)
                || other.segments.last().map(|span| span.until)
                    < one.segments.first().map(|span| span.begins);
            prop_assert!(apart, "{one:?} and {other:?}");
        }
    }
    Ok(())
}

/// Dutch law lets a consumer bear no fee but the costs of its schedule.
fn protected(scene: &Scene) -> Checked {
    if scene.account.debtor.kind != DebtorKind::Consumer {
        return Ok(());
    }
    let own = |charge: &&Charge| {
        let rules = &scene.policy.doc().fees;
        let rule = rules.iter().find(|rule| rule.id == charge.rule);
        charge.kind == ChargeKind::Fee && rule.is_some_and(|rule| rule.schedule.is_none())
    };
    let plan = plan(&scene.account, &scene.policy, scene.now);
    let named = plan.actions.iter().flat_map(|action| &action.charges).chain(&plan.charges);
    prop_assert_eq!(named.filter(own).count(), 0);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    /// The sums of every action agree, planned and rechecked, and nothing is negative.
    #[test]
    fn totals_are_sums(scene in lived(), life in busy()) {
        agree(&scene)?;
        always(life, agree)?;
    }

    /// Whatever was sent, failed or cancelled: no item bears two fees of one step, no charge
    /// stands in two messages of a plan, and what is over is named in none.
    #[test]
    fn no_charge_comes_twice(scene in lived(), life in busy()) {
        once(&scene)?;
        always(life, once)?;
    }

    /// What may be asked for of a fee is never above what was announced of it at any attempt.
    #[test]
    fn no_fee_rises(scene in lived(), life in busy()) {
        no_more(&scene)?;
        always(life, no_more)?;
    }

    /// No debtor bears a fee that the law refuses.
    #[test]
    fn no_fee_is_charged_that_the_law_refuses(scene in lived(), life in busy()) {
        protected(&scene)?;
        always(life, protected)?;
    }

    /// Interest is stated for no day twice: no two spans of one item that are not released
    /// overlap.
    #[test]
    fn no_day_bears_interest_twice(scene in lived(), life in busy()) {
        no_day_twice(&scene)?;
        always(life, no_day_twice)?;
    }
}
