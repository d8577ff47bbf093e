//! Which step, and when? Asked in order.

mod called;
mod legal_data;
mod rejected;
mod rescheduled;
mod scenario;
mod skipped;
mod step;
mod timing;

pub(crate) use called::called;
pub(crate) use legal_data::legal_data;
pub(crate) use rejected::{rejected, rejection};
pub(crate) use rescheduled::{rescheduled, shift};
pub(crate) use scenario::{choose, scenario};
pub(crate) use skipped::{Passed, by_hand, skipped};
pub(crate) use step::{Due, NoDay, step};
pub(crate) use timing::{rested_on, timing};
