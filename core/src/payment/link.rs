//! Links: payment pages of the host, and a chat that the debtor begins.

use crate::calendar::Moment;
use crate::channel::phone_number;
use crate::flaw::{Flaw, FlawKind};
use crate::text::Str;
use crate::vocabulary::{record, union};

record! {
    /// A page on which the debtor can pay, as the host's provider gave it.
    pub struct PaymentLink {
        /// The scheme, by the host's name: cards, a bank, a wallet.
        pub scheme: Str,
        /// How it is called in a message. Schemes change their names, so it is never made up here.
        pub label: Str,
        /// The address of the page, with `https`.
        pub url: Str,
        /// The first instant at which it no longer works; none if it goes on working.
        pub expires_at: Option<Moment> = None,
    }
}

record! {
    /// Which links a message may show.
    pub struct PaymentLinks {
        /// Those that work, in the given order.
        pub usable: Vec<PaymentLink>,
        /// Those that have expired.
        pub expired: Vec<PaymentLink>,
        /// What is wrong with the others, with their place in the list.
        pub flaws: Vec<Flaw>,
    }
}

union! {
    /// A link, or all that keeps it from being made.
    pub enum LinkAnswer {
        /// It is made.
        Made {
            /// The address.
            url: Str,
        },
        /// It cannot be made.
        Flawed {
            /// What is wrong.
            flaws: Vec<Flaw>,
        },
    }
}

/// Sorts the payment links of a message into those that work until a moment and those that do not.
///
/// Give the moment at which the debtor should still be able to pay, such as the end of the term
/// that the message sets.
///
/// ```
/// use dunning::{PaymentLink, payment_links};
///
/// let mut link = PaymentLink::new("wero", "Wero", "https://pay.example.com/2026-1");
/// link.expires_at = Some("2026-03-10T00:00:00Z".parse()?);
/// let sorted = payment_links(&[link], "2026-03-10T00:00:00Z".parse()?);
/// assert_eq!((sorted.usable.len(), sorted.expired.len()), (0, 1));
/// # Ok::<(), dunning::NotAMoment>(())
/// ```
#[must_use]
pub fn payment_links(links: &[PaymentLink], until: Moment) -> PaymentLinks {
    let mut sorted = PaymentLinks { usable: Vec::new(), expired: Vec::new(), flaws: Vec::new() };
    for (number, link) in links.iter().enumerate() {
        let outer = format!("links[{number}]");
        let flaws = of_link(link);
        if !flaws.is_empty() {
            sorted.flaws.extend(flaws.into_iter().map(|flaw| flaw.within(&outer)));
        } else if link.expires_at.is_some_and(|end| end <= until) {
            sorted.expired.push(link.clone());
        } else {
            sorted.usable.push(link.clone());
        }
    }
    sorted
}

fn of_link(link: &PaymentLink) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    for (path, text) in [("scheme", &link.scheme), ("label", &link.label)] {
        if text.trim().is_empty() {
            flaws.push(Flaw::of(path, FlawKind::Missing));
        }
    }
    let host = link.url.strip_prefix("https://").map(|rest| {
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    });
    // A name before an @ looks like the host and is none.
    let is_host = |host: &str| host.contains('.') && !host.contains('@');
    if !host.is_some_and(is_host) {
        flaws.push(Flaw::told("url", FlawKind::Form, "", "https://host/…"));
    }
    let is_odd = |letter: &char| letter.is_whitespace() || letter.is_control();
    if let Some(other) = link.url.chars().find(is_odd) {
        flaws.push(Flaw::told("url", FlawKind::Character, other.escape_default(), ""));
    }
    flaws
}

/// A `wa.me` link by which the debtor begins a chat with this number, or the content of a QR code.
///
/// The number is the creditor's, in international form. The text is what the debtor will send;
/// the case token, such as a case number, is put behind it in brackets unless it stands in it, so
/// that the message can be told apart when it arrives. Opening the link sends nothing and is no
/// consent: only the message that the debtor sends opens the window for an answer. Put no personal
/// data in the text.
///
/// ```
/// use dunning::{LinkAnswer, whatsapp_link};
///
/// let made = whatsapp_link("+31 6 12345678", Some("Vraag over"), Some("2026-001"));
/// let url = "https://wa.me/31612345678?text=Vraag%20over%20%5B2026-001%5D";
/// assert_eq!(made, LinkAnswer::Made { url: url.into() });
/// ```
#[must_use]
pub fn whatsapp_link(phone: &str, text: Option<&str>, token: Option<&str>) -> LinkAnswer {
    let mut flaws = Vec::new();
    let number = phone_number("phone", phone).map_err(|wrong| flaws.extend(wrong)).ok();
    let text = text.unwrap_or_default().trim();
    let text = match token {
        None => text.to_owned(),
        Some(token) => {
            flaws.extend(of_token(token));
            let is_there = text.contains(token);
            if is_there { text.to_owned() } else { format!("{text} [{token}]").trim().to_owned() }
        }
    };
    let Some(number) = number.filter(|_| flaws.is_empty()) else {
        return LinkAnswer::Flawed { flaws };
    };
    let digits = number.trim_start_matches('+');
    let query = if text.is_empty() { String::new() } else { format!("?text={}", escaped(&text)) };
    LinkAnswer::Made { url: format!("https://wa.me/{digits}{query}").into() }
}

/// A token is a code and no sentence: 1 to 40 letters, digits and `- _ / .`.
fn of_token(token: &str) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let is_fine = |letter: &char| letter.is_ascii_alphanumeric() || "-_/.".contains(*letter);
    if let Some(other) = token.chars().find(|letter| !is_fine(letter)) {
        flaws.push(Flaw::told("token", FlawKind::Character, other.escape_default(), ""));
    }
    flaws.extend(super::digits::length("token", token, 1, 40));
    flaws
}

/// RFC 3986: all but the unreserved characters as the bytes of UTF-8.
fn escaped(text: &str) -> String {
    text.bytes().fold(String::new(), |mut escaped, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
        escaped
    })
}
