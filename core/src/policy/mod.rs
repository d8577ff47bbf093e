//! The house rules: what a company writes (`PolicyDoc`) and what the rules read (`Policy`).

mod arrangements;
mod blocks;
mod calls;
mod charge_terms;
mod charges;
mod check;
mod check_charges;
mod compiled;
mod doc;
mod questions;
mod replies;

pub(crate) use arrangements::Arranging;
pub use arrangements::{ArrangementRules, InstalmentStep, Lapse, LeastInstalment};
pub use blocks::BlockRules;
pub(crate) use calls::CallTerms;
pub use calls::{CallRules, CallWait};
pub(crate) use charge_terms::{Band, FeeTable, FeeTerms, InterestTerms, Rate};
pub use charges::*;
pub use compiled::Policy;
pub(crate) use compiled::{Ladder, Rung};
pub use doc::*;
pub use questions::*;
pub use replies::ReplyRules;
pub(crate) use replies::ReplyTerms;
