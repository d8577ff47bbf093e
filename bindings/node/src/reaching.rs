//! The functions about ways to pay, addresses and channels. Each argument is JSON.

use dunning::{
    Account, Channel, ContactRule, ContactSetting, Country, Day, Moment, ReferenceScheme,
};
use napi_derive::napi;
use serde_json::json;

use crate::Policy;
use crate::refused::{self, Refused, argument};

/// A function of the core: reads each argument by its name, and writes the answer as JSON.
macro_rules! function {
    ($(#[$doc:meta])* $name:ident($($argument:ident = $field:literal: $type:ty),*) => $answer:expr) => {
        $(#[$doc])*
        ///
        /// # Errors
        ///
        /// If an argument cannot be read.
        #[napi]
        pub fn $name($($argument: String),*) -> Result<String, Refused> {
            $(let $argument: $type = argument($field, &$argument)?;)*
            Ok(json!($answer).to_string())
        }
    };
}

function! {
    /// `dunning::make_reference`.
    make_reference(scheme = "scheme": ReferenceScheme, payload = "payload": String)
        => dunning::make_reference(scheme, &payload)
}
function! {
    /// `dunning::check_reference`.
    check_reference(scheme = "scheme": ReferenceScheme, text = "text": String)
        => dunning::check_reference(scheme, &text)
}
function! {
    /// `dunning::find_references`.
    find_references(text = "text": String, schemes = "schemes": Vec<ReferenceScheme>)
        => dunning::find_references(&text, &schemes)
}
function! {
    /// `dunning::check_iban`.
    check_iban(text = "text": String) => dunning::check_iban(&text)
}
function! {
    /// `dunning::epc_payload`.
    epc_payload(transfer = "transfer": dunning::EpcTransfer) => dunning::epc_payload(&transfer)
}
function! {
    /// `dunning::read_epc_payload`.
    read_epc_payload(text = "text": String) => dunning::read_epc_payload(&text)
}
function! {
    /// `dunning::swiss_payload`.
    swiss_payload(bill = "bill": dunning::SwissBill) => dunning::swiss_payload(&bill)
}
function! {
    /// `dunning::qr_svg`.
    qr_svg(payload = "payload": dunning::QrPayload) => dunning::qr_svg(&payload)
}
function! {
    /// `dunning::payment_links`.
    payment_links(links = "links": Vec<dunning::PaymentLink>, until = "until": Moment)
        => dunning::payment_links(&links, until)
}
function! {
    /// `dunning::whatsapp_link`.
    whatsapp_link(
        phone = "phone": String,
        text = "text": Option<String>,
        token = "token": Option<String>
    ) => dunning::whatsapp_link(&phone, text.as_deref(), token.as_deref())
}
function! {
    /// `dunning::by_channel`.
    by_channel(action = "action": dunning::Action) => dunning::by_channel(&action)
}
function! {
    /// `dunning::sms_plan`.
    sms_plan(text = "text": String) => dunning::sms_plan(&text)
}
function! {
    /// `dunning::check_phone`.
    check_phone(text = "text": String) => dunning::check_phone(&text)
}
function! {
    /// `dunning::check_email`.
    check_email(text = "text": String) => dunning::check_email(&text)
}
function! {
    /// `dunning::check_postal`.
    check_postal(address = "address": dunning::PostalAddress, sent_from = "sentFrom": Country)
        => dunning::check_postal(&address, sent_from)
}
function! {
    /// `dunning::delivery_state`.
    delivery_state(
        reports = "reports": Vec<dunning::Str>,
        words = "words": Option<Vec<dunning::StatusWord>>
    ) => dunning::delivery_state(&reports, &words.unwrap_or_default())
}
function! {
    /// `dunning::error_class`; a class or null.
    error_class(
        platform = "platform": String,
        code = "code": String,
        on = "on": Day,
        codes = "codes": Option<Vec<dunning::ErrorCode>>
    ) => dunning::error_class(&platform, &code, on, &codes.unwrap_or_default())
}
function! {
    /// `dunning::message_keyword`; a keyword or null.
    message_keyword(text = "text": String) => dunning::message_keyword(&text)
}
function! {
    /// `dunning::contact_rules`.
    contact_rules() => dunning::contact_rules()
}
function! {
    /// `dunning::contact_check`.
    contact_check(
        rules = "rules": Vec<ContactRule>,
        setting = "setting": ContactSetting,
        at = "at": Moment
    ) => dunning::contact_check(&rules, &setting, at)
}
function! {
    /// `dunning::next_contact`.
    next_contact(
        rules = "rules": Vec<ContactRule>,
        setting = "setting": ContactSetting,
        at = "at": Moment
    ) => dunning::next_contact(&rules, &setting, at)
}
function! {
    /// `dunning::contact_spans`.
    contact_spans(
        rules = "rules": Vec<ContactRule>,
        setting = "setting": ContactSetting,
        since = "since": Moment,
        until = "until": Moment
    ) => dunning::contact_spans(&rules, &setting, since, until)
}
function! {
    /// `dunning::whatsapp_check`.
    whatsapp_check(ask = "ask": dunning::WhatsAppAsk) => dunning::whatsapp_check(&ask)
}
function! {
    /// `dunning::call_frequency`.
    call_frequency(
        calls = "calls": Vec<dunning::CountedCall>,
        on = "on": Day,
        debt = "debt": Option<String>
    ) => dunning::call_frequency(&calls, on, debt.as_deref())
}

/// `dunning::next_allowed`.
///
/// # Errors
///
/// If an argument cannot be read, or the account has no such contact.
#[napi]
pub fn next_allowed(
    account: String,
    policy: &Policy,
    contact: String,
    channel: String,
    at: String,
) -> Result<String, Refused> {
    let account: Account = argument("account", &account)?;
    let contact: String = argument("contact", &contact)?;
    let channel: Channel = argument("channel", &channel)?;
    let at: Moment = argument("at", &at)?;
    dunning::next_allowed(&account, &policy.0, &contact, channel, at)
        .map(|next| next.to_json())
        .map_err(|refusal| refused::command(&refusal))
}

/// `dunning::capacity`.
///
/// # Errors
///
/// If an argument cannot be read, or the limits are refused.
#[napi]
pub fn capacity(plans: String, limits: String) -> Result<String, Refused> {
    let plans: Vec<dunning::Plan> = argument("plans", &plans)?;
    let limits: dunning::Limits = argument("limits", &limits)?;
    dunning::capacity(&plans, &limits)
        .map(|fitted| fitted.to_json())
        .map_err(|refusal| refused::command(&refusal))
}
