use std::cmp::Reverse;

use super::wrong;
use crate::calendar::Day;
use crate::error::Refusal;
use crate::law;
use crate::model::{Country, Trouble};
use crate::money::{self, Amount, Currency};
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// What is open of a claim before a payment comes.
    pub struct OpenClaim {
        /// Its id.
        pub id: Str,
        /// Costs.
        pub costs: Amount,
        /// Interest up to the payment.
        pub interest: Amount,
        /// The principal.
        pub principal: Amount,
        /// Its due day, where there are several claims.
        pub due: Option<Day> = None,
        /// The yearly rate that it bears, in percent: the higher, the more onerous it is.
        pub rate_percent: Option<Amount> = None,
    }
}

record! {
    /// Money that came in, and what the payer said about it.
    pub struct ImputedPayment {
        /// How much, from zero upwards.
        pub amount: Amount,
        /// The currency of all amounts, also those of the claims.
        pub currency: Currency,
        /// The country whose law says what a payment pays.
        pub law: Country,
        /// The day from which it counts: claims that are due by then come before the others. All
        /// are taken as due if it is not given.
        pub on: Option<Day> = None,
        /// The claims that the payer chose, in order.
        pub chosen: Vec<Str> = [],
    }
}

record! {
    /// What a payment pays.
    pub struct Imputation {
        /// The part of each claim that it pays, in the order in which it pays them.
        pub parts: Vec<ImputedPart>,
        /// What is open afterwards, in the order in which the claims were given.
        pub open: Vec<OpenClaim>,
        /// What is left of the payment when all is paid.
        pub unallocated: Amount,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The article that says so.
        pub article: Str,
    }
}

record! {
    /// What a payment pays of a claim.
    pub struct ImputedPart {
        /// The claim.
        pub claim: Str,
        /// Of its costs.
        pub costs: Amount,
        /// Of its interest.
        pub interest: Amount,
        /// Of its principal.
        pub principal: Amount,
    }
}

/// What is open of a claim, in minor units.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) costs: i64,
    pub(crate) interest: i64,
    pub(crate) principal: i64,
}

impl Parts {
    pub(crate) fn sum(self) -> i64 {
        money::add(money::add(self.costs, self.interest), self.principal)
    }

    /// What an amount pays of it: costs, then interest, then the principal.
    pub(crate) fn paid_by(self, amount: i64) -> Self {
        let mut left = amount.max(0);
        let mut take = |open: i64| {
            let part = left.min(open.max(0));
            left = left.saturating_sub(part);
            part
        };
        let (costs, interest) = (take(self.costs), take(self.interest));
        Self { costs, interest, principal: take(self.principal) }
    }

    pub(crate) fn less(self, other: Self) -> Self {
        Self {
            costs: self.costs.saturating_sub(other.costs),
            interest: self.interest.saturating_sub(other.interest),
            principal: self.principal.saturating_sub(other.principal),
        }
    }
}

/// How a claim stands among others, for the order in which a payment pays them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rank {
    /// Its place among those that the payer chose.
    pub(crate) chosen: Option<usize>,
    pub(crate) is_due: bool,
    /// In millionths of a percent.
    pub(crate) rate: i64,
    pub(crate) due: i32,
}

impl Rank {
    /// First what the payer chose; of the others what is due, the most onerous, the oldest.
    fn rank(&self) -> (usize, bool, Reverse<i64>, i32) {
        match self.chosen {
            Some(place) => (place, false, Reverse(0), 0),
            None => (usize::MAX, !self.is_due, Reverse(self.rate), self.due),
        }
    }
}

/// How an amount is spread over claims; what stands alike is paid pro rata, and no cent is lost.
/// Gives for each claim, in the order in which they are paid, its place and its share.
pub(crate) fn spread(amount: i64, claims: &[(Rank, i64)]) -> Vec<(usize, i64)> {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    let rank = |at: &usize| claims.get(*at).map(|(standing, _)| standing.rank());
    order.sort_by_key(rank);
    let mut left = amount.max(0);
    let mut shares = Vec::with_capacity(order.len());
    for alike in order.chunk_by(|a, b| rank(a) == rank(b)) {
        let open: Vec<i64> =
            alike.iter().map(|at| claims.get(*at).map_or(0, |(_, open)| (*open).max(0))).collect();
        let given = pro_rata(left, &open);
        left = given.iter().fold(left, |left, part| left.saturating_sub(*part));
        shares.extend(alike.iter().copied().zip(given));
    }
    shares
}

/// An amount in proportion to what is open, at most all of it; what remains of the division goes
/// to the largest remainders, the first first.
fn pro_rata(amount: i64, open: &[i64]) -> Vec<i64> {
    let sum = open.iter().fold(0_i64, |sum, one| money::add(sum, *one));
    if amount >= sum {
        return open.to_vec();
    }
    let exact = |one: i64| i128::from(amount).saturating_mul(i128::from(one));
    let whole = |one: i64| exact(one).checked_div(i128::from(sum)).unwrap_or(0);
    let mut parts: Vec<i64> =
        open.iter().map(|one| i64::try_from(whole(*one)).unwrap_or(0)).collect();
    let mut rest = parts.iter().fold(amount, |rest, part| rest.saturating_sub(*part));
    let mut by_rest: Vec<usize> = (0..open.len()).collect();
    let remainder = |at: &usize| {
        let one = open.get(*at).copied().unwrap_or(0);
        exact(one).checked_rem(i128::from(sum)).unwrap_or(0)
    };
    by_rest.sort_by_key(|at| Reverse(remainder(at)));
    for at in by_rest {
        if rest <= 0 {
            break;
        }
        if let Some(part) = parts.get_mut(at) {
            *part = part.saturating_add(1);
            rest = rest.saturating_sub(1);
        }
    }
    parts
}

/// What a payment pays by law: of one claim costs, interest, principal; of several first what the
/// payer chose, then what is due, the most onerous, the oldest, and what stands alike pro rata.
///
/// # Errors
///
/// [`Refusal::Invalid`] if the library does not know the law of the country, if a chosen claim is
/// none of them, or if an amount makes no sense.
///
/// ```
/// use dunning::{Amount, Country, Currency, ImputedPayment, OpenClaim, impute};
///
/// let amount = |text: &str| text.parse::<Amount>();
/// let claim = OpenClaim::new("A", amount("150.00")?, amount("37.21")?, amount("1000.00")?);
/// let (euro, dutch): (Currency, Country) = ("EUR".parse()?, "NL".parse()?);
/// let paid = ImputedPayment::new(amount("500.00")?, euro, dutch);
/// let imputation = impute(&paid, &[claim])?;
/// assert_eq!(imputation.parts[0].principal, amount("312.79")?);
/// assert_eq!(imputation.open[0].principal, amount("687.21")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn impute(payment: &ImputedPayment, claims: &[OpenClaim]) -> Result<Imputation, Refusal> {
    let unknown = || wrong("law", &payment.law, Trouble::UnknownLaw);
    let rule = law::imputation(&payment.law.to_string()).ok_or_else(unknown)?;
    let unknown = || wrong("currency", &payment.currency, Trouble::UnknownCurrency);
    let digits = payment.currency.minor_units().ok_or_else(unknown)?;
    let read = |path: &str, given: Amount| super::from_zero(path, given, digits);
    let amount = read("amount", payment.amount)?;
    let mut open = Vec::with_capacity(claims.len());
    for (at, claim) in claims.iter().enumerate() {
        open.push(Parts {
            costs: read(&format!("claims[{at}].costs"), claim.costs)?,
            interest: read(&format!("claims[{at}].interest"), claim.interest)?,
            principal: read(&format!("claims[{at}].principal"), claim.principal)?,
        });
    }
    for (at, chosen) in payment.chosen.iter().enumerate() {
        if !claims.iter().any(|claim| claim.id == *chosen) {
            return Err(wrong(&format!("chosen[{at}]"), chosen, Trouble::UnknownItem));
        }
    }
    let standing = |claim: &OpenClaim| Rank {
        chosen: payment.chosen.iter().position(|chosen| *chosen == claim.id),
        is_due: payment.on.is_none_or(|on| claim.due.is_none_or(|due| due <= on)),
        rate: claim.rate_percent.and_then(money::percent).unwrap_or(0),
        due: claim.due.map_or(i32::MAX, |due| due.number()),
    };
    let ranked: Vec<(Rank, i64)> =
        claims.iter().zip(&open).map(|(claim, open)| (standing(claim), open.sum())).collect();
    let told = |minor: i64| money::from_minor(minor, digits);
    let (mut parts, mut left) = (Vec::new(), amount);
    for (at, share) in spread(amount, &ranked) {
        let (Some(claim), Some(open)) = (claims.get(at), open.get_mut(at)) else { continue };
        let paid = open.paid_by(share);
        *open = open.less(paid);
        left = left.saturating_sub(paid.sum());
        if share > 0 {
            let (costs, interest) = (told(paid.costs), told(paid.interest));
            let principal = told(paid.principal);
            parts.push(ImputedPart { claim: claim.id.clone(), costs, interest, principal });
        }
    }
    let after = claims.iter().zip(&open).map(|(claim, open)| OpenClaim {
        costs: told(open.costs),
        interest: told(open.interest),
        principal: told(open.principal),
        ..claim.clone()
    });
    Ok(Imputation {
        parts,
        open: after.collect(),
        unallocated: told(left),
        currency: payment.currency,
        article: rule.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(rate: i64, due: i32) -> Rank {
        Rank { chosen: None, is_due: true, rate, due }
    }

    #[test]
    fn onerous_then_old_then_pro_rata() {
        let claims = [(standing(4, 1), 100), (standing(10, 2), 100), (standing(10, 1), 100)];
        assert_eq!(spread(250, &claims), [(2, 100), (1, 100), (0, 50)]);
        let alike = [(standing(4, 1), 100), (standing(4, 1), 100), (standing(4, 1), 100)];
        assert_eq!(spread(100, &alike), [(0, 34), (1, 33), (2, 33)]);
        assert_eq!(spread(1_000, &alike), [(0, 100), (1, 100), (2, 100)]);
    }

    #[test]
    fn the_payer_chooses_and_what_is_not_due_waits() {
        let mut claims = [(standing(4, 9), 100), (standing(10, 1), 100), (standing(10, 2), 100)];
        claims[0].0.chosen = Some(0);
        claims[1].0.is_due = false;
        assert_eq!(spread(210, &claims), [(0, 100), (2, 100), (1, 10)]);
    }

    #[test]
    fn costs_come_first_and_nothing_is_lost() {
        let open = Parts { costs: 40, interest: 10, principal: 100 };
        assert_eq!(open.paid_by(45), Parts { costs: 40, interest: 5, principal: 0 });
        assert_eq!(open.paid_by(200), open);
        assert_eq!(open.paid_by(-1), Parts::default());
    }
}
