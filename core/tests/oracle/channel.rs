//! The channel of a message and the contact whom it goes to.

use std::collections::BTreeSet;

use dunning::{Account, Address, BlockScope, Channel, Contact, Event, Intent, Purpose};

use super::answer::word;
use super::deliveries::{Delivery, Fate, channels_of};
use super::facts::World;
use super::notice::Ready;

#[derive(Clone)]
pub(crate) struct Chosen<'a> {
    pub(crate) channel: Channel,
    pub(crate) contact: &'a Contact,
    pub(crate) address: &'a Address,
}

impl<'a> World<'a> {
    /// The first channel that can be used; else every channel with the reason against it.
    pub(crate) fn choose(
        &self,
        group: &[Ready<'a>],
        leading: &Ready<'a>,
        deliveries: &[Delivery<'a>],
    ) -> Result<Chosen<'a>, String> {
        let parties: BTreeSet<_> = group.iter().map(|one| &one.item.party).collect();
        let party = parties.first().copied().filter(|_| parties.len() == 1).cloned().flatten();
        let mut excluded = String::new();
        for channel in channels_of(&leading.ladder.steps[leading.at]) {
            let against = if self.is_blocked(channel) {
                "blocked"
            } else if self.is_too_soon(channel, deliveries) {
                "gap"
            } else {
                let chosen = |(contact, address)| Chosen { channel, contact, address };
                let all = self.recipients(party.as_deref(), channel);
                let mut all = all.into_iter().map(chosen);
                match all.clone().next() {
                    None => "noAddress",
                    Some(best) => match all.find(|one| self.against(one).is_none()) {
                        None => self.against(&best).unwrap(),
                        Some(usable) if self.has_failed(&usable, group, deliveries) => {
                            "attemptFailed"
                        }
                        Some(usable) => return Ok(usable),
                    },
                }
            };
            excluded.push_str(&format!(" {} {against}", word(channel)));
        }
        Err(excluded)
    }

    fn is_blocked(&self, channel: Channel) -> bool {
        let blocks = self.blocks();
        let mut own = blocks.iter().filter(|block| {
            matches!(&block.block.scope, BlockScope::Channel { channel: about } if *about == channel)
        });
        own.any(|block| block.is_in_force(self.today))
    }

    fn is_too_soon(&self, channel: Channel, deliveries: &[Delivery<'a>]) -> bool {
        let Some(gap) = self.doc.channel_gaps.iter().find(|gap| gap.channel == channel) else {
            return false;
        };
        let gap = i32::try_from(gap.days).unwrap();
        let contacts = self.contacts(deliveries);
        contacts.iter().any(|(by, day)| *by == channel && self.today < day + gap)
    }

    /// Every contact with an address on the channel, by branch and purpose.
    fn recipients(&self, party: Option<&str>, channel: Channel) -> Vec<(&'a Contact, &'a Address)> {
        let account: &'a Account = self.account;
        let mut branches = vec![None];
        if party.is_some() {
            branches.insert(0, party);
        }
        let mut found = Vec::new();
        for branch in branches {
            for purpose in [Purpose::Reminder, Purpose::Invoice, Purpose::Main] {
                for contact in &account.contacts {
                    let address = contact.addresses.iter().find(|one| one.channel == channel);
                    let fits =
                        contact.party.as_deref() == branch && contact.purposes.contains(&purpose);
                    found.extend(address.filter(|_| fits).map(|address| (contact, address)));
                }
            }
        }
        found
    }

    /// What stands against a contact on a channel, if anything does.
    fn against(&self, chosen: &Chosen<'_>) -> Option<&'static str> {
        let consents = chosen.contact.consents.iter();
        let own = consents.filter(|consent| consent.channel == chosen.channel);
        let latest = own.max_by_key(|consent| (consent.at, !consent.given));
        let needs = matches!(chosen.channel, Channel::WhatsApp | Channel::Sms);
        let is_refused = latest.map_or(needs, |consent| !consent.given);
        self.refused(chosen).or(is_refused.then_some("noConsent"))
    }

    /// True if it was tried for this step, and did not arrive.
    fn has_failed(
        &self,
        chosen: &Chosen<'_>,
        group: &[Ready<'a>],
        deliveries: &[Delivery<'a>],
    ) -> bool {
        group.iter().any(|one| {
            let key = self.ready_key(one);
            deliveries.iter().any(|delivery| {
                delivery.takes(&key, &one.item.id)
                    && delivery.fate(self, &key) == Fate::Failed
                    && delivery.channel == chosen.channel
                    && *delivery.contact == chosen.contact.id
                    && delivery.address.id == chosen.address.id
                    && delivery.address.fingerprint == chosen.address.fingerprint
            })
        })
    }

    /// What the debtor's messages stand against: a refusal more than a wrong address.
    fn refused(&self, chosen: &Chosen<'_>) -> Option<&'static str> {
        let mut wrong = None;
        for entry in &self.journal {
            let Event::Inbound { message } = &entry.event else { continue };
            let is_theirs = message.contact.as_ref().is_none_or(|by| *by == chosen.contact.id);
            if message.channel != chosen.channel || !is_theirs {
                continue;
            }
            let again = chosen.contact.consents.iter().any(|consent| {
                consent.channel == chosen.channel && consent.given && consent.at > entry.occurred_at
            });
            if matches!(message.intent, Intent::Stop {}) && !again {
                return Some("optedOut");
            }
            let is_from_here = message.address.as_ref().is_some_and(|address| {
                address.id == chosen.address.id && address.fingerprint == chosen.address.fingerprint
            });
            if matches!(message.intent, Intent::WrongPerson {}) && is_from_here {
                wrong = Some("wrongPerson");
            }
        }
        wrong
    }
}
