use crate::money;
use crate::rules::case::{Answers, Case, Held, Owed, Why};
use crate::standing::{ArrangementState, Fact};

/// What an arrangement covers rests while it runs; what it does not cover is asked for.
///
/// What was paid of an item since the acceptance is taken off the covered part first. Once the
/// arrangement is over, the item goes on with its next step.
pub(crate) fn arranged(case: &Case<'_, '_>, owed: &mut Owed, answers: &mut Answers) {
    if !case.has(Fact::ARRANGED) {
        return;
    }
    for fact in case.facts() {
        let Fact::Arranged { arrangement: number, part } = fact else { continue };
        let arrangements = &case.standing.acts.arrangements;
        let found = usize::try_from(number).ok().and_then(|at| arrangements.get(at));
        let Some(arrangement) = found else { continue };
        let why = match arrangement.state {
            ArrangementState::Proposed | ArrangementState::Dropped => continue,
            ArrangementState::Over(_) => {
                answers.why(Why::Arranged { arrangement: number, amount: 0 });
                continue;
            }
            ArrangementState::Open(why) => why,
        };
        if arrangement.next_change < i32::MAX {
            answers.review_on(arrangement.next_change);
        }
        let part = usize::try_from(part).ok().and_then(|at| arrangement.made.items.get(at));
        let Some(part) = part else { continue };
        let fallen = arrangement.open_then(part).saturating_sub(case.item.open).max(0);
        let covered = money::to_minor(part.amount, case.item.digits).unwrap_or(0);
        let rests = owed.disputed.saturating_add(owed.arranged);
        let covered = covered.saturating_sub(fallen).min(case.item.open).max(0);
        if covered == 0 {
            continue;
        }
        let amount = covered.min(owed.open.saturating_sub(rests)).max(0);
        owed.arranged = owed.arranged.saturating_add(amount);
        if owed.disputed.saturating_add(owed.arranged) < owed.open {
            answers.why(Why::Arranged { arrangement: number, amount });
        } else {
            // It is told as well where something else leaves nothing to ask for.
            let amount = if amount > 0 { amount } else { covered };
            answers.hold(Held::Arranged { arrangement: number, why, amount });
        }
    }
}
