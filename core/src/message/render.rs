//! Makes a message of a template and what is planned.

use super::built_in::{built_in, parts};
use super::engine::Engine;
use super::fields::Fields;
use super::gather::Gathering;
use super::html::{paragraphs, tidied};
use super::next::by_place;
use super::occasion::{payment_of, template_of};
use super::scan::unknown_fields;
use super::template::{
    Attachment, AttachmentKind, Formality, MessageAnswer, MessageOptions, MessageTemplate,
    OccasionMessage, RenderedMessage, Severity, TemplateFlaw, TemplateFlawKind,
};
use crate::explain::{Language, Voice};
use crate::fingerprint::Fingerprint;
use crate::model::{Account, Action, Channel, TemplateRef};
use crate::payment::EpcTransfer;
use crate::policy::Policy;
use crate::text::Str;

/// The message of a planned action: as an e-mail or letter with its HTML, a short form for WhatsApp
/// or a text message, or what a person says on the phone.
///
/// The template is the one that the step names: one of the host's, or a built-in one. If it names
/// none, it follows from the place of the step on its ladder. What the message says of the future
/// is what the policy's next step really is.
///
/// ```
/// use dunning::{Account, MessageAnswer, MessageOptions, Policy, plan, render_message};
///
/// let policy = Policy::from_json(r#"{ "scenarios": [{ "id": "s", "version": 1, "steps": [
///     { "id": "r", "offset": { "type": "days", "days": 3 }, "work": { "type": "message",
///       "channels": ["email"], "template": "friendly-reminder" }, "deadlineDays": 7 }] }],
///     "assignment": [{ "scenario": "s" }] }"#)?;
/// let account = Account::from_json(r#"{
///     "creditor": { "id": "C", "name": "Bakker BV", "country": "NL", "zone": "Europe/Amsterdam",
///         "bankAccounts": [{ "iban": "NL91ABNA0417164300" }] },
///     "debtor": { "id": "D", "name": "De Groot", "kind": "business", "country": "NL" },
///     "contacts": [{ "id": "eva", "name": "Eva", "purposes": ["reminder"], "language": "en",
///         "addresses": [{ "id": "mail", "channel": "email", "value": "eva@example.com" }] }],
///     "items": [{ "id": "2026-1", "kind": "invoice", "due": "2026-03-01", "open": "121.00",
///         "currency": "EUR" }],
///     "ledgerAsOf": "2026-03-04T06:00:00Z", "paymentsAsOf": "2026-03-04T06:00:00Z"
/// }"#)?;
/// let plan = plan(&account, &policy, "2026-03-04T08:00:00Z".parse()?);
/// let answer = render_message(&account, &policy, &plan.actions[0], &MessageOptions::new());
/// let MessageAnswer::Rendered { message } = answer else { panic!("{answer:?}") };
/// assert!(message.text.contains("€121.00"), "{}", message.text);
/// assert!(message.text.contains("11 March 2026"), "{}", message.text);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn render_message(
    account: &Account,
    policy: &Policy,
    action: &Action,
    options: &MessageOptions,
) -> MessageAnswer {
    let id = action.template.clone().unwrap_or_else(|| by_place(policy, action).into());
    let given = action.recipient.language.as_ref();
    answered(Making::new(account, options, given, &id, action.channel).and_then(|making| {
        let gathering = making.gathering(account, action.planned_at);
        let (fields, consequence, transfer) =
            gathering.action(policy, action).map_err(|flaw| vec![making.named(flaw)])?;
        let items: Vec<&Str> = action.lines.iter().map(|line| &line.item).collect();
        let mut message = making.message(&fields, transfer)?;
        message.attachments = making.attachments(account, &items, None);
        message.consequence = consequence.map(Into::into);
        Ok(message)
    }))
}

/// A message that is no step: thanks for a payment, a promise confirmed or broken, an automatic
/// receipt.
#[must_use]
pub fn render_occasion(
    account: &Account,
    about: &OccasionMessage,
    options: &MessageOptions,
) -> MessageAnswer {
    let contact = account.contacts.iter().find(|contact| contact.id == about.contact);
    let given = contact.and_then(|contact| contact.language.as_ref());
    let id = template_of(&about.occasion);
    answered(Making::new(account, options, given, id, about.channel).and_then(|making| {
        let gathering = making.gathering(account, about.at);
        let told = gathering.occasion(&about.occasion, &about.contact);
        let (fields, items, transfer) = told.map_err(|flaw| vec![making.named(flaw)])?;
        let mut message = making.message(&fields, transfer)?;
        let items: Vec<&Str> = items.iter().collect();
        message.attachments = making.attachments(account, &items, payment_of(&about.occasion));
        Ok(message)
    }))
}

fn answered(made: Result<RenderedMessage, Vec<TemplateFlaw>>) -> MessageAnswer {
    match made {
        Ok(message) => MessageAnswer::Rendered { message },
        Err(flaws) => MessageAnswer::Refused { flaws },
    }
}

/// A template, chosen, in a language.
struct Making<'a> {
    options: &'a MessageOptions,
    language: Language,
    channel: Channel,
    template: MessageTemplate,
}

impl<'a> Making<'a> {
    fn new(
        account: &Account,
        options: &'a MessageOptions,
        given: Option<&Str>,
        id: &str,
        channel: Channel,
    ) -> Result<Self, Vec<TemplateFlaw>> {
        let own = options.language.as_ref().or(given).or(account.debtor.language.as_ref());
        let wanted = [own, options.fallback_language.as_ref()];
        let known = |tag: &Str| Language::of(tag).ok();
        let Some(language) = wanted.into_iter().flatten().find_map(known) else {
            let mut flaw = TemplateFlaw::missing(
                TemplateFlawKind::UnknownLanguage,
                id,
                own.map_or("", Str::as_str),
            );
            flaw.expected = Some("nl, en, de, fr".into());
            return Err(vec![flaw]);
        };
        let is_it = |template: &&MessageTemplate| {
            let is_for = template.channels.is_empty() || template.channels.contains(&channel);
            let speaks = known(&template.language) == Some(language);
            template.id == *id && is_for && speaks
        };
        let hosts = options.templates.iter().find(is_it);
        let template = hosts.cloned().or_else(|| built_in(id, language.tag(), channel));
        let template = template.ok_or_else(|| {
            let mut flaw = TemplateFlaw::missing(TemplateFlawKind::UnknownTemplate, id, id);
            flaw.expected = Some(format!("{}, {}", language.tag(), word(channel)).into());
            vec![flaw]
        })?;
        let mut flaws = unknown_fields(id, &template.text);
        if let Some(subject) = &template.subject {
            flaws.extend(unknown_fields(id, subject).into_iter().map(TemplateFlaw::of_subject));
        }
        if flaws.is_empty() {
            Ok(Self { options, language, channel, template })
        } else {
            Err(flaws)
        }
    }

    fn gathering(&self, account: &'a Account, at: crate::calendar::Moment) -> Gathering<'a> {
        Gathering {
            voice: Voice::new(account, None, self.language),
            account,
            options: self.options,
            channel: self.channel,
            at,
        }
    }

    /// A flaw of the account's, told with the template's name.
    fn named(&self, mut flaw: TemplateFlaw) -> TemplateFlaw {
        flaw.template = self.template.id.clone();
        flaw
    }

    fn message(
        &self,
        fields: &Fields,
        transfer: Option<EpcTransfer>,
    ) -> Result<RenderedMessage, Vec<TemplateFlaw>> {
        let (id, text) = (&self.template.id, &self.template.text);
        let one = |flaw: TemplateFlaw| vec![flaw];
        let plain = self.engine(fields, false).map_err(one)?;
        let is_long = matches!(self.channel, Channel::Email | Channel::Letter | Channel::Portal);
        let subject = self.template.subject.as_ref().filter(|_| is_long);
        let subject = subject.map(|subject| plain.text(id, subject)).transpose();
        let subject = subject.map_err(|flaw| one(flaw.of_subject()))?;
        let subject =
            subject.map(|subject| subject.split_whitespace().collect::<Vec<_>>().join(" "));
        let written = tidied(&plain.text(id, text).map_err(one)?);
        let html = if is_long {
            let rich = self.engine(fields, true).map_err(one)?;
            let written = rich.text(id, text).map_err(one)?;
            Some(paragraphs(self.language.tag(), &written))
        } else {
            None
        };
        let written = if is_long { written } else { with_plain_spaces(&written) };
        let template = TemplateRef {
            id: id.clone(),
            version: self.template.version.clone(),
            content_hash: hash(subject.as_deref(), &written, html.as_deref()),
        };
        let mut message =
            RenderedMessage::new(template, self.language.tag(), self.channel, written);
        message.subject = subject.map(Into::into);
        message.html = html.map(Into::into);
        message.legal_notice = self.template.legal_notice.clone();
        message.transfer = transfer;
        Ok(message)
    }

    fn engine(&self, fields: &Fields, html: bool) -> Result<Engine<'static>, TemplateFlaw> {
        let formality = self.options.formality.unwrap_or(Formality::Formal);
        Engine::new(&parts(self.language.tag(), html), fields, formality, html)
    }

    /// What goes with it, by reference.
    fn attachments(
        &self,
        account: &Account,
        items: &[&Str],
        payment: Option<&Str>,
    ) -> Vec<Attachment> {
        let mut attachments = Vec::new();
        for kind in &self.template.attachments {
            match kind {
                AttachmentKind::Invoice => attachments.extend(items.iter().map(|id| {
                    let item = account.items.iter().find(|item| item.id == **id);
                    let mut one = Attachment::new(*kind);
                    one.item = Some((*id).clone());
                    one.document_id = item.and_then(|item| item.document_id.clone());
                    one
                })),
                AttachmentKind::Statement => attachments.push(Attachment::new(*kind)),
                AttachmentKind::PaymentReceipt => attachments.extend(payment.map(|payment| {
                    let mut one = Attachment::new(*kind);
                    one.payment = Some(payment.clone());
                    one
                })),
            }
        }
        attachments
    }
}

/// In a chat a line may break anywhere, and the alphabet of text messages has no tied space.
fn with_plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

fn hash(subject: Option<&str>, text: &str, html: Option<&str>) -> Str {
    let mut content = Fingerprint::default();
    content.text(subject.unwrap_or_default());
    content.text(text);
    content.text(html.unwrap_or_default());
    content.finish().as_str().into()
}

/// A channel as JSON has it.
fn word(channel: Channel) -> String {
    crate::json::write(&channel).trim_matches('"').to_owned()
}

impl TemplateFlaw {
    /// An error that concerns the whole.
    pub(super) fn missing(kind: TemplateFlawKind, template: &str, found: &str) -> Self {
        let mut flaw = Self::new(kind, Severity::Error, template);
        flaw.found = (!found.is_empty()).then(|| found.into());
        flaw
    }

    /// The same, in the subject.
    pub(super) fn of_subject(mut self) -> Self {
        self.in_subject = true;
        self
    }
}
