//! What makes a delivery the same delivery.

use crate::fingerprint::Fingerprint;
use crate::model::{Channel, Cover, StepKey};
use crate::standing::item_of;
use crate::text::Str;

/// The same steps to the same contact by the same channel at the same attempt have the same id,
/// whatever else the message says.
pub(super) fn delivery_id(covers: &[Cover], channel: Channel, contact: &str, attempt: u32) -> Str {
    let mut keys: Vec<&StepKey> = covers.iter().map(|cover| &cover.key).collect();
    keys.sort_unstable_by_key(|key| (item_of(key), &key.scenario, &key.step, key.occurrence));
    let mut id = Fingerprint::default();
    for key in keys {
        id.text(item_of(key).unwrap_or_default());
        id.text(&key.scenario);
        id.text(&key.step);
        id.number(key.occurrence);
    }
    id.text(name_of(channel));
    id.text(contact);
    id.number(attempt);
    id.finish().into()
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
