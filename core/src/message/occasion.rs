//! Fills the fields of a message that is no step.

use rust_decimal::Decimal;

use super::fields::{Fields, Payment, Promise, Receipt};
use super::gather::Gathering;
use super::template::{Occasion, TemplateFlaw, TemplateFlawKind};
use super::{ThankYou, ThanksFor};
use crate::explain::moment_text;
use crate::model::{Event, PromiseMade};
use crate::money::Amount;
use crate::payment::EpcTransfer;
use crate::text::Str;

/// The name of the template for an occasion.
pub(super) fn template_of(occasion: &Occasion) -> &'static str {
    match occasion {
        Occasion::Thanks { thanks } => match thanks.why {
            ThanksFor::Full => "thanks-full",
            ThanksFor::Part => "thanks-part",
            ThanksFor::LastInstalment => "thanks-last-instalment",
        },
        Occasion::PromiseConfirmation { .. } => "promise-confirmation",
        Occasion::PromiseBroken { .. } => "promise-broken",
        Occasion::Receipt { .. } => "automatic-receipt",
    }
}

/// The payment that a receipt can be attached for.
pub(super) fn payment_of(occasion: &Occasion) -> Option<&Str> {
    match occasion {
        Occasion::Thanks { thanks } => Some(&thanks.payment),
        _ => None,
    }
}

impl Gathering<'_> {
    /// The fields of a message that is no step, the items it is about, and the transfer that it
    /// asks for.
    pub(super) fn occasion(
        &self,
        occasion: &Occasion,
        contact: &str,
    ) -> Result<(Fields, Vec<Str>, Option<EpcTransfer>), TemplateFlaw> {
        let mut fields = self.people(contact)?;
        match occasion {
            Occasion::Thanks { thanks } => {
                let transfer = self.thanks(&mut fields, thanks);
                Ok((fields, thanks.items.clone(), transfer))
            }
            Occasion::PromiseConfirmation { promise } => {
                let made = self.promise(promise)?;
                Ok(self.promised(fields, made, made.amount))
            }
            Occasion::PromiseBroken { promise } => {
                let made = self.promise(promise)?;
                let open = self.unpaid(made);
                let open = open.ok_or_else(|| {
                    TemplateFlaw::missing(TemplateFlawKind::NotFound, "", promise)
                })?;
                Ok(self.promised(fields, made, open))
            }
            Occasion::Receipt { receipt } => {
                fields.receipt = Some(Receipt {
                    opens_at: moment_text(&self.voice, receipt.opens_at),
                    answer_by: moment_text(&self.voice, receipt.answer_by),
                });
                Ok((fields, Vec::new(), None))
            }
        }
    }

    fn thanks(&self, fields: &mut Fields, thanks: &ThankYou) -> Option<EpcTransfer> {
        let numbers: Vec<&str> = thanks.items.iter().map(|item| self.number(item)).collect();
        let items: Vec<&Str> = thanks.items.iter().collect();
        self.documents(fields, &items, &numbers);
        fields.payment = Some(Payment {
            amount: self.money(thanks.amount, thanks.currency),
            date: self.day(thanks.paid_on),
            left: thanks.left.map(|left| self.money(left, thanks.currency)),
        });
        let left = thanks.left?;
        let reference = self.reference_of(&items, &numbers);
        let (pay, transfer) = self.pay(fields, reference, left, thanks.currency, self.at);
        fields.pay = pay;
        transfer
    }

    fn promise(&self, id: &Str) -> Result<&PromiseMade, TemplateFlaw> {
        let found = self.account.journal.iter().find_map(|entry| match &entry.event {
            Event::Promised { promise } if entry.id == *id => Some(promise),
            _ => None,
        });
        found.ok_or_else(|| TemplateFlaw::missing(TemplateFlawKind::NotFound, "", id))
    }

    /// What is open of what was promised; none if it is nothing.
    fn unpaid(&self, made: &PromiseMade) -> Option<Amount> {
        let open = made.items.iter().filter_map(|covered| {
            let item = self.item(&covered.item)?;
            Some(item.open.decimal().min(covered.amount.decimal()).max(Decimal::ZERO))
        });
        let sum = open.fold(Decimal::ZERO, |sum, open| sum.saturating_add(open));
        (!sum.is_zero()).then(|| sum.into())
    }

    fn promised(
        &self,
        mut fields: Fields,
        made: &PromiseMade,
        total: Amount,
    ) -> (Fields, Vec<Str>, Option<EpcTransfer>) {
        let numbers: Vec<&str> =
            made.items.iter().map(|one| one.document_number.as_str()).collect();
        let items: Vec<&Str> = made.items.iter().map(|one| &one.item).collect();
        self.documents(&mut fields, &items, &numbers);
        fields.total = Some(self.money(total, made.currency));
        fields.promise = Some(Promise {
            amount: self.money(made.amount, made.currency),
            date: self.day(made.date),
        });
        let reference = self.reference_of(&items, &numbers);
        let last = self.voice.zone.start_of(made.date.number().saturating_add(1));
        let until = last.max(self.at);
        let (pay, transfer) = self.pay(&fields, reference, total, made.currency, until);
        fields.pay = pay;
        (fields, items.into_iter().cloned().collect(), transfer)
    }

    /// The number that the debtor knows.
    fn number<'s>(&'s self, item: &'s Str) -> &'s str {
        let known = self.item(item).and_then(|item| item.document_number.as_ref());
        known.unwrap_or(item)
    }
}
