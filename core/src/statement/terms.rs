//! Which interest an item bears.

use crate::calendar::Day;
use crate::claim::{ContractAge, contract_age};
use crate::law::{self, RateSeries, Statute};
use crate::model::{CostRefusal, DebtorKind, Item, ItemKind};
use crate::money;
use crate::policy::{
    ClaimRules, Compounding, DayCount, InterestRule, InterestTerms, RateFixing, RoundingPoint,
};
use crate::standing::Standing;
use crate::text::Str;

/// The interest of an item, or why it bears none.
pub(super) enum Interest<'a> {
    Agreed(&'a InterestTerms),
    ByLaw(InterestTerms, &'static str),
    Refused {
        rule: Str,
        why: CostRefusal,
        article: &'static str,
        /// From when on it may be claimed, if that is known.
        possible_on: Option<Day>,
    },
    /// A charge, which bears none.
    None,
}

impl Interest<'_> {
    pub(super) fn terms(&self) -> Option<&InterestTerms> {
        match self {
            Self::Agreed(terms) => Some(terms),
            Self::ByLaw(terms, _) => Some(terms),
            _ => None,
        }
    }
}

/// What kind of debtor an item is a claim against.
pub(super) fn kind(standing: &Standing<'_>, item: &Item) -> DebtorKind {
    item.claim_kind.unwrap_or(standing.account.debtor.kind)
}

/// The agreed interest of an item.
pub(super) fn agreed<'a>(standing: &'a Standing<'a>, item: &Item) -> Option<&'a InterestTerms> {
    let rules = standing.policy.claims()?;
    let kind = kind(standing, item);
    let choice = rules.interest.iter().find(|choice| choice.fits(kind, &item.tags))?;
    standing.policy.interest_named(&choice.rule)
}

/// The first interest-bearing day: the day after the due day, or after what was given up.
pub(super) fn first_day(standing: &Standing<'_>, item: &Item) -> i32 {
    let waived = standing.charges.iter().filter(|known| {
        !known.is_fee()
            && known.state == crate::model::ChargeState::Waived
            && known.charge.items.first() == Some(&item.id)
    });
    let given_up = waived.filter_map(crate::standing::ChargeFacts::until).max();
    item.due.number().max(given_up.unwrap_or(i32::MIN)).saturating_add(1)
}

/// The interest of an item on a day: the agreed one, or that of the law.
pub(super) fn interest<'a>(
    standing: &'a Standing<'a>,
    item: &Item,
    law_of: &str,
    (first, on): (i32, i32),
) -> Interest<'a> {
    let kind = kind(standing, item);
    let is_charge = item.kind == ItemKind::Charge || item.charge.is_some();
    let agreed = agreed(standing, item);
    if is_charge {
        return agreed.filter(|terms| terms.on_fees).map_or(Interest::None, Interest::Agreed);
    }
    if let Some(terms) = agreed {
        return match standing.interest_forbidden(terms, item, on) {
            Some((why, article, possible_on)) => {
                Interest::Refused { rule: terms.id.clone(), why, article, possible_on }
            }
            None => Interest::Agreed(terms),
        };
    }
    let Some(statute) = law::statute(law_of, kind) else {
        let (rule, why, article) = ("interest".into(), CostRefusal::UnknownLaw, "");
        return Interest::Refused { rule, why, article, possible_on: None };
    };
    let refused = |why| Interest::Refused {
        rule: statute.series.clone(),
        why,
        article: &statute.article,
        possible_on: None,
    };
    if statute.needs_notice {
        return refused(CostRefusal::NoNotice);
    }
    let is_old = match contract_age(statute, item, first) {
        ContractAge::Unknown => return refused(CostRefusal::NoContractDate),
        age => age == ContractAge::Old,
    };
    let rules = standing.policy.claims();
    let own = &standing.policy.doc().rate_series;
    Interest::ByLaw(by_law(statute, is_old, rules, own), &statute.article)
}

fn by_law(
    statute: &Statute,
    is_old: bool,
    rules: Option<&ClaimRules>,
    own: &[RateSeries],
) -> InterestTerms {
    let old = statute.old.as_ref().filter(|_| is_old);
    let mut rule = InterestRule::new(statute.series.clone(), Vec::new());
    rule.series = Some(statute.series.clone());
    rule.margin = Some(money::from_minor(statute.margin(is_old), 6));
    rule.fixing = Some(if statute.at_start { RateFixing::AtStart } else { RateFixing::Variable });
    let yearly = if statute.yearly { Compounding::Yearly } else { Compounding::Simple };
    rule.compounding = Some(yearly);
    let usual = if statute.by_calendar_year { DayCount::ActualActual } else { DayCount::Actual365 };
    rule.day_count = Some(rules.and_then(|rules| rules.day_count).unwrap_or(usual));
    let point = rules.and_then(|rules| rules.rounding_point);
    rule.rounding_point = Some(point.unwrap_or(RoundingPoint::Capitalisation));
    rule.rounding = rules.and_then(|rules| rules.rounding.clone());
    rule.assume_last_rate = rules.is_some_and(|rules| rules.assume_last_rate);
    rule.payment_day_free = rules.is_some_and(|rules| rules.payment_day_free);
    match old.and_then(|old| law::rate_series(old.series.as_ref()?)) {
        // On the days that it knows it takes the place of the series.
        Some(series) => {
            let instead = RateSeries { id: statute.series.clone(), rates: series.rates };
            InterestTerms::compile(&rule, &[instead])
        }
        None => InterestTerms::compile(&rule, own),
    }
}
