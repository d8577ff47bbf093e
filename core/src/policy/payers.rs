//! Which payers are punctual, and which are not.

use super::compiled::problem;
use crate::error::Problem;
use crate::model::{CreditAdvice, PayerClass};
use crate::vocabulary::{record, words};

record! {
    /// How payers are told apart. Shares are in percent of the invoices paid; days are the average
    /// of those that were late.
    pub struct PayerRules {
        /// Invoices paid before anything is said; 3 if not given.
        pub min_invoices: Option<u32> = None,
        /// The largest share late of a punctual payer; 10 if not given.
        pub punctual_late_percent: Option<u32> = None,
        /// The most days late of a punctual payer; 7 if not given.
        pub punctual_days_late: Option<u32> = None,
        /// The smallest share late of a chronic non-payer; 50 if not given.
        pub chronic_late_percent: Option<u32> = None,
        /// The fewest days late of a chronic non-payer; 14 if not given.
        pub chronic_days_late: Option<u32> = None,
        /// The smallest share late from which a chronic non-payer gets nothing more; 80 if not
        /// given. Below it the advice is prepayment.
        pub stop_late_percent: Option<u32> = None,
        /// The fewest days late from which a chronic non-payer gets nothing more; 30 if not
        /// given.
        pub stop_days_late: Option<u32> = None,
        /// How the first step of a punctual payer is taken; `Call` if not given.
        pub punctual_first: Option<PunctualFirst> = None,
    }
}

words! {
    /// How the first step of a punctual payer is taken.
    pub enum PunctualFirst {
        /// A person calls.
        Call,
        /// As the scenario says.
        AsPlanned,
    }
}

/// The rules on payers, with their defaults: a share and days each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PayerTerms {
    min_invoices: u32,
    punctual: (u32, u32),
    chronic: (u32, u32),
    stop: (u32, u32),
    /// The host has written rules on payers.
    pub(crate) given: bool,
    /// A punctual payer is called first.
    pub(crate) calls_first: bool,
}

impl PayerTerms {
    pub(super) fn compile(rules: Option<&PayerRules>) -> Self {
        let number = |given: fn(&PayerRules) -> Option<u32>, default| {
            rules.and_then(given).unwrap_or(default)
        };
        Self {
            min_invoices: number(|rules| rules.min_invoices, 3),
            punctual: (
                number(|rules| rules.punctual_late_percent, 10),
                number(|rules| rules.punctual_days_late, 7),
            ),
            chronic: (
                number(|rules| rules.chronic_late_percent, 50),
                number(|rules| rules.chronic_days_late, 14),
            ),
            stop: (
                number(|rules| rules.stop_late_percent, 80),
                number(|rules| rules.stop_days_late, 30),
            ),
            given: rules.is_some(),
            calls_first: rules.and_then(|rules| rules.punctual_first)
                != Some(PunctualFirst::AsPlanned),
        }
    }

    /// The class and the advice by invoices paid, those paid late, and their days late in all.
    pub(crate) fn judge(&self, paid: u32, late: u32, days: u64) -> (PayerClass, CreditAdvice) {
        let [paid_in_all, late_in_all] = [paid, late].map(u64::from);
        // Compared as products: a share is never rounded over a bound.
        let share = late_in_all.saturating_mul(100);
        let bound = |percent: u32| paid_in_all.saturating_mul(u64::from(percent));
        let average = |most: u32| late_in_all.saturating_mul(u64::from(most));
        let reaches = |(percent, most): (u32, u32)| {
            late > 0 && share >= bound(percent) && days >= average(most)
        };
        let (percent, most) = self.punctual;
        if paid == 0 || paid < self.min_invoices {
            (PayerClass::New, CreditAdvice::Normal)
        } else if share <= bound(percent) && days <= average(most) {
            (PayerClass::Punctual, CreditAdvice::Normal)
        } else if !reaches(self.chronic) {
            (PayerClass::Occasional, CreditAdvice::Normal)
        } else if reaches(self.stop) {
            (PayerClass::Chronic, CreditAdvice::Stop)
        } else {
            (PayerClass::Chronic, CreditAdvice::Prepay)
        }
    }
}

/// Everything that is wrong with the rules on payers.
pub(super) fn check(rules: &PayerRules, problems: &mut Vec<Problem>) {
    let percents = [
        ("punctualLatePercent", rules.punctual_late_percent),
        ("chronicLatePercent", rules.chronic_late_percent),
        ("stopLatePercent", rules.stop_late_percent),
    ];
    for (field, given) in percents {
        if given.is_some_and(|percent| percent > 100) {
            problems.push(problem(format!("payers.{field}"), &given, "at most 100"));
        }
    }
    let terms = PayerTerms::compile(Some(rules));
    if terms.punctual.0 >= terms.chronic.0 {
        let what = "a punctual payer is late less often than a chronic non-payer";
        let path = "payers.punctualLatePercent".to_owned();
        problems.push(problem(path, &terms.punctual.0, what));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bounds_belong_to_the_class() {
        let terms = PayerTerms::compile(None);
        let class = |paid, late, days| terms.judge(paid, late, days).0;
        assert_eq!(class(0, 0, 0), PayerClass::New);
        assert_eq!(class(2, 0, 0), PayerClass::New);
        assert_eq!(class(3, 0, 0), PayerClass::Punctual);
        assert_eq!(class(10, 1, 7), PayerClass::Punctual);
        assert_eq!(class(10, 1, 8), PayerClass::Occasional);
        assert_eq!(class(9, 1, 1), PayerClass::Occasional);
        assert_eq!(class(10, 5, 69), PayerClass::Occasional);
        assert_eq!(class(10, 5, 70), PayerClass::Chronic);
        assert_eq!(class(11, 5, 700), PayerClass::Occasional);
    }

    #[test]
    fn the_advice_follows_the_figures() {
        let terms = PayerTerms::compile(None);
        let advice = |paid, late, days| terms.judge(paid, late, days).1;
        assert_eq!(advice(10, 0, 0), CreditAdvice::Normal);
        assert_eq!(advice(10, 7, 700), CreditAdvice::Prepay);
        assert_eq!(advice(10, 8, 239), CreditAdvice::Prepay);
        assert_eq!(advice(10, 8, 240), CreditAdvice::Stop);
    }

    #[test]
    fn figures_of_any_size_are_judged() {
        let terms = PayerTerms::compile(None);
        assert_eq!(terms.judge(u32::MAX, u32::MAX, u64::MAX).0, PayerClass::Chronic);
    }
}
