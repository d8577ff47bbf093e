use crate::model::{Action, Approval, StepKey};
use crate::money;
use crate::policy::Tolerated;
use crate::standing::{Ruling, Standing};
use crate::text::Str;

/// An action that a person has approved as it stands goes out; the approval holds for some days.
/// A lower total passes too, if the policy says so.
pub(crate) fn approved(standing: &Standing<'_>, action: &Action, fingerprint: &str) -> Option<Str> {
    let policy = standing.policy;
    let newest = standing.acts.rulings.iter().rev().find(|ruling| {
        !matches!(ruling.ruling, Ruling::Proposed(_)) && covers_all(ruling.steps(), action)
    })?;
    let Ruling::Approved(approval) = newest.ruling else { return None };
    if standing.today > newest.on.saturating_add(policy.approval_days) {
        return None;
    }
    let is_same = approval.fingerprint == fingerprint;
    let is_lower = policy.approval_tolerates == Tolerated::LowerAmount
        && is_lower(approval, action, fingerprint);
    (is_same || is_lower).then(|| newest.entry.id.clone())
}

/// True if the steps of the action are among these.
fn covers_all(steps: &[StepKey], action: &Action) -> bool {
    action.covers.iter().all(|cover| steps.contains(&cover.key))
}

/// True if nothing but the amounts changed, and the total did not rise.
fn is_lower(approval: &Approval, action: &Action, fingerprint: &str) -> bool {
    let frame = |text: &str| text.split_once('.').map(|(frame, _)| frame.to_owned());
    let digits = action.currency.minor_units().unwrap_or(2);
    let minor = |amount| money::to_minor(amount, digits).ok();
    frame(&approval.fingerprint) == frame(fingerprint)
        && approval.currency == action.currency
        && minor(action.total) <= minor(approval.total)
}
