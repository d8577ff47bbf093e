use crate::model::{Channel, Creditor, Sender};
use crate::text::Str;

/// A step may turn to other contacts than usual, and come from another sender: the first of those
/// that it names which the creditor has for the channel.
///
/// None if the creditor has none of them: then the message comes from the usual sender, and a
/// finding says so.
pub(crate) fn escalated<'a>(
    creditor: &'a Creditor,
    senders: &[Str],
    channel: Channel,
) -> Option<&'a Sender> {
    senders.iter().find_map(|id| {
        creditor.senders.iter().find(|known| known.id == *id && known.channel == channel)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sender_that_serves_the_channel_counts() {
        let mut creditor =
            Creditor::new("us", "Us", "NL".parse::<crate::Country>().unwrap(), "UTC");
        creditor.senders = vec![
            Sender::new("office", Channel::Email, "office@us.example"),
            Sender::new("legal-post", Channel::Letter, "Legal department"),
            Sender::new("legal-mail", Channel::Email, "legal@us.example"),
        ];
        let named = ["legal-mail".into(), "legal-post".into(), "office".into()];
        let found = |channel| escalated(&creditor, &named, channel).map(|one| one.id.to_string());
        assert_eq!(found(Channel::Email).as_deref(), Some("legal-mail"));
        assert_eq!(found(Channel::Letter).as_deref(), Some("legal-post"));
        assert_eq!(found(Channel::Sms), None);
    }
}
