//! What is asked of a schedule of costs, and what it says.

use crate::calendar::Day;
use crate::law::Confidence;
use crate::model::{CostRefusal, DebtorKind};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// What a law asks before it says what may be charged for being paid late.
    pub struct CostFacts {
        /// The schedule, of the policy or built in, such as `NL/collection_costs`.
        pub schedule: Str,
        /// The currency of the claims.
        pub currency: Currency,
        /// The day on which the debtor was in default: the schedule that was in force then counts.
        pub on: Day,
        /// The principals.
        pub claims: Vec<CostClaim>,
        /// Consumer, business or public body. Needed where the schedule tells them apart.
        pub kind: Option<DebtorKind> = None,
        /// What was paid on the principals within the term of the notice: what is charged follows
        /// from the rest.
        pub paid_in_term: Option<Amount> = None,
        /// VAT in percent, if the creditor cannot deduct it and has declared so.
        pub vat_percent: Option<Amount> = None,
        /// True if the contract has a clause on it.
        pub agreed: bool = false,
        /// True if each claim is reminded of by itself, though the law adds up those that are
        /// reminded of together.
        pub apart: bool = false,
        /// How many reminders, demands or late payments it is charged for, for each claim; 1 if
        /// not given.
        pub count: Option<u32> = None,
        /// The days of the reminders, in order, where the law asks for days between them.
        pub reminded_on: Vec<Day> = [],
        /// Days since the due day, where the law waits for some.
        pub days_since_due: Option<u32> = None,
        /// Further costs that are owed as damages, if some.
        pub further_costs: Option<Amount> = None,
    }
}

record! {
    /// A principal that costs are charged on.
    pub struct CostClaim {
        /// What is owed of it.
        pub amount: Amount,
        /// Its due day, where the law asks which came first.
        pub due: Option<Day> = None,
        /// The contract, where the law asks which belong together.
        pub contract: Option<Str> = None,
    }
}

record! {
    /// What may be charged by a schedule.
    pub struct CostStatement {
        /// The schedule.
        pub schedule: Str,
        /// The currency of what is charged.
        pub currency: Currency,
        /// Each charge: one for the claims together, or one for each claim, or for each reminder.
        pub charges: Vec<Amount>,
        /// All of them, without VAT.
        pub fee: Amount,
        /// The VAT on it, if it was declared and the law knows it.
        pub vat: Option<Amount> = None,
        /// With VAT.
        pub total: Amount,
        /// True if it is owed without any reminder.
        pub without_notice: bool = false,
        /// Of further costs what is owed beside it.
        pub further_payable: Option<Amount> = None,
        /// Why nothing may be charged, if so.
        pub refused: Option<CostRefusal> = None,
        /// The article.
        pub article: Str,
        /// Where it was read.
        pub source: Str,
        /// How sure it is.
        pub confidence: Confidence,
    }
}
