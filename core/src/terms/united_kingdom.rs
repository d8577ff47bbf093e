//! Terms of the law of the United Kingdom.

use super::{Reckoned, agreed_or_thirty_days, latest};
use crate::calendar::Day;
use crate::error::Refusal;

/// The thirty days begin with the later of performance and notice, so that day is their first.
pub(super) fn trade(
    performed_on: Option<Day>,
    noticed_on: Option<Day>,
    agreed_until: Option<Day>,
) -> Result<Reckoned, Refusal> {
    let sources = &["Late Payment of Commercial Debts (Interest) Act 1998 s. 4"];
    let (needed, both) = match (performed_on, noticed_on) {
        (None, _) => ("performedOn", None),
        (_, None) => ("noticedOn", None),
        (first, second) => ("", latest(first, &[second])),
    };
    let before = both.map(|day| day.saturating_sub(1));
    agreed_or_thirty_days(before, agreed_until, needed, sources)
}
