//! Which step, and when? Asked in order.

mod called;
mod rescheduled;
mod scenario;
mod skipped;
mod step;
mod timing;

pub(crate) use called::called;
pub(crate) use rescheduled::{rescheduled, shift};
pub(crate) use scenario::{occurrence, scenario};
pub(crate) use skipped::skipped;
pub(crate) use step::step;
pub(crate) use timing::timing;
