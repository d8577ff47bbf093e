//! How often each thing was said.

use std::collections::BTreeMap;

use super::answer::Answer;

/// What the library said, counted: agreement on what never happens proves nothing.
pub(crate) struct Tally {
    cases: u64,
    counts: BTreeMap<String, u64>,
}

impl Tally {
    pub(crate) fn new(cases: u64) -> Self {
        Self { cases, counts: BTreeMap::new() }
    }

    /// Each of these was said at least once in 500 cases.
    pub(crate) fn assert_all_occur(&self, all: &[&str]) {
        let counts = &self.counts;
        println!("{} cases: {counts:#?}", self.cases);
        for what in all {
            let count = counts.get(*what).copied().unwrap_or(0);
            assert!(count * 500 >= self.cases, "only {count} times: {what}");
        }
    }

    pub(crate) fn count(&mut self, answer: &Answer) {
        let mut one = |what: String| *self.counts.entry(what).or_default() += 1;
        for item in &answer.items {
            one(item.outcome.to_owned());
            for hold in &item.holds {
                let words: Vec<&str> = hold.split(' ').collect();
                let why = words.iter().skip(1).find(|word| WHYS.contains(word));
                one(format!("{} {}", words[0], why.unwrap_or(&"")).trim_end().to_owned());
            }
            let occurrence = item.next.as_ref().and_then(|next| next.split(' ').nth(2));
            if item.level.is_none() && occurrence.is_some_and(|occurrence| occurrence != "1") {
                one("begun anew".to_owned());
            }
            for passed in &item.passed {
                one(format!("passed {}", passed.split(' ').nth(1).unwrap()));
            }
        }
        for fee in &answer.fees {
            one(format!("journal {}", fee.split(' ').next_back().unwrap()));
        }
        for action in &answer.actions {
            let lines = action.matches('/').count();
            one(format!("action of {}", if lines > 1 { "several" } else { "one" }));
            one(format!("by {}", action.split(' ').next().unwrap()));
            if !action.contains("(attempt 1)") {
                one("further attempt".to_owned());
            }
            if action.contains('#') {
                one("reminder of an instalment".to_owned());
            }
            for said in [" approved", " to be approved"] {
                if action.ends_with(said) {
                    one(format!("action{said}"));
                }
            }
            for state in ["announced", "claimable"] {
                if action.split(" fee ").skip(1).any(|fee| fee.contains(state)) {
                    one(format!("fee {state}"));
                }
            }
            let fees = action.split(" fee ").skip(1).map(|fee| fee.split(' ').collect::<Vec<_>>());
            let own = |fee: &Vec<&str>| action.contains(&format!("{}/{} ", fee[2], fee[4]));
            if fees.into_iter().any(|fee| !own(&fee)) {
                one("earlier fee".to_owned());
            }
            if action.contains(" without ") {
                one("part of a step".to_owned());
            }
        }
    }
}

/// The ways in which a hold can hold.
const WHYS: [&str; 30] = [
    "behind",
    "callBack",
    "retryLater",
    "perDay",
    "settled",
    "credit",
    "awaitingAllocation",
    "belowTolerance",
    "open",
    "awaitingCredit",
    "running",
    "awaitingBankData",
    "inFlight",
    "timedOut",
    "noneAssigned",
    "versionMissing",
    "stepMissing",
    "notYetDue",
    "ladderEnded",
    "handoverDue",
    "noAnchor",
    "tooFewItems",
    "gap",
    "oneStepPerDay",
    "paidAlready",
    "disputes",
    "noConsent",
    "attemptFailed",
    "optedOut",
    "wrongPerson",
];

/// What must be compared in plans.
pub(crate) const IN_PLANS: [&str; 53] = [
    "action to be approved",
    "by call",
    "called callBack",
    "passed noOutcome",
    "begun anew",
    "reminder of an instalment",
    "arranged awaitingBankData",
    "arranged behind",
    "arranged running",
    "act",
    "action of one",
    "action of several",
    "belowMinimum",
    "blocked",
    "by email",
    "by letter",
    "by portal",
    "by sms",
    "by whatsApp",
    "closed",
    "deceased",
    "disputed awaitingCredit",
    "disputed open",
    "further attempt",
    "handedOver",
    "insolvent",
    "legalData",
    "nothingOwed awaitingAllocation",
    "nothingOwed belowTolerance",
    "outcomeUnknown timedOut",
    "passed byHand",
    "passed dayPassed",
    "passed duePassed",
    "passed enteredLater",
    "passed noBrokenPromise",
    "passed overtaken",
    "passed promiseBroken",
    "promised awaitingBankData",
    "promised running",
    "questioned",
    "rejected",
    "replied disputes",
    "replied paidAlready",
    "rescheduled",
    "stale",
    "step handoverDue",
    "step ladderEnded",
    "step noAnchor",
    "step notYetDue",
    "step tooFewItems",
    "timeBarred",
    "timing gap",
    "withdrawn",
];

/// What must be compared in forecasts.
pub(crate) const IN_FORECASTS: [&str; 15] = [
    "called retryLater",
    "passed noOutcome",
    "reminder of an instalment",
    "act",
    "action of several",
    "belowMinimum",
    "blocked",
    "further attempt",
    "passed dayPassed",
    "passed overtaken",
    "promised running",
    "rescheduled",
    "step ladderEnded",
    "timing gap",
    "unreachable attemptFailed",
];

/// What must be compared where items share a level, beside what every plan has.
pub(crate) const IN_SHARED: [&str; 4] =
    ["act", "further attempt", "part of a step", "outcomeUnknown timedOut"];

/// What must be compared in plans with fees and with proposals that freeze.
pub(crate) const WITH_FEES: [&str; 8] = [
    "fee announced",
    "fee claimable",
    "journal announced",
    "journal claimable",
    "journal released",
    "journal waived",
    "awaitingApproval",
    "action approved",
];
