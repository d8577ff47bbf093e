//! The lines of a Swiss QR-bill, and what may stand in them.

use super::SwissBill;
use super::digits::{bare, length};
use super::swiss::{SwissReferenceType, name};
use crate::channel::PostalAddress;
use crate::flaw::{Flaw, FlawKind};
use crate::money::{Amount, to_minor};
use crate::text::Str;

/// An amount with two decimals, if it is in the range.
pub(super) fn amount(amount: Amount) -> Option<String> {
    let minor = to_minor(amount, 2).ok().filter(|minor| (1..=99_999_999_999).contains(minor))?;
    let whole = minor.div_euclid(100);
    Some(format!("{whole}.{:02}", minor.rem_euclid(100)))
}

/// All lines; nothing after `EPD` unless it is used.
pub(super) fn lines(bill: &SwissBill, kind: SwissReferenceType, reference: &str) -> String {
    let mut lines = vec!["SPC".to_owned(), "0200".to_owned(), "1".to_owned()];
    lines.push(bare(&bill.iban, &[]).to_ascii_uppercase());
    lines.extend(of_party(Some(&bill.creditor)));
    // An ultimate creditor is foreseen and must be empty.
    lines.extend(of_party(None));
    lines.push(bill.amount.and_then(amount).unwrap_or_default());
    lines.push(bill.currency.to_string());
    lines.extend(of_party(bill.debtor.as_ref()));
    lines.push(name(&kind).to_owned());
    lines.push(reference.to_owned());
    lines.push(text(&bill.message));
    lines.push("EPD".to_owned());
    let information = text(&bill.bill_information);
    if !information.is_empty() || !bill.alternatives.is_empty() {
        lines.push(information);
    }
    lines.extend(bill.alternatives.iter().map(Str::to_string));
    lines.join("\n")
}

fn text(field: &Option<Str>) -> String {
    field.as_deref().unwrap_or_default().to_owned()
}

fn of_party(party: Option<&PostalAddress>) -> Vec<String> {
    let Some(party) = party else { return vec![String::new(); 7] };
    vec![
        "S".to_owned(),
        party.name.to_string(),
        text(&party.street),
        text(&party.building),
        text(&party.postcode),
        text(&party.town),
        party.country.to_string(),
    ]
}

/// What is wrong with an address: name, postcode and town are needed, each has its room.
pub(super) fn of_address(outer: &str, address: &PostalAddress) -> Vec<Flaw> {
    let name = Some(&address.name);
    let fields = [
        ("name", name, true, 70),
        ("street", address.street.as_ref(), false, 70),
        ("building", address.building.as_ref(), false, 16),
        ("postcode", address.postcode.as_ref(), true, 16),
        ("town", address.town.as_ref(), true, 35),
    ];
    let mut flaws = Vec::new();
    for (path, text, is_needed, most) in fields {
        let text = text.map_or("", Str::as_str);
        if is_needed && text.trim().is_empty() {
            flaws.push(Flaw::of(path, FlawKind::Missing));
        }
        flaws.extend(length(path, text, 0, most));
        flaws.extend(is_allowed(path, text));
    }
    flaws.into_iter().map(|flaw| flaw.within(outer)).collect()
}

/// A flaw if a character is not among those that SIX allows: Basic Latin, Latin-1 Supplement and
/// Latin Extended-A without control characters, and Ș ș Ț ț €.
pub(super) fn is_allowed(path: &str, text: &str) -> Option<Flaw> {
    let is_fine = |letter: &char| matches!(*letter, ' '..='~' | '\u{A0}'..='\u{17F}' | '\u{218}'..='\u{21B}' | '€');
    let other = text.chars().find(|letter| !is_fine(letter))?;
    Some(Flaw::told(path, FlawKind::Character, other.escape_default(), "Latin letters"))
}
