//! By which channel, to whom, from whom and at what cost.

use super::phrase::{Phrase, say};
use super::words;
use crate::model::{ExpectedCost, FiguresOf, Purpose, RankedChannel};
use crate::text::Str;

pub(super) fn escalated(recipients: &[Purpose], sender: Option<&Str>) -> Phrase {
    // Whom it came to in the end stands in the reason that follows.
    match (recipients.first().map(|first| words::purpose(*first)), sender) {
        (Some(purpose), None) => say("reason.escalated.recipients").phrase("purpose", purpose),
        (Some(purpose), Some(sender)) => {
            say("reason.escalated.both").phrase("purpose", purpose).text("sender", sender)
        }
        (None, sender) => {
            say("reason.escalated.sender").text("sender", sender.map_or("", |sender| sender))
        }
    }
}

pub(super) fn adaptive(after: u32, all: &[RankedChannel]) -> Phrase {
    let all = all.iter().map(ranked).collect();
    say("reason.adaptive").number("after", after).all_of("ranked", all)
}

/// A channel with what is known of it.
fn ranked(one: &RankedChannel) -> Phrase {
    let figures = say(match one.by {
        FiguresOf::Debtor => "figures.debtor",
        FiguresOf::Segment => "figures.segment",
        FiguresOf::All => "figures.all",
        FiguresOf::Nobody => "figures.nobody",
    });
    let figures = figures.number("reactions", one.reactions).number("contacts", one.contacts);
    let key = if one.in_vain > 0 { "ranked.inVain" } else { "ranked" };
    say(key)
        .phrase("channel", words::channel(one.channel))
        .phrase("figures", figures)
        .number("inVain", one.in_vain)
}

pub(super) fn message_cost(cost: &ExpectedCost) -> Phrase {
    let key = match cost.limit {
        Some(_) => "reason.messageCost.limit",
        None => "reason.messageCost",
    };
    let told = say(key).money("cost", cost.amount, cost.currency);
    cost.limit.iter().fold(told, |told, limit| told.money("limit", *limit, cost.currency))
}
