//! An item as it runs through the days: interest, payments, what is left.

use super::books::Owed;
use super::told::{ClaimPayment, ClaimSegment};
use crate::calendar::Day;
use crate::claim::{Course, Parts, Piece};
use crate::money;
use crate::policy::InterestTerms;
use crate::text::Str;

/// Digits of exact interest beyond those of the currency.
const MORE: i128 = 1_000_000;
const MORE_DIGITS: u8 = 6;

pub(super) struct Running<'a> {
    pub(super) owed: &'a Owed<'a>,
    digits: u8,
    pub(super) terms: Option<&'a InterestTerms>,
    course: Option<Course<'a>>,
    /// What is open of the principal, without interest of earlier years.
    principal: i64,
    /// Of interest that joined the principal, what was paid.
    capitalised_paid: i64,
    pub(super) interest_paid: i64,
    charges_paid: i64,
    pub(super) segments: Vec<ClaimSegment>,
    shown: i64,
}

impl<'a> Running<'a> {
    /// From its first interest-bearing day on.
    pub(super) fn new(
        owed: &'a Owed<'a>,
        digits: u8,
        first: i32,
        on: i32,
        terms: Option<&'a InterestTerms>,
    ) -> Self {
        let course = terms.map(|terms| {
            let mut course = Course::new(owed.principal, first, terms);
            course.ends_before = on.saturating_add(1);
            course
        });
        Self {
            owed,
            digits,
            terms,
            course,
            principal: owed.principal,
            capitalised_paid: 0,
            interest_paid: 0,
            charges_paid: 0,
            segments: Vec::new(),
            shown: 0,
        }
    }

    /// Runs up to and including a day.
    pub(super) fn run(&mut self, until: i32) {
        let Some(course) = &mut self.course else { return };
        let (segments, shown, digits) = (&mut self.segments, &mut self.shown, self.digits);
        course.run(until, &mut |course: &Course<'_>, piece: &Piece<'_>| {
            if piece.base <= 0 {
                return;
            }
            let interest = course.rounded(piece.exact);
            *shown = money::add(*shown, interest);
            segments.push(ClaimSegment {
                begins: Day::of(piece.begins),
                until: Day::of(piece.until),
                days: u32::try_from(piece.days).unwrap_or(0),
                percent: piece.rate.told,
                principal: money::from_minor(piece.base, digits),
                exact: money::from_minor(
                    course.exact(piece.exact, MORE),
                    digits.saturating_add(MORE_DIGITS),
                ),
                interest: money::from_minor(interest, digits),
                source: piece.rate.source.clone(),
                assumed: piece.assumed,
            });
        });
    }

    /// What is open on a day, for what a payment pays.
    pub(super) fn open(&self, on: i32) -> Parts {
        Parts { costs: self.open_charges(on), interest: self.due(), principal: self.base() }
    }

    /// The same after it will have run up to a day, without a span that ends there.
    pub(super) fn open_after(&self, until: i32, on: i32) -> Parts {
        let mut later = self.course.clone();
        if let Some(course) = &mut later {
            course.run(until, &mut |_: &Course<'_>, _: &Piece<'_>| {});
        }
        let joined = later.as_ref().map_or(0, Course::capitalised);
        let capitalised = joined.saturating_sub(self.capitalised_paid);
        Parts {
            costs: self.open_charges(on),
            interest: later.as_ref().map_or(0, Course::due),
            principal: money::add(self.principal, capitalised),
        }
    }

    /// Charges that are owed by a day and not paid.
    pub(super) fn open_charges(&self, on: i32) -> i64 {
        let owed = self.owed.charges.iter().filter(|(since, _)| *since <= on);
        let sum = owed.fold(0, |sum, (_, amount)| money::add(sum, *amount));
        sum.saturating_sub(self.charges_paid)
    }

    fn due(&self) -> i64 {
        self.course.as_ref().map_or(0, Course::due)
    }

    /// The principal with the interest that joined it.
    fn base(&self) -> i64 {
        money::add(self.principal, self.capitalised())
    }

    pub(super) fn principal(&self) -> i64 {
        self.principal
    }

    /// Interest of earlier years that is open.
    pub(super) fn capitalised(&self) -> i64 {
        let joined = self.course.as_ref().map_or(0, Course::capitalised);
        joined.saturating_sub(self.capitalised_paid)
    }

    /// All interest, whether paid or not.
    pub(super) fn interest(&self) -> i64 {
        self.course.as_ref().map_or(0, Course::total)
    }

    /// The interest that is open, that of earlier years with it.
    pub(super) fn open_interest(&self) -> i64 {
        money::add(self.due(), self.capitalised())
    }

    /// What the roundings of the spans lack.
    pub(super) fn rounding(&self) -> i64 {
        self.interest().saturating_sub(self.shown)
    }

    pub(super) fn rates(&self) -> (Option<i32>, Option<i32>) {
        self.course.as_ref().map_or((None, None), |one| (one.no_rate_until, one.unknown_since))
    }

    /// The rate on a day, in millionths of a percent.
    pub(super) fn rate_on(&self, day: i32) -> i64 {
        self.course.as_ref().map_or(0, |course| course.rate_on(day))
    }

    /// Takes money: costs, interest, principal. Tells what it paid, and what is left of it.
    pub(super) fn pay(&mut self, id: &Str, on: i32, amount: i64) -> (Option<ClaimPayment>, i64) {
        let paid = self.open(on).paid_by(amount);
        let left = amount.saturating_sub(paid.sum());
        self.charges_paid = money::add(self.charges_paid, paid.costs);
        self.interest_paid = money::add(self.interest_paid, paid.interest);
        if let Some(course) = &mut self.course {
            course.pay_interest(paid.interest);
        }
        // Interest of earlier years is paid before the principal.
        let of_interest = paid.principal.min(self.capitalised());
        self.lower(paid.principal, of_interest);
        let told = |minor: i64| money::from_minor(minor, self.digits);
        let payment = ClaimPayment {
            payment: id.clone(),
            on: Day::of(on),
            item: self.owed.item.id.clone(),
            to_charges: told(paid.costs),
            to_interest: told(paid.interest),
            to_principal: told(paid.principal),
            to_capitalised: told(of_interest),
        };
        ((paid.sum() > 0).then_some(payment), left)
    }

    /// Takes a credit note, which lowers the principal alone. Tells what is left of it.
    pub(super) fn credit(&mut self, id: &Str, on: i32, amount: i64) -> (Option<ClaimPayment>, i64) {
        let part = amount.min(self.principal).max(0);
        self.lower(part, 0);
        let told = |minor: i64| money::from_minor(minor, self.digits);
        let payment = ClaimPayment {
            payment: id.clone(),
            on: Day::of(on),
            item: self.owed.item.id.clone(),
            to_charges: told(0),
            to_interest: told(0),
            to_principal: told(part),
            to_capitalised: told(0),
        };
        ((part > 0).then_some(payment), amount.saturating_sub(part))
    }

    fn lower(&mut self, amount: i64, of_interest: i64) {
        self.capitalised_paid = money::add(self.capitalised_paid, of_interest);
        self.principal = self.principal.saturating_sub(amount.saturating_sub(of_interest));
        if let Some(course) = &mut self.course {
            course.pay_base(amount);
        }
    }
}
