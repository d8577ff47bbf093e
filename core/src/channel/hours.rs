//! When a debtor may be approached: rules of law, courtesy, the creditor and the debtor, as data.

use crate::calendar::Moment;
use crate::model::{Channel, ContactRule, ContactStop, Country, CreditorRole};
use crate::text::Str;
use crate::vocabulary::{record, union};

/// The rules that come with this library.
const RULES: &str = include_str!("../../data/contact-rules.json");

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
    /// Whether the rule is in force on a local day.
    pub(crate) fn holds_on(&self, day: i32) -> bool {
        self.begins.is_none_or(|begins| day >= begins.number())
            && self.until.is_none_or(|until| day <= until.number())
    }

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
        // The holidays stand in the calendar of the law, with the days that decrees equate.
        assert_eq!(rules[0].calendar.as_deref(), Some("NL-ATW"));
    }
}
