//! Terms of French law.

use super::{Reckoned, agreed_or_thirty_days};
use crate::calendar::Day;
use crate::error::Refusal;

pub(super) fn trade(base: Option<i32>, agreed_until: Option<Day>) -> Result<Reckoned, Refusal> {
    agreed_or_thirty_days(base, agreed_until, "performedOn", &["Code de commerce art. L441-10"])
}
