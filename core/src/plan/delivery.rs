//! What makes a delivery the same delivery, and an action the one that was approved.

use crate::fingerprint::Fingerprint;
use crate::model::{Action, Channel, ChargeKind, Cover, StepKey, Subject};
use crate::standing::item_of;
use crate::text::Str;

/// The same steps to the same contact by the same channel at the same attempt have the same id,
/// whatever else the message says. `part` tells apart what takes one step by several deliveries.
pub(super) fn delivery_id(
    covers: &[Cover],
    channel: Channel,
    contact: &str,
    attempt: u32,
    part: Option<&str>,
) -> Str {
    let mut keys: Vec<&StepKey> = covers.iter().map(|cover| &cover.key).collect();
    keys.sort_unstable_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    let mut id = Fingerprint::with_room(covers.len().saturating_add(1).saturating_mul(64));
    for key in keys {
        match &key.subject {
            Subject::Item { item } => id.text(item),
            // No item has such an id: it would hold the byte that ends a text.
            other => id.text(&format!("\u{0}{}", subject_name(other))),
        }
        id.text(&key.scenario);
        id.text(&key.step);
        id.number(key.occurrence);
    }
    id.text(name_of(channel));
    id.text(contact);
    id.number(attempt);
    if let Some(part) = part {
        id.text(part);
    }
    id.finish().as_str().into()
}

/// Part of the id for ever: never follow a renaming.
pub(super) fn name_of(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::WhatsApp => "whatsApp",
        Channel::Sms => "sms",
        Channel::Letter => "letter",
        Channel::Portal => "portal",
        Channel::Call => "call",
    }
}

fn sort_key(key: &StepKey) -> (Option<&str>, &Str, &Str, u32) {
    (item_of(key), &key.scenario, &key.step, key.occurrence)
}

/// Part of the id for ever, as well.
fn subject_name(subject: &Subject) -> String {
    match subject {
        Subject::DebtorCurrency { currency } => format!("debtor/{currency}"),
        Subject::Instalment { arrangement, number } => format!("instalment/{arrangement}/{number}"),
        _ => "debtor".to_owned(),
    }
}

/// Recognises an action by what a person approves: who is written to and how, the steps, the
/// items with what is asked for of each, and the fees. The part before the dot leaves out the
/// amounts. A deadline counts by its days: it moves on as long as nobody approves. Interest is
/// left out, since it grows from day to day by the rule that the step names.
pub(super) fn fingerprint(action: &Action, deadline_days: Option<u32>) -> String {
    let mut frame = Fingerprint::default();
    frame.text(&format!("{:?}", (action.kind, action.channel, &action.recipient.value)));
    frame.text(&action.recipient.contact);
    frame.text(&format!("{deadline_days:?} {:?}", action.template));
    // Only where one is named: what was approved before stays what it was.
    if let Some(sender) = &action.sender {
        frame.text(&sender.id);
    }
    for copy in &action.copies {
        frame.text(&format!("{:?}", (copy.channel, &copy.recipient.value)));
        frame.text(&copy.recipient.contact);
    }
    let mut amounts = Fingerprint::default();
    amounts.text(&action.step);
    for line in &action.lines {
        amounts.text(&line.item);
        amounts.text(&line.step);
        amounts.text(&line.dunned.to_string());
    }
    for fee in action.charges.iter().filter(|charge| charge.kind == ChargeKind::Fee) {
        amounts.text(&fee.id);
        amounts.text(&format!("{} {:?} {:?}", fee.amount, fee.vat, fee.state));
    }
    amounts.text(&format!("{} {}", action.currency, action.total));
    format!("{}.{}", frame.finish().as_str(), amounts.finish().as_str())
}

/// True if these are the steps of the action, in any order.
pub(crate) fn same_steps(steps: &[StepKey], action: &Action) -> bool {
    let mut known: Vec<&StepKey> = steps.iter().collect();
    let mut own: Vec<&StepKey> = action.covers.iter().map(|cover| &cover.key).collect();
    known.sort_unstable_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    own.sort_unstable_by(|a, b| sort_key(a).cmp(&sort_key(b)));
    known == own
}
