//! What a host says of business days.

use super::Day;
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// A day of the week.
    pub enum Weekday {
        /// Monday.
        Monday,
        /// Tuesday.
        Tuesday,
        /// Wednesday.
        Wednesday,
        /// Thursday.
        Thursday,
        /// Friday.
        Friday,
        /// Saturday.
        Saturday,
        /// Sunday.
        Sunday,
    }
}

record! {
    /// A named calendar of business days, given by the host as data.
    ///
    /// The calendars that laws make need none of this: they are named where a calendar is asked
    /// for, and `calendars` lists them. A calendar with the name of one of those takes its place.
    pub struct BusinessCalendar {
        /// The name that offsets refer to.
        pub id: Str,
        /// Where the holidays come from: an article, a decree, a bank's list.
        pub source: Str,
        /// Days that are no business days, besides the weekend.
        pub holidays: Vec<Day> = [],
        /// The days of the week without business; if none is given, those of the calendar that
        /// it extends, else Saturday and Sunday.
        pub weekend: Vec<Weekday> = [],
        /// The last day for which the holidays are known. A step that counts beyond it carries
        /// the finding `BeyondCalendar`; without it the calendar that it extends tells, and one
        /// that extends none is taken as complete.
        pub known_until: Option<Day> = None,
        /// The built-in calendar to which the holidays are added, such as `NL-ATW`.
        pub extends: Option<Str> = None,
        /// Holidays of the extended calendar that do not count here.
        pub not_holidays: Vec<Day> = [],
    }
}

words! {
    /// Where a day goes that is no business day.
    pub enum Adjustment {
        /// It stays.
        Unadjusted,
        /// To the next business day.
        Following,
        /// To the next business day, or the last before if the next lies in another month.
        ModifiedFollowing,
        /// To the last business day before.
        Preceding,
        /// To the last business day before, or the next if that lies in another month.
        ModifiedPreceding,
    }
}

impl Weekday {
    /// Monday is 0.
    pub(super) fn number(self) -> i32 {
        WEEK.iter().zip(0_i32..).find(|(day, _)| **day == self).map_or(0, |(_, number)| number)
    }
}

/// Monday first.
pub(crate) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];
