//! `dunning` decides whom to remind of which unpaid invoice, how and when, and tells why.
//!
//! It is pure: an [`Account`] (ledger facts and journal), a [`Policy`] (house rules) and a
//! [`Moment`] go in, a [`Plan`] comes out. It reads no clock and no file, sends nothing and
//! stores nothing. The host does that, in five steps: [`plan`], [`record`] that an action is
//! queued, [`recheck`] it immediately before sending, send it, [`record`] that it was sent.
//!
//! ```
//! use dunning::{Account, Command, Moment, Policy, Recheck, SentReport, plan, recheck, record};
//!
//! let policy = Policy::from_json(r#"{
//!     "scenarios": [{ "id": "standard", "version": 1, "steps": [
//!         { "id": "reminder", "offset": { "type": "days", "days": 3 },
//!           "work": { "type": "message", "channels": ["email", "letter"] } }
//!     ]}],
//!     "assignment": [{ "scenario": "standard" }]
//! }"#)?;
//! let mut account = Account::from_json(r#"{
//!     "creditor": { "id": "C", "name": "Bakker BV", "country": "NL", "zone": "Europe/Amsterdam" },
//!     "debtor": { "id": "D", "name": "De Groot BV", "kind": "business", "country": "NL" },
//!     "contacts": [{ "id": "eva", "name": "Eva", "purposes": ["reminder"],
//!         "addresses": [{ "id": "mail", "channel": "email", "value": "eva@example.com" }] }],
//!     "items": [{ "id": "2026-1", "kind": "invoice", "due": "2026-03-01", "open": "121.00",
//!         "currency": "EUR" }],
//!     "ledgerAsOf": "2026-03-04T06:00:00Z", "paymentsAsOf": "2026-03-04T06:00:00Z"
//! }"#)?;
//! let now: Moment = "2026-03-04T08:00:00Z".parse()?;
//!
//! for action in plan(&account, &policy, now).actions {
//!     let id = format!("queue:{}", action.delivery);
//!     let queue = Command::Queue { action: action.clone() };
//!     account.journal.extend(record(&account, &policy, &id, &queue, now, now, "night run")?);
//!     // Store these entries before anything else happens.
//!
//!     let action = match recheck(&account, &policy, &action, now) {
//!         Recheck::Go {} => action,
//!         Recheck::Changed { action } => action,
//!         _ => continue, // record `Command::Cancel`
//!     };
//!     println!("to {}: {} {}", action.recipient.value, action.currency, action.total);
//!
//!     let id = format!("sent:{}", action.delivery);
//!     let sent = Command::Sent { report: SentReport::new(action) };
//!     account.journal.extend(record(&account, &policy, &id, &sent, now, now, "night run")?);
//! }
//! // The step was taken: nothing goes out a second time.
//! assert!(plan(&account, &policy, now).actions.is_empty());
//! assert_eq!(account.journal.len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Only the border can fail: reading JSON ([`InputRefused`]), checking a policy
//! ([`PolicyRefused`]) and [`record`] ([`Refusal`]). [`plan`], [`recheck`] and [`forecast`]
//! always answer. Data that can be read but contradicts itself is held as [`Hold::Invalid`].
//!
//! All nouns are plain data with public fields, made with `new(required fields)` or read from
//! JSON; [`Policy`] alone is opaque. Money is an exact decimal ([`Amount`]), never a float.
//!
//! The feature `qr` draws QR codes, `render` makes messages of templates. The other features of this crate are for the bindings and no
//! public interface.
#![forbid(unsafe_code)]

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!("dunning");

mod batch;
mod calendar;
mod capacity;
mod channel;
mod claim;
mod code;
mod compare;
mod doors;
mod error;
mod explain;
mod fingerprint;
mod flaw;
mod forecast;
mod holidays;
mod json;
mod keyword;
mod law;
mod message;
mod model;
mod money;
mod payment;
mod plan;
mod policy;
mod recheck;
mod record;
mod replies;
mod rules;
mod standing;
mod statement;
mod terms;
mod text;
mod vocabulary;

pub use batch::{PlannedLine, plan_many};
pub use calendar::{
    Adjustment, BusinessCalendar, Day, Length, Moment, MonthEnd, NotADay, NotAMoment, Weekday,
};
pub use capacity::{
    Capacity, CapacityPriority, ChannelLimit, ChannelUse, Deferred, Limits, capacity,
};
pub use channel::*;
pub use claim::{
    CostClaim, CostFacts, CostStatement, Imputation, ImputedPart, ImputedPayment, OpenClaim, costs,
    impute, interest, interest_total, year_fraction,
};
pub use compare::compare;
pub use error::{InputRefused, PolicyRefused, Problem, Refusal};
pub use explain::{
    Explanation, Paragraph, Said, Topic, claim_text, explain, recheck_sentence, sentence,
};
pub use flaw::{Flaw, FlawKind};
pub use forecast::forecast;
pub use holidays::{
    add_business_days, adjust_day, calendars, easter_sunday, holidays, is_business_day,
};
pub use keyword::{Keyword, KeywordAction, message_keyword};
pub use law::{
    Confidence, CostKind, CostPer, CostSchedule, CostTier, FollowingClaims, RateSeries, SeriesRate,
    cost_schedules, rate_series, rate_series_names,
};
pub use message::*;
pub use model::*;
pub use money::{Amount, Currency, NotACurrency, NotAnAmount, RoundingMode};
pub use payment::*;
pub use plan::{next_allowed, plan};
pub use policy::*;
pub use recheck::recheck;
pub use record::{record, redact};
pub use replies::{StopWord, reply_due, stop_word};
pub use statement::{
    Claim, ClaimCost, ClaimItem, ClaimPayment, ClaimSegment, ClaimStatement, RefusedCharge, claim,
};
pub use terms::term_days;
pub use text::Str;

/// The documents' Rust examples are compiled and run with the tests.
#[cfg(doctest)]
mod documents {
    #[doc = include_str!("../../README.md")]
    mod readme {}
    #[doc = include_str!("../../docs/ARCHITECTURE.md")]
    mod architecture {}
    #[doc = include_str!("../../docs/DESIGN.md")]
    mod design {}
    #[doc = include_str!("../../docs/hosting.md")]
    mod hosting {}
    #[cfg(feature = "render")]
    #[doc = include_str!("../../docs/messages.md")]
    mod messages {}
    #[doc = include_str!("../../docs/presets.md")]
    mod presets {}
    #[doc = include_str!("../../docs/rules.md")]
    mod rules {}
}
