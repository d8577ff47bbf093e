//! The default alphabet of text messages, 3GPP TS 23.038, and what stands for other letters.

/// One septet each. The escape and the control characters beside line feed and carriage return
/// are no letters.
const BASIC: &str = "@£$¥èéùìò\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
                     ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüàÇ";

/// Two septets each: an escape goes before them.
const EXTENSION: &str = "\u{C}^{}\\[~]|€";

/// For each letter outside the alphabet what may stand for it: the letter without its accents, a
/// plain mark for a curved one.
const PLAIN: &str = include_str!("../../data/sms-plain.csv");

/// How many septets a letter takes; none outside the alphabet.
pub(super) fn septets(letter: char) -> Option<u32> {
    if BASIC.contains(letter) {
        Some(1)
    } else if EXTENSION.contains(letter) {
        Some(2)
    } else {
        None
    }
}

/// What may stand for a letter outside the alphabet; none if nothing may.
pub(super) fn plain(letter: char) -> Option<&'static str> {
    let code = format!("{:04X}", u32::from(letter));
    let rows = PLAIN.lines().skip(1).filter_map(|row| row.split_once(','));
    let (_, plain) = rows.into_iter().find(|(point, _)| *point == code)?;
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_alphabet_has_127_letters_and_ten_more() {
        // 128 places, one of them the escape.
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(EXTENSION.chars().count(), 10);
        for letter in "ëïçâêôûœ‘’“”–…".chars() {
            assert_eq!(septets(letter), None, "{letter}");
        }
        for letter in "éèàùìòäöüñßåæøÇ".chars() {
            assert_eq!(septets(letter), Some(1), "{letter}");
        }
    }

    #[test]
    fn what_stands_for_a_letter_is_in_the_alphabet() {
        let rows: Vec<(&str, &str)> =
            PLAIN.lines().skip(1).map(|row| row.split_once(',').unwrap()).collect();
        assert!(rows.len() > 300);
        for (point, replacement) in rows {
            let letter = u32::from_str_radix(point, 16).ok().and_then(char::from_u32).unwrap();
            assert_eq!(septets(letter), None, "{point}");
            assert!(replacement.chars().all(|one| septets(one).is_some()), "{point}");
            assert_eq!(plain(letter), Some(replacement));
        }
    }
}
