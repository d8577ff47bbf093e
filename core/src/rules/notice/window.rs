use super::whereabouts;
use crate::channel::{ContactSetting, Holidays, Hours};
use crate::model::{Account, Channel, Contact, DebtorKind};
use crate::policy::Policy;

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
    let (country, zones) = whereabouts(account, contact);
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
