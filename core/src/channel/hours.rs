//! When a debtor may be approached: rules of law, courtesy, the creditor and the debtor, as data.

use crate::calendar::{Day, Moment, Weekday};
use crate::model::{Channel, Country, CreditorRole};
use crate::text::Str;
use crate::vocabulary::{record, union, words};

/// The rules that come with this library.
const RULES: &str = include_str!("../../data/contact-rules.json");

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
        /// The last day for which the closed days are known; without it they are complete.
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
        /// How sure the source is: `sourced` or `unconfirmed`.
        pub confidence: Option<Str> = None,
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

record! {
    /// Who is to be approached, and how.
    pub struct ContactSetting {
        /// The channel.
        pub channel: Channel,
        /// The zones in which the debtor may be, by IANA names: contact must be allowed in all.
        pub zones: Vec<Str>,
        /// The debtor's country.
        pub country: Country,
        /// True if the debtor is a natural person.
        pub natural_person: bool,
        /// True if the debt is that of a consumer.
        pub consumer: bool,
        /// The creditor's role; `FirstParty` if not given.
        pub role: Option<CreditorRole> = None,
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

record! {
    /// Whether a debtor may be approached at an instant.
    pub struct ContactCheck {
        /// True if every rule that holds allows it.
        pub allowed: bool,
        /// The rules that hold, in their order.
        pub rules: Vec<Str>,
        /// The rules that do not allow it, in each zone.
        pub stops: Vec<ContactStop>,
        /// The time in each of the debtor's zones, as RFC 3339 with its offset.
        pub local: Vec<Str>,
        /// Rules whose closed days are not known for this day: ask whether it is a holiday.
        pub beyond: Vec<Str>,
    }
}

union! {
    /// The first instant at which a debtor may be approached.
    pub enum NextContact {
        /// There is one.
        At {
            /// The instant.
            at: Moment,
            /// The rules that moved it, each reason once, in the order in which they did.
            moved_by: Vec<ContactStop>,
            /// Rules whose closed days are not known for its day.
            beyond: Vec<Str>,
        },
        /// There is none within two years.
        Never {
            /// The rules that do not allow any.
            moved_by: Vec<ContactStop>,
        },
    }
}

record! {
    /// A span in which a debtor may be approached.
    pub struct ContactSpan {
        /// Its first instant.
        pub since: Moment,
        /// The instant after its last.
        pub until: Moment,
    }
}

/// The rules on contact that come with this library: those of laws, and courtesies where no law
/// names hours. Each has its source and its first day.
///
/// Drop what you do not want, and add the creditor's hours and the debtor's requests.
#[must_use]
pub fn contact_rules() -> Vec<ContactRule> {
    // A test reads the table: it is never empty.
    serde_json::from_str(RULES).unwrap_or_default()
}

impl ContactRule {
    /// Whether the rule speaks of such a contact, whatever the day.
    pub(super) fn holds_for(&self, setting: &ContactSetting) -> bool {
        let role = setting.role.unwrap_or(CreditorRole::FirstParty);
        (self.countries.is_empty() || self.countries.contains(&setting.country))
            && (self.roles.is_empty() || self.roles.contains(&role))
            && (self.channels.is_empty() || self.channels.contains(&setting.channel))
            && (!self.natural_persons_only || setting.natural_person)
            && (!self.consumers_only || setting.consumer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_are_read() {
        let rules = contact_rules();
        let ids: Vec<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids, ["nl_collectors", "us_reg_f", "gb_courtesy", "be_courtesy"]);
        for rule in &rules {
            assert!(!rule.source.is_empty() && !rule.windows.is_empty());
            let is_known = matches!(rule.confidence.as_deref(), Some("sourced" | "unconfirmed"));
            assert!(is_known && rule.binding.is_some(), "{}", rule.id);
        }
        // Nine days a year for five years, and eight that were decreed.
        assert_eq!(rules[0].closed_days.len(), 9 * 5 + 8);
    }
}
