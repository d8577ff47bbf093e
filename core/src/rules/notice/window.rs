use crate::channel::{ContactSetting, Holidays, Hours, zones_of};
use crate::model::{Account, Channel, Contact, DebtorKind};
use crate::policy::Policy;
use crate::text::Str;

/// A debtor is approached only at hours that all rules allow: those that the policy names, the
/// debtor's requests and the contact's; in every zone in which the debtor may be.
///
/// None if there is no rule: then any hour will do.
pub(crate) fn window<'s>(
    account: &'s Account,
    policy: &'s Policy,
    contact: Option<&'s Contact>,
    channel: Channel,
    is_consumer: impl FnOnce() -> bool,
) -> Option<Hours<'s>> {
    let own = contact.map_or(&[][..], |contact| &*contact.requests);
    let debtor = &account.debtor;
    if policy.window.is_none() && own.is_empty() && debtor.requests.is_empty() {
        return None;
    }
    let party = contact.and_then(|contact| contact.party.as_ref());
    let party = party.and_then(|id| account.parties.iter().find(|party| party.id == *id));
    let country = party.and_then(|party| party.country).unwrap_or(debtor.country);
    let zones: Vec<Str> = match party {
        Some(party) if party.zone.is_some() => party.zone.iter().cloned().collect(),
        // A branch abroad is not where the debtor is.
        _ if !debtor.zones.is_empty() && country == debtor.country => debtor.zones.clone(),
        _ => zones_of(country).map(Str::from).collect(),
    };
    let setting = ContactSetting {
        channel,
        zones,
        country,
        natural_person: debtor.natural_person.unwrap_or(debtor.kind == DebtorKind::Consumer),
        consumer: is_consumer(),
        role: account.creditor.role,
    };
    let rules = policy.window.iter().flat_map(|window| &window.rules);
    let rules = rules.chain(&debtor.requests).chain(own);
    Some(Hours::new(rules, &setting, |id| {
        policy.calendar_named(id).map(|(id, days)| Holidays { id, days })
    }))
}
