//! What two policies would do differently.

use rustc_hash::FxHashMap;

use crate::calendar::{Day, Moment, Zone};
use crate::forecast::run;
use crate::model::{
    Account, Assumptions, Channel, ComparedChannel, ComparedItem, ComparedStep, Comparison,
    DebtorEnd, Decision, ForeseenStep, ItemEnd, OpenSum, Outcome, Plan,
};
use crate::money::{self, Currency};
use crate::plan::plan;
use crate::policy::Policy;
use crate::text::Str;

/// What would differ if an account followed policy B instead of A from `from` until `until`.
///
/// Both are forecast with the same assumptions, and laid side by side: for each item every step
/// with day, channel, contact and amount, the contacts by channel, and where item and debtor
/// stand at the end. It never fails.
///
/// ```
/// use dunning::{Account, Assumptions, Policy, compare};
///
/// # let text = r#"{"scenarios":[{"id":"s","version":1,"steps":[
/// #   {"id":"first","offset":{"type":"days","days":3},"work":{"type":"message","channels":["email"]}}]}],
/// #   "assignment":[{"scenario":"s"}]}"#;
/// # let policy = Policy::from_json(text)?;
/// # let gentler = Policy::from_json(&text.replace("\"days\":3", "\"days\":10"))?;
/// # let account = Account::from_json(r#"{
/// #   "creditor":{"id":"us","name":"Us","country":"NL","zone":"Europe/Amsterdam"},
/// #   "debtor":{"id":"d1","name":"Jansen","kind":"business","country":"NL"},
/// #   "contacts":[{"id":"c1","name":"AP","purposes":["reminder"],
/// #     "addresses":[{"id":"a1","channel":"email","value":"ap@jansen.example"}]}],
/// #   "items":[{"id":"17","kind":"invoice","due":"2026-03-01","open":"120.00","currency":"EUR"}],
/// #   "ledgerAsOf":"2026-03-02T06:00:00Z","paymentsAsOf":"2026-03-02T06:00:00Z"}"#)?;
/// let (from, until) = ("2026-03-02T08:00:00Z".parse()?, "2026-04-01T08:00:00Z".parse()?);
/// let compared = compare(&account, &policy, &gentler, from, until, &Assumptions::new());
/// assert_eq!(compared.first_difference, Some("2026-03-04".parse()?));
/// assert_eq!(compared.items[0].steps[0].b.as_ref().map(|step| step.on), "2026-03-11".parse().ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn compare(
    account: &Account,
    policy_a: &Policy,
    policy_b: &Policy,
    from: Moment,
    until: Moment,
    assumptions: &Assumptions,
) -> Comparison {
    let zone = Zone::named(&account.creditor.zone).unwrap_or(Zone::UTC);
    let a = Course::foresee(account, policy_a, zone, from, until, assumptions);
    let b = Course::foresee(account, policy_b, zone, from, until, assumptions);
    let mut items = Vec::with_capacity(account.items.len());
    for (number, item) in account.items.iter().enumerate() {
        let (Some(end_a), Some(end_b)) = (a.end_of(number), b.end_of(number)) else { continue };
        let steps = side_by_side(a.steps_of(number), b.steps_of(number));
        items.push(ComparedItem {
            item: item.id.clone(),
            currency: item.currency,
            first_difference: steps.iter().filter_map(difference).min(),
            steps,
            end_a,
            end_b,
        });
    }
    let contacts = CHANNELS.into_iter().map(|channel| ComparedChannel {
        channel,
        a: a.contacts_by(channel),
        b: b.contacts_by(channel),
    });
    Comparison {
        begins: from,
        until,
        assumed: assumptions.clone(),
        first_difference: items.iter().filter_map(|item| item.first_difference).min(),
        items,
        contacts: contacts.filter(|by| by.a > 0 || by.b > 0).collect(),
        end_a: a.end(),
        end_b: b.end(),
    }
}

const CHANNELS: [Channel; 6] = [
    Channel::Email,
    Channel::WhatsApp,
    Channel::Sms,
    Channel::Letter,
    Channel::Portal,
    Channel::Call,
];

/// A step that an item takes under one policy.
type Taken = (Str, ForeseenStep);

/// What happens under one policy.
struct Course {
    account: Account,
    /// The plan at the end of the span.
    last: Plan,
    /// By the number of the item, in time.
    taken: Vec<Vec<Taken>>,
    contacts: Vec<(Day, Channel)>,
}

impl Course {
    fn foresee(
        account: &Account,
        policy: &Policy,
        zone: Zone,
        from: Moment,
        until: Moment,
        assumptions: &Assumptions,
    ) -> Self {
        let (plans, mut after) = run(account, policy, from, until, assumptions);
        after.ledger_as_of = until;
        after.payments_as_of = until;
        let mut numbers: FxHashMap<&str, usize> = FxHashMap::default();
        for (number, item) in account.items.iter().enumerate() {
            numbers.entry(&item.id).or_insert(number);
        }
        let mut taken: Vec<Vec<Taken>> = vec![Vec::new(); account.items.len()];
        let mut contacts = Vec::new();
        for action in plans.iter().flat_map(|plan| &plan.actions) {
            let at = action.not_before;
            let on = Day::of(zone.day_of(at));
            contacts.push((on, action.channel));
            for line in &action.lines {
                let number = numbers.get(line.item.as_str());
                let Some(own) = number.and_then(|number| taken.get_mut(*number)) else { continue };
                let contact = action.recipient.contact.clone();
                let (channel, amount, charges) = (action.channel, line.dunned, line.charges);
                let step = ForeseenStep { on, at, channel, contact, amount, charges };
                own.push((line.step.clone(), step));
            }
        }
        let last = plan(&after, policy, until);
        Self { account: after, last, taken, contacts }
    }

    fn steps_of(&self, number: usize) -> &[Taken] {
        self.taken.get(number).map_or(&[], Vec::as_slice)
    }

    fn end_of(&self, number: usize) -> Option<ItemEnd> {
        let decided: &Decision = self.last.decisions.get(number)?;
        let item = self.account.items.get(number)?;
        Some(ItemEnd {
            open: item.open,
            outcome: decided.outcome.clone(),
            holds: decided.holds.clone(),
            last_step: self.steps_of(number).last().map(|(step, _)| step.clone()),
        })
    }

    fn contacts_by(&self, channel: Channel) -> u32 {
        count(self.contacts.iter().filter(|(_, by)| *by == channel).count())
    }

    fn end(&self) -> DebtorEnd {
        let is_closed = |decision: &Decision| matches!(decision.outcome, Outcome::Closed {});
        let closed = self.last.decisions.iter().filter(|decision| is_closed(decision)).count();
        let mut open: Vec<(Currency, u8, i64)> = Vec::new();
        for (item, decision) in self.account.items.iter().zip(&self.last.decisions) {
            let Some(digits) = item.currency.minor_units() else { continue };
            let Ok(minor) = money::to_minor(item.open, digits) else { continue };
            if is_closed(decision) {
                continue;
            }
            match open.iter_mut().find(|(currency, _, _)| *currency == item.currency) {
                Some((_, _, sum)) => *sum = money::add(*sum, minor),
                None => open.push((item.currency, digits, minor)),
            }
        }
        let sums = open.into_iter().map(|(currency, digits, minor)| OpenSum {
            currency,
            open: money::from_minor(minor, digits),
        });
        DebtorEnd {
            contacts: count(self.contacts.len()),
            closed: count(closed),
            unsettled: count(self.last.decisions.len().saturating_sub(closed)),
            open: sums.collect(),
            last_contact: self.contacts.iter().map(|(on, _)| *on).max(),
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The steps of both, the same step taken for the same time in one row, by day.
fn side_by_side(a: &[Taken], b: &[Taken]) -> Vec<ComparedStep> {
    let mut rows: Vec<ComparedStep> = Vec::with_capacity(a.len().max(b.len()));
    let mut of_a: FxHashMap<(&Str, u32), usize> = FxHashMap::default();
    for (key, step) in numbered(a) {
        of_a.insert(key, rows.len());
        let a = Some(step.clone());
        rows.push(ComparedStep { step: key.0.clone(), same: false, a, b: None });
    }
    for (key, step) in numbered(b) {
        let b = Some(step.clone());
        match of_a.get(&key).and_then(|at| rows.get_mut(*at)) {
            Some(row) => row.b = b,
            None => rows.push(ComparedStep { step: key.0.clone(), same: false, a: None, b }),
        }
    }
    for row in &mut rows {
        row.same = matches!((&row.a, &row.b), (Some(a), Some(b)) if is_same(a, b));
    }
    // Stable: what falls on one instant stays in the order of A, then of B.
    rows.sort_by_key(|row| row.a.iter().chain(&row.b).map(|step| step.at).min());
    rows
}

/// Each with its step and the how many-th time it is taken.
fn numbered(taken: &[Taken]) -> impl Iterator<Item = ((&Str, u32), &ForeseenStep)> {
    let mut times: FxHashMap<&Str, u32> = FxHashMap::default();
    taken.iter().map(move |(step, foreseen)| {
        let time = times.entry(step).or_default();
        *time = time.saturating_add(1);
        ((step, *time), foreseen)
    })
}

fn is_same(a: &ForeseenStep, b: &ForeseenStep) -> bool {
    let hour_apart = ForeseenStep { at: a.at, ..b.clone() };
    *a == hour_apart
}

/// The first day on which a row differs.
fn difference(row: &ComparedStep) -> Option<Day> {
    if row.same {
        return None;
    }
    row.a.iter().chain(&row.b).map(|step| step.on).min()
}
