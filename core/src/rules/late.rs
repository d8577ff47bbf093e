//! What a law gives for items that are paid late, and what it waits for.

use super::notice::{Basis, Candidate};
use crate::calendar::Day;
use crate::claim::{self, CostClaim, CostFacts, too_old};
use crate::law::{self, CostKind, CostSchedule};
use crate::model::{ChargeClaim, CostRefusal, DebtorKind};
use crate::money::{self, Percent};
use crate::standing::ChargeFacts;
use crate::text::Str;

/// Why costs are not charged, by which article, and from which day on they may be.
pub(super) type Forbidden = (CostRefusal, Str, Option<Day>);

/// Items that are charged together.
pub(super) struct Late<'s, 'b> {
    pub(super) basis: &'b Basis<'s, 'b>,
    pub(super) schedule: &'s CostSchedule,
    pub(super) kind: DebtorKind,
    /// The latest due day.
    pub(super) due: i32,
    /// With their places in the bundle.
    pub(super) items: Vec<(usize, &'b Candidate<'s>)>,
}

impl Late<'_, '_> {
    /// What the costs are worked out on, the costs, VAT in percent, and when they may be asked for.
    pub(super) fn charge(
        &self,
        known: Option<&ChargeFacts<'_>>,
    ) -> Result<(i64, i64, Option<Percent>, ChargeClaim), Forbidden> {
        let standing = self.basis.standing;
        let forbidden = |why| (why, self.schedule.article.clone(), None);
        let told = claim::costs(&self.facts(), standing.policy)
            .map_err(|_| forbidden(CostRefusal::UnknownLaw))?;
        let is_fixed = self.schedule.what == CostKind::FixedSum;
        let law = standing.law();
        let mut items = self.items.iter().map(|(_, one)| one.item);
        let too_old = items.find_map(|item| too_old(&law, self.kind, item)).filter(|_| is_fixed);
        if let Some(why) = told.refused.or(too_old) {
            return Err(forbidden(why));
        }
        let claim = self.waits()?;
        let digits = self.schedule.currency.minor_units().unwrap_or(2);
        let fee = told.charges.last().map_or(0, |fee| money::to_minor(*fee, digits).unwrap_or(0));
        let rules = standing.policy.claims();
        let vat = rules.and_then(|rules| rules.vat_percent).filter(|_| self.schedule.vat);
        let fee = self.beside_earlier(fee, known);
        Ok((self.base(), fee, vat.and_then(money::percent), claim))
    }

    /// Whether the costs wait for the term of a notice.
    fn waits(&self) -> Result<ChargeClaim, Forbidden> {
        let own = self.basis.bundle.leading.rung.notice;
        let needed = law::notice_before(&self.schedule.id, self.kind);
        if own.is_some_and(|own| own.is_about(&self.schedule.id)) {
            return Ok(ChargeClaim::AfterDeadline);
        }
        let Some(notice) = needed else { return Ok(ChargeClaim::WithMessage) };
        let standing = self.basis.standing;
        for (_, one) in &self.items {
            let forbidden = |why, on| (why, notice.article.clone(), on);
            // One that had to name them would have announced them.
            let ends = standing.notice_about(notice, one.item).filter(|_| !notice.names_costs);
            match ends.ok_or_else(|| forbidden(CostRefusal::NoNotice, None))? {
                Some(last) if last < standing.today => {}
                last => {
                    let on = last.map(|last| Day::of(last.saturating_add(1)));
                    return Err(forbidden(CostRefusal::TermRuns, on));
                }
            }
        }
        Ok(ChargeClaim::WithMessage)
    }

    /// What is asked for of an item, as far as it is open.
    fn asked(&self, one: &Candidate<'_>) -> i64 {
        let owed = (self.basis.owed)(one.at);
        owed.dunned().min(owed.open.saturating_sub(owed.disputed)).max(0)
    }

    pub(super) fn base(&self) -> i64 {
        self.items.iter().fold(0, |sum, (_, one)| money::add(sum, self.asked(one)))
    }

    pub(super) fn facts(&self) -> CostFacts {
        let standing = self.basis.standing;
        let digits = self.schedule.currency.minor_units().unwrap_or(2);
        let claims = self.items.iter().map(|(_, one)| CostClaim {
            amount: money::from_minor(self.asked(one), digits),
            due: Some(one.item.due),
            contract: one.item.contract.as_ref().map(|contract| contract.id.clone()),
        });
        let on = Day::of(self.due.saturating_add(1));
        let claims: Vec<CostClaim> = claims.collect();
        let mut facts =
            CostFacts::new(self.schedule.id.clone(), self.schedule.currency, on, claims);
        facts.kind = Some(self.kind);
        facts.agreed = standing.policy.claims().is_some_and(|rules| rules.clause_agreed);
        let since_due = standing.today.saturating_sub(self.due);
        facts.days_since_due = Some(u32::try_from(since_due).unwrap_or(0));
        if let [(_, one)] = self.items.as_slice() {
            facts.reminded_on = standing.reminded_on(one.item);
            facts.reminded_on.push(Day::of(standing.today));
        }
        facts
    }
}
