use super::{Channel, Country, CreditorRole};
use crate::calendar::{Day, WEEK, Weekday};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

record! {
    /// A rule on the days and hours at which a debtor may be approached.
    ///
    /// Several rules hold at once: what all of them allow is allowed.
    pub struct ContactRule {
        /// The name that answers refer to.
        pub id: Str,
        /// Where it comes from: an article, a request, a house rule.
        pub source: Str,
        /// What it rests on; `Own` if not given.
        pub binding: Option<ContactBinding> = None,
        /// The hours at which contact is allowed; every hour if none is given.
        pub windows: Vec<ContactHours> = [],
        /// True if the instant at which a window ends is still allowed.
        pub until_included: bool = false,
        /// The days of the week without contact.
        pub closed_weekdays: Vec<Weekday> = [],
        /// Other days without contact: holidays, and days that a decree equates with them.
        pub closed_days: Vec<ClosedDay> = [],
        /// A calendar whose holidays are days without contact; its weekend is not.
        pub calendar: Option<Str> = None,
        /// The last day for which the closed days are known; without it they are complete. The
        /// calendar knows its own.
        pub known_until: Option<Day> = None,
        /// The first local day of the rule; none if it always held.
        pub begins: Option<Day> = None,
        /// The last local day of the rule.
        pub until: Option<Day> = None,
        /// The zone whose clock counts, such as the creditor's own; the debtor's zones if not given.
        pub zone: Option<Str> = None,
        /// Only debtors of these countries; all if none is given.
        pub countries: Vec<Country> = [],
        /// Only creditors in these roles; all if none is given.
        pub roles: Vec<CreditorRole> = [],
        /// Only these channels; all if none is given.
        pub channels: Vec<Channel> = [],
        /// Only debtors who are natural persons.
        pub natural_persons_only: bool = false,
        /// Only debts of consumers.
        pub consumers_only: bool = false,
        /// How often such a debtor may be called about an item; no limit if not given.
        pub calls: Option<CallLimit> = None,
        /// How sure the source is: `sourced` or `unconfirmed`.
        pub confidence: Option<Str> = None,
    }
}

record! {
    /// How often a debtor may be called about an item.
    ///
    /// Counted on the debtor's clock. Not counted are calls that did not connect to the number,
    /// that the debtor made, and that the debtor asked for shortly before.
    pub struct CallLimit {
        /// Calls at the most.
        pub at_most: u32,
        /// Within so many days in a row.
        pub days: u32,
        /// Days without a call once the item was talked about, that of the conversation being the
        /// first; none if not given.
        pub rest_days: Option<u32> = None,
        /// Days, that of the question being the first, in which a call that the debtor asked for is
        /// made in any case and does not count; none if not given.
        pub asked_days: Option<u32> = None,
    }
}

impl ContactRule {
    /// False if no hour of any week is left.
    pub(crate) fn has_hours(&self) -> bool {
        WEEK.iter().filter(|day| !self.closed_weekdays.contains(day)).any(|day| {
            let of_day =
                |hours: &ContactHours| hours.weekdays.is_empty() || hours.weekdays.contains(day);
            self.windows.is_empty() || self.windows.iter().any(of_day)
        })
    }
}

words! {
    /// What a rule on contact rests on.
    pub enum ContactBinding {
        /// A law or decree.
        Law,
        /// Good manners, where no law names hours.
        Courtesy,
        /// A request of the debtor.
        Request,
        /// The creditor's own hours.
        Own,
    }
}

record! {
    /// Hours of a day at which contact is allowed, on the clock of the place.
    pub struct ContactHours {
        /// The first minute, counted from midnight.
        pub from_minute: u32,
        /// The minute after the last, counted from midnight; 1440 is the end of the day.
        pub until_minute: u32,
        /// On these days of the week; on all if none is given.
        pub weekdays: Vec<Weekday> = [],
    }
}

record! {
    /// A day without contact.
    pub struct ClosedDay {
        /// The local day.
        pub day: Day,
        /// What it is.
        pub name: Str,
    }
}

union! {
    /// Why a rule does not allow contact at an instant.
    pub enum ContactWhy {
        /// It is before the next hours of the day.
        BeforeHours {
            /// When they begin, in minutes from midnight.
            from_minute: u32,
        },
        /// It is after the last hours of the day.
        AfterHours {
            /// When they ended, in minutes from midnight.
            until_minute: u32,
        },
        /// No contact on this day of the week.
        ClosedWeekday {
            /// The day of the week.
            weekday: Weekday,
        },
        /// No contact on this day.
        ClosedDay {
            /// The local day.
            day: Day,
            /// What it is.
            name: Str,
        },
        /// The debtor was called about the item as often as is allowed.
        TooManyCalls {
            /// The item.
            item: Str,
            /// How many calls are allowed.
            at_most: u32,
            /// Within how many days in a row.
            days: u32,
        },
        /// The item was talked about not long ago.
        TalkedAbout {
            /// The item.
            item: Str,
            /// The day of the conversation, on the debtor's clock.
            on: Day,
        },
        /// The calendar of the rule is not known: whether contact is allowed cannot be told.
        UnknownCalendar {
            /// Its name.
            calendar: Str,
        },
        /// The zone is not known, or none is given: whether contact is allowed cannot be told.
        UnknownZone {},
    }
}

record! {
    /// A rule that does not allow contact at an instant.
    pub struct ContactStop {
        /// The rule.
        pub rule: Str,
        /// Where the rule comes from.
        pub source: Str,
        /// Why.
        pub why: ContactWhy,
        /// In which zone; none if no zone is given.
        pub zone: Option<Str> = None,
    }
}
