//! An approach of the debtor, as the rules on how often ask about it.

use crate::calendar::{Moment, Zone};
use crate::channel::zones_of;
use crate::model::{Account, Action, Channel, Contact, Country, Party, Subject};
use crate::standing::{Delivery, Fact, Standing, is_without};
use crate::text::Str;

/// An approach of the debtor that is about to be planned.
pub(crate) struct Approach<'a> {
    pub(crate) step: &'a Str,
    pub(crate) channel: Channel,
    pub(crate) contact: Option<&'a Contact>,
    pub(crate) at: Moment,
    /// The positions of the items that it names.
    pub(crate) items: Vec<usize>,
}

impl<'a> Approach<'a> {
    pub(crate) fn of(standing: &Standing<'a>, action: &'a Action, items: Vec<usize>) -> Self {
        let mut contacts = standing.account.contacts.iter();
        Self {
            step: &action.step,
            channel: action.channel,
            contact: contacts.find(|one| one.id == action.recipient.contact),
            at: action.not_before,
            items,
        }
    }
}

/// The deliveries that named an item, or may name it: among those of its own steps and of the steps
/// that it shares.
pub(crate) fn deliveries_about<'s, 'a>(
    standing: &'s Standing<'a>,
    at: usize,
) -> impl Iterator<Item = &'s Delivery<'a>> + use<'s, 'a> {
    let facts = standing.facts_of(at).iter().chain(&standing.shared);
    let numbers = facts.filter_map(|fact| match *fact {
        Fact::Take { delivery, .. } => usize::try_from(delivery).ok(),
        _ => None,
    });
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    numbers.dedup();
    let item = standing.item(at);
    let known = numbers.into_iter().filter_map(|at| standing.deliveries.all().get(at));
    known.filter(move |delivery| item.is_some_and(|item| is_about(delivery, &item.id)))
}

/// True if a delivery named an item, or may name it.
fn is_about(delivery: &Delivery<'_>, item: &Str) -> bool {
    match delivery.said() {
        Some((_, lines)) => lines.iter().any(|line| line.item == *item),
        None => delivery.covers().iter().any(|cover| match &cover.key.subject {
            Subject::Item { item: own } => own == item,
            Subject::Debtor {} | Subject::DebtorCurrency { .. } => !is_without(cover, item),
            _ => false,
        }),
    }
}

/// The clocks of the debtor: the creditor's if none is known.
pub(crate) fn zones(standing: &Standing<'_>, contact: Option<&Contact>) -> Vec<Zone> {
    let (_, zones) = whereabouts(standing.account, contact);
    let mut zones: Vec<Zone> = zones.iter().filter_map(|zone| Zone::named(zone)).collect();
    if zones.is_empty() {
        zones.push(standing.zone);
    }
    zones
}

/// The country and the zones in which a contact may be: of its branch, else of the debtor, else all
/// zones of the country.
pub(crate) fn whereabouts(account: &Account, contact: Option<&Contact>) -> (Country, Vec<Str>) {
    let debtor = &account.debtor;
    let party = party_of(account, contact);
    let country = country_of(account, contact);
    let zones: Vec<Str> = match party {
        Some(party) if party.zone.is_some() => party.zone.iter().cloned().collect(),
        // A branch abroad is not where the debtor is.
        _ if !debtor.zones.is_empty() && country == debtor.country => debtor.zones.clone(),
        _ => zones_of(country).map(Str::from).collect(),
    };
    (country, zones)
}

/// The country in which a contact is: of its branch, else of the debtor.
pub(crate) fn country_of(account: &Account, contact: Option<&Contact>) -> Country {
    party_of(account, contact).and_then(|party| party.country).unwrap_or(account.debtor.country)
}

fn party_of<'a>(account: &'a Account, contact: Option<&Contact>) -> Option<&'a Party> {
    let id = contact?.party.as_ref()?;
    account.parties.iter().find(|party| party.id == *id)
}
