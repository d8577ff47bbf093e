//! When a message of the debtor is to be answered, and which words mean "stop".

use crate::calendar::Moment;
use crate::model::Creditor;
use crate::policy::Policy;
use crate::standing::{answer_due, service};
use crate::text::Str;
use crate::vocabulary::record;

/// When a person has to have answered a message that was received at this moment: so many of the
/// creditor's service hours later as the policy says in `replies.answerWithinHours`.
///
/// None if the creditor has no service hours, or its zone does not exist.
///
/// ```
/// use dunning::{Creditor, Policy, ServiceHours, Weekday, reply_due};
///
/// # let policy = Policy::from_json(r#"{"scenarios":[{"id":"s","version":1,"steps":[{"id":"r",
/// #   "offset":{"type":"days","days":3},"work":{"type":"message","channels":["email"]}}]}],
/// #   "assignment":[{"scenario":"s"}]}"#)?;
/// let mut creditor = Creditor::new("us", "Us", "NL".parse::<dunning::Country>()?, "Europe/Amsterdam");
/// creditor.service_hours = vec![
///     ServiceHours::new(Weekday::Monday, 540_u32, 1_020_u32),
///     ServiceHours::new(Weekday::Tuesday, 540_u32, 1_020_u32),
/// ];
/// // Monday at three: two hours are left, and six of Tuesday.
/// let due = reply_due(&creditor, &policy, "2026-03-16T14:00:00Z".parse()?);
/// assert_eq!(due, Some("2026-03-17T14:00:00Z".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn reply_due(creditor: &Creditor, policy: &Policy, received_at: Moment) -> Option<Moment> {
    answer_due(&service(creditor, policy)?, policy, received_at)
}

record! {
    /// A word by which a debtor says that no more messages are wanted.
    pub struct StopWord {
        /// The word or words, in small letters.
        pub word: Str,
        /// The language, as BCP 47.
        pub language: Str,
    }
}

/// The table: language, words, the day of the source, the source.
const STOP_WORDS: &str = include_str!("../data/stop-words.csv");

/// The stop word that a message consists of, if it does: a Dutch, English, German or French word
/// such as `STOP` or `afmelden`, alone or alone on the first line that is not quoted.
///
/// Letters may be small or capital; punctuation does not matter. A sentence in which the word
/// occurs is no stop: "I will stop by tomorrow" is read by a person. Report a message with
/// [`Intent::Stop`](crate::Intent::Stop) to put it into effect.
///
/// ```
/// use dunning::stop_word;
///
/// assert_eq!(stop_word("Stop!").unwrap().word, "stop");
/// assert_eq!(stop_word("Geen berichten meer\n\nGroet, Eva").unwrap().language, "nl");
/// assert!(stop_word("I will stop by tomorrow").is_none());
/// ```
#[must_use]
pub fn stop_word(text: &str) -> Option<StopWord> {
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with('>')).map(plain);
    let first = lines.find(|line| !line.is_empty())?;
    let (language, word) = table().find(|(_, word)| *word == first)?;
    Some(StopWord { word: word.into(), language: language.into() })
}

fn table() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = STOP_WORDS.lines().skip(1);
    rows.filter_map(|row| {
        let mut fields = row.splitn(3, ',');
        Some((fields.next()?, fields.next()?))
    })
}

/// Small letters and single spaces, nothing else.
fn plain(line: &str) -> String {
    let small = line.to_lowercase();
    let words = small.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_has_a_day_and_a_source() {
        let rows: Vec<&str> = STOP_WORDS.lines().skip(1).collect();
        assert!(rows.len() > 20, "the table was not read");
        for row in rows {
            let fields: Vec<&str> = row.splitn(4, ',').collect();
            let [language, word, day, source] = fields[..] else { panic!("{row}") };
            assert!(["nl", "en", "de", "fr"].contains(&language), "{row}");
            assert_eq!(plain(word), word, "{row}");
            assert!(day.parse::<crate::calendar::Day>().is_ok(), "{row}");
            assert!(!source.is_empty(), "{row}");
            let found = stop_word(&word.to_uppercase()).unwrap_or_else(|| panic!("{row}"));
            assert_eq!(found.word, word, "{row}");
        }
    }

    #[test]
    fn a_stop_stands_alone() {
        for text in ["STOP", " stop. ", "Opt-out", "Désabonner !", "\n\nSTOPP\nSent from my phone"]
        {
            assert!(stop_word(text).is_some(), "{text}");
        }
        let no =
            ["", "> STOP", "Reply STOP to unsubscribe", "Thanks\nSTOP", "stopping", "halt stop"];
        for text in no {
            assert!(stop_word(text).is_none(), "{text}");
        }
    }
}
