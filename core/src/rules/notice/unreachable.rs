use crate::model::{ExcludedChannel, Hold};

/// If no channel of the step can be used, the item waits and a person is asked: never silence.
pub(crate) fn unreachable(step: &str, excluded: Vec<ExcludedChannel>) -> Hold {
    Hold::Unreachable { step: step.to_owned(), excluded }
}
