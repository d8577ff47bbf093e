//! A sentence before it is in a language, and the voice that says it.

use super::catalogue::{Language, Part, parts};
use super::format;
use crate::calendar::{Day, Moment, Zone};
use crate::model::Account;
use crate::money::{Amount, Currency};

/// A key of the catalogues with what is put into its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Phrase {
    pub(super) key: &'static str,
    pub(super) fields: Vec<(&'static str, Value)>,
}

/// What can be put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// The host's own words: ids, codes, notes.
    Text(String),
    Day(Day),
    /// An instant, told in the creditor's zone.
    Moment(Moment),
    /// An instant that something ends at: the time is told even at a day's first instant.
    End(Moment),
    /// An amount; without a currency it is in that of the item.
    Amount(Amount, Option<Currency>),
    Number(u32),
    /// A percentage, without its sign.
    Percent(Amount),
    /// A contact by id, told by name.
    Contact(String),
    /// An item by id, told by what it is and the number on the document.
    Item(String),
    Phrase(Phrase),
    /// Several, with the word of this key before the last.
    List(&'static str, Vec<Phrase>),
}

pub(super) fn say(key: &'static str) -> Phrase {
    Phrase { key, fields: Vec::new() }
}

impl Phrase {
    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.fields.push((name, value));
        self
    }

    pub(super) fn text(self, name: &'static str, text: &str) -> Self {
        self.with(name, Value::Text(text.to_owned()))
    }

    pub(super) fn day(self, name: &'static str, day: Day) -> Self {
        self.with(name, Value::Day(day))
    }

    pub(super) fn moment(self, name: &'static str, at: Moment) -> Self {
        self.with(name, Value::Moment(at))
    }

    pub(super) fn end(self, name: &'static str, at: Moment) -> Self {
        self.with(name, Value::End(at))
    }

    /// In the currency of the item that is spoken of.
    pub(super) fn amount(self, name: &'static str, amount: Amount) -> Self {
        self.with(name, Value::Amount(amount, None))
    }

    pub(super) fn money(self, name: &'static str, amount: Amount, currency: Currency) -> Self {
        self.with(name, Value::Amount(amount, Some(currency)))
    }

    pub(super) fn number(self, name: &'static str, number: u32) -> Self {
        self.with(name, Value::Number(number))
    }

    pub(super) fn percent(self, name: &'static str, percent: Amount) -> Self {
        self.with(name, Value::Percent(percent))
    }

    pub(super) fn contact(self, name: &'static str, id: &str) -> Self {
        self.with(name, Value::Contact(id.to_owned()))
    }

    pub(super) fn item(self, name: &'static str, id: &str) -> Self {
        self.with(name, Value::Item(id.to_owned()))
    }

    pub(super) fn phrase(self, name: &'static str, phrase: Self) -> Self {
        self.with(name, Value::Phrase(phrase))
    }

    /// From a day on, to a last day if there is one.
    pub(super) fn lasting(self, begins: Day, until: Option<Day>) -> Self {
        let span = match until {
            Some(until) => say("span.until").day("until", until),
            None => say("span.open"),
        };
        self.phrase("span", span.day("begins", begins))
    }

    /// `a, b and c`.
    pub(super) fn all_of(self, name: &'static str, phrases: Vec<Self>) -> Self {
        self.with(name, Value::List("list.and", phrases))
    }
}

/// Who speaks: the language, and the account that is spoken of.
pub(crate) struct Voice<'a> {
    pub(super) language: Language,
    pub(crate) zone: Zone,
    pub(super) account: &'a Account,
    /// The currency of the item that is spoken of.
    pub(super) currency: Option<Currency>,
}

impl<'a> Voice<'a> {
    pub(crate) fn new(account: &'a Account, item: Option<&str>, language: Language) -> Self {
        let zone = Zone::named(&account.creditor.zone).unwrap_or(Zone::UTC);
        let item = account.items.iter().find(|known| Some(known.id.as_str()) == item);
        Self { language, zone, account, currency: item.map(|item| item.currency) }
    }

    /// A whole sentence, or several.
    pub(super) fn sentence(&self, phrase: &Phrase) -> String {
        let mut said = String::new();
        self.say(phrase, &mut said);
        capital(&said)
    }

    /// Words as they stand in the catalogue.
    pub(super) fn text(&self, key: &'static str) -> &'static str {
        #[cfg(test)]
        super::tests::heard(key);
        self.language.catalogue().text(key)
    }

    pub(super) fn say(&self, phrase: &Phrase, said: &mut String) {
        let value = |name: &str| phrase.fields.iter().find(|(known, _)| *known == name);
        for part in parts(self.text(phrase.key)) {
            match part {
                Part::Words(words) => said.push_str(words),
                Part::Field(name) => {
                    match value(name) {
                        Some((_, value)) => self.put(value, said),
                        // Seen by the tests; a sentence is never without its fields.
                        None => said.extend(["{", name, "}"]),
                    }
                }
                Part::Capital(name) => match value(name) {
                    Some((_, value)) => {
                        let mut small = String::new();
                        self.put(value, &mut small);
                        said.push_str(&capital(&small));
                    }
                    None => said.extend(["{", name, "}"]),
                },
                Part::Choice(name, words) => match value(name) {
                    Some((_, Value::Number(number))) => {
                        said.push_str(self.language.choose(words, *number));
                    }
                    _ => said.extend(["{", name, "}"]),
                },
            }
        }
    }

    fn put(&self, value: &Value, said: &mut String) {
        match value {
            Value::Text(text) => said.push_str(text),
            Value::Day(day) => said.push_str(&format::day(self, *day)),
            Value::Moment(at) => said.push_str(&format::moment(self, *at)),
            Value::End(at) => said.push_str(&format::end(self, *at)),
            Value::Amount(amount, currency) => {
                let currency = currency.or(self.currency);
                said.push_str(&format::amount(self.language, *amount, currency));
            }
            Value::Number(number) => said.push_str(&number.to_string()),
            Value::Percent(percent) => {
                said.push_str(&format::amount(self.language, *percent, None));
            }
            Value::Contact(id) => self.say(&self.contact(id), said),
            Value::Item(id) => self.say(&self.item(id), said),
            Value::Phrase(phrase) => self.say(phrase, said),
            Value::List(joint, phrases) => self.list(joint, phrases, said),
        }
    }

    fn list(&self, joint: &'static str, phrases: &[Phrase], said: &mut String) {
        for (number, phrase) in phrases.iter().enumerate() {
            if number > 0 {
                let is_last = phrases.len() == number.saturating_add(1);
                said.push_str(if is_last { " " } else { ", " });
                if is_last {
                    said.push_str(self.text(joint));
                    said.push(' ');
                }
            }
            self.say(phrase, said);
        }
    }

    fn contact(&self, id: &str) -> Phrase {
        match self.account.contacts.iter().find(|known| known.id == *id) {
            Some(known) => say("contact.known").text("name", &known.name),
            None => say("contact.unknown").text("contact", id),
        }
    }

    fn item(&self, id: &str) -> Phrase {
        match self.account.items.iter().find(|known| known.id == *id) {
            Some(known) => super::words::item(known),
            None => say("item.unknown").text("item", id),
        }
    }
}

fn capital(said: &str) -> String {
    let mut letters = said.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
