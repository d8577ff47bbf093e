//! What laws say, as dated data with its sources: rates of interest, costs and fixed sums.
//!
//! It knows figures and days, and decides nothing. A host extends or replaces any of it in its
//! policy.

mod notice;
mod schedule;
mod series;
mod statute;

pub(crate) use notice::{
    LegalNotice, NoticeTerm, legal_notice, notice_before, notice_before_interest,
};
#[cfg(test)]
pub(crate) use schedule::built_in_schedules;
pub(crate) use schedule::ceiling_of;
pub use schedule::{CostKind, CostPer, CostSchedule, CostTier, FollowingClaims, cost_schedules};
pub(crate) use schedule::{schedule_named, schedules};
pub use series::{Confidence, RateSeries, SeriesRate, rate_series, rate_series_names};
pub(crate) use series::{percent, series};
pub(crate) use statute::{Statute, claimed, imputation, is_known, limit, no_own_fee, statute};

/// The state of the data that comes with this version: the day on which it was compiled.
pub(crate) const DATA_VERSION: &str = "2026-11-21";
