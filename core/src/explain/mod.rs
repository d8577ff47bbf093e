//! Why an item stands where it stands, told as a clerk would tell it.
//!
//! Data becomes a `Phrase` (a key and its fields) by matches without a default arm, so that a new
//! variant does not compile without its words; a `Voice` says it in a language. A new variant
//! needs its arm here, its sentence in the four files of `catalogue/`, and a line in
//! `samples/said.jsonl`.

mod about;
mod bank;
mod catalogue;
mod claims;
mod events;
mod format;
mod holds;
mod messages;
mod phrase;
mod reach;
mod reasons;
mod rechecks;
mod refusals;
mod remedies;
mod said;
mod story;
mod suggestions;
mod words;

#[cfg(feature = "render")]
mod letters;

pub use claims::claim_text;
#[cfg(feature = "render")]
pub(crate) use letters::{day_text, item_text, moment_text, money_text};
pub use said::{Said, recheck_sentence, sentence};

use crate::calendar::Moment;
use crate::error::{InputRefused, Problem};
use crate::json;
use crate::model::Account;
use crate::policy::Policy;
use crate::text::Str;
use crate::vocabulary::{record, words};
pub(crate) use catalogue::Language;
pub(crate) use phrase::Voice;

record! {
    /// The story of an item, in a language.
    pub struct Explanation {
        /// The item.
        pub item: Str,
        /// The moment it was told for.
        pub now: Moment,
        /// The language: `nl`, `en`, `de` or `fr`.
        pub language: Str,
        /// All of it: the paragraphs, with an empty line between them.
        pub text: Str,
        /// The same, taken apart.
        pub paragraphs: Vec<Paragraph>,
    }
}

record! {
    /// A part of a story.
    pub struct Paragraph {
        /// What it is about.
        pub topic: Topic,
        /// A heading.
        pub title: Str,
        /// Its sentences, in order.
        pub sentences: Vec<Str>,
    }
}

words! {
    /// What a paragraph is about.
    pub enum Topic {
        /// What the item is, how much is open and when it was due.
        Standing,
        /// What happened so far.
        History,
        /// What is done now, and why.
        Now,
        /// What comes next, if nothing happens.
        Next,
        /// What somebody can do to change it.
        Remedies,
    }
}

/// Tells the story of an item: where it stands, what happened, what is done now and why, what
/// comes next, and what would change it.
///
/// `language` is a BCP 47 tag; there are stories in Dutch, English, German and French. Amounts
/// are in the item's currency, days and times in the creditor's zone, contacts are told by name.
/// What comes next is a forecast of 180 days in which nobody pays, calls reach the debtor and
/// nobody replies.
///
/// # Errors
///
/// [`InputRefused`], if there are no sentences in the language (it names the four), or if neither
/// ledger nor journal knows the item.
///
/// ```
/// use dunning::{Account, Policy, explain};
///
/// # let policy = Policy::from_json(r#"{"scenarios":[{"id":"s","version":1,"steps":[
/// #   {"id":"first","offset":{"type":"days","days":3},"work":{"type":"message","channels":["email"]}}]}],
/// #   "assignment":[{"scenario":"s"}]}"#)?;
/// # let account = Account::from_json(r#"{
/// #   "creditor":{"id":"us","name":"Us","country":"NL","zone":"Europe/Amsterdam"},
/// #   "debtor":{"id":"d1","name":"Jansen","kind":"business","country":"NL"},
/// #   "items":[{"id":"17","kind":"invoice","due":"2026-03-01","open":"120.00","currency":"EUR"}],
/// #   "ledgerAsOf":"2026-03-02T06:00:00Z","paymentsAsOf":"2026-03-02T06:00:00Z"}"#)?;
/// let story = explain(&account, &policy, "17", "2026-03-02T08:00:00Z".parse()?, "en")?;
/// assert!(story.text.starts_with("Invoice 17 (Jansen) was to be paid by 1 March 2026"));
/// assert!(explain(&account, &policy, "17", story.now, "es").is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn explain(
    account: &Account,
    policy: &Policy,
    item: &str,
    now: Moment,
    language: &str,
) -> Result<Explanation, InputRefused> {
    let language = Language::of(language)?;
    let voice = Voice::new(account, Some(item), language);
    let told = story::story(&voice, policy, item, now).ok_or_else(|| unknown(item))?;
    let mut paragraphs = Vec::new();
    for (topic, phrases) in told {
        if !phrases.is_empty() {
            let sentences = phrases.iter().map(|phrase| voice.sentence(phrase).into()).collect();
            paragraphs.push(Paragraph { topic, title: title(&voice, topic), sentences });
        }
    }
    let text: Vec<String> =
        paragraphs.iter().map(|paragraph| paragraph.sentences.join(" ")).collect();
    Ok(Explanation {
        item: item.into(),
        now,
        language: language.tag().into(),
        text: text.join("\n\n").into(),
        paragraphs,
    })
}

fn title(voice: &Voice<'_>, topic: Topic) -> Str {
    let key = match topic {
        Topic::Standing => "title.standing",
        Topic::History => "title.history",
        Topic::Now => "title.now",
        Topic::Next => "title.next",
        Topic::Remedies => "title.remedies",
    };
    voice.text(key).into()
}

fn unknown(item: &str) -> InputRefused {
    InputRefused::Invalid {
        problems: vec![Problem {
            path: "item".to_owned(),
            value: json::write(&item),
            problem: "neither the ledger nor the journal has such an item".to_owned(),
        }],
    }
}

#[cfg(test)]
mod tests;
