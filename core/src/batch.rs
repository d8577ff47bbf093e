//! Many accounts as JSON lines.

use crate::calendar::Moment;
use crate::json;
use crate::model::Account;
use crate::plan::plan;
use crate::policy::Policy;

/// Plans many accounts: one account a line in, one result a line out, in the same order.
///
/// A result is `{"type":"planned","plan":…}` or, for a line that cannot be read,
/// `{"type":"refused","line":n,"problems":[…]}` with the line counted from 1. Blank lines give
/// no result.
#[must_use]
pub fn plan_many(accounts: &str, policy: &Policy, now: Moment) -> String {
    let mut results = String::new();
    for (at, line) in accounts.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let result = match json::read::<Account>(line) {
            Ok(account) => {
                serde_json::json!({"type": "planned", "plan": plan(&account, policy, now)})
            }
            Err(problems) => serde_json::json!({
                "type": "refused", "line": at.saturating_add(1), "problems": problems
            }),
        };
        results.push_str(&result.to_string());
        results.push('\n');
    }
    results
}
