//! Scenarios as the rules read them: numbers instead of choices left open.

use super::{
    AccountAnchor, AfterLast, Boundary, CallTerms, CatchUp, FirstRun, LevelOf, Minimum, Minimums,
    Offset, OnReversal, PolicyDoc, Reset, Residual, Scenario, Select, Step, StepMode, Unsent, Work,
};
use crate::law::{self, LegalNotice};
use crate::model::{Anchor, Channel, Purpose, Subject};
use crate::money::{self, Amount, Currency};
use crate::text::Str;

/// A version of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ladder {
    pub(crate) id: Str,
    pub(crate) version: u32,
    pub(crate) rungs: Vec<Rung>,
    /// Days between the day of a step and the first on which it is due: 0 or 1.
    pub(crate) boundary: i32,
    pub(crate) grace_days: i32,
    pub(crate) entry: FirstRun,
    pub(crate) catch_up: CatchUp,
    /// True if an item may jump past steps that are due as well.
    pub(crate) may_jump: bool,
    pub(crate) after_last: AfterLast,
    pub(crate) level_of: LevelOf,
    pub(crate) account_anchor: AccountAnchor,
    pub(crate) may_fall: bool,
    pub(crate) reset: Reset,
    pub(crate) select: Select,
    pub(crate) on_reversal: OnReversal,
    pub(crate) residual: Residual,
    pub(crate) minimums: Option<Minimums>,
    /// True if a step may be taken more than once.
    pub(crate) may_repeat: bool,
}

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Rung {
    pub(crate) id: Str,
    pub(crate) distance: Distance,
    pub(crate) anchor: Anchor,
    /// The channels in order; a call has the one.
    pub(crate) channels: Vec<Channel>,
    pub(crate) is_call: bool,
    pub(crate) template: Option<Str>,
    pub(crate) fallback_hours: u32,
    pub(crate) call: CallTerms,
    /// The numbers of the rules in the policy.
    pub(crate) fee: Option<usize>,
    pub(crate) interest: Option<usize>,
    pub(crate) needs_approval: bool,
    /// The notice by law that it is, by its name, and what the library knows of it.
    pub(crate) legal_notice: Option<Str>,
    pub(crate) notice: Option<&'static LegalNotice>,
    /// The schedule by law that its fee follows.
    pub(crate) schedule: Option<Str>,
    pub(crate) freezes: bool,
    pub(crate) required: bool,
    pub(crate) deadline_days: Option<u32>,
    pub(crate) gap_days: i32,
    pub(crate) min_items: u32,
    /// Contacts in vain after which another channel has its turn; none if the first is taken.
    pub(crate) adaptive: Option<u32>,
    /// True if it goes out by all of its channels.
    pub(crate) by_all: bool,
    /// To whom and from whom it goes, if not as usual.
    pub(crate) recipients: Vec<Purpose>,
    pub(crate) senders: Vec<Str>,
    /// The most that a message may cost the creditor, if its step says so.
    pub(crate) cost_limit: Option<Amount>,
    /// The least to ask for; the ladder's if none is of its own.
    pub(crate) minimums: Vec<Least>,
    /// True if they are its own: then only what is due at it or a later step counts.
    pub(crate) has_own_minimum: bool,
}

/// The least to ask for in a currency, in minor units and percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Least {
    pub(crate) currency: Currency,
    pub(crate) amount: i64,
    pub(crate) percent: u32,
}

/// Days, of a calendar if one is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Distance {
    pub(crate) days: i32,
    pub(crate) calendar: Option<usize>,
    /// To the last day of the month in which they end.
    pub(crate) to_month_end: bool,
}

impl Ladder {
    pub(super) fn compile(scenario: &Scenario, doc: &PolicyDoc) -> Self {
        Self {
            id: scenario.id.clone(),
            version: scenario.version,
            rungs: scenario.steps.iter().map(|step| Rung::compile(step, scenario, doc)).collect(),
            boundary: i32::from(scenario.boundary == Some(Boundary::Exclusive)),
            grace_days: super::compiled::days(scenario.grace_days, 0),
            entry: scenario.entry.clone().unwrap_or(FirstRun::FirstStep {}),
            catch_up: scenario.catch_up.unwrap_or(CatchUp::OneAtATime),
            may_jump: scenario.catch_up == Some(CatchUp::NewestOnly)
                || matches!(
                    scenario.entry,
                    Some(FirstRun::MatchingStep {} | FirstRun::MostSevere {})
                ),
            after_last: scenario.after_last.clone().unwrap_or(AfterLast::Stop {}),
            level_of: scenario.level_of.unwrap_or(LevelOf::Item),
            account_anchor: scenario.account_anchor.unwrap_or(AccountAnchor::OldestDue),
            may_fall: scenario.may_fall,
            reset: scenario.reset.unwrap_or(Reset::ItemSettled),
            select: scenario.select.unwrap_or(Select::DueSteps),
            on_reversal: scenario.on_reversal.unwrap_or(OnReversal::ResumeLevel),
            residual: scenario.residual.unwrap_or(Residual::AskClerk),
            minimums: scenario.minimums.clone(),
            may_repeat: scenario.may_fall
                || matches!(scenario.after_last, Some(AfterLast::Repeat { .. }))
                || scenario.level_of.is_some_and(|level_of| level_of != LevelOf::Item)
                || scenario.on_reversal == Some(OnReversal::StartOver),
        }
    }

    pub(crate) fn rung(&self, id: &str) -> Option<usize> {
        self.rungs.iter().position(|rung| rung.id == id)
    }

    /// True if several items share one level.
    pub(crate) fn is_shared(&self) -> bool {
        self.level_of != LevelOf::Item
    }

    /// True if a step asks what the items have in common.
    pub(super) fn needs_survey(&self) -> bool {
        self.is_shared() || self.rungs.iter().any(|rung| rung.min_items > 1)
    }

    pub(super) fn has_proposals(&self) -> bool {
        self.rungs.iter().any(|rung| rung.needs_approval)
    }

    pub(super) fn has_minimums(&self) -> bool {
        self.minimums.is_some() || self.rungs.iter().any(|rung| !rung.minimums.is_empty())
    }

    /// True if a step of this ladder about this subject is one of an item in this currency.
    pub(crate) fn is_about(&self, subject: &Subject, item: &str, currency: Currency) -> bool {
        match (self.level_of, subject) {
            (LevelOf::Item, Subject::Item { item: about }) => about == item,
            (LevelOf::Item, _) => false,
            _ => self.shares(subject, Some(currency)),
        }
    }

    /// True if a step of this ladder about this subject is one of the level shared in a currency.
    pub(crate) fn shares(&self, subject: &Subject, currency: Option<Currency>) -> bool {
        match (self.level_of, subject) {
            (LevelOf::Debtor, Subject::Debtor {}) => true,
            (LevelOf::DebtorAndCurrency, Subject::DebtorCurrency { currency: about }) => {
                currency == Some(*about)
            }
            _ => false,
        }
    }

    /// True if a step of this ladder can be about this.
    pub(crate) fn fits(&self, subject: &Subject) -> bool {
        match subject {
            Subject::Item { .. } => self.level_of == LevelOf::Item,
            Subject::DebtorCurrency { currency } => self.shares(subject, Some(*currency)),
            _ => self.shares(subject, None),
        }
    }

    /// What a step of this ladder is about, for an item.
    pub(crate) fn subject(&self, item: &Str, currency: Currency) -> Subject {
        match self.level_of {
            LevelOf::Item => Subject::Item { item: item.clone() },
            LevelOf::Debtor => Subject::Debtor {},
            LevelOf::DebtorAndCurrency => Subject::DebtorCurrency { currency },
        }
    }
}

impl Rung {
    fn compile(step: &Step, scenario: &Scenario, doc: &PolicyDoc) -> Self {
        let (is_call, channels, template, rules) = match &step.work {
            Work::Message { channels, template } => (false, channels.clone(), template, None),
            Work::Call { script, rules } => (true, vec![Channel::Call], script, rules.as_ref()),
        };
        let fee = |id: &Str| doc.fees.iter().position(|fee| fee.id == *id);
        let fee_rule = step.fee.as_ref().and_then(fee);
        let notice = step.legal_notice.as_deref().and_then(law::legal_notice);
        let interest = |id: &Str| doc.interest.iter().position(|rule| rule.id == *id);
        let of_scenario = scenario.minimums.as_ref().map(|all| all.amounts.as_slice());
        let least = if step.minimums.is_empty() { of_scenario } else { Some(&*step.minimums) };
        Self {
            id: step.id.clone(),
            distance: Distance::compile(&step.offset, scenario.boundary, doc),
            anchor: step.anchor.unwrap_or(Anchor::DueDate),
            channels,
            is_call,
            template: template.clone(),
            // A notice by law that came back did not happen, however late that is told.
            fallback_hours: notice.map_or(step.fallback_hours.unwrap_or(48), |_| u32::MAX),
            call: CallTerms::compile(rules),
            fee: fee_rule,
            interest: step.interest.as_ref().and_then(interest),
            needs_approval: step.mode == Some(StepMode::Propose),
            legal_notice: step.legal_notice.clone(),
            notice,
            schedule: fee_rule.and_then(|fee| doc.fees.get(fee)?.schedule.clone()),
            freezes: step.mode == Some(StepMode::Propose) && step.unsent == Some(Unsent::Freeze),
            required: step.required,
            deadline_days: step.deadline_days,
            gap_days: super::compiled::days(step.gap_days, 0),
            min_items: step.min_items.unwrap_or(1),
            cost_limit: step.cost_limit,
            adaptive: super::choose::adaptive(step, scenario),
            by_all: super::choose::all(step, scenario),
            recipients: step.recipients.clone(),
            senders: step.senders.clone(),
            has_own_minimum: !step.minimums.is_empty(),
            minimums: least.unwrap_or_default().iter().filter_map(Least::compile).collect(),
        }
    }

    /// True if its day is known only once the step before it was reached.
    pub(crate) fn follows(&self) -> bool {
        matches!(
            self.anchor,
            Anchor::PreviousStep | Anchor::PreviousDeadline | Anchor::LaterOfDueAndPrevious
        )
    }

    /// True if it comes before its anchor.
    pub(crate) fn is_early(&self) -> bool {
        self.anchor == Anchor::DueDate && self.distance.days < 0
    }
}

impl Least {
    fn compile(least: &Minimum) -> Option<Self> {
        let digits = least.currency.minor_units()?;
        let amount = least.amount.map_or(Ok(0), |amount| money::to_minor(amount, digits)).ok()?;
        let percent = least.percent.unwrap_or(0);
        Some(Self { currency: least.currency, amount, percent })
    }
}

impl Distance {
    fn compile(offset: &Offset, boundary: Option<Boundary>, doc: &PolicyDoc) -> Self {
        let (days, calendar) = match offset {
            Offset::Days { days } | Offset::EndOfMonth { days } => (*days, None),
            Offset::BusinessDays { days, calendar } => {
                (*days, super::calendars::place(doc, calendar))
            }
        };
        let to_month_end = matches!(offset, Offset::EndOfMonth { .. });
        let on_anchor = days == 0 && !to_month_end;
        let after = on_anchor && boundary == Some(Boundary::AfterAnchor);
        let days = if after { 1 } else { days };
        Self { days, calendar, to_month_end }
    }
}
