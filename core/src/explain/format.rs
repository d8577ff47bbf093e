//! Days, instants and amounts in a language's own form.

use super::catalogue::Language;
use super::phrase::{Voice, say};
use crate::calendar::{Day, Moment};
use crate::money::{Amount, Currency};
use chrono::Datelike;

/// Between a currency and its number: a line is not broken there.
const TIED: &str = "\u{a0}";
/// Between thousands in French.
const NARROW: &str = "\u{202f}";

pub(super) fn day(voice: &Voice<'_>, day: Day) -> String {
    let date = day.date();
    let number = date.day();
    let key = if number == 1 { "day.first" } else { "day" };
    let year = u32::try_from(date.year()).unwrap_or_default();
    let phrase = say(key).number("day", number).phrase("month", say(month(date.month())));
    in_small(voice, &phrase.number("year", year))
}

/// The day and the time in the creditor's zone; of a day's first instant, the day.
pub(super) fn moment(voice: &Voice<'_>, at: Moment) -> String {
    let number = voice.zone.day_of(at);
    if voice.zone.start_of(number) == at {
        return day(voice, Day::of(number));
    }
    end(voice, at)
}

/// The day and the time, whatever the time. "Until 5 March" would take that day in.
pub(super) fn end(voice: &Voice<'_>, at: Moment) -> String {
    let number = voice.zone.day_of(at);
    let minutes = voice.zone.minute_of(at);
    let (hour, minute) = (minutes.div_euclid(60), minutes.rem_euclid(60));
    let phrase = say("moment").day("day", Day::of(number));
    in_small(voice, &phrase.text("time", &format!("{hour:02}:{minute:02}")))
}

/// A phrase inside a sentence.
fn in_small(voice: &Voice<'_>, phrase: &super::phrase::Phrase) -> String {
    let mut said = String::new();
    voice.say(phrase, &mut said);
    said
}

fn month(number: u32) -> &'static str {
    match number {
        1 => "month.1",
        2 => "month.2",
        3 => "month.3",
        4 => "month.4",
        5 => "month.5",
        6 => "month.6",
        7 => "month.7",
        8 => "month.8",
        9 => "month.9",
        10 => "month.10",
        11 => "month.11",
        _ => "month.12",
    }
}

/// `€ 1.234,50` in Dutch, `€1,234.50` in English, `1.234,50 €` in German and French with its own
/// spaces. Other currencies are told by their code.
pub(super) fn amount(language: Language, amount: Amount, currency: Option<Currency>) -> String {
    let text = amount.to_string();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.as_str()),
    };
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let (thousands, point) = match language {
        Language::Dutch | Language::German => (".", ","),
        Language::English => (",", "."),
        Language::French => (NARROW, ","),
    };
    let mut number = grouped(whole, thousands);
    if !decimals.is_empty() {
        number.push_str(point);
        number.push_str(decimals);
    }
    let Some(currency) = currency else { return [sign, &number].concat() };
    let code = currency.to_string();
    let symbol = match code.as_str() {
        "EUR" => "€",
        "GBP" => "£",
        code => code,
    };
    match language {
        Language::Dutch => [symbol, TIED, sign, &number].concat(),
        Language::English if symbol == code => [symbol, TIED, sign, &number].concat(),
        Language::English => [sign, symbol, &number].concat(),
        Language::German | Language::French => [sign, &number, TIED, symbol].concat(),
    }
}

/// Digits in groups of three from the right.
fn grouped(whole: &str, between: &str) -> String {
    let mut grouped = String::new();
    for (number, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(number);
        if number > 0 && left.is_multiple_of(3) {
            grouped.push_str(between);
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(language: Language, text: &str, currency: &str) -> String {
        amount(language, text.parse().unwrap(), currency.parse().ok())
    }

    #[test]
    fn an_end_at_midnight_is_told_with_its_time() {
        let account = crate::Account::from_json(include_str!("samples/account.json")).unwrap();
        let voice = Voice::new(&account, None, Language::English);
        let midnight = voice.zone.start_of(740_000);
        assert_eq!(moment(&voice, midnight), "19 January 2027");
        assert_eq!(end(&voice, midnight), "19 January 2027 at 00:00");
    }

    #[test]
    fn amounts_have_the_form_of_the_language() {
        assert_eq!(told(Language::Dutch, "1234.50", "EUR"), "€\u{a0}1.234,50");
        assert_eq!(told(Language::English, "1234.50", "EUR"), "€1,234.50");
        assert_eq!(told(Language::German, "1234.50", "EUR"), "1.234,50\u{a0}€");
        assert_eq!(
            told(Language::French, "1234567.50", "EUR"),
            "1\u{202f}234\u{202f}567,50\u{a0}€"
        );
        assert_eq!(told(Language::English, "-999.00", "USD"), "USD\u{a0}-999.00");
        assert_eq!(told(Language::English, "-999.00", "GBP"), "-£999.00");
        assert_eq!(told(Language::Dutch, "-12.00", "EUR"), "€\u{a0}-12,00");
        assert_eq!(told(Language::German, "100000", "JPY"), "100.000\u{a0}JPY");
        assert_eq!(told(Language::Dutch, "0.05", "-"), "0,05");
    }
}
