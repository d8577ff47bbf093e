//! Fills the fields of a message from an account and what is planned for it.

use rust_decimal::Decimal;

use super::fields::{Contact, Creditor, Debtor, Fields, Instalment, Line, Link, Pay};
use super::next::next;
use super::template::{MessageOptions, TemplateFlaw, TemplateFlawKind};
use crate::calendar::{Day, Moment};
use crate::explain::{Voice, day_text, item_text, money_text};
use crate::model::{
    Account, Action, Channel, ChargeClaim, ChargeState, ContactKind, Deadline as Given, DebtorKind,
    Event, Item, Line as Asked,
};
use crate::money::{Amount, Currency};
use crate::payment::{
    EpcTransfer, ReferenceAnswer, ReferenceScheme, check_reference, payment_links,
};
use crate::policy::Policy;
use crate::text::Str;

/// A remittance text has no more room.
const REMITTANCE: usize = 140;

/// Who speaks, in which language, and what the host adds.
pub(super) struct Gathering<'a> {
    pub(super) voice: Voice<'a>,
    pub(super) account: &'a Account,
    pub(super) options: &'a MessageOptions,
    pub(super) channel: Channel,
    pub(super) at: Moment,
}

impl Gathering<'_> {
    pub(super) fn money(&self, amount: Amount, currency: Currency) -> String {
        money_text(&self.voice, amount, currency)
    }

    pub(super) fn day(&self, day: Day) -> String {
        day_text(&self.voice, day)
    }

    pub(super) fn item(&self, id: &str) -> Option<&Item> {
        self.account.items.iter().find(|item| item.id == *id)
    }

    /// What every message has: who writes to whom, and when.
    pub(super) fn people(&self, contact: &str) -> Result<Fields, TemplateFlaw> {
        let creditor = &self.account.creditor;
        let sender = |channel: Channel| {
            let found = creditor.senders.iter().find(|sender| sender.channel == channel);
            found.map(|sender| sender.value.to_string())
        };
        let found = self.account.contacts.iter().find(|known| known.id == *contact);
        let found =
            found.ok_or_else(|| TemplateFlaw::missing(TemplateFlawKind::NotFound, "", contact))?;
        let is_person =
            matches!(found.kind, None | Some(ContactKind::Person | ContactKind::Guardian));
        Ok(Fields {
            today: self.day(Day::of(self.voice.zone.day_of(self.at))),
            by_letter: self.channel == Channel::Letter,
            creditor: Creditor {
                name: creditor.name.to_string(),
                registration: creditor.registration.as_ref().map(ToString::to_string),
                email: sender(Channel::Email),
                phone: self
                    .options
                    .phone
                    .as_ref()
                    .map(ToString::to_string)
                    .or_else(|| sender(Channel::Call)),
                whatsapp: sender(Channel::WhatsApp),
            },
            debtor: Debtor {
                name: self.account.debtor.name.to_string(),
                consumer: self.account.debtor.kind == DebtorKind::Consumer,
            },
            contact: Contact { name: found.name.to_string(), person: is_person },
            signatory: self.options.signatory.as_ref().map(ToString::to_string),
            ..Fields::default()
        })
    }

    /// The fields of a planned action, what it announces, and the transfer that it asks for.
    pub(super) fn action(
        &self,
        policy: &Policy,
        action: &Action,
    ) -> Result<(Fields, Option<&'static str>, Option<EpcTransfer>), TemplateFlaw> {
        let currency = action.currency;
        let mut fields = self.people(&action.recipient.contact)?;
        self.sender(action, &mut fields);
        let items: Vec<&Str> = action.lines.iter().map(|line| &line.item).collect();
        let numbers = action.lines.iter().map(|line| line.document_number.as_str());
        self.documents(&mut fields, &items, &numbers.collect::<Vec<_>>());
        fields.lines = action.lines.iter().map(|line| self.line(line, currency)).collect();
        fields.instalments = action
            .instalments
            .iter()
            .map(|one| Instalment {
                number: one.number,
                date: self.day(one.date),
                amount: self.money(one.amount, currency),
                unpaid: self.money(one.unpaid, currency),
            })
            .collect();
        let total = action.total_with_charges.unwrap_or(action.total);
        fields.total = Some(self.money(total, currency));
        let charges = total.decimal().saturating_sub(action.total.decimal());
        fields.charges = (!charges.is_zero()).then(|| self.money(charges.into(), currency));
        let (announced, vat) = announced(action);
        fields.announced = announced.map(|sum| self.money(sum, currency));
        fields.announced_vat = vat.map(|sum| self.money(sum, currency));
        match action.deadline {
            Some(Given::On { date }) => fields.deadline = Some(self.day(date)),
            Some(Given::RelativeToReceipt { days }) => fields.deadline_days = Some(days),
            None => {}
        }
        fields.reminded = self.was_reminded(action);
        let (next, consequence) = next(policy, action);
        fields.next = next;
        let until = match action.deadline {
            Some(Given::On { date }) => self.voice.zone.start_of(date.number().saturating_add(1)),
            _ => action.expires_at,
        };
        let (pay, transfer) = self.pay(&fields, self.reference(action), total, currency, until);
        fields.pay = pay;
        Ok((fields, consequence, transfer))
    }

    /// The sender that the step names takes the place of the creditor's usual one on its channel.
    fn sender(&self, action: &Action, fields: &mut Fields) {
        let Some(sender) = &action.sender else { return };
        let value = Some(sender.value.to_string());
        match sender.channel {
            Channel::Email => fields.creditor.email.clone_from(&value),
            Channel::WhatsApp => fields.creditor.whatsapp.clone_from(&value),
            Channel::Call if self.options.phone.is_none() => {
                fields.creditor.phone.clone_from(&value);
            }
            _ => {}
        }
        fields.sender = value;
    }

    /// How many documents there are, and which: one with its kind, several by their numbers.
    pub(super) fn documents(&self, fields: &mut Fields, items: &[&Str], numbers: &[&str]) {
        fields.count = numbers.len();
        let one = match items {
            [one] => self.item(one).map(|item| item_text(&self.voice, item)),
            _ => None,
        };
        fields.documents = one.unwrap_or_else(|| numbers.join(", "));
    }

    /// Whether an earlier message, here or in another system, named one of the items.
    fn was_reminded(&self, action: &Action) -> bool {
        let is_one = |item: &Str| action.lines.iter().any(|line| line.item == *item);
        self.account.journal.iter().any(|entry| match &entry.event {
            Event::Sent { sent } if sent.channel != Channel::Call => {
                sent.lines.iter().any(|line| is_one(&line.item))
            }
            Event::LevelImported { level } => is_one(&level.item),
            _ => false,
        })
    }

    fn line(&self, line: &Asked, currency: Currency) -> Line {
        let item = self.item(&line.item);
        let differs = line.open != line.dunned;
        Line {
            what: item.map_or_else(
                || line.document_number.to_string(),
                |item| item_text(&self.voice, item),
            ),
            number: line.document_number.to_string(),
            issued: item.and_then(|item| item.issued).map(|issued| self.day(issued)),
            due: self.day(line.due),
            asked: self.money(line.dunned, currency),
            open: differs.then(|| self.money(line.open, currency)),
            disputed: line.disputed.map(|part| self.money(part, currency)),
            charges: line.charges.map(|part| self.money(part, currency)),
        }
    }

    /// What a payment should carry: what the host says, the reference of the one item, the
    /// numbers of the documents, or else the debtor's.
    fn reference(&self, action: &Action) -> String {
        let numbers: Vec<&str> = match action.instalments.first() {
            Some(one) => vec![one.arrangement.as_str()],
            None => action.lines.iter().map(|line| line.document_number.as_str()).collect(),
        };
        let items: Vec<&Str> = action.lines.iter().map(|line| &line.item).collect();
        self.reference_of(&items, &numbers)
    }

    pub(super) fn reference_of(&self, items: &[&Str], numbers: &[&str]) -> String {
        let given = self.options.reference.as_ref();
        let own = match items {
            [one] => self.item(one).and_then(|item| item.payment_reference.as_ref()),
            _ => None,
        };
        let joined = numbers.join(", ");
        match given.or(own) {
            Some(reference) => reference.to_string(),
            None if joined.is_empty() || joined.chars().count() > REMITTANCE => {
                self.account.debtor.id.to_string()
            }
            None => joined,
        }
    }

    /// How to pay: a page that still works at the end, and an account.
    pub(super) fn pay(
        &self,
        fields: &Fields,
        reference: String,
        total: Amount,
        currency: Currency,
        until: Moment,
    ) -> (Option<Pay>, Option<EpcTransfer>) {
        let usable = payment_links(&self.options.links, until).usable;
        let link = usable
            .into_iter()
            .next()
            .map(|link| Link { label: link.label.to_string(), url: link.url.to_string() });
        let own = self.account.creditor.bank_accounts.first();
        let account = self.options.bank_account.as_ref().or(own);
        if link.is_none() && account.is_none() {
            return (None, None);
        }
        let holder = account.and_then(|account| account.holder.as_ref());
        let holder = holder.map_or_else(|| fields.creditor.name.clone(), ToString::to_string);
        let in_euro = currency.to_string() == "EUR" && total.decimal() > Decimal::ZERO;
        let transfer = account.filter(|_| in_euro).map(|account| {
            let mut transfer = EpcTransfer::new(holder.as_str(), account.iban.as_str());
            transfer.bic = account.bic.clone();
            transfer.amount = Some(total);
            match check_reference(ReferenceScheme::Iso11649, &reference) {
                ReferenceAnswer::Valid { reference } => transfer.reference = Some(reference.value),
                _ => transfer.remittance = Some(reference.as_str().into()),
            }
            transfer
        });
        let pay = Pay {
            link,
            iban: account.map(|account| in_fours(&account.iban)),
            bic: account.and_then(|account| account.bic.as_ref()).map(ToString::to_string),
            holder,
            reference,
        };
        (Some(pay), transfer)
    }
}

/// An account number as it is printed.
fn in_fours(iban: &str) -> String {
    let letters: Vec<char> = iban.chars().filter(|letter| !letter.is_whitespace()).collect();
    let groups = letters.chunks(4).map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

/// The costs that an action names and that are not yet to be paid, with VAT, and that VAT.
fn announced(action: &Action) -> (Option<Amount>, Option<Amount>) {
    let (mut sum, mut vat) = (Decimal::ZERO, Decimal::ZERO);
    for charge in &action.charges {
        let waits =
            matches!(charge.claim, Some(ChargeClaim::AfterDeadline | ChargeClaim::WithNextStep));
        if charge.state == ChargeState::Announced && waits {
            let its_vat = charge.vat.map_or(Decimal::ZERO, Amount::decimal);
            vat = vat.saturating_add(its_vat);
            sum = sum.saturating_add(charge.amount.decimal()).saturating_add(its_vat);
        }
    }
    let told = |sum: Decimal| (!sum.is_zero()).then(|| sum.into());
    (told(sum), told(vat))
}
