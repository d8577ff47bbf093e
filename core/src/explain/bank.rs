//! What the bank brought, and took back.

use super::phrase::{Phrase, Voice, say};
use crate::calendar::Day;

/// The payments of an item, each on its day.
pub(super) fn payments(voice: &Voice<'_>, item: &str) -> Vec<(Day, Phrase)> {
    let mut told = Vec::new();
    for payment in &voice.account.payments {
        let parts = payment.allocations.iter().filter(|part| part.item == *item);
        for part in parts {
            let paid = say("event.paid").day("on", payment.value_date).money(
                "amount",
                part.amount,
                payment.currency,
            );
            told.push((payment.value_date, paid));
            if let Some(back) = &payment.reversed {
                let gone = say("event.paidBack")
                    .day("on", back.on)
                    .money("amount", part.amount, payment.currency)
                    .text("reason", &back.reason);
                told.push((back.on, gone));
            }
        }
    }
    told
}
