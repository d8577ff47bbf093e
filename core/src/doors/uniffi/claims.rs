//! What is owed.

use super::CommandRefused;
use crate::{
    Account, Claim, CostFacts, CostSchedule, CostStatement, Day, DayCount, Imputation,
    ImputedPayment, InputRefused, OpenClaim, Policy, RateSeries, Str, YearFraction,
};

/// What a debtor owes on a day: of some items, or of all if none is named.
#[uniffi::export(default(scope = []))]
pub(crate) fn claim(
    account: &Account,
    policy: &Policy,
    on: Day,
    scope: Vec<Str>,
) -> Result<Claim, CommandRefused> {
    crate::claim(account, policy, &scope, on).map_err(|refusal| CommandRefused::Refused { refusal })
}

/// A claim as text, in `nl`, `en`, `de` or `fr`.
#[uniffi::export]
pub(crate) fn claim_text(
    account: &Account,
    claim: &Claim,
    language: &str,
) -> Result<String, InputRefused> {
    crate::claim_text(account, claim, language)
}

/// What a law lets a creditor charge for being paid late.
#[uniffi::export]
pub(crate) fn costs(facts: &CostFacts, policy: &Policy) -> Result<CostStatement, CommandRefused> {
    crate::costs(facts, policy).map_err(|refusal| CommandRefused::Refused { refusal })
}

/// What a payment pays by law.
#[uniffi::export]
pub(crate) fn impute(
    payment: &ImputedPayment,
    claims: Vec<OpenClaim>,
) -> Result<Imputation, CommandRefused> {
    crate::impute(payment, &claims).map_err(|refusal| CommandRefused::Refused { refusal })
}

/// The part of the year from one day until before another, exactly.
#[uniffi::export(default(ends = None))]
pub(crate) fn year_fraction(
    count: DayCount,
    begins: Day,
    before: Day,
    ends: Option<Day>,
) -> Result<YearFraction, CommandRefused> {
    crate::year_fraction(count, begins, before, ends)
        .map_err(|refusal| CommandRefused::Refused { refusal })
}

/// The names of the series of rates that come with this version.
#[uniffi::export]
pub(crate) fn rate_series_names() -> Vec<Str> {
    crate::rate_series_names()
}

/// A series of rates that comes with this version; none if there is none of this name.
#[uniffi::export]
pub(crate) fn rate_series(id: &str) -> Result<Option<RateSeries>, InputRefused> {
    Ok(crate::rate_series(id))
}

/// The schedules of costs and fixed sums that come with this version.
#[uniffi::export]
pub(crate) fn cost_schedules() -> Vec<CostSchedule> {
    crate::cost_schedules()
}
