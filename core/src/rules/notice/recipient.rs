use super::Reachable;
use crate::model::{Account, Channel, Purpose};
use crate::text::Str;

const FOR_MESSAGES: [Purpose; 3] = [Purpose::Reminder, Purpose::Invoice, Purpose::Main];
const FOR_CALLS: [Purpose; 4] = [Purpose::Call, Purpose::Reminder, Purpose::Invoice, Purpose::Main];

/// A reminder goes to the contact for reminders, else for invoices, else to the main contact; a
/// call first of all to the contact for calls. Contacts of the items' own branch come first.
///
/// A step may name other purposes, in order. Lists all that have an address on the channel, the best first.
pub(crate) fn recipient<'a>(
    account: &'a Account,
    party: Option<&Str>,
    channel: Channel,
    named: &[Purpose],
) -> Vec<Reachable<'a>> {
    let usual: &[Purpose] = if channel == Channel::Call { &FOR_CALLS } else { &FOR_MESSAGES };
    let purposes = if named.is_empty() { usual } else { named };
    // What concerns several branches goes to the debtor as a whole.
    let own_first = [party, None];
    // A call may try the next number; a message has one address on a channel.
    let most = if channel == Channel::Call { usize::MAX } else { 1 };
    let mut reachable = Vec::with_capacity(account.contacts.len());
    for party in own_first.iter().skip(usize::from(party.is_none())) {
        for purpose in purposes.iter().copied() {
            for contact in &account.contacts {
                if contact.party.as_ref() != *party || !contact.purposes.contains(&purpose) {
                    continue;
                }
                let addresses = contact.addresses.iter().filter(|one| one.channel == channel);
                for address in addresses.take(most) {
                    reachable.push(Reachable { contact, purpose, address });
                }
            }
        }
    }
    reachable
}
