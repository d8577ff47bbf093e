//! What the debtor writes stops what it must, and is answered once.

use dunning::{Channel, Command, Event, InboundAnswer, InboundMessage, Intent, plan, record};
use proptest::prelude::*;

use crate::config;
use crate::history::{Desk, lived};
use crate::ops::history;

/// A message, or the answer to one that came before.
pub(crate) fn command(
    desk: &Desk,
    intent: u8,
    channel: u8,
    contact: u8,
    item: Option<String>,
    answered: bool,
) -> Command {
    let journal = &desk.scene.account.journal;
    let earlier = journal.iter().rev().find_map(|entry| match &entry.event {
        Event::Inbound { message } => Some(message.id.clone()),
        _ => None,
    });
    if let (true, Some(earlier)) = (answered, earlier) {
        return Command::AnswerInbound { answer: InboundAnswer::new(earlier) };
    }
    let intent = match intent {
        0 | 1 => Intent::Stop {},
        2 => Intent::PaidAlready { on: None },
        3 => Intent::Disputes {},
        4 => Intent::WillPay { on: None },
        5 => Intent::WantsInstalments {},
        6 => Intent::WrongPerson {},
        _ => Intent::Question {},
    };
    let channel = match channel {
        0 => Channel::Email,
        1 => Channel::Letter,
        2 => Channel::Call,
        3 => Channel::Portal,
        4 => Channel::Sms,
        _ => Channel::WhatsApp,
    };
    let mut message = InboundMessage::new(format!("m{}", journal.len()), channel, intent);
    message.contact = match contact {
        0 => None,
        1 => Some("ap".into()),
        _ => Some("main".into()),
    };
    message.items = item.into_iter().map(Into::into).collect();
    Command::Inbound { message }
}

proptest! {
    #![proptest_config(config())]

    /// A receipt that was recorded is planned no more, nor accepted again; every message that
    /// was not answered keeps its suggestions under the same keys.
    #[test]
    fn one_receipt_for_a_closed_period(scene in lived(), ops in history(20)) {
        let mut desk = Desk::new(scene);
        for op in &ops {
            desk.take(op);
            let scene = &desk.scene;
            let receipts = plan(&scene.account, &scene.policy, scene.now).receipts;
            for receipt in receipts {
                let command = Command::SendReceipt { receipt: receipt.clone() };
                prop_assert!(desk.record(command.clone()), "{receipt:?}");
                let scene = &desk.scene;
                let again = plan(&scene.account, &scene.policy, scene.now).receipts;
                prop_assert!(!again.contains(&receipt));
                let now = scene.now;
                let twice = record(&scene.account, &scene.policy, "z", &command, now, now, "eva");
                prop_assert!(twice.is_err());
            }
            let scene = &desk.scene;
            let mut keys: Vec<_> = plan(&scene.account, &scene.policy, scene.now)
                .suggestions
                .into_iter()
                .map(|one| one.key)
                .collect();
            let count = keys.len();
            keys.sort_unstable();
            keys.dedup();
            prop_assert_eq!(keys.len(), count, "a key stands twice");
        }
    }
}
