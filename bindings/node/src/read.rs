//! Reading a record without using it.

use napi_derive::napi;

use crate::refused::{self, Refused, input};

macro_rules! records {
    ($($name:literal => $Type:ident),* $(,)?) => {
        /// `from_json` of a type, by the type's name, and `to_json` of what came of it.
        ///
        /// # Errors
        ///
        /// With every problem.
        #[napi]
        pub fn read(name: String, json: String) -> Result<String, Refused> {
            match name.as_str() {
                $($name => dunning::$Type::from_json(&json).map(|read| read.to_json()).map_err(input),)*
                _ => Err(refused::unknown_type(&name, &[$($name),*])),
            }
        }
    };
}

records! {
    "account" => Account,
    "action" => Action,
    "assumptions" => Assumptions,
    "capacity" => Capacity,
    "claim" => Claim,
    "command" => Command,
    "comparison" => Comparison,
    "entry" => Entry,
    "explanation" => Explanation,
    "holidayYear" => HolidayYear,
    "messageAnswer" => MessageAnswer,
    "messageOptions" => MessageOptions,
    "messageTemplate" => MessageTemplate,
    "nextContact" => NextContact,
    "occasionMessage" => OccasionMessage,
    "plan" => Plan,
    "plannedLine" => PlannedLine,
    "policyDoc" => PolicyDoc,
    "preset" => Preset,
    "recheck" => Recheck,
    "refusal" => Refusal,
    "said" => Said,
    "templateFlaw" => TemplateFlaw,
    "term" => Term,
    "termDays" => TermDays,
    "thankYou" => ThankYou,
}
