//! Costs by law in the plan: never before the notice has run out, never above what it said, and
//! the same as in a claim.

use dunning::{
    Account, Charge, ChargeKind, ChargeState, CostClaim, CostFacts, Day, DebtorKind, Event, Policy,
    Sending, Str, claim, costs, plan, preset,
};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::config;
use crate::generate::{Scene, day, moment};
use crate::history::Desk;
use crate::ops::Op;

type Checked = Result<(), TestCaseError>;

/// A Dutch consumer with some invoices, by the rules of the preset without its approval.
fn scene() -> impl Strategy<Value = Scene> {
    let item = (-40..20_i64, 100..400_000_i64);
    let vat = prop_oneof![2 => Just(None), 1 => Just(Some("21"))];
    let by_mail = prop_oneof![3 => Just(false), 1 => Just(true)];
    let all = (prop::collection::vec(item, 1..4), vat, by_mail);
    all.prop_map(|(items, vat, by_mail)| {
        let now = moment(0);
        let items: Vec<Value> = items
            .iter()
            .enumerate()
            .map(|(number, (due, minor))| {
                json!({ "id": format!("i{number}"), "kind": "invoice", "due": day(*due),
                    "open": Decimal::new(*minor, 2).to_string(),
                    "original": Decimal::new(*minor, 2).to_string(), "currency": "EUR" })
            })
            .collect();
        let address = |channel: &str| json!({ "id": channel, "channel": channel, "value": "x" });
        let mut addresses = vec![address("email"), address("call")];
        addresses.extend((!by_mail).then(|| address("letter")));
        let account = json!({
            "creditor": { "id": "C", "name": "C", "country": "NL", "zone": "Etc/UTC" },
            "debtor": { "id": "D", "name": "D", "kind": "consumer", "country": "NL" },
            "contacts": [{ "id": "c", "name": "c", "purposes": ["main"], "addresses": addresses }],
            "items": items, "ledgerAsOf": now, "paymentsAsOf": now,
        });
        let mut doc = preset("nl_consumer").unwrap().policy;
        // Nobody is asked: what is planned goes out.
        doc.scenarios[0].steps.iter_mut().for_each(|step| step.mode = None);
        doc.claims.as_mut().unwrap().vat_percent = vat.map(|vat| vat.parse().unwrap());
        let account = Account::from_json(&account.to_string()).unwrap();
        Scene { policy: Policy::new(doc).unwrap(), account, now }
    })
}

fn day_of(at: dunning::Moment) -> Day {
    Day::try_from(at.utc().date_naive()).unwrap()
}

/// Weeks in which messages go out, fail and arrive, and money comes.
fn life() -> impl Strategy<Value = Vec<Op>> {
    let index = any::<Index>;
    let one = prop_oneof![
        6 => (48..240_i64).prop_map(|hours| Op::Wait { hours, fresh: true }),
        8 => Just(Op::Run { send: true }),
        1 => (index(), 0..5_u8).prop_map(|(delivery, what)| Op::Report { delivery, what }),
        1 => (index(), 0..3_u8).prop_map(|(charge, how)| Op::Settle { charge, how }),
        1 => (index(), 1..20_i64).prop_map(|(item, tenths)| Op::Pay { item, tenths }),
    ];
    prop::collection::vec(one, 10..50)
}

/// The letters that announced a charge, with the days on which they were sent.
fn letters<'a>(scene: &'a Scene, id: &Str) -> Vec<(Day, &'a Sending, &'a Charge)> {
    let sent = scene.account.journal.iter().filter_map(|entry| match &entry.event {
        Event::Sent { sent } if sent.legal_kind.is_some() => {
            Some((day_of(entry.occurred_at), sent))
        }
        _ => None,
    });
    let named = sent.flat_map(|(on, sent)| sent.charges.iter().map(move |one| (on, sent, one)));
    named.filter(|(_, _, charge)| charge.id == *id).collect()
}

/// What the law allows on what a charge was worked out on.
fn most(scene: &Scene, charge: &Charge) -> Decimal {
    let claims = [CostClaim::new(charge.base)];
    let on = day_of(scene.now);
    let mut facts = CostFacts::new("NL/collection_costs", charge.currency, on, claims);
    facts.kind = Some(DebtorKind::Consumer);
    costs(&facts, &scene.policy).unwrap().fee.decimal()
}

fn is_lawful(scene: &Scene) -> Checked {
    let today = day_of(scene.now);
    let told = plan(&scene.account, &scene.policy, scene.now);
    let named = told.actions.iter().flat_map(|action| &action.charges);
    let mut claimable = Decimal::ZERO;
    for charge in named.chain(&told.charges).filter(|one| one.kind == ChargeKind::Fee) {
        prop_assert!(charge.amount.decimal() <= most(scene, charge), "{charge:?}");
        let letters = letters(scene, &charge.id);
        let said = letters.iter().map(|(_, _, said)| said.amount.decimal()).min();
        prop_assert!(said.is_none_or(|said| charge.amount.decimal() <= said), "{charge:?}");
        if charge.state == ChargeState::Claimable {
            let over =
                letters.iter().any(|(on, ..)| on.date() + chrono::Days::new(14) < today.date());
            prop_assert!(over, "no letter has run out: {charge:?}");
        }
    }
    for action in &told.actions {
        let own = action.charges.iter().filter(|one| one.state == ChargeState::Claimable);
        let gross = own
            .map(|one| one.amount.decimal() + one.vat.map_or(Decimal::ZERO, |vat| vat.decimal()));
        let sum = action.total.decimal() + gross.sum::<Decimal>();
        prop_assert_eq!(action.total_with_charges.unwrap_or(action.total).decimal(), sum);
    }
    for charge in told.charges.iter().filter(|one| one.state == ChargeState::Claimable) {
        claimable += charge.amount.decimal();
    }
    let stated = claim(&scene.account, &scene.policy, &[], today).unwrap();
    let costs = stated.statements.iter().flat_map(|one| &one.costs);
    let stated: Decimal = costs.map(|one| one.statement.fee.decimal()).sum();
    prop_assert_eq!(stated, claimable, "a claim says otherwise");
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    /// A consumer bears no costs before a letter has run out, never more than it announced nor than
    /// the law allows, and those of the claim.
    #[test]
    fn costs_follow_the_letter(scene in scene(), life in life()) {
        let mut desk = Desk::new(scene);
        for op in &life {
            desk.take(op);
            is_lawful(&desk.scene)?;
        }
    }
}
