//! E-mail addresses: the syntax of RFC 5321, with letters beyond ASCII by RFC 6531.

use super::AddressAnswer;
use crate::flaw::{Flaw, FlawKind};

/// Checks the form of an e-mail address and writes its domain in small letters.
///
/// The part before the `@` is kept as it is: its capitals may matter. A display name, a comment or
/// an IP address instead of a domain is refused.
///
/// ```
/// use dunning::{AddressAnswer, check_email};
///
/// let AddressAnswer::Valid { value, .. } = check_email(" Eva@Example.COM ") else { panic!() };
/// assert_eq!(value, "Eva@example.com");
/// assert!(matches!(check_email("eva@example"), AddressAnswer::Flawed { .. }));
/// ```
#[must_use]
pub fn check_email(text: &str) -> AddressAnswer {
    let text = text.trim();
    if text.is_empty() {
        return AddressAnswer::Flawed { flaws: vec![Flaw::of("email", FlawKind::Missing)] };
    }
    let Some((local, domain)) = text.rsplit_once('@') else {
        return AddressAnswer::Flawed {
            flaws: vec![Flaw::told("email", FlawKind::Form, "", "name@domain")],
        };
    };
    // Small letters first: a capital may become two letters.
    let domain = domain.to_lowercase();
    let value = format!("{local}@{domain}");
    let mut flaws = of_local(local);
    flaws.extend(of_domain(&domain));
    // RFC 5321 counts octets, and the whole path has 256 with its two brackets.
    if value.len() > 254 {
        flaws.push(Flaw::told("email", FlawKind::Length, value.len(), 254));
    }
    if flaws.is_empty() {
        AddressAnswer::Valid { international: !value.is_ascii(), value: value.into() }
    } else {
        AddressAnswer::Flawed { flaws }
    }
}

fn of_local(local: &str) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if local.is_empty() {
        flaws.push(Flaw::of("email.local", FlawKind::Missing));
    }
    if local.len() > 64 {
        flaws.push(Flaw::told("email.local", FlawKind::Length, local.len(), 64));
    }
    if let Some(quoted) = local.strip_prefix('"') {
        flaws.extend(of_quoted(quoted));
        return flaws;
    }
    let is_fine = |letter: &char| {
        letter.is_ascii_alphanumeric()
            || "!#$%&'*+-/=?^_`{|}~.".contains(*letter)
            || is_beyond(*letter)
    };
    if let Some(other) = local.chars().find(|letter| !is_fine(letter)) {
        flaws.push(Flaw::told("email.local", FlawKind::Character, other.escape_default(), ""));
    }
    if !local.is_empty() && local.split('.').any(str::is_empty) {
        flaws.push(Flaw::told("email.local", FlawKind::Form, "", "no dot beside a dot or an end"));
    }
    flaws
}

/// What stands in quotes: printable, with a backslash before `"` and itself.
fn of_quoted(quoted: &str) -> Option<Flaw> {
    let wrong = || Some(Flaw::told("email.local", FlawKind::Form, "", "a text in quotes"));
    let Some(inner) = quoted.strip_suffix('"') else { return wrong() };
    let mut escaped = false;
    for letter in inner.chars() {
        let is_printable = letter == ' ' || letter.is_ascii_graphic() || is_beyond(letter);
        if !is_printable || (letter == '"' && !escaped) {
            return wrong();
        }
        escaped = letter == '\\' && !escaped;
    }
    if escaped { wrong() } else { None }
}

/// Labels of letters, digits and hyphens, at least two of them, the last no number.
fn of_domain(domain: &str) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if domain.is_empty() {
        return vec![Flaw::of("email.domain", FlawKind::Missing)];
    }
    let is_fine = |letter: &char| {
        letter.is_ascii_alphanumeric()
            || matches!(*letter, '-' | '.')
            || (is_beyond(*letter) && letter.is_alphanumeric())
    };
    if let Some(other) = domain.chars().find(|letter| !is_fine(letter)) {
        flaws.push(Flaw::told("email.domain", FlawKind::Character, other.escape_default(), ""));
    }
    let labels: Vec<&str> = domain.split('.').collect();
    let is_odd = |label: &&str| label.is_empty() || label.starts_with('-') || label.ends_with('-');
    let is_number = |label: &&str| label.chars().all(|letter| letter.is_ascii_digit());
    if labels.len() < 2 || labels.iter().any(is_odd) || labels.last().is_some_and(is_number) {
        flaws.push(Flaw::told("email.domain", FlawKind::Form, "", "name.domain"));
    }
    let longest = labels.iter().map(|label| label.len()).max().unwrap_or(0);
    if longest > 63 {
        flaws.push(Flaw::told("email.domain", FlawKind::Length, longest, 63));
    }
    flaws
}

/// A letter that RFC 6531 adds.
fn is_beyond(letter: char) -> bool {
    !letter.is_ascii() && !letter.is_control() && !letter.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn valid(text: &str) -> Option<String> {
        match check_email(text) {
            AddressAnswer::Valid { value, .. } => Some(value.into()),
            AddressAnswer::Flawed { .. } => None,
        }
    }

    #[test]
    fn the_form_of_rfc_5321_is_taken() {
        for text in [
            "a@b.nl",
            "first.last+tag@sub.example.co.uk",
            "o'brien@example.ie",
            "\"a b\"@example.com",
            "\"a\\\"b\"@example.com",
            "x@xn--bcher-kva.example",
            "!#$%&'*+-/=?^_`{|}~@example.com",
        ] {
            assert_eq!(valid(text).as_deref(), Some(text));
        }
        assert_eq!(valid("Jan@BÜCHER.example").as_deref(), Some("Jan@bücher.example"));
    }

    #[test]
    fn everything_else_is_refused() {
        let long = format!("{}@example.com", "a".repeat(65));
        let label = format!("a@{}.com", "b".repeat(64));
        let whole = format!("a@{}", vec!["b".repeat(60); 5].join("."));
        for text in [
            "",
            "a",
            "@b.nl",
            "a@",
            "a@b",
            "a@b..nl",
            "a@.nl",
            "a@b.nl.",
            "a@-b.nl",
            "a@b-.nl",
            ".a@b.nl",
            "a.@b.nl",
            "a..b@c.nl",
            "a b@c.nl",
            "a@b c.nl",
            "Eva <a@b.nl>",
            "a@[192.0.2.1]",
            "a@192.0.2.1",
            "a@b_c.nl",
            "\"a\"b\"@c.nl",
            "\"a@c.nl",
            "a@b@c.nl",
            "a\n@b.nl",
            &long,
            &label,
            &whole,
        ] {
            assert_eq!(valid(text), None, "{text}");
        }
    }
}
