//! What would happen from here.

mod payments;

use crate::calendar::{Moment, Zone};
use crate::model::{
    Account, Action, ActionKind, AssumedCalls, AssumedProposals, Assumptions, CallOutcome,
    CallReport, Command, Plan, SentReport,
};
use crate::plan::plan;
use crate::policy::Policy;
use crate::record::record;

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
        let mut planned = plan(&account, policy, now);
        let mut next = planned.next_review_at;
        if carry_out(&mut account, policy, &planned, plans.len(), assumptions) {
            let after = plan(&account, policy, now);
            next = after.next_review_at;
            // What went out may set free what stood in one message with it: it goes the next day.
            let is_new =
                |action: &Action| planned.actions.iter().all(|one| one.delivery != action.delivery);
            if after.actions.iter().any(is_new) {
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

/// Takes every action as queued and carried out at its time; false if there was none.
fn carry_out(
    account: &mut Account,
    policy: &Policy,
    planned: &Plan,
    run: usize,
    assumptions: &Assumptions,
) -> bool {
    let mut carried_out = false;
    for (number, action) in planned.actions.iter().enumerate() {
        let at = action.not_before;
        let mut action = action.clone();
        if action.needs_approval && action.approval.is_none() {
            if assumptions.proposals == Some(AssumedProposals::Never) {
                continue;
            }
            let id = format!("forecast-{run}-{number}-approve");
            let approve = Command::Approve { action: action.clone(), text: None };
            let entries = record(account, policy, &id, &approve, at, at, "forecast");
            let entries = entries.unwrap_or_default();
            action.approval = entries.first().map(|entry| entry.id.clone());
            account.journal.extend(entries);
        }
        let queue = Command::Queue { action: action.clone() };
        for (name, command) in [("queue", queue), ("done", done(&action, assumptions))] {
            let id = format!("forecast-{run}-{number}-{name}");
            // What is planned now cannot be refused now.
            let entries = record(account, policy, &id, &command, at, at, "forecast");
            account.journal.extend(entries.unwrap_or_default());
        }
        carried_out = true;
    }
    carried_out
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
