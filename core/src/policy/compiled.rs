use super::calendars::Calendars;
use super::charge_terms::FeeTerms;
use super::check::check;
use super::interest_terms::InterestTerms;
use super::ladder::Ladder;
use super::{
    AmountBasis, Arranging, AssignmentRule, Compare, Grouping, Netting, PayerTerms, PolicyDoc,
    PromiseRest, QuestionEffect, QuestionRules, ReplyTerms, Select, Tolerated, WindowTerms,
};
use crate::calendar::{BusinessDays, Day};
use crate::error::{PolicyRefused, Problem};
use crate::json;
use crate::law::{self, CostSchedule};
use crate::model::Channel;
use crate::money::{self, Currency};
use crate::text::Str;

/// House rules that have been checked: what a [`PolicyDoc`] becomes.
///
/// Make it once and use it for every account.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "python", pyo3::pyclass(frozen, module = "dunning"))]
#[cfg_attr(feature = "uniffi", derive(uniffi::Object))]
pub struct Policy {
    doc: PolicyDoc,
    /// Sorted by id and version.
    ladders: Vec<Ladder>,
    calendars: Calendars,
    pub(crate) min_gap_days: i32,
    pub(crate) ledger_fresh_days: i32,
    pub(crate) send_within_hours: u32,
    pub(crate) queue_timeout_hours: u32,
    pub(crate) stale_hold_days: i32,
    pub(crate) netting: Netting,
    /// Days from the due day of a credit to the first on which it counts.
    pub(crate) credit_after: i32,
    /// Largest amounts not asked for, in minor units.
    tolerances: Vec<(Currency, i64)>,
    /// How far above its tolerance an amount must be: 1 minor unit, or none.
    pub(crate) above_tolerance: i64,
    pub(crate) amount: AmountBasis,
    pub(crate) grouping: Grouping,
    channel_gaps: Vec<(Channel, i32)>,
    pub(crate) approval_days: i32,
    pub(crate) approval_tolerates: Tolerated,
    pub(crate) approval_other_person: bool,
    /// True if a rule asks what the items have in common.
    pub(crate) needs_survey: bool,
    /// True if a step has to be approved somewhere.
    pub(crate) has_proposals: bool,
    /// True if too little may be due for a message.
    pub(crate) has_minimums: bool,
    /// True if an assignment rule asks about the item.
    pub(crate) assigns_by_item: bool,
    /// True if a message may list items whose step is not due.
    pub(crate) has_joined: bool,
    pub(crate) promise_grace_days: u32,
    pub(crate) promise_max_open: u32,
    pub(crate) promise_max_days_ahead: u32,
    pub(crate) promise_rest: PromiseRest,
    pub(crate) arranging: Arranging,
    pub(crate) block_note_required: bool,
    pub(crate) promise_broken_step: Option<Str>,
    pub(crate) question_effect: QuestionEffect,
    pub(crate) replies: ReplyTerms,
    pub(crate) payers: PayerTerms,
    pub(crate) question_pause_days: i32,
    /// The hours at which debtors are approached; none if at any.
    pub(crate) window: Option<WindowTerms>,
    fees: Vec<FeeTerms>,
    interest: Vec<InterestTerms>,
}

impl Policy {
    /// Checks the rules and makes them ready for use.
    ///
    /// # Errors
    ///
    /// [`PolicyRefused`] with every problem, each with its path and value: no scenario or step,
    /// ids used twice, steps out of order, channels that cannot carry the work, names that lead
    /// nowhere, rules that can never apply, numbers out of range.
    pub fn new(doc: PolicyDoc) -> Result<Self, PolicyRefused> {
        let problems = check(&doc);
        if problems.is_empty() {
            Ok(Self::compile(doc))
        } else {
            Err(PolicyRefused::Invalid { problems })
        }
    }

    /// Reads the rules from JSON and checks them.
    ///
    /// # Errors
    ///
    /// [`PolicyRefused`], also for what cannot be read: unknown fields and words are refused.
    ///
    /// ```
    /// use dunning::Policy;
    ///
    /// let policy = Policy::from_json(r#"{
    ///     "scenarios": [{ "id": "standard", "version": 1, "steps": [
    ///         { "id": "reminder", "offset": { "type": "days", "days": 3 },
    ///           "work": { "type": "message", "channels": ["email", "letter"] } }
    ///     ]}],
    ///     "assignment": [{ "scenario": "standard" }]
    /// }"#);
    /// assert!(policy.is_ok());
    /// ```
    pub fn from_json(text: &str) -> Result<Self, PolicyRefused> {
        let doc = json::read(text).map_err(|problems| PolicyRefused::Invalid { problems })?;
        Self::new(doc)
    }

    /// The rules as they were written.
    #[must_use]
    pub fn doc(&self) -> &PolicyDoc {
        &self.doc
    }

    /// The rules as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        json::write(&self.doc)
    }

    /// The ladder of a scenario: the version asked for, or the highest.
    pub(crate) fn ladder(&self, id: &str, version: Option<u32>) -> Option<usize> {
        let after = match version {
            Some(version) => {
                self.ladders.partition_point(|l| (l.id.as_str(), l.version) <= (id, version))
            }
            None => self.ladders.partition_point(|ladder| ladder.id.as_str() <= id),
        };
        let at = after.checked_sub(1)?;
        let found = self.ladders.get(at)?;
        (found.id == id && version.is_none_or(|version| found.version == version)).then_some(at)
    }

    pub(crate) fn ladder_at(&self, at: usize) -> Option<&Ladder> {
        self.ladders.get(at)
    }

    pub(crate) fn calendar(&self, at: usize) -> Option<&BusinessDays> {
        self.calendars.at(at).map(|(_, days)| days)
    }

    pub(crate) fn calendar_id(&self, at: usize) -> Option<Str> {
        self.calendars.at(at).map(|(id, _)| id.into())
    }

    /// A calendar of the policy or, if it has none of the name, a built-in one.
    pub(crate) fn calendar_named(&self, id: &str) -> Option<(&str, &BusinessDays)> {
        self.calendars.named(id)
    }

    pub(crate) fn tolerance(&self, currency: Currency) -> i64 {
        self.tolerances.iter().find(|(known, _)| *known == currency).map_or(0, |(_, most)| *most)
    }

    pub(crate) fn fee(&self, at: usize) -> Option<&FeeTerms> {
        self.fees.get(at)
    }

    pub(crate) fn fee_named(&self, id: &str) -> Option<&FeeTerms> {
        self.fees.iter().find(|fee| fee.id == id)
    }

    pub(crate) fn interest(&self, at: usize) -> Option<&InterestTerms> {
        self.interest.get(at)
    }

    pub(crate) fn interest_named(&self, id: &str) -> Option<&InterestTerms> {
        self.interest.iter().find(|rule| rule.id == id)
    }

    pub(crate) fn contact_caps(&self) -> &[super::ContactCap] {
        &self.doc.contact_caps
    }

    pub(crate) fn whats_app(&self) -> Option<&super::WhatsAppRules> {
        self.doc.whats_app.as_ref()
    }

    pub(crate) fn message_costs(&self) -> Option<&super::MessageCosts> {
        self.doc.message_costs.as_ref()
    }

    pub(crate) fn statistics(&self) -> Option<&super::Statistics> {
        self.doc.statistics.as_ref()
    }

    pub(crate) fn claims(&self) -> Option<&super::ClaimRules> {
        self.doc.claims.as_ref()
    }

    /// The schedule of a name that is in force on a day.
    pub(crate) fn schedule(&self, id: &str, on: Day) -> Option<&CostSchedule> {
        let known = law::schedules(id, &self.doc.cost_schedules);
        known.iter().find(|one| one.id == id && one.holds_on(on))
    }

    /// Days between contacts by a channel.
    pub(crate) fn channel_gap(&self, channel: Channel) -> i32 {
        self.channel_gaps.iter().find(|(known, _)| *known == channel).map_or(0, |(_, days)| *days)
    }

    fn compile(doc: PolicyDoc) -> Self {
        let mut ladders: Vec<Ladder> =
            doc.scenarios.iter().map(|scenario| Ladder::compile(scenario, &doc)).collect();
        ladders.sort_by(|a, b| (&a.id, a.version).cmp(&(&b.id, b.version)));
        let approvals = doc.approvals.clone().unwrap_or_else(super::ApprovalRules::new);
        let gaps = doc.channel_gaps.iter();
        let promises = doc.promises.clone().unwrap_or_else(super::PromiseRules::new);
        let questions = doc.questions.clone().unwrap_or_else(QuestionRules::new);
        Self {
            needs_survey: ladders.iter().any(Ladder::needs_survey),
            has_proposals: ladders.iter().any(Ladder::has_proposals),
            has_minimums: ladders.iter().any(Ladder::has_minimums),
            assigns_by_item: doc.assignment.iter().any(AssignmentRule::is_about_items),
            has_joined: ladders.iter().any(|one| one.select != Select::DueSteps),
            ladders,
            calendars: Calendars::compile(&doc),
            min_gap_days: days(doc.min_gap_days, 3),
            ledger_fresh_days: days(doc.ledger_fresh_days, 3),
            send_within_hours: doc.send_within_hours.unwrap_or(24),
            queue_timeout_hours: doc.queue_timeout_hours.unwrap_or(24),
            stale_hold_days: days(doc.stale_hold_days, 30),
            netting: doc.netting.unwrap_or(Netting::WhenDue),
            credit_after: doc
                .credit_grace_days
                .map_or(0, |grace| days(Some(grace), 0).saturating_add(1)),
            tolerances: doc
                .tolerances
                .iter()
                .filter_map(|most| {
                    let digits = most.currency.minor_units()?;
                    Some((most.currency, money::to_minor(most.amount, digits).ok()?))
                })
                .collect(),
            above_tolerance: i64::from(doc.tolerance_compare != Some(Compare::AtLeast)),
            amount: doc.amount.unwrap_or(AmountBasis::Residual),
            grouping: doc.grouping.unwrap_or(Grouping::Account),
            block_note_required: doc.blocks.as_ref().is_some_and(|rules| rules.note_required),
            promise_broken_step: promises.broken_step.clone(),
            arranging: Arranging::compile(doc.arrangements.as_ref()),
            replies: ReplyTerms::compile(&doc),
            payers: PayerTerms::compile(doc.payers.as_ref()),
            question_effect: questions.effect.unwrap_or(QuestionEffect::Pauses),
            question_pause_days: days(questions.pause_days, 14),
            channel_gaps: gaps.map(|gap| (gap.channel, days(Some(gap.days), 0))).collect(),
            approval_days: days(approvals.days, 5),
            approval_tolerates: approvals.tolerate.unwrap_or(Tolerated::Nothing),
            approval_other_person: approvals.other_person,
            promise_grace_days: promises.grace_days.unwrap_or(2),
            promise_max_open: promises.max_open.unwrap_or(1),
            promise_max_days_ahead: promises.max_days_ahead.unwrap_or(30),
            promise_rest: promises.rest.unwrap_or(PromiseRest::HoldsToo),
            window: doc.window.as_ref().map(WindowTerms::compile),
            fees: doc
                .fees
                .iter()
                .map(|rule| FeeTerms::compile(rule, &doc.cost_schedules))
                .collect(),
            interest: doc
                .interest
                .iter()
                .map(|rule| InterestTerms::compile(rule, &doc.rate_series))
                .collect(),
            doc,
        }
    }
}

pub(super) fn days(given: Option<u32>, default: i32) -> i32 {
    given.map_or(default, |days| i32::try_from(days).unwrap_or(i32::MAX))
}

/// A problem with the value at a path of the policy.
pub(super) fn problem(path: String, value: &impl serde::Serialize, problem: &str) -> Problem {
    Problem { path, value: json::write(value), problem: problem.to_owned() }
}
