use crate::model::{Intent, RepliedWhy};
use crate::rules::case::{Answers, Case, Held};
use crate::standing::{Fact, MessageFacts};

/// What the debtor says to have paid is not asked for until the bank statement has had time to
/// come; what the debtor contests in a message waits only if the policy says so, until a dispute
/// is recorded or a person answers.
pub(crate) fn replied(case: &Case<'_, '_>, answers: &mut Answers) {
    if !case.has(Fact::INBOUND) {
        return;
    }
    let standing = case.standing;
    for fact in case.facts() {
        let Fact::Inbound(number) = fact else { continue };
        let message = usize::try_from(number).ok().and_then(|at| standing.inbound.messages.get(at));
        let Some(message) = message else { continue };
        match message.message.intent {
            Intent::PaidAlready { .. } => {
                let until = message.on.saturating_add(standing.policy.replies.paid_already_days);
                if standing.today <= until {
                    let why = RepliedWhy::PaidAlready;
                    answers.hold(Held::Replied { message: number, why, until });
                    answers.review_on(until.saturating_add(1));
                }
            }
            Intent::Disputes {} if standing.policy.replies.dispute_pauses => {
                let is_over =
                    standing.inbound.is_answered(&message.message.id) || is_recorded(case, message);
                if !is_over {
                    let (why, until) = (RepliedWhy::Disputes, i32::MAX);
                    answers.hold(Held::Replied { message: number, why, until });
                }
            }
            _ => {}
        }
    }
}

/// True if a dispute of the item was recorded since: from then on that one counts.
fn is_recorded(case: &Case<'_, '_>, message: &MessageFacts<'_>) -> bool {
    case.facts().any(|fact| {
        let Fact::Dispute(number) = fact else { return false };
        let disputes = &case.standing.disputes;
        let dispute = usize::try_from(number).ok().and_then(|at| disputes.get(at));
        dispute.is_some_and(|dispute| dispute.opened_on >= message.on)
    })
}
