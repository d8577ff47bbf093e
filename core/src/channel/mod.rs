//! Channels as they are: addresses and what may be wrong with them, what providers report, and
//! when a debtor may be approached.
//!
//! Pure functions of what they are given.

mod clock;
mod contact;
mod email;
mod errors;
mod frequency;
mod hours;
mod phone;
mod platform;
mod postal;
mod report;
mod table;
mod whatsapp;
mod zones;

pub(crate) use clock::Holidays;
pub(crate) use contact::Hours;
pub use contact::{contact_check, contact_spans, next_contact};
pub use email::check_email;
pub use errors::{ErrorCode, error_class};
pub(crate) use frequency::frequency;
pub use frequency::{CallFrequency, CallPresumption, CountedCall, call_frequency};
pub use hours::{ContactCheck, ContactSetting, ContactSpan, NextContact, contact_rules};
pub(crate) use phone::phone_number;
pub use phone::{AddressAnswer, check_phone};
pub(crate) use platform::platform_rule;
pub use postal::{PostalAddress, PostalAnswer, check_postal};
pub use report::{DeliveryState, DeliveryStatus, StatusWord, delivery_state};
pub use whatsapp::{WhatsAppAsk, WhatsAppCheck, WhatsAppKind, WhatsAppStop, whatsapp_check};
pub(crate) use zones::zones_of;
