//! The Python door: the core's types are the classes, and these are the functions.

mod law;
mod messages;
mod reaching;

use pyo3::prelude::*;

#[pymodule]
mod _dunning {
    use super::*;

    #[rustfmt::skip]
    #[pymodule_export]
    use dunning::{
        Account, AccountAnchor, Action, ActionCopy, ActionKind, Address, AddressRef, Adjustment, Advice,
        AfterLast, Allocation, AmountBasis, Anchor, Approval, ApprovalRules, ApprovalWhy,
        ArrangedInterest, ArrangedWhy, ArrangementAcceptance, ArrangementAnswer,
        ArrangementCounter, ArrangementEnd, ArrangementEnding, ArrangementMade,
        ArrangementOutcome, ArrangementProposal, ArrangementRefusal, ArrangementRules,
        ArrangementSide, AssignmentRule, AssumedCalls, AssumedKeeping, AssumedPayments,
        AssumedProposals, Assumptions, AutomaticReceipt, BankAccount, BlockRules,
        BlockScope, Boundary, BusinessCalendar, CalendarInfo, CallAnswer, CallMade,
        CallOutcome, CallReport, CallRules, CallWait, CalledWhy, Cancellation, CatchUp,
        Channel, ChannelChoice, ChannelGap, Charge, ChargeBooking, ChargeClaim, ChargeKind,
        ChargePer, ChargeState, ChargeWaiver, Claim, ClaimCost, ClaimItem, ClaimPayment,
        ClaimRules, ClaimSegment, ClaimStatement, Command, CompanySize, Compare,
        ComparedChannel, ComparedItem, ComparedStep, Comparison, Completeness, Compounding,
        Confidence, Consent, Contact, ContactKind, Contract, CostClaim, CostFacts, CostKind,
        CostPer, CostRefusal, CostSchedule, CostStatement, CostTier, Cover, CoveredItem,
        CreditAdvice, Creditor, CreditorRole, CurrencyAmount, DayCount, Deadline, Debtor,
        DebtorEnd, DebtorKind, DebtorMerge, Decision, Dispute, DisputeClosing, DisputeMade,
        DisputeOutcome, DisputedWhy, DunningBlock, Entry, Event, ExcludedChannel,
        ExcludedWhy, Explanation, Failure, FeeAmount, FeeBands, FeeBase, FeeRule, FeeTier,
        Finding, FirstRun, FollowingClaims, ForeseenStep, Grouping, HistoryImport, Hold,
        Holiday, HolidayKind, HolidayYear, Imputation, ImputedPart, ImputedPayment,
        InboundAnswer, InboundMessage, Instalment, InstalmentLine, InstalmentStep, Intent,
        InterestChoice, InterestRate, InterestRule, InterestSegment, InterestStatement,
        Item, ItemAmount, ItemEnd, ItemKind, Lapse, LeastInstalment, Length, LevelImport,
        LevelMade, LevelOf, LevelSetting, Line, Minimum, MinimumBasis, MinimumMissed,
        Minimums, MonthEnd, Netting, NextStep, Note, NoteEdit, NothingOwedWhy, Notice,
        Offset, OnRelease, OnReversal, OpenClaim, OpenItem, OpenSum, Outcome,
        OutcomeUnknownWhy, Paragraph, Party, Payer, PayerClass, PayerRules, PayerSource,
        Payment, PaymentHistory, PeriodLaw, Plan, PlannedLine, Policy, PolicyDoc, Preset,
        Problem, PromiseMade, PromiseOutcome, PromiseRest, PromiseRules, PromiseToPay,
        PromisedWhy, Proposal, PunctualFirst, Purpose, Question, QuestionAnswer,
        QuestionEffect, QuestionRules, Queueing, RateFixing, RateSeries, Reason, Receipt,
        Recheck, Recipient, Refusal, RefusedCharge, Rejection, RepliedWhy, ReplyRules,
        Rescheduling, Reset, Residual, Reversal, Rounding, RoundingMode, RoundingPoint, Said,
        Scenario, ScenarioBy, ScenarioMove, ScenarioWhy, Select, Sender, Sending, SentCopy, SentLine,
        SentReport, SeriesRate, ServiceHours, SkippedWhy, Skipping, StaleWhy, Step, StepKey,
        StepMode, StepWhy, Stop, StopEnding, StopWord, Stopping, Subject, Suggestion,
        TemplateRef, Term, TermDays, TimingWhy, Tolerance, Tolerated, Topic, Trouble,
        Unblocking, Undoing, Unlisted, Unsent, Weekday, WindowRules, Work,
        YearFraction,
    };
    #[rustfmt::skip]
    #[pymodule_export]
    use dunning::{
        ChannelReach, Choose, ExpectedCost, FiguresOf, MessageCategory, MessageCosts,
        MessagePrice, RankedChannel, SegmentReach, Statistics, UnknownCost,
        AddressAnswer, ApprovedTemplate, CallFrequency, CallPresumption, Capacity,
        CapacityPriority, ChannelLimit, ChannelUse, ClosedDay, CallLimit, CapPer, ContactCap, Deferred, Limits,
        PlatformTemplate, WhatsAppRules, ContactBinding,
        ContactCheck, ContactHours, ContactRule, ContactSetting, ContactSpan, ContactStop,
        ContactWhy, CountedCall, DeliveryState, DeliveryStatus, EpcAnswer, EpcCharset,
        EpcTransfer, EpcVersion, ErrorClass, ErrorCode, Flaw, FlawKind, FoundReference,
        Iban, IbanAnswer, Keyword, KeywordAction, LinkAnswer, NextContact, PayloadAnswer,
        PaymentLink, PaymentLinks, PaymentReference, PictureAnswer, PostalAddress,
        PostalAnswer, QrCorrection, QrPayload, ReferenceAnswer, ReferenceScheme,
        SmsEncoding, SmsPlain, SmsPlan, SmsReplacement, StatusWord, SwissBill,
        SwissReferenceType, TemplateCategory, WhatsAppAsk, WhatsAppCheck, WhatsAppKind,
        WhatsAppStop,
    };
    #[pymodule_export]
    use super::law::{
        add_business_days, adjust_day, calendars, claim, claim_text, cost_schedules, costs,
        easter_sunday, holidays, impute, interest, is_business_day, rate_series, rate_series_names,
        term_days, year_fraction,
    };
    #[pymodule_export]
    use super::messages::{
        lint_template, message_templates, render_message, render_occasion, thank_you,
    };
    #[pymodule_export]
    use dunning::{
        Attachment, AttachmentKind, Formality, MessageAnswer, MessageOptions, MessagePurpose,
        MessageTemplate, Occasion, OccasionMessage, RenderedMessage, Severity, TemplateFlaw,
        TemplateFlawKind, ThankYou, ThanksFor,
    };
    #[rustfmt::skip]
    #[pymodule_export]
    use super::reaching::{
        by_channel, call_frequency, capacity, check_email, check_iban, check_phone, check_postal,
        check_reference, contact_check, contact_rules, contact_spans, delivery_state,
        epc_payload, error_class, find_references, make_reference, message_keyword,
        next_allowed, next_contact, payment_links, qr_svg, read_epc_payload, sms_plan, swiss_payload,
        whatsapp_check, whatsapp_link,
    };
    use dunning::Moment;

    /// Decides for every item of an account what is to be done now, and why.
    ///
    /// Other threads run meanwhile, here and in the other functions.
    #[pyfunction]
    fn plan(py: Python<'_>, account: &Account, policy: &Policy, now: Moment) -> Plan {
        py.detach(|| dunning::plan(account, policy, now))
    }

    /// Asks every gate again for a queued action, immediately before it is sent.
    #[pyfunction]
    fn recheck(
        py: Python<'_>,
        account: &Account,
        policy: &Policy,
        action: &Action,
        now: Moment,
    ) -> Recheck {
        py.detach(|| dunning::recheck(account, policy, action, now))
    }

    /// Turns a command into the entries that the host appends to the journal.
    ///
    /// `occurred_at` is when it happened, `recorded_at` when the host learned of it: the same
    /// moment if not given. Raises `CommandRefused`; then nothing is to be appended.
    #[pyfunction]
    #[pyo3(signature = (account, policy, command_id, command, *, occurred_at, actor, recorded_at=None))]
    #[expect(clippy::too_many_arguments, reason = "five of them are named in Python")]
    fn record(
        py: Python<'_>,
        account: &Account,
        policy: &Policy,
        command_id: &str,
        command: &Command,
        occurred_at: Moment,
        actor: &str,
        recorded_at: Option<Moment>,
    ) -> PyResult<Vec<Entry>> {
        let recorded_at = recorded_at.unwrap_or(occurred_at);
        let entries = py.detach(|| {
            dunning::record(account, policy, command_id, command, occurred_at, recorded_at, actor)
        })?;
        Ok(entries)
    }

    /// The last moment for an answer to a message, counted in the creditor's service hours; `None`
    /// without service hours.
    #[pyfunction]
    fn reply_due(creditor: &Creditor, policy: &Policy, received_at: Moment) -> Option<Moment> {
        dunning::reply_due(creditor, policy, received_at)
    }

    /// The word in a message by which the debtor says that no more messages are wanted.
    #[pyfunction]
    fn stop_word(text: &str) -> Option<StopWord> {
        dunning::stop_word(text)
    }

    /// The plans that would follow one another from `start` until `until`.
    #[pyfunction]
    #[pyo3(signature = (account, policy, *, start, until, assumptions=None))]
    fn forecast(
        py: Python<'_>,
        account: &Account,
        policy: &Policy,
        start: Moment,
        until: Moment,
        assumptions: Option<&Assumptions>,
    ) -> Vec<Plan> {
        py.detach(|| {
            let none = Assumptions::new();
            dunning::forecast(account, policy, start, until, assumptions.unwrap_or(&none))
        })
    }

    /// What would differ if an account followed `policy_b` instead of `policy_a` from `start` until
    /// `until`.
    #[pyfunction]
    #[pyo3(signature = (account, policy_a, policy_b, *, start, until, assumptions=None))]
    fn compare(
        py: Python<'_>,
        account: &Account,
        policy_a: &Policy,
        policy_b: &Policy,
        start: Moment,
        until: Moment,
        assumptions: Option<&Assumptions>,
    ) -> Comparison {
        py.detach(|| {
            let none = Assumptions::new();
            let assumptions = assumptions.unwrap_or(&none);
            dunning::compare(account, policy_a, policy_b, start, until, assumptions)
        })
    }

    /// Tells the story of an item in a language: `nl`, `en`, `de` or `fr`.
    ///
    /// Raises `InputRefused` for another language, or if nobody knows the item.
    #[pyfunction]
    #[pyo3(signature = (account, policy, item, *, now, language))]
    fn explain(
        py: Python<'_>,
        account: &Account,
        policy: &Policy,
        item: &str,
        now: Moment,
        language: &str,
    ) -> PyResult<Explanation> {
        Ok(py.detach(|| dunning::explain(account, policy, item, now, language))?)
    }

    /// Tells one hold, reason, finding, notice, refusal or trouble in a language.
    ///
    /// The item that it was said of gives the currency of the amounts. Raises `InputRefused` for
    /// another language.
    #[pyfunction]
    #[pyo3(signature = (account, said, *, language, item=None))]
    fn sentence(
        py: Python<'_>,
        account: &Account,
        said: &Said,
        language: &str,
        item: Option<&str>,
    ) -> PyResult<String> {
        Ok(py.detach(|| dunning::sentence(account, item, said, language))?)
    }

    /// Tells in a language what `recheck` answered for a planned action: above all what changed.
    ///
    /// Raises `InputRefused` for another language.
    #[pyfunction]
    #[pyo3(signature = (account, action, answer, *, language))]
    fn recheck_sentence(
        py: Python<'_>,
        account: &Account,
        action: &Action,
        answer: &Recheck,
        language: &str,
    ) -> PyResult<String> {
        Ok(py.detach(|| dunning::recheck_sentence(account, action, answer, language))?)
    }

    /// Plans many accounts: one account a line in, one result a line out, in the same order.
    ///
    /// A result is `{"type":"planned","plan":…}` or, for a line that cannot be read,
    /// `{"type":"refused","line":n,"problems":[…]}` with the line counted from 1. Blank lines
    /// give no result.
    #[pyfunction]
    fn plan_many(py: Python<'_>, accounts: &str, policy: &Policy, now: Moment) -> String {
        py.detach(|| dunning::plan_many(accounts, policy, now))
    }

    /// The preset of a name: house rules to begin with. Raises `PolicyRefused` if there is none.
    #[pyfunction]
    fn preset(name: &str) -> PyResult<Preset> {
        Ok(dunning::preset(name)?)
    }

    /// The names of the presets, sorted.
    #[pyfunction]
    fn preset_names() -> Vec<String> {
        dunning::preset_names().into_iter().map(String::from).collect()
    }

    /// The entry without its free text; it counts for the same in every plan.
    #[pyfunction]
    fn redact(py: Python<'_>, entry: &Entry) -> Entry {
        py.detach(|| dunning::redact(entry))
    }
}
