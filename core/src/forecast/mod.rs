//! What would happen from here.

mod payments;

use crate::calendar::{Moment, Zone};
use crate::model::{
    Account, Action, ActionKind, AssumedCalls, AssumedProposals, Assumptions, CallOutcome,
    CallReport, Command, Plan, SentReport,
};
use crate::plan::{plan, proposed};
use crate::policy::Policy;
use crate::record::record;
use crate::text::Str;

/// More plans than this are no forecast any more.
const MOST_PLANS: usize = 10_000;

/// The plans that would follow one another from `from` until `until`, each carrying what was
/// assumed.
///
/// After each plan its messages are taken as sent and its calls as made; the next plan is made when an answer can
/// change. The data counts as current throughout. It never fails.
///
/// ```
/// use dunning::{Account, Assumptions, Policy, forecast};
///
/// # let policy = Policy::from_json(r#"{"scenarios":[{"id":"s","version":1,"steps":[
/// #   {"id":"first","offset":{"type":"days","days":3},"work":{"type":"message","channels":["email"]}},
/// #   {"id":"second","offset":{"type":"days","days":17},"work":{"type":"message","channels":["email"]}}]}],
/// #   "assignment":[{"scenario":"s"}]}"#)?;
/// # let account = Account::from_json(r#"{
/// #   "creditor":{"id":"us","name":"Us","country":"NL","zone":"Europe/Amsterdam"},
/// #   "debtor":{"id":"d1","name":"Jansen","kind":"business","country":"NL"},
/// #   "contacts":[{"id":"c1","name":"AP","purposes":["reminder"],
/// #     "addresses":[{"id":"a1","channel":"email","value":"ap@jansen.example"}]}],
/// #   "items":[{"id":"17","kind":"invoice","due":"2026-03-01","open":"120.00","currency":"EUR"}],
/// #   "ledgerAsOf":"2026-03-02T06:00:00Z","paymentsAsOf":"2026-03-02T06:00:00Z"}"#)?;
/// let (from, until) = ("2026-03-02T08:00:00Z".parse()?, "2026-04-01T08:00:00Z".parse()?);
/// let plans = forecast(&account, &policy, from, until, &Assumptions::new());
/// let steps: Vec<&str> =
///     plans.iter().flat_map(|plan| &plan.actions).map(|action| action.step.as_str()).collect();
/// assert_eq!(steps, ["first", "second"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn forecast(
    account: &Account,
    policy: &Policy,
    from: Moment,
    until: Moment,
    assumptions: &Assumptions,
) -> Vec<Plan> {
    run(account, policy, from, until, assumptions).0
}

/// The plans, and the account as it stands after them.
pub(crate) fn run(
    account: &Account,
    policy: &Policy,
    from: Moment,
    until: Moment,
    assumptions: &Assumptions,
) -> (Vec<Plan>, Account) {
    let mut account = account.clone();
    let mut plans = Vec::new();
    let mut now = from;
    while now <= until && plans.len() < MOST_PLANS {
        account.ledger_as_of = now;
        account.payments_as_of = now;
        let next_payment = payments::pay(&mut account, policy, from, now, assumptions);
        approve_proposed(&mut account, policy, now, plans.len(), assumptions);
        let mut planned = plan(&account, policy, now);
        let mut next = planned.next_review_at;
        let goes = carry_out(&mut account, policy, &planned, plans.len(), assumptions);
        (account.ledger_as_of, account.payments_as_of) = (now, now);
        if goes {
            let after = plan(&account, policy, now);
            next = after.next_review_at;
            // What went out may set free what stood in one message with it: it goes the next day.
            let is_new =
                |action: &Action| planned.actions.iter().all(|one| one.delivery != action.delivery);
            let waits = || !asked(&account, policy, now, assumptions).is_empty();
            if after.actions.iter().any(is_new) || waits() {
                next = next.into_iter().chain([tomorrow(&account, now)]).min();
            }
        }
        planned.assumed = Some(assumptions.clone());
        plans.push(planned);
        match next.into_iter().chain(next_payment).filter(|next| *next > now).min() {
            Some(later) => now = later,
            None => break,
        }
    }
    (plans, account)
}

/// The first instant of the creditor's next day.
fn tomorrow(account: &Account, now: Moment) -> Moment {
    let zone = Zone::named(&account.creditor.zone).unwrap_or(Zone::UTC);
    zone.start_of(zone.day_of(now).saturating_add(1))
}

/// Approves what was laid before a person and waits.
fn approve_proposed(
    account: &mut Account,
    policy: &Policy,
    now: Moment,
    run: usize,
    assumptions: &Assumptions,
) {
    let asked = asked(account, policy, now, assumptions);
    for (number, action) in asked.into_iter().enumerate() {
        let approve = Command::Approve { action, text: None };
        take(account, policy, (run, number, "asked"), &approve, now);
    }
}

/// What waits for an answer that is assumed.
fn asked(
    account: &Account,
    policy: &Policy,
    now: Moment,
    assumptions: &Assumptions,
) -> Vec<Action> {
    if !policy.has_proposals || assumptions.proposals == Some(AssumedProposals::Never) {
        return Vec::new();
    }
    proposed(account, policy, now)
}

/// Takes every action as queued and carried out at its time; false if there was none.
fn carry_out(
    account: &mut Account,
    policy: &Policy,
    planned: &Plan,
    run: usize,
    assumptions: &Assumptions,
) -> bool {
    // All of a run is approved and queued before anything of it goes out: as long as it is all
    // planned, nothing stands in the way of the rest.
    let mut going: Vec<(usize, Action)> = Vec::with_capacity(planned.actions.len());
    for (number, action) in planned.actions.iter().enumerate() {
        let mut action = action.clone();
        if action.needs_approval && action.approval.is_none() {
            if assumptions.proposals == Some(AssumedProposals::Never) {
                continue;
            }
            let approve = Command::Approve { action: action.clone(), text: None };
            let step = (run, number, "approve");
            action.approval = take(account, policy, step, &approve, action.not_before);
        }
        going.push((number, action));
    }
    for (number, action) in &going {
        let queue = Command::Queue { action: action.clone() };
        take(account, policy, (run, *number, "queue"), &queue, action.not_before);
    }
    for (number, action) in &going {
        let done = done(action, assumptions);
        take(account, policy, (run, *number, "done"), &done, action.not_before);
    }
    !going.is_empty()
}

/// Records a command: what is planned now cannot be refused now.
fn take(
    account: &mut Account,
    policy: &Policy,
    (run, number, name): (usize, usize, &str),
    command: &Command,
    at: Moment,
) -> Option<Str> {
    let id = format!("forecast-{run}-{number}-{name}");
    // The data is as current then as it is now.
    (account.ledger_as_of, account.payments_as_of) = (at, at);
    let entries = record(account, policy, &id, command, at, at, "forecast").unwrap_or_default();
    let first = entries.first().map(|entry| entry.id.clone());
    account.journal.extend(entries);
    first
}

/// What is reported of an action: a message is sent, a call is answered or not.
fn done(action: &Action, assumptions: &Assumptions) -> Command {
    match action.kind {
        ActionKind::Call => {
            let outcome = match assumptions.calls {
                Some(AssumedCalls::Reached) => CallOutcome::Reached {},
                Some(AssumedCalls::Unanswered) | None => CallOutcome::NoAnswer {},
            };
            Command::Called { report: CallReport::new(action.clone(), outcome) }
        }
        ActionKind::Message => Command::Sent { report: SentReport::new(action.clone()) },
    }
}
