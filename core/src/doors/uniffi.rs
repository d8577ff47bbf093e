//! The verbs and scalars of Kotlin and Swift. Records and enums cross by their derives.
//!
//! Every function that takes a value can refuse it: a currency, country or day is text there, and
//! an amount or a moment can be larger than ours. UniFFI would make of such a value an internal
//! error in Kotlin and a crash in Swift, so the refusal is typed instead.
#![expect(clippy::needless_pass_by_value, reason = "uniffi hands options and lists over owned")]

mod calendars;
mod claims;
mod json;
#[cfg(feature = "render")]
mod messages;
mod presets;
mod reaching;

use std::fmt::Display;

use chrono::DateTime;
use uniffi::deps::anyhow;

use crate::{
    Account, Action, Amount, Assumptions, Command, Comparison, Country, Creditor, Currency, Day,
    Entry, Explanation, InputRefused, InterestStatement, Item, Moment, NotAMoment, Plan, Policy,
    PolicyDoc, PolicyRefused, Problem, Recheck, Refusal, Said, StopWord, Str,
};

uniffi::custom_type!(Amount, String, {
    lower: |amount| amount.to_string(),
    try_lift: |text| text.parse().map_err(|why| refused("Amount", &text, &why)),
});
uniffi::custom_type!(Str, String, { lower: |text| text.into(), try_lift: |text| Ok(text.into()) });
uniffi::custom_type!(Country, String, {
    lower: |country| country.to_string(),
    try_lift: |text| text.parse().map_err(|why| refused("Country", &text, &why)),
});
uniffi::custom_type!(Currency, String, {
    lower: |currency| currency.to_string(),
    try_lift: |text| text.parse().map_err(|why| refused("Currency", &text, &why)),
});
uniffi::custom_type!(Day, String, {
    lower: |day| day.to_string(),
    try_lift: |text| text.parse().map_err(|why| refused("Day", &text, &why)),
});
// Microseconds, since UniFFI's own timestamps lose the sign within a second of 1970 and, in Swift,
// the last microsecond.
uniffi::custom_type!(Moment, i64, {
    lower: |moment| moment.micros(),
    try_lift: |micros| {
        let at = DateTime::from_timestamp_micros(micros);
        at.ok_or(NotAMoment).and_then(Moment::try_from).map_err(|why| {
            let unknown = || format!("{micros} microseconds since 1970");
            refused("Moment", &at.map_or_else(unknown, |at| at.to_rfc3339()), &why)
        })
    },
});

/// UniFFI hands a refused argument to a function's caller if it can be taken as the function's
/// own error, so this one can be taken as each of them.
fn refused(kind: &str, value: &str, why: &impl Display) -> anyhow::Error {
    let problem = Problem {
        path: kind.to_owned(),
        value: serde_json::Value::from(value).to_string(),
        problem: why.to_string(),
    };
    let problems = vec![problem];
    anyhow::Error::new(CommandRefused::Invalid { problems: problems.clone() })
        .context(PolicyRefused::Invalid { problems: problems.clone() })
        .context(InputRefused::Invalid { problems })
}

/// `record` did not take a command. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub(crate) enum CommandRefused {
    /// The command makes no sense for the account.
    #[error("{refusal}")]
    Refused {
        /// Why.
        refusal: Refusal,
    },
    /// An argument cannot be read.
    #[error("{}", InputRefused::Invalid { problems: problems.clone() })]
    Invalid {
        /// Each with its path and value.
        problems: Vec<Problem>,
    },
}

/// Decides for every item of an account what is to be done now, and why.
#[uniffi::export]
pub(crate) fn plan(account: &Account, policy: &Policy, now: Moment) -> Result<Plan, InputRefused> {
    Ok(crate::plan(account, policy, now))
}

/// Asks every gate again for a queued action, immediately before it is sent.
#[uniffi::export]
pub(crate) fn recheck(
    account: &Account,
    policy: &Policy,
    action: &Action,
    now: Moment,
) -> Result<Recheck, InputRefused> {
    Ok(crate::recheck(account, policy, action, now))
}

/// Turns a command into the entries that the host appends to the journal. Without `recordedAt`
/// it is recorded when it occurred.
#[uniffi::export(default(recorded_at = None))]
pub(crate) fn record(
    account: &Account,
    policy: &Policy,
    command_id: &str,
    command: &Command,
    occurred_at: Moment,
    actor: &str,
    recorded_at: Option<Moment>,
) -> Result<Vec<Entry>, CommandRefused> {
    let recorded_at = recorded_at.unwrap_or(occurred_at);
    crate::record(account, policy, command_id, command, occurred_at, recorded_at, actor)
        .map_err(|refusal| CommandRefused::Refused { refusal })
}

/// The plans that would follow one another from `from` until `until`.
#[uniffi::export(default(assumptions = None))]
pub(crate) fn forecast(
    account: &Account,
    policy: &Policy,
    from: Moment,
    until: Moment,
    assumptions: Option<Assumptions>,
) -> Result<Vec<Plan>, InputRefused> {
    let assumptions = assumptions.unwrap_or_else(Assumptions::new);
    Ok(crate::forecast(account, policy, from, until, &assumptions))
}

/// What would differ if an account followed policy B instead of A from `from` until `until`.
#[uniffi::export(default(assumptions = None))]
pub(crate) fn compare(
    account: &Account,
    policy_a: &Policy,
    policy_b: &Policy,
    from: Moment,
    until: Moment,
    assumptions: Option<Assumptions>,
) -> Result<Comparison, InputRefused> {
    let assumptions = assumptions.unwrap_or_else(Assumptions::new);
    Ok(crate::compare(account, policy_a, policy_b, from, until, &assumptions))
}

/// Tells the story of an item in a language: `nl`, `en`, `de` or `fr`.
#[uniffi::export]
pub(crate) fn explain(
    account: &Account,
    policy: &Policy,
    item: &str,
    now: Moment,
    language: &str,
) -> Result<Explanation, InputRefused> {
    crate::explain(account, policy, item, now, language)
}

/// Tells one hold, reason, finding, notice, refusal or trouble in a language. The item that it was
/// said of gives the currency of the amounts.
#[uniffi::export(default(item = None))]
pub(crate) fn sentence(
    account: &Account,
    said: &Said,
    language: &str,
    item: Option<String>,
) -> Result<String, InputRefused> {
    crate::sentence(account, item.as_deref(), said, language)
}

/// Tells in a language what `recheck` answered for a planned action: above all what changed.
#[uniffi::export]
pub(crate) fn recheck_sentence(
    account: &Account,
    action: &Action,
    answer: &Recheck,
    language: &str,
) -> Result<String, InputRefused> {
    crate::recheck_sentence(account, action, answer, language)
}

/// Plans many accounts: one account as JSON a line in, one result a line out, in the same order.
///
/// A result is `{"type":"planned","plan":…}` or, for a line that cannot be read,
/// `{"type":"refused","line":n,"problems":[…]}` with the line counted from 1. Blank lines give
/// no result.
#[uniffi::export]
pub(crate) fn plan_many(
    accounts: &str,
    policy: &Policy,
    now: Moment,
) -> Result<String, InputRefused> {
    Ok(crate::plan_many(accounts, policy, now))
}

/// The interest on what is open of an item, by a rule of the policy, up to and with a day.
#[uniffi::export]
pub(crate) fn interest(
    item: &Item,
    policy: &Policy,
    rule: &str,
    until: Day,
) -> Result<InterestStatement, CommandRefused> {
    crate::interest(item, policy, rule, until)
        .map_err(|refusal| CommandRefused::Refused { refusal })
}

/// The last moment for an answer to a message, counted in the creditor's service hours; none
/// without service hours.
#[uniffi::export]
pub(crate) fn reply_due(
    creditor: &Creditor,
    policy: &Policy,
    received_at: Moment,
) -> Result<Option<Moment>, InputRefused> {
    Ok(crate::reply_due(creditor, policy, received_at))
}

/// The word in a message by which the debtor says that no more messages are wanted.
#[uniffi::export]
pub(crate) fn stop_word(text: &str) -> Result<Option<StopWord>, InputRefused> {
    Ok(crate::stop_word(text))
}

/// The entry without its free text; it folds to the same standing.
#[uniffi::export]
pub(crate) fn redact(entry: &Entry) -> Result<Entry, InputRefused> {
    Ok(crate::redact(entry))
}

#[uniffi::export]
impl Policy {
    /// Checks the rules and makes them ready for use; every problem is told.
    #[uniffi::constructor(name = "new")]
    pub(crate) fn checked(doc: PolicyDoc) -> Result<Self, PolicyRefused> {
        Self::new(doc)
    }

    /// Reads the rules from JSON and checks them; every problem is told.
    #[uniffi::constructor(name = "from_json")]
    pub(crate) fn read(text: &str) -> Result<Self, PolicyRefused> {
        Self::from_json(text)
    }

    /// The rules as they were written.
    #[uniffi::method(name = "doc")]
    pub(crate) fn written(&self) -> PolicyDoc {
        self.doc().clone()
    }

    /// What is allowed and hardly meant; nothing is refused for it.
    #[uniffi::method(name = "lint")]
    pub(crate) fn advice(&self) -> Vec<crate::error::Problem> {
        self.lint()
    }

    /// The rules as JSON.
    #[uniffi::method(name = "to_json")]
    pub(crate) fn write(&self) -> String {
        self.to_json()
    }
}
