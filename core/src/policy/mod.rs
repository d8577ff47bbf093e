//! The house rules: what a company writes (`PolicyDoc`) and what the rules read (`Policy`).

mod arrangements;
mod assignment;
mod blocks;
mod calls;
mod charge_terms;
mod charges;
mod check;
mod check_charges;
mod check_ladder;
mod check_money;
mod compiled;
mod doc;
mod ladder;
mod lint;
mod minimum;
mod payers;
mod questions;
mod replies;
mod scenario;

pub(crate) use arrangements::Arranging;
pub use arrangements::{ArrangementRules, InstalmentStep, Lapse, LeastInstalment};
pub use blocks::BlockRules;
pub(crate) use calls::CallTerms;
pub use calls::{CallRules, CallWait};
pub(crate) use charge_terms::{Band, FeeTable, FeeTerms, InterestTerms, Rate};
pub use charges::*;
pub use compiled::Policy;
pub use doc::*;
pub(crate) use ladder::{Ladder, Least, Rung};
pub use minimum::*;
pub(crate) use payers::PayerTerms;
pub use payers::{PayerRules, PunctualFirst};
pub use questions::*;
pub use replies::ReplyRules;
pub(crate) use replies::ReplyTerms;
pub use scenario::*;
