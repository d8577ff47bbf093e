use super::{
    ArrangementRules, BlockRules, ClaimRules, ContactCap, FeeRule, InterestRule, MessageCosts,
    PayerRules, QuestionRules, ReplyRules, Statistics, WhatsAppRules, WindowRules,
};
use crate::calendar::BusinessCalendar;
use crate::law::{CostSchedule, RateSeries};
use crate::model::{Channel, Country, DebtorKind, PayerClass};

use super::Scenario;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// The house rules as a company writes them. `Policy` checks them once.
    pub struct PolicyDoc {
        /// The scenarios, each with all versions that are still in use. New items follow the
        /// highest version.
        pub scenarios: Vec<Scenario>,
        /// Who follows which scenario: the first rule that fits wins.
        pub assignment: Vec<AssignmentRule>,
        /// Calendars that business-day offsets name, besides those that are built in. One with the
        /// id of a built-in calendar takes its place.
        pub calendars: Vec<BusinessCalendar> = [],
        /// Days from one contact with a debtor to the next; 3 if not given. It wins over a
        /// step's offset.
        pub min_gap_days: Option<u32> = None,
        /// Days for which ledger data may be used; 3 if not given. Older data holds everything.
        pub ledger_fresh_days: Option<u32> = None,
        /// Hours from planning during which an action may be sent; 24 if not given.
        pub send_within_hours: Option<u32> = None,
        /// Hours from queueing after which a person must find out what happened; 24 if not given.
        pub queue_timeout_hours: Option<u32> = None,
        /// Days after which a hold that only a new fact can end is told to a person; 30 if not
        /// given.
        pub stale_hold_days: Option<u32> = None,
        /// Which credits count against items; `WhenDue` if not given.
        pub netting: Option<Netting> = None,
        /// Days after its own due day during which a credit does not count yet; none if not given.
        /// Only where credits count when due.
        pub credit_grace_days: Option<u32> = None,
        /// Open amounts up to this are not dunned, by currency; none if not given.
        pub tolerances: Vec<Tolerance> = [],
        /// How an open amount must compare with its tolerance to be dunned; `MoreThan` if not
        /// given.
        pub tolerance_compare: Option<Compare> = None,
        /// What is asked for of an item; `Residual` if not given.
        pub amount: Option<AmountBasis> = None,
        /// What goes into one message; `Account` if not given.
        pub grouping: Option<Grouping> = None,
        /// Days between contacts by one channel, where they are more than `min_gap_days`.
        pub channel_gaps: Vec<ChannelGap> = [],
        /// How proposals are approved.
        pub approvals: Option<ApprovalRules> = None,
        /// How promises are treated.
        pub promises: Option<PromiseRules> = None,
        /// How blocks are set.
        pub blocks: Option<BlockRules> = None,
        /// How a debtor's questions are treated.
        pub questions: Option<QuestionRules> = None,
        /// How payers are told apart.
        pub payers: Option<PayerRules> = None,
        /// How a debtor's messages are treated.
        pub replies: Option<ReplyRules> = None,
        /// The fees that steps name.
        pub fees: Vec<FeeRule> = [],
        /// The interest that steps name.
        pub interest: Vec<InterestRule> = [],
        /// How arrangements are agreed, judged and reminded of.
        pub arrangements: Option<ArrangementRules> = None,
        /// Series of rates of the house's own, and later rates of built-in ones: on days that
        /// both know the house's count.
        pub rate_series: Vec<RateSeries> = [],
        /// Schedules of costs of the house's own. One with the name of a built-in one takes the
        /// place of all that have it.
        pub cost_schedules: Vec<CostSchedule> = [],
        /// What is claimed beside the principal.
        pub claims: Option<ClaimRules> = None,
        /// When debtors may be approached; at any hour if not given.
        pub window: Option<WindowRules> = None,
        /// How often a debtor may be contacted; as often as steps are due if not given.
        pub contact_caps: Vec<ContactCap> = [],
        /// What is sent by WhatsApp. If not given, every message counts as one that may be.
        pub whats_app: Option<WhatsAppRules> = None,
        /// What messages cost the creditor, and what one may cost; any channel will do if not
        /// given.
        pub message_costs: Option<MessageCosts> = None,
        /// How well channels reach debtors, for steps that choose theirs by that.
        pub statistics: Option<Statistics> = None,
    }
}

record! {
    /// Who follows a scenario. Conditions that are not given fit everybody.
    pub struct AssignmentRule {
        /// The scenario's id.
        pub scenario: Str,
        /// The kinds of debtor.
        pub kinds: Vec<DebtorKind> = [],
        /// The countries.
        pub countries: Vec<Country> = [],
        /// The customer groups.
        pub groups: Vec<Str> = [],
        /// Marks of the item, of which it has at least one.
        pub tags: Vec<Str> = [],
        /// What is open of the item, at the least, by currency. A currency that is not listed
        /// does not fit.
        pub at_least: Vec<Tolerance> = [],
        /// The classes of payers. One of whom nothing is known counts as new.
        pub classes: Vec<PayerClass> = [],
    }
}

words! {
    /// Which credits count against what is owed in the same currency.
    pub enum Netting {
        /// Those whose own due day has come.
        WhenDue,
        /// All.
        Always,
        /// None.
        Never,
        /// Those whose own due day has come, against the total of an action only: no item is
        /// covered by them.
        TotalOnly,
        /// Those that name an item, against that item only.
        Linked,
    }
}

words! {
    /// How an amount must compare with a limit.
    pub enum Compare {
        /// As much, or more.
        AtLeast,
        /// More.
        MoreThan,
    }
}

words! {
    /// What is asked for of an item.
    pub enum AmountBasis {
        /// What is open.
        Residual,
        /// The amount of the document, as long as anything is open.
        Original,
    }
}

record! {
    /// Days between contacts by one channel.
    pub struct ChannelGap {
        /// The channel.
        pub channel: Channel,
        /// The days.
        pub days: u32,
    }
}

record! {
    /// How proposals are approved.
    pub struct ApprovalRules {
        /// Days for which an approval holds; 5 if not given.
        pub days: Option<u32> = None,
        /// What may change after an approval without asking again; `Nothing` if not given.
        pub tolerate: Option<Tolerated> = None,
        /// True if who proposed may not approve.
        pub other_person: bool = false,
    }
}

words! {
    /// What may change after an approval without asking again.
    pub enum Tolerated {
        /// Nothing.
        Nothing,
        /// A lower total, as after a payment.
        LowerAmount,
    }
}

record! {
    /// What is too little to ask for.
    pub struct Tolerance {
        /// The currency.
        pub currency: Currency,
        /// The largest amount that is not asked for.
        pub amount: Amount,
    }
}

words! {
    /// What goes into one message. Currencies never mix.
    pub enum Grouping {
        /// All items of the account that are due for a message.
        Account,
        /// All of one branch.
        Party,
        /// All that go to one contact.
        Recipient,
        /// All that take the same step.
        Step,
        /// Each item by itself.
        Item,
    }
}

record! {
    /// How promises are treated.
    pub struct PromiseRules {
        /// Days of grace after the promised day; 2 if not given.
        pub grace_days: Option<u32> = None,
        /// Promises that a debtor may have open at once; 1 if not given.
        pub max_open: Option<u32> = None,
        /// How far ahead a promise may lie, in days; 30 if not given.
        pub max_days_ahead: Option<u32> = None,
        /// What happens to the rest of an item of which a part is promised; `HoldsToo` if not
        /// given.
        pub rest: Option<PromiseRest> = None,
        /// The step that is due at once when a promise is broken and the item stands below it;
        /// the steps before it are passed over. The next step as usual if not given.
        pub broken_step: Option<Str> = None,
    }
}

words! {
    /// What happens to the rest of an item of which a part is promised.
    pub enum PromiseRest {
        /// It waits too.
        HoldsToo,
        /// It is asked for.
        Dunned,
    }
}
