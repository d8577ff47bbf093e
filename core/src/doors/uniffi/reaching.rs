//! Ways to pay, addresses and channels, in Kotlin and Swift.
#![expect(clippy::needless_pass_by_value, reason = "uniffi hands lists and options over owned")]

use super::CommandRefused;
use crate::{
    Account, Action, AddressAnswer, CallFrequency, Capacity, Channel, ContactCheck, ContactRule,
    ContactSetting, ContactSpan, CountedCall, Country, Day, DeliveryState, EpcAnswer, EpcTransfer,
    ErrorClass, ErrorCode, FoundReference, IbanAnswer, InputRefused, Keyword, Limits, LinkAnswer,
    Moment, NextContact, PayloadAnswer, PaymentLink, PaymentLinks, Plan, Policy, PostalAddress,
    PostalAnswer, ReferenceAnswer, ReferenceScheme, SmsPlan, StatusWord, Str, SwissBill,
    WhatsAppAsk, WhatsAppCheck,
};
#[cfg(feature = "qr")]
use crate::{PictureAnswer, QrPayload};

/// Makes a structured reference of a payload: adds the check digits.
#[uniffi::export]
pub(crate) fn make_reference(scheme: ReferenceScheme, payload: &str) -> ReferenceAnswer {
    crate::make_reference(scheme, payload)
}

/// Checks a structured reference as somebody wrote it.
#[uniffi::export]
pub(crate) fn check_reference(scheme: ReferenceScheme, text: &str) -> ReferenceAnswer {
    crate::check_reference(scheme, text)
}

/// The references of these schemes that stand in a text.
#[uniffi::export]
pub(crate) fn find_references(text: &str, schemes: Vec<ReferenceScheme>) -> Vec<FoundReference> {
    crate::find_references(text, &schemes)
}

/// Checks a bank account number.
#[uniffi::export]
pub(crate) fn check_iban(text: &str) -> IbanAnswer {
    crate::check_iban(text)
}

/// The content of the EPC QR code of a transfer in euros.
#[uniffi::export]
pub(crate) fn epc_payload(transfer: &EpcTransfer) -> Result<PayloadAnswer, InputRefused> {
    Ok(crate::epc_payload(transfer))
}

/// Reads the content of an EPC QR code and checks it.
#[uniffi::export]
pub(crate) fn read_epc_payload(text: &str) -> EpcAnswer {
    crate::read_epc_payload(text)
}

/// The content of the QR code of a Swiss bill.
#[uniffi::export]
pub(crate) fn swiss_payload(bill: &SwissBill) -> Result<PayloadAnswer, InputRefused> {
    Ok(crate::swiss_payload(bill))
}

/// The QR code of a payload as SVG.
#[cfg(feature = "qr")]
#[uniffi::export]
pub(crate) fn qr_svg(payload: &QrPayload) -> PictureAnswer {
    crate::qr_svg(payload)
}

/// Sorts payment links into those that work until a moment and those that do not.
#[uniffi::export]
pub(crate) fn payment_links(
    links: Vec<PaymentLink>,
    until: Moment,
) -> Result<PaymentLinks, InputRefused> {
    Ok(crate::payment_links(&links, until))
}

/// A `wa.me` link by which the debtor begins a chat with this number.
#[uniffi::export(default(text = None, token = None))]
pub(crate) fn whatsapp_link(
    phone: &str,
    text: Option<String>,
    token: Option<String>,
) -> LinkAnswer {
    crate::whatsapp_link(phone, text.as_deref(), token.as_deref())
}

/// What each channel has to send of an action: itself without its copies, then each copy.
///
/// Render and send each of these; queue, recheck and report the action itself, once.
#[uniffi::export]
pub(crate) fn by_channel(action: &Action) -> Vec<Action> {
    crate::by_channel(action)
}

/// How a text goes out as a text message: encoding, parts, letters that make it dear.
#[uniffi::export]
pub(crate) fn sms_plan(text: &str) -> SmsPlan {
    crate::sms_plan(text)
}

/// Checks a phone number in international form and writes it as E.164.
#[uniffi::export]
pub(crate) fn check_phone(text: &str) -> AddressAnswer {
    crate::check_phone(text)
}

/// Checks the form of an e-mail address.
#[uniffi::export]
pub(crate) fn check_email(text: &str) -> AddressAnswer {
    crate::check_email(text)
}

/// Checks a postal address and writes the lines of the envelope.
#[uniffi::export]
pub(crate) fn check_postal(
    address: &PostalAddress,
    sent_from: Country,
) -> Result<PostalAnswer, InputRefused> {
    Ok(crate::check_postal(address, sent_from))
}

/// How far a message has come by the reports of its provider; a status only rises.
#[uniffi::export(default(words = []))]
pub(crate) fn delivery_state(reports: Vec<Str>, words: Vec<StatusWord>) -> DeliveryState {
    crate::delivery_state(&reports, &words)
}

/// What an error code of a provider means on a day; none if no table knows it.
#[uniffi::export(default(codes = []))]
pub(crate) fn error_class(
    platform: &str,
    code: &str,
    on: Day,
    codes: Vec<ErrorCode>,
) -> Result<Option<ErrorClass>, InputRefused> {
    Ok(crate::error_class(platform, code, on, &codes))
}

/// The keyword that a text message consists of: stop, start, help.
#[uniffi::export]
pub(crate) fn message_keyword(text: &str) -> Option<Keyword> {
    crate::message_keyword(text)
}

/// The rules on contact that come with this library, each with its source.
#[uniffi::export]
pub(crate) fn contact_rules() -> Vec<ContactRule> {
    crate::contact_rules()
}

/// Whether a debtor may be approached at an instant, and which rules do not allow it.
#[uniffi::export]
pub(crate) fn contact_check(
    rules: Vec<ContactRule>,
    setting: &ContactSetting,
    at: Moment,
) -> Result<ContactCheck, InputRefused> {
    Ok(crate::contact_check(&rules, setting, at))
}

/// The first instant at which a debtor may be approached, and the rules that moved it.
#[uniffi::export]
pub(crate) fn next_contact(
    rules: Vec<ContactRule>,
    setting: &ContactSetting,
    at: Moment,
) -> Result<NextContact, InputRefused> {
    Ok(crate::next_contact(&rules, setting, at))
}

/// The first instant at which a contact may be approached on a channel, by the policy and the
/// debtor's requests, and the rules that moved it.
#[uniffi::export]
pub(crate) fn next_allowed(
    account: &Account,
    policy: &Policy,
    contact: &str,
    channel: Channel,
    at: Moment,
) -> Result<NextContact, CommandRefused> {
    crate::next_allowed(account, policy, contact, channel, at)
        .map_err(|refusal| CommandRefused::Refused { refusal })
}

/// The spans from `since` until before `until` in which a debtor may be approached.
#[uniffi::export]
pub(crate) fn contact_spans(
    rules: Vec<ContactRule>,
    setting: &ContactSetting,
    since: Moment,
    until: Moment,
) -> Result<Vec<ContactSpan>, InputRefused> {
    Ok(crate::contact_spans(&rules, setting, since, until))
}

/// Whether a WhatsApp message may be sent, until when the window is open, and whether it is charged.
#[uniffi::export]
pub(crate) fn whatsapp_check(ask: &WhatsAppAsk) -> Result<WhatsAppCheck, InputRefused> {
    Ok(crate::whatsapp_check(ask))
}

/// How a call about a debt would stand with the calls before it, by Regulation F.
#[uniffi::export(default(debt = None))]
pub(crate) fn call_frequency(
    calls: Vec<CountedCall>,
    on: Day,
    debt: Option<String>,
) -> Result<CallFrequency, InputRefused> {
    Ok(crate::call_frequency(&calls, on, debt.as_deref()))
}

/// Fits the actions of many plans into what goes out on a day, over all accounts.
#[uniffi::export]
pub(crate) fn capacity(plans: Vec<Plan>, limits: &Limits) -> Result<Capacity, CommandRefused> {
    crate::capacity(&plans, limits).map_err(|refusal| CommandRefused::Refused { refusal })
}
