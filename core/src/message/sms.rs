//! Text messages: how they are encoded, into how many parts, and what makes them dear.

use super::gsm;
use crate::text::Str;
use crate::vocabulary::{record, words};

words! {
    /// How a text message is encoded.
    pub enum SmsEncoding {
        /// The default alphabet of GSM: 160 septets, or 153 in each of several parts.
        Gsm7,
        /// UTF-16 code units: 70, or 67 in each of several parts.
        Ucs2,
    }
}

record! {
    /// How a text goes out as a text message (3GPP TS 23.038 and 23.040).
    pub struct SmsPlan {
        /// The encoding: one letter outside the default alphabet makes the whole UCS-2.
        pub encoding: SmsEncoding,
        /// Septets or code units, in all.
        pub units: u32,
        /// How many messages are billed; none for no text.
        pub segments: u32,
        /// The letters outside the default alphabet, each once, in the order of the text.
        pub offending: Vec<Str>,
        /// The text of each part; one after the other they are the text. No letter is cut in two.
        pub parts: Vec<Str>,
        /// The text in the default alphabet, if every offending letter has something plain that
        /// may stand for it. An offer: it changes how names are written.
        pub plain: Option<SmsPlain> = None,
    }
}

record! {
    /// A text message written in the default alphabet.
    pub struct SmsPlain {
        /// The text.
        pub text: Str,
        /// Its septets.
        pub units: u32,
        /// How many messages are billed.
        pub segments: u32,
        /// What was replaced, each letter once, in the order of the text.
        pub replaced: Vec<SmsReplacement>,
    }
}

record! {
    /// A letter and what stands for it.
    pub struct SmsReplacement {
        /// The letter.
        pub letter: Str,
        /// What stands for it; empty for a mark that cannot be seen.
        pub plain: Str,
    }
}

/// How a text would go out as a text message: encoding, parts and price in segments, the letters
/// that make it dear, and the same text without them.
///
/// Each of several parts carries a header of six octets, which takes the room of 7 septets or 3
/// code units. Letters that take two units stay in one part, so that parts may have to be shorter.
///
/// ```
/// use dunning::{SmsEncoding, sms_plan};
///
/// let plan = sms_plan("Beste Daniël, …");
/// assert_eq!(plan.encoding, SmsEncoding::Ucs2);
/// assert_eq!(plan.offending, ["ë", "…"]);
/// assert_eq!(plan.plain.unwrap().text, "Beste Daniel, ...");
/// ```
#[must_use]
pub fn sms_plan(text: &str) -> SmsPlan {
    let mut offending: Vec<char> = Vec::new();
    for letter in text.chars().filter(|letter| gsm::septets(*letter).is_none()) {
        if !offending.contains(&letter) {
            offending.push(letter);
        }
    }
    let encoding = if offending.is_empty() { SmsEncoding::Gsm7 } else { SmsEncoding::Ucs2 };
    let (units, parts) = split(text, encoding);
    SmsPlan {
        encoding,
        units,
        segments: count(&parts),
        plain: plain(text, &offending),
        offending: offending.iter().map(|letter| Str::from(letter.to_string())).collect(),
        parts,
    }
}

fn count(parts: &[Str]) -> u32 {
    u32::try_from(parts.len()).unwrap_or(u32::MAX)
}

fn units(letter: char, encoding: SmsEncoding) -> u32 {
    match encoding {
        SmsEncoding::Gsm7 => gsm::septets(letter).unwrap_or(0),
        SmsEncoding::Ucs2 => u32::try_from(letter.len_utf16()).unwrap_or(2),
    }
}

/// The units of the whole, and the parts.
fn split(text: &str, encoding: SmsEncoding) -> (u32, Vec<Str>) {
    let (single, each) = match encoding {
        SmsEncoding::Gsm7 => (160, 153),
        SmsEncoding::Ucs2 => (70, 67),
    };
    let all = text.chars().fold(0_u32, |sum, one| sum.saturating_add(units(one, encoding)));
    if all <= single {
        let parts = if text.is_empty() { Vec::new() } else { vec![Str::from(text)] };
        return (all, parts);
    }
    let mut parts = Vec::new();
    let (mut part, mut filled) = (String::new(), 0_u32);
    for letter in text.chars() {
        let more = units(letter, encoding);
        if filled.saturating_add(more) > each {
            parts.push(Str::from(std::mem::take(&mut part)));
            filled = 0;
        }
        part.push(letter);
        filled = filled.saturating_add(more);
    }
    parts.push(Str::from(part));
    (all, parts)
}

/// The text with something plain for each offending letter; none if nothing offends, or if for
/// one of them there is nothing.
fn plain(text: &str, offending: &[char]) -> Option<SmsPlain> {
    let replaced: Vec<SmsReplacement> = offending
        .iter()
        .map(|letter| Some(SmsReplacement::new(letter.to_string(), gsm::plain(*letter)?)))
        .collect::<Option<_>>()?;
    if replaced.is_empty() {
        return None;
    }
    let written: String = text.chars().fold(String::new(), |mut written, letter| {
        match offending.iter().position(|one| *one == letter).and_then(|at| replaced.get(at)) {
            Some(replacement) => written.push_str(&replacement.plain),
            None => written.push(letter),
        }
        written
    });
    let (units, parts) = split(&written, SmsEncoding::Gsm7);
    Some(SmsPlain { segments: count(&parts), units, text: written.into(), replaced })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planned(text: &str) -> (SmsEncoding, u32, u32) {
        let plan = sms_plan(text);
        (plan.encoding, plan.units, plan.segments)
    }

    #[test]
    fn a_message_has_160_septets_or_70_code_units() {
        use SmsEncoding::{Gsm7, Ucs2};
        assert_eq!(planned(""), (Gsm7, 0, 0));
        assert_eq!(planned(&"a".repeat(160)), (Gsm7, 160, 1));
        assert_eq!(planned(&"a".repeat(161)), (Gsm7, 161, 2));
        assert_eq!(planned(&"a".repeat(306)), (Gsm7, 306, 2));
        assert_eq!(planned(&"a".repeat(307)), (Gsm7, 307, 3));
        assert_eq!(planned(&"ж".repeat(70)), (Ucs2, 70, 1));
        assert_eq!(planned(&"ж".repeat(71)), (Ucs2, 71, 2));
        assert_eq!(planned(&"ж".repeat(134)), (Ucs2, 134, 2));
        assert_eq!(planned(&"ж".repeat(135)), (Ucs2, 135, 3));
        assert_eq!(planned(&"€".repeat(80)), (Gsm7, 160, 1));
    }

    #[test]
    fn letters_of_two_units_stay_whole() {
        let (euro, smile) = (format!("{0}€{0}", "a".repeat(152)), "😜".repeat(67));
        assert_eq!(planned(&euro), (SmsEncoding::Gsm7, 306, 3));
        // Sixty-seven code units hold 33 of them and leave one free.
        assert_eq!(planned(&smile), (SmsEncoding::Ucs2, 134, 3));
        for text in [euro, smile] {
            assert_eq!(sms_plan(&text).parts.concat(), text);
        }
    }

    #[test]
    fn plain_text_is_offered_only_if_all_can_be_replaced() {
        let plan = sms_plan("Reçu: facture №12 — «œuvre»");
        assert_eq!(plan.plain.unwrap().text, "Recu: facture No12 - \"oeuvre\"");
        assert_eq!(sms_plan("Счёт 12").plain, None);
        assert_eq!(sms_plan("Rechnung 12 für Müller").plain, None);
    }
}
