//! The character sets of the EPC QR code.

use super::EpcCharset;

/// For each part of ISO 8859 the code points of the bytes A0 to FF.
const PARTS: &str = include_str!("../../data/iso-8859.csv");

impl EpcCharset {
    /// The number in the payload.
    pub(super) fn number(self) -> u32 {
        match self {
            Self::Utf8 => 1,
            Self::Latin1 => 2,
            Self::Latin2 => 3,
            Self::Latin4 => 4,
            Self::Cyrillic => 5,
            Self::Greek => 6,
            Self::Latin6 => 7,
            Self::Latin9 => 8,
        }
    }

    pub(super) fn of_number(text: &str) -> Option<Self> {
        let all = [
            Self::Utf8,
            Self::Latin1,
            Self::Latin2,
            Self::Latin4,
            Self::Cyrillic,
            Self::Greek,
            Self::Latin6,
            Self::Latin9,
        ];
        all.into_iter().find(|one| one.number().to_string() == text)
    }

    /// The part of ISO 8859; none for UTF-8.
    fn part(self) -> Option<&'static str> {
        Some(match self {
            Self::Utf8 => return None,
            Self::Latin1 => "1",
            Self::Latin2 => "2",
            Self::Latin4 => "4",
            Self::Cyrillic => "5",
            Self::Greek => "7",
            Self::Latin6 => "10",
            Self::Latin9 => "15",
        })
    }

    /// The bytes of a text; the first character that the set does not have, if there is one.
    pub(super) fn encode(self, text: &str) -> Result<Vec<u8>, char> {
        let Some(part) = self.part() else { return Ok(text.as_bytes().to_vec()) };
        let row = PARTS.lines().skip(1).filter_map(|row| row.split_once(','));
        let points: Vec<Option<char>> = row
            .filter(|(number, _)| *number == part)
            .flat_map(|(_, points)| points.split(' '))
            .map(|point| u32::from_str_radix(point, 16).ok().and_then(char::from_u32))
            .collect();
        text.chars().map(|letter| byte(letter, &points).ok_or(letter)).collect()
    }
}

fn byte(letter: char, points: &[Option<char>]) -> Option<u8> {
    if letter.is_ascii() {
        return u8::try_from(u32::from(letter)).ok();
    }
    let place = points.iter().position(|point| *point == Some(letter))?;
    u8::try_from(place).ok()?.checked_add(0xA0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_follow_the_set() {
        assert_eq!(EpcCharset::Utf8.encode("ü"), Ok(vec![0xC3, 0xBC]));
        assert_eq!(EpcCharset::Latin1.encode("ü"), Ok(vec![0xFC]));
        assert_eq!(EpcCharset::Latin9.encode("€"), Ok(vec![0xA4]));
        assert_eq!(EpcCharset::Latin1.encode("a€"), Err('€'));
        assert_eq!(EpcCharset::Latin2.encode("ł"), Ok(vec![0xB3]));
        assert_eq!(EpcCharset::Latin4.encode("ģ"), Ok(vec![0xBB]));
        assert_eq!(EpcCharset::Latin6.encode("Ŋ"), Ok(vec![0xAF]));
        assert_eq!(EpcCharset::Cyrillic.encode("я"), Ok(vec![0xEF]));
        assert_eq!(EpcCharset::Greek.encode("ω"), Ok(vec![0xF9]));
        assert_eq!(PARTS.lines().count(), 8);
    }
}
