//! The presets as they are, or with one choice turned round, to see that a case notices.

use serde_json::{Value, json};

/// Under which rules cases are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Lab {
    #[default]
    AsTheyAre,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests turn rules round"))]
    OtherBoundary,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests turn rules round"))]
    OtherAnchor,
    #[cfg_attr(not(test), expect(dead_code, reason = "the tests turn rules round"))]
    OtherCompare,
}

impl Lab {
    /// The rules with the choice turned round.
    pub(super) fn turned(self, policy: &Value) -> Value {
        let mut policy = policy.clone();
        let scenarios = policy["scenarios"].as_array_mut().into_iter().flatten();
        for scenario in scenarios {
            match self {
                Self::AsTheyAre => {}
                Self::OtherBoundary => {
                    let is_exclusive = scenario["boundary"] == "exclusive";
                    let other = if is_exclusive { "inclusive" } else { "exclusive" };
                    scenario["boundary"] = json!(other);
                }
                Self::OtherAnchor => turn_anchors(scenario),
                Self::OtherCompare if scenario["minimums"].is_null() => {}
                Self::OtherCompare => {
                    let is_more = scenario["minimums"]["compare"] == "moreThan";
                    let other = if is_more { "atLeast" } else { "moreThan" };
                    scenario["minimums"]["compare"] = json!(other);
                }
            }
        }
        policy
    }
}

/// What is counted from the due day is counted from the day of issue, and the other way round.
fn turn_anchors(scenario: &mut Value) {
    if scenario["levelOf"].is_string() {
        let is_issue = scenario["accountAnchor"] == "oldestIssue";
        scenario["accountAnchor"] = json!(if is_issue { "oldestDue" } else { "oldestIssue" });
        return;
    }
    for step in scenario["steps"].as_array_mut().into_iter().flatten() {
        match step["anchor"].as_str() {
            None | Some("dueDate") => step["anchor"] = json!("issueDate"),
            Some("issueDate") => step["anchor"] = json!("dueDate"),
            // What follows another step moves with it.
            Some(_) => {}
        }
    }
}
