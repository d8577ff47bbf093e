//! What a QR code is made of.

use super::EpcTransfer;
use crate::flaw::Flaw;
use crate::text::Str;
use crate::vocabulary::{record, union, words};

words! {
    /// How much of a QR code may be damaged: about 7, 15, 25 or 30 percent.
    pub enum QrCorrection {
        /// Low.
        L,
        /// Medium.
        M,
        /// Quartile.
        Q,
        /// High.
        H,
    }
}

record! {
    /// The content of a QR code, and the limits that its scheme sets to the code.
    pub struct QrPayload {
        /// The content as text; lines are parted by a line feed.
        pub text: Str,
        /// The content as the bytes that go into the code, in hexadecimal digits: in the character
        /// set that the scheme or the sender chose.
        pub hex: Str,
        /// How many bytes.
        pub bytes: u32,
        /// How many bytes the scheme allows.
        pub most_bytes: u32,
        /// The error correction that the scheme wants.
        pub correction: QrCorrection,
        /// The largest size of the code, by its version number of ISO/IEC 18004.
        pub most_version: u32,
        /// True if the Swiss cross stands in the middle of the code.
        pub swiss_cross: bool = false,
    }
}

union! {
    /// The content of a QR code, or all that keeps it from being made.
    pub enum PayloadAnswer {
        /// It is made.
        Made {
            /// The content.
            payload: QrPayload,
        },
        /// It cannot be made.
        Flawed {
            /// What is wrong.
            flaws: Vec<Flaw>,
        },
    }
}

impl From<Result<QrPayload, Vec<Flaw>>> for PayloadAnswer {
    fn from(made: Result<QrPayload, Vec<Flaw>>) -> Self {
        match made {
            Ok(payload) => Self::Made { payload },
            Err(flaws) => Self::Flawed { flaws },
        }
    }
}

union! {
    /// What a payload asks for, or all that is wrong with it.
    pub enum EpcAnswer {
        /// It is read.
        Read {
            /// The transfer.
            transfer: EpcTransfer,
        },
        /// It cannot be read.
        Flawed {
            /// What is wrong with it.
            flaws: Vec<Flaw>,
        },
    }
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// The bytes of hexadecimal digits; none of other text.
#[cfg(feature = "qr")]
pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u32> = text.chars().map(|one| one.to_digit(16)).collect::<Option<_>>()?;
    let pairs = digits.chunks(2).map(|pair| match pair {
        [high, low] => u8::try_from(high.saturating_mul(16).saturating_add(*low)).ok(),
        _ => None,
    });
    pairs.collect()
}
