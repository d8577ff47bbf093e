//! What is named inside sentences: items, channels, purposes, blocks.

use super::phrase::{Phrase, say};
use crate::Country;
use crate::model::{
    BlockScope, CallOutcome, Channel, ChargeState, ContactStop, ExcludedChannel, ExcludedWhy,
    Intent, Item, ItemKind, Purpose, Subject, Trouble,
};

/// An item by its kind and the number that the debtor knows.
pub(super) fn item(item: &Item) -> Phrase {
    let key = match item.kind {
        ItemKind::Invoice => "item.invoice",
        ItemKind::ScheduledPart => "item.scheduledPart",
        ItemKind::CreditNote => "item.creditNote",
        ItemKind::UnappliedPayment => "item.unappliedPayment",
        ItemKind::Charge => "item.charge",
    };
    say(key).text("number", item.document_number.as_ref().unwrap_or(&item.id))
}

/// The channel as a thing.
pub(super) fn channel(channel: Channel) -> Phrase {
    say(match channel {
        Channel::Email => "channel.email",
        Channel::WhatsApp => "channel.whatsApp",
        Channel::Sms => "channel.sms",
        Channel::Letter => "channel.letter",
        Channel::Portal => "channel.portal",
        Channel::Call => "channel.call",
    })
}

/// The way by which something goes: "by e-mail".
pub(super) fn by(channel: Channel) -> Phrase {
    say(match channel {
        Channel::Email => "by.email",
        Channel::WhatsApp => "by.whatsApp",
        Channel::Sms => "by.sms",
        Channel::Letter => "by.letter",
        Channel::Portal => "by.portal",
        Channel::Call => "by.call",
    })
}

pub(super) fn purpose(purpose: Purpose) -> Phrase {
    say(match purpose {
        Purpose::Reminder => "purpose.reminder",
        Purpose::Invoice => "purpose.invoice",
        Purpose::Call => "purpose.call",
        Purpose::Dispute => "purpose.dispute",
        Purpose::Legal => "purpose.legal",
        Purpose::Main => "purpose.main",
    })
}

/// What a block covers, as a thing that waits.
pub(super) fn scope(scope: &BlockScope) -> Phrase {
    match scope {
        BlockScope::Debtor {} => say("scope.debtor"),
        BlockScope::Item { item } => say("scope.item").item("item", item),
        BlockScope::Step { step, item: None } => say("scope.step").text("step", step),
        BlockScope::Step { step, item: Some(item) } => {
            say("scope.stepOfItem").text("step", step).item("item", item)
        }
        BlockScope::Channel { channel: blocked } => {
            say("scope.channel").phrase("channel", channel(*blocked))
        }
    }
}

pub(super) fn subject(subject: &Subject) -> Phrase {
    match subject {
        Subject::Item { item } => say("subject.item").item("item", item),
        Subject::Debtor {} => say("subject.debtor"),
        Subject::DebtorCurrency { currency } => {
            say("subject.debtorCurrency").text("currency", &currency.to_string())
        }
        Subject::Instalment { arrangement, number } => {
            say("subject.instalment").text("arrangement", arrangement).number("number", *number)
        }
        Subject::Payment { payment } => say("subject.payment").text("payment", payment),
        Subject::InboundMessage { id } => say("subject.inboundMessage").text("id", id),
        Subject::Newer { .. } => say("subject.newer"),
    }
}

/// A channel with the reason against it.
pub(super) fn excluded(excluded: &ExcludedChannel) -> Phrase {
    let why = match excluded.why {
        ExcludedWhy::NoAddress => say("excluded.noAddress"),
        ExcludedWhy::NoConsent => match &excluded.contact {
            Some(contact) => say("excluded.noConsent").contact("contact", contact),
            None => say("excluded.noConsentOfAnybody"),
        },
        ExcludedWhy::Blocked => match excluded.until {
            Some(until) => say("excluded.blockedUntil").day("until", until),
            None => say("excluded.blocked"),
        },
        ExcludedWhy::AttemptFailed => say("excluded.attemptFailed"),
        ExcludedWhy::AddressDead => say("excluded.addressDead"),
        ExcludedWhy::OptedOut => match &excluded.contact {
            Some(contact) => say("excluded.optedOut").contact("contact", contact),
            None => say("excluded.noConsentOfAnybody"),
        },
        ExcludedWhy::WrongPerson => match &excluded.contact {
            Some(contact) => say("excluded.wrongPerson").contact("contact", contact),
            None => say("excluded.wrongAddress"),
        },
        ExcludedWhy::Gap => match excluded.until {
            Some(until) => say("excluded.gap").day("until", until),
            None => say("excluded.blocked"),
        },
        ExcludedWhy::Capped => match excluded.until {
            Some(until) => say("excluded.capped").day("until", until),
            None => say("excluded.blocked"),
        },
        ExcludedWhy::NoTemplate => say("excluded.noTemplate"),
        ExcludedWhy::CollectsForOthers => say("excluded.collectsForOthers"),
        ExcludedWhy::TemplateBlocked => say("excluded.templateBlocked"),
        ExcludedWhy::CostUnknown => say("excluded.costUnknown"),
        ExcludedWhy::AboveCostLimit => above_limit(excluded),
        ExcludedWhy::NoHours => match &excluded.rule {
            Some(rule) => say("excluded.noHours").text("rule", rule),
            None => say("excluded.noCommonHour"),
        },
    };
    let told = match &excluded.source {
        Some(source) => say("excluded.sourced").text("source", source),
        None => say("excluded"),
    };
    told.phrase("channel", channel(excluded.channel)).phrase("why", why)
}

fn above_limit(excluded: &ExcludedChannel) -> Phrase {
    let told = excluded.cost.as_ref().and_then(|cost| Some((cost, cost.limit?)));
    told.map_or_else(
        || say("excluded.blocked"),
        |(cost, limit)| {
            say("excluded.aboveCostLimit").money("cost", cost.amount, cost.currency).money(
                "limit",
                limit,
                cost.currency,
            )
        },
    )
}

/// What a debtor wants, in the middle of a sentence.
pub(super) fn intent(intent: &Intent) -> Phrase {
    say(match intent {
        Intent::PaidAlready { .. } => "intent.paidAlready",
        Intent::WillPay { .. } => "intent.willPay",
        Intent::WantsInstalments {} => "intent.wantsInstalments",
        Intent::Disputes {} => "intent.disputes",
        Intent::InvoiceMissing {} => "intent.invoiceMissing",
        Intent::WrongPerson {} => "intent.wrongPerson",
        Intent::Stop {} => "intent.stop",
        Intent::Question {} => "intent.question",
        Intent::Other {} => "intent.other",
    })
}

pub(super) fn all_excluded(list: &[ExcludedChannel]) -> Vec<Phrase> {
    list.iter().map(excluded).collect()
}

/// The rules on contact that stand against an hour, each once.
pub(super) fn contact_rules(stops: &[ContactStop]) -> Vec<Phrase> {
    let mut told: Vec<Phrase> = Vec::new();
    for stop in stops {
        let rule = say("contactRule").text("rule", &stop.rule).text("source", &stop.source);
        if !told.contains(&rule) {
            told.push(rule);
        }
    }
    told
}

/// What came of a call, in the middle of a sentence.
pub(super) fn outcome(outcome: &CallOutcome) -> Phrase {
    match outcome {
        CallOutcome::Reached {} => say("outcome.reached"),
        CallOutcome::NoAnswer {} => say("outcome.noAnswer"),
        CallOutcome::Voicemail {} => say("outcome.voicemail"),
        CallOutcome::WrongNumber {} => say("outcome.wrongNumber"),
        CallOutcome::Refused {} => say("outcome.refused"),
        CallOutcome::CallBackAt { at } => say("outcome.callBackAt").moment("at", *at),
        CallOutcome::CallBackOn { day } => say("outcome.callBackOn").day("day", *day),
    }
}

/// The law of a country, as what something goes by.
pub(super) fn law(country: Country) -> Phrase {
    say(match country.as_str() {
        "AT" => "law.at",
        "BE" => "law.be",
        "CH" => "law.ch",
        "DE" => "law.de",
        "DK" => "law.dk",
        "ES" => "law.es",
        "FI" => "law.fi",
        "FR" => "law.fr",
        "GB" => "law.gb",
        "IE" => "law.ie",
        "NL" => "law.nl",
        "NO" => "law.no",
        "PL" => "law.pl",
        "SE" => "law.se",
        other => return say("law.other").text("country", other),
    })
}

/// How a charge stands.
pub(super) fn charge_state(state: ChargeState) -> Phrase {
    say(match state {
        ChargeState::Announced => "chargeState.announced",
        ChargeState::Claimable => "chargeState.claimable",
        ChargeState::Charged => "chargeState.charged",
        ChargeState::Released => "chargeState.released",
        ChargeState::Waived => "chargeState.waived",
    })
}

/// What is wrong, in the middle of a sentence.
pub(super) fn trouble(trouble: Trouble) -> Phrase {
    say(match trouble {
        Trouble::TooManyDecimals => "trouble.tooManyDecimals",
        Trouble::OutOfRange => "trouble.outOfRange",
        Trouble::UnknownCurrency => "trouble.unknownCurrency",
        Trouble::CurrencyMismatch => "trouble.currencyMismatch",
        Trouble::WrongSign => "trouble.wrongSign",
        Trouble::DuplicateId => "trouble.duplicateId",
        Trouble::BeyondItem => "trouble.beyondItem",
        Trouble::BeyondPayment => "trouble.beyondPayment",
        Trouble::BeyondCharge => "trouble.beyondCharge",
        Trouble::DueBeforeIssue => "trouble.dueBeforeIssue",
        Trouble::UnknownScenario => "trouble.unknownScenario",
        Trouble::UnknownZone => "trouble.unknownZone",
        Trouble::UnknownItem => "trouble.unknownItem",
        Trouble::UnknownParty => "trouble.unknownParty",
        Trouble::UnknownContact => "trouble.unknownContact",
        Trouble::InFuture => "trouble.inFuture",
        Trouble::InPast => "trouble.inPast",
        Trouble::Empty => "trouble.empty",
        Trouble::NobodyReached => "trouble.nobodyReached",
        Trouble::UnknownLaw => "trouble.unknownLaw",
        Trouble::SumMismatch => "trouble.sumMismatch",
        Trouble::MissingEntry => "trouble.missingEntry",
        Trouble::TooLong => "trouble.tooLong",
        Trouble::TooShort => "trouble.tooShort",
        Trouble::UnsuitableChannel => "trouble.unsuitableChannel",
        Trouble::NoTerm => "trouble.noTerm",
        Trouble::Required => "trouble.required",
    })
}
