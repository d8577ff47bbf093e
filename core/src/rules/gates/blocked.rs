use crate::rules::case::{Answers, Case, Held};
use crate::standing::{BlockFacts, Fact};

/// While a block of the debtor or the item is in force, nothing of it goes out; a block of a step
/// stops that step.
///
/// Both its first and its last day are blocked, by the creditor's calendar.
pub(crate) fn blocked<'s>(
    case: &Case<'_, '_>,
    next_step: impl FnOnce() -> Option<&'s str>,
    answers: &mut Answers,
) {
    if case.has(Fact::BLOCK) {
        by_blocks(case, next_step(), answers);
    }
}

#[inline(never)]
fn by_blocks(case: &Case<'_, '_>, next_step: Option<&str>, answers: &mut Answers) {
    let today = case.standing.today;
    for fact in case.facts() {
        let Fact::Block(at) = fact else { continue };
        let Some(block) = usize::try_from(at).ok().and_then(|at| case.standing.blocks.get(at))
        else {
            continue;
        };
        if block.lifted || !concerns(block, next_step) || block.until < today {
            continue;
        }
        if today < block.begins {
            answers.review_on(block.begins);
            continue;
        }
        answers.hold(Held::Blocked { block: at });
        if block.until < i32::MAX {
            answers.review_on(block.until.saturating_add(1));
        }
    }
}

fn concerns(block: &BlockFacts<'_>, next_step: Option<&str>) -> bool {
    match &block.block.scope {
        crate::model::BlockScope::Step { step, .. } => next_step == Some(step),
        _ => true,
    }
}
