//! What a text message consists of, if it is a word that providers act on.

use crate::replies::stop_word;
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// What a keyword asks for.
    pub enum KeywordAction {
        /// No more messages.
        OptOut,
        /// Messages again.
        OptIn,
        /// To be told who writes and how to stop it.
        Help,
        /// A person has to read it: it begins with a word of opt-out and goes on. No provider acts
        /// on it, and a law may all the same.
        AskPerson,
    }
}

record! {
    /// A keyword in a message of the debtor.
    pub struct Keyword {
        /// The word, in small letters.
        pub word: Str,
        /// What it asks for.
        pub action: KeywordAction,
    }
}

/// The table: action, word, source.
const KEYWORDS: &str = include_str!("../data/sms-keywords.csv");

/// The keyword that a text message consists of: whole message, spaces around it and capitals do
/// not count. Where no provider has the word, [`stop_word`] is asked.
///
/// A provider such as Twilio acts on its keywords by itself: what it did must be recorded here as
/// well, or the next message is refused. This tells what it did.
///
/// ```
/// use dunning::{KeywordAction, message_keyword};
///
/// let action = |text| message_keyword(text).map(|found| found.action);
/// assert_eq!(action(" Stop "), Some(KeywordAction::OptOut));
/// assert_eq!(action("afmelden"), Some(KeywordAction::OptOut));
/// assert_eq!(action("STOP PLEASE"), Some(KeywordAction::AskPerson));
/// assert_eq!(action("I will pay"), None);
/// ```
#[must_use]
pub fn message_keyword(text: &str) -> Option<Keyword> {
    let whole = text.trim().to_lowercase();
    if let Some((action, word)) = table().find(|(_, word)| *word == whole) {
        return Some(Keyword::new(word, action));
    }
    if let Some(stop) = stop_word(text) {
        return Some(Keyword::new(stop.word, KeywordAction::OptOut));
    }
    let first = whole.split(|letter: char| !(letter.is_alphanumeric() || letter == '-')).next()?;
    let (_, word) =
        table().find(|(action, word)| *action == KeywordAction::OptOut && *word == first)?;
    Some(Keyword::new(word, KeywordAction::AskPerson))
}

fn table() -> impl Iterator<Item = (KeywordAction, &'static str)> {
    KEYWORDS.lines().skip(1).filter_map(|row| {
        let mut fields = row.split(',');
        let action = match fields.next()? {
            "optOut" => KeywordAction::OptOut,
            "optIn" => KeywordAction::OptIn,
            "help" => KeywordAction::Help,
            _ => return None,
        };
        Some((action, fields.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        let rows: Vec<&str> = KEYWORDS.lines().skip(1).collect();
        assert_eq!(rows.len(), table().count());
        for (action, word) in table() {
            let found = message_keyword(&format!("\t{} ", word.to_uppercase()));
            assert_eq!(found, Some(Keyword::new(word, action)));
        }
        assert!(rows.iter().all(|row| row.splitn(3, ',').count() == 3));
    }

    #[test]
    fn a_sentence_is_no_keyword() {
        let action = |text| message_keyword(text).map(|found| found.action);
        for text in ["", "yes I will pay", "please stop", "helpful", "start again"] {
            assert_eq!(action(text), None, "{text}");
        }
        for text in ["stop it now", "Cancel, please", "END of story"] {
            assert_eq!(action(text), Some(KeywordAction::AskPerson), "{text}");
        }
    }
}
