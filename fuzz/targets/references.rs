//! Any text is checked without a panic; what is right is made again from its payload, and found.
#![no_main]

use dunning::{
    ReferenceAnswer, ReferenceScheme, check_iban, check_reference, find_references, make_reference,
};
use libfuzzer_sys::fuzz_target;

const SCHEMES: [ReferenceScheme; 7] = [
    ReferenceScheme::Iso11649,
    ReferenceScheme::BelgianOgm,
    ReferenceScheme::DutchBetalingskenmerk,
    ReferenceScheme::FinnishViite,
    ReferenceScheme::NorwegianKidMod10,
    ReferenceScheme::NorwegianKidMod11,
    ReferenceScheme::SwissQrr,
];

fuzz_target!(|text: &str| {
    let _ = check_iban(text);
    for scheme in SCHEMES {
        let _ = make_reference(scheme, text);
        if let ReferenceAnswer::Valid { reference } = check_reference(scheme, text) {
            let again = check_reference(scheme, &reference.printed);
            assert_eq!(again, ReferenceAnswer::Valid { reference: reference.clone() });
            // Seven Dutch digits are not made: they have no check digit.
            if reference.check.is_some() {
                let made = make_reference(scheme, &reference.payload);
                assert_eq!(made, ReferenceAnswer::Valid { reference });
            }
        }
    }
    for found in find_references(text, &SCHEMES) {
        let read = check_reference(found.reference.scheme, &found.found);
        assert_eq!(read, ReferenceAnswer::Valid { reference: found.reference });
    }
});
