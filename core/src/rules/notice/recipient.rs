use super::Reachable;
use crate::model::{Account, Channel, Purpose};
use crate::text::Str;

const FOR_MESSAGES: [Purpose; 3] = [Purpose::Reminder, Purpose::Invoice, Purpose::Main];
const FOR_CALLS: [Purpose; 4] = [Purpose::Call, Purpose::Reminder, Purpose::Invoice, Purpose::Main];

/// A reminder goes to the contact for reminders, else for invoices, else to the main contact; a
/// call first of all to the contact for calls. Contacts of the items' own branch come first.
///
/// Lists all that have an address on the channel, the best first.
pub(crate) fn recipient<'a>(
    account: &'a Account,
    party: Option<&Str>,
    channel: Channel,
) -> impl Iterator<Item = Reachable<'a>> {
    let purposes: &[Purpose] = if channel == Channel::Call { &FOR_CALLS } else { &FOR_MESSAGES };
    // What concerns several branches goes to the debtor as a whole.
    let parties = match party {
        Some(party) => vec![Some(party.clone()), None],
        None => vec![None],
    };
    parties.into_iter().flat_map(move |party| {
        purposes.iter().flat_map(move |purpose| {
            let party = party.clone();
            let contacts = account.contacts.iter().filter(move |contact| {
                contact.party == party && contact.purposes.contains(purpose)
            });
            // A call may try the next number; a message has one address on a channel.
            let most = if channel == Channel::Call { usize::MAX } else { 1 };
            contacts.flat_map(move |contact| {
                let addresses = contact.addresses.iter().filter(move |one| one.channel == channel);
                let purpose = *purpose;
                addresses.take(most).map(move |address| Reachable { contact, purpose, address })
            })
        })
    })
}
