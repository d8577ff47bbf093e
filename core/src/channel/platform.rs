//! Where the rules of platforms come from.

use std::sync::LazyLock;

use super::table::{named, rows};
use super::whatsapp::WhatsAppStop;
use crate::calendar::Day;
use crate::text::Str;

/// The table: what is stopped, the rule, its first day, how the numbers begin, the source,
/// confidence.
const RULES: &str = include_str!("../../data/whatsapp-rules.csv");

/// A rule of WhatsApp that stops messages.
pub(crate) struct PlatformRule {
    stop: WhatsAppStop,
    pub(crate) id: Str,
    /// Its first day in UTC; none if it always held.
    begins: Option<Day>,
    /// How the numbers begin that it is about; empty for all.
    numbers: &'static str,
    pub(crate) source: Str,
}

impl PlatformRule {
    fn read(row: &[&'static str]) -> Option<Self> {
        let [stop, id, begins, numbers, source, _] = row[..] else { return None };
        let begins = begins.parse().ok();
        Some(Self { stop: named(stop)?, id: id.into(), begins, numbers, source: source.into() })
    }

    pub(super) fn holds_for(&self, number: &str, day: Day) -> bool {
        self.begins.is_none_or(|begins| day >= begins) && number.starts_with(self.numbers)
    }
}

/// The rule that stops a message.
pub(crate) fn platform_rule(stop: WhatsAppStop) -> Option<&'static PlatformRule> {
    /// Read once: many messages are stopped by the same rule.
    static READ: LazyLock<Vec<PlatformRule>> =
        LazyLock::new(|| rows(RULES).filter_map(|row| PlatformRule::read(&row)).collect());
    READ.iter().find(|rule| rule.stop == stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for row in rows(RULES) {
            let [of, rule, begins, numbers, source, confidence] = row[..] else {
                panic!("{row:?}")
            };
            let stop = named::<WhatsAppStop>(of).unwrap();
            let told = platform_rule(stop).unwrap();
            assert_eq!((told.id.as_str(), told.source.as_str()), (rule, source));
            assert!(begins.is_empty() || told.begins.is_some(), "{row:?}");
            assert!(numbers.is_empty() || numbers.starts_with('+'), "{row:?}");
            assert!(rule.starts_with("whatsapp_") && !source.is_empty(), "{row:?}");
            assert!(matches!(confidence, "sourced" | "unconfirmed"), "{row:?}");
        }
        assert!(platform_rule(WhatsAppStop::LimitReached).is_none());
    }
}
