//! Random policies: every choice of a ladder, and of what holds it.

use dunning::{
    AccountAnchor, AfterLast, AmountBasis, Anchor, ApprovalRules, ArrangementRules, AssignmentRule,
    Boundary, BusinessCalendar, CallAnswer, CallRules, CallWait, CatchUp, Channel, ChannelGap,
    Compare, FirstRun, Grouping, InstalmentStep, Lapse, LevelOf, Minimum, MinimumBasis,
    MinimumMissed, Minimums, Netting, Offset, OnReversal, Policy, PolicyDoc, PromiseRest,
    PromiseRules, QuestionEffect, QuestionRules, ReplyRules, Reset, Scenario, Select, Step,
    StepMode, Str, Tolerance, Tolerated, Unlisted, Unsent, Work,
};

use super::facts::{amount, currency, day};
use super::random::Random;

pub(crate) const STEPS: [&str; 5] = ["s1", "s2", "s3", "s4", "s5"];

pub(crate) fn policy(random: &mut Random) -> Policy {
    accepted(|| plain(doc(random)))
}

/// With fees, and with proposals that freeze.
pub(crate) fn rich(random: &mut Random) -> Policy {
    accepted(|| doc(random))
}

/// A policy that `Policy::new` accepts; tried anew until it does.
fn accepted(mut make: impl FnMut() -> PolicyDoc) -> Policy {
    loop {
        if let Ok(policy) = Policy::new(make()) {
            return policy;
        }
    }
}

fn plain(mut doc: PolicyDoc) -> PolicyDoc {
    doc.fees.clear();
    for step in doc.scenarios.iter_mut().flat_map(|scenario| &mut scenario.steps) {
        (step.fee, step.unsent) = (None, None);
    }
    doc
}

/// A policy with a ladder whose level items share.
pub(crate) fn shared(random: &mut Random) -> Policy {
    accepted(|| {
        let mut doc = plain(doc(random));
        for scenario in &mut doc.scenarios {
            if random.one_in(4) {
                continue;
            }
            scenario.level_of = Some(*random.pick(&[LevelOf::Debtor, LevelOf::DebtorAndCurrency]));
            scenario.select = None;
            scenario.on_reversal = None;
            scenario.account_anchor =
                random.choice(&[AccountAnchor::OldestDue, AccountAnchor::OldestIssue]);
            scenario.reset =
                random.choice(&[Reset::ItemSettled, Reset::AccountClear, Reset::OldestItemChanges]);
        }
        doc
    })
}

fn doc(random: &mut Random) -> PolicyDoc {
    let mut scenarios = vec![scenario(random, "main", 1)];
    if random.one_in(3) {
        scenarios.push(scenario(random, "main", 2));
    }
    scenarios.push(scenario(random, "other", 1));
    let mut calendar = BusinessCalendar::new("bank", "test");
    calendar.holidays = vec![day(739_700), day(739_717), day(739_720)];
    let mut doc = PolicyDoc::new(scenarios, assignment(random));
    doc.calendars = vec![calendar];
    doc.min_gap_days = random.choice(&[0, 1, 2, 5, 8]);
    doc.ledger_fresh_days = random.choice(&[0, 1, 5]);
    if random.one_in(3) {
        doc.queue_timeout_hours = Some(48);
        doc.send_within_hours = Some(30);
    }
    doc.netting = random.choice(&[
        Netting::WhenDue,
        Netting::Always,
        Netting::Never,
        Netting::TotalOnly,
        Netting::Linked,
    ]);
    doc.credit_grace_days = random.choice(&[0, 2, 5]);
    if random.one_in(3) {
        doc.tolerances = vec![Tolerance::new(currency("EUR"), amount(1_000, 2))];
        doc.tolerance_compare = random.choice(&[Compare::AtLeast, Compare::MoreThan]);
    }
    doc.amount = random.maybe(6, |_| AmountBasis::Original);
    doc.grouping = random.choice(&[
        Grouping::Account,
        Grouping::Party,
        Grouping::Recipient,
        Grouping::Step,
        Grouping::Item,
    ]);
    if random.one_in(5) {
        doc.channel_gaps = vec![ChannelGap::new(Channel::Email, 6_u32)];
    }
    holding(random, &mut doc);
    if random.one_in(2) {
        super::fee_rules::add(random, &mut doc);
    }
    doc
}

fn holding(random: &mut Random, doc: &mut PolicyDoc) {
    if random.one_in(2) {
        let mut promises = PromiseRules::new();
        promises.grace_days = random.choice(&[0, 1, 4]);
        promises.max_open = Some(3);
        promises.rest = random.choice(&[PromiseRest::HoldsToo, PromiseRest::Dunned]);
        promises.broken_step = random.maybe(3, |random| Str::from(*random.pick(&["s2", "s3"])));
        doc.promises = Some(promises);
    }
    if random.one_in(3) {
        let mut approvals = ApprovalRules::new();
        approvals.days = random.choice(&[0, 1, 9]);
        approvals.tolerate = random.choice(&[Tolerated::Nothing, Tolerated::LowerAmount]);
        doc.approvals = Some(approvals);
    }
    if random.one_in(2) {
        let mut questions = QuestionRules::new();
        questions.effect = random.choice(&[QuestionEffect::Pauses, QuestionEffect::GoesOn]);
        questions.pause_days = random.choice(&[0, 3, 7]);
        doc.questions = Some(questions);
    }
    if !random.one_in(3) {
        let mut arrangements = ArrangementRules::new();
        arrangements.grace_days = random.choice(&[0, 1, 4]);
        arrangements.lapse = random.choice(&[
            Lapse::ByHand {},
            Lapse::Automatic { after_days: 0 },
            Lapse::Automatic { after_days: 2 },
        ]);
        if random.one_in(3) {
            arrangements.tolerances = vec![Tolerance::new(currency("EUR"), amount(500, 2))];
        }
        if random.one_in(2) {
            arrangements.reminders = ["r1", "r2", "r3"]
                .into_iter()
                .zip([random.range(-3, -1), random.range(1, 2), random.range(3, 6)])
                .map(|(id, days)| InstalmentStep::new(id, days, channels(random)))
                .collect();
        }
        doc.arrangements = Some(arrangements);
    }
    if random.one_in(2) {
        let mut replies = ReplyRules::new();
        replies.paid_already_days = random.choice(&[0, 1, 6]);
        replies.dispute_pauses = random.one_in(2);
        doc.replies = Some(replies);
    }
}

fn assignment(random: &mut Random) -> Vec<AssignmentRule> {
    let mut rules = Vec::new();
    if random.one_in(4) {
        let mut tagged = AssignmentRule::new("other");
        tagged.tags = vec!["vip".into()];
        rules.push(tagged);
    }
    if random.one_in(4) {
        let mut large = AssignmentRule::new("other");
        large.at_least = vec![Tolerance::new(currency("EUR"), amount(15_000, 2))];
        rules.push(large);
    }
    if !random.one_in(12) {
        rules.push(AssignmentRule::new("main"));
    }
    rules
}

fn scenario(random: &mut Random, id: &str, version: u32) -> Scenario {
    let count = random.range(1, 4);
    let mut days = random.range(-4, 4);
    let mut steps = Vec::new();
    for name in STEPS.iter().take(usize::try_from(count).unwrap()) {
        steps.push(step(random, name, &mut days));
    }
    let mut scenario = Scenario::new(id, version, steps);
    scenario.boundary =
        random.choice(&[Boundary::Inclusive, Boundary::Exclusive, Boundary::AfterAnchor]);
    scenario.grace_days = random.choice(&[1, 3]);
    let began = day(739_695 + random.range(-10, 10));
    scenario.entry = random.choice(&[
        FirstRun::FirstStep {},
        FirstRun::MatchingStep {},
        FirstRun::MostSevere {},
        FirstRun::Reanchor { on: began },
    ]);
    scenario.catch_up = random.choice(&[CatchUp::OneAtATime, CatchUp::NewestOnly, CatchUp::Skip]);
    scenario.after_last = random.choice(&[
        AfterLast::Stop {},
        AfterLast::Repeat { every_days: 5, at_most: None },
        AfterLast::Repeat { every_days: 3, at_most: Some(3) },
        AfterLast::Handover {},
    ]);
    scenario.select = random.choice(&[Select::DueSteps, Select::AllOverdueOnceOneTriggers]);
    scenario.minimums = random.maybe(4, minimums);
    scenario.may_fall = random.one_in(4);
    scenario.on_reversal = random.maybe(2, |_| OnReversal::StartOver);
    scenario
}

fn minimums(random: &mut Random) -> Minimums {
    let mut minimum = Minimum::new(currency("EUR"));
    minimum.amount = random.maybe(2, |_| amount(12_000, 2));
    minimum.percent = random.maybe(2, |_| 60);
    let mut minimums = Minimums::new(vec![minimum]);
    minimums.compare = random.choice(&[Compare::AtLeast, Compare::MoreThan]);
    minimums.basis = random.choice(&[MinimumBasis::Net, MinimumBasis::Gross]);
    minimums.unlisted = random.choice(&[Unlisted::NoMinimum, Unlisted::NeverDun]);
    minimums.missed = random.choice(&[
        MinimumMissed::NoMessage,
        MinimumMissed::LowerStep,
        MinimumMissed::LowerStepOrAgain,
    ]);
    minimums
}

/// Steps counted from the due day come later and later; `days` is the last of them.
fn step(random: &mut Random, id: &str, days: &mut i32) -> Step {
    let mut anchor = random.choice(&[
        Anchor::DueDate,
        Anchor::DueDate,
        Anchor::IssueDate,
        Anchor::PreviousStep,
        Anchor::PreviousDeadline,
        Anchor::LaterOfDueAndPrevious,
        Anchor::Promise,
    ]);
    let follows = matches!(
        anchor,
        Some(Anchor::PreviousStep | Anchor::PreviousDeadline | Anchor::LaterOfDueAndPrevious)
    );
    if id == "s1" && follows {
        anchor = None;
    }
    let offset = match anchor {
        None | Some(Anchor::DueDate) => {
            *days += random.range(1, 6);
            *days
        }
        Some(Anchor::IssueDate) => random.range(5, 40),
        _ => random.range(1, 6),
    };
    let work = if random.one_in(2) {
        Work::Call { script: None, rules: random.maybe(2, call_rules) }
    } else {
        Work::Message { channels: channels(random), template: None }
    };
    let offset = match random.below(6) {
        0 => Offset::BusinessDays { days: offset, calendar: "bank".into() },
        1 if random.one_in(3) => Offset::EndOfMonth { days: offset },
        _ => Offset::Days { days: offset },
    };
    let mut step = Step::new(id, offset, work);
    step.anchor = anchor;
    step.fallback_hours = random.choice(&[24, 100]);
    step.mode = random.maybe(3, |_| StepMode::Propose);
    if step.mode.is_some() {
        step.unsent = random.choice(&[Unsent::Freeze, Unsent::Freeze, Unsent::ProposeAgain]);
    }
    step.required = random.one_in(6);
    step.deadline_days = random.choice(&[2, 6]);
    step.gap_days = random.choice(&[1, 4]);
    step.min_items = random.maybe(12, |_| 2);
    step.legal_notice = random.maybe(20, |_| "notice".into());
    if random.one_in(12) {
        let mut own = Minimum::new(currency("EUR"));
        own.amount = Some(amount(8_000, 2));
        step.minimums = vec![own];
    }
    step
}

fn call_rules(random: &mut Random) -> CallRules {
    let mut rules = CallRules::new();
    if random.one_in(3) {
        rules.reached_on = vec![*random.pick(&[CallAnswer::Reached, CallAnswer::Refused])];
    }
    rules.max_attempts = random.choice(&[1, 2]);
    rules.retry_after_hours = random.choice(&[1, 60, 150]);
    rules.max_per_day = random.choice(&[1, 3]);
    rules.wait = random.choice(&[
        CallWait::UntilOutcome { at_most_days: 2 },
        CallWait::UntilOutcome { at_most_days: 5 },
    ]);
    rules
}

fn channels(random: &mut Random) -> Vec<Channel> {
    let mut left =
        vec![Channel::Email, Channel::Sms, Channel::Letter, Channel::Portal, Channel::WhatsApp];
    let count = random.range(1, 3);
    (0..count).map(|_| left.remove(random.below(left.len()))).collect()
}
