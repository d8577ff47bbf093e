use super::{Address, Channel, Charge, Cover, Deadline, InstalmentLine, Purpose, Sender};
use crate::calendar::{Day, Moment};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// What the host should carry out: one message to send or one call to make.
    ///
    /// Record `Queue` with it before handing it over, ask `recheck` immediately before sending,
    /// then record `Sent`, `Failed` or `Cancel`.
    pub struct Action {
        /// Identifies this delivery in the journal and in the host's outbox: the same steps to
        /// the same contact by the same channel, at the same attempt, have the same delivery.
        pub delivery: Str,
        /// A message or a call.
        pub kind: ActionKind,
        /// The channel.
        pub channel: Channel,
        /// To whom.
        pub recipient: Recipient,
        /// The steps that are carried out by it.
        pub covers: Vec<Cover>,
        /// The highest step among them: it decides on channel and template.
        pub step: Str,
        /// The items it is about, oldest due first.
        pub lines: Vec<Line>,
        /// The sum of the lines, in `currency`.
        pub total: Amount,
        /// The currency of all amounts.
        pub currency: Currency,
        /// 1, and 1 more for each earlier delivery of these steps that failed or was cancelled as a
        /// whole.
        pub attempt: u32,
        /// When it was planned. Actions of one run do not count as a contact for one another.
        pub planned_at: Moment,
        /// Not to be sent before.
        pub not_before: Moment,
        /// The last instant at which it may be sent.
        pub expires_at: Moment,
        /// The template or call script that the step names.
        pub template: Option<Str> = None,
        /// The fees and interest that it names: those that it announces, as they stand once it
        /// is sent, and earlier ones of its items that are neither booked nor given up.
        pub charges: Vec<Charge> = [],
        /// What is to be paid with it: the total and those charges, with VAT, that may be asked
        /// for. What is only announced is not in it. Not given if there is no charge.
        pub total_with_charges: Option<Amount> = None,
        /// The instalments it is about, earliest first, if it is an arrangement's own reminder:
        /// such a message has no lines of items.
        pub instalments: Vec<InstalmentLine> = [],
        /// True if a person has to approve it before it is queued.
        pub needs_approval: bool = false,
        /// The entry that approved it as it stands.
        pub approval: Option<Str> = None,
        /// What an approval refers to, where one is needed: it changes with the recipient, the
        /// channel, the lines, the total and the days for payment.
        pub fingerprint: Option<Str> = None,
        /// The last day for payment that it gives.
        pub deadline: Option<Deadline> = None,
        /// The template of the platform that it must be sent as, since the contact has not written
        /// within 24 hours; free text if none is named.
        pub platform_template: Option<PlatformTemplate> = None,
        /// The notice by law that it is, by its name. The host's text says what the law asks of it:
        /// the charges that it announces, and the deadline as it stands here.
        pub legal_kind: Option<Str> = None,
        /// From whom it comes, if its step names senders; the usual sender if none is told.
        pub sender: Option<Sender> = None,
        /// What it is expected to cost the creditor, if the policy has a price for it.
        pub expected_cost: Option<ExpectedCost> = None,
        /// The same message by the other channels of its step, if it goes out by all of them.
        /// `by_channel` tells what each channel has to send.
        pub copies: Vec<ActionCopy> = [],
    }
}

record! {
    /// The same message by another channel of its step. It is part of the delivery: sent with it,
    /// and not instead of it.
    pub struct ActionCopy {
        /// The channel.
        pub channel: Channel,
        /// To whom.
        pub recipient: Recipient,
        /// The template of the platform that it must be sent as; free text if none is named.
        pub platform_template: Option<PlatformTemplate> = None,
        /// What it is expected to cost the creditor, if the policy has a price for it.
        pub expected_cost: Option<ExpectedCost> = None,
    }
}

/// What each channel has to send of an action: itself without its copies, then each copy.
///
/// Render and send each of these; queue, recheck and report the action itself, once. All have its
/// delivery.
///
/// ```
/// use dunning::{Action, by_channel};
///
/// fn send(action: &Action) {
///     for part in by_channel(action) {
///         println!("{:?} to {}", part.channel, part.recipient.value);
///     }
/// }
/// ```
#[must_use]
pub fn by_channel(action: &Action) -> Vec<Action> {
    let own = Action { copies: Vec::new(), ..action.clone() };
    let copies = action.copies.iter().map(|copy| Action {
        channel: copy.channel,
        recipient: copy.recipient.clone(),
        platform_template: copy.platform_template.clone(),
        expected_cost: copy.expected_cost.clone(),
        ..own.clone()
    });
    std::iter::once(own.clone()).chain(copies).collect()
}

record! {
    /// What a message is expected to cost the creditor.
    pub struct ExpectedCost {
        /// The price, exact: it may have more decimals than the currency.
        pub amount: Amount,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The category by which the platform charges the message, where that is known.
        pub category: Option<MessageCategory> = None,
        /// The most that it may cost, if there is a limit.
        pub limit: Option<Amount> = None,
    }
}

words! {
    /// By what a platform charges a message.
    pub enum MessageCategory {
        /// Free text within 24 hours of a message of the recipient.
        Service,
        /// A template about a transaction of the recipient, without an offer.
        Utility,
        /// A template with an offer.
        Marketing,
        /// A template with a code to log in.
        Authentication,
    }
}

record! {
    /// A template as a platform has approved it.
    pub struct PlatformTemplate {
        /// The name by which the platform knows it.
        pub name: Str,
        /// The language in which it was approved, as BCP 47.
        pub language: Str,
        /// How the platform has classified it.
        pub category: TemplateCategory,
        /// The fields that fill its places, in order.
        pub parameters: Vec<Str> = [],
    }
}

words! {
    /// How a platform has classified a template.
    pub enum TemplateCategory {
        /// About a transaction of the recipient, and no offer.
        Utility,
        /// Anything with an offer.
        Marketing,
        /// A code to log in.
        Authentication,
    }
}

words! {
    /// What kind of work an action is.
    pub enum ActionKind {
        /// A message for the host to send.
        Message,
        /// A call for a person to make.
        Call,
    }
}

record! {
    /// To whom an action goes. The journal keeps the ids only.
    pub struct Recipient {
        /// The contact.
        pub contact: Str,
        /// The purpose by which the contact was chosen.
        pub purpose: Purpose,
        /// The address.
        pub address: AddressRef,
        /// The address itself, as given on the contact.
        pub value: Str,
        /// The language to write in, as BCP 47.
        pub language: Option<Str> = None,
    }
}

record! {
    /// An address without the address.
    pub struct AddressRef {
        /// The address's id.
        pub id: Str,
        /// The version of it that the host gave.
        pub fingerprint: Option<Str> = None,
    }
}

impl AddressRef {
    /// An address as it is now.
    pub(crate) fn of(address: &Address) -> Self {
        Self { id: address.id.clone(), fingerprint: address.fingerprint.clone() }
    }

    /// True if it is this address, and not edited since.
    pub(crate) fn is(&self, address: &Address) -> bool {
        self.id == address.id && self.fingerprint == address.fingerprint
    }
}

record! {
    /// One item in a message.
    pub struct Line {
        /// The item.
        pub item: Str,
        /// The step that the item takes with this message.
        pub step: Str,
        /// The number that the debtor knows.
        pub document_number: Str,
        /// The last day for payment.
        pub due: Day,
        /// Open by the books.
        pub open: Amount,
        /// What is asked for now: open, less credits and what is disputed or promised.
        pub dunned: Amount,
        /// The part in dispute, which is not asked for.
        pub disputed: Option<Amount> = None,
        /// Charges of this item, with VAT, that are to be paid with the message. Charges of the
        /// message as a whole are in no line.
        pub charges: Option<Amount> = None,
    }
}
