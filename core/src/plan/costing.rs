//! What a message is expected to cost the creditor.

use crate::calendar::Day;
use crate::model::{
    Action, Channel, Contact, ExcludedChannel, ExpectedCost, Finding, MessageCategory,
    PlatformTemplate, Reason, TemplateCategory,
};
use crate::money::Amount;
use crate::rules::approach::country_of;
use crate::rules::notice::message_cost;
use crate::standing::Standing;

/// What a message to a contact is expected to cost; none if the policy has no price for it.
///
/// The price is that of the creditor's day on which it is asked about.
///
/// # Errors
///
/// Why the channel is not used.
pub(super) fn cost(
    standing: &Standing<'_>,
    limit: Option<Amount>,
    contact: &Contact,
    channel: Channel,
    template: Option<&PlatformTemplate>,
) -> Result<Option<ExpectedCost>, ExcludedChannel> {
    let Some(costs) = standing.policy.message_costs() else { return Ok(None) };
    let of = (channel, category(standing, channel, template));
    let country = country_of(standing.account, Some(contact));
    message_cost(costs, limit, of, country, Day::of(standing.today)).map_err(|(why, cost)| {
        let mut reason = ExcludedChannel::new(channel, why);
        reason.contact = Some(contact.id.clone());
        reason.cost = cost;
        reason
    })
}

/// The category by which WhatsApp charges a message. Without rules on it nobody knows whether a
/// message is free text.
fn category(
    standing: &Standing<'_>,
    channel: Channel,
    template: Option<&PlatformTemplate>,
) -> Option<MessageCategory> {
    standing.policy.whats_app().filter(|_| channel == Channel::WhatsApp)?;
    Some(match template.map(|template| template.category) {
        None => MessageCategory::Service,
        Some(TemplateCategory::Utility) => MessageCategory::Utility,
        Some(TemplateCategory::Marketing) => MessageCategory::Marketing,
        Some(TemplateCategory::Authentication) => MessageCategory::Authentication,
    })
}

/// What a message to a contact is expected to cost, whatever the limit.
pub(super) fn cost_of(
    standing: &Standing<'_>,
    contact: &str,
    channel: Channel,
    template: Option<&PlatformTemplate>,
) -> Option<ExpectedCost> {
    let contact = standing.account.contacts.iter().find(|known| known.id == *contact)?;
    cost(standing, None, contact, channel, template).unwrap_or_else(|excluded| excluded.cost)
}

/// Says what an action is expected to cost: the reason if that is known, the finding if not.
pub(super) fn set_cost(
    standing: &Standing<'_>,
    action: &mut Action,
    limit: Option<Amount>,
) -> (Option<Reason>, Option<Finding>) {
    if standing.policy.message_costs().is_none() || action.channel == Channel::Call {
        return (None, None);
    }
    let contacts = &standing.account.contacts;
    let contact = contacts.iter().find(|known| known.id == action.recipient.contact);
    let Some(contact) = contact else { return (None, None) };
    let template = action.platform_template.as_ref();
    let asked = cost(standing, limit, contact, action.channel, template);
    // At its hour a message by WhatsApp may have another category than when it was chosen.
    action.expected_cost = asked.unwrap_or_else(|excluded| excluded.cost);
    let reason = action.expected_cost.clone().map(|cost| Reason::MessageCost { cost });
    let unknown = Finding::CostUnknown {
        channel: action.channel,
        country: country_of(standing.account, Some(contact)),
        category: category(standing, action.channel, template),
    };
    let finding = reason.is_none().then_some(unknown);
    (reason, finding)
}
