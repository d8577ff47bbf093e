//! What earlier messages leave to be charged by law.

use super::late::Late;
use crate::claim::{self, CostClaim, CostFacts, Table};
use crate::law::{self, CostPer};
use crate::model::{ChargeState, Item};
use crate::money;
use crate::standing::ChargeFacts;
use crate::text::Str;

impl Late<'_, '_> {
    /// The costs, as far as those of earlier messages leave room for them; `own` is the charge as
    /// an earlier attempt announced it.
    pub(super) fn beside_earlier(&self, costs: i64, own: Option<&ChargeFacts<'_>>) -> i64 {
        let earlier = || {
            let all = self.basis.standing.charges.iter();
            let others = all.filter(|one| own.is_none_or(|own| own.charge.id != one.charge.id));
            others.filter(|one| one.state != ChargeState::Released && one.is_fee())
        };
        let costs = match self.schedule.per {
            CostPer::Together => {
                let same =
                    |one: &&ChargeFacts<'_>| self.schedule_of(one) == Some(&self.schedule.id);
                let of_schedule: Vec<&ChargeFacts<'_>> = earlier().filter(same).collect();
                self.added(costs, &of_schedule).min(self.following(costs, &of_schedule))
            }
            _ => costs,
        };
        costs.min(self.below_ceiling(earlier()).unwrap_or(costs))
    }

    fn schedule_of(&self, known: &ChargeFacts<'_>) -> Option<&Str> {
        self.basis.standing.policy.fee_named(&known.charge.rule)?.schedule.as_ref()
    }

    /// What could have been reminded of together bears no more than it would have borne together:
    /// claims that were in default when an earlier notice went out are added to those of it.
    fn added(&self, costs: i64, earlier: &[&ChargeFacts<'_>]) -> i64 {
        let standing = self.basis.standing;
        let in_default = |known: &&&ChargeFacts<'_>| {
            let on = standing.zone.day_of(known.announced_at());
            self.items.iter().any(|(_, one)| one.item.due.number() < on)
        };
        let (mut base, mut charged) = (self.base(), 0);
        for known in earlier.iter().filter(in_default) {
            (base, charged) = (money::add(base, known.base), money::add(charged, known.amount));
        }
        let digits = self.schedule.currency.minor_units().unwrap_or(2);
        let most = Table::compile(self.schedule, digits, digits).charge(base);
        costs.min(most.saturating_sub(charged)).max(0)
    }

    /// A small claim that follows another of the same contract bears less than the first.
    fn following(&self, costs: i64, earlier: &[&ChargeFacts<'_>]) -> i64 {
        let (Some(_), [(_, one)]) = (&self.schedule.following, self.items.as_slice()) else {
            return costs;
        };
        let Some(contract) = &one.item.contract else { return costs };
        let standing = self.basis.standing;
        let is_before = |item: &&Item| {
            let same = item.contract.as_ref().is_some_and(|other| other.id == contract.id);
            let own = |known: &&ChargeFacts<'_>| known.charge.items == [item.id.clone()];
            same && item.due <= one.item.due && earlier.iter().any(own)
        };
        let before = standing.account.items.iter().filter(is_before).map(|item| {
            let known = earlier.iter().find(|known| known.charge.items.contains(&item.id));
            let amount = known.map_or(item.open, |known| known.charge.base);
            CostClaim { amount, due: Some(item.due), contract: Some(contract.id.clone()) }
        });
        let mut facts = self.facts();
        let own = std::mem::take(&mut facts.claims);
        facts.claims = before.chain(own).collect();
        facts.apart = true;
        let told = claim::costs(&facts, standing.policy).ok();
        let last = told.and_then(|told| told.charges.last().copied());
        let digits = self.schedule.currency.minor_units().unwrap_or(2);
        last.and_then(|last| money::to_minor(last, digits).ok()).unwrap_or(costs)
    }

    /// What a limit on all costs of a claim leaves, if the country has one.
    fn below_ceiling<'c, 'a: 'c>(
        &self,
        earlier: impl Iterator<Item = &'c ChargeFacts<'a>>,
    ) -> Option<i64> {
        let standing = self.basis.standing;
        let own = &standing.policy.doc().cost_schedules;
        let ceiling = law::ceiling_of(&self.schedule.id, self.kind, own)?;
        let (schedule, reminded_on) = (ceiling.id.clone(), Vec::new());
        let facts = CostFacts { schedule, reminded_on, ..self.facts() };
        let told = claim::costs(&facts, standing.policy).ok()?;
        let digits = ceiling.currency.minor_units()?;
        let most = money::to_minor(told.fee, digits).ok()?;
        let borne = earlier.filter(|known| {
            let about = |(_, one): &(usize, &super::notice::Candidate<'_>)| {
                known.charge.items.contains(&one.item.id)
            };
            self.schedule_of(known).is_some() && self.items.iter().any(about)
        });
        let borne = borne.fold(0, |sum, known| money::add(sum, known.amount));
        Some(most.saturating_sub(borne).max(0))
    }
}
