//! What providers reported of addresses: which do not exist, and which want nothing more.

use super::Standing;
use super::deliveries::Deliveries;
use crate::model::{Address, Channel, Contact, Entry, ErrorClass, ExcludedWhy, Failure};
use crate::text::Str;

/// A failure that says something of the address, whatever the step.
#[derive(Debug)]
pub(crate) struct Bounce<'a> {
    entry: &'a Entry,
    delivery: &'a Str,
    /// The channel by which it failed, if that was told.
    by: Option<Channel>,
    why: ExcludedWhy,
}

impl<'a> Bounce<'a> {
    pub(super) fn of(entry: &'a Entry, failed: &'a Failure) -> Option<Self> {
        let why = match failed.meaning? {
            ErrorClass::Hard => ExcludedWhy::AddressDead,
            ErrorClass::OptedOut => ExcludedWhy::OptedOut,
            _ => return None,
        };
        Some(Self { entry, delivery: &failed.delivery, by: failed.channel, why })
    }
}

impl<'a> Deliveries<'a> {
    /// What speaks against an address since the provider reported it, and the entry that says so.
    ///
    /// An address that does not exist is dead until it was edited; a wish to get nothing more
    /// closes the contact's channel until a consent of a later time.
    fn bounced(
        &self,
        contact: &Contact,
        channel: Channel,
        address: &Address,
    ) -> Option<(ExcludedWhy, &'a Str)> {
        let found = self.bounces.iter().filter(|bounce| {
            let Some(sent) = self.find(bounce.delivery) else { return false };
            let mut parts = sent.parts().filter(|part| {
                // Without a channel it was the one by which the delivery goes first.
                part.channel == channel && bounce.by.or(sent.channel()) == Some(channel)
            });
            parts.any(|part| match bounce.why {
                ExcludedWhy::OptedOut => {
                    *part.contact == contact.id
                        && !contact.agreed_since(channel, bounce.entry.occurred_at)
                }
                _ => part.address.is(address),
            })
        });
        // A wish weighs more than a fault of the address; of two alike the first counts.
        let first = found.min_by_key(|bounce| {
            (bounce.why != ExcludedWhy::OptedOut, bounce.entry.occurred_at, &bounce.entry.id)
        });
        first.map(|bounce| (bounce.why, &bounce.entry.id))
    }
}

impl<'a> Standing<'a> {
    /// What the debtor or a provider said against an address, and the entry that says so.
    pub(crate) fn objection(
        &self,
        contact: &Contact,
        channel: Channel,
        address: &Address,
    ) -> Option<(ExcludedWhy, &'a Str)> {
        let said = self.inbound.objection(contact, channel, address);
        said.or_else(|| self.deliveries.bounced(contact, channel, address))
    }
}
