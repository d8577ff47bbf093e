//! To whom, by what channel, and together with what?

mod bundle;
mod channel;
mod recipient;
mod unreachable;

pub(crate) use bundle::{Bundle, Candidate, bundle};
pub(crate) use channel::{FailedAttempt, channel, next_change};
pub(crate) use recipient::{Reachable, recipient};
pub(crate) use unreachable::unreachable;
