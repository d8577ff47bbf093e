use super::{
    ArrangementRules, BlockRules, CallRules, FeeRule, InterestRule, QuestionRules, ReplyRules,
};
use crate::calendar::BusinessCalendar;
use crate::model::{Anchor, Channel, Country, DebtorKind};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

record! {
    /// The house rules as a company writes them. `Policy` checks them once.
    pub struct PolicyDoc {
        /// The scenarios, each with all versions that are still in use. New items follow the
        /// highest version.
        pub scenarios: Vec<Scenario>,
        /// Who follows which scenario: the first rule that fits wins.
        pub assignment: Vec<AssignmentRule>,
        /// Calendars that business-day offsets name.
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
        /// Open amounts up to this are not dunned, by currency; none if not given.
        pub tolerances: Vec<Tolerance> = [],
        /// What goes into one message; `Account` if not given.
        pub grouping: Option<Grouping> = None,
        /// How promises are treated.
        pub promises: Option<PromiseRules> = None,
        /// How blocks are set.
        pub blocks: Option<BlockRules> = None,
        /// How a debtor's questions are treated.
        pub questions: Option<QuestionRules> = None,
        /// How a debtor's messages are treated.
        pub replies: Option<ReplyRules> = None,
        /// The fees that steps name.
        pub fees: Vec<FeeRule> = [],
        /// The interest that steps name.
        pub interest: Vec<InterestRule> = [],
        /// How arrangements are agreed, judged and reminded of.
        pub arrangements: Option<ArrangementRules> = None,
    }
}

record! {
    /// Ordered steps.
    pub struct Scenario {
        /// Its id.
        pub id: Str,
        /// Its version. An item keeps the version that it was first queued under.
        pub version: u32,
        /// The steps, in order.
        pub steps: Vec<Step>,
    }
}

record! {
    /// One step of a scenario.
    pub struct Step {
        /// Its id, the same in all versions.
        pub id: Str,
        /// When it is due, counted from the anchor.
        pub offset: Offset,
        /// What is done.
        pub work: Work,
        /// What the offset is counted from; `DueDate` if not given.
        pub anchor: Option<Anchor> = None,
        /// Hours after sending during which a reported failure makes the next channel be tried;
        /// 48 if not given. A later failure leaves the step reached.
        pub fallback_hours: Option<u32> = None,
        /// The fee that it announces, by the id of the rule.
        pub fee: Option<Str> = None,
        /// The interest that it states, by the id of the rule.
        pub interest: Option<Str> = None,
    }
}

union! {
    /// A distance in days.
    pub enum Offset {
        /// Calendar days.
        Days {
            /// How many; negative before the anchor.
            days: i32,
        },
        /// Business days of a calendar. With 0 it is the anchor day or the first business day
        /// after it.
        BusinessDays {
            /// How many; negative before the anchor.
            days: i32,
            /// The calendar's id.
            calendar: Str,
        },
    }
}

union! {
    /// What is done at a step.
    pub enum Work {
        /// A message is sent by the first channel that can be used.
        Message {
            /// The channels, in order.
            channels: Vec<Channel>,
            /// The host's name of the template.
            template: Option<Str> = None,
        },
        /// A person calls the debtor.
        Call {
            /// The host's name of the call script.
            script: Option<Str> = None,
            /// What counts as reached, and how often it is tried.
            rules: Option<CallRules> = None,
        },
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
