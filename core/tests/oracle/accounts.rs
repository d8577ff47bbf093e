//! Random accounts without a history: what the ledger says.

use chrono::{TimeDelta, TimeZone, Utc};
use dunning::{
    Account, Address, Channel, Completeness, Consent, Contact, Country, Creditor, Debtor,
    DebtorKind, Item, ItemKind, Moment, Party, Purpose,
};

use super::facts::{amount, currency, day};
use super::random::Random;

/// 20 March 2026: nine days later the clock changes in Europe.
pub(crate) const BASE: i32 = 739_695;

/// Some minutes after nine o'clock of the first day.
pub(crate) fn moment(minutes: i64) -> Moment {
    let base = Utc.with_ymd_and_hms(2026, 3, 20, 9, 0, 0).unwrap();
    Moment::try_from(base + TimeDelta::minutes(minutes)).unwrap()
}

pub(crate) fn account(random: &mut Random) -> Account {
    let nl: Country = "NL".parse().unwrap();
    let zone = *random.pick(&[
        "Europe/Amsterdam",
        "Europe/Amsterdam",
        "Europe/Amsterdam",
        "America/New_York",
        "Asia/Beirut",
    ]);
    let mut debtor = Debtor::new("D", "Debtor", DebtorKind::Business, nl);
    debtor.scenario = random.maybe(8, |_| "other".into());
    let creditor = Creditor::new("C", "Creditor", nl, zone);
    let mut account = Account::new(creditor, debtor, moment(0), moment(0));
    account.parties = vec![Party::new("north", "North"), Party::new("south", "South")];
    account.contacts = contacts(random);
    let count = random.range(1, 4);
    account.items = (0..count).map(|at| item(random, at)).collect();
    account.completeness = random.maybe(4, |_| Completeness::WithSettled);
    account
}

fn contacts(random: &mut Random) -> Vec<Contact> {
    let mut contacts = vec![
        contact(random, "ap", &[Purpose::Reminder, Purpose::Call]),
        contact(random, "main", &[Purpose::Main]),
        contact(random, "post", &[Purpose::Invoice]),
        contact(random, "law", &[Purpose::Legal]),
    ];
    let mut north = contact(random, "north", &[Purpose::Reminder]);
    north.party = Some("north".into());
    contacts.push(north);
    let count = random.below(5) + 1;
    if random.one_in(2) {
        contacts.truncate(count);
    }
    contacts
}

fn contact(random: &mut Random, id: &str, purposes: &[Purpose]) -> Contact {
    let mut contact = Contact::new(id, id, purposes.to_vec());
    let all = [
        Channel::Email,
        Channel::Sms,
        Channel::Letter,
        Channel::Portal,
        Channel::WhatsApp,
        Channel::Call,
    ];
    for channel in all {
        for number in 0..random.below(3) {
            let name = format!("{id}-{channel:?}-{number}");
            let mut address = Address::new(name.as_str(), channel, name.as_str());
            address.fingerprint = random.maybe(4, |_| "v1".into());
            contact.addresses.push(address);
        }
        if random.one_in(3) {
            let at = moment(-1_440 * i64::from(random.range(1, 9)));
            contact.consents.push(Consent::new(channel, !random.one_in(4), "form", at));
        }
    }
    contact
}

fn item(random: &mut Random, at: i32) -> Item {
    let kind = *random.pick(&[
        ItemKind::Invoice,
        ItemKind::Invoice,
        ItemKind::Invoice,
        ItemKind::Invoice,
        ItemKind::ScheduledPart,
        ItemKind::Charge,
        ItemKind::CreditNote,
        ItemKind::UnappliedPayment,
    ]);
    let is_credit = matches!(kind, ItemKind::CreditNote | ItemKind::UnappliedPayment);
    let (code, digits) = if random.one_in(6) { ("JPY", 0) } else { ("EUR", 2) };
    let cents = i64::from(*random.pick(&[500, 1_000, 4_000, 7_000, 10_000, 15_000, 20_000]));
    let open = if is_credit { -cents / 2 } else { cents };
    let due = BASE + if random.one_in(4) { random.range(-1, 2) } else { random.range(-25, 12) };
    let id = format!("I{at}");
    let mut item = Item::new(id, kind, day(due), amount(open, digits), currency(code));
    if !random.one_in(8) {
        item.issued = Some(day(due - random.range(0, 30)));
    }
    item.party = random.maybe(4, |random| (*random.pick(&["north", "south"])).into());
    item.tags = if random.one_in(8) { vec!["vip".into()] } else { Vec::new() };
    item.grace_until = random.maybe(8, |random| day(due + random.range(-2, 9)));
    item.time_barred_on = random.maybe(15, |random| day(BASE + random.range(-5, 30)));
    item.scenario = random.maybe(12, |_| "other".into());
    if is_credit {
        item.settles = random.maybe(3, |_| "I0".into());
    } else if random.one_in(2) {
        item.original = Some(amount(cents + i64::from(random.range(0, 2)) * 1_000, digits));
    }
    item
}
