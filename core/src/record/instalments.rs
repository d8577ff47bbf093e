//! Whether the instalments of a proposal add up, and whether the policy allows them.

use super::invalid;
use crate::calendar::Day;
use crate::error::Refusal;
use crate::model::{ArrangementProposal, CoveredItem, Trouble};
use crate::money::{self, Amount, NotMoney};
use crate::standing::Standing;

/// The instalments add up to what is covered plus what was agreed on top.
pub(super) fn adds_up(
    proposal: &ArrangementProposal,
    items: &[CoveredItem],
    digits: u8,
    path: &str,
) -> Result<i64, Refusal> {
    let minor = |field: &str, amount: Amount, least: i64| {
        let wrong = |problem| invalid(&format!("{path}.{field}"), &amount.to_string(), problem);
        let minor = money::to_minor(amount, digits).map_err(|not| match not {
            NotMoney::TooManyDecimals => wrong(Trouble::TooManyDecimals),
            NotMoney::OutOfRange => wrong(Trouble::OutOfRange),
        })?;
        if minor < least { Err(wrong(Trouble::WrongSign)) } else { Ok(minor) }
    };
    let mut expected = items
        .iter()
        .fold(0, |sum, item| money::add(sum, money::to_minor(item.amount, digits).unwrap_or(0)));
    for (field, amount) in [("charges", proposal.charges), ("interest", proposal.interest)] {
        if let Some(amount) = amount {
            expected = money::add(expected, minor(field, amount, 0)?);
        }
    }
    let mut found = 0;
    let mut last: Option<Day> = None;
    for (number, one) in proposal.instalments.iter().enumerate() {
        let field = format!("instalments[{number}].amount");
        found = money::add(found, minor(&field, one.amount, 1)?);
        if last.is_some_and(|last| one.date <= last) {
            let path = format!("{path}.instalments[{number}].date");
            return Err(invalid(&path, &one.date.to_string(), Trouble::InPast));
        }
        last = Some(one.date);
    }
    if proposal.instalments.is_empty() {
        return Err(invalid(&format!("{path}.instalments"), "[]", Trouble::Empty));
    }
    if found != expected {
        let amount = |minor| money::from_minor(minor, digits);
        return Err(Refusal::DoesNotAddUp {
            path: format!("{path}.instalments").into(),
            expected: amount(expected),
            found: amount(found),
            difference: amount(found.saturating_sub(expected)),
        });
    }
    Ok(found)
}

/// What the policy allows.
pub(super) fn limits(
    standing: &Standing<'_>,
    proposal: &ArrangementProposal,
    digits: u8,
    path: &str,
) -> Result<(), Refusal> {
    let rules = &standing.policy.arranging;
    let beyond = |limit: &str, allowed: String, asked: String| Refusal::BeyondLimit {
        limit: format!("arrangements.{limit}").into(),
        allowed: allowed.into(),
        asked: asked.into(),
    };
    let count = proposal.instalments.len();
    if count > rules.max_instalments {
        let allowed = rules.max_instalments.to_string();
        return Err(beyond("maxInstalments", allowed, count.to_string()));
    }
    if let Some(first) = proposal.instalments.first().map(|one| one.date) {
        if first.number() < standing.today {
            let path = format!("{path}.instalments[0].date");
            return Err(invalid(&path, &first.to_string(), Trouble::InPast));
        }
        let latest = Day::of(standing.today.saturating_add(rules.first_within_days));
        if first > latest {
            return Err(beyond("firstWithinDays", latest.to_string(), first.to_string()));
        }
    }
    if let Some(last) = proposal.instalments.last().map(|one| one.date) {
        let latest = Day::of(standing.today.saturating_add(rules.max_days));
        if last > latest {
            return Err(beyond("maxDays", latest.to_string(), last.to_string()));
        }
    }
    let least = rules.least(proposal.currency);
    // The last instalment is what is left.
    for one in proposal.instalments.iter().take(count.saturating_sub(1)) {
        if money::to_minor(one.amount, digits).is_ok_and(|minor| minor < least) {
            let allowed = money::from_minor(least, digits).to_string();
            return Err(beyond("leastInstalments", allowed, one.amount.to_string()));
        }
    }
    Ok(())
}
