//! The JSON form of the root types.

use crate::{
    Account, Action, Assumptions, Capacity, Claim, Command, Comparison, Entry, Explanation,
    HolidayYear, InputRefused, NextContact, Plan, PlannedLine, PolicyDoc, Preset, Recheck, Refusal,
    Said, Term, TermDays,
};
#[cfg(feature = "render")]
use crate::{
    MessageAnswer, MessageOptions, MessageTemplate, OccasionMessage, TemplateFlaw, ThankYou,
};

/// Free functions, because a record has no constructors in UniFFI.
macro_rules! json_form {
    ($($Type:ident $from:ident $to:ident),* $(,)?) => {$(
        /// Reads it from JSON; every problem is told.
        #[uniffi::export]
        pub(crate) fn $from(text: &str) -> Result<$Type, InputRefused> {
            $Type::from_json(text)
        }

        /// Writes it as JSON.
        #[uniffi::export]
        pub(crate) fn $to(value: &$Type) -> Result<String, InputRefused> {
            Ok(value.to_json())
        }
    )*};
}

json_form! {
    Account account_from_json account_to_json,
    Action action_from_json action_to_json,
    Assumptions assumptions_from_json assumptions_to_json,
    Command command_from_json command_to_json,
    Capacity capacity_from_json capacity_to_json,
    Claim claim_from_json claim_to_json,
    Comparison comparison_from_json comparison_to_json,
    Entry entry_from_json entry_to_json,
    Explanation explanation_from_json explanation_to_json,
    HolidayYear holiday_year_from_json holiday_year_to_json,
    NextContact next_contact_from_json next_contact_to_json,
    Plan plan_from_json plan_to_json,
    PlannedLine planned_line_from_json planned_line_to_json,
    PolicyDoc policy_doc_from_json policy_doc_to_json,
    Preset preset_from_json preset_to_json,
    Recheck recheck_from_json recheck_to_json,
    Refusal refusal_from_json refusal_to_json,
    Said said_from_json said_to_json,
    Term term_from_json term_to_json,
    TermDays term_days_from_json term_days_to_json,
}

#[cfg(feature = "render")]
json_form! {
    MessageAnswer message_answer_from_json message_answer_to_json,
    MessageOptions message_options_from_json message_options_to_json,
    MessageTemplate message_template_from_json message_template_to_json,
    OccasionMessage occasion_message_from_json occasion_message_to_json,
    TemplateFlaw template_flaw_from_json template_flaw_to_json,
    ThankYou thank_you_from_json thank_you_to_json,
}
