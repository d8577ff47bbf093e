use std::cmp::Reverse;

use crate::model::Item;
use crate::money::Currency;
use crate::policy::{Grouping, Rung};

/// An item whose step is due.
#[derive(Clone, Copy)]
pub(crate) struct Candidate<'a> {
    pub(crate) at: usize,
    pub(crate) item: &'a Item,
    pub(crate) ladder: usize,
    pub(crate) rung_number: usize,
    pub(crate) rung: &'a Rung,
    pub(crate) occurrence: u32,
    /// Its last day for payment has not passed.
    pub(crate) is_upcoming: bool,
}

/// Items that go out together, the oldest due first.
pub(crate) struct Bundle<'a> {
    pub(crate) items: Vec<Candidate<'a>>,
    /// The item whose step decides on channel and template.
    pub(crate) leading: Candidate<'a>,
}

/// What is due together goes into one message, or each item into its own, as the policy says.
///
/// Currencies never mix, a call is no message, and what is not yet overdue is kept apart from what
/// is. The highest step leads: of two alike, that of the item due first.
pub(crate) fn bundle<'a>(
    mut candidates: Vec<Candidate<'a>>,
    grouping: Grouping,
) -> Vec<Bundle<'a>> {
    candidates.sort_by_key(|one| (kind(one), one.item.due, &one.item.id));
    let mut bundles: Vec<Bundle<'a>> = Vec::new();
    for one in candidates {
        match bundles.last_mut() {
            Some(bundle)
                if grouping == Grouping::Account && kind(&bundle.leading) == kind(&one) =>
            {
                if leads(&one) > leads(&bundle.leading) {
                    bundle.leading = one;
                }
                bundle.items.push(one);
            }
            _ => bundles.push(Bundle { items: vec![one], leading: one }),
        }
    }
    bundles
}

fn kind(one: &Candidate<'_>) -> (Currency, bool, bool) {
    (one.item.currency, one.rung.is_call, one.is_upcoming)
}

fn leads<'a>(one: &Candidate<'a>) -> impl Ord + use<'a> {
    (one.rung_number, Reverse(one.item.due), Reverse(one.item.id.as_str()))
}
