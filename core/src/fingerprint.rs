//! Fingerprints that stay the same on every machine and in every version.

use siphasher::sip128::SipHasher13;

/// Tells contents apart; no proof against somebody who wants two of them to look alike.
#[derive(Default)]
pub(crate) struct Fingerprint {
    /// Hashed at once in the end: that is faster than bit by bit.
    content: Vec<u8>,
}

impl Fingerprint {
    /// With room for so many bytes.
    pub(crate) fn with_room(bytes: usize) -> Self {
        Self { content: Vec::with_capacity(bytes) }
    }

    pub(crate) fn text(&mut self, text: &str) {
        self.content.extend_from_slice(text.as_bytes());
        // The end is marked, so that "ab" + "c" is not "a" + "bc"; no UTF-8 text holds this byte.
        self.content.push(0xff);
    }

    pub(crate) fn number(&mut self, number: u32) {
        self.content.extend_from_slice(&number.to_le_bytes());
    }

    pub(crate) fn finish(&self) -> Digits {
        let hash = SipHasher13::new().hash(&self.content).as_u128();
        // By hand: the formatting of numbers is slow.
        Digits(hash.to_be_bytes().map(|byte| [byte >> 4, byte & 0xf].map(hexadecimal)))
    }
}

/// A fingerprint as 32 hexadecimal digits.
pub(crate) struct Digits([[u8; 2]; 16]);

impl Digits {
    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(self.0.as_flattened()).unwrap_or_default()
    }
}

fn hexadecimal(digit: u8) -> u8 {
    if digit < 10 { b'0' | digit } else { b'W'.wrapping_add(digit) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_the_same_for_ever() {
        let mut fingerprint = Fingerprint::with_room(0);
        fingerprint.text("dunning");
        fingerprint.number(1);
        assert_eq!(fingerprint.finish().as_str(), "478f73fd9ea53d387b8a88a4aa739ded");
    }
}
