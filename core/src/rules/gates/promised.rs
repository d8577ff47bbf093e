use crate::model::PromisedWhy;
use crate::money;
use crate::policy::PromiseRest;
use crate::rules::case::{Answers, Case, Held, Owed, Why};
use crate::standing::PromiseState;

/// What the debtor promised to pay is not asked for until the promised day and its grace have
/// passed and payments are known up to then.
///
/// A promise that was kept, or was not, leaves the item free; the newest promise of an item
/// counts.
pub(crate) fn promised(case: &Case<'_, '_>, owed: &mut Owed, answers: &mut Answers) {
    let Some((number, part, promise)) = case.newest_promise() else { return };
    let why = match promise.state {
        PromiseState::Over(_) => return answers.why(Why::Promised { promise: number }),
        PromiseState::Open(why) => why,
    };
    if why == PromisedWhy::Running {
        answers.review_on(promise.until.saturating_add(1));
    }
    let part = usize::try_from(part).ok().and_then(|at| promise.made.items.get(at));
    let minor = |amount| money::to_minor(amount, case.item.digits).unwrap_or(0);
    let fallen = part.map_or(0, |part| minor(part.open).saturating_sub(case.item.open).max(0));
    let unpaid = part.map_or(0, |part| minor(part.amount).saturating_sub(fallen).max(0));
    let rests = owed.disputed.saturating_add(owed.arranged).saturating_add(unpaid);
    let rest = owed.open.saturating_sub(rests);
    if case.standing.policy.promise_rest == PromiseRest::Dunned && rest > 0 {
        owed.promised = unpaid;
        answers.why(Why::PartPromised { promise: number, amount: unpaid });
    } else {
        answers.hold(Held::Promised { promise: number, why });
    }
}
