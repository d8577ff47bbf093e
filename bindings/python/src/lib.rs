//! The Python door: the core's types are the classes, and these are the functions.

use pyo3::prelude::*;

#[pymodule]
mod _dunning {
    use super::*;

    #[rustfmt::skip]
    #[pymodule_export]
    use dunning::{
        Account, Action, ActionKind, Address, AddressRef, Allocation, Anchor, AssignmentRule,
        AssumedPayments, Assumptions, BankAccount, BlockScope, BusinessCalendar, Cancellation, Channel,
        ChannelChoice, Command, CompanySize, Completeness, Consent, Contact, ContactKind, Contract,
        Cover, Creditor, CreditorRole, Deadline, Debtor, DebtorKind, Decision, Dispute,
        DisputeClosing, DisputeMade, DisputeOutcome, DisputedWhy, DunningBlock, Entry, Event,
        ExcludedChannel, ExcludedWhy, Failure, Finding, Grouping, Hold, Item, ItemAmount, ItemKind,
        LevelImport, Line, Netting, NextStep, Note, NoteEdit, NothingOwedWhy, Notice, Offset,
        Outcome, OutcomeUnknownWhy, Party, Payment, PaymentHistory, Plan, PlannedLine, Policy,
        PolicyDoc, Problem, PromiseMade, PromiseOutcome, PromiseRest, PromiseRules, PromiseToPay,
        PromisedItem, PromisedWhy, Purpose, Queueing, Reason, Receipt, Recheck, Recipient, Refusal,
        Rescheduling, Reversal, Scenario, ScenarioBy, ScenarioWhy, Sender, Sending, SentLine,
        SentReport, ServiceHours, SkippedWhy, Skipping, StaleWhy, Step, StepKey, StepWhy, Subject,
        TemplateRef, TimingWhy, Tolerance, Trouble, Unblocking, Weekday, Work,
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

    /// Plans many accounts: one account a line in, one result a line out, in the same order.
    ///
    /// A result is `{"type":"planned","plan":…}` or, for a line that cannot be read,
    /// `{"type":"refused","line":n,"problems":[…]}` with the line counted from 1. Blank lines
    /// give no result.
    #[pyfunction]
    fn plan_many(py: Python<'_>, accounts: &str, policy: &Policy, now: Moment) -> String {
        py.detach(|| dunning::plan_many(accounts, policy, now))
    }

    /// The entry without its free text; it counts for the same in every plan.
    #[pyfunction]
    fn redact(py: Python<'_>, entry: &Entry) -> Entry {
        py.detach(|| dunning::redact(entry))
    }
}
