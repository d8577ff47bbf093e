//! What is owed, as it is told.

use crate::calendar::Day;
use crate::claim::CostStatement;
use crate::model::{CostRefusal, Country, DebtorKind, Finding};
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// What a debtor owes on a day, with each cent explained.
    pub struct Claim {
        /// The day up to which it is stated.
        pub on: Day,
        /// The country whose law it follows.
        pub law: Country,
        /// The state of the built-in data on law, as a day.
        pub data_version: Str,
        /// One for each currency, in the order in which the items come.
        pub statements: Vec<ClaimStatement>,
    }
}

record! {
    /// What is owed in one currency.
    pub struct ClaimStatement {
        /// The currency of all amounts.
        pub currency: Currency,
        /// The items.
        pub items: Vec<ClaimItem>,
        /// Costs and fixed sums by law, as of the day. Payments made before are not imputed to
        /// them.
        pub costs: Vec<ClaimCost>,
        /// What may not be charged, and why.
        pub refused: Vec<RefusedCharge>,
        /// What each payment and credit paid, in the order of their days.
        pub payments: Vec<ClaimPayment>,
        /// The principals that are open, without what is disputed; interest that bears interest
        /// is not part of it.
        pub principal: Amount,
        /// The interest that is open, without that on what is disputed.
        pub interest: Amount,
        /// Charges that were booked or announced, and costs and fixed sums by law, without VAT.
        pub charges: Amount,
        /// The VAT on costs.
        pub vat: Amount,
        /// What was paid and pays nothing.
        pub unallocated: Amount,
        /// What is demanded: principal, interest, charges and VAT, less what is unallocated.
        pub total: Amount,
        /// What is disputed of the principals: told, not demanded.
        pub disputed: Amount,
        /// The interest on it: told, not demanded.
        pub disputed_interest: Amount,
    }
}

record! {
    /// What is owed on an item.
    pub struct ClaimItem {
        /// The item.
        pub item: Str,
        /// The number that the debtor knows.
        pub document_number: Str,
        /// The last day for payment.
        pub due: Day,
        /// The kind of debtor that it is a claim against.
        pub kind: DebtorKind,
        /// The principal at first.
        pub principal: Amount,
        /// What is open of it, by law: what paid costs and interest did not pay it.
        pub open_principal: Amount,
        /// What is open of it by the books; they decide what may be dunned.
        pub open_by_books: Amount,
        /// All interest up to the day, whether paid or not.
        pub interest: Amount,
        /// What is open of it, also of what bears interest itself.
        pub open_interest: Amount,
        /// Of the open interest, what bears interest since the end of a year.
        pub capitalised: Amount,
        /// The spans with one rate and one principal.
        pub segments: Vec<ClaimSegment>,
        /// What makes the spans' own roundings agree with the interest.
        pub rounding: Amount,
        /// Charges on the item that are open.
        pub open_charges: Amount,
        /// Principal, interest and charges that are open.
        pub open: Amount,
        /// The rule on interest: of the policy, or a series of rates by law.
        pub interest_rule: Option<Str> = None,
        /// The article that gives the interest, if a law does.
        pub article: Option<Str> = None,
        /// True if the interest is less than the rule's minimum and is not demanded.
        pub below_minimum: bool = false,
        /// The disputed part of the principal.
        pub disputed: Option<Amount> = None,
        /// What is odd: rates that are not known, payments that do not explain what is open.
        pub findings: Vec<Finding> = [],
    }
}

record! {
    /// Days with one rate and one principal.
    pub struct ClaimSegment {
        /// The first day that bears interest.
        pub begins: Day,
        /// The last.
        pub until: Day,
        /// The days, as the day count counts them.
        pub days: u32,
        /// The rate, in percent of a year.
        pub percent: Amount,
        /// What bears it, interest of earlier years with it.
        pub principal: Amount,
        /// The interest with six decimals more than the currency has.
        pub exact: Amount,
        /// The interest, rounded by itself.
        pub interest: Amount,
        /// Where the rate stands, if it is one of a series.
        pub source: Option<Str> = None,
        /// True if the rate is the last known one, assumed to go on.
        pub assumed: bool = false,
    }
}

record! {
    /// Costs or a fixed sum by law.
    pub struct ClaimCost {
        /// The items that it is for.
        pub items: Vec<Str>,
        /// What the law lets be charged, and its article.
        pub statement: CostStatement,
    }
}

record! {
    /// A charge that may not be made.
    pub struct RefusedCharge {
        /// The schedule, or the rule on interest.
        pub rule: Str,
        /// The items that it would be for.
        pub items: Vec<Str>,
        /// Why not.
        pub why: CostRefusal,
        /// The article.
        pub article: Str,
        /// The first day on which it may be made, if only time has to pass.
        pub possible_on: Option<Day> = None,
    }
}

record! {
    /// What a payment or a credit paid of an item.
    pub struct ClaimPayment {
        /// The payment or the credit.
        pub payment: Str,
        /// The day from which it counts.
        pub on: Day,
        /// The item.
        pub item: Str,
        /// Of its charges.
        pub to_charges: Amount,
        /// Of its interest, before it bore interest itself.
        pub to_interest: Amount,
        /// Of what bore interest: the principal, and interest of earlier years.
        pub to_principal: Amount,
        /// Of that, the interest of earlier years.
        pub to_capitalised: Amount,
    }
}
