//! Disputes and how they were decided.

use crate::model::{DisputeMade, DisputeOutcome};
use crate::text::Str;

/// A dispute of one item.
#[derive(Debug)]
pub(crate) struct DisputeFacts<'a> {
    pub(crate) entry: &'a Str,
    pub(crate) made: &'a DisputeMade,
    pub(crate) opened_on: i32,
    pub(crate) outcome: Option<&'a DisputeOutcome>,
}
