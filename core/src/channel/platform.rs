//! Where the rules of platforms come from.

use super::table::{named, rows};
use super::whatsapp::WhatsAppStop;

/// The table: what is stopped, the rule, the source, confidence.
const RULES: &str = include_str!("../../data/whatsapp-rules.csv");

/// The rule of WhatsApp that stops a message, and its source.
pub(crate) fn platform_rule(stop: WhatsAppStop) -> Option<(&'static str, &'static str)> {
    rows(RULES).find_map(|row| match row[..] {
        [of, rule, source, _] if named(of) == Some(stop) => Some((rule, source)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for row in rows(RULES) {
            let [of, rule, source, confidence] = row[..] else { panic!("{row:?}") };
            let stop = named::<WhatsAppStop>(of).unwrap();
            assert_eq!(platform_rule(stop), Some((rule, source)));
            assert!(rule.starts_with("whatsapp_") && !source.is_empty(), "{row:?}");
            assert!(matches!(confidence, "sourced" | "unconfirmed"), "{row:?}");
        }
        assert_eq!(platform_rule(WhatsAppStop::LimitReached), None);
    }
}
