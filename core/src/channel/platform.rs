//! Where the rules of platforms come from.

use std::sync::LazyLock;

use super::table::{named, rows};
use super::whatsapp::WhatsAppStop;
use crate::text::Str;

/// The table: what is stopped, the rule, the source, confidence.
const RULES: &str = include_str!("../../data/whatsapp-rules.csv");

/// The rule of WhatsApp that stops a message, and its source.
pub(crate) fn platform_rule(stop: WhatsAppStop) -> Option<(&'static Str, &'static Str)> {
    /// Read once: many messages are stopped by the same rule.
    static READ: LazyLock<Vec<(WhatsAppStop, Str, Str)>> = LazyLock::new(|| {
        let read = rows(RULES).filter_map(|row| match row[..] {
            [of, rule, source, _] => Some((named(of)?, rule.into(), source.into())),
            _ => None,
        });
        read.collect()
    });
    let (_, rule, source) = READ.iter().find(|(of, ..)| *of == stop)?;
    Some((rule, source))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for row in rows(RULES) {
            let [of, rule, source, confidence] = row[..] else { panic!("{row:?}") };
            let stop = named::<WhatsAppStop>(of).unwrap();
            let told = platform_rule(stop).unwrap();
            assert_eq!((told.0.as_str(), told.1.as_str()), (rule, source));
            assert!(rule.starts_with("whatsapp_") && !source.is_empty(), "{row:?}");
            assert!(matches!(confidence, "sourced" | "unconfirmed"), "{row:?}");
        }
        assert_eq!(platform_rule(WhatsAppStop::LimitReached), None);
    }
}
