//! What a person may do, and what is answered by itself.

use super::phrase::{Phrase, say};
use super::words;
use crate::model::{Advice, AutomaticReceipt, CreditAdvice, Suggestion};
use crate::text::Str;

pub(super) fn suggestion(suggestion: &Suggestion) -> Phrase {
    match &suggestion.advice {
        Advice::AskProofOfPayment { inbound, items } => {
            asked("advice.askProofOfPayment", inbound, items)
        }
        Advice::RecordPromise { inbound, amount, currency, items, date } => match date {
            Some(date) => asked("advice.recordPromiseOn", inbound, items).day("date", *date),
            None => asked("advice.recordPromise", inbound, items),
        }
        .money("amount", *amount, *currency),
        Advice::ProposeArrangement { inbound, items } => {
            asked("advice.proposeArrangement", inbound, items)
        }
        Advice::OfferIncentive { inbound, items, most_percent } => {
            asked("advice.offerIncentive", inbound, items).number("percent", *most_percent)
        }
        Advice::RecordDispute { inbound, items } => asked("advice.recordDispute", inbound, items),
        Advice::RecordQuestion { inbound, items } => asked("advice.recordQuestion", inbound, items),
        Advice::SendInvoiceAgain { inbound, items } => {
            asked("advice.sendInvoiceAgain", inbound, items)
        }
        Advice::LimitCredit { credit, late_percent, average_days_late } => say(match credit {
            CreditAdvice::Normal => "advice.limitCredit.normal",
            CreditAdvice::Prepay => "advice.limitCredit.prepay",
            CreditAdvice::Stop => "advice.limitCredit.stop",
        })
        .number("percent", *late_percent)
        .number("days", *average_days_late),
        Advice::CorrectContact { inbound, channel, contact } => match contact {
            Some(contact) => say("advice.correctContact").contact("contact", contact),
            None => say("advice.correctContactOfNobody"),
        }
        .text("inbound", inbound)
        .phrase("by", words::by(*channel)),
    }
}

/// What a message of the debtor asks for, with the items that it is about.
fn asked(key: &'static str, inbound: &str, items: &[Str]) -> Phrase {
    let about = if items.is_empty() {
        say("advice.about.nothing")
    } else {
        let items = items.iter().map(|item| say("advice.about.item").item("item", item));
        say("advice.about.items").all_of("items", items.collect())
    };
    say(key).text("inbound", inbound).phrase("about", about)
}

pub(super) fn receipt(receipt: &AutomaticReceipt) -> Phrase {
    match &receipt.contact {
        Some(contact) => say("receipt").contact("contact", contact),
        None => say("receipt.toNobodyKnown"),
    }
    .text("inbound", &receipt.inbound)
    .phrase("by", words::by(receipt.channel))
    .moment("answerBy", receipt.answer_by)
    .moment("opensAt", receipt.opens_at)
}
