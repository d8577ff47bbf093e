//! Calls: what counts as reached, and when the next attempt is made.

use dunning::{
    CallAnswer, CallOutcome, CallRules, CallWait, Channel, Item, Moment, Scenario, Step, StepKey,
    Subject, Work,
};

use super::deliveries::{Delivery, Fate};
use super::facts::{World, number, plus_hours};

/// The calls of a step of an item that did not reach the debtor.
pub(crate) struct Again {
    pub(crate) not_before: Moment,
    why: &'static str,
    today: usize,
}

fn rules_of(step: &Step) -> Option<CallRules> {
    match &step.work {
        Work::Call { rules, .. } => Some(rules.clone().unwrap_or_else(CallRules::new)),
        _ => None,
    }
}

pub(crate) fn is_call(step: &Step) -> bool {
    matches!(step.work, Work::Call { .. })
}

impl Delivery<'_> {
    pub(crate) fn is_wrong_number(&self) -> bool {
        matches!(self.call, Some((_, CallOutcome::WrongNumber {})))
    }

    /// True if its outcome does not take the step, and a further attempt is allowed or wanted.
    pub(crate) fn missed(&self, world: &World<'_>, key: &StepKey) -> bool {
        let Some((_, outcome)) = self.call else { return false };
        let cover = self.cover(key).unwrap();
        let scenario = world.scenario(&cover.key.scenario, cover.scenario_version);
        let step = scenario.and_then(|scenario| scenario.steps.iter().find(|s| s.id == key.step));
        let rules = step.and_then(rules_of).unwrap_or_else(CallRules::new);
        if self.answers(&rules) {
            return false;
        }
        let is_asked =
            matches!(outcome, CallOutcome::CallBackAt { .. } | CallOutcome::CallBackOn { .. });
        // It and those before it.
        let count = world.deliveries().iter().filter(|one| {
            one.covers(key)
                && one.call.is_some()
                && !one.is_wrong_number()
                && (one.call.map(|(at, _)| at), one.id) <= (self.call.map(|(at, _)| at), self.id)
                && !one.is_apart(key, self)
                && !one.answers(&rules)
        });
        let most = usize::try_from(rules.max_attempts.unwrap_or(3)).unwrap();
        is_asked || count.count() < most
    }

    /// True if it took the step without any item of the other.
    fn is_apart(&self, key: &StepKey, other: &Delivery<'_>) -> bool {
        !other.named.is_empty() && other.named.iter().all(|item| !self.takes(key, item))
    }

    fn answers(&self, rules: &CallRules) -> bool {
        let answer = match self.call {
            Some((_, CallOutcome::Reached {})) => CallAnswer::Reached,
            Some((_, CallOutcome::Voicemail {})) => CallAnswer::Voicemail,
            Some((_, CallOutcome::Refused {})) => CallAnswer::Refused,
            Some((_, CallOutcome::NoAnswer {})) => CallAnswer::NoAnswer,
            _ => return false,
        };
        if rules.reached_on.is_empty() {
            matches!(answer, CallAnswer::Reached | CallAnswer::Voicemail)
        } else {
            rules.reached_on.contains(&answer)
        }
    }
}

impl<'a> World<'a> {
    fn calls_of(&self, key: &StepKey, item: &Item) -> Vec<&Delivery<'a>> {
        let all = self.deliveries().iter();
        all.filter(|one| one.channel == Channel::Call && one.takes(key, &item.id)).collect()
    }

    /// When the call may be made again, if it was made and did not reach the debtor.
    pub(crate) fn again(&self, item: &Item, step: &Step, key: &StepKey) -> Option<Again> {
        let rules = rules_of(step).unwrap_or_else(CallRules::new);
        let calls = self.calls_of(key, item);
        let missed = || calls.iter().filter(|one| one.fate(self, key) == Fate::Missed);
        let last = missed().max_by_key(|one| (one.call.map(|(at, _)| at), one.id))?;
        let (at, outcome) = last.call?;
        let hours = i64::from(rules.retry_after_hours.unwrap_or(24));
        let (why, not_before) = match outcome {
            CallOutcome::CallBackAt { at } => ("callBack", *at),
            CallOutcome::CallBackOn { day } => ("callBack", self.start_of(number(*day))),
            _ => ("retryLater", plus_hours(at, hours)),
        };
        let made_on = |one: &&&Delivery<'_>| one.call.map(|(at, _)| self.day_of(at));
        let today = missed().filter(|one| made_on(one) >= Some(self.today)).count();
        Some(Again { not_before, why, today })
    }

    /// The hold of a call that is made again, but not yet.
    pub(crate) fn called(&self, item: &Item, step: &Step, key: &StepKey) -> Option<String> {
        let again = self.again(item, step, key)?;
        let rules = rules_of(step).unwrap_or_else(CallRules::new);
        let most = usize::try_from(rules.max_per_day.unwrap_or(2)).unwrap();
        let on = self.day_of(again.not_before);
        if on > self.today {
            Some(format!("called {} {} {on}", step.id, again.why))
        } else if again.today >= most {
            Some(format!("called {} perDay {}", step.id, self.today + 1))
        } else {
            None
        }
    }

    /// The first day on which a call was handed over that has not reached the debtor.
    pub(crate) fn handed_over(&self, item: &Item, key: &StepKey) -> Option<i32> {
        let calls = self.calls_of(key, item);
        let pending =
            calls.iter().filter(|one| matches!(one.fate(self, key), Fate::Out | Fate::Missed));
        let since = pending.filter_map(|one| one.queued_at.or(one.sent_at)).min()?;
        Some(self.day_of(since))
    }

    /// The day on which a call counts as taken that was handed over, has not reached the debtor,
    /// and is not waited for any more; `due_after` is the day of the next step if it does.
    pub(crate) fn no_outcome(
        &self,
        item: &Item,
        step: &Step,
        key: &StepKey,
        due_after: impl Fn(i32) -> Option<i32>,
    ) -> Option<i32> {
        let since = self.handed_over(item, key)?;
        let mut from = due_after(since)?.max(since + 1);
        if let Some(CallWait::UntilOutcome { at_most_days }) =
            rules_of(step).and_then(|rules| rules.wait)
        {
            from = from.max(since + i32::try_from(at_most_days).unwrap() + 1);
        }
        let gap = i32::try_from(self.doc.min_gap_days.unwrap_or(3)).unwrap().max(1);
        let last = self.contacts(self.deliveries()).into_iter().map(|(_, day)| day).max();
        from = from.max(last.map_or(i32::MIN, |last| last + gap));
        if let Some(again) = self.again(item, step, key).filter(|again| again.why == "callBack") {
            from = from.max(self.day_of(again.not_before) + 1);
        }
        (from <= self.today).then_some(since)
    }

    /// The calls about an item of which nothing is heard that the ladder has passed over.
    pub(crate) fn forgotten(
        &self,
        item: &Item,
        ladder: &Scenario,
        next: Option<usize>,
    ) -> Vec<&'a str> {
        let calls = self.deliveries().iter().filter(|one| one.channel == Channel::Call);
        let passed = calls.filter(|one| {
            let own = one.covers.iter().filter(
                |cover| !matches!(&cover.key.subject, Subject::Item { item: of } if *of != item.id),
            );
            own.into_iter().any(|cover| {
                let at = ladder.steps.iter().position(|step| step.id == cover.key.step);
                at.is_some_and(|at| next.is_none_or(|next| at < next))
            })
        });
        passed.map(|one| one.id.as_str()).collect()
    }
}
