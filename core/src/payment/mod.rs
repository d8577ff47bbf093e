//! Ways to pay: references with check digits, payloads of QR codes, links.
//!
//! Pure functions of what they are given. A value that a scheme does not allow is answered with
//! every [`Flaw`](crate::Flaw), never mended in silence.

mod betalingskenmerk;
mod charset;
mod digits;
mod epc;
mod find;
mod iban;
mod kid;
mod link;
mod ogm;
mod payload;
#[cfg(feature = "qr")]
mod qr;
mod qrr;
mod reference;
mod rf;
mod swiss;
mod swiss_lines;
mod viite;

pub use epc::{EpcCharset, EpcTransfer, EpcVersion, epc_payload, read_epc_payload};
pub use find::{FoundReference, find_references};
pub use iban::{Iban, IbanAnswer, check_iban};
pub use link::{LinkAnswer, PaymentLink, PaymentLinks, payment_links, whatsapp_link};
pub use payload::{EpcAnswer, PayloadAnswer, QrCorrection, QrPayload};
#[cfg(feature = "qr")]
pub use qr::{PictureAnswer, qr_svg};
pub use reference::{
    PaymentReference, ReferenceAnswer, ReferenceScheme, check_reference, make_reference,
};
pub use swiss::{SwissBill, SwissReferenceType, swiss_payload};

#[cfg(test)]
mod tests;
