//! The channels by which one delivery goes out: mostly one.

use super::delivery::Delivery;
use crate::model::{AddressRef, Channel, SentCopy};
use crate::text::Str;

/// One channel by which a delivery goes out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'a> {
    pub(crate) channel: Channel,
    pub(crate) contact: &'a Str,
    pub(crate) address: &'a AddressRef,
}

impl<'a> Delivery<'a> {
    /// The other channels by which it goes out.
    pub(crate) fn copies(&self) -> &'a [SentCopy] {
        match (self.sent, self.queued) {
            (Some((_, sent)), _) => &sent.copies,
            (None, Some((_, queued))) => &queued.copies,
            (None, None) => &[],
        }
    }

    /// Each channel by which it goes out, with whom it reaches there.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Part<'a>> + use<'a> {
        let own = self.channel().zip(self.contact()).zip(self.address());
        let own = own.map(|((channel, contact), address)| Part { channel, contact, address });
        let copies = self.copies().iter().map(|copy| Part {
            channel: copy.channel,
            contact: &copy.contact,
            address: &copy.address,
        });
        own.into_iter().chain(copies)
    }

    /// True if it went out by a channel, and is not known to have failed there.
    pub(crate) fn goes_by(&self, channel: Channel) -> bool {
        self.parts().any(|part| part.channel == channel) && self.failed_by(Some(channel)).is_none()
    }
}
