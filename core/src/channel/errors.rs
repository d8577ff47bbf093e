//! Errors of providers, by what they mean for an address and its channel.

use super::table::{named, rows};
use crate::calendar::Day;
use crate::model::ErrorClass;
use crate::text::Str;
use crate::vocabulary::record;

/// The table: platform, code, class, first day, source, confidence.
const ERRORS: &str = include_str!("../../data/provider-errors.csv");

record! {
    /// What a code of a provider means: a row of a table.
    pub struct ErrorCode {
        /// The provider or protocol: `whatsapp`, `twilio`, `smtp`, or a name of the host's.
        pub platform: Str,
        /// The code as text; of SMTP an enhanced status such as `5.1.1`, or its beginning.
        pub code: Str,
        /// What it means.
        pub meaning: ErrorClass,
        /// The first day on which it means this; none if it always did.
        pub begins: Option<Day> = None,
        /// Who says so.
        pub source: Option<Str> = None,
    }
}

/// What an error code of a provider means on a day; none if no table knows it.
///
/// The code is text, since titles change and codes stay. Of SMTP the whole answer may be given, as
/// in `550 5.1.1 no such user`: the enhanced status counts, and without one the first digit. The
/// rows of the host come before the built-in ones; of several that fit the longest code counts,
/// then the one that began last.
///
/// ```
/// use dunning::{ErrorClass, error_class};
///
/// let day = "2026-11-21".parse()?;
/// assert_eq!(error_class("whatsapp", "131047", day, &[]), Some(ErrorClass::OutsideWindow));
/// assert_eq!(error_class("smtp", "452 4.2.2 mailbox full", day, &[]), Some(ErrorClass::Soft));
/// assert_eq!(error_class("smtp", "nonsense", day, &[]), None);
/// # Ok::<(), dunning::NotADay>(())
/// ```
#[must_use]
pub fn error_class(platform: &str, code: &str, on: Day, codes: &[ErrorCode]) -> Option<ErrorClass> {
    let platform = platform.trim().to_lowercase();
    let code = if platform == "smtp" { enhanced(code)? } else { code.trim().to_owned() };
    let best = |rows: &mut dyn Iterator<Item = ErrorCode>| {
        rows.filter(|row| row.platform.to_lowercase() == platform)
            .filter(|row| row.begins.is_none_or(|begins| begins <= on))
            .filter(|row| fits(&code, &row.code, &platform))
            .max_by_key(|row| (row.code.len(), row.begins))
            .map(|row| row.meaning)
    };
    best(&mut codes.iter().cloned()).or_else(|| best(&mut built_in()))
}

/// Whether a row speaks of a code: of SMTP also if it names the beginning of the status.
fn fits(code: &str, row: &str, platform: &str) -> bool {
    let after = code.strip_prefix(row);
    after.is_some_and(|rest| rest.is_empty() || (platform == "smtp" && rest.starts_with('.')))
}

/// The enhanced status of an SMTP answer, by RFC 3463; else the class by its first digit.
fn enhanced(answer: &str) -> Option<String> {
    let words = answer.split(|letter: char| !(letter.is_ascii_digit() || letter == '.'));
    let is_status = |word: &&str| {
        let parts: Vec<&str> = word.split('.').collect();
        let short = |part: &&str| (1..=3).contains(&part.len());
        let class = parts.first().is_some_and(|class| matches!(*class, "2" | "4" | "5"));
        parts.len() == 3 && class && parts.iter().all(short)
    };
    if let Some(status) = words.into_iter().find(is_status) {
        return Some(status.to_owned());
    }
    let start: String = answer.trim().chars().take_while(char::is_ascii_digit).collect();
    let class = start.chars().next().filter(|class| matches!(class, '2' | '4' | '5'))?;
    (start.len() == 3).then(|| class.to_string())
}

fn built_in() -> impl Iterator<Item = ErrorCode> {
    rows(ERRORS).filter_map(|fields| match fields.as_slice() {
        [platform, code, class, begins, source, ..] => Some(ErrorCode {
            platform: (*platform).into(),
            code: (*code).into(),
            meaning: named(class)?,
            begins: begins.parse().ok(),
            source: Some((*source).into()),
        }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_mail_are_read_from_the_answer() {
        let class = |answer| error_class("smtp", answer, "2026-11-21".parse().unwrap(), &[]);
        assert_eq!(class("550 5.1.1"), Some(ErrorClass::Hard));
        assert_eq!(class("421 4.7.0"), Some(ErrorClass::Soft));
        assert_eq!(class("552 5.2.2 full"), Some(ErrorClass::Soft));
        assert_eq!(class("550 5.7.26 DMARC"), Some(ErrorClass::Sender));
        assert_eq!(class("550 5.1.10"), Some(ErrorClass::Hard));
        assert_eq!(class("550-no such user"), Some(ErrorClass::Hard));
        assert_eq!(class("450"), Some(ErrorClass::Soft));
        assert_eq!(class("250 2.0.0 ok"), Some(ErrorClass::Success));
        assert_eq!(class("554 from 10.1.2.3"), Some(ErrorClass::Hard));
        for answer in ["", "5", "5.1", "99 5.1", "600 6.1.1"] {
            assert_eq!(class(answer), None, "{answer}");
        }
    }

    #[test]
    fn rows_of_the_host_come_first_and_the_newest_counts() {
        let own = |code: &str, class, begins: Option<&str>| {
            let mut row = ErrorCode::new("WhatsApp", code, class);
            row.begins = begins.map(|day| day.parse().unwrap());
            row
        };
        let rows = [
            own("131026", ErrorClass::Hard, None),
            own("131026", ErrorClass::Soft, Some("2027-01-01")),
            own("999", ErrorClass::Content, Some("2027-01-01")),
        ];
        let class = |code, day: &str| error_class("whatsapp", code, day.parse().unwrap(), &rows);
        assert_eq!(class("131026", "2026-12-31"), Some(ErrorClass::Hard));
        assert_eq!(class("131026", "2027-01-01"), Some(ErrorClass::Soft));
        assert_eq!(class("999", "2026-12-31"), None);
        assert_eq!(class("131047", "2026-12-31"), Some(ErrorClass::OutsideWindow));
        assert_eq!(class("1310", "2026-12-31"), None);
    }

    #[test]
    fn every_row_is_read_and_has_a_source() {
        assert!(rows(ERRORS).count() > 40);
        for fields in rows(ERRORS) {
            let [platform, code, class, begins, source, confidence] = fields[..] else {
                panic!("{fields:?}")
            };
            assert!(matches!(platform, "whatsapp" | "twilio" | "smtp"), "{code}");
            assert!(named::<ErrorClass>(class).is_some() && !source.is_empty(), "{code} {class}");
            assert!(begins.is_empty() || begins.parse::<Day>().is_ok(), "{code}");
            assert!(matches!(confidence, "sourced" | "unconfirmed"), "{code}");
        }
        assert_eq!(rows(ERRORS).count(), built_in().count());
    }
}
