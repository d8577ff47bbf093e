//! What must be due together for a message to go out.

use dunning::{Compare, Minimum, MinimumBasis, MinimumMissed, Scenario, Unlisted};

use super::facts::{World, minor};
use super::notice::Ready;
use super::owed::is_credit;

impl<'a> World<'a> {
    /// Keeps what is enough and lowers what the policy lowers, from the highest step down, so
    /// that what is lowered counts at the step below; the rest waits.
    pub(crate) fn enough(&self, ready: Vec<Ready<'a>>) -> (Vec<Ready<'a>>, Vec<(usize, String)>) {
        let mut left = ready;
        let mut held = Vec::new();
        let most = left.iter().map(|one| one.at).max().unwrap_or(0);
        for at in (0..=most).rev() {
            let here = left.iter().filter(|one| one.at == at);
            let poor: Vec<usize> =
                here.filter(|one| !self.is_enough(one, &left)).map(|one| one.place).collect();
            for one in left.iter_mut().filter(|one| poor.contains(&one.place)) {
                let missed = one.ladder.minimums.as_ref().and_then(|all| all.missed);
                let lowers = matches!(
                    missed,
                    Some(MinimumMissed::LowerStep | MinimumMissed::LowerStepOrAgain)
                );
                if lowers && one.at > self.lowest(one) {
                    one.at -= 1;
                } else {
                    let step = &one.ladder.steps[one.at].id;
                    held.push((one.place, format!("belowMinimum {step}")));
                }
            }
            left.retain(|one| held.iter().all(|(place, _)| *place != one.place));
        }
        (left, held)
    }

    /// The lowest step that may be taken instead: above those that a person rejected.
    fn lowest(&self, one: &Ready<'a>) -> usize {
        let rejected = (one.lowest..one.at).rfind(|at| {
            let step = &one.ladder.steps[*at].id;
            self.rejected(&self.key(one.item, one.ladder, step), one.item).is_some()
        });
        rejected.map_or(one.lowest, |at| at + 1)
    }

    fn is_enough(&self, one: &Ready<'a>, ready: &[Ready<'a>]) -> bool {
        let ladder: &Scenario = one.ladder;
        let step = &ladder.steps[one.at];
        let rules = ladder.minimums.as_ref();
        let own = !step.minimums.is_empty();
        let amounts = if own { Some(&step.minimums) } else { rules.map(|rules| &rules.amounts) };
        let Some(amounts) = amounts else { return true };
        let Some(least) = amounts.iter().find(|least| least.currency == one.item.currency) else {
            return rules.and_then(|rules| rules.unlisted) != Some(Unlisted::NeverDun);
        };
        let is_gross = rules.and_then(|rules| rules.basis) == Some(MinimumBasis::Gross);
        let together = ready.iter().filter(|other| {
            other.item.currency == one.item.currency
                && other.ladder == ladder
                && (!own || other.at >= one.at)
        });
        let total: i64 =
            together.map(|other| if is_gross { self.open(other.item) } else { other.dunned }).sum();
        let minimum = self.minimum(one, least);
        match rules.and_then(|rules| rules.compare) {
            Some(Compare::MoreThan) => total > minimum,
            _ => total >= minimum,
        }
    }

    /// The amount or the share of all that is open, whichever is more.
    fn minimum(&self, one: &Ready<'a>, least: &Minimum) -> i64 {
        let amount = least.amount.map_or(0, |amount| minor(amount, least.currency));
        let items = self.account.items.iter();
        let open: i64 = items
            .filter(|item| item.currency == one.item.currency && !is_credit(item))
            .map(|item| self.open(item))
            .sum();
        let percent = i64::from(least.percent.unwrap_or(0));
        // Rounded up to the smallest unit.
        amount.max((open * percent + 99) / 100)
    }
}
