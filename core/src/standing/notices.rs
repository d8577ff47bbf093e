//! Notices by law: when their terms run out, and what may be asked for then.

use super::delivery::Delivery;
use super::{ChargeFacts, Standing, allocated};
use crate::calendar::{Day, Zone};
use crate::claim::{self, Table};
use crate::error::Refusal;
use crate::law::{self, CostKind, LegalNotice, NoticeTerm};
use crate::model::{
    Account, Channel, ChargeState, CostRefusal, Deadline, DebtorKind, DisputeOutcome, Event, Item,
    Sending, Term, TermDays,
};
use crate::money;
use crate::policy::{InterestTerms, Policy};
use crate::terms::term_days;

/// What the terms of notices are counted by.
#[derive(Clone, Copy)]
pub(crate) struct Times<'a> {
    pub(crate) account: &'a Account,
    pub(crate) policy: &'a Policy,
    pub(crate) zone: Zone,
    pub(crate) today: i32,
}

impl Times<'_> {
    /// The last day of the term of a delivery, if it was a notice by law; none inside if it is not
    /// known.
    pub(super) fn last_day_of(&self, delivery: &Delivery<'_>) -> Option<Option<i32>> {
        let (at, sent) = delivery.sending()?;
        let notice = law::legal_notice(sent.legal_kind.as_deref()?)?;
        Some(self.last_day(notice, sent, self.zone.day_of(at)))
    }

    /// The last day of the term of a notice: from the evidence of its receipt, or else by the
    /// presumption of the law, or else by what the house allows. No sooner than it said itself.
    pub(crate) fn last_day(
        &self,
        notice: &LegalNotice,
        sent: &Sending,
        sent_on: i32,
    ) -> Option<i32> {
        let arrived = self.account.journal.iter().filter_map(|entry| match &entry.event {
            Event::Delivered { delivered } if delivered.delivery == sent.delivery => {
                Some(self.zone.day_of(entry.occurred_at))
            }
            _ => None,
        });
        let received_on = arrived.min().map(Day::of);
        let (days, stated) = match sent.deadline {
            Some(Deadline::RelativeToReceipt { days }) => (Some(days), None),
            Some(Deadline::On { date }) => (None, Some(date.number())),
            None => (None, None),
        };
        let given = Given { sent_on: Day::of(sent_on), channel: sent.channel, received_on, days };
        let last = self.term(notice, given).ok()?.last_day.number();
        Some(stated.map_or(last, |stated| stated.max(last)))
    }

    /// The days of the term of a notice as it was given, or would be.
    pub(crate) fn term(&self, notice: &LegalNotice, given: Given) -> Result<TermDays, Refusal> {
        let Given { sent_on, channel, received_on, days } = given;
        let presumed_days = self.policy.claims().and_then(|rules| rules.presumed_days);
        let term = match notice.term {
            NoticeTerm::DutchFourteenDays => Term::DutchFourteenDays {
                sent_on,
                channel,
                received_on,
                presumed_days,
                days,
                unextended: false,
            },
            NoticeTerm::BelgianFirstReminder => Term::BelgianFirstReminder {
                sent_on,
                channel,
                days,
                saturday_works: false,
                begins_after: false,
                calendar: None,
            },
        };
        term_days(&term, Some(self.policy))
    }
}

/// A notice as it was given.
#[derive(Clone, Copy)]
pub(crate) struct Given {
    pub(crate) sent_on: Day,
    pub(crate) channel: Channel,
    /// The day of its receipt, if there is evidence.
    pub(crate) received_on: Option<Day>,
    /// The days that it gave; those of the law if it said none.
    pub(crate) days: Option<u32>,
}

impl<'a> Standing<'a> {
    pub(crate) fn times(&self) -> Times<'a> {
        let (account, policy) = (self.account, self.policy);
        Times { account, policy, zone: self.zone, today: self.today }
    }

    /// What kind of debtor an item is a claim against.
    pub(crate) fn kind_of(&self, item: &Item) -> DebtorKind {
        item.claim_kind.unwrap_or(self.account.debtor.kind)
    }

    /// The country whose law says what is owed.
    pub(crate) fn law(&self) -> String {
        let rules = self.policy.claims();
        rules.and_then(|rules| rules.law).unwrap_or(self.account.creditor.country).to_string()
    }

    /// The last day of the term of a notice that was given about an item in default and did not
    /// come back, the earliest first; none inside if it is not known.
    pub(crate) fn notice_about(&self, notice: &LegalNotice, item: &Item) -> Option<Option<i32>> {
        let given = self.deliveries.all().iter().filter(|delivery| {
            let sent = delivery.sending();
            let names = sent.is_some_and(|(at, sent)| {
                sent.legal_kind.as_deref() == Some(&*notice.id)
                    && self.zone.day_of(at) > item.due.number()
                    && sent.lines.iter().any(|line| line.item == item.id)
            });
            names && delivery.stands()
        });
        let ends = given.map(|delivery| self.notice_ends(delivery));
        ends.min_by_key(|last| last.unwrap_or(i32::MAX))
    }

    /// The days of the reminders of an item that were sent and did not come back, in order.
    pub(crate) fn reminded_on(&self, item: &Item) -> Vec<Day> {
        let named = self.deliveries.all().iter().filter(|delivery| delivery.stands());
        let days = named.filter_map(|delivery| {
            let (at, sent) = delivery.sending()?;
            let is_about = sent.lines.iter().any(|line| line.item == item.id);
            let own = self.rechecked.is_some_and(|own| own.delivery == delivery.id);
            (is_about && !own).then(|| Day::of(self.zone.day_of(at)))
        });
        let mut days: Vec<Day> = days.collect();
        days.sort_unstable();
        days
    }

    /// True if an item bears the costs of a schedule already, by another charge than this one:
    /// they are charged once, however often it is reminded. Fees of reminders are not.
    pub(crate) fn bears_costs(
        &self,
        schedule: &str,
        item: &Item,
        except: Option<&ChargeFacts<'_>>,
    ) -> bool {
        let own = &self.policy.doc().cost_schedules;
        let kind = law::schedule_named(schedule, own).map(|one| one.what);
        if matches!(kind, Some(CostKind::Reminder | CostKind::Demand)) {
            return false;
        }
        self.charges.iter().any(|known| {
            let terms = self.policy.fee_named(&known.charge.rule);
            terms.is_some_and(|terms| terms.schedule.as_deref() == Some(schedule))
                && known.state != ChargeState::Released
                && except.is_none_or(|except| except.charge.id != known.charge.id)
                && known.charge.items.contains(&item.id)
        })
    }

    /// The last day of the term that a delivery gave as a notice by law.
    pub(crate) fn notice_ends(&self, delivery: &Delivery<'_>) -> Option<i32> {
        self.times().last_day_of(delivery).flatten()
    }

    /// Why agreed interest of an item may not be asked for on a day: the reason, the article, and
    /// the first day on which it may, if that is known.
    ///
    /// Above what the law allows to some debtors nothing is owed, not the part that would be
    /// allowed. Others bear it only after a notice whose term has run out.
    pub(crate) fn interest_forbidden(
        &self,
        terms: &InterestTerms,
        item: &Item,
        on: i32,
    ) -> Option<(CostRefusal, &'static str, Option<Day>)> {
        let (kind, country) = (self.kind_of(item), self.law());
        if let Some(limit) = law::limit(&country, kind)
            && is_above(terms, &limit.series, item.due.number())
        {
            return Some((CostRefusal::AboveLimit, &limit.article, None));
        }
        let notice = law::notice_before_interest(&country, kind)?;
        match self.notice_about(notice, item) {
            None => Some((CostRefusal::NoNotice, &notice.article, None)),
            Some(Some(last)) if last < on => None,
            Some(last) => {
                let from = last.map(|last| Day::of(last.saturating_add(1)));
                Some((CostRefusal::TermRuns, &notice.article, from))
            }
        }
    }

    /// Costs that a notice announced are asked for on what was unpaid when its term ran out; if
    /// that was nothing, they are not owed.
    pub(super) fn lower_costs(&mut self) {
        for at in 0..self.charges.len() {
            let Some((base, amount, vat)) = self.costs_left(at) else { continue };
            let Some(known) = self.charges.get_mut(at) else { continue };
            if amount < known.amount {
                (known.base, known.amount, known.vat) = (base, amount, vat);
            }
            if amount <= 0 {
                known.state = ChargeState::Released;
            }
        }
    }

    /// The part that was unpaid when the term ran out, what may be charged on it, and the VAT.
    fn costs_left(&self, at: usize) -> Option<(i64, i64, i64)> {
        let known = self.charges.get(at).filter(|known| known.is_claimable())?;
        let over_on = known.over_on?;
        let terms = self.policy.fee_named(&known.charge.rule)?;
        let id = terms.schedule.as_ref()?;
        let items = self.account.items.iter().enumerate();
        let own = || items.clone().filter(|(_, item)| known.charge.items.contains(&item.id));
        let due = own().map(|(_, item)| item.due.number()).max()?;
        let schedule = self.policy.schedule(id, Day::of(due.saturating_add(1)))?;
        let digits = schedule.currency.minor_units()?;
        let table = Table::compile(schedule, digits, digits);
        let unpaid = own()
            .fold(0, |sum, (at, item)| money::add(sum, self.unpaid_on(at, item, over_on).max(0)));
        let amount = table.charge(unpaid);
        let percent = self.policy.claims().and_then(|rules| rules.vat_percent);
        let vat = percent.filter(|_| known.vat > 0).and_then(money::percent);
        Some((unpaid, amount, vat.map_or(0, |percent| claim::vat(amount, percent))))
    }

    /// What was unpaid of an item at the beginning of a day, without what is disputed.
    fn unpaid_on(&self, at: usize, item: &Item, day: i32) -> i64 {
        let Some(facts) = self.items.get(at) else { return 0 };
        let days = Day::of(day)..=Day::of(i32::MAX);
        let days = days.start().number()..=days.end().number();
        let paid = allocated(self.account, &item.id, facts.digits, self.today, days);
        let minor = |given| money::to_minor(given, facts.digits).unwrap_or(0);
        let disputes = self.disputes.iter().filter(|dispute| dispute.made.item == item.id);
        let parts = disputes.map(|dispute| match dispute.outcome {
            Some(DisputeOutcome::Rejected {}) => 0,
            Some(DisputeOutcome::Partly { amount }) => minor(*amount),
            _ => dispute.made.amount.map_or(i64::MAX, minor),
        });
        let disputed = parts.fold(0, money::add).min(facts.open).max(0);
        money::add(facts.open, paid).saturating_sub(disputed)
    }
}

/// True if some rate is above that of a series on a day after this one.
fn is_above(terms: &InterestTerms, series: &str, after: i32) -> bool {
    let most = law::series(series).unwrap_or_default();
    most.iter().filter(|row| row.until > after).any(|row| {
        let mut within =
            terms.rates.iter().filter(|rate| rate.begins <= row.until && rate.until >= row.since);
        within.any(|rate| rate.percent > row.percent)
    })
}
