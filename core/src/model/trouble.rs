use crate::vocabulary::words;

words! {
    /// What is wrong with a value that could be read.
    pub enum Trouble {
        /// More decimals than the currency has.
        TooManyDecimals,
        /// Larger than any amount of money should be.
        OutOfRange,
        /// ISO 4217 knows no such currency in use.
        UnknownCurrency,
        /// The currency is not that of the item.
        CurrencyMismatch,
        /// The sign does not suit the kind: a credit that is owed, a payment below zero.
        WrongSign,
        /// The id was used before.
        DuplicateId,
        /// More than the item is, or ever was, for.
        BeyondItem,
        /// Matched more than was paid.
        BeyondPayment,
        /// More than the charge that was announced.
        BeyondCharge,
        /// Due before it was issued.
        DueBeforeIssue,
        /// The policy has no such scenario.
        UnknownScenario,
        /// No such time zone.
        UnknownZone,
        /// No such item in the account.
        UnknownItem,
        /// No such branch in the account.
        UnknownParty,
        /// No such contact in the account.
        UnknownContact,
        /// Later than the moment asked for.
        InFuture,
        /// Earlier than it can be.
        InPast,
        /// Nothing where something is needed.
        Empty,
        /// The parts do not add up to the whole.
        SumMismatch,
        /// The journal lacks this entry: the rest of it has not come over yet.
        MissingEntry,
        /// No term is that long.
        TooLong,
        /// The law demands more.
        TooShort,
        /// What is meant cannot be done by this channel.
        UnsuitableChannel,
        /// The law sets no such term for this debtor or these facts.
        NoTerm,
        /// The call reached nobody who could have said so.
        NobodyReached,
        /// The law demands the step: nobody skips it.
        Required,
        /// The library does not know the law of this country on it.
        UnknownLaw,
    }
}
