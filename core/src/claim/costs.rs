use super::cost_facts::{CostFacts, CostStatement};
use super::schedule::Table;
use super::wrong;
use crate::calendar::Day;
use crate::error::Refusal;
use crate::law::{CostPer, CostSchedule};
use crate::model::{CostRefusal, Trouble};
use crate::money::{self, Amount};
use crate::policy::Policy;
use crate::text::Str;

/// What a law lets a creditor charge for being paid late: collection costs, fixed sums, fees of
/// reminders.
///
/// # Errors
///
/// [`Refusal::UnknownRule`] if neither the policy nor the library has the schedule, or none for
/// that day; [`Refusal::Invalid`] if the law asks for something that is not given, if the currency
/// is not that of the schedule, or if an amount makes no sense.
///
/// ```
/// use dunning::{CostClaim, CostFacts, Day, Policy, DebtorKind, costs};
/// # let policy = Policy::from_json(r#"{ "scenarios": [{ "id": "s", "version": 1, "steps": [
/// #     { "id": "r", "offset": { "type": "days", "days": 3 },
/// #       "work": { "type": "message", "channels": ["email"] } }] }],
/// #     "assignment": [{ "scenario": "s" }] }"#)?;
///
/// let amounts = ["100.00", "150.00", "200.00"].map(|text| text.parse::<dunning::Amount>());
/// let claims = amounts.into_iter().map(|one| Ok(CostClaim::new(one?)));
/// let claims = claims.collect::<Result<Vec<_>, dunning::NotAnAmount>>()?;
/// let on: Day = "2026-03-02".parse()?;
/// let mut facts =
///     CostFacts::new("NL/collection_costs", "EUR".parse::<dunning::Currency>()?, on, claims);
/// facts.kind = Some(DebtorKind::Consumer);
/// // 15 % of 450.00: what is reminded of together is added up.
/// assert_eq!(costs(&facts, &policy)?.fee, "67.50".parse()?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn costs(facts: &CostFacts, policy: &Policy) -> Result<CostStatement, Refusal> {
    let schedule = policy
        .schedule(&facts.schedule, facts.on)
        .ok_or_else(|| Refusal::UnknownRule { rule: facts.schedule.clone() })?;
    let reader = Reader::new(facts, schedule)?;
    let claims = reader.claims()?;
    let paid = reader.amount("paidInTerm", facts.paid_in_term)?;
    let (refused, charges) = match reader.refused(&claims, paid)? {
        Some(refused) => (Some(refused), Vec::new()),
        None => (None, reader.charges(&claims, paid)),
    };
    let fee = charges.iter().fold(0, |sum, one| money::add(sum, *one));
    let vat = match facts.vat_percent {
        Some(given) if schedule.vat => {
            let out_of_range = || wrong("vatPercent", &given, Trouble::OutOfRange);
            Some(super::vat(fee, money::percent(given).ok_or_else(out_of_range)?))
        }
        _ => None,
    };
    let further = facts.further_costs.map(|given| reader.amount("furtherCosts", Some(given)));
    let further = further.transpose()?.filter(|_| schedule.credited);
    let told = |minor: i64| money::from_minor(minor, reader.paid_digits);
    Ok(CostStatement {
        schedule: schedule.id.clone(),
        currency: schedule.paid_in.unwrap_or(schedule.currency),
        charges: charges.iter().map(|one| told(*one)).collect(),
        fee: told(fee),
        vat: vat.map(told),
        total: told(money::add(fee, vat.unwrap_or(0))),
        without_notice: schedule.without_notice && refused.is_none(),
        further_payable: further.map(|further| told(further.saturating_sub(fee).max(0))),
        refused,
        article: schedule.article.clone(),
        source: schedule.source.clone(),
        confidence: schedule.confidence,
    })
}

/// A claim in minor units.
#[derive(Debug, Clone, Copy)]
struct Owed<'f> {
    amount: i64,
    due: Option<Day>,
    contract: Option<&'f Str>,
}

struct Reader<'f> {
    facts: &'f CostFacts,
    schedule: &'f CostSchedule,
    table: Table,
    digits: u8,
    paid_digits: u8,
}

impl<'f> Reader<'f> {
    fn new(facts: &'f CostFacts, schedule: &'f CostSchedule) -> Result<Self, Refusal> {
        if facts.currency != schedule.currency {
            return Err(wrong("currency", &facts.currency, Trouble::CurrencyMismatch));
        }
        let unknown = || wrong("currency", &facts.currency, Trouble::UnknownCurrency);
        let digits = facts.currency.minor_units().ok_or_else(unknown)?;
        let paid_in = schedule.paid_in.unwrap_or(facts.currency);
        let paid_digits = paid_in.minor_units().ok_or_else(unknown)?;
        let table = Table::compile(schedule, digits, paid_digits);
        Ok(Self { facts, schedule, table, digits, paid_digits })
    }

    fn amount(&self, path: &str, given: Option<Amount>) -> Result<i64, Refusal> {
        given.map_or(Ok(0), |given| super::from_zero(path, given, self.digits))
    }

    /// The claims, the one that fell due first before the others.
    fn claims(&self) -> Result<Vec<Owed<'f>>, Refusal> {
        let asks_due = self.schedule.following.is_some() && self.facts.apart;
        let mut claims = Vec::new();
        for (at, claim) in self.facts.claims.iter().enumerate() {
            let amount = self.amount(&format!("claims[{at}].amount"), Some(claim.amount))?;
            if asks_due && claim.due.is_none() {
                return Err(wrong(&format!("claims[{at}].due"), &"", Trouble::Empty));
            }
            claims.push(Owed { amount, due: claim.due, contract: claim.contract.as_ref() });
        }
        if asks_due {
            claims.sort_by_key(|claim| claim.due);
        }
        Ok(claims)
    }

    fn refused(&self, claims: &[Owed<'_>], paid: i64) -> Result<Option<CostRefusal>, Refusal> {
        let (facts, schedule) = (self.facts, self.schedule);
        if !schedule.kinds.is_empty() {
            let kind = facts.kind.ok_or_else(|| wrong("kind", &"", Trouble::Empty))?;
            if !schedule.is_for(kind) {
                return Ok(Some(CostRefusal::NotThisDebtor));
            }
        }
        if schedule.agreed && !facts.agreed {
            return Ok(Some(CostRefusal::NotAgreed));
        }
        if let Some(after) = schedule.after_days {
            let days = facts.days_since_due;
            if days.ok_or_else(|| wrong("daysSinceDue", &"", Trouble::Empty))? < after {
                return Ok(Some(CostRefusal::TooEarly));
            }
        }
        if schedule.gap_days.is_some() && facts.reminded_on.is_empty() && facts.count > Some(1) {
            return Err(wrong("remindedOn", &"", Trouble::Empty));
        }
        let owed = claims.iter().fold(0, |sum, claim| money::add(sum, claim.amount));
        Ok((owed <= paid).then_some(CostRefusal::NothingOwed))
    }

    fn charges(&self, claims: &[Owed<'_>], paid: i64) -> Vec<i64> {
        if self.schedule.per == CostPer::Together && !self.facts.apart {
            let sum = claims.iter().fold(0, |sum, claim| money::add(sum, claim.amount));
            return vec![self.table.charge(sum.saturating_sub(paid))];
        }
        if self.schedule.following.is_some() && self.schedule.per == CostPer::Together {
            return self.one_by_one(claims, paid);
        }
        let mut charges = Vec::new();
        let mut paid = paid;
        for claim in claims {
            let part = paid.min(claim.amount);
            paid = paid.saturating_sub(part);
            let charge = self.table.charge(claim.amount.saturating_sub(part));
            let times = self.times().into_iter();
            charges.extend(times.map(|is_charged| if is_charged { charge } else { 0 }));
        }
        charges
    }

    /// For each reminder, demand or late payment, whether it is charged.
    fn times(&self) -> Vec<bool> {
        let schedule = self.schedule;
        let free = schedule.free_first.unwrap_or(0);
        let most = schedule.at_most.unwrap_or(u32::MAX);
        let gap = schedule.gap_days.map_or(0, |days| i32::try_from(days).unwrap_or(i32::MAX));
        let days = &self.facts.reminded_on;
        let count = if days.is_empty() {
            usize::try_from(self.facts.count.unwrap_or(1)).unwrap_or(usize::MAX)
        } else {
            days.len()
        };
        let (mut charged, mut last) = (0_u32, i32::MIN);
        let mut times = Vec::new();
        for number in 0..count.min(MOST_TIMES) {
            let day = days.get(number).map(|day| day.number());
            let is_late_enough = day.is_none_or(|day| last.saturating_add(gap) <= day);
            let is_free = u32::try_from(number).is_ok_and(|number| number < free);
            let is_charged = is_late_enough && !is_free && charged < most;
            if is_charged {
                charged = charged.saturating_add(1);
                last = day.unwrap_or(last);
            }
            times.push(is_charged);
        }
        times
    }

    /// Small claims of one contract that follow one another bear less than the first.
    fn one_by_one(&self, claims: &[Owed<'_>], paid: i64) -> Vec<i64> {
        let mut paid = paid;
        let mut firsts: Vec<(Option<&Str>, i32)> = Vec::new();
        let mut charges = Vec::new();
        for claim in claims {
            let part = paid.min(claim.amount);
            paid = paid.saturating_sub(part);
            let amount = claim.amount.saturating_sub(part);
            let charge = self.table.charge(amount);
            let due = claim.due.map_or(i32::MIN, |due| due.number());
            let first = firsts.iter_mut().find(|(contract, _)| *contract == claim.contract);
            let is_small = self.table.is_small(claim.amount) && claim.contract.is_some();
            charges.push(match first {
                Some((_, ends)) if is_small && due < *ends => self.table.following(charge),
                Some((_, ends)) if is_small => {
                    *ends = self.ends(claim.due);
                    charge
                }
                None if is_small => {
                    firsts.push((claim.contract, self.ends(claim.due)));
                    charge
                }
                _ => charge,
            });
        }
        charges
    }

    /// The first day on which a claim does not follow one of this due day any more.
    fn ends(&self, due: Option<Day>) -> i32 {
        let months = self.schedule.following.as_ref().map_or(0, |rule| rule.months);
        due.map_or(i32::MIN, |due| super::schedule::months_after(due, months))
    }
}

/// No claim is reminded of more often.
const MOST_TIMES: usize = 1_000;

#[cfg(test)]
mod tests;
