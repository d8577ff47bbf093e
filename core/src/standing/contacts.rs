//! Contacts with the debtor, and which of them led to a reaction.
//!
//! Made only for steps that choose their channel by reach.

use super::{Delivery, Standing};
use crate::calendar::{Day, Moment};
use crate::model::{ArrangementSide, Channel, Event, Intent};
use crate::text::Str;

/// A contact by one channel on one of the creditor's days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ContactMade {
    at: i64,
    day: i32,
    pub(crate) channel: Channel,
    /// True if the debtor reacted before the next contact.
    pub(crate) led_to_reaction: bool,
}

/// Something that the debtor did.
struct Reaction<'a> {
    at: i64,
    channel: Option<Channel>,
    /// The delivery that it answers, if that is known.
    to: Option<&'a Str>,
}

impl<'a> Standing<'a> {
    /// Deliveries that count as earlier contacts.
    pub(crate) fn earlier_deliveries(&self) -> impl Iterator<Item = &Delivery<'a>> {
        self.deliveries.all().iter().filter(|delivery| {
            self.rechecked.is_none_or(|own| {
                delivery.id != own.delivery && delivery.planned_at() != Some(own.planned_at)
            })
        })
    }

    pub(super) fn find_last_contact_day(&self) -> Option<i32> {
        let last = self.earlier_deliveries().filter_map(Delivery::contact_at).max();
        let own = last.map(|last| self.zone.day_of(Moment::of(last)));
        // What another system sent is a contact, if it says how.
        let sent =
            self.imports.iter().map(|import| import.level).filter(|one| one.channel.is_some());
        sent.map(|one| one.reached_on.number()).chain(own).max()
    }
}

impl Standing<'_> {
    /// The contacts so far, in the order of time. Several by one channel on one day count as one.
    ///
    /// A reaction counts for the contact that it answers, else for the last before it; if several
    /// channels were used on that day, for the one that it came by, else for all of them.
    pub(crate) fn contacts(&self) -> &[ContactMade] {
        self.deliveries.contacts.get_or_init(|| self.contacts_made())
    }

    fn contacts_made(&self) -> Vec<ContactMade> {
        let sent = self.earlier_deliveries().filter_map(|delivery| self.contact(delivery));
        let imports = self.imports.iter().filter_map(|import| {
            let (day, channel) = (import.level.reached_on.number(), import.level.channel?);
            let at = self.zone.start_of(day).micros();
            Some(ContactMade { at, day, channel, led_to_reaction: false })
        });
        let mut contacts: Vec<ContactMade> = sent.chain(imports).collect();
        contacts.sort_by_key(|one| (one.at, one.channel));
        let mut seen: Vec<ContactMade> = Vec::with_capacity(contacts.len());
        for one in contacts {
            let same_day = seen.iter_mut().rev().take_while(|known| known.day == one.day);
            let known = same_day.into_iter().find(|known| known.channel == one.channel);
            match known {
                Some(known) => known.led_to_reaction |= one.led_to_reaction,
                None => seen.push(one),
            }
        }
        for reaction in self.reactions() {
            self.credit(&reaction, &mut seen);
        }
        seen
    }

    /// By the channel by which it goes first.
    fn contact(&self, delivery: &Delivery<'_>) -> Option<ContactMade> {
        let (at, channel) = (delivery.contact_at()?, delivery.channel()?);
        let day = self.zone.day_of(Moment::of(at));
        let led_to_reaction = delivery.call.as_ref().is_some_and(|call| call.is_conversation());
        Some(ContactMade { at, day, channel, led_to_reaction })
    }

    fn credit(&self, reaction: &Reaction<'_>, contacts: &mut [ContactMade]) {
        let named = reaction.to.and_then(|id| self.contact(self.deliveries.find(id)?));
        let last = || contacts.iter().rev().find(|one| one.at <= reaction.at).copied();
        let Some(answered) = named.or_else(last) else { return };
        let by = named.map(|named| named.channel).or(reaction.channel);
        let until = reaction.at.max(answered.at);
        let is_meant = |one: &&mut ContactMade| one.day == answered.day && one.at <= until;
        let one = contacts.iter_mut().filter(is_meant).find(|one| Some(one.channel) == by);
        match one {
            Some(one) => one.led_to_reaction = true,
            None => {
                contacts.iter_mut().filter(is_meant).for_each(|one| one.led_to_reaction = true);
            }
        }
    }

    /// What the debtor wrote, promised, contested, asked, proposed and paid.
    fn reactions(&self) -> Vec<Reaction<'_>> {
        let journal = self.account.journal.iter().filter_map(|entry| {
            let (mut channel, mut to) = (None, None);
            match &entry.event {
                // Somebody else answered: the debtor was not reached.
                Event::Inbound { message } if matches!(message.intent, Intent::WrongPerson {}) => {
                    return None;
                }
                Event::Inbound { message } => {
                    (channel, to) = (Some(message.channel), message.delivery.as_ref());
                }
                Event::Promised { .. }
                | Event::DisputeOpened { .. }
                | Event::QuestionAsked { .. } => {}
                Event::ArrangementProposed { arrangement }
                    if arrangement.by == ArrangementSide::Debtor => {}
                _ => return None,
            }
            Some(Reaction { at: entry.occurred_at.micros(), channel, to })
        });
        let paid = self.account.payments.iter().filter(|payment| payment.reversed.is_none());
        let paid = paid.map(|payment| {
            let next = self.zone.start_of(Day::number(payment.value_date).saturating_add(1));
            Reaction { at: next.micros().saturating_sub(1), channel: None, to: None }
        });
        journal.chain(paid).collect()
    }
}
