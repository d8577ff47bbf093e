//! What WhatsApp asks for: a window that the contact opened, or an approved template.

use crate::calendar::Moment;
use crate::channel::{WhatsAppAsk, WhatsAppKind, WhatsAppStop, platform_rule, whatsapp_check};
use crate::model::{Action, Channel, ExcludedChannel, ExcludedWhy, PlatformTemplate};
use crate::standing::Standing;
use crate::text::Str;

/// The approved template as which a message goes to a contact at a moment; none if free text will
/// do. Whether the contact agreed to the channel was asked before.
pub(super) fn whatsapp(
    standing: &Standing<'_>,
    template: Option<&Str>,
    contact: &str,
    number: &Str,
    at: Moment,
) -> Result<Option<PlatformTemplate>, ExcludedWhy> {
    let mut ask = WhatsAppAsk::new(WhatsAppKind::FreeForm, at);
    let rules = standing.policy.whats_app();
    ask.role = standing.account.creditor.role;
    ask.override_note = rules.and_then(|rules| rules.override_note.clone());
    let Some(rules) = rules else {
        ask.window_open = Some(true);
        return allowed(&ask).map(|()| None);
    };
    let messages = standing.inbound.messages.iter();
    let own = messages.filter(|known| {
        let message = known.message;
        message.channel == Channel::WhatsApp
            && message.contact.as_ref().is_some_and(|one| *one == *contact)
    });
    ask.inbound = own.map(|known| known.entry.occurred_at).collect();
    if whatsapp_check(&ask).stops != [WhatsAppStop::WindowClosed] {
        return allowed(&ask).map(|()| None);
    }
    let account = standing.account;
    let known = account.contacts.iter().find(|known| known.id == *contact);
    let language = known.and_then(|known| known.language.as_ref());
    let language = language.or(account.debtor.language.as_ref()).map(Str::as_str);
    let approved = template.and_then(|template| rules.approved(template, language));
    let approved = approved.ok_or(ExcludedWhy::NoTemplate)?;
    (ask.kind, ask.category) = (WhatsAppKind::Template, Some(approved.category));
    (ask.opted_in, ask.phone) = (true, Some(number.clone()));
    allowed(&ask).map(|()| Some(approved.clone()))
}

fn allowed(ask: &WhatsAppAsk) -> Result<(), ExcludedWhy> {
    match whatsapp_check(ask).stops.first() {
        None => Ok(()),
        Some(WhatsAppStop::CollectsForOthers) => Err(ExcludedWhy::CollectsForOthers),
        Some(WhatsAppStop::NoConsent) => Err(ExcludedWhy::NoConsent),
        Some(WhatsAppStop::WindowClosed | WhatsAppStop::CategoryMissing) => {
            Err(ExcludedWhy::NoTemplate)
        }
        Some(WhatsAppStop::MarketingBlocked | WhatsAppStop::LimitReached) => {
            Err(ExcludedWhy::TemplateBlocked)
        }
    }
}

/// Tells the rule of the platform behind each channel that it closes, and its source.
pub(super) fn sourced(excluded: &mut [ExcludedChannel]) {
    for one in excluded.iter_mut().filter(|one| one.channel == Channel::WhatsApp) {
        let stop = match one.why {
            ExcludedWhy::NoConsent | ExcludedWhy::OptedOut => WhatsAppStop::NoConsent,
            ExcludedWhy::NoTemplate => WhatsAppStop::WindowClosed,
            ExcludedWhy::CollectsForOthers => WhatsAppStop::CollectsForOthers,
            ExcludedWhy::TemplateBlocked => WhatsAppStop::MarketingBlocked,
            _ => continue,
        };
        if let Some(rule) = platform_rule(stop) {
            (one.rule, one.source) = (Some(rule.id.clone()), Some(rule.source.clone()));
        }
    }
}

/// Names the template as which an action must be sent at its hour.
pub(super) fn set_template(standing: &Standing<'_>, action: &mut Action) {
    let to = (&action.recipient.contact, &action.recipient.value);
    let template = action.template.as_ref();
    action.platform_template =
        template_of(standing, action.channel, template, to, action.not_before);
}

/// The template as which a message must go to a contact's number at an hour; none also where it may
/// not go then.
pub(super) fn template_of(
    standing: &Standing<'_>,
    channel: Channel,
    template: Option<&Str>,
    (contact, number): (&Str, &Str),
    at: Moment,
) -> Option<PlatformTemplate> {
    if channel != Channel::WhatsApp {
        return None;
    }
    whatsapp(standing, template, contact, number, at).ok().flatten()
}
