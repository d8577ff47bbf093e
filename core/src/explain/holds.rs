//! Why an item waits.

use super::phrase::{Phrase, say};
use super::words;
use crate::calendar::Day;
use crate::model::{
    ApprovalWhy, ArrangedWhy, BlockScope, CalledWhy, ContactWhy, DisputedWhy, Hold, NothingOwedWhy,
    OutcomeUnknownWhy, PromisedWhy, RepliedWhy, ScenarioWhy, StaleWhy, StepWhy, TimingWhy,
};
use crate::text::Str;

#[expect(clippy::too_many_lines, reason = "one arm for each obstacle")]
pub(super) fn hold(hold: &Hold) -> Phrase {
    match hold {
        Hold::Stale { why, as_of, fresh_until } => say(match why {
            StaleWhy::Ledger => "hold.stale.ledger",
        })
        .moment("asOf", *as_of)
        .day("freshUntil", *fresh_until),
        Hold::Invalid { path, value, problem } => say("hold.invalid")
            .text("path", path)
            .text("value", value)
            .phrase("problem", words::trouble(*problem)),
        Hold::NothingOwed { why } => nothing_owed(*why),
        Hold::Blocked { scope, begins, reason, actor, until, .. } => {
            blocked(scope, *begins, reason, actor, *until)
        }
        Hold::Rescheduled { step, to, reason, actor, .. } => say("hold.rescheduled")
            .text("step", step)
            .day("to", *to)
            .text("reason", reason)
            .text("actor", actor),
        Hold::Disputed { why, amount, reason, .. } => say(match why {
            DisputedWhy::Open => "hold.disputed.open",
            DisputedWhy::AwaitingCredit => "hold.disputed.awaitingCredit",
        })
        .amount("amount", *amount)
        .text("reason", reason),
        Hold::Promised { why, amount, date, until, .. } => say(match why {
            PromisedWhy::Running => "hold.promised.running",
            PromisedWhy::AwaitingBankData => "hold.promised.awaitingBankData",
        })
        .amount("amount", *amount)
        .day("date", *date)
        .day("until", *until),
        Hold::OutcomeUnknown { delivery, why, queued_at } => {
            outcome_unknown(delivery, *why).moment("queuedAt", *queued_at)
        }
        Hold::NewerEntry { entry } => say("hold.newerEntry").text("entry", entry),
        Hold::TimeBarred { on } => say("hold.timeBarred").day("on", *on),
        Hold::HandedOver { to, begins, actor, until, .. } => {
            say("hold.handedOver").text("to", to).lasting(*begins, *until).text("actor", actor)
        }
        Hold::Insolvent { begins, actor, proceeding, until, .. } => match proceeding {
            Some(proceeding) => say("hold.insolvent.proceeding").text("proceeding", proceeding),
            None => say("hold.insolvent"),
        }
        .lasting(*begins, *until)
        .text("actor", actor),
        Hold::Deceased { begins, actor, until, .. } => {
            say("hold.deceased").lasting(*begins, *until).text("actor", actor)
        }
        Hold::Withdrawn { begins, actor, reason, until, .. } => say("hold.withdrawn")
            .lasting(*begins, *until)
            .text("actor", actor)
            .text("reason", reason),
        Hold::Questioned { reason, asked_on, until, .. } => say("hold.questioned")
            .day("askedOn", *asked_on)
            .text("reason", reason)
            .day("until", *until),
        Hold::Arranged { why, amount, until, .. } => say(match why {
            ArrangedWhy::Running => "hold.arranged.running",
            ArrangedWhy::AwaitingBankData => "hold.arranged.awaitingBankData",
            ArrangedWhy::Behind => "hold.arranged.behind",
        })
        .amount("amount", *amount)
        .day("until", *until),
        Hold::Scenario { why, scenario, version } => {
            self::scenario(*why, scenario.as_ref(), *version)
        }
        Hold::Step { why, on, step } => self::step(*why, *on, step.as_ref()),
        Hold::BelowMinimum { step, total, minimum } => match minimum {
            Some(minimum) => say("hold.belowMinimum").amount("minimum", *minimum),
            None => say("hold.belowMinimum.never"),
        }
        .text("step", step)
        .amount("total", *total),
        Hold::Rejected { step, reason, actor, until, .. } => match until {
            Some(until) => say("hold.rejected.until").day("until", *until),
            None => say("hold.rejected.open"),
        }
        .text("step", step)
        .text("reason", reason)
        .text("actor", actor),
        Hold::LegalData { step, notice } => {
            say("hold.legalData").text("step", step).text("notice", notice)
        }
        Hold::AwaitingApproval { step, why, .. } => say(match why {
            ApprovalWhy::Undecided => "hold.awaitingApproval.undecided",
            ApprovalWhy::Changed => "hold.awaitingApproval.changed",
            ApprovalWhy::Expired => "hold.awaitingApproval.expired",
        })
        .text("step", step),
        Hold::Timing { why, until } => match why {
            TimingWhy::Gap => say("hold.timing.gap").moment("until", *until),
            TimingWhy::OneStepPerDay => say("hold.timing.oneStepPerDay").moment("until", *until),
            TimingWhy::TooEarly => say("hold.timing.tooEarly").moment("until", *until),
            TimingWhy::Expired => say("hold.timing.expired").end("until", *until),
        },
        Hold::Capped { step, at_most, days, channel, item, until } => match (channel, item) {
            (None, None) => say("hold.capped"),
            (Some(by), None) => say("hold.capped.channel").phrase("by", words::by(*by)),
            (None, Some(item)) => say("hold.capped.item").item("item", item),
            (Some(by), Some(item)) => {
                say("hold.capped.itemByChannel").phrase("by", words::by(*by)).item("item", item)
            }
        }
        .text("step", step)
        .number("atMost", *at_most)
        .number("days", *days)
        .moment("until", *until),
        Hold::Window { step, at, moved_by } => moved_by
            .iter()
            .find_map(|stop| called_too_often(&stop.why))
            .unwrap_or_else(|| say("hold.window"))
            .text("step", step)
            .moment("at", *at)
            .all_of("rules", words::contact_rules(moved_by)),
        Hold::Called { why, step, attempts, until, .. } => say(match why {
            CalledWhy::RetryLater => "hold.called.retryLater",
            CalledWhy::CallBack => "hold.called.callBack",
            CalledWhy::PerDay => "hold.called.perDay",
        })
        .text("step", step)
        .number("attempts", *attempts)
        .moment("until", *until),
        Hold::Replied { why, received_at, until, .. } => {
            replied(*why, *until).moment("receivedAt", *received_at)
        }
        Hold::Unreachable { step, excluded } => say("hold.unreachable")
            .text("step", step)
            .all_of("excluded", words::all_excluded(excluded)),
    }
}

fn replied(why: RepliedWhy, until: Option<Day>) -> Phrase {
    match (why, until) {
        (RepliedWhy::PaidAlready, Some(until)) => {
            say("hold.replied.paidAlready").day("until", until)
        }
        (RepliedWhy::PaidAlready, None) => say("hold.replied.paidAlready.open"),
        (RepliedWhy::Disputes, _) => say("hold.replied.disputes"),
        (RepliedWhy::AnswerOverdue, _) => say("hold.replied.answerOverdue"),
    }
}

fn nothing_owed(why: NothingOwedWhy) -> Phrase {
    say(match why {
        NothingOwedWhy::Settled => "hold.nothingOwed.settled",
        NothingOwedWhy::Credit => "hold.nothingOwed.credit",
        NothingOwedWhy::BelowTolerance => "hold.nothingOwed.belowTolerance",
        NothingOwedWhy::AwaitingAllocation => "hold.nothingOwed.awaitingAllocation",
        NothingOwedWhy::ChargesLeft => "hold.nothingOwed.chargesLeft",
    })
}

fn blocked(
    scope: &BlockScope,
    begins: Day,
    reason: &str,
    actor: &str,
    until: Option<Day>,
) -> Phrase {
    let phrase = match until {
        Some(until) => say("hold.blocked.until").day("until", until),
        None => say("hold.blocked.open"),
    };
    phrase
        .phrase("scope", words::scope(scope))
        .day("begins", begins)
        .text("reason", reason)
        .text("actor", actor)
}

fn outcome_unknown(delivery: &str, why: OutcomeUnknownWhy) -> Phrase {
    say(match why {
        OutcomeUnknownWhy::InFlight => "hold.outcomeUnknown.inFlight",
        OutcomeUnknownWhy::TimedOut => "hold.outcomeUnknown.timedOut",
        OutcomeUnknownWhy::AlreadySent => "hold.outcomeUnknown.alreadySent",
        OutcomeUnknownWhy::NotQueued => "hold.outcomeUnknown.notQueued",
    })
    .text("delivery", delivery)
}

fn scenario(why: ScenarioWhy, scenario: Option<&Str>, version: Option<u32>) -> Phrase {
    let course = match (scenario, version) {
        (Some(scenario), Some(version)) => {
            say("course.version").text("scenario", scenario).number("version", version)
        }
        (Some(scenario), None) => say("course.named").text("scenario", scenario),
        (None, _) => say("course.unnamed"),
    };
    match why {
        ScenarioWhy::NoneAssigned => say("hold.scenario.noneAssigned"),
        ScenarioWhy::VersionMissing => say("hold.scenario.versionMissing").phrase("course", course),
        ScenarioWhy::StepMissing => say("hold.scenario.stepMissing").phrase("course", course),
    }
}

fn step(why: StepWhy, on: Day, step: Option<&Str>) -> Phrase {
    let phrase = match (why, step) {
        (StepWhy::NotYetDue, Some(step)) => say("hold.step.notYetDue").text("step", step),
        (StepWhy::NotYetDue, None) => say("hold.step.nextNotYetDue"),
        (StepWhy::LadderEnded, Some(step)) => say("hold.step.ladderEndedWith").text("step", step),
        (StepWhy::LadderEnded, None) => say("hold.step.ladderEnded"),
        (StepWhy::Another, _) => say("hold.step.another"),
        (StepWhy::HandoverDue, _) => say("hold.step.handoverDue"),
        (StepWhy::NoAnchor, _) => say("hold.step.noAnchor"),
        (StepWhy::TooFewItems, _) => say("hold.step.tooFewItems"),
    };
    phrase.day("on", on)
}

/// How often, or when, an item was called about.
fn called_too_often(why: &ContactWhy) -> Option<Phrase> {
    match why {
        ContactWhy::TooManyCalls { item, at_most, days } => {
            let said = say("hold.window.calls").item("item", item);
            Some(said.number("atMost", *at_most).number("days", *days))
        }
        ContactWhy::TalkedAbout { item, on } => {
            Some(say("hold.window.talked").item("item", item).day("on", *on))
        }
        _ => None,
    }
}
