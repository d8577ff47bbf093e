//! Arrangements: what is paid in instalments, and how they are agreed.

use super::{CoveredItem, ItemAmount};
use crate::calendar::Day;
use crate::money::{Amount, Currency};
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// Who proposes.
    pub enum ArrangementSide {
        /// The debtor.
        Debtor,
        /// The creditor.
        Creditor,
    }
}

words! {
    /// What becomes of interest while an arrangement is kept.
    pub enum ArrangedInterest {
        /// It runs on.
        Continues,
        /// It stands still, and runs on from the lapse if the arrangement lapses.
        Frozen,
        /// It is given up if the arrangement is kept to its end.
        WaivedIfKept,
    }
}

record! {
    /// One instalment of an arrangement. Its number is its place in the list, from 1.
    pub struct Instalment {
        /// The day on which it is due, in the creditor's zone.
        pub date: Day,
        /// Its amount.
        pub amount: Amount,
    }
}

record! {
    /// Terms on which a debt may be paid in instalments.
    pub struct ArrangementProposal {
        /// Who proposes it.
        pub by: ArrangementSide,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The instalments, earliest first. They add up to what is covered, plus the charges and
        /// the interest that are agreed on top.
        pub instalments: Vec<Instalment>,
        /// The items it covers, or parts of them; all that are open in the currency if none is
        /// named. A later invoice is never covered.
        pub items: Vec<ItemAmount> = [],
        /// Charges agreed on top of the items.
        pub charges: Option<Amount> = None,
        /// Interest agreed on top of the items.
        pub interest: Option<Amount> = None,
        /// The day up to which these charges and this interest were counted, in the creditor's
        /// zone.
        pub counted_up_to: Option<Day> = None,
        /// What becomes of interest after that; `Continues` if not given.
        pub further_interest: Option<ArrangedInterest> = None,
        /// The last day on which it can be accepted, in the creditor's zone; the policy's if not
        /// given.
        pub expires_on: Option<Day> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// Other terms in place of a proposal, or of an arrangement that runs.
    pub struct ArrangementCounter {
        /// The arrangement that they replace.
        pub arrangement: Str,
        /// The terms.
        pub proposal: ArrangementProposal,
    }
}

record! {
    /// A yes to a proposal.
    pub struct ArrangementAnswer {
        /// The arrangement.
        pub arrangement: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// A no to a proposal, or the end of an arrangement by hand.
    pub struct ArrangementRefusal {
        /// The arrangement.
        pub arrangement: Str,
        /// Why, by the host's code.
        pub reason: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// An arrangement as it was proposed, with what it relies on.
    pub struct ArrangementMade {
        /// Who proposed it.
        pub by: ArrangementSide,
        /// The currency of all amounts.
        pub currency: Currency,
        /// The items it covers, each with the part that is covered and what was open.
        pub items: Vec<CoveredItem>,
        /// The instalments, earliest first.
        pub instalments: Vec<Instalment>,
        /// What they add up to.
        pub total: Amount,
        /// Days of grace after the day of an instalment.
        pub grace_days: u32,
        /// What becomes of interest after the day up to which it was counted.
        pub further_interest: ArrangedInterest,
        /// The last day on which it can be accepted.
        pub expires_on: Day,
        /// Charges agreed on top of the items.
        pub charges: Option<Amount> = None,
        /// Interest agreed on top of the items.
        pub interest: Option<Amount> = None,
        /// The day up to which these charges and this interest were counted.
        pub counted_up_to: Option<Day> = None,
        /// The arrangement that it replaces: at once if that is a proposal, with its acceptance
        /// if that one runs.
        pub replaces: Option<Str> = None,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// That an arrangement was accepted, with what it relies on.
    pub struct ArrangementAcceptance {
        /// The arrangement.
        pub arrangement: Str,
        /// What was open of each covered item.
        pub items: Vec<OpenItem>,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

record! {
    /// What was open of an item.
    pub struct OpenItem {
        /// The item.
        pub item: Str,
        /// What was open, in the item's currency.
        pub open: Amount,
    }
}

record! {
    /// That a proposal came to nothing, or that an arrangement was ended by hand.
    pub struct ArrangementEnding {
        /// The arrangement.
        pub arrangement: Str,
        /// In what way.
        pub how: ArrangementEnd,
        /// Why, by the host's code.
        pub reason: Str,
        /// Free text.
        pub text: Option<Str> = None,
    }
}

words! {
    /// In what way an arrangement was ended by hand.
    pub enum ArrangementEnd {
        /// The proposal was turned down.
        Refused,
        /// It was called off.
        Cancelled,
        /// It was not kept, and a person ended it for that.
        Lapsed,
    }
}

words! {
    /// What came of an arrangement.
    pub enum ArrangementOutcome {
        /// All was paid.
        Completed,
        /// It was not kept.
        Lapsed,
        /// It was called off.
        Cancelled,
        /// Another one took its place.
        Replaced,
    }
}

words! {
    /// How an arrangement stands while its items rest.
    pub enum ArrangedWhy {
        /// It is kept.
        Running,
        /// An instalment's last day has passed, and payments are not known up to then.
        AwaitingBankData,
        /// Less was paid than was due: it lapses after a while, or a person decides.
        Behind,
    }
}

record! {
    /// One instalment in a message.
    pub struct InstalmentLine {
        /// The arrangement.
        pub arrangement: Str,
        /// The number of the instalment, from 1.
        pub number: u32,
        /// The step that it takes with this message.
        pub step: Str,
        /// The day on which it is due.
        pub date: Day,
        /// Its amount.
        pub amount: Amount,
        /// What is not paid of it.
        pub unpaid: Amount,
    }
}
