//! What a message is made of on its way: text messages and their parts.

mod gsm;
mod sms;

pub use sms::{SmsEncoding, SmsPlain, SmsPlan, SmsReplacement, sms_plan};
