//! What is owed: principal, interest, costs by law, payments imputed, each cent explained.

mod books;
mod costs;
mod notices;
mod running;
mod sums;
mod terms;
mod told;

pub use told::{
    Claim, ClaimCost, ClaimItem, ClaimPayment, ClaimSegment, ClaimStatement, RefusedCharge,
};

use crate::calendar::{Day, Zone};
use crate::claim::{Rank, spread};
use crate::error::Refusal;
use crate::law;
use crate::model::{Account, Trouble};
use crate::money::{self, Currency};
use crate::policy::Policy;
use crate::standing::Standing;
use crate::text::Str;
use books::{Books, Money, Owed};
use running::Running;
use terms::Interest;

/// What a debtor owes on a day: of some items, or of all if none is named.
///
/// Interest is the agreed one, or that of the law of the creditor's country (or of the country that
/// the policy's `claims` name), from the day after the due day up to and including the day. Payments
/// pay costs, then interest, then the principal; what the payer did not choose, and the ledger did
/// not match, pays what is due, the most onerous first, then the oldest. The ledger decides what may
/// be dunned; this decides only what is claimed, and shows the difference.
///
/// # Errors
///
/// [`Refusal::UnknownItem`] if the account has no such item; [`Refusal::Invalid`] if the library
/// does not know the law of the country, or if an amount is no money of its currency.
///
/// ```
/// use dunning::{Account, Policy, claim};
///
/// let policy = Policy::from_json(r#"{
///     "scenarios": [{ "id": "standard", "version": 1, "steps": [
///         { "id": "reminder", "offset": { "type": "days", "days": 3 },
///           "work": { "type": "message", "channels": ["email"] } }
///     ]}],
///     "assignment": [{ "scenario": "standard" }]
/// }"#)?;
/// let account = Account::from_json(r#"{
///     "creditor": { "id": "C", "name": "Bakker BV", "country": "NL", "zone": "Europe/Amsterdam" },
///     "debtor": { "id": "D", "name": "De Groot BV", "kind": "business", "country": "NL" },
///     "items": [{ "id": "2026-1", "kind": "invoice", "due": "2026-05-29", "open": "8400.00",
///         "currency": "EUR" }],
///     "ledgerAsOf": "2026-06-20T06:00:00Z", "paymentsAsOf": "2026-06-20T06:00:00Z"
/// }"#)?;
/// let claim = claim(&account, &policy, &[], "2026-06-20".parse()?)?;
/// let euro = &claim.statements[0];
/// // 22 days at 10.15 %, and 15, 10 and 5 % of the parts of the principal.
/// assert_eq!(euro.interest, "51.39".parse()?);
/// assert_eq!(euro.charges, "795.00".parse()?);
/// assert_eq!(euro.total, "9246.39".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn claim(account: &Account, policy: &Policy, scope: &[Str], on: Day) -> Result<Claim, Refusal> {
    if let Some(item) = scope.iter().find(|id| !account.items.iter().any(|one| one.id == **id)) {
        return Err(Refusal::UnknownItem { item: item.clone() });
    }
    let country = policy.claims().and_then(|rules| rules.law).unwrap_or(account.creditor.country);
    if !law::is_known(&country.to_string()) {
        let (path, value) = ("law".into(), country.to_string().into());
        return Err(Refusal::Invalid { path, value, problem: Trouble::UnknownLaw });
    }
    let zone = Zone::named(&account.creditor.zone).unwrap_or(Zone::UTC);
    let now = zone.start_of(on.number());
    let standing = Standing::new(account, policy, now, None);
    let mut currencies: Vec<Currency> = Vec::new();
    for item in account.items.iter().filter(|item| is_asked(scope, &item.id)) {
        if !currencies.contains(&item.currency) {
            currencies.push(item.currency);
        }
    }
    let mut statements = Vec::new();
    for currency in currencies {
        let one = One { standing: &standing, law: country.to_string(), scope, on: on.number() };
        statements.extend(one.statement(currency)?);
    }
    Ok(Claim { on, law: country, data_version: law::DATA_VERSION.into(), statements })
}

fn is_asked(scope: &[Str], id: &Str) -> bool {
    scope.is_empty() || scope.contains(id)
}

/// The statement in one currency.
struct One<'a> {
    standing: &'a Standing<'a>,
    law: String,
    scope: &'a [Str],
    on: i32,
}

impl One<'_> {
    /// With one more for costs that are owed in another currency.
    fn statement(&self, currency: Currency) -> Result<Vec<ClaimStatement>, Refusal> {
        let books = Books::read(self.standing, currency)?;
        let first = |owed: &Owed<'_>| terms::first_day(self.standing, owed.item);
        let interest: Vec<Interest<'_>> = books
            .owed
            .iter()
            .map(|owed| {
                terms::interest(self.standing, owed.item, &self.law, (first(owed), self.on))
            })
            .collect();
        let mut running: Vec<Running<'_>> = books
            .owed
            .iter()
            .zip(&interest)
            .map(|(owed, interest)| {
                Running::new(owed, books.digits, first(owed), self.on, interest.terms())
            })
            .collect();
        let mut payments = Vec::new();
        let mut unallocated = 0_i64;
        for money in books.money.iter().filter(|money| money.on <= self.on) {
            let left = receive(money, &mut running, &mut payments);
            unallocated = money::add(unallocated, left);
        }
        for one in &mut running {
            let free = one.terms.is_some_and(|terms| terms.last_day_free);
            one.run(self.on.saturating_sub(i32::from(free)));
        }
        self.told(currency, &books, &interest, &running, (payments, unallocated))
    }
}

/// Money that comes in: first what it was matched with, then what the payer chose, then by law.
/// Gives what is left of it.
fn receive(money: &Money<'_>, running: &mut [Running<'_>], paid: &mut Vec<ClaimPayment>) -> i64 {
    let mut left = money.amount;
    if let Some(one) = money.lowers.and_then(|place| running.get_mut(place)) {
        one.run(last_day(one, money.on));
        let (told, rest) = one.credit(money.id, money.on, left);
        paid.extend(told);
        left = rest;
    }
    for (place, part) in &money.matched {
        let Some(one) = running.get_mut(*place) else { continue };
        one.run(last_day(one, money.on));
        let part = (*part).min(left).max(0);
        let (told, rest) = one.pay(money.id, money.on, part);
        paid.extend(told);
        left = left.saturating_sub(part.saturating_sub(rest));
    }
    if left <= 0 {
        return 0;
    }
    let ranked: Vec<(Rank, i64)> = running
        .iter()
        .enumerate()
        .map(|(place, one)| {
            let rank = Rank {
                chosen: money.chosen.iter().position(|chosen| *chosen == place),
                is_due: one.owed.item.due.number() <= money.on,
                rate: one.rate_on(money.on),
                due: one.owed.item.due.number(),
            };
            (rank, one.open_after(last_day(one, money.on), money.on).sum())
        })
        .collect();
    for (place, share) in spread(left, &ranked) {
        let Some(one) = running.get_mut(place).filter(|_| share > 0) else { continue };
        one.run(last_day(one, money.on));
        let (told, rest) = one.pay(money.id, money.on, share);
        paid.extend(told);
        left = left.saturating_sub(share.saturating_sub(rest));
    }
    left
}

/// The last day on which what is paid bears interest.
fn last_day(one: &Running<'_>, on: i32) -> i32 {
    let free = one.terms.is_some_and(|terms| terms.payment_day_free);
    on.saturating_sub(i32::from(free))
}

#[cfg(test)]
mod tests;
