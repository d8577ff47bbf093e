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
}

/// Items that go out together, the oldest due first.
pub(crate) struct Bundle<'a> {
    pub(crate) items: Vec<Candidate<'a>>,
    /// The item whose step decides on channel and template.
    pub(crate) leading: Candidate<'a>,
}

/// What is due together goes into one message, or each item into its own, as the policy says.
///
/// Currencies never mix, and a call is no message. The highest step leads: of two alike, that of
/// the item due first.
pub(crate) fn bundle<'a>(
    mut candidates: Vec<Candidate<'a>>,
    grouping: Grouping,
) -> Vec<Bundle<'a>> {
    candidates.sort_by_key(|one| (one.item.currency, one.rung.is_call, one.item.due, &one.item.id));
    let mut bundles: Vec<Bundle<'a>> = Vec::new();
    let mut last: Option<(Currency, bool)> = None;
    for one in candidates {
        let kind = (one.item.currency, one.rung.is_call);
        match bundles.last_mut() {
            Some(bundle) if grouping == Grouping::Account && last == Some(kind) => {
                if leads(&one) > leads(&bundle.leading) {
                    bundle.leading = one;
                }
                bundle.items.push(one);
            }
            _ => bundles.push(Bundle { items: vec![one], leading: one }),
        }
        last = Some(kind);
    }
    bundles
}

fn leads<'a>(one: &Candidate<'a>) -> impl Ord + use<'a> {
    (one.rung_number, Reverse(one.item.due), Reverse(one.item.id.as_str()))
}
