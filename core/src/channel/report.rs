//! What providers report of a message: statuses that only rise.

use super::table::{named, rows};
use crate::text::Str;
use crate::vocabulary::{record, words};

/// The table: word, status, source.
const STATUSES: &str = include_str!("../../data/delivery-statuses.csv");

words! {
    /// How far a message has come, from the least to the most.
    pub enum DeliveryStatus {
        /// The provider took it.
        Accepted,
        /// It waits at the provider.
        Queued,
        /// It left for the recipient's network.
        Sent,
        /// It did not arrive. A message that was delivered after all did arrive.
        Failed,
        /// It arrived.
        Delivered,
        /// It was opened. Without read receipts this is never told: its absence means nothing.
        Read,
    }
}

record! {
    /// What a row of provider reports comes to.
    pub struct DeliveryState {
        /// How far it came; none if nothing was reported that is known.
        pub status: Option<DeliveryStatus> = None,
        /// True if it arrived: what was read arrived.
        pub delivered: bool = false,
        /// True if it was opened.
        pub read: bool = false,
        /// Words that no table knows, each once.
        pub unknown: Vec<Str> = [],
    }
}

record! {
    /// How a provider calls a status.
    pub struct StatusWord {
        /// The provider's word; capitals do not count.
        pub word: Str,
        /// What it means.
        pub status: DeliveryStatus,
    }
}

/// How far a message has come by the reports of its provider, in whatever order they arrived: a
/// status only rises. `failed` after `sent` counts as failed; what was delivered did not fail.
///
/// The host's own words come before the built-in ones.
///
/// ```
/// use dunning::{DeliveryStatus, delivery_state};
///
/// let state = delivery_state(&["read".into(), "sent".into(), "DELIVRD".into()], &[]);
/// assert_eq!(state.status, Some(DeliveryStatus::Read));
/// assert!(state.delivered);
/// ```
#[must_use]
pub fn delivery_state(reports: &[Str], words: &[StatusWord]) -> DeliveryState {
    let mut state = DeliveryState::new();
    for report in reports {
        match status(report, words) {
            None if state.unknown.contains(report) => {}
            None => state.unknown.push(report.clone()),
            // The order of the words: a failure comes of what was sent, not of what arrived.
            risen => state.status = state.status.max(risen),
        }
    }
    state.read = state.status == Some(DeliveryStatus::Read);
    state.delivered = state.read || state.status == Some(DeliveryStatus::Delivered);
    state
}

fn status(report: &str, words: &[StatusWord]) -> Option<DeliveryStatus> {
    let word = report.trim().to_lowercase();
    if let Some(own) = words.iter().find(|own| own.word.trim().to_lowercase() == word) {
        return Some(own.status);
    }
    let (_, status) = rows(STATUSES).find_map(|fields| match fields.as_slice() {
        [known, status, ..] if *known == word => Some((word.clone(), *status)),
        _ => None,
    })?;
    named(status)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn state(reports: &[&str]) -> DeliveryState {
        let reports: Vec<Str> = reports.iter().map(|report| Str::from(*report)).collect();
        delivery_state(&reports, &[])
    }

    #[test]
    fn a_status_only_rises() {
        use DeliveryStatus::{Delivered, Failed, Read, Sent};
        let status = |reports: &[&str]| state(reports).status;
        assert_eq!(status(&["sent", "delivered", "read"]), Some(Read));
        assert_eq!(status(&["read", "delivered", "sent"]), Some(Read));
        assert_eq!(status(&["delivered", "sent"]), Some(Delivered));
        assert_eq!(status(&["sent", "failed"]), Some(Failed));
        assert_eq!(status(&["failed", "sent"]), Some(Failed));
        assert_eq!(status(&["failed", "delivered"]), Some(Delivered));
        assert_eq!(status(&["queued", "accepted", "sent"]), Some(Sent));
        assert_eq!(status(&[]), None);
        // Opened means arrived; not opened means nothing.
        assert!(state(&["read"]).delivered);
        assert!(!state(&["delivered"]).read);
    }

    #[test]
    fn unknown_words_are_told_and_the_host_may_name_them() {
        let found = state(&["sent", "vaporised", "vaporised"]);
        assert_eq!(found.unknown, ["vaporised"]);
        let own = [StatusWord::new("Vaporised", DeliveryStatus::Failed)];
        let found = delivery_state(&["sent".into(), "vaporised".into()], &own);
        assert_eq!((found.status, found.unknown.len()), (Some(DeliveryStatus::Failed), 0));
    }

    #[test]
    fn every_row_is_read_and_has_a_source() {
        assert!(rows(STATUSES).count() > 15);
        for fields in rows(STATUSES) {
            let [word, name, source] = fields[..] else { panic!("{fields:?}") };
            assert!(named::<DeliveryStatus>(name).is_some() && !source.is_empty(), "{word}");
        }
    }
}
