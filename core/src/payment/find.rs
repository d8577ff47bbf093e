//! References in what somebody wrote.

use super::reference::checked;
use super::{PaymentReference, ReferenceScheme};
use crate::text::Str;
use crate::vocabulary::record;

record! {
    /// A reference that stands in a text.
    pub struct FoundReference {
        /// The reference.
        pub reference: PaymentReference,
        /// The words of the text that it was read from.
        pub found: Str,
    }
}

/// More words than any reference is printed in.
const MOST_WORDS: usize = 8;

/// The references of these schemes that stand in a text, in the order of the text; where two
/// schemes read the same words, in the order of the schemes.
///
/// Ask only for the schemes that the creditor uses: of the digits in any text every tenth number
/// or so has the check digit of some scheme. What is printed in groups is read as a whole. A Dutch
/// reference of seven digits has no check digit and is not found, nor is a Belgian one without its
/// slashes.
///
/// ```
/// use dunning::{ReferenceScheme, find_references};
///
/// let text = "Betaling van RF18 5390 0754 7034, dank u";
/// let found = find_references(text, &[ReferenceScheme::Iso11649]);
/// assert_eq!(found[0].reference.value, "RF18539007547034");
/// assert_eq!(found[0].found, "RF18 5390 0754 7034");
/// ```
#[must_use]
pub fn find_references(text: &str, schemes: &[ReferenceScheme]) -> Vec<FoundReference> {
    let words = words(text);
    let mut found: Vec<(usize, usize, FoundReference)> = Vec::new();
    for (order, scheme) in schemes.iter().enumerate() {
        let mut at = 0_usize;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let read = longest(rest, *scheme);
            let taken = read.as_ref().map_or(1, |(taken, _)| *taken);
            found.extend(read.map(|(_, one)| (at, order, one)));
            at = at.saturating_add(taken.max(1));
        }
    }
    found.sort_by_key(|(at, order, _)| (*at, *order));
    found.into_iter().map(|(_, _, one)| one).collect()
}

/// A word without the marks around it, and whether the next word follows after a single space.
struct Word<'a> {
    bare: &'a str,
    goes_on: bool,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words: Vec<Word<'_>> = Vec::new();
    for part in text.split(|letter: char| letter.is_whitespace()) {
        // Two spaces in a row, or a line that ends, part two numbers.
        if part.is_empty() {
            if let Some(last) = words.last_mut() {
                last.goes_on = false;
            }
            continue;
        }
        let start = part.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let bare =
            start.trim_end_matches(|letter: char| !letter.is_alphanumeric() && letter != '-');
        if start.len() < part.len()
            && let Some(last) = words.last_mut()
        {
            last.goes_on = false;
        }
        words.push(Word { bare, goes_on: bare.len() == start.len() });
    }
    words
}

/// The longest row of words from here on that is a reference.
fn longest(words: &[Word<'_>], scheme: ReferenceScheme) -> Option<(usize, FoundReference)> {
    let follow = words.iter().take_while(|word| word.goes_on).count();
    let most = follow.saturating_add(1).min(words.len()).min(MOST_WORDS);
    (1..=most).rev().find_map(|taken| {
        let row: Vec<&str> = words.iter().take(taken).map(|word| word.bare).collect();
        if !is_printed_so(&row, scheme) {
            return None;
        }
        let found = row.join(" ");
        let reference = checked(scheme, &found).ok()?;
        Some((taken, FoundReference::new(reference, found)))
    })
}

/// Whether a scheme would be printed in such groups.
fn is_printed_so(row: &[&str], scheme: ReferenceScheme) -> bool {
    let is_number = |word: &&str| !word.is_empty() && word.chars().all(|one| one.is_ascii_digit());
    match scheme {
        ReferenceScheme::Iso11649 => {
            let groups = row.iter().rev().skip(1).all(|group| group.chars().count() == 4);
            groups && row.iter().all(|group| group.chars().all(|one| one.is_ascii_alphanumeric()))
        }
        ReferenceScheme::BelgianOgm => {
            let [word] = row else { return false };
            let lengths: Vec<usize> = word.split('/').map(|part| part.chars().count()).collect();
            lengths == [3, 4, 5]
        }
        ReferenceScheme::DutchBetalingskenmerk => {
            let count: usize = row.iter().map(|word| word.chars().count()).sum();
            count > 7 && row.iter().all(is_number)
        }
        // A dash may be the check digit.
        ReferenceScheme::NorwegianKidMod11 => row.iter().all(|word| {
            let number = word.strip_suffix('-').unwrap_or(word);
            is_number(&number)
        }),
        _ => row.iter().all(is_number),
    }
}
