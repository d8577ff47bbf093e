//! Reckoning with digits: what the schemes share.

use crate::flaw::{Flaw, FlawKind};

/// The value of a digit; none of another character.
pub(super) fn digit(letter: char) -> Option<u32> {
    letter.to_digit(10)
}

/// The values of the digits of a text; other characters have none.
pub(super) fn values(text: &str) -> impl DoubleEndedIterator<Item = u32> + '_ {
    text.chars().filter_map(digit)
}

/// Each digit times its weight, added up; the weights go from right to left, again and again.
pub(super) fn weighted(text: &str, weights: &[u32]) -> u32 {
    let products = values(text).rev().zip(weights.iter().cycle());
    products.fold(0, |sum, (digit, weight)| sum.saturating_add(digit.saturating_mul(*weight)))
}

/// The rest of a division by 97, with A = 10 … Z = 35 (ISO 7064); none with another character.
pub(super) fn mod_97(text: &str) -> Option<u32> {
    text.chars().try_fold(0_u32, |rest, letter| {
        let value = letter.to_digit(36).filter(|_| !letter.is_ascii_lowercase())?;
        let shifted = rest.saturating_mul(if value > 9 { 100 } else { 10 });
        Some(shifted.saturating_add(value).rem_euclid(97))
    })
}

/// A digit from 0 to 9 as text; larger numbers are none.
pub(super) fn as_digit(value: u32) -> String {
    char::from_digit(value, 10).map(String::from).unwrap_or_default()
}

/// Without white space and the marks that a scheme prints between its groups.
pub(super) fn bare(text: &str, marks: &[char]) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && !marks.contains(letter)).collect()
}

/// The first `count` characters, and what comes after them.
pub(super) fn split(text: &str, count: usize) -> (&str, &str) {
    let at = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The last character, and what comes before it.
pub(super) fn split_last(text: &str) -> (&str, &str) {
    split(text, text.chars().count().saturating_sub(1))
}

/// Groups of so many characters, counted from the left; the last may be shorter.
pub(super) fn grouped(text: &str, size: usize) -> String {
    let mut groups = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (group, after) = split(rest, size.max(1));
        groups.push(group);
        rest = after;
    }
    groups.join(" ")
}

/// Groups of so many characters, counted from the right; the first may be shorter.
pub(super) fn grouped_from_right(text: &str, size: usize) -> String {
    let first = text.chars().count().checked_rem(size).unwrap_or(0);
    let (head, rest) = split(text, first);
    [head.to_owned(), grouped(rest, size)].iter().filter(|part| !part.is_empty()).fold(
        String::new(),
        |printed, part| {
            if printed.is_empty() { part.clone() } else { format!("{printed} {part}") }
        },
    )
}

/// Every character that is no digit is told; then the number of digits.
pub(super) fn only_digits(path: &str, text: &str, least: usize, most: usize) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if let Some(other) = text.chars().find(|letter| !letter.is_ascii_digit()) {
        flaws.push(Flaw::told(path, FlawKind::Character, other, "0-9"));
    }
    flaws.extend(length(path, text, least, most));
    flaws
}

/// A flaw if a text has fewer or more characters than allowed.
pub(super) fn length(path: &str, text: &str, least: usize, most: usize) -> Option<Flaw> {
    let count = text.chars().count();
    let expected = if least == most { most.to_string() } else { format!("{least}-{most}") };
    let is_wrong = count < least || count > most;
    is_wrong.then(|| Flaw::told(path, FlawKind::Length, count, expected))
}

/// What stands in a reference whose check digits are wrong.
pub(super) fn checksum(found: &str, expected: &str) -> Vec<Flaw> {
    vec![Flaw::told("reference", FlawKind::Checksum, found, expected)]
}
