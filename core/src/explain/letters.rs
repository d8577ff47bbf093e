//! What letters to a debtor borrow: days, amounts and documents in a language's own form.

use super::phrase::Voice;
use super::{format, words};
use crate::calendar::{Day, Moment};
use crate::model::Item;
use crate::money::{Amount, Currency};

pub(crate) fn day_text(voice: &Voice<'_>, day: Day) -> String {
    format::day(voice, day)
}

/// With the time, whatever it is.
pub(crate) fn moment_text(voice: &Voice<'_>, at: Moment) -> String {
    format::end(voice, at)
}

pub(crate) fn money_text(voice: &Voice<'_>, amount: Amount, currency: Currency) -> String {
    format::amount(voice.language, amount, Some(currency))
}

/// What an item is, with its number: "invoice 2026-1".
pub(crate) fn item_text(voice: &Voice<'_>, item: &Item) -> String {
    let mut said = String::new();
    voice.say(&words::item(item), &mut said);
    said
}
