//! May we write at all? All gates are asked, and all obstacles are told.

mod blocked;
mod disputed;
mod invalid;
mod newer_entry;
mod nothing_owed;
mod outcome_unknown;
mod promised;
mod stale;
mod time_barred;

pub(crate) use blocked::blocked;
pub(crate) use disputed::disputed;
pub(crate) use invalid::invalid;
pub(crate) use newer_entry::newer_entry;
pub(crate) use nothing_owed::nothing_owed;
pub(crate) use outcome_unknown::outcome_unknown;
pub(crate) use promised::promised;
pub(crate) use stale::stale;
pub(crate) use time_barred::time_barred;
