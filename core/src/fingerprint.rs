//! Fingerprints that stay the same on every machine and in every version.

use std::hash::Hasher;

use siphasher::sip128::{Hasher128, SipHasher13};

/// Tells contents apart; no proof against somebody who wants two of them to look alike.
#[derive(Default)]
pub(crate) struct Fingerprint(SipHasher13);

impl Fingerprint {
    pub(crate) fn text(&mut self, text: &str) {
        // The end is marked, so that "ab" + "c" is not "a" + "bc"; no UTF-8 text holds this byte.
        self.0.write(text.as_bytes());
        self.0.write_u8(0xff);
    }

    pub(crate) fn number(&mut self, number: u32) {
        self.0.write(&number.to_le_bytes());
    }

    pub(crate) fn finish(&self) -> String {
        format!("{:032x}", self.0.finish128().as_u128())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_the_same_for_ever() {
        let mut fingerprint = Fingerprint::default();
        fingerprint.text("dunning");
        fingerprint.number(1);
        assert_eq!(fingerprint.finish(), "478f73fd9ea53d387b8a88a4aa739ded");
    }
}
