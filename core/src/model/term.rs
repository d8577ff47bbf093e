//! Terms: from what happened to the day on which something follows from it.

use super::{Channel, DebtorKind};
use crate::calendar::{Adjustment, Day, Length, MonthEnd};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

use super::Finding;

words! {
    /// The law by which a period is counted. In all of them the day of the event does not count,
    /// and the last day counts to its end.
    pub enum PeriodLaw {
        /// § 187(1), § 188 and § 193 BGB: an end on a Saturday, Sunday or holiday at the place
        /// of performance goes to the next working day.
        GermanCivilCode,
        /// Art. 1, 2 and 4 Algemene termijnenwet: an end on a Saturday, Sunday or holiday goes to
        /// the next day that is none, and three days or more hold two days that are none. Not for
        /// more than 90 days, twelve weeks or three months, nor for years.
        DutchGeneralTerms,
        /// Art. 3 Regulation 1182/71: an end on a Saturday, Sunday or holiday goes to the next
        /// working day, and two days or more hold two working days.
        EuropeanUnion,
        /// No law moves the end.
        Unextended,
    }
}

union! {
    /// A term that runs, with the facts on which it depends. `term_days` tells its days.
    ///
    /// A calendar that is not named is that of the law: `NL-ATW`, `BE`. One that a policy gives
    /// under such a name takes its place.
    pub enum Term {
        /// A period that was agreed: 30 days, two months, 45 days to the end of the month.
        Agreed {
            /// The day from which it is counted; it is not part of the period.
            starts: Day,
            /// How long it is.
            length: Length,
            /// What the ends of months have to do with it.
            month_end: Option<MonthEnd> = None,
            /// Where its last day goes if that is no business day; `Unadjusted` if not given.
            adjustment: Option<Adjustment> = None,
            /// The calendar of the business days; needed if days are counted or adjusted by it.
            calendar: Option<Str> = None,
        },
        /// A period that is set by law and counted by a law on periods.
        ByLaw {
            /// How it is counted.
            law: PeriodLaw,
            /// The day of the event from which it runs.
            event_on: Day,
            /// How long it is.
            length: Length,
            /// True if the day of the event is the first of the period (§ 187(2) BGB, "beginning
            /// with").
            includes_event: bool = false,
            /// The calendar: `NL-ATW` for Dutch terms if not given, needed for the others.
            calendar: Option<Str> = None,
        },
        /// The Dutch fourteen-day letter (art. 6:96(6) BW): a consumer in default can pay without
        /// collection costs for fourteen days that begin the day after the letter was received.
        DutchFourteenDays {
            /// The day the letter was sent.
            sent_on: Day,
            /// The channel. Only of a letter by post a presumption is known: the second day after
            /// sending, where Sundays, Mondays and holidays do not count (HR 25 November 2016,
            /// ECLI:NL:HR:2016:2704).
            channel: Channel,
            /// The day it was received, if that can be proved.
            received_on: Option<Day> = None,
            /// Days after sending on which a message without evidence and presumption is taken
            /// as received: a choice of the house, told as the finding `NoPresumption`.
            presumed_days: Option<u32> = None,
            /// The days given; 14 if not given, and never fewer.
            days: Option<u32> = None,
            /// True if the last day stays on a Saturday, Sunday or holiday. No judgment is known
            /// that applies the Algemene termijnenwet to this term, so moving it is the safe side.
            unextended: bool = false,
        },
        /// The free first reminder to a Belgian consumer (art. XIX.2 WER/CDE): no cost and no
        /// interest for fourteen calendar days, which begin on the third working day after posting
        /// or the day after electronic sending.
        BelgianFirstReminder {
            /// The day it was sent.
            sent_on: Day,
            /// By post or electronically.
            channel: Channel,
            /// The days given; 14 if not given, and never fewer.
            days: Option<u32> = None,
            /// True if Saturdays are working days, which makes the term begin earlier.
            saturday_works: bool = false,
            /// True if the day on which the term begins is not counted as the first of the
            /// fourteen: a day more, on the safe side.
            begins_after: bool = false,
            /// The calendar; `BE` if not given.
            calendar: Option<Str> = None,
        },
        /// Until interest on a Dutch trade claim begins (art. 6:119a and 6:119b BW): the agreed
        /// day or, without one, 30 days from the start of the day after the invoice was received.
        DutchTradePayment {
            /// The day the invoice was received.
            invoice_received_on: Option<Day> = None,
            /// The day the performance was received; it counts if it is later, or if nobody knows
            /// when the invoice came.
            performed_on: Option<Day> = None,
            /// The day of acceptance, where that was agreed; it counts if it is later.
            accepted_on: Option<Day> = None,
            /// The last day for payment that was agreed.
            agreed_until: Option<Day> = None,
            /// True for a large company as debtor.
            debtor_is_large: bool = false,
            /// True for a small or medium company or a natural person as creditor.
            creditor_is_small: bool = false,
            /// The day of the contract: the shorter limit for large debtors holds for contracts
            /// from 1 July 2022, and for all from 1 July 2023.
            contract_on: Option<Day> = None,
        },
        /// Until default without a reminder in Germany (§ 286(3) BGB): 30 days after both the due
        /// day and the receipt of the invoice.
        GermanDefault {
            /// The day on which the claim is due.
            due_on: Day,
            /// The day the invoice was received.
            invoice_received_on: Option<Day> = None,
            /// The day the performance was received: it counts if nobody knows when the invoice
            /// came, but never against a consumer.
            performed_on: Option<Day> = None,
            /// The kind of debtor.
            debtor: DebtorKind,
            /// True if the invoice tells a consumer of this consequence; without that there is no
            /// default by time alone.
            consumer_was_told: bool = false,
            /// The calendar of the place of performance, such as `DE-NW`.
            calendar: Str,
        },
        /// Until interest on a Belgian trade claim begins (act of 2 August 2002, art. 4): the agreed
        /// day or 30 days from the day after the invoice was received.
        BelgianTradePayment {
            /// The day the invoice was received.
            invoice_received_on: Option<Day> = None,
            /// The day the performance was received; it counts if it is later, or if nobody knows
            /// when the invoice came.
            performed_on: Option<Day> = None,
            /// The last day for payment that was agreed.
            agreed_until: Option<Day> = None,
        },
        /// Until interest on a French trade claim begins (art. L441-10 C. com.): the agreed day or
        /// 30 days after the goods were received or the service was performed.
        FrenchTradePayment {
            /// The day of receipt or performance.
            performed_on: Option<Day> = None,
            /// The last day for payment that was agreed.
            agreed_until: Option<Day> = None,
        },
        /// Until interest on a British trade debt begins (Late Payment of Commercial Debts
        /// (Interest) Act 1998, s. 4): the agreed day or 30 days beginning with the later of
        /// performance and notice of the amount.
        BritishTradePayment {
            /// The day of performance.
            performed_on: Option<Day> = None,
            /// The day on which the debtor had notice of the amount.
            noticed_on: Option<Day> = None,
            /// The last day for payment that was agreed.
            agreed_until: Option<Day> = None,
        },
    }
}

record! {
    /// The days of a term.
    pub struct TermDays {
        /// The day the message counts as received, where the term depends on it.
        pub received_on: Option<Day> = None,
        /// The first day of the term; none where only its end was agreed.
        pub begins: Option<Day> = None,
        /// Its last day, which counts to its end.
        pub last_day: Day,
        /// What the last day would be if no law or agreement moved it.
        pub unmoved_last_day: Day,
        /// The first day on which what the term held off is possible: default, interest, costs.
        pub effect_from: Day,
        /// The articles and judgments that were applied.
        pub sources: Vec<Str>,
        /// What is uncertain about it.
        pub findings: Vec<Finding> = [],
        /// The version of the built-in calendars.
        pub data: Str,
    }
}

words! {
    /// How a holiday came about.
    pub enum HolidayKind {
        /// It comes every year by law.
        Statutory,
        /// It stands in for a holiday on a weekend.
        Substitute,
        /// It was decreed for this one day.
        Decreed,
        /// The host's calendar has it.
        Own,
    }
}

record! {
    /// A day that is no business day, besides the weekend.
    pub struct Holiday {
        /// The day.
        pub day: Day,
        /// Its name in English; none if only the host knows it.
        pub name: Option<Str> = None,
        /// How it came about.
        pub kind: HolidayKind,
        /// The law or decree, or the source of the host's calendar.
        pub source: Str,
    }
}

record! {
    /// The holidays of a calendar in a year.
    pub struct HolidayYear {
        /// The calendar.
        pub calendar: Str,
        /// The year.
        pub year: u32,
        /// The holidays, by day; also those that fall on a weekend, if no law moves them.
        pub holidays: Vec<Holiday>,
        /// Told if the year is not known as a whole.
        pub findings: Vec<Finding> = [],
        /// The version of the built-in calendars.
        pub data: Str,
    }
}

record! {
    /// A built-in calendar.
    pub struct CalendarInfo {
        /// The name that offsets, terms and functions refer to.
        pub id: Str,
        /// Where it holds, in English.
        pub name: Str,
        /// The law.
        pub source: Str,
        /// How sure its days are: `high`, `medium` or `low`.
        pub confidence: Str,
        /// The first day of which all holidays are known.
        pub known_since: Day,
        /// The last day of which all holidays are known.
        pub known_until: Day,
    }
}
