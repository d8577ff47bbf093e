//! Why a decision is as it is, and what is odd about it.

use super::phrase::{Phrase, say};
use super::{claims, reach, words};
use crate::model::{
    Anchor, ArrangementOutcome, ChannelChoice, DisputeOutcome, Finding, PromiseOutcome, Reason,
    ScenarioBy, SkippedWhy,
};
use crate::money::Amount;
use crate::text::Str;

pub(super) fn reason(reason: &Reason) -> Phrase {
    match reason {
        Reason::Scenario { scenario, version, by, rule } => {
            self::scenario(*by, *rule).text("scenario", scenario).number("version", *version)
        }
        Reason::Step { step, anchor, anchor_day, due_on } => say(match anchor {
            Anchor::DueDate | Anchor::LaterOfDueAndPrevious => "reason.step.dueDate",
            Anchor::PreviousStep => "reason.step.previousStep",
            Anchor::IssueDate => "reason.step.issueDate",
            Anchor::PreviousDeadline => "reason.step.previousDeadline",
            Anchor::Promise => "reason.step.promise",
        })
        .text("step", step)
        .day("anchorDay", *anchor_day)
        .day("dueOn", *due_on),
        Reason::Skipped { step, why, .. } => say(skipped(*why)).text("step", step),
        Reason::Called { attempts, .. } => say("reason.called").number("attempts", *attempts),
        Reason::Rescheduled { step, to, .. } => {
            say("reason.rescheduled").text("step", step).day("to", *to)
        }
        Reason::Promised { outcome, amount, paid, .. } => say(match outcome {
            PromiseOutcome::Kept => "reason.promised.kept",
            PromiseOutcome::PartlyKept => "reason.promised.partlyKept",
            PromiseOutcome::Broken => "reason.promised.broken",
            PromiseOutcome::Renegotiated => "reason.promised.renegotiated",
        })
        .amount("amount", *amount)
        .amount("paid", *paid),
        Reason::PartPromised { amount, .. } => say("reason.partPromised").amount("amount", *amount),
        Reason::Disputed { amount, outcome, .. } => {
            disputed(outcome.as_ref()).amount("amount", *amount)
        }
        Reason::Arranged { amount, outcome, .. } => {
            say(arranged(*outcome)).amount("amount", *amount)
        }
        Reason::NothingOwed { netted } => say("reason.nothingOwed").amount("netted", *netted),
        Reason::Joined { item } => say("reason.joined").item("item", item),
        Reason::Approved { entry } => say("reason.approved").text("entry", entry),
        Reason::PersonalCall { excluded, .. } if excluded.is_empty() => say("reason.personalCall"),
        Reason::PersonalCall { excluded, .. } => {
            say("reason.personalCall.impossible").all_of("excluded", words::all_excluded(excluded))
        }
        Reason::Bundle { items: 0 | 1, leading_step } => {
            say("reason.bundle.alone").text("leadingStep", leading_step)
        }
        Reason::Bundle { items, leading_step } => {
            say("reason.bundle").number("items", *items).text("leadingStep", leading_step)
        }
        Reason::Recipient { contact, purpose } => say("reason.recipient")
            .contact("contact", contact)
            .phrase("purpose", words::purpose(*purpose)),
        Reason::Channel { choice } => channel(choice),
        Reason::Escalated { recipients, sender } => reach::escalated(recipients, sender.as_ref()),
        Reason::Adaptive { after, ranked, .. } => reach::adaptive(*after, ranked),
        Reason::MessageCost { cost } => reach::message_cost(cost),
        Reason::Window { at, moved_by } => {
            say("reason.window").moment("at", *at).all_of("rules", words::contact_rules(moved_by))
        }
        Reason::Costs { rule, article, base, amount, .. } => {
            charged("reason.costs", rule, "base", base, amount).text("article", article)
        }
        Reason::Fee { rule, base, amount, .. } => charged("reason.fee", rule, "base", base, amount),
        Reason::Interest { rule, principal, amount, .. } => {
            charged("reason.interest", rule, "principal", principal, amount)
        }
    }
}

fn charged(
    key: &'static str,
    rule: &Str,
    on: &'static str,
    base: &Amount,
    amount: &Amount,
) -> Phrase {
    say(key).text("rule", rule).amount(on, *base).amount("amount", *amount)
}

fn scenario(by: ScenarioBy, rule: Option<u32>) -> Phrase {
    match (by, rule) {
        (ScenarioBy::Bound, _) => say("reason.scenario.bound"),
        (ScenarioBy::Item, _) => say("reason.scenario.item"),
        (ScenarioBy::Debtor, _) => say("reason.scenario.debtor"),
        // Rules are counted from 0 in data, and from 1 by people.
        (ScenarioBy::Assignment, Some(rule)) => {
            say("reason.scenario.rule").number("rule", rule.saturating_add(1))
        }
        (ScenarioBy::Assignment, None) => say("reason.scenario.assignment"),
    }
}

fn skipped(why: SkippedWhy) -> &'static str {
    match why {
        SkippedWhy::ByHand => "reason.skipped.byHand",
        SkippedWhy::DuePassed => "reason.skipped.duePassed",
        SkippedWhy::PromiseBroken => "reason.skipped.promiseBroken",
        SkippedWhy::NoOutcome => "reason.skipped.noOutcome",
        SkippedWhy::Overtaken => "reason.skipped.overtaken",
        SkippedWhy::DayPassed => "reason.skipped.dayPassed",
        SkippedWhy::EnteredLater => "reason.skipped.enteredLater",
        SkippedWhy::NoBrokenPromise => "reason.skipped.noBrokenPromise",
    }
}

fn disputed(outcome: Option<&DisputeOutcome>) -> Phrase {
    say(match outcome {
        None => "reason.disputed.open",
        Some(DisputeOutcome::Rejected {}) => "reason.disputed.rejected",
        Some(DisputeOutcome::Upheld {} | DisputeOutcome::Partly { .. }) => "reason.disputed.upheld",
    })
}

fn channel(choice: &ChannelChoice) -> Phrase {
    let by = words::by(choice.channel);
    if !choice.also.is_empty() {
        let also = choice.also.iter().map(|channel| words::by(*channel)).collect();
        if choice.excluded.is_empty() {
            return say("reason.channel.all").phrase("by", by).all_of("also", also);
        }
        let excluded = words::all_excluded(&choice.excluded);
        let said = say("reason.channel.allBut").phrase("by", by).all_of("also", also);
        return said.all_of("excluded", excluded);
    }
    if choice.excluded.is_empty() {
        let first = if choice.by_reach { "reason.channel.best" } else { "reason.channel.first" };
        say(first).phrase("by", by)
    } else {
        say("reason.channel.instead")
            .phrase("by", by)
            .all_of("excluded", words::all_excluded(&choice.excluded))
    }
}

pub(super) fn finding(finding: &Finding) -> Phrase {
    match finding {
        Finding::OpenUnexplained { explained, open } => {
            say("finding.openUnexplained").amount("explained", *explained).amount("open", *open)
        }
        Finding::Reopened { was, open, .. } => {
            say("finding.reopened").amount("was", *was).amount("open", *open)
        }
        Finding::BeyondCalendar { calendar, known_until } => {
            say("finding.beyondCalendar").text("calendar", calendar).day("knownUntil", *known_until)
        }
        Finding::BeforeCalendar { calendar, known_since } => {
            say("finding.beforeCalendar").text("calendar", calendar).day("knownSince", *known_since)
        }
        Finding::ClosedDaysUnknown { rule, at } => {
            say("finding.closedDaysUnknown").text("rule", rule).moment("at", *at)
        }
        Finding::NoPresumption { channel, days } => {
            say("finding.noPresumption").phrase("by", words::by(*channel)).number("days", *days)
        }
        Finding::LongTerm { agreed_until, most_days } => {
            say("finding.longTerm").day("agreedUntil", *agreed_until).number("mostDays", *most_days)
        }
        Finding::Unanswered { asked_on, .. } => say("finding.unanswered").day("askedOn", *asked_on),
        Finding::NoFee { rule, currency } => {
            say("finding.noFee").text("rule", rule).text("currency", &currency.to_string())
        }
        Finding::ChargeForbidden { rule, why, article, possible_on } => {
            let key = match possible_on {
                Some(_) => "finding.chargeForbidden.until",
                None => "finding.chargeForbidden",
            };
            let told = say(key).text("rule", rule).text("article", article);
            let told = told.phrase("why", say(claims::why(*why)));
            possible_on.iter().fold(told, |told, on| told.day("on", *on))
        }
        Finding::ReceiptUnknown { channel } => {
            say("finding.receiptUnknown").phrase("by", words::by(*channel))
        }
        Finding::NoRate { rule, until } => {
            say("finding.noRate").text("rule", rule).day("until", *until)
        }
        Finding::RateUnknown { rule, since } => {
            say("finding.rateUnknown").text("rule", rule).day("since", *since)
        }
        Finding::RateAssumed { rule, since, percent } => say("finding.rateAssumed")
            .text("rule", rule)
            .day("since", *since)
            .percent("percent", *percent),
        Finding::Renegotiated { promise, by } => {
            say("finding.renegotiated").text("promise", promise).text("by", by)
        }
        Finding::SenderUnknown { senders, channel } => say("finding.senderUnknown")
            .all_of("senders", senders.iter().map(|id| say("sender").text("sender", id)).collect())
            .phrase("by", words::by(*channel)),
        Finding::CostUnknown { channel, country, .. } => say("finding.costUnknown")
            .phrase("by", words::by(*channel))
            .text("country", country.as_str()),
        Finding::Unmatched { entry } => say("finding.unmatched").text("entry", entry),
    }
}

fn arranged(outcome: Option<ArrangementOutcome>) -> &'static str {
    match outcome {
        None => "reason.arranged.part",
        Some(ArrangementOutcome::Completed) => "reason.arranged.completed",
        Some(ArrangementOutcome::Lapsed) => "reason.arranged.lapsed",
        Some(ArrangementOutcome::Cancelled) => "reason.arranged.cancelled",
        Some(ArrangementOutcome::Replaced) => "reason.arranged.replaced",
    }
}
