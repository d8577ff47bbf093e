//! The QR code of a payload as a picture.

use qrcode::{Color, EcLevel, QrCode, Version};

use super::payload::unhex;
use super::{QrCorrection, QrPayload};
use crate::flaw::{Flaw, FlawKind};
use crate::text::Str;
use crate::vocabulary::union;

union! {
    /// A picture, or what keeps it from being drawn.
    pub enum PictureAnswer {
        /// It is drawn.
        Drawn {
            /// The picture as SVG, one unit for a module, with a white margin of four.
            svg: Str,
        },
        /// It cannot be drawn.
        Flawed {
            /// What is wrong.
            flaws: Vec<Flaw>,
        },
    }
}

/// The white margin on each side, in modules, as ISO/IEC 18004 wants it.
const MARGIN: u32 = 4;

/// The QR code of a payload as SVG.
///
/// The code has the error correction that the scheme wants; one that would need a larger code than
/// the scheme allows is not drawn. A Swiss bill gets the Swiss cross in the middle.
///
/// ```
/// use dunning::{EpcTransfer, PayloadAnswer, PictureAnswer, epc_payload, qr_svg};
///
/// let made = epc_payload(&EpcTransfer::new("Voorbeeld B.V.", "NL91ABNA0417164300"));
/// let PayloadAnswer::Made { payload } = made else { panic!("{made:?}") };
/// let PictureAnswer::Drawn { svg } = qr_svg(&payload) else { panic!("not drawn") };
/// assert!(svg.starts_with("<svg "));
/// ```
#[must_use]
pub fn qr_svg(payload: &QrPayload) -> PictureAnswer {
    match code(payload) {
        Ok(code) => PictureAnswer::Drawn { svg: drawn(&code, payload.swiss_cross).into() },
        Err(flaw) => PictureAnswer::Flawed { flaws: vec![flaw] },
    }
}

fn code(payload: &QrPayload) -> Result<QrCode, Flaw> {
    let Some(bytes) = unhex(&payload.hex) else {
        return Err(Flaw::told("hex", FlawKind::Form, "", "pairs of 0-9 a-f"));
    };
    let level = match payload.correction {
        QrCorrection::L => EcLevel::L,
        QrCorrection::M => EcLevel::M,
        QrCorrection::Q => EcLevel::Q,
        QrCorrection::H => EcLevel::H,
    };
    let most = payload.most_version;
    let too_large = || Flaw::told("payload", FlawKind::TooLarge, bytes.len(), payload.most_bytes);
    let code = QrCode::with_error_correction_level(&bytes, level).map_err(|_| too_large())?;
    let Version::Normal(version) = code.version() else { return Err(too_large()) };
    if u32::from(version.unsigned_abs()) > most { Err(too_large()) } else { Ok(code) }
}

/// Each row of dark modules is one stroke of the path.
fn drawn(code: &QrCode, swiss_cross: bool) -> String {
    let width = code.width();
    let colors = code.to_colors();
    let mut path = String::new();
    for (y, row) in colors.chunks(width.max(1)).enumerate() {
        let mut x = 0_usize;
        for run in row.chunk_by(|one, other| one == other) {
            if run.first() == Some(&Color::Dark) {
                path.push_str(&format!("M{x} {y}h{0}v1h-{0}z", run.len()));
            }
            x = x.saturating_add(run.len());
        }
    }
    let width = u32::try_from(width).unwrap_or(0);
    let whole = width.saturating_add(MARGIN.saturating_mul(2));
    let cross = if swiss_cross { cross(width) } else { String::new() };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{MARGIN} -{MARGIN} {whole} {whole}\" \
         shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M-{MARGIN} -{MARGIN}h{whole}v{whole}\
         h-{whole}z\"/><path d=\"{path}\"/>{cross}</svg>\n"
    )
}

/// The Swiss cross: 7 mm of a code of 46 mm, in the middle. Its own units are 198 to its side.
fn cross(width: u32) -> String {
    let thousandths =
        |value: u32| format!("{}.{:03}", value.div_euclid(1_000), value.rem_euclid(1_000));
    let side = width.saturating_mul(7_000).div_euclid(46);
    let corner = width.saturating_mul(1_000).saturating_sub(side).div_euclid(2);
    let corner = thousandths(corner);
    format!(
        "<svg x=\"{corner}\" y=\"{corner}\" width=\"{0}\" height=\"{0}\" viewBox=\"0 0 198 198\">\
         <path fill=\"#fff\" d=\"M0 0h198v198h-198z\"/><path d=\"M7 7h184v184h-184z\"/>\
         <path fill=\"#fff\" d=\"M83 40h33v110h-33zM44 79h110v33h-110z\"/></svg>",
        thousandths(side)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::payment::payload::hex;

    fn payload(bytes: usize) -> QrPayload {
        let content = vec![b'a'; bytes];
        let count = u32::try_from(bytes).unwrap();
        QrPayload::new("", hex(&content), count, 331_u32, QrCorrection::M, 13_u32)
    }

    #[test]
    fn the_largest_payload_fits_and_one_more_does_not() {
        assert!(matches!(qr_svg(&payload(331)), PictureAnswer::Drawn { .. }));
        let PictureAnswer::Flawed { flaws } = qr_svg(&payload(332)) else { panic!("drawn") };
        assert_eq!(flaws[0].kind, FlawKind::TooLarge);
    }

    #[test]
    fn the_modules_are_those_of_the_code() {
        let PictureAnswer::Drawn { svg } = qr_svg(&payload(3)) else { panic!("not drawn") };
        // Version 1 has 21 modules; the top left corner is a square of seven.
        assert!(svg.contains("viewBox=\"-4 -4 29 29\""), "{svg}");
        assert!(svg.contains("<path d=\"M0 0h7v1h-7z"), "{svg}");
        let mut swiss = payload(3);
        swiss.swiss_cross = true;
        let PictureAnswer::Drawn { svg: crossed } = qr_svg(&swiss) else { panic!("not drawn") };
        assert!(crossed.contains("x=\"8.902\"") && !svg.contains("x=\"8.902\""), "{crossed}");
    }

    #[test]
    fn what_is_no_code_is_not_drawn() {
        let mut odd = payload(1);
        odd.hex = "6".into();
        assert!(matches!(qr_svg(&odd), PictureAnswer::Flawed { .. }));
    }
}
