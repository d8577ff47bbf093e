//! How the debtor paid so far.

use super::ledger::Ledger;
use crate::model::{Account, Completeness, CreditAdvice, ItemKind, Payer, PayerClass, PayerSource};
use crate::policy::Policy;

/// The class by the settled items, if they are supplied, else by the account's history.
pub(super) fn payer(account: &Account, ledger: &Ledger<'_>, policy: &Policy, today: i32) -> Payer {
    let settled = account.completeness == Some(Completeness::WithSettled);
    let (source, (paid, late, days)) = match &account.history {
        _ if settled => (PayerSource::SettledItems, of_items(account, ledger, today)),
        Some(history) => {
            let late = history.paid_late_count.min(history.paid_count);
            let figures = (history.paid_count, late, u64::from(history.days_late_total));
            (PayerSource::History, figures)
        }
        None => (PayerSource::Nothing, (0, 0, 0)),
    };
    let (class, credit) = match source {
        PayerSource::Nothing => (PayerClass::Unknown, CreditAdvice::Normal),
        _ => policy.payers.judge(paid, late, days),
    };
    let share = u64::from(late).saturating_mul(100).checked_div(u64::from(paid)).unwrap_or(0);
    let average = days.checked_div(u64::from(late)).unwrap_or(0);
    Payer {
        payer_class: class,
        credit,
        source,
        paid,
        late,
        late_percent: u32::try_from(share).unwrap_or(u32::MAX),
        average_days_late: u32::try_from(average).unwrap_or(u32::MAX),
    }
}

/// Invoices settled by payments: how many, how many of them late, and the days late in all. One
/// that was settled without a payment says nothing.
fn of_items(account: &Account, ledger: &Ledger<'_>, today: i32) -> (u32, u32, u64) {
    if account.payments.is_empty() {
        return (0, 0, 0);
    }
    let mut paid_on: Vec<Option<i32>> = vec![None; ledger.items.len()];
    for payment in &account.payments {
        if payment.reversed.as_ref().is_some_and(|back| back.on.number() <= today) {
            continue;
        }
        for part in &payment.allocations {
            let at = ledger.find(&part.item);
            let at = at.and_then(|at| usize::try_from(at).ok());
            if let Some(known) = at.and_then(|at| paid_on.get_mut(at)) {
                // The last payment settles.
                *known = (*known).max(Some(payment.value_date.number()));
            }
        }
    }
    let (mut paid, mut late, mut days) = (0_u32, 0_u32, 0_u64);
    for ((item, facts), on) in account.items.iter().zip(&ledger.items).zip(paid_on) {
        let is_invoice = matches!(item.kind, ItemKind::Invoice | ItemKind::ScheduledPart);
        let Some(on) = on.filter(|_| is_invoice && facts.open == 0 && !facts.is_unclear) else {
            continue;
        };
        paid = paid.saturating_add(1);
        let after = on.saturating_sub(facts.due);
        if let Ok(after @ 1..) = u64::try_from(after) {
            late = late.saturating_add(1);
            days = days.saturating_add(after);
        }
    }
    (paid, late, days)
}
