//! The functions about ways to pay, addresses and channels.

use dunning::{
    Account, Action, AddressAnswer, CallFrequency, Capacity, Channel, ContactCheck, ContactRule,
    ContactSetting, ContactSpan, CountedCall, Country, Day, DeliveryState, EpcAnswer, EpcTransfer,
    ErrorClass, ErrorCode, FoundReference, IbanAnswer, Keyword, Limits, LinkAnswer, Moment,
    NextContact, PayloadAnswer, PaymentLink, PaymentLinks, PictureAnswer, Plan, Policy,
    PostalAddress, PostalAnswer, QrPayload, ReferenceAnswer, ReferenceScheme, SmsPlan, StatusWord,
    Str, SwissBill, WhatsAppAsk, WhatsAppCheck,
};
use pyo3::prelude::*;

/// Makes a structured reference of a payload: adds the check digits.
#[pyfunction]
pub(crate) fn make_reference(scheme: ReferenceScheme, payload: &str) -> ReferenceAnswer {
    dunning::make_reference(scheme, payload)
}

/// Checks a structured reference as somebody wrote it.
#[pyfunction]
pub(crate) fn check_reference(scheme: ReferenceScheme, text: &str) -> ReferenceAnswer {
    dunning::check_reference(scheme, text)
}

/// The references of these schemes that stand in a text.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn find_references(text: &str, schemes: Vec<ReferenceScheme>) -> Vec<FoundReference> {
    dunning::find_references(text, &schemes)
}

/// Checks a bank account number.
#[pyfunction]
pub(crate) fn check_iban(text: &str) -> IbanAnswer {
    dunning::check_iban(text)
}

/// The content of the EPC QR code of a transfer in euros.
#[pyfunction]
pub(crate) fn epc_payload(transfer: &EpcTransfer) -> PayloadAnswer {
    dunning::epc_payload(transfer)
}

/// Reads the content of an EPC QR code and checks it.
#[pyfunction]
pub(crate) fn read_epc_payload(text: &str) -> EpcAnswer {
    dunning::read_epc_payload(text)
}

/// The content of the QR code of a Swiss bill.
#[pyfunction]
pub(crate) fn swiss_payload(bill: &SwissBill) -> PayloadAnswer {
    dunning::swiss_payload(bill)
}

/// The QR code of a payload as SVG.
#[pyfunction]
pub(crate) fn qr_svg(py: Python<'_>, payload: &QrPayload) -> PictureAnswer {
    py.detach(|| dunning::qr_svg(payload))
}

/// Sorts payment links into those that work until a moment and those that do not.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn payment_links(links: Vec<PaymentLink>, until: Moment) -> PaymentLinks {
    dunning::payment_links(&links, until)
}

/// A `wa.me` link by which the debtor begins a chat with this number.
#[pyfunction]
#[pyo3(signature = (phone, text=None, token=None))]
pub(crate) fn whatsapp_link(phone: &str, text: Option<&str>, token: Option<&str>) -> LinkAnswer {
    dunning::whatsapp_link(phone, text, token)
}

/// What each channel has to send of an action: itself without its copies, then each copy.
///
/// Render and send each of these; queue, recheck and report the action itself, once.
#[pyfunction]
pub(crate) fn by_channel(action: &Action) -> Vec<Action> {
    dunning::by_channel(action)
}

/// How a text goes out as a text message: encoding, parts, letters that make it dear.
#[pyfunction]
pub(crate) fn sms_plan(text: &str) -> SmsPlan {
    dunning::sms_plan(text)
}

/// Checks a phone number in international form and writes it as E.164.
#[pyfunction]
pub(crate) fn check_phone(text: &str) -> AddressAnswer {
    dunning::check_phone(text)
}

/// Checks the form of an e-mail address.
#[pyfunction]
pub(crate) fn check_email(text: &str) -> AddressAnswer {
    dunning::check_email(text)
}

/// Checks a postal address and writes the lines of the envelope.
///
/// Raises `ValueError` if `sent_from` is no country code.
#[pyfunction]
pub(crate) fn check_postal(address: &PostalAddress, sent_from: Country) -> PostalAnswer {
    dunning::check_postal(address, sent_from)
}

/// How far a message has come by the reports of its provider; a status only rises.
#[pyfunction]
#[pyo3(signature = (reports, words=Vec::new()))]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn delivery_state(reports: Vec<Str>, words: Vec<StatusWord>) -> DeliveryState {
    dunning::delivery_state(&reports, &words)
}

/// What an error code of a provider means on a day; `None` if no table knows it.
#[pyfunction]
#[pyo3(signature = (platform, code, on, codes=Vec::new()))]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn error_class(
    platform: &str,
    code: &str,
    on: Day,
    codes: Vec<ErrorCode>,
) -> Option<ErrorClass> {
    dunning::error_class(platform, code, on, &codes)
}

/// The keyword that a text message consists of: stop, start, help.
#[pyfunction]
pub(crate) fn message_keyword(text: &str) -> Option<Keyword> {
    dunning::message_keyword(text)
}

/// The rules on contact that come with this library, each with its source.
#[pyfunction]
pub(crate) fn contact_rules() -> Vec<ContactRule> {
    dunning::contact_rules()
}

/// Whether a debtor may be approached at an instant, and which rules do not allow it.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn contact_check(
    py: Python<'_>,
    rules: Vec<ContactRule>,
    setting: &ContactSetting,
    at: Moment,
) -> ContactCheck {
    py.detach(|| dunning::contact_check(&rules, setting, at))
}

/// The first instant at which a debtor may be approached, and the rules that moved it.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn next_contact(
    py: Python<'_>,
    rules: Vec<ContactRule>,
    setting: &ContactSetting,
    at: Moment,
) -> NextContact {
    py.detach(|| dunning::next_contact(&rules, setting, at))
}

/// The first instant from `at` on at which a contact may be approached on a channel, by the policy
/// and the debtor's requests, and the rules that moved it.
///
/// Raises `CommandRefused` if the account has no such contact.
#[pyfunction]
pub(crate) fn next_allowed(
    py: Python<'_>,
    account: &Account,
    policy: &Policy,
    contact: &str,
    channel: Channel,
    at: Moment,
) -> PyResult<NextContact> {
    Ok(py.detach(|| dunning::next_allowed(account, policy, contact, channel, at))?)
}

/// The spans from `since` until before `until` in which a debtor may be approached.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn contact_spans(
    py: Python<'_>,
    rules: Vec<ContactRule>,
    setting: &ContactSetting,
    since: Moment,
    until: Moment,
) -> Vec<ContactSpan> {
    py.detach(|| dunning::contact_spans(&rules, setting, since, until))
}

/// Whether a WhatsApp message may be sent, until when the window is open, and whether it is charged.
#[pyfunction]
pub(crate) fn whatsapp_check(ask: &WhatsAppAsk) -> WhatsAppCheck {
    dunning::whatsapp_check(ask)
}

/// How a call about a debt would stand with the calls before it, by Regulation F.
#[pyfunction]
#[pyo3(signature = (calls, on, debt=None))]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn call_frequency(
    calls: Vec<CountedCall>,
    on: Day,
    debt: Option<&str>,
) -> CallFrequency {
    dunning::call_frequency(&calls, on, debt)
}

/// Fits the actions of many plans into what goes out on a day, over all accounts.
///
/// Raises `CommandRefused` if the zone is not known, a channel has two limits, or no day of a year
/// has room.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "a Python list becomes a list of its own")]
pub(crate) fn capacity(py: Python<'_>, plans: Vec<Plan>, limits: &Limits) -> PyResult<Capacity> {
    Ok(py.detach(|| dunning::capacity(&plans, limits))?)
}
