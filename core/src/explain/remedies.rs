//! What would change a decision: what somebody can do about each obstacle.

use super::phrase::{Phrase, say};
use super::words;
use crate::model::{
    ArrangedWhy, DisputedWhy, ExcludedChannel, ExcludedWhy, Hold, NothingOwedWhy,
    OutcomeUnknownWhy, PromisedWhy, ScenarioWhy, StepWhy,
};

/// What ends an obstacle before its time; nothing where only time does.
pub(super) fn remedies(hold: &Hold) -> Vec<Phrase> {
    match hold {
        Hold::Unreachable { excluded, .. } => excluded.iter().map(channel).collect(),
        other => remedy(other).into_iter().collect(),
    }
}

fn remedy(hold: &Hold) -> Option<Phrase> {
    Some(match hold {
        Hold::Stale { .. } => say("remedy.stale"),
        Hold::Invalid { path, .. } => say("remedy.invalid").text("path", path),
        Hold::NothingOwed { why } => match why {
            NothingOwedWhy::AwaitingAllocation => say("remedy.nothingOwed"),
            NothingOwedWhy::ChargesLeft => say("remedy.chargesLeft"),
            NothingOwedWhy::Settled | NothingOwedWhy::Credit | NothingOwedWhy::BelowTolerance => {
                return None;
            }
        },
        Hold::Blocked { block, .. } => say("remedy.blocked").text("block", block),
        Hold::Rescheduled { step, .. } => say("remedy.rescheduled").text("step", step),
        Hold::Disputed { dispute, why, amount, .. } => match why {
            DisputedWhy::Open => say("remedy.disputed.open").text("dispute", dispute),
            DisputedWhy::AwaitingCredit => {
                say("remedy.disputed.awaitingCredit").amount("amount", *amount)
            }
        },
        Hold::Promised { why, until, .. } => say(match why {
            PromisedWhy::Running => "remedy.promised.running",
            PromisedWhy::AwaitingBankData => "remedy.promised.awaitingBankData",
        })
        .day("until", *until),
        Hold::OutcomeUnknown { delivery, why, .. } => match why {
            OutcomeUnknownWhy::InFlight | OutcomeUnknownWhy::TimedOut => {
                say("remedy.outcomeUnknown").text("delivery", delivery)
            }
            OutcomeUnknownWhy::AlreadySent | OutcomeUnknownWhy::NotQueued => return None,
        },
        Hold::NewerEntry { .. } => say("remedy.newerEntry"),
        Hold::TimeBarred { .. } => say("remedy.timeBarred"),
        Hold::HandedOver { stop, .. }
        | Hold::Insolvent { stop, .. }
        | Hold::Deceased { stop, .. } => say("remedy.stopped").text("stop", stop),
        Hold::Withdrawn { stop, .. } => say("remedy.withdrawn").text("stop", stop),
        Hold::Questioned { question, .. } => say("remedy.questioned").text("question", question),
        Hold::Arranged { arrangement, why, .. } => say(match why {
            ArrangedWhy::Running => "remedy.arranged.running",
            ArrangedWhy::AwaitingBankData => "remedy.arranged.awaitingBankData",
            ArrangedWhy::Behind => "remedy.arranged.behind",
        })
        .text("arrangement", arrangement),
        Hold::Replied { inbound, .. } => say("remedy.replied").text("inbound", inbound),
        Hold::Scenario { why, .. } => say(match why {
            ScenarioWhy::NoneAssigned => "remedy.scenario.noneAssigned",
            ScenarioWhy::VersionMissing | ScenarioWhy::StepMissing => "remedy.scenario.missing",
        }),
        Hold::Step { why, .. } => say(match why {
            StepWhy::NotYetDue => "remedy.step.notYetDue",
            StepWhy::LadderEnded => "remedy.step.ladderEnded",
            StepWhy::HandoverDue => "remedy.step.handoverDue",
            StepWhy::NoAnchor => "remedy.step.noAnchor",
            StepWhy::TooFewItems => "remedy.belowMinimum",
            StepWhy::Another => return None,
        }),
        Hold::BelowMinimum { minimum: None, .. } => return None,
        Hold::BelowMinimum { .. } => say("remedy.belowMinimum"),
        Hold::Rejected { step, .. } => say("remedy.rejected").text("step", step),
        Hold::LegalData { notice, .. } => say("remedy.legalData").text("notice", notice),
        Hold::AwaitingApproval { step, .. } => say("remedy.awaitingApproval").text("step", step),
        Hold::Timing { .. }
        | Hold::Window { .. }
        | Hold::Capped { .. }
        | Hold::Called { .. }
        | Hold::Unreachable { .. } => return None,
    })
}

/// What makes a channel usable.
fn channel(excluded: &ExcludedChannel) -> Phrase {
    let phrase = match (excluded.why, &excluded.contact, &excluded.entry) {
        (ExcludedWhy::NoAddress, _, _) => say("remedy.channel.noAddress"),
        (ExcludedWhy::NoConsent, Some(contact), _) => {
            say("remedy.channel.noConsentOf").contact("contact", contact)
        }
        (ExcludedWhy::NoConsent, None, _) => say("remedy.channel.noConsent"),
        (ExcludedWhy::Blocked, _, Some(block)) => {
            say("remedy.channel.blockedBy").text("block", block)
        }
        (ExcludedWhy::Blocked, _, None) => say("remedy.channel.blocked"),
        (ExcludedWhy::OptedOut, Some(contact), _) => {
            say("remedy.channel.optedOut").contact("contact", contact)
        }
        (ExcludedWhy::OptedOut, None, _) => say("remedy.channel.noConsent"),
        (
            ExcludedWhy::AttemptFailed | ExcludedWhy::AddressDead | ExcludedWhy::WrongPerson,
            _,
            _,
        ) => say("remedy.channel.attemptFailed"),
        (ExcludedWhy::Gap | ExcludedWhy::Capped, _, _) => say("remedy.channel.gap"),
        (ExcludedWhy::NoTemplate | ExcludedWhy::TemplateBlocked, _, _) => {
            say("remedy.channel.noTemplate")
        }
        (ExcludedWhy::CollectsForOthers, _, _) => say("remedy.channel.collectsForOthers"),
        (ExcludedWhy::AboveCostLimit, _, _) => say("remedy.channel.aboveCostLimit"),
        (ExcludedWhy::CostUnknown, _, _) => say("remedy.channel.costUnknown"),
        (ExcludedWhy::NoHours, _, _) => say("remedy.channel.noHours"),
    };
    phrase.phrase("channel", words::channel(excluded.channel))
}
