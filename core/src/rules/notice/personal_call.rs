use crate::model::PayerClass;
use crate::policy::{Ladder, Rung};
use crate::standing::{Fact, Standing, StepState};

/// A punctual payer gets no automatic reminder first: a person calls to find out what is going
/// on. The first step of an item that is overdue becomes a call, unless the policy says otherwise
/// or the step is a notice by law.
pub(crate) fn personal_call(
    standing: &Standing<'_>,
    at: usize,
    ladder: usize,
    rung: &Rung,
) -> bool {
    let wanted =
        standing.payer.payer_class == PayerClass::Punctual && standing.policy.payers.calls_first;
    let due = standing.items.get(at).map_or(i32::MAX, |facts| facts.due);
    if !wanted || rung.is_call || rung.notice.is_some() || standing.today <= due {
        return false;
    }
    // Whatever was sent before it was overdue was no reminder.
    let overdue = standing.zone.start_of(due.saturating_add(1)).micros();
    let is_shared = standing.policy.ladder_at(ladder).is_some_and(Ladder::is_shared);
    let shared = if is_shared { &*standing.shared } else { &[] };
    let Some(item) = standing.item(at) else { return false };
    !shared.iter().chain(standing.facts_of(at)).any(|fact| match *fact {
        Fact::Take { delivery, cover } => {
            standing.take_of(&item.id, (delivery, cover)).is_some_and(|(delivery, key)| {
                delivery.state(key) == StepState::Reached
                    && delivery.sent_at().is_some_and(|sent_at| sent_at >= overdue)
            })
        }
        Fact::Import(_) | Fact::Level(_) => true,
        _ => false,
    })
}
