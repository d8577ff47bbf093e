use super::*;
use crate::calendar::{Day, Moment};
use crate::money::Amount;
use crate::text::Str;
use crate::vocabulary::union;

union! {
    /// Why an item waits. Amounts are in the item's currency, days in the creditor's zone.
    pub enum Hold {
        /// The ledger data is older than the policy allows.
        Stale {
            /// What is too old.
            why: StaleWhy,
            /// When it was read.
            as_of: Moment,
            /// The last day on which it was fresh enough.
            fresh_until: Day,
        },
        /// The data contradicts itself; nothing is guessed.
        Invalid {
            /// Where, as in `items[3].open`.
            path: Str,
            /// What stands there.
            value: Str,
            /// What is wrong with it.
            problem: Trouble,
        },
        /// There is nothing to ask for.
        NothingOwed {
            /// In what way.
            why: NothingOwedWhy,
        },
        /// Somebody set a block.
        Blocked {
            /// The entry that set it.
            block: Str,
            /// What it covers.
            scope: BlockScope,
            /// Its first day.
            begins: Day,
            /// The reason code given with it.
            reason: Str,
            /// Who set it.
            actor: Str,
            /// Its last day; open if none.
            until: Option<Day> = None,
        },
        /// The step was moved to another day.
        Rescheduled {
            /// The entry that moved it.
            entry: Str,
            /// The step.
            step: Str,
            /// The day it was moved to.
            to: Day,
            /// The reason code given with it.
            reason: Str,
            /// Who moved it.
            actor: Str,
        },
        /// The debtor disputes the whole item, or what is left to ask for.
        Disputed {
            /// The entry that opened the dispute.
            dispute: Str,
            /// Open or upheld.
            why: DisputedWhy,
            /// The disputed amount.
            amount: Amount,
            /// The reason code given with it.
            reason: Str,
        },
        /// The debtor promised to pay.
        Promised {
            /// The entry of the promise.
            promise: Str,
            /// Running, or waiting for bank data.
            why: PromisedWhy,
            /// The promised amount.
            amount: Amount,
            /// The promised day.
            date: Day,
            /// The last day of grace.
            until: Day,
        },
        /// A delivery is on its way, or nothing was heard of it.
        OutcomeUnknown {
            /// The delivery.
            delivery: Str,
            /// In flight, or overdue.
            why: OutcomeUnknownWhy,
            /// When it was queued.
            queued_at: Moment,
        },
        /// A later version of this library wrote an entry that this one cannot read.
        NewerEntry {
            /// The entry.
            entry: Str,
        },
        /// The claim is time-barred.
        TimeBarred {
            /// Since when.
            on: Day,
        },
        /// Somebody else collects.
        HandedOver {
            /// The entry that says so.
            stop: Str,
            /// Who collects, by the host's id.
            to: Str,
            /// Its first day.
            begins: Day,
            /// Who recorded it.
            actor: Str,
            /// Its last day; open if none.
            until: Option<Day> = None,
        },
        /// The debtor is insolvent.
        Insolvent {
            /// The entry that says so.
            stop: Str,
            /// The first day.
            begins: Day,
            /// Who recorded it.
            actor: Str,
            /// The kind of proceeding, by the host's code.
            proceeding: Option<Str> = None,
            /// The last day; open if none.
            until: Option<Day> = None,
        },
        /// The debtor has died.
        Deceased {
            /// The entry that says so.
            stop: Str,
            /// The first day.
            begins: Day,
            /// Who recorded it.
            actor: Str,
            /// The last day; open if none.
            until: Option<Day> = None,
        },
        /// The creditor withdrew the item.
        Withdrawn {
            /// The entry that says so.
            stop: Str,
            /// The first day.
            begins: Day,
            /// Who recorded it.
            actor: Str,
            /// The reason code given with it.
            reason: Str,
            /// The last day; open if none.
            until: Option<Day> = None,
        },
        /// It is paid in instalments.
        Arranged {
            /// The entry that proposed the arrangement.
            arrangement: Str,
            /// Kept, waiting for bank data, or behind.
            why: ArrangedWhy,
            /// The part of the item that rests.
            amount: Amount,
            /// The day of the last instalment.
            until: Day,
            /// The day of the next instalment; none once all days have passed.
            next: Option<Day> = None,
        },
        /// The debtor asked about the item.
        Questioned {
            /// The entry of the question.
            question: Str,
            /// The reason code given with it.
            reason: Str,
            /// The day it was asked.
            asked_on: Day,
            /// The last day on which it pauses the item.
            until: Day,
        },
        /// No scenario can be followed.
        Scenario {
            /// In what way.
            why: ScenarioWhy,
            /// The scenario.
            scenario: Option<Str> = None,
            /// The version that the item is bound to.
            version: Option<u32> = None,
        },
        /// No step is due.
        Step {
            /// In what way.
            why: StepWhy,
            /// The day from which the next step is due, or on which the last one was reached.
            on: Day,
            /// The step that comes next, or the last one.
            step: Option<Str> = None,
        },
        /// Too little is due together for a message.
        BelowMinimum {
            /// The step that would be taken.
            step: Str,
            /// What is due together.
            total: Amount,
            /// The least that is asked for; none if the currency is never dunned.
            minimum: Option<Amount> = None,
        },
        /// A person rejected the step.
        Rejected {
            /// The entry that says so.
            entry: Str,
            /// The step.
            step: Str,
            /// The reason code given with it.
            reason: Str,
            /// Who rejected it.
            actor: Str,
            /// The last day for which it holds; open if none.
            until: Option<Day> = None,
        },
        /// The step is a notice by law, and its legal data is missing.
        LegalData {
            /// The step.
            step: Str,
            /// The notice, by its name.
            notice: Str,
        },
        /// The step is proposed, and waits for a person.
        AwaitingApproval {
            /// The step.
            step: Str,
            /// In what way.
            why: ApprovalWhy,
            /// The entry that proposed or approved it, if one did.
            entry: Option<Str> = None,
        },
        /// A step is due, but not now.
        Timing {
            /// In what way.
            why: TimingWhy,
            /// When this ends.
            until: Moment,
        },
        /// The rules on contact do not allow it before it expires, or no such call so soon again.
        Window {
            /// The step.
            step: Str,
            /// The first instant that all rules allow.
            at: Moment,
            /// The rules that moved it, each reason once.
            moved_by: Vec<ContactStop>,
        },
        /// The debtor was contacted as often as the policy allows within so many days.
        Capped {
            /// The step.
            step: Str,
            /// How many contacts are allowed.
            at_most: u32,
            /// Within how many days in a row, on the debtor's clock.
            days: u32,
            /// The channel whose contacts count; all if none is named.
            channel: Option<Channel> = None,
            /// The item, if contacts are counted by item.
            item: Option<Str> = None,
            /// The first instant of the day on which this ends.
            until: Moment,
        },
        /// A call was tried and did not reach the debtor; the next attempt comes later.
        Called {
            /// In what way.
            why: CalledWhy,
            /// The step.
            step: Str,
            /// The entry of the last attempt.
            entry: Str,
            /// How many calls of the step did not reach the debtor.
            attempts: u32,
            /// The first instant of the day on which this ends.
            until: Moment,
        },
        /// The debtor wrote something that must be waited for, or answered.
        Replied {
            /// The message.
            inbound: Str,
            /// In what way.
            why: RepliedWhy,
            /// When it was received.
            received_at: Moment,
            /// The last day on which it holds the item; none if it ends only by a person.
            until: Option<Day> = None,
        },
        /// No contact can be reached on any channel of the step.
        Unreachable {
            /// The step.
            step: Str,
            /// Every channel with the reason against it.
            excluded: Vec<ExcludedChannel>,
        },
    }
}
