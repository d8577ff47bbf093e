use crate::model::{ExcludedChannel, Hold};
use crate::text::Str;

/// If no channel of the step can be used, the item waits and a person is asked: never silence.
pub(crate) fn unreachable(step: &Str, excluded: Vec<ExcludedChannel>) -> Hold {
    Hold::Unreachable { step: step.clone(), excluded }
}
