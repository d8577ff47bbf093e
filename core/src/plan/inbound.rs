//! What the debtor's messages ask of people: answers, receipts, suggestions.

use crate::calendar::{Day, Moment, Service};
use crate::model::{
    Advice, AutomaticReceipt, Channel, Contact, ExcludedWhy, Hold, Intent, Notice, Payer,
    PayerClass, PayerSource, RepliedWhy, Subject, Suggestion,
};
use crate::money::{self, Currency};
use crate::standing::{MessageFacts, Standing, answer_due, service};
use crate::text::Str;

/// What is to be told of the messages, and the instant at which it can change.
#[derive(Default)]
pub(super) struct Asked {
    pub(super) notices: Vec<Notice>,
    pub(super) receipts: Vec<AutomaticReceipt>,
    pub(super) suggestions: Vec<Suggestion>,
    pub(super) payer: Option<Payer>,
    pub(super) next: Option<Moment>,
}

pub(super) fn asked(standing: &Standing<'_>) -> Asked {
    let mut asked = Asked::default();
    let known = standing.payer.source != PayerSource::Nothing || standing.policy.payers.given;
    asked.payer = known.then(|| standing.payer.clone());
    asked.suggestions.extend(credit(standing));
    if standing.inbound.messages.is_empty() {
        return asked;
    }
    let service = service(&standing.account.creditor, standing.policy);
    for known in &standing.inbound.messages {
        if standing.inbound.is_answered(&known.message.id) {
            continue;
        }
        asked.suggestions.extend(suggestions(standing, known));
        let Some(service) = service.as_ref().filter(|_| expects_an_answer(known)) else {
            continue;
        };
        asked.overdue(standing, known, service);
        asked.receipt(standing, known, service);
    }
    asked
}

/// A chronic non-payer is noted, with an advice on new orders.
fn credit(standing: &Standing<'_>) -> Option<Suggestion> {
    let payer = &standing.payer;
    (payer.payer_class == PayerClass::Chronic).then(|| Suggestion {
        key: "limitCredit".into(),
        subject: Subject::Debtor {},
        advice: Advice::LimitCredit {
            credit: payer.credit,
            late_percent: payer.late_percent,
            average_days_late: payer.average_days_late,
        },
    })
}

/// Who wants to be left alone gets no answer, and a wrong person none either.
fn expects_an_answer(known: &MessageFacts<'_>) -> bool {
    !matches!(known.message.intent, Intent::Stop {} | Intent::WrongPerson {})
}

impl Asked {
    fn look_again(&mut self, at: Moment) {
        self.next = Some(self.next.map_or(at, |next| next.min(at)));
    }

    fn overdue(
        &mut self,
        standing: &Standing<'_>,
        known: &MessageFacts<'_>,
        service: &Service<'_>,
    ) {
        let received_at = known.entry.occurred_at;
        let Some(by) = answer_due(service, standing.policy, received_at) else { return };
        if standing.now <= by {
            // The last instant is still in time.
            self.look_again(Moment::of(by.micros().saturating_add(1)));
            return;
        }
        let message = known.message;
        self.notices.push(Notice {
            key: ["unanswered/", &message.id].concat().into(),
            subject: Subject::InboundMessage { id: message.id.clone() },
            hold: Hold::Replied {
                inbound: message.id.clone(),
                why: RepliedWhy::AnswerOverdue,
                received_at,
                until: None,
            },
            since: Some(Day::of(standing.zone.day_of(by))),
        });
    }

    /// One receipt for each contact and closed period, while it is closed.
    fn receipt(
        &mut self,
        standing: &Standing<'_>,
        known: &MessageFacts<'_>,
        service: &Service<'_>,
    ) {
        let message = known.message;
        let received_at = known.entry.occurred_at;
        let spoken = message.channel == Channel::Call || message.channel == Channel::Letter;
        if !standing.policy.replies.sends_receipts || spoken || received_at > standing.now {
            return;
        }
        let Some(opens_at) = service.opens_after(received_at) else { return };
        let Some(answer_by) = answer_due(service, standing.policy, received_at) else { return };
        if standing.now >= opens_at || is_stopped(standing, known) {
            return;
        }
        self.look_again(opens_at);
        let same = |other: &AutomaticReceipt| {
            other.contact == message.contact && other.opens_at == opens_at
        };
        let sent = standing.inbound.receipts.iter().any(|other| same(other));
        if !sent && !self.receipts.iter().any(same) {
            self.receipts.push(AutomaticReceipt {
                inbound: message.id.clone(),
                channel: message.channel,
                opens_at,
                answer_by,
                contact: message.contact.clone(),
            });
        }
    }
}

/// True if the channel may not be used to answer: it was stopped, before or since.
fn is_stopped(standing: &Standing<'_>, known: &MessageFacts<'_>) -> bool {
    let (channel, contact) = (known.message.channel, &known.message.contact);
    let contact = standing.account.contacts.iter().find(|one| Some(&one.id) == contact.as_ref());
    let Some(contact) = contact else {
        // Nobody knows who it is: any word against the channel counts.
        let stops = standing.inbound.messages.iter().map(|other| other.message);
        return stops
            .filter(|other| matches!(other.intent, Intent::Stop {}))
            .any(|other| other.channel == channel && other.contact == known.message.contact);
    };
    let mut addresses = contact.addresses.iter().filter(|one| one.channel == channel);
    let objects = addresses.any(|address| {
        let said = standing.objection(contact, channel, address);
        // Who writes from an address proves that it exists.
        said.is_some_and(|(why, _)| why != ExcludedWhy::AddressDead)
    });
    objects || refuses(contact, channel)
}

/// True if the contact's latest word on the channel is a refusal.
fn refuses(contact: &Contact, channel: Channel) -> bool {
    let said = contact.consents.iter().filter(|consent| consent.channel == channel);
    said.max_by_key(|consent| (consent.at, !consent.given)).is_some_and(|consent| !consent.given)
}

fn suggestions(standing: &Standing<'_>, known: &MessageFacts<'_>) -> Vec<Suggestion> {
    let message = known.message;
    let inbound = || message.id.clone();
    let items = open_items(standing, known);
    let advice: Vec<Advice> = match &message.intent {
        Intent::PaidAlready { .. } => vec![Advice::AskProofOfPayment { inbound: inbound(), items }],
        Intent::WillPay { on } if !is_promised(standing, known) => {
            promises(standing, &items, &message.id, *on)
        }
        Intent::WantsInstalments {} if !is_arranged(standing, known) => {
            let arrange = Advice::ProposeArrangement { inbound: inbound(), items: items.clone() };
            let most = standing.policy.replies.incentive_percent;
            let offer = most.map(|most_percent| Advice::OfferIncentive {
                inbound: inbound(),
                items,
                most_percent,
            });
            Some(arrange).into_iter().chain(offer).collect()
        }
        Intent::Disputes {} if !is_disputed(standing, known) => {
            vec![Advice::RecordDispute { inbound: inbound(), items }]
        }
        Intent::Question {} => vec![Advice::RecordQuestion { inbound: inbound(), items }],
        Intent::InvoiceMissing {} => vec![Advice::SendInvoiceAgain { inbound: inbound(), items }],
        Intent::WrongPerson {} => vec![Advice::CorrectContact {
            inbound: inbound(),
            channel: message.channel,
            contact: message.contact.clone(),
        }],
        _ => Vec::new(),
    };
    let about = |advice| Suggestion {
        key: format!("{}/{}", name(&advice), message.id).into(),
        subject: Subject::InboundMessage { id: message.id.clone() },
        advice,
    };
    advice.into_iter().map(about).collect()
}

/// Part of the key: never follow a renaming.
fn name(advice: &Advice) -> String {
    match advice {
        Advice::AskProofOfPayment { .. } => "askProofOfPayment".to_owned(),
        Advice::RecordPromise { currency, .. } => format!("recordPromise/{currency}"),
        Advice::ProposeArrangement { .. } => "proposeArrangement".to_owned(),
        Advice::OfferIncentive { .. } => "offerIncentive".to_owned(),
        Advice::RecordDispute { .. } => "recordDispute".to_owned(),
        Advice::RecordQuestion { .. } => "recordQuestion".to_owned(),
        Advice::SendInvoiceAgain { .. } => "sendInvoiceAgain".to_owned(),
        Advice::CorrectContact { .. } => "correctContact".to_owned(),
        Advice::LimitCredit { .. } => "limitCredit".to_owned(),
    }
}

/// The items that a message is about and on which something is open, the oldest due first.
fn open_items(standing: &Standing<'_>, known: &MessageFacts<'_>) -> Vec<Str> {
    let named = &known.message.items;
    let open = standing.account.items.iter().zip(&standing.items).filter(|(item, facts)| {
        !facts.is_credit && facts.open > 0 && (named.is_empty() || named.contains(&item.id))
    });
    let mut open: Vec<_> = open.map(|(item, facts)| (facts.due, item.id.clone())).collect();
    open.sort_unstable();
    open.into_iter().map(|(_, id)| id).collect()
}

/// One for each currency, in the order of the items.
fn promises(standing: &Standing<'_>, items: &[Str], inbound: &Str, on: Option<Day>) -> Vec<Advice> {
    let mut sums: Vec<(Currency, u8, i64, Vec<Str>)> = Vec::new();
    let known = |id: &Str| standing.account.items.iter().position(|item| item.id == *id);
    for at in items.iter().filter_map(known) {
        let Some((item, facts)) = standing.item(at).zip(standing.items.get(at)) else { continue };
        match sums.iter_mut().find(|(currency, ..)| *currency == item.currency) {
            Some((_, _, sum, ids)) => {
                *sum = money::add(*sum, facts.open);
                ids.push(item.id.clone());
            }
            None => sums.push((item.currency, facts.digits, facts.open, vec![item.id.clone()])),
        }
    }
    let advice = sums.into_iter().map(|(currency, digits, sum, items)| Advice::RecordPromise {
        inbound: inbound.clone(),
        amount: money::from_minor(sum, digits),
        currency,
        items,
        date: on,
    });
    advice.collect()
}

fn is_promised(standing: &Standing<'_>, known: &MessageFacts<'_>) -> bool {
    standing.promises.iter().any(|promise| {
        let covers = |id: &Str| promise.made.items.iter().any(|part| part.item == *id);
        let named = &known.message.items;
        promise.made_on >= known.on && (named.is_empty() || named.iter().any(covers))
    })
}

/// An arrangement that was proposed since, whatever became of it.
fn is_arranged(standing: &Standing<'_>, known: &MessageFacts<'_>) -> bool {
    let made = &standing.acts.arrangements;
    made.iter().any(|arrangement| arrangement.entry.occurred_at >= known.entry.occurred_at)
}

fn is_disputed(standing: &Standing<'_>, known: &MessageFacts<'_>) -> bool {
    standing.disputes.iter().any(|dispute| {
        let named = &known.message.items;
        dispute.opened_on >= known.on && (named.is_empty() || named.contains(&dispute.made.item))
    })
}
