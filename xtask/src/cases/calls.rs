//! A call that a person makes and that reaches nobody.

use dunning::{Action, Plan};
use serde_json::json;

use super::facts::Told;
use super::world::{World, json_of};

/// Every call of a plan is made, and nobody answers.
pub(super) fn call_in_vain(world: &mut World, plan: &Plan) -> Told<()> {
    for action in &plan.actions {
        let at = action.planned_at.to_string();
        let action = world.queued(action)?;
        let action = json_of(&Action::to_json(&action))?;
        let report = json!({ "action": action, "outcome": { "type": "noAnswer" } });
        world.tell(&json!({ "type": "called", "report": report }), &at)?;
    }
    Ok(())
}
