use super::*;
use crate::model::{BlockScope, Contact, Creditor, Debtor, DebtorKind, DunningBlock, Entry};
use crate::model::{Event, Item, ItemKind, Subject};

/// A thousand items, every one held in several ways.
fn held(items: usize) -> (Account, Policy, Moment) {
    let policy = Policy::from_json(
        r#"{"scenarios":[{"id":"s","version":1,"steps":[
            {"id":"a","offset":{"type":"days","days":-3},"work":{"type":"message","channels":["email"]}},
            {"id":"b","offset":{"type":"days","days":90},"work":{"type":"call"}}]}],
            "assignment":[{"scenario":"s"}]}"#,
    );
    let now: Moment = "2026-03-16T08:00:00Z".parse().unwrap();
    let country: crate::model::Country = "NL".parse().unwrap();
    let creditor = Creditor::new("c", "C", country, "Europe/Amsterdam");
    let debtor = Debtor::new("d", "D", DebtorKind::Business, country);
    let mut account = Account::new(creditor, debtor, now, now);
    account.contacts = vec![Contact::new("k", "K", [])];
    let currency: crate::money::Currency = "EUR".parse().unwrap();
    let due: crate::calendar::Day = "2026-03-01".parse().unwrap();
    let amount: crate::money::Amount = "120.00".parse().unwrap();
    for number in 0..items {
        let id = format!("I{number}");
        account.items.push(Item::new(id.as_str(), ItemKind::Invoice, due, amount, currency));
        let scope = BlockScope::Item { item: id.as_str().into() };
        let event = Event::Blocked { block: DunningBlock::new(scope, "checking") };
        let subject = Subject::Item { item: id.as_str().into() };
        let entry = format!("{id}/1");
        account.journal.push(Entry::new(entry, now, now, "eva", subject, event, "0"));
    }
    (account, policy.unwrap(), now)
}

#[test]
fn the_rule_pass_allocates_nothing() {
    let (account, policy, now) = held(1_000);
    let standing = Standing::new(&account, &policy, now, None);
    let survey = survey(&standing);
    let mut answers = Answers::with_room(account.items.len());
    let mut verdicts = Vec::with_capacity(account.items.len());
    let counted = allocation_counter::measure(|| {
        for at in 0..standing.items.len() {
            verdicts
                .extend(Case::new(&standing, &survey, at).map(|case| judge(&case, &mut answers)));
        }
    });
    assert_eq!(counted.count_total, 0);
    assert_eq!(verdicts.len(), 1_000);
    assert!(verdicts.iter().all(|verdict| !verdict.is_candidate()));
    assert!(answers.held.len() >= 2_000, "a block and a step that is not due, each");
}
