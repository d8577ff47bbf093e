//! One sentence by itself.

use super::catalogue::Language;
use super::phrase::{Phrase, Voice, say};
use super::{holds, reasons, rechecks, refusals, suggestions, words};
use crate::error::{InputRefused, Refusal};
use crate::model::{
    Account, Action, AutomaticReceipt, Finding, Hold, Notice, Reason, Recheck, Subject, Suggestion,
    Trouble,
};
use crate::vocabulary::union;

union! {
    /// Something that `sentence` tells in words.
    pub enum Said {
        /// An obstacle of a decision.
        Hold {
            /// The obstacle.
            hold: Hold,
        },
        /// A reason of a decision.
        Reason {
            /// The reason.
            reason: Reason,
        },
        /// Something odd.
        Finding {
            /// The finding.
            finding: Finding,
        },
        /// A matter for a person.
        Notice {
            /// The notice.
            notice: Notice,
        },
        /// Why `record` did not take a command.
        Refusal {
            /// The refusal.
            refusal: Refusal,
        },
        /// What is wrong with a value.
        Trouble {
            /// The trouble.
            trouble: Trouble,
        },
        /// Something that a person may do.
        Suggestion {
            /// The suggestion.
            suggestion: Suggestion,
        },
        /// An automatic receipt that is due.
        Receipt {
            /// The receipt.
            receipt: AutomaticReceipt,
        },
    }
}

/// One thing that `plan` or `record` said, as a sentence in Dutch, English, German or French.
///
/// `item` is the item that it was said of: its currency is that of the amounts. Days and times are
/// told in the creditor's zone, contacts by the names that the account gives them. `language` is
/// a BCP 47 tag such as `nl` or `de-AT`.
///
/// # Errors
///
/// [`InputRefused`] for any other language; it names the four.
///
/// ```
/// use dunning::{Account, Hold, Said, sentence};
///
/// # let account = Account::from_json(r#"{
/// #   "creditor":{"id":"us","name":"Us","country":"NL","zone":"Europe/Amsterdam"},
/// #   "debtor":{"id":"d1","name":"Jansen","kind":"business","country":"NL"},
/// #   "ledgerAsOf":"2026-03-02T06:00:00Z","paymentsAsOf":"2026-03-02T06:00:00Z"}"#)?;
/// let barred = Said::Hold { hold: Hold::TimeBarred { on: "2026-03-01".parse()? } };
/// assert_eq!(
///     sentence(&account, None, &barred, "en")?,
///     "The claim has been time-barred since 1 March 2026.",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn sentence(
    account: &Account,
    item: Option<&str>,
    said: &Said,
    language: &str,
) -> Result<String, InputRefused> {
    let mut voice = Voice::new(account, item, Language::of(language)?);
    if let (None, Said::Notice { notice }) = (item, said) {
        match &notice.subject {
            Subject::Item { item } => voice = Voice::new(account, Some(item), voice.language),
            Subject::DebtorCurrency { currency } => voice.currency = Some(*currency),
            _ => {}
        }
    }
    Ok(joined(&voice, &phrases(said)))
}

/// What `recheck` answered for a planned action, in words: above all what changed and why.
///
/// # Errors
///
/// [`InputRefused`] for a language other than Dutch, English, German and French.
pub fn recheck_sentence(
    account: &Account,
    planned: &Action,
    answer: &Recheck,
    language: &str,
) -> Result<String, InputRefused> {
    let mut voice = Voice::new(account, None, Language::of(language)?);
    voice.currency = Some(planned.currency);
    Ok(joined(&voice, &rechecks::recheck(planned, answer)))
}

pub(super) fn joined(voice: &Voice<'_>, phrases: &[Phrase]) -> String {
    let told: Vec<String> = phrases.iter().map(|phrase| voice.sentence(phrase)).collect();
    told.join(" ")
}

fn phrases(said: &Said) -> Vec<Phrase> {
    match said {
        Said::Hold { hold } => vec![holds::hold(hold)],
        Said::Reason { reason } => vec![reasons::reason(reason)],
        Said::Finding { finding } => vec![reasons::finding(finding)],
        Said::Notice { notice } => {
            let about = words::subject(&notice.subject);
            let asked = match notice.since {
                Some(since) => say("notice.since").day("since", since),
                None => say("notice"),
            };
            vec![asked.phrase("subject", about), holds::hold(&notice.hold)]
        }
        Said::Refusal { refusal } => vec![refusals::refusal(refusal)],
        Said::Trouble { trouble } => {
            vec![say("trouble").phrase("problem", words::trouble(*trouble))]
        }
        Said::Suggestion { suggestion } => vec![suggestions::suggestion(suggestion)],
        Said::Receipt { receipt } => vec![suggestions::receipt(receipt)],
    }
}
