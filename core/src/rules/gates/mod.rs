//! May we write at all? All gates are asked, and all obstacles are told.

mod arranged;
mod blocked;
mod deceased;
mod disputed;
mod handed_over;
mod insolvent;
mod invalid;
mod newer_entry;
mod nothing_owed;
mod outcome_unknown;
mod promised;
mod questioned;
mod replied;
mod stale;
mod time_barred;
mod withdrawn;

pub(crate) use arranged::arranged;
pub(crate) use blocked::blocked;
pub(crate) use deceased::deceased;
pub(crate) use disputed::disputed;
pub(crate) use handed_over::handed_over;
pub(crate) use insolvent::insolvent;
pub(crate) use invalid::invalid;
pub(crate) use newer_entry::newer_entry;
pub(crate) use nothing_owed::{nothing_owed, residual};
pub(crate) use outcome_unknown::outcome_unknown;
pub(crate) use promised::promised;
pub(crate) use questioned::questioned;
pub(crate) use replied::replied;
pub(crate) use stale::stale;
pub(crate) use time_barred::time_barred;
pub(crate) use withdrawn::withdrawn;
