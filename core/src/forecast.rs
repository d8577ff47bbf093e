//! What would happen from here.

use crate::calendar::{Day, Moment};
use crate::model::{
    Account, Allocation, AssumedPayments, Assumptions, Command, Payment, Plan, SentReport,
};
use crate::money;
use crate::plan::plan;
use crate::policy::Policy;
use crate::record::record;
use crate::standing::{Arrangement, ArrangementState, PromiseState, Standing};

/// More plans than this are no forecast any more.
const MOST_PLANS: usize = 10_000;

/// The plans that would follow one another from `from` until `until`, each carrying what was
/// assumed.
///
/// After each plan its actions are taken as sent; the next plan is made when an answer can
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
    let mut account = account.clone();
    let mut plans = Vec::new();
    let mut now = from;
    while now <= until && plans.len() < MOST_PLANS {
        account.ledger_as_of = now;
        account.payments_as_of = now;
        let next_payment = pay(&mut account, policy, now, assumptions);
        let mut planned = plan(&account, policy, now);
        let mut next = planned.next_review_at;
        if carry_out(&mut account, policy, &planned, plans.len()) {
            next = plan(&account, policy, now).next_review_at;
        }
        planned.assumed = Some(assumptions.clone());
        plans.push(planned);
        match next.into_iter().chain(next_payment).filter(|next| *next > now).min() {
            Some(later) => now = later,
            None => break,
        }
    }
    plans
}

/// Takes every action as queued and sent at its time; false if there was none.
fn carry_out(account: &mut Account, policy: &Policy, planned: &Plan, run: usize) -> bool {
    for (number, action) in planned.actions.iter().enumerate() {
        let at = action.not_before;
        let queue = Command::Queue { action: action.clone() };
        let sent = Command::Sent { report: SentReport::new(action.clone()) };
        for (name, command) in [("queue", queue), ("sent", sent)] {
            let id = format!("forecast-{run}-{number}-{name}");
            // What is planned now cannot be refused now.
            let entries = record(account, policy, &id, &command, at, at, "forecast");
            account.journal.extend(entries.unwrap_or_default());
        }
    }
    !planned.actions.is_empty()
}

/// Pays what was promised and agreed, on its day, if that is assumed; returns when to pay next.
fn pay(
    account: &mut Account,
    policy: &Policy,
    now: Moment,
    assumptions: &Assumptions,
) -> Option<Moment> {
    if assumptions.payments != Some(AssumedPayments::AsPromised) {
        return None;
    }
    let standing = Standing::new(account, policy, now, None);
    let open = standing.promises.iter().filter(|one| matches!(one.state, PromiseState::Open(_)));
    let mut payments: Vec<Payment> = Vec::new();
    let mut next: Option<Moment> = None;
    for promise in open {
        let made = promise.made;
        if made.date.number() > standing.today {
            let day = standing.zone.start_of(made.date.number());
            next = Some(next.map_or(day, |next| next.min(day)));
            continue;
        }
        let id = format!("forecast-{}", promise.entry);
        // A promise for the day on which it is made is paid on the next.
        let day = Day::of(made.date.number().max(promise.made_on.saturating_add(1)));
        let mut payment = Payment::new(id, day, made.amount, made.currency);
        payment.allocations =
            made.items.iter().map(|part| Allocation::new(part.item.clone(), part.amount)).collect();
        payments.push(payment);
    }
    let (agreed, later) = instalments(&standing);
    payments.extend(agreed);
    next = next.into_iter().chain(later).min();
    for payment in payments {
        reduce(account, &payment);
        account.payments.push(payment);
    }
    next
}

/// What is due of the arrangements that run, and when more will be.
fn instalments(standing: &Standing<'_>) -> (Vec<Payment>, Option<Moment>) {
    let mut payments = Vec::new();
    let mut next: Option<Moment> = None;
    for arrangement in &standing.acts.arrangements {
        if !matches!(arrangement.state, ArrangementState::Open(_)) {
            continue;
        }
        let mut matched = 0;
        for (at, instalment) in arrangement.made.instalments.iter().enumerate() {
            let unpaid = arrangement.unpaid(at);
            if unpaid == 0 {
                continue;
            }
            if instalment.date.number() > standing.today {
                let day = standing.zone.start_of(instalment.date.number());
                next = Some(next.map_or(day, |next| next.min(day)));
                break;
            }
            let id = format!("forecast-{}-{}", arrangement.entry.id, at.saturating_add(1));
            let amount = money::from_minor(unpaid, arrangement.digits);
            let today = Day::of(standing.today);
            let mut payment = Payment::new(id, today, amount, arrangement.made.currency);
            payment.arrangement = Some(arrangement.entry.id.clone());
            payment.allocations = allocations(standing, arrangement, matched, unpaid);
            matched = money::add(matched, unpaid);
            payments.push(payment);
        }
    }
    (payments, next)
}

/// Matches money with the covered items, the oldest due first, after what was matched before.
fn allocations(
    standing: &Standing<'_>,
    arrangement: &Arrangement<'_>,
    mut before: i64,
    mut left: i64,
) -> Vec<Allocation> {
    let mut parts = Vec::new();
    for item in &arrangement.made.items {
        let at = standing.account.items.iter().position(|known| known.id == item.item);
        let open = at.and_then(|at| standing.items.get(at)).map_or(0, |facts| facts.open);
        let used = before.min(open);
        before = before.saturating_sub(used);
        let part = open.saturating_sub(used).min(left).max(0);
        if part > 0 {
            left = left.saturating_sub(part);
            let amount = money::from_minor(part, arrangement.digits);
            parts.push(Allocation::new(item.item.clone(), amount));
        }
    }
    parts
}

fn reduce(account: &mut Account, payment: &Payment) {
    let Some(digits) = payment.currency.minor_units() else { return };
    for part in &payment.allocations {
        let Some(item) = account.items.iter_mut().find(|item| item.id == part.item) else {
            continue;
        };
        let open = money::to_minor(item.open, digits).unwrap_or(0);
        let paid = money::to_minor(part.amount, digits).unwrap_or(0);
        item.open = money::from_minor(open.saturating_sub(paid).max(0), digits);
    }
}
