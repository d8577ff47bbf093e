//! The Python door: the core's types are the classes, and these are the functions.

mod messages;
mod reaching;

use pyo3::prelude::*;

#[pymodule]
mod _dunning {
    use super::*;

    #[rustfmt::skip]
    #[pymodule_export]
    use dunning::{
        Account, AccountAnchor, Action, ActionKind, Address, AddressRef, Adjustment, Advice,
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
        Scenario, ScenarioBy, ScenarioMove, ScenarioWhy, Select, Sender, Sending, SentLine,
        SentReport, SeriesRate, ServiceHours, SkippedWhy, Skipping, StaleWhy, Step, StepKey,
        StepMode, StepWhy, Stop, StopEnding, StopWord, Stopping, Subject, Suggestion,
        TemplateRef, Term, TermDays, TimingWhy, Tolerance, Tolerated, Topic, Trouble,
        Unblocking, Undoing, Unlisted, Unsent, Weekday, WindowRules, Work,
        YearFraction,
    };
    #[rustfmt::skip]
    #[pymodule_export]
    use dunning::{
        AddressAnswer, ApprovedTemplate, CallFrequency, CallPresumption, Capacity,
        CapacityPriority, ChannelLimit, ChannelUse, ClosedDay, ContactCap, Deferred, Limits,
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
        call_frequency, capacity, check_email, check_iban, check_phone, check_postal,
        check_reference, contact_check, contact_rules, contact_spans, delivery_state,
        epc_payload, error_class, find_references, make_reference, message_keyword,
        next_allowed, next_contact, payment_links, qr_svg, read_epc_payload, sms_plan, swiss_payload,
        whatsapp_check, whatsapp_link,
    };
    use dunning::{Day, Moment};

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

    /// The interest on what is open of an item, by a rule of the policy, up to and with a day.
    ///
    /// Raises `CommandRefused` if the policy has no such rule, or the item no currency in use.
    #[pyfunction]
    fn interest(
        item: &Item,
        policy: &Policy,
        rule: &str,
        until: Day,
    ) -> PyResult<InterestStatement> {
        Ok(dunning::interest(item, policy, rule, until)?)
    }

    /// What a debtor owes on a day: of some items, or of all if none is named.
    ///
    /// Raises `CommandRefused` if an item or the law of the country is not known.
    #[pyfunction]
    #[pyo3(signature = (account, policy, *, on, scope=Vec::new()))]
    #[expect(clippy::needless_pass_by_value, reason = "Python hands a list over owned")]
    fn claim(
        py: Python<'_>,
        account: &Account,
        policy: &Policy,
        on: Day,
        scope: Vec<dunning::Str>,
    ) -> PyResult<Claim> {
        Ok(py.detach(|| dunning::claim(account, policy, &scope, on))?)
    }

    /// A claim as text, in `nl`, `en`, `de` or `fr`.
    #[pyfunction]
    fn claim_text(account: &Account, claim: &Claim, language: &str) -> PyResult<String> {
        Ok(dunning::claim_text(account, claim, language)?)
    }

    /// What a law lets a creditor charge for being paid late.
    ///
    /// Raises `CommandRefused` if the schedule is not known, or the law asks for a fact that is
    /// not given.
    #[pyfunction]
    fn costs(facts: &CostFacts, policy: &Policy) -> PyResult<CostStatement> {
        Ok(dunning::costs(facts, policy)?)
    }

    /// What a payment pays by law.
    #[pyfunction]
    #[expect(clippy::needless_pass_by_value, reason = "Python hands a list over owned")]
    fn impute(payment: &ImputedPayment, claims: Vec<OpenClaim>) -> PyResult<Imputation> {
        Ok(dunning::impute(payment, &claims)?)
    }

    /// The part of the year from one day until before another, exactly.
    #[pyfunction]
    #[pyo3(signature = (count, begins, before, ends=None))]
    fn year_fraction(
        count: DayCount,
        begins: Day,
        before: Day,
        ends: Option<Day>,
    ) -> PyResult<YearFraction> {
        Ok(dunning::year_fraction(count, begins, before, ends)?)
    }

    /// The names of the series of rates that come with this version.
    #[pyfunction]
    fn rate_series_names() -> Vec<dunning::Str> {
        dunning::rate_series_names()
    }

    /// A series of rates that comes with this version; `None` if there is none of this name.
    #[pyfunction]
    fn rate_series(id: &str) -> Option<RateSeries> {
        dunning::rate_series(id)
    }

    /// The schedules of costs and fixed sums that come with this version.
    #[pyfunction]
    fn cost_schedules() -> Vec<CostSchedule> {
        dunning::cost_schedules()
    }

    /// The last moment for an answer to a message, counted in the creditor's service hours; `None`
    /// without service hours.
    #[pyfunction]
    fn reply_due(creditor: &Creditor, policy: &Policy, received_at: Moment) -> Option<Moment> {
        dunning::reply_due(creditor, policy, received_at)
    }

    /// The days of a term by law or agreement: when it begins, its last day, and from which day
    /// on what it held off is possible. A policy gives its calendars.
    ///
    /// Raises `CommandRefused` if a fact is missing, or there is no such calendar.
    #[pyfunction]
    #[pyo3(signature = (term, policy=None))]
    fn term_days(term: &Term, policy: Option<&Policy>) -> PyResult<TermDays> {
        Ok(dunning::term_days(term, policy)?)
    }

    /// The built-in calendars, with the law of each and the days that it knows.
    #[pyfunction]
    fn calendars() -> Vec<CalendarInfo> {
        dunning::calendars()
    }

    /// Western Easter Sunday of a year, from 1583 to 9999; `None` for other years.
    #[pyfunction]
    fn easter_sunday(year: u32) -> Option<Day> {
        dunning::easter_sunday(year)
    }

    /// The holidays of a calendar in a year: the policy's calendar of that name, or a built-in one.
    ///
    /// Raises `CommandRefused` if there is no such calendar.
    #[pyfunction]
    #[pyo3(signature = (calendar, year, policy=None))]
    fn holidays(calendar: &str, year: u32, policy: Option<&Policy>) -> PyResult<HolidayYear> {
        Ok(dunning::holidays(calendar, year, policy)?)
    }

    /// True if a day is neither on the weekend of a calendar nor one of its holidays.
    ///
    /// Raises `CommandRefused` if there is no such calendar, or it does not know the day.
    #[pyfunction]
    #[pyo3(signature = (day, calendar, policy=None))]
    fn is_business_day(day: Day, calendar: &str, policy: Option<&Policy>) -> PyResult<bool> {
        Ok(dunning::is_business_day(day, calendar, policy)?)
    }

    /// The day so many business days later, or earlier if the count is negative; with 0 the day
    /// itself or the first business day after it.
    ///
    /// Raises `CommandRefused` if there is no such calendar, or it does not know all the days.
    #[pyfunction]
    #[pyo3(signature = (day, days, calendar, policy=None))]
    fn add_business_days(
        day: Day,
        days: i32,
        calendar: &str,
        policy: Option<&Policy>,
    ) -> PyResult<Day> {
        Ok(dunning::add_business_days(day, days, calendar, policy)?)
    }

    /// Where a day goes that is no business day.
    ///
    /// Raises `CommandRefused` if there is no such calendar, or it does not know all the days.
    #[pyfunction]
    #[pyo3(signature = (day, adjustment, calendar, policy=None))]
    fn adjust_day(
        day: Day,
        adjustment: Adjustment,
        calendar: &str,
        policy: Option<&Policy>,
    ) -> PyResult<Day> {
        Ok(dunning::adjust_day(day, adjustment, calendar, policy)?)
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
