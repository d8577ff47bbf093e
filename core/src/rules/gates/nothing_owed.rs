use crate::calendar::Day;
use crate::model::NothingOwedWhy;
use crate::policy::{AmountBasis, Netting, Residual};
use crate::rules::case::{Answers, Case, Course, Held, Owed, Why};

/// Only what is open, after credits and unmatched payments of the debtor in the same currency,
/// and more than the tolerance, is asked for.
///
/// A credit note that names the item reduces its disputed part first. Costs and interest that are
/// left of a settled item are a matter of its scenario. Returns true if there is nothing more to
/// ask.
pub(crate) fn nothing_owed(case: &Case<'_, '_>, owed: &mut Owed, answers: &mut Answers) -> bool {
    let item = case.item;
    if item.is_unclear {
        return true;
    }
    if item.is_credit {
        answers.hold(Held::NothingOwed { why: NothingOwedWhy::Credit });
        return true;
    }
    if item.open <= 0 {
        owed.left = case.standing.charges_left(case.at);
        if owed.left == 0 {
            answers.hold(Held::NothingOwed { why: NothingOwedWhy::Settled });
        }
        return owed.left == 0;
    }
    if let Some(day) = case.standing.next_credit_day
        && matches!(case.standing.policy.netting, Netting::WhenDue | Netting::TotalOnly)
    {
        answers.review_on(Day::of(day).number());
    }
    let netted = item.credited.saturating_add(item.netted);
    owed.open = item.open.saturating_sub(netted);
    if netted > 0 {
        answers.why(Why::NothingOwed { netted });
    }
    if case.standing.policy.amount == AmountBasis::Original {
        owed.paid = item.original.unwrap_or(item.open).saturating_sub(item.open).max(0);
    }
    if netted > 0 && owed.open <= 0 {
        answers.hold(Held::NothingOwed { why: NothingOwedWhy::AwaitingAllocation });
    } else if owed.open < item.tolerance.saturating_add(case.standing.policy.above_tolerance) {
        answers.hold(Held::NothingOwed { why: NothingOwedWhy::BelowTolerance });
    }
    false
}

/// Costs and interest that are left of a settled item are given up, shown to a person, or asked
/// for by the steps to come, as the scenario says.
///
/// Returns false if the steps go on.
pub(crate) fn residual(case: &Case<'_, '_>, course: &Course, answers: &mut Answers) -> bool {
    let ladder = case.standing.policy.ladder_at(course.ladder);
    let why = match ladder.map_or(Residual::AskClerk, |ladder| ladder.residual) {
        Residual::Waive => NothingOwedWhy::Settled,
        Residual::AskClerk => NothingOwedWhy::ChargesLeft,
        Residual::Dun => return false,
    };
    answers.hold(Held::NothingOwed { why });
    true
}
