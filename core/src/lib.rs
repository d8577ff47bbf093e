//! `dunning` decides whom to remind of which unpaid invoice, how and when, and tells why.
#![forbid(unsafe_code)]

#[cfg(feature = "uniffi")]
uniffi::setup_scaffolding!("dunning");

mod batch;
mod calendar;
mod code;
mod doors;
mod error;
mod fingerprint;
mod forecast;
mod json;
mod model;
mod money;
mod plan;
mod policy;
mod recheck;
mod record;
mod rules;
mod standing;
mod text;
mod vocabulary;

pub use batch::plan_many;
pub use calendar::{BusinessCalendar, Day, Moment, NotADay, NotAMoment, Weekday};
pub use error::{InputRefused, PolicyRefused, Problem, Refusal};
pub use forecast::forecast;
pub use model::*;
pub use money::{Amount, Currency, NotACurrency, NotAnAmount};
pub use plan::plan;
pub use policy::*;
pub use recheck::recheck;
pub use record::{record, redact};
pub use text::Str;
