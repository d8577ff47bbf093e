//! To whom, by what channel, and together with what?

mod adaptive;
mod approved;
mod awaiting_approval;
mod below_minimum;
mod bundle;
mod capped;
mod channel;
mod costs;
mod escalated;
mod fee;
mod interest;
mod joined;
mod message_cost;
mod personal_call;
mod recipient;
mod unreachable;
mod window;

pub(crate) use adaptive::{Known, adaptive};
pub(crate) use approved::{approval_ends, approved};
pub(crate) use awaiting_approval::{awaiting_approval, frozen, laid_together, still_proposed};
pub(crate) use below_minimum::{Missed, below_minimum};
pub(crate) use bundle::{Bundle, Candidate, bundle};
pub(crate) use capped::capped;
pub(crate) use channel::{Chosen, FailedAttempt, channel, next_change};
pub(crate) use costs::costs;
pub(crate) use escalated::escalated;
pub(crate) use fee::{fee, fee_base};
pub(crate) use interest::interest;
pub(crate) use joined::joined;
pub(crate) use message_cost::message_cost;
pub(crate) use personal_call::personal_call;
pub(crate) use recipient::recipient;
pub(crate) use unreachable::unreachable;
pub(crate) use window::{calls, window};

use crate::claim::Accrued;
use crate::model::{Address, ChargeClaim, ChargeState, Contact, Finding, Purpose};
use crate::money;
use crate::policy::{FeeTerms, InterestTerms};
use crate::rules::case::Owed;
use crate::standing::{ChargeFacts, Standing};
use crate::text::Str;

/// A contact that has an address on a channel.
#[derive(Clone, Copy)]
pub(crate) struct Reachable<'a> {
    pub(crate) contact: &'a Contact,
    pub(crate) purpose: Purpose,
    pub(crate) address: &'a Address,
}

/// What the charges of a message are worked out on.
pub(crate) struct Basis<'s, 'b> {
    pub(crate) standing: &'s Standing<'s>,
    pub(crate) bundle: &'b Bundle<'b, 's>,
    /// What may be asked for of an item, by its number in the account.
    pub(crate) owed: &'b dyn Fn(usize) -> Owed,
    /// The journal's charge for the fee of an item at a place in the bundle, or of the message.
    pub(crate) known: &'b dyn Fn(Option<usize>) -> Option<&'s ChargeFacts<'s>>,
}

impl Basis<'_, '_> {
    /// True if the item itself is settled: it bears nothing new.
    pub(crate) fn is_settled(&self, one: &Candidate<'_>) -> bool {
        (self.owed)(one.at).left > 0
    }

    /// Fees of an item that may be asked for and are not booked.
    pub(crate) fn earlier_fees(&self, at: usize) -> i64 {
        let own = self.standing.charges.iter().filter(|known| known.home == Some(at));
        let claimable = own.filter(|known| known.is_fee() && known.is_claimable());
        claimable.fold(0, |sum, known| money::add(sum, known.amount))
    }
}

/// A charge that a message names, in minor units.
pub(crate) struct Named<'s> {
    pub(crate) what: What<'s>,
    /// The places of its items in the bundle.
    pub(crate) items: Vec<usize>,
    pub(crate) base: i64,
    pub(crate) amount: i64,
    pub(crate) vat: i64,
    pub(crate) state: ChargeState,
}

/// When costs by law may be asked for, and the article that gives them.
pub(crate) struct ByLaw {
    pub(crate) claim: ChargeClaim,
    pub(crate) article: Str,
}

/// Where a charge comes from.
pub(crate) enum What<'s> {
    /// An earlier message.
    Earlier(&'s ChargeFacts<'s>),
    Fee(&'s FeeTerms),
    /// There is no fee in the currency.
    NoFee(&'s FeeTerms),
    /// What a law gives.
    Costs(&'s FeeTerms, ByLaw),
    Interest(&'s InterestTerms, Accrued),
    /// The law forbids it, as the finding says.
    Forbidden(Finding),
}
