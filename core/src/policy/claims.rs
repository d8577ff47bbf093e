//! What a company claims from those who pay late.

use super::{DayCount, Rounding, RoundingPoint};
use crate::model::{Country, DebtorKind};
use crate::money::Amount;
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// What is claimed beside the principal. Without these rules it is what the law of the
    /// creditor's country gives.
    pub struct ClaimRules {
        /// The country whose law applies; the creditor's if not given.
        pub law: Option<Country> = None,
        /// Agreed interest: the first that fits an item takes the place of interest by law.
        pub interest: Vec<InterestChoice> = [],
        /// How days become a part of the year with interest by law, where no law says it; what is
        /// usual in the country if not given.
        pub day_count: Option<DayCount> = None,
        /// How interest by law is rounded; to the smallest unit if not given.
        pub rounding: Option<Rounding> = None,
        /// When interest by law is rounded; if not given, when it is capitalised and at the end.
        pub rounding_point: Option<RoundingPoint> = None,
        /// True if days after the last known rate by law bear that rate; a finding says so.
        pub assume_last_rate: bool = false,
        /// True if what is paid bears no interest by law on the day of its payment, where no law
        /// says it.
        pub payment_day_free: bool = false,
        /// VAT in percent on collection costs, if the creditor cannot deduct it and declares so.
        pub vat_percent: Option<Amount> = None,
        /// True if the contracts have a clause on damages for being late, where a law asks for
        /// one.
        pub clause_agreed: bool = false,
        /// Days after sending on which a notice by law counts as received that has neither evidence
        /// nor a presumption of the law, such as one by e-mail; if not given, its term is taken as
        /// running.
        pub presumed_days: Option<u32> = None,
        /// True if no costs and fixed sums by law are claimed.
        pub without_costs: bool = false,
    }
}

record! {
    /// Which items bear an agreed interest. Conditions that are not given fit every item.
    pub struct InterestChoice {
        /// The rule on interest, by its id.
        pub rule: Str,
        /// The kinds of debtor.
        pub kinds: Vec<DebtorKind> = [],
        /// Marks of the item, of which it has at least one.
        pub tags: Vec<Str> = [],
    }
}

impl InterestChoice {
    pub(crate) fn fits(&self, kind: DebtorKind, tags: &[Str]) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&kind))
            && (self.tags.is_empty() || tags.iter().any(|tag| self.tags.contains(tag)))
    }
}
