use crate::vocabulary::{record, words};

record! {
    /// What a forecast takes for granted.
    ///
    /// Besides what can be chosen here: every action is sent at its time and arrives, nobody
    /// replies or disputes, and the host's data stays current.
    pub struct Assumptions {
        /// What the debtor pays; `Nothing` if not given.
        pub payments: Option<AssumedPayments> = None,
        /// What becomes of promises; `Kept` with `AsPromised`, else `Broken`, if not given.
        pub promises: Option<AssumedKeeping> = None,
        /// What becomes of arrangements; `Kept` with `AsPromised`, else `Broken`, if not given.
        pub arrangements: Option<AssumedKeeping> = None,
        /// What comes of calls; `Unanswered` if not given.
        pub calls: Option<AssumedCalls> = None,
        /// What becomes of proposals; `ApprovedAtOnce` if not given.
        pub proposals: Option<AssumedProposals> = None,
    }
}

words! {
    /// What a forecast takes the debtor to pay.
    pub enum AssumedPayments {
        /// Nothing: promises are broken at their end, and instalments are not paid.
        Nothing,
        /// What was promised, on the promised day, and instalments on theirs.
        AsPromised,
        /// Every item as late as the debtor usually pays, by `history` of the account: the
        /// average of days late after the due day, rounded up; an item that is later already,
        /// at the longest that there was; one that is later still, never. Without a history,
        /// nothing.
        AsUsual,
    }
}

words! {
    /// What a forecast takes to become of what was agreed.
    pub enum AssumedKeeping {
        /// It is not kept.
        Broken,
        /// It is paid on its day.
        Kept,
    }
}

words! {
    /// What a forecast takes to come of calls.
    pub enum AssumedCalls {
        /// Nobody answers, however often it is tried.
        Unanswered,
        /// The debtor is reached at the first attempt, and neither promises nor disputes.
        Reached,
    }
}

words! {
    /// What a forecast takes to become of steps that a person has to approve.
    pub enum AssumedProposals {
        /// Each is approved as soon as it is proposed.
        ApprovedAtOnce,
        /// None is approved: they stay proposals.
        Never,
    }
}
