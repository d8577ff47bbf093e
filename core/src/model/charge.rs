//! Fees and interest: what a message adds to what is owed.

use super::StepKey;
use crate::calendar::Day;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

record! {
    /// A fee or interest: in an action as it will stand once the message is sent, in a plan as
    /// it stands by the journal.
    pub struct Charge {
        /// Names it in `Charged`, in `Waive` and in the `charge` of an item. A further attempt
        /// of the same step has the same id: it is the same charge.
        pub id: Str,
        /// A fee or interest.
        pub kind: ChargeKind,
        /// The rule of the policy that it follows, by its id.
        pub rule: Str,
        /// How it stands.
        pub state: ChargeState,
        /// The step that announced it.
        pub step: StepKey,
        /// Of each item, or once for the whole message.
        pub per: ChargePer,
        /// The items it is for; one if it is of an item.
        pub items: Vec<Str>,
        /// What it was worked out on.
        pub base: Amount,
        /// The charge without VAT.
        pub amount: Amount,
        /// The currency of all its amounts.
        pub currency: Currency,
        /// The VAT on it, if it bears any.
        pub vat: Option<Amount> = None,
        /// When it may be asked for; `WithMessage` if not given.
        pub claim: Option<ChargeClaim> = None,
        /// Of interest, the spans it was worked out over, in order.
        pub segments: Vec<InterestSegment> = [],
        /// The delivery that announced it, by the journal.
        pub delivery: Option<Str> = None,
    }
}

words! {
    /// What a charge is.
    pub enum ChargeKind {
        /// A fee.
        Fee,
        /// Interest.
        Interest,
    }
}

words! {
    /// How a charge stands.
    pub enum ChargeState {
        /// A message names it, and it is not to be paid yet: the message was not sent, or what
        /// it announced has not come to pass.
        Announced,
        /// It may be asked for.
        Claimable,
        /// The host booked it: from here on the ledger speaks of it.
        Charged,
        /// Its message was cancelled or did not arrive, or later interest took its place.
        Released,
        /// It was given up.
        Waived,
    }
}

words! {
    /// What a charge is counted by.
    pub enum ChargePer {
        /// Each item.
        Item,
        /// The message as a whole.
        Message,
    }
}

words! {
    /// When a charge may be asked for.
    pub enum ChargeClaim {
        /// At once, by the message that announces it.
        WithMessage,
        /// When the deadline that the message stated as a day has passed, or, if it stated none,
        /// with the next step. Then the lower of what was announced and what it would be on the
        /// part still open is asked for.
        AfterDeadline,
        /// With the next step of the item, and likewise no more than the lower of the two.
        WithNextStep,
    }
}

record! {
    /// A span of days with one rate of interest.
    pub struct InterestSegment {
        /// Its first interest-bearing day.
        pub begins: Day,
        /// Its last.
        pub until: Day,
        /// Its days, as the day count counts them.
        pub days: u32,
        /// The rate, in percent.
        pub percent: Amount,
        /// The interest of the span. Spans are rounded so that they add up to the total.
        pub interest: Amount,
        /// What bears it, if that is not what the statement as a whole is about: interest of
        /// earlier years joined it.
        pub principal: Option<Amount> = None,
        /// Where the rate stands, if it is one of a series.
        pub source: Option<Str> = None,
        /// True if the series does not know the rate: the last known one is assumed to go on.
        pub assumed: bool = false,
    }
}

record! {
    /// A part of the year, reduced to the lowest terms.
    pub struct YearFraction {
        /// The days, as the day count counts them.
        pub days: u32,
        /// Above the line.
        pub numerator: u32,
        /// Below the line.
        pub denominator: u32,
    }
}

record! {
    /// The interest of one item over a span of days.
    pub struct InterestStatement {
        /// The item.
        pub item: Str,
        /// The rule of the policy, by its id.
        pub rule: Str,
        /// The currency of all amounts.
        pub currency: Currency,
        /// What bears interest: what is open.
        pub principal: Amount,
        /// The spans, in order. Days before the first rate bear no interest and stand in none.
        pub segments: Vec<InterestSegment>,
        /// The interest, rounded where the rule says.
        pub total: Amount,
        /// The principal and the interest.
        pub with_principal: Amount,
        /// The last day before the first rate that would have borne interest, if the span began
        /// before the rates do.
        pub no_rate_until: Option<Day> = None,
        /// The first day from which on the rate is not known: it and some of the days after it
        /// bear none.
        pub rate_unknown_since: Option<Day> = None,
    }
}

record! {
    /// That the host booked a charge.
    pub struct ChargeBooking {
        /// The charge's id.
        pub charge: Str,
        /// What was booked, without VAT; no more than was announced. All of it if not given.
        pub amount: Option<Amount> = None,
        /// The host's id of the booking.
        pub document_id: Option<Str> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// That a charge is given up.
    pub struct ChargeWaiver {
        /// The charge's id.
        pub charge: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

words! {
    /// Why a law lets nothing be charged.
    pub enum CostRefusal {
        /// The law is not for debtors of this kind.
        NotThisDebtor,
        /// No clause of the contract says so.
        NotAgreed,
        /// Days have to pass first.
        TooEarly,
        /// Nothing is owed.
        NothingOwed,
        /// The notice that the law asks for was not given, or did not name the charge.
        NoNotice,
        /// The term of the notice runs still, or its end is not known.
        TermRuns,
        /// It is more than the law allows.
        AboveLimit,
        /// The law depends on the day of the contract, and it is not given.
        NoContractDate,
        /// The contract is older than the law.
        OldContract,
        /// The library knows no interest by law for it.
        UnknownLaw,
    }
}
