//! Terms of German law.

use super::{Named, Reckoned, missing};
use crate::calendar::{Adjustment, Day};
use crate::error::Refusal;
use crate::model::{DebtorKind, Trouble};

/// The day on which the invoice counts as received (§ 286(3) BGB).
pub(super) fn received(
    (invoice_received_on, performed_on): (Option<Day>, Option<Day>),
    debtor: DebtorKind,
    consumer_was_told: bool,
) -> Result<i32, Refusal> {
    let is_consumer = debtor == DebtorKind::Consumer;
    if is_consumer && !consumer_was_told {
        return Err(Refusal::Invalid {
            path: "consumerWasTold".into(),
            value: "false".into(),
            problem: Trouble::NoTerm,
        });
    }
    let instead = performed_on.filter(|_| !is_consumer);
    let received = invoice_received_on.or(instead).map(Day::number);
    received.ok_or_else(|| missing("invoiceReceivedOn"))
}

/// Thirty days after both; the last of them moves to a working day, and default begins the day
/// after.
pub(super) fn default(base: i32, calendar: &Named<'_>) -> Reckoned {
    let end = base.saturating_add(30);
    let last = calendar.days.adjust(end, Adjustment::Following);
    let sources = &["BGB § 286(3)", "BGB §§ 187(1), 188(1), 193"];
    let plain = Reckoned::new(base.saturating_add(1), end, sources);
    Reckoned { last, findings: calendar.unknown(end, last).into_iter().collect(), ..plain }
}
