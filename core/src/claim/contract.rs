//! Contracts from before a law changed.

use crate::law::{self, Statute};
use crate::model::{CostRefusal, DebtorKind, Item};

/// Whether a contract is from before a law changed, where that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContractAge {
    New,
    Old,
    Unknown,
}

/// The age of the contract of an item whose interest begins on a day.
pub(crate) fn contract_age(statute: &Statute, item: &Item, first: i32) -> ContractAge {
    let Some(old) = &statute.old else { return ContractAge::New };
    if first > old.asked_until.number() {
        return ContractAge::New;
    }
    match item.contract.as_ref().and_then(|contract| contract.date) {
        None => ContractAge::Unknown,
        Some(date) if date < old.new_since => ContractAge::Old,
        Some(_) => ContractAge::New,
    }
}

/// Why a fixed sum is not owed for an item: laws gave them to new contracts only.
pub(crate) fn too_old(law: &str, kind: DebtorKind, item: &Item) -> Option<CostRefusal> {
    let statute = law::statute(law, kind)?;
    match contract_age(statute, item, item.due.number().saturating_add(1)) {
        ContractAge::New => None,
        ContractAge::Old => Some(CostRefusal::OldContract),
        ContractAge::Unknown => Some(CostRefusal::NoContractDate),
    }
}
