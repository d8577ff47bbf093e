//! The house rules: what a company writes (`PolicyDoc`) and what the rules read (`Policy`).

mod calls;
mod check;
mod compiled;
mod doc;
mod questions;

pub(crate) use calls::CallTerms;
pub use calls::{CallRules, CallWait};
pub use compiled::Policy;
pub(crate) use compiled::{Ladder, Rung};
pub use doc::*;
pub use questions::*;
