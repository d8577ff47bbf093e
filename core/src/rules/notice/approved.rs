use crate::model::{Action, Approval, ApprovalWhy, StepKey};
use crate::money;
use crate::policy::Tolerated;
use crate::standing::{Ruling, Standing};
use crate::text::Str;

/// An action that a person has approved as it stands goes out; the approval holds for some days.
/// A lower total passes too, if the policy says so.
///
/// The entry of the approval; or why there is none that holds, with the entry that says so.
pub(crate) fn approved(
    standing: &Standing<'_>,
    action: &Action,
    fingerprint: &str,
) -> Result<Str, (ApprovalWhy, Option<Str>)> {
    let policy = standing.policy;
    let mut newest = None;
    for ruling in standing.acts.rulings.iter().rev() {
        if !covers_all(ruling.steps(), action) || !ruling.is_about_part(action) {
            continue;
        }
        newest = newest.or(Some(ruling));
        if !matches!(ruling.ruling, Ruling::Proposed(_)) {
            newest = Some(ruling);
            break;
        }
    }
    let newest = newest.ok_or((ApprovalWhy::Undecided, None))?;
    let entry = Some(newest.entry.id.clone());
    let Ruling::Approved(approval) = newest.ruling else {
        return Err((ApprovalWhy::Undecided, entry));
    };
    if standing.today > newest.on.saturating_add(policy.approval_days) {
        return Err((ApprovalWhy::Expired, entry));
    }
    let is_same = approval.fingerprint == fingerprint;
    let is_lower = policy.approval_tolerates == Tolerated::LowerAmount
        && is_lower(approval, action, fingerprint);
    if is_same || is_lower {
        Ok(newest.entry.id.clone())
    } else {
        Err((ApprovalWhy::Changed, entry))
    }
}

/// The first day on which an approval holds no longer.
pub(crate) fn approval_ends(standing: &Standing<'_>, entry: &Str) -> Option<i32> {
    let approval = standing.acts.rulings.iter().find(|ruling| ruling.entry.id == *entry)?;
    let last = approval.on.saturating_add(standing.policy.approval_days);
    Some(last.saturating_add(1))
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
