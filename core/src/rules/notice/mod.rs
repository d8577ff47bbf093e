//! To whom, by what channel, and together with what?

mod bundle;
mod channel;
mod recipient;
mod unreachable;

pub(crate) use bundle::{Bundle, Candidate, bundle};
pub(crate) use channel::{FailedAttempt, channel, next_change};
pub(crate) use recipient::recipient;
pub(crate) use unreachable::unreachable;

use crate::model::{Address, Contact, Purpose};

/// A contact that has an address on a channel.
#[derive(Clone, Copy)]
pub(crate) struct Reachable<'a> {
    pub(crate) contact: &'a Contact,
    pub(crate) purpose: Purpose,
    pub(crate) address: &'a Address,
}
