//! The statement as it is told: items and sums.

use super::books::Books;
use super::costs::{Charged, charged};
use super::running::Running;
use super::terms::{self, Interest};
use super::told::{ClaimItem, ClaimPayment, ClaimStatement, RefusedCharge};
use super::{One, is_asked};
use crate::calendar::Day;
use crate::claim::accrued;
use crate::error::Refusal;
use crate::model::{ChargePer, DisputeOutcome, Finding};
use crate::money::{self, Currency};
use crate::standing::Standing;

/// What is disputed of the open principal of an item, and what was upheld and not credited yet.
pub(super) fn disputed(standing: &Standing<'_>, run: &Running<'_>) -> i64 {
    let item = run.owed.item;
    let digits = item.currency.minor_units().unwrap_or(2);
    let minor = |given| money::to_minor(given, digits).unwrap_or(0);
    let of = standing.disputes.iter().filter(|dispute| dispute.made.item == item.id);
    let parts = of.map(|dispute| match dispute.outcome {
        Some(DisputeOutcome::Rejected {}) => 0,
        Some(DisputeOutcome::Partly { amount }) => minor(*amount),
        _ => dispute.made.amount.map_or(i64::MAX, minor),
    });
    parts.fold(0, money::add).min(run.principal()).max(0)
}

/// The open sums of an item, in minor units.
struct Sums {
    principal: i64,
    interest: i64,
    charges: i64,
    disputed: i64,
    disputed_interest: i64,
}

impl One<'_> {
    pub(super) fn told(
        &self,
        currency: Currency,
        books: &Books<'_>,
        interest: &[Interest<'_>],
        running: &[Running<'_>],
        money: (Vec<ClaimPayment>, i64),
    ) -> Result<Vec<ClaimStatement>, Refusal> {
        let (payments, unallocated) = money;
        let told = |minor: i64| money::from_minor(minor, books.digits);
        let Charged { costs, mut refused } = charged(self, currency, books, running, &payments)?;
        let mut items = Vec::new();
        let mut sum =
            Sums { principal: 0, interest: 0, charges: 0, disputed: 0, disputed_interest: 0 };
        let asked = running.iter().zip(interest);
        for (run, interest) in asked.filter(|(run, _)| is_asked(self.scope, &run.owed.item.id)) {
            if let Interest::Refused { rule, why, article, possible_on } = interest
                && run.owed.item.due.number() < self.on
            {
                refused.push(RefusedCharge {
                    rule: rule.clone(),
                    items: vec![run.owed.item.id.clone()],
                    why: *why,
                    article: (*article).into(),
                    possible_on: *possible_on,
                });
            }
            let too_little = self.is_too_little(run, running);
            let own = self.sums(run, too_little);
            sum = sum.plus(&own);
            items.push(self.item(books.digits, run, interest, &own, too_little));
        }
        let (mut vat, mut by_law) = (0_i64, 0_i64);
        for cost in costs.iter().filter(|cost| cost.statement.currency == currency) {
            let minor = |given| money::to_minor(given, books.digits).unwrap_or(0);
            by_law = money::add(by_law, minor(cost.statement.fee));
            vat = money::add(vat, cost.statement.vat.map_or(0, minor));
        }
        let charges = money::add(sum.charges, by_law);
        let demanded = [sum.interest, charges, vat].into_iter().fold(sum.principal, money::add);
        Ok(vec![ClaimStatement {
            currency,
            items,
            costs,
            refused,
            payments,
            principal: told(sum.principal),
            interest: told(sum.interest),
            charges: told(charges),
            vat: told(vat),
            unallocated: told(unallocated),
            total: told(demanded.saturating_sub(unallocated)),
            disputed: told(sum.disputed),
            disputed_interest: told(sum.disputed_interest),
        }])
    }

    /// Interest below the rule's minimum, of which nothing was paid, is not demanded.
    fn is_too_little(&self, run: &Running<'_>, all: &[Running<'_>]) -> bool {
        let Some(terms) = run.terms else { return false };
        let least = terms.minimum(run.owed.item.currency);
        let own = run.interest();
        let compared = match terms.minimum_per {
            ChargePer::Item => own,
            ChargePer::Message => all
                .iter()
                .filter(|other| other.terms.is_some_and(|other| other.id == terms.id))
                .filter(|other| is_asked(self.scope, &other.owed.item.id))
                .fold(0, |sum, other| money::add(sum, other.interest())),
        };
        own > 0 && compared < least && run.interest_paid == 0
    }

    fn sums(&self, run: &Running<'_>, too_little: bool) -> Sums {
        let disputed = disputed(self.standing, run);
        let interest = if too_little { 0 } else { run.open_interest() };
        let disputed_interest = match run.terms.filter(|_| disputed > 0 && !too_little) {
            Some(terms) => {
                let first = terms::first_day(self.standing, run.owed.item);
                let last = self.on.saturating_sub(i32::from(terms.last_day_free));
                accrued(disputed, first, last, terms).total.min(interest)
            }
            None => 0,
        };
        Sums {
            principal: run.principal().saturating_sub(disputed),
            interest: interest.saturating_sub(disputed_interest),
            charges: run.open_charges(self.on),
            disputed,
            disputed_interest,
        }
    }

    fn item(
        &self,
        digits: u8,
        run: &Running<'_>,
        interest: &Interest<'_>,
        own: &Sums,
        too_little: bool,
    ) -> ClaimItem {
        let item = run.owed.item;
        let told = |minor: i64| money::from_minor(minor, digits);
        let open_interest = run.open_interest();
        let demanded = if too_little { 0 } else { open_interest };
        let open = money::add(money::add(run.principal(), demanded), own.charges);
        ClaimItem {
            item: item.id.clone(),
            document_number: item.document_number.as_ref().unwrap_or(&item.id).clone(),
            due: item.due,
            kind: terms::kind(self.standing, item),
            principal: told(run.owed.principal),
            open_principal: told(run.principal()),
            open_by_books: told(run.owed.open),
            interest: told(run.interest()),
            open_interest: told(open_interest),
            capitalised: told(run.capitalised()),
            segments: run.segments.clone(),
            rounding: told(run.rounding()),
            open_charges: told(own.charges),
            open: told(open),
            interest_rule: interest.terms().map(|terms| terms.id.clone()),
            article: match interest {
                Interest::ByLaw(_, article) => Some((*article).into()),
                _ => None,
            },
            below_minimum: too_little,
            disputed: (own.disputed > 0).then(|| told(own.disputed)),
            findings: findings(run, digits),
        }
    }
}

impl Sums {
    fn plus(self, other: &Self) -> Self {
        Self {
            principal: money::add(self.principal, other.principal),
            interest: money::add(self.interest, other.interest),
            charges: money::add(self.charges, other.charges),
            disputed: money::add(self.disputed, other.disputed),
            disputed_interest: money::add(self.disputed_interest, other.disputed_interest),
        }
    }
}

fn findings(run: &Running<'_>, digits: u8) -> Vec<Finding> {
    let mut found = Vec::new();
    let rule = || run.terms.map(|terms| terms.id.clone()).unwrap_or_default();
    let (before, since) = run.rates();
    if let Some(until) = before {
        found.push(Finding::NoRate { rule: rule(), until: Day::of(until) });
    }
    if let Some(since) = since {
        found.push(Finding::RateUnknown { rule: rule(), since: Day::of(since) });
    }
    if let Some(segment) = run.segments.iter().find(|segment| segment.assumed) {
        let (since, percent) = (segment.begins, segment.percent);
        found.push(Finding::RateAssumed { rule: rule(), since, percent });
    }
    let original = run.owed.item.original.and_then(|one| money::to_minor(one, digits).ok());
    if let Some(original) = original.filter(|original| *original != run.owed.principal) {
        let matched = run.owed.principal.saturating_sub(run.owed.open);
        let explained = money::from_minor(original.saturating_sub(matched), digits);
        let open = money::from_minor(run.owed.open, digits);
        found.push(Finding::OpenUnexplained { explained, open });
    }
    found
}
