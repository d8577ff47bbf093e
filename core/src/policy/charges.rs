//! What the house charges for being paid late.

use crate::calendar::Day;
use crate::model::{ChargeClaim, ChargePer, ItemKind};
use crate::money::{Amount, Currency, RoundingMode};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// A fee that steps name. Only overdue items bear it; an item that replaces a charge never
    /// does. It is the house's own, or what a law gives: then it follows a schedule.
    pub struct FeeRule {
        /// Its id.
        pub id: Str,
        /// How much, by currency; none if the fee follows a schedule. In a currency without an
        /// entry there is no fee, and a finding says so.
        pub amounts: Vec<FeeAmount>,
        /// For each item of the step, or once for the message whose leading step names it; `Item`
        /// if not given.
        pub per: Option<ChargePer> = None,
        /// The kinds of items that bear it; invoices and scheduled parts if none is named.
        pub kinds: Vec<ItemKind> = [],
        /// What percentages and tiers are worked out on; `Residual` if not given.
        pub of: Option<FeeBase> = None,
        /// Whether earlier fees of the items that may be asked for and are not booked yet are
        /// added to that.
        pub with_earlier_fees: bool = false,
        /// How tiers are used; `Single` if not given.
        pub bands: Option<FeeBands> = None,
        /// When it may be asked for; `WithMessage` if not given.
        pub claim: Option<ChargeClaim> = None,
        /// VAT on the fee, in percent, to the nearest smallest unit; none if not given.
        pub vat_percent: Option<Amount> = None,
        /// How it is rounded, once, at the end.
        pub rounding: Option<Rounding> = None,
        /// The schedule of costs by law that it follows, such as `NL/collection_costs`, of the
        /// policy or built in, instead of amounts of its own. What the law forbids to charge the
        /// debtor is not charged, and a finding says why. The schedule says whether items are
        /// added up, and `claims` what it asks about VAT and clauses.
        pub schedule: Option<Str> = None,
    }
}

record! {
    /// A fee in one currency: fixed plus percent, or tiers; then the minimum and maximum.
    pub struct FeeAmount {
        /// The currency.
        pub currency: Currency,
        /// A fixed amount.
        pub fixed: Option<Amount> = None,
        /// A percentage.
        pub percent: Option<Amount> = None,
        /// Rows by amount, ascending; none of the two above then. Below the first there is no
        /// fee.
        pub tiers: Vec<FeeTier> = [],
        /// No less than this. An item below the first tier has no fee all the same.
        pub minimum: Option<Amount> = None,
        /// No more than this.
        pub maximum: Option<Amount> = None,
    }
}

record! {
    /// The fee from an amount on.
    pub struct FeeTier {
        /// From this amount on, inclusive.
        pub threshold: Amount,
        /// A fixed amount.
        pub fixed: Option<Amount> = None,
        /// A percentage: of the whole amount if bands are single, else of the part in this band.
        pub percent: Option<Amount> = None,
        /// No less than this in this band.
        pub minimum: Option<Amount> = None,
        /// No more than this in this band.
        pub maximum: Option<Amount> = None,
    }
}

words! {
    /// What a percentage is of. What is disputed is never part of it.
    pub enum FeeBase {
        /// What is asked for: open, less credits and what is disputed, promised or arranged.
        Residual,
        /// The original amount of the item, less what is disputed; what is open if the ledger
        /// does not give it.
        Original,
    }
}

words! {
    /// How tiers are used.
    pub enum FeeBands {
        /// Only the highest that is reached, on the whole amount.
        Single,
        /// Each that is reached, on its own part of the amount.
        Accumulated,
    }
}

record! {
    /// How an amount is rounded.
    pub struct Rounding {
        /// The mode; `HalfAwayFromZero` if not given.
        pub mode: Option<RoundingMode> = None,
        /// Rounded to multiples of this many of the currency's smallest unit: 1 if not given, 5
        /// for Swiss cash.
        pub unit: Option<u32> = None,
    }
}

record! {
    /// Interest that steps or claims name: on what is asked for, from the day after the due day.
    /// A grace delays steps, not interest.
    pub struct InterestRule {
        /// Its id.
        pub id: Str,
        /// The agreed rates, ascending by their first day; none if the rule follows a series. Days
        /// before the first bear no interest, and a finding says so.
        pub rates: Vec<InterestRate>,
        /// How days become a part of the year; `Actual365` if not given.
        pub day_count: Option<DayCount> = None,
        /// Interest below this is not charged; by currency, none if not given.
        pub minimums: Vec<CurrencyAmount> = [],
        /// Whether the minimum is compared with the interest of an item or of the message; `Item`
        /// if not given.
        pub minimum_per: Option<ChargePer> = None,
        /// Whether fees that the host booked bear interest too: items of kind `Charge`, each from
        /// the day after its own due day.
        pub on_fees: bool = false,
        /// How it is rounded, for each item.
        pub rounding: Option<Rounding> = None,
        /// When it is rounded; `Total` if not given.
        pub rounding_point: Option<RoundingPoint> = None,
        /// The series of rates that it follows, such as `NL/statutory_commercial`, of the policy
        /// or built in, instead of rates of its own. Days that the series does not know bear no
        /// interest, and a finding says so.
        pub series: Option<Str> = None,
        /// Points added to each rate of the series: `8.00` above a reference rate.
        pub margin: Option<Amount> = None,
        /// True if days after the last known rate of the series bear that rate; a finding says so.
        pub assume_last_rate: bool = false,
        /// Which rate a day bears; `Variable` if not given.
        pub fixing: Option<RateFixing> = None,
        /// Whether interest bears interest; `Simple` if not given.
        pub compounding: Option<Compounding> = None,
        /// True if what is paid bears no interest on the day of its payment.
        pub payment_day_free: bool = false,
        /// True if the day up to which a claim is stated bears no interest.
        pub last_day_free: bool = false,
    }
}

words! {
    /// When interest is rounded.
    pub enum RoundingPoint {
        /// Once, at the end.
        Total,
        /// The interest of each year that bears interest from then on, and the rest at the end.
        Capitalisation,
        /// Each span by itself: between two rates, anniversaries or payments.
        Segment,
    }
}

words! {
    /// Which rate a day bears.
    pub enum RateFixing {
        /// The one in force on it: a new rate also applies to interest that runs already.
        Variable,
        /// The one in force on the first interest-bearing day, however long it takes.
        AtStart,
        /// The one that was agreed, on every day.
        Fixed,
    }
}

words! {
    /// Whether interest bears interest.
    pub enum Compounding {
        /// It does not.
        Simple,
        /// On each anniversary of the first interest-bearing day, the interest of the year that
        /// ended joins what bears interest. After 29 February the next year begins on 1 March.
        Yearly,
    }
}

record! {
    /// A rate of interest from a day on.
    pub struct InterestRate {
        /// Its first day.
        pub begins: Day,
        /// The rate in percent: of a year, of a period with `PerPeriod`, once with `Flat`.
        pub percent: Amount,
        /// The days of a period, with `PerPeriod` only.
        pub period_days: Option<u32> = None,
    }
}

words! {
    /// How days become a part of the year.
    pub enum DayCount {
        /// Days over 365.
        Actual365,
        /// Days over 360.
        Actual360,
        /// Each day over 365, or 366 if it lies in a leap year (ACT/ACT-ISDA).
        ActualActual,
        /// Months of 30 days over 360; the 31st counts as the 30th (30E/360).
        Thirty360,
        /// Days over the period that the rate names.
        PerPeriod,
        /// The percentage once, however many days, at the rate of the last day.
        Flat,
        /// Each day over the days of the year that it lies in, counted from the first
        /// interest-bearing day: a whole year bears exactly the yearly rate (ACT/ACT-YEAR).
        ActualYear,
        /// Months of 30 days over 360; the 31st at the end counts as the 30th only if the span
        /// begins on a 30th or 31st (30/360-ISDA, bond basis).
        Thirty360Bond,
        /// As the bond basis, where the last of February counts as the 30th (30/360-US).
        Thirty360Us,
        /// Months of 30 days over 360; the last of a month counts as the 30th, but not the last
        /// of February at the end of the whole span (30E/360-ISDA).
        ThirtyE360Isda,
        /// Months of 30 days over 360; the 31st at the end counts as the first of the next month
        /// (30E+/360).
        ThirtyEPlus360,
    }
}

record! {
    /// An amount in one currency.
    pub struct CurrencyAmount {
        /// The currency.
        pub currency: Currency,
        /// The amount.
        pub amount: Amount,
    }
}
