use crate::calendar::Day;
use crate::model::{DisputeOutcome, DisputedWhy};
use crate::money;
use crate::rules::case::{Answers, Case, Held, Owed, Why};
use crate::standing::{DisputeFacts, Fact, allocated};

/// What the debtor disputes is not asked for; the undisputed part is.
///
/// A dispute that was rejected is over. One that was upheld, wholly or in part, keeps that part
/// out until the credit note comes.
pub(crate) fn disputed(case: &Case<'_, '_>, owed: &mut Owed, answers: &mut Answers) {
    if !case.has(Fact::DISPUTE) {
        return;
    }
    let (holds, whys) = (answers.held.len(), answers.whys.len());
    // A credit note for this item is first of all for its disputed parts, one after the other.
    let mut credited = case.item.credited;
    for fact in case.facts() {
        let Fact::Dispute(number) = fact else { continue };
        let Some(dispute) =
            usize::try_from(number).ok().and_then(|at| case.standing.disputes.get(at))
        else {
            continue;
        };
        let (why, amount) = match dispute.outcome {
            None => (DisputedWhy::Open, claimed(case, dispute)),
            Some(DisputeOutcome::Rejected {}) => continue,
            Some(DisputeOutcome::Upheld {}) => {
                (DisputedWhy::AwaitingCredit, uncredited(case, dispute, claimed(case, dispute)))
            }
            Some(DisputeOutcome::Partly { amount }) => {
                let upheld = money::to_minor(*amount, case.item.digits).unwrap_or(0);
                (DisputedWhy::AwaitingCredit, uncredited(case, dispute, upheld))
            }
        };
        let used = credited.min(amount.max(0));
        credited = credited.saturating_sub(used);
        let amount = amount.saturating_sub(used).clamp(0, owed.open.max(0));
        if amount == 0 {
            continue;
        }
        owed.disputed = money::add(owed.disputed, amount).min(owed.open);
        answers.why(Why::Disputed { dispute: number, amount });
        answers.hold(Held::Disputed { dispute: number, why, amount });
    }
    // The rest is asked for, unless nothing is left of it.
    if owed.disputed < owed.open {
        answers.held.truncate(holds);
    } else {
        answers.whys.truncate(whys);
    }
}

fn claimed(case: &Case<'_, '_>, dispute: &DisputeFacts<'_>) -> i64 {
    let part = dispute.made.amount.map(|part| money::to_minor(part, case.item.digits).unwrap_or(0));
    part.unwrap_or(i64::MAX)
}

/// The part of an upheld amount that no credit note has taken away yet: what fell since the
/// dispute and was not paid was credited.
fn uncredited(case: &Case<'_, '_>, dispute: &DisputeFacts<'_>, upheld: i64) -> i64 {
    let standing = case.standing;
    let then = money::to_minor(dispute.made.open, case.item.digits).unwrap_or(0);
    let fallen = then.saturating_sub(case.item.open).max(0);
    let days = dispute.opened_on..=Day::of(i32::MAX).number();
    let item = &dispute.made.item;
    let paid = allocated(standing.account, item, case.item.digits, standing.today, days);
    upheld.min(then).saturating_sub(fallen.saturating_sub(paid).max(0))
}
